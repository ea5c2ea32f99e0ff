import { AppError, type FieldError } from "@/lib/errors";

/** Far above any honest request: an incident with 500 claims holds some 10,000 values, at most 6 levels deep. */
const maxValues = 50_000;
const maxDepth = 32;
const maxProblems = 20;

type Entry = { value: unknown; path: string; depth: number };

/**
 * Refuses JSON that would cost more to check than it is worth (too-large), and strings that the database
 * cannot store: the character NUL and half surrogate pairs (invalid-input, naming the fields).
 * @param rawMembers members of the outermost object whose text is cleaned later and may hold anything.
 */
export function checkJsonInput(input: unknown, rawMembers: readonly string[] = []): void {
  const problems: FieldError[] = [];
  const waiting: Entry[] = [{ value: input, path: "", depth: 0 }];
  let seen = 0;
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    seen += 1;
    if (seen > maxValues || entry.depth > maxDepth) {
      throw tooMuch();
    }
    const { value, path } = entry;
    if (!path.isWellFormed() || path.includes("\0")) {
      throw new AppError("invalid-input", { message: "A name in the input is not text." });
    }
    if (typeof value === "string" && problems.length < maxProblems && !rawMembers.includes(path)) {
      problems.push(...problemsOf(value, path));
    } else if (typeof value === "object" && value !== null) {
      for (const member of entriesOf(value, entry, maxValues - seen)) {
        waiting.push(member);
      }
    }
  }
  if (problems.length > 0) {
    const named = problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
    throw new AppError("invalid-input", { message: `${named}.`, errors: problems });
  }
}

function problemsOf(text: string, path: string): FieldError[] {
  if (text.includes("\0")) {
    return [{ path, message: "Take out the NUL character (U+0000), which cannot be stored" }];
  }
  return text.isWellFormed()
    ? []
    : [{ path, message: "Take out the half of a character (a lone surrogate)" }];
}

/** Members in their order; throws too-large before they are listed when they are more than may follow. */
function entriesOf(value: object, { path, depth }: Entry, limit: number): Entry[] {
  const size = Array.isArray(value) ? value.length : Object.keys(value).length;
  if (size > limit) {
    throw tooMuch();
  }
  const prefix = path === "" ? "" : `${path}.`;
  return Object.entries(value)
    .map(([key, member]) => ({ value: member, path: `${prefix}${key}`, depth: depth + 1 }))
    .reverse();
}

const tooMuch = (): AppError =>
  new AppError("too-large", {
    message: `The input holds more than ${maxValues.toLocaleString("en")} values, or is nested too deeply.`,
  });
