import { performance } from "node:perf_hooks";
import process from "node:process";

/**
 * Says what is being done and how long it took, in the form of the steps of `npm start`.
 * @param {boolean} asResult whether it belongs to what the command prints
 * @param {string} name
 * @param {() => Promise<unknown>} work
 */
export async function report(asResult, name, work) {
  const started = performance.now();
  const stream = asResult ? process.stdout : process.stderr;
  await work();
  const seconds = (performance.now() - started) / 1000;
  stream.write(`${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s\n`);
}
