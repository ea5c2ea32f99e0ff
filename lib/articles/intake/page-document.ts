import "server-only";
import vm from "node:vm";
import { JSDOM, VirtualConsole } from "jsdom";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from "parse5";
import { AppError } from "@/lib/errors";

/** Limits far above what articles need: of some 40 real pages the largest has 2,234 elements, the deepest 29 levels. */
const maxElements = 50_000;
const maxDepth = 256;
const defaultTimeLimitMs = 5_000;

/** Elements without words of the article; stylesheets are dropped before anything would parse them. */
const wordless = new Set(["style", "svg", "iframe", "object", "embed", "canvas", "math", "link:stylesheet"]);

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/**
 * Parses a page without scripts and without loading anything, hands its document to `read`, and gives
 * back what that returns. Throws AppError (too-large) when the page has too many elements, is nested too
 * deeply, or takes longer than the time limit in all.
 */
export function withPage<Result>(
  html: string,
  url: string | undefined,
  read: (document: Document) => Result,
  timeLimitMs = defaultTimeLimitMs,
): Result {
  return withinTime(timeLimitMs, () => {
    const dom = new JSDOM(simplified(html), {
      ...(url ? { url } : {}),
      virtualConsole: new VirtualConsole(),
    });
    try {
      return read(dom.window.document);
    } finally {
      dom.window.close();
    }
  });
}

/** The page as its elements, without scripts (data in JSON-LD stays), styles, drawings and comments. */
function simplified(html: string): string {
  let depth = 0;
  let elements = 0;
  const page = parse(html, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (...parts) => {
        elements += 1;
        if (elements > maxElements) {
          throw tooMuch(`The page has more than ${maxElements.toLocaleString("en-GB")} elements`);
        }
        return defaultTreeAdapter.createElement(...parts);
      },
      onItemPush: () => {
        depth += 1;
        if (depth > maxDepth) throw tooMuch(`The page is nested more than ${maxDepth} levels deep`);
      },
      onItemPop: () => {
        depth -= 1;
      },
    },
  });
  dropWordless(page);
  return serialize(page);
}

function dropWordless(parent: ParentNode): void {
  parent.childNodes = parent.childNodes.filter((node) => node.nodeName !== "#comment" && !isWordless(node));
  for (const node of parent.childNodes) if ("childNodes" in node) dropWordless(node);
}

function isWordless(node: DefaultTreeAdapterTypes.ChildNode): boolean {
  if (!("tagName" in node)) return false;
  if (node.tagName === "script") return !/^application\/ld\+json/i.test(attribute(node, "type") ?? "");
  if (node.tagName === "link") return /\b(stylesheet|preload)\b/i.test(attribute(node, "rel") ?? "");
  return wordless.has(node.tagName);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

function tooMuch(problem: string): AppError {
  return new AppError("too-large", { message: `${problem}. Paste the article's text instead.` });
}

/** Runs synchronous work that V8 stops after the time limit, wherever it is. */
function withinTime<Result>(timeLimitMs: number, work: () => Result): Result {
  try {
    return vm.runInNewContext("work()", { work }, { timeout: timeLimitMs }) as Result;
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw tooMuch(`The page takes longer than ${timeLimitMs / 1000} seconds to read`);
    }
    throw error;
  }
}
