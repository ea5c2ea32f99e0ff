import { setImmediate } from "node:timers/promises";

/** Lets a long piece of work give way to requests: awaited often, it pauses whenever 8 ms have been used. */
export type Breathe = () => Promise<void>;

const sliceMs = 8;

export function breathing(): Breathe {
  let began = performance.now();
  return async () => {
    if (performance.now() - began > sliceMs) {
      await setImmediate();
      began = performance.now();
    }
  };
}
