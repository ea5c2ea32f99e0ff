/** How far beyond either edge everything is drawn, as a share of the window: one drag shows nothing undrawn. */
export const drawnBeyond = 1;

type Method = (...given: unknown[]) => unknown;

// What follows reads inner parts of vis-timeline; where a release lacks one the answer is null.

export const numberOf = (owner: unknown, name: string): number | null => {
  const value: unknown = owner instanceof Object ? Reflect.get(owner, name) : null;
  return typeof value === "number" ? value : null;
};

export function member(owner: unknown, name: string): object | null {
  const found: unknown = owner instanceof Object ? Reflect.get(owner, name) : null;
  return found instanceof Object ? found : null;
}

export function methodOf(owner: unknown, name: string): Method | null {
  const method: unknown = owner instanceof Object ? Reflect.get(owner, name) : null;
  return typeof method === "function" ? (...given) => method.apply(owner, given) : null;
}
