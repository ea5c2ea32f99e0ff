import { type EdtfPoint, type EdtfTree, parse } from "edtf";
import { type DatePoint, DateProblem, readPoint } from "@/lib/dates/edtf-point";

/** "open": `..`, the incident may lie anywhere on that side; "unknown": the end is left out. */
export type IntervalEnd = DatePoint | "open" | "unknown";
export type DateExpression =
  | { kind: "point"; point: DatePoint }
  | { kind: "interval"; start: IntervalEnd; end: IntervalEnd }
  | {
      kind: "one-of" | "all-of";
      members: (DatePoint | [DatePoint, DatePoint])[];
      openStart: boolean;
      openEnd: boolean;
    };

/** Reads EDTF into its parts. Throws DateProblem with a sentence for whoever typed it. */
export function readEdtf(text: string): DateExpression {
  const source = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[‐‑–−]/g, "-")
    .toUpperCase();
  if (source === "") throw new DateProblem("Give a date.");
  if (source.length > 200) throw new DateProblem("A date has at most 200 characters.");
  let tree: EdtfTree;
  try {
    tree = parse(source, { level: 2 });
  } catch {
    throw new DateProblem(
      "This is not a date in EDTF: write for example 2021-07-05, 2021-07-05T16:00, 2021-07, 2021 or 2021-06-26/2021-07-05.",
    );
  }
  if (tree.type === "Interval") {
    const [start, end] = [readEnd(tree.values[0]), readEnd(tree.values[1])];
    if (typeof start === "string" && typeof end === "string") {
      throw new DateProblem("An interval needs a date at one end at least.");
    }
    return { kind: "interval", start, end };
  }
  if (tree.type === "Set" || tree.type === "List") {
    return {
      kind: tree.type === "Set" ? "one-of" : "all-of",
      members: tree.values.map((member) =>
        Array.isArray(member) ? [readPoint(member[0]), readPoint(member[1])] : readPoint(member),
      ),
      openStart: tree.earlier === true,
      openEnd: tree.later === true,
    };
  }
  return { kind: "point", point: readPoint(tree) };
}

function readEnd(end: EdtfPoint | number | null): IntervalEnd {
  if (end === null) return "unknown";
  return typeof end === "number" ? "open" : readPoint(end);
}

/** The expression as normalised EDTF. */
export function writeEdtf(expression: DateExpression): string {
  if (expression.kind === "point") return expression.point.text;
  if (expression.kind === "interval") return `${writeEnd(expression.start)}/${writeEnd(expression.end)}`;
  const members = expression.members.map((member) =>
    Array.isArray(member) ? `${member[0].text}..${member[1].text}` : member.text,
  );
  const inside = `${expression.openStart ? ".." : ""}${members.join(",")}${expression.openEnd ? ".." : ""}`;
  return expression.kind === "one-of" ? `[${inside}]` : `{${inside}}`;
}

function writeEnd(end: IntervalEnd): string {
  if (end === "open") return "..";
  return end === "unknown" ? "" : end.text;
}
