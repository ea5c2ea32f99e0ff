import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 10;

/** A whole Sightline as a person starts it, seen from outside. */
export type Stack = {
  url: string;
  /** Seconds of each step, as it said them. */
  steps: Record<string, number>;
  /** Seconds from the command to the last line. */
  readySeconds: number;
  stop: () => Promise<number | null>;
  /** SIGKILL at once to all its processes, or to those alone that watch over server and database. */
  kill: (victims: "all" | "watchers") => Promise<void>;
};

/** Runs `npm start` in a folder with the given environment and waits for its last line. Throws with what it said. */
export async function startStack(folder: string, env: Record<string, string>): Promise<Stack> {
  const started = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: folder,
    env: { ...cleanEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  const listen = (text: string) => {
    said += text;
  };
  child.stdout.setEncoding("utf8").on("data", listen);
  child.stderr.setEncoding("utf8").on("data", listen);
  const ended = once(child, "exit");
  for (;;) {
    const url = /^Sightline is ready at (\S+)$/m.exec(said)?.[1];
    if (url) {
      const readySeconds = (performance.now() - started) / 1000;
      return { url, steps: stepsOf(said), readySeconds, ...endingsOf(child, ended) };
    }
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(said);
    await sleep(pollMs);
  }
}

/** The lines `name .....  1.2 s` of a start. */
export function stepsOf(output: string): Record<string, number> {
  const lines = output.matchAll(/^(\S.*?) \.+ +([\d.]+) s\b/gm);
  return Object.fromEntries([...lines].map(([, name = "", seconds]) => [name, Number(seconds)]));
}

function endingsOf(child: ChildProcess, ended: Promise<unknown>) {
  return {
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
    kill: async (victims: "all" | "watchers") => {
      const family = descendantsOf(child.pid ?? 0);
      const isWatcher = ({ command }: Process) => /\bnpm\b|scripts\/(run\.mjs|start\.ts)/.test(command);
      for (const { pid } of victims === "all" ? family : family.filter(isWatcher)) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // It went with its parent.
        }
      }
      await ended;
    },
  };
}

type Process = { pid: number; parent: number; command: string };

/** A process and everything below it. */
function descendantsOf(pid: number): Process[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8", maxBuffer: 2 ** 24 });
  const processes = [...table.matchAll(/^\s*(\d+)\s+(\d+)\s+(.*)$/gm)].map(
    ([, own, parent, command = ""]) => ({
      pid: Number(own),
      parent: Number(parent),
      command,
    }),
  );
  const family = processes.filter((one) => one.pid === pid);
  for (const member of family) family.push(...processes.filter((one) => one.parent === member.pid));
  return family;
}

/** Without what npm and this process's own start have put into it. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const ours = /^(npm_|SIGHTLINE_|DATABASE_|PORT$|INIT_CWD$|NODE_ENV$)/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { NODE_ENV: process.env.NODE_ENV, ...Object.fromEntries(kept) };
}
