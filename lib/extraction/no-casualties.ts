import { type Casualty, type CasualtyField, plainCasualty } from "./casualty";
import { allSought, holds, type Sought, seek } from "./matches";

const AUX = "(?:was|were|have been|has been|had been|is|are|got)";
const BOTH: CasualtyField[] = ["killed", "injured"];

/** "No casualties" is none of either; "no immediate word on casualties" and "not known whether" say nothing. */
const RULES: readonly [Sought, CasualtyField[]][] = [
  [
    seek(
      /\b(?:no|zero|without(?: any| causing(?: any)?)?|(?:not|n't) (?:caus(?:e|ed|ing)|result(?:ed)? in|suffer(?:ed)?|report(?:ed)?|sustain(?:ed)?|any)(?: any)?|not any)(?: (?!word|information|details|confirmation|figures)[\p{L}-]+){0,4}? casualt(?:y|ies)\b/giu,
    ),
    BOTH,
  ],
  [
    seek(
      /(?:\b(?:did|does|do|had|has|have|was|were)(?: not|n't)|\bwithout)(?: [\p{L}]+ly)? (?:hurt(?:ing)?|harm(?:ed|ing)?|injur(?:e|ed|ing)|hit(?:ting)?|kill(?:ed|ing)? or (?:injur|wound)(?:e|ed|ing)) any(?:one|body)\b/giu,
    ),
    BOTH,
  ],
  [
    seek(/(?:\b(?:did|does|do|had|has|have)(?: not|n't)|\bwithout) kill(?:ed|ing)? any(?:one|body)\b/giu),
    ["killed"],
  ],
  [
    seek(
      /\b(?:no|without(?: any)?|(?:not|n't) (?:claim|cause|leave|claimed|caused|left) any)(?: (?:civilian|immediate))? (?:victims|dead (?:or|and|nor) (?:wounded|injured)|deaths (?:or|and|nor) (?:injuries|wounded))\b/giu,
    ),
    BOTH,
  ],
  [
    seek(
      /\b(?:no|zero|without(?: any)?)(?: (?!word|information|details|longer|casualt)[\p{L}-]+){0,4}? (?:deaths?|fatalities|loss of life)\b/giu,
    ),
    ["killed"],
  ],
  [
    seek(
      /\b(?:no|zero|without(?: any)?)(?: (?!word|information|details|longer|casualt)[\p{L}-]+){0,4}? injur(?:y|ies)\b/giu,
    ),
    ["injured"],
  ],
  [
    seek(
      new RegExp(
        `\\b(?:no ?one|nobody|none)(?: [\\p{L}]+){0,3}? ${AUX} (?:hurt or killed|killed or (?:hurt|injured|wounded)|harmed|hurt|hit|injured or killed)\\b`,
        "giu",
      ),
    ),
    BOTH,
  ],
  [
    seek(new RegExp(`\\b(?:no ?one|nobody|none)(?: [\\p{L}]+){0,5}? (?:${AUX}|been) killed\\b`, "giu")),
    ["killed"],
  ],
  [
    seek(
      /\b(?:hurting|harming|hitting|injuring or killing|killing or injuring|hurt|harmed) (?:nobody|no ?one)\b/giu,
    ),
    BOTH,
  ],
  [seek(/\bkill(?:ing|ed) (?:nobody|no ?one)\b/giu), ["killed"]],
  [
    seek(new RegExp(`\\b(?:no ?one|nobody|none)(?: [\\p{L}]+){0,3}? ${AUX} (?:injured|wounded)\\b`, "giu")),
    BOTH,
  ],
  [seek(/\b(?:no ?one|nobody) (?:has )?died\b/giu), ["killed"]],
];

const NEGATION = seek(/\b(?:no|none|nobody|without|zero|not|neither|never)\b|n't\b/i);

/** Reported absences of casualties in a stretch of text; `offset` is where the stretch starts. */
export function noCasualties(text: string, offset: number): Casualty[] {
  if (!holds(text, NEGATION)) return [];
  const found: Casualty[] = [];
  for (const [pattern, fields] of RULES) {
    for (const match of allSought(text, pattern)) {
      for (const field of fields) {
        if (found.some((casualty) => casualty.field === field)) continue;
        const span = { start: offset + match.index, end: offset + match.index + match[0].length };
        found.push(plainCasualty(field, { min: 0, max: 0 }, span));
      }
    }
  }
  return found;
}
