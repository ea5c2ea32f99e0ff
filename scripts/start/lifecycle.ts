import { setTimeout as sleep } from "node:timers/promises";
import { isDiskFull, StartError } from "@/lib/db/start-error";
import { AppError } from "@/lib/errors";
import { onParentGone } from "../bootstrap/processes.mjs";
import { report } from "../bootstrap/report.mjs";

const exitCodes = { SIGINT: 130, SIGTERM: 0, SIGHUP: 0 } as const;

/** How long a step that was cut off may take to notice. */
const patienceMs = 10_000;

type Stop = () => Promise<void>;

/** The way of a command that keeps things running: steps up, until a signal or an ending child, and down in order. */
export type Lifecycle = {
  /** Does a part of the start and says how long it took; begins nothing once the end has come. */
  step: <T>(name: string, work: () => Promise<T>, note?: (result: T) => string) => Promise<T>;
  /** What must be stopped at the end, the latest first. */
  defer: (stop: Stop) => void;
  /** What must be said before the stopping begins. */
  onEnding: (announce: Stop) => void;
  /** Stops everything in order and leaves the process, unless that has begun already. */
  end: (exitCode: number, reason?: string) => void;
};

/**
 * Runs the work of a start; what it left running goes on when it returns. A failure is said in one sentence and ends
 * the process with 1, Ctrl-C with 130, SIGTERM with 0, at any moment, with everything stopped in order.
 */
export function runLifecycle(start: (life: Lifecycle) => Promise<void>): void {
  const stops: Stop[] = [];
  const announcements: Stop[] = [];
  let ending = false;

  const stopAll = async () => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      await stop().catch((error) => console.error(`While stopping: ${sentenceOf(error)}`));
    }
  };
  const life: Lifecycle = {
    step: (name, work, note) =>
      ending ? Promise.reject(new Error("ending")) : report(true, name, work, note),
    defer: (stop) => void stops.push(stop),
    onEnding: (announce) => void announcements.push(announce),
    end: (exitCode, reason) => {
      if (ending) return;
      ending = true;
      if (reason) console.error(reason);
      void Promise.allSettled(announcements.map((announce) => announce()))
        .then(stopAll)
        // A step under way may still bring up something that must come down again.
        .then(() => Promise.race([started, sleep(patienceMs)]))
        .then(stopAll)
        .then(() => process.exit(exitCode));
    },
  };
  for (const [signal, exitCode] of Object.entries(exitCodes)) process.on(signal, () => life.end(exitCode));
  onParentGone(() => life.end(0));
  const started: Promise<void> = start(life).catch((error) => life.end(1, sentenceOf(error)));
}

/** An expected failure is its own sentence; a defect shows where it is. */
function sentenceOf(error: unknown): string {
  if (error instanceof StartError || error instanceof AppError) return error.message;
  if (isDiskFull(error)) return "The disk is full: free some space on it, then start again.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
