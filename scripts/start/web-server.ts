import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "@/lib/db/start-error";
import { type Child, startChild } from "./children";
import { portTaken } from "./port";

const patienceMs = 120_000;
const pollMs = 50;

type WebServerOptions = {
  root: string;
  port: number;
  mode: "production" | "development";
  /** Told as soon as the process exists, before it answers. */
  onStarted?: (child: Child) => Promise<void>;
};

/** Longer than proxies keep an idle connection (60 s as a rule), so that none sends a request on one just closed. */
const keepAliveMs = 65_000;

/** Starts the Next.js server and waits until /api/health answers 200. Throws StartError. */
export async function startWebServer(options: WebServerOptions): Promise<Child> {
  const { root, port, mode } = options;
  let ready = false;
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const child = startChild(
    process.execPath,
    [
      next,
      ...(mode === "production" ? ["start", "--keepAliveTimeout", String(keepAliveMs)] : ["dev"]),
      "-p",
      String(port),
    ],
    {
      cwd: root,
      env: { ...process.env, PORT: String(port), NODE_ENV: mode },
      show: (text) => {
        if (ready) process.stdout.write(text);
      },
    },
  );
  await options.onStarted?.(child);
  await waitForHealth(child, port);
  ready = true;
  return child;
}

async function waitForHealth(child: Child, port: number) {
  let alive = true;
  void child.ended.then(() => {
    alive = false;
  });
  const deadline = Date.now() + patienceMs;
  let last = "no answer";
  while (alive && Date.now() < deadline) {
    last = await askHealth(port);
    if (last === "200") return;
    await sleep(pollMs);
  }
  if (child.output().includes("EADDRINUSE")) throw portTaken(port);
  await child.stop();
  throw new StartError(`The server did not become ready (${last}):\n${child.output().trim()}`);
}

async function askHealth(port: number): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(5_000),
    });
    return response.ok ? "200" : `${response.status} ${(await response.text()).slice(0, 200)}`;
  } catch {
    return "no answer";
  }
}
