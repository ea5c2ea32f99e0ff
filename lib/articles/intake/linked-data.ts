/** What schema.org data in a page's JSON-LD says about the report it carries; null where it says nothing. */
export type ReportData = {
  headline: string | null;
  author: string | null;
  publisher: string | null;
  publishedAt: string | null;
  language: string | null;
  body: string | null;
};

type JsonObject = Record<string, unknown>;

/** schema.org types of a report (Article and its subtypes that news sites use). */
const reportType = /(Article|Report|BlogPosting|LiveBlogPosting|Posting)$/;
const maxNodes = 2_000;

/** Reads the first report among the page's JSON-LD blocks; blocks that are not JSON are passed over. */
export function linkedData(document: Document): ReportData {
  const roots = [...document.querySelectorAll('script[type^="application/ld+json" i]')].map((script) =>
    parsed(script.textContent ?? ""),
  );
  const objects = objectsIn(roots);
  const report = objects.find((object) => reportTypes(object).some((type) => reportType.test(type)));
  const named = (value: unknown) => nameOf(value, objects);
  return {
    headline: report ? text(report.headline ?? report.name) : null,
    author: report ? named(report.author ?? report.creator) : null,
    publisher: report ? named(report.publisher ?? report.sourceOrganization) : null,
    publishedAt: report ? text(report.datePublished ?? report.dateCreated) : null,
    language: report ? text(report.inLanguage) : null,
    body: report ? text(report.articleBody) : null,
  };
}

/** Templates for XHTML wrap the data in comments or CDATA marks, which are no JSON. */
const openingMark = /^\s*(?:\/\/|\/\*)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*\/)?/;
const closingMark = /(?:\/\/|\/\*)?\s?(?:-->|\]\]>)\s?(?:\*\/)?$/;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(openingMark, "").trimEnd().replace(closingMark, ""));
  } catch {
    return null;
  }
}

/** Every object below the roots, outermost first, up to a limit that no honest page reaches. */
function objectsIn(roots: unknown[]): JsonObject[] {
  const queue = [...roots];
  const found: JsonObject[] = [];
  for (let index = 0; index < queue.length && index < maxNodes; index += 1) {
    const node = queue[index];
    if (Array.isArray(node)) queue.push(...node.slice(0, maxNodes));
    else if (isObject(node)) {
      found.push(node);
      queue.push(...Object.values(node).slice(0, 100));
    }
  }
  return found;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function reportTypes(object: JsonObject): string[] {
  return [object["@type"]].flat().filter((type) => typeof type === "string");
}

function text(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") return first.trim() || null;
  return isObject(first) ? text(first["@value"] ?? first.name) : null;
}

/** Names of persons or organisations, given as text, as an object, by reference, or as a list of these. */
function nameOf(value: unknown, objects: JsonObject[]): string | null {
  const names = [value].flat().map((item) => {
    if (typeof item === "string") return /^https?:/.test(item) ? null : item.trim();
    if (!isObject(item)) return null;
    if (typeof item.name === "string") return item.name.trim();
    const referred = objects.find(
      (object) => object["@id"] === item["@id"] && typeof object.name === "string",
    );
    return referred ? text(referred.name) : null;
  });
  return [...new Set(names.filter((name) => name))].slice(0, 10).join(", ") || null;
}
