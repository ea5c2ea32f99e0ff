import type { FieldError } from "@/lib/errors";
import { type EntryField, entryFields } from "./entry-fields";
import type { EntryKind } from "./entry-kinds";

/** What stands in the fields of a form, by their names; a parent also has its name, under parentName. */
export type EntryValues = Readonly<Record<string, string>>;

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** A stored entry, as the queries give it, in the fields of its form. */
export function valuesOf(kind: EntryKind, view: Readonly<Record<string, unknown>>): EntryValues {
  return Object.fromEntries(
    entryFields[kind].flatMap(({ name, as }): [string, string][] => {
      const value = view[name];
      if (as === "list") return [[name, Array.isArray(value) ? value.map(textOf).join("\n") : ""]];
      if (as !== "parent") return [[name, textOf(value)]];
      const parent = typeof value === "object" && value !== null ? { slug: "", name: "", ...value } : null;
      return [
        [name, textOf(parent?.slug)],
        ["parentName", textOf(parent?.name)],
      ];
    }),
  );
}

/** The fields of a new entry. */
export function emptyValues(kind: EntryKind, name = ""): EntryValues {
  const first = { actors: "armed-group", places: "town", publishers: "", campaigns: "" }[kind];
  return { ...valuesOf(kind, {}), name, ...(first ? { kind: first } : {}) };
}

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A number as it is typed: with a comma or a real minus too; NaN for other text. */
const numberOf = (text: string): number =>
  /^[-−]?\d+([.,]\d*)?$/.test(text) ? Number(text.replace("−", "-").replace(",", ".")) : Number.NaN;

function typedValue({ name, as }: EntryField, values: EntryValues): unknown {
  const typed = values[name] ?? "";
  const text = typed.trim();
  if (as === "list") return linesOf(typed);
  if (as === "name" || as === "text") return text;
  if (text === "") return null;
  if (as === "number") return numberOf(text);
  return as === "country" ? text.toUpperCase() : text;
}

/** What a form says, as the schemas of the entries want it; what they refuse stays for them to refuse. */
export const inputOf = (kind: EntryKind, values: EntryValues): Record<string, unknown> =>
  Object.fromEntries(entryFields[kind].map((field) => [field.name, typedValue(field, values)]));

/** What only the form knows to be wrong: the name of a parent that was typed and not chosen. */
export const unchosenParent = (values: EntryValues): FieldError[] =>
  (values.parentName ?? "").trim() !== "" && !values.parent
    ? [{ path: "parent", message: "Choose one from the list, or leave it empty" }]
    : [];

/** The sentences at each field; of a list the item that is meant comes first. */
export function fieldErrors(
  kind: EntryKind,
  errors: readonly FieldError[],
  values: EntryValues,
): Readonly<Record<string, string>> {
  const byField: Record<string, string> = {};
  for (const { path, message } of errors) {
    const [name = "", index] = path.split(".");
    const field = entryFields[kind].find((one) => one.name === name);
    if (!field) continue;
    const item = field.as === "list" && index ? linesOf(values[name] ?? "")[Number(index)] : undefined;
    const sentence = item === undefined ? message : `“${item}”: ${message}`;
    byField[name] = byField[name] ? `${byField[name]} ${sentence}` : sentence;
  }
  return byField;
}

/** The fields, by their names, in which two forms differ; spaces at the ends do not count. */
export const differingFields = (kind: EntryKind, a: EntryValues, b: EntryValues): string[] =>
  entryFields[kind]
    .map(({ name }) => name)
    .filter((name) => (a[name] ?? "").trim() !== (b[name] ?? "").trim());

/** A form with one field of another one; a parent comes with its name. */
export const withField = (into: EntryValues, from: EntryValues, name: string): EntryValues => ({
  ...into,
  [name]: from[name] ?? "",
  ...(name === "parent" ? { parentName: from.parentName ?? "" } : {}),
});

/**
 * Joins what was typed with what somebody else stored meanwhile, both made from start: a field that only one of
 * them changed is that one's; conflicts are the fields that both changed, which stay as they were typed.
 */
export function mergeValues(
  kind: EntryKind,
  start: EntryValues,
  typed: EntryValues,
  stored: EntryValues,
): { values: EntryValues; conflicts: string[] } {
  const mine = differingFields(kind, start, typed);
  const theirs = differingFields(kind, start, stored);
  const values = theirs
    .filter((name) => !mine.includes(name))
    .reduce((joined, name) => withField(joined, stored, name), typed);
  const differing = differingFields(kind, typed, stored);
  return {
    values,
    conflicts: mine.filter((name) => theirs.includes(name) && differing.includes(name)),
  };
}
