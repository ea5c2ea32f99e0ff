import { formatInstant } from "@/lib/dates/words";
import type { IncidentView } from "./schema";

export const citationStyles = ["apa", "bibtex", "ris", "csl-json"] as const;
export type CitationStyle = (typeof citationStyles)[number];

type Cited = Pick<
  IncidentView,
  "publicId" | "version" | "title" | "summary" | "url" | "updatedAt" | "publishedAt"
>;

/** How to cite one version of an incident. The address is that version's own, so it never changes. */
export function citationOf(incident: Cited, style: CitationStyle): string {
  const parts = partsOf(incident);
  if (style === "apa") return apa(parts);
  if (style === "bibtex") return bibtex(parts);
  return style === "ris" ? ris(parts) : cslJson(parts);
}

type Parts = {
  key: string;
  title: string;
  summary: string;
  version: number;
  url: string;
  year: number;
  month: number;
  day: number;
};

function partsOf(incident: Cited): Parts {
  const issued = new Date(incident.updatedAt);
  return {
    key: `sightline-${incident.publicId}-v${incident.version}`,
    title: incident.title.replace(/\s+/g, " ").trim(),
    summary: incident.summary.replace(/\s+/g, " ").trim(),
    version: incident.version,
    url: `${incident.url}@${incident.version}`,
    year: issued.getUTCFullYear(),
    month: issued.getUTCMonth() + 1,
    day: issued.getUTCDate(),
  };
}

/** APA 7, a data set with a group author. */
function apa({ title, version, url, year, month, day }: Parts): string {
  const words = formatInstant(new Date(Date.UTC(year, month - 1, day)), "UTC");
  const monthName = /^\d+ (\p{L}+)/u.exec(words)?.[1] ?? "";
  return `Sightline. (${year}, ${monthName} ${day}). ${title} (Version ${version}) [Data set]. ${url}`;
}

function bibtex({ key, title, version, url, year, month, day }: Parts): string {
  return [
    `@misc{${key},`,
    "  author  = {{Sightline}},",
    // Double braces keep the capitals of names.
    `  title   = {{${escapeTex(title)}}},`,
    `  year    = {${year}},`,
    `  month   = {${month}},`,
    `  day     = {${day}},`,
    `  version = {${version}},`,
    `  url     = {${url}}`,
    "}",
  ].join("\n");
}

const texCharacters: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (character) => texCharacters[character] ?? `\\${character}`);
}

/** RIS: one tag a line, lines end in CR LF, the record ends with ER. */
function ris({ key, title, summary, version, url, year, month, day }: Parts): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const lines = [
    ["TY", "DATA"],
    ["ID", key],
    ["AU", "Sightline"],
    ["TI", title],
    ...(summary ? [["AB", summary]] : []),
    ["PY", String(year)],
    ["DA", `${year}/${two(month)}/${two(day)}`],
    ["ET", `Version ${version}`],
    ["PB", "Sightline"],
    ["UR", url],
    ["ER", ""],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join("");
}

function cslJson({ key, title, summary, version, url, year, month, day }: Parts): string {
  const item = {
    id: key,
    type: "dataset",
    title,
    author: [{ literal: "Sightline" }],
    publisher: "Sightline",
    issued: { "date-parts": [[year, month, day]] },
    version: String(version),
    ...(summary ? { abstract: summary } : {}),
    URL: url,
  };
  return JSON.stringify([item], null, 2);
}
