import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const macApplications = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What Chromium needs to run as root, and to keep quiet on a network that it cannot use. */
export const chromiumArguments = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** The browser of CHROMIUM_PATH, else one that the system has; null when there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
    return named;
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...macApplications].find(isProgram) ?? null;
}

/**
 * Finds a browser or gets one: Playwright's own, else Debian's when root may install it.
 * Returns null when Playwright's own is to be used, which it finds by itself.
 */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found) return found;
  try {
    execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "pipe" });
    return null;
  } catch {
    installFromDebian();
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "There is no Chromium for the browser tests and none could be fetched: install one and name it with CHROMIUM_PATH.",
  );
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  try {
    execFileSync("apt-get", ["update", "-q"], { stdio: "pipe" });
    execFileSync("apt-get", ["install", "-q", "-y", "--no-install-recommends", "chromium"], {
      stdio: "pipe",
    });
  } catch {
    // What is missing is said by whoever asked.
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
