import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** So that memory is what is in use, and not what nobody has cleared away yet. */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  for (let turn = 0; turn < 3 && typeof collect === "function"; turn += 1) collect();
}
