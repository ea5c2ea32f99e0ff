import type { Read } from "./filter-values";

/** At most this many values of a list, and of what has one value in the end: reading a date costs most. */
const maxValues = 200;
const maxBounds = 10;

type Decoded<Value> = { value: Value; problems: { value: string; message: string }[] };
export type Parameter<Value> = {
  kind: "words" | "date" | "choice" | "choices" | "names" | "count" | "boxes" | "flag" | "instant";
  /** What the parameter is called on screen. */
  label: string;
  /** From all values of the parameter; never throws. */
  decode: (values: string[]) => Decoded<Value>;
  /** Values in canonical order; none when the parameter does not restrict. */
  encode: (value: Value) => string[];
  /** One encoded value in words. */
  valueLabel: (value: string) => string;
};

export function readAll<Value>(values: string[], read: (text: string) => Read<Value>, limit = maxValues) {
  const good: Value[] = [];
  const problems: Decoded<Value>["problems"] = [];
  for (const value of values.slice(0, limit)) {
    const result = value.trim() === "" ? null : read(value);
    if (result?.ok) {
      good.push(result.value);
    } else if (result) {
      problems.push({ value, message: result.message });
    }
  }
  if (values.length > limit) {
    const message = `At most ${limit} values are used`;
    problems.push({ value: values[limit] ?? "", message });
  }
  return { good, problems };
}

/** Several values, sorted, each once. */
export function listParameter<Value>(
  kind: Parameter<Value[]>["kind"],
  label: string,
  read: (text: string) => Read<Value>,
  words: { write?: (value: Value) => string; valueLabel?: (value: string) => string } = {},
): Parameter<Value[]> {
  const write = words.write ?? String;
  return {
    kind,
    label,
    decode: (values) => {
      const { good, problems } = readAll(values, read);
      const byText = new Map(good.map((value) => [write(value), value]));
      const sorted = [...byText].sort(([a], [b]) => (a < b ? -1 : 1));
      return { value: sorted.map(([, value]) => value), problems };
    },
    encode: (value) => value.map(write),
    valueLabel: words.valueLabel ?? ((value) => value),
  };
}

/** One value; of several the one that leaves most in, which is what OR between them means. */
export function widestParameter<Value extends string | number>(
  kind: Parameter<Value | null>["kind"],
  label: string,
  read: (text: string) => Read<Value>,
  widest: (a: Value, b: Value) => Value,
  valueLabel: (value: string) => string,
): Parameter<Value | null> {
  return {
    kind,
    label,
    decode: (values) => {
      const { good, problems } = readAll(values, read, maxBounds);
      const value = good.reduce<Value | null>(
        (kept, next) => (kept === null ? next : widest(kept, next)),
        null,
      );
      return { value, problems };
    },
    encode: (value) => (value === null ? [] : [String(value)]),
    valueLabel,
  };
}
