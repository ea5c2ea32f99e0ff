import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { extractIncidents } from "@/lib/extraction/extract";
import type { Extraction, ProposedPlace } from "@/lib/extraction/proposal";
import { isDay } from "@/lib/extraction/when";
import { getExtractionKnowledge } from "@/lib/reference/knowledge";

const MAX_BYTES = 2 * 1024 * 1024;
const USAGE = "Usage: npm run extract -- [--published YYYY-MM-DD] [--json] [FILE]";

/** A problem with what was asked, told in one sentence. */
class InputError extends Error {}

type Request = { file: string | null; published: string | null; json: boolean };

function readRequest(argv: string[]): Request {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (positionals.length > 1)
    throw new InputError(`One file at a time, please: ${positionals.length} were given.\n${USAGE}`);
  const published = values.published ?? null;
  if (published !== null && !isCalendarDay(published)) {
    throw new InputError(`--published must be a date such as 2021-07-06, not "${published}".`);
  }
  return { file: positionals[0] ?? null, published, json: values.json === true };
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { published: { type: "string" }, json: { type: "boolean" } },
  });

function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Standard input up to one byte more than is accepted; asynchronous, because a slow pipe answers EAGAIN. */
async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function readFile(file: string): Buffer {
  try {
    // npm runs scripts in the package's folder and tells where the person stood.
    return readFileSync(path.resolve(process.env.INIT_CWD ?? "", file));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") throw new InputError(`There is no file ${file}.`);
    if (code === "EISDIR") throw new InputError(`${file} is a folder, not a text file.`);
    throw new InputError(`${file} cannot be read (${String(code ?? error)}).`);
  }
}

async function readText(file: string | null): Promise<string> {
  const bytes = file === null ? await readStandardInput() : readFile(file);
  const name = file ?? "The text on standard input";
  if (bytes.length > MAX_BYTES) throw new InputError(`${name} is larger than 2 MB.`);
  if (bytes.includes(0)) throw new InputError(`${name} is not a text: it holds binary data.`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name} is not UTF-8 text.`);
  }
  if (text.trim() === "") throw new InputError(`${name} is empty.`);
  return text;
}

function withoutSlug(place: ProposedPlace | null): Omit<ProposedPlace, "slug"> | null {
  if (!place) return null;
  const { slug: _, ...rest } = place;
  return rest;
}

/** The public shape: names without the gazetteer's and actors' slugs, a link's quote as its words. */
function toJson({ article, incidents, links }: Extraction) {
  return {
    article,
    incidents: incidents.map((incident) => ({
      title: incident.title,
      summary: incident.summary,
      occurred: incident.occurred,
      timeZone: incident.timeZone,
      place: withoutSlug(incident.place),
      eventType: incident.eventType,
      outcome: incident.outcome,
      killed: incident.killed,
      injured: incident.injured,
      participants: incident.participants.map(({ slug: _, ...participant }) => participant),
      quotes: incident.quotes,
      background: incident.background,
      confidence: incident.confidence,
    })),
    links: links.map((link) => ({ ...link, quote: link.quote?.exact ?? null })),
  };
}

const range = (count: { min: number; max: number | null } | null): string =>
  count === null
    ? "-"
    : count.max === null
      ? `${count.min}+`
      : count.min === count.max
        ? `${count.min}`
        : `${count.min}-${count.max}`;

function printTable({ article, incidents, links }: Extraction): void {
  const { publishedOn, publishedOnFrom, paragraphs, repeatedParagraphs } = article;
  console.log(
    `Published ${publishedOn ?? "unknown"}${publishedOnFrom ? ` (${publishedOnFrom})` : ""}; ${paragraphs} paragraphs, ${repeatedParagraphs} repeated`,
  );
  if (incidents.length === 0) console.log("No incident found.");
  for (const [i, incident] of incidents.entries()) {
    const place = incident.place
      ? `${incident.place.name} (${incident.place.country ?? "?"}, ${incident.place.precision})`
      : "place unknown";
    console.log(`\n${i}. ${incident.title}${incident.background ? "  [background]" : ""}`);
    console.log(
      `   ${incident.occurred || "time unknown"} · ${place} · ${incident.eventType}, ${incident.outcome} · killed ${range(incident.killed)} · injured ${range(incident.injured)} · confidence ${incident.confidence}`,
    );
    for (const { name, role, attribution, attributedBy } of incident.participants) {
      console.log(`   ${role}: ${name} (${attribution}${attributedBy ? ` by ${attributedBy}` : ""})`);
    }
    for (const quote of incident.quotes) {
      const words = quote.exact.replace(/\s+/g, " ");
      console.log(`   ${quote.field}: "${words.length > 110 ? `${words.slice(0, 107)}...` : words}"`);
    }
  }
  if (links.length > 0) console.log("");
  for (const { from, to, type } of links) console.log(`${from} ${type} ${to}`);
}

try {
  const request = readRequest(process.argv.slice(2));
  const text = await readText(request.file);
  const today = new Date().toISOString().slice(0, 10);
  const extraction = extractIncidents(
    text,
    { publishedOn: request.published, today },
    getExtractionKnowledge(),
  );
  if (request.json) console.log(JSON.stringify(toJson(extraction), null, 1));
  else printTable(extraction);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
