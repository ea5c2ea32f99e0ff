import "server-only";
import { openEarliest, openLatest } from "@/lib/dates/edtf";
import { AppError } from "@/lib/errors";
import type { ArticleInput } from "../schema";
import { canonicalUrl } from "./canonical-url";
import { decodePage } from "./decode";
import { fetchPage } from "./fetch-page";
import { normaliseText } from "./normalise-text";
import { readPage } from "./read-page";
import { packSnapshot, textSha256 } from "./snapshot";

/** An article ready to be stored. */
export type Intake = {
  canonicalUrl: string | null;
  title: string;
  byline: string | null;
  publisherName: string | null;
  language: string | null;
  direction: "ltr" | "rtl";
  publishedAt: Date | null;
  /** YYYY-MM-DD as given by the editor or the page. */
  publishedOn: string | null;
  timeZone: string | null;
  text: string;
  textSha256: string;
  snapshot: Uint8Array<ArrayBuffer> | null;
};

type Read = Omit<Intake, "textSha256" | "publishedAt" | "publishedOn" | "timeZone"> & {
  publishedAt: string | null;
};

function readText(text: string, input: ArticleInput): Read {
  const normal = normaliseText(text);
  const firstLine = normal.text.split("\n").find((line) => line.trim() !== "") ?? "";
  return {
    ...normal,
    canonicalUrl: input.url ? canonicalUrl(input.url) : null,
    title: input.title || firstLine.trim().slice(0, 300),
    byline: null,
    publisherName: input.publisher || null,
    publishedAt: input.publishedAt ?? null,
    snapshot: null,
  };
}

async function readHtml(html: string, url: string | null, input: ArticleInput): Promise<Read> {
  const page = readPage(html, url);
  return {
    text: page.text,
    direction: page.direction,
    language: page.language,
    canonicalUrl: page.canonicalUrl ?? (url ? canonicalUrl(url) : null),
    title: input.title || page.title,
    byline: page.byline,
    publisherName: input.publisher || page.publisherName,
    publishedAt: input.publishedAt ?? page.publishedAt,
    snapshot: await packSnapshot(html),
  };
}

async function readAddress(address: string, input: ArticleInput): Promise<Read> {
  const page = await fetchPage(address);
  const content = decodePage(page.bytes, page.contentType);
  return /^text\/plain/i.test(page.contentType ?? "")
    ? readText(content, { ...input, url: page.url })
    : readHtml(content, page.url, input);
}

// Date carries 30 February over into March, and the database has no year 0.
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= "0001";
}

/** Day and instant of a publication date; null where there is no such day or it cannot be stored. */
function readPublication(written: string): Pick<Intake, "publishedAt" | "publishedOn"> | null {
  // A date-time without a zone is the wall time of an unknown place: only its day is certain.
  const hasZone = /T.*(Z|[+-]\d{2}:\d{2})$/.test(written);
  const publishedAt = hasZone ? new Date(written) : null;
  const publishedOn = written.slice(0, 10);
  const isStorable = publishedAt === null || (publishedAt >= openEarliest && publishedAt <= openLatest);
  return isDay(publishedOn) && isStorable ? { publishedAt, publishedOn } : null;
}

/** A date that an editor gives must be right; one that a page gives is left out when it is not. */
function publication(written: string | null, isGiven: boolean): Pick<Intake, "publishedAt" | "publishedOn"> {
  const read = written === null ? null : readPublication(written);
  if (!read && isGiven) {
    throw new AppError("invalid-input", {
      message: "There is no such day.",
      errors: [{ path: "publishedAt", message: "There is no such day. Give a date as YYYY-MM-DD." }],
    });
  }
  return read ?? { publishedAt: null, publishedOn: null };
}

/**
 * Reads what an editor gave as text, page or address. An address is fetched only when no article is
 * stored under it yet. Throws AppError with a sentence for everything that cannot be read.
 */
export async function readIntake(
  input: ArticleInput,
  storedUnder: (address: string) => Promise<string | null>,
): Promise<Intake | { storedId: string }> {
  const read = await readGiven(input, storedUnder);
  if ("storedId" in read) {
    return read;
  }
  const { publishedAt, ...rest } = read;
  return {
    ...rest,
    ...publication(publishedAt, input.publishedAt !== undefined),
    timeZone: null,
    textSha256: textSha256(read.text),
  };
}

async function readGiven(
  input: ArticleInput,
  storedUnder: (address: string) => Promise<string | null>,
): Promise<Read | { storedId: string }> {
  if (input.text !== undefined) {
    return readText(input.text, input);
  }
  if (input.html !== undefined) {
    return readHtml(input.html, input.url ?? null, input);
  }
  const address = input.url ?? "";
  const canonical = canonicalUrl(address);
  const storedId = canonical ? await storedUnder(canonical) : null;
  return storedId ? { storedId } : readAddress(address, input);
}
