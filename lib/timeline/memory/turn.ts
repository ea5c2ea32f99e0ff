import { setImmediate } from "node:timers/promises";

let last: Promise<void> = Promise.resolve();

/**
 * Waits until those who asked before have had their turn, and lets the process look at its connections in between:
 * answers that come due at the same time are worked out one by one, and not at all for a client that has gone.
 * Throws the reason of the signal.
 */
export async function turn(signal?: AbortSignal): Promise<void> {
  const mine = last.then(() => setImmediate());
  last = mine;
  await mine;
  signal?.throwIfAborted();
}
