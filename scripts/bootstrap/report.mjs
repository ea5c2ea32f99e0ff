import { performance } from "node:perf_hooks";
import process from "node:process";

const nameWidth = 22;

/**
 * Says what is being done, then how long it took and what came of it, on one line.
 * @template T
 * @param {boolean} asResult whether it belongs to what the command prints, or beside it
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [note]
 * @returns {Promise<T>}
 */
export async function report(asResult, name, work, note = () => "") {
  const started = performance.now();
  const stream = asResult ? process.stdout : process.stderr;
  stream.write(`${name} `.padEnd(nameWidth, "."));
  try {
    const result = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(7);
    stream.write(`${seconds} s  ${note(result)}`.trimEnd());
    return result;
  } finally {
    stream.write("\n");
  }
}
