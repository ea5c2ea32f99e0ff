import { createRequire } from "node:module";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { database } from "@/lib/db/client";
import { viewport } from "./visit";

const count = 20_000;
const require = createRequire(import.meta.url);

type RawItem = { id: string; content: string; start: number };

declare const vis: {
  DataSet: new (items: readonly RawItem[]) => object;
  Timeline: new (
    host: Element,
    items: object,
    options: object,
  ) => { on: (event: string, run: () => void) => void };
};

/**
 * Milliseconds that vis-timeline alone needs to draw 20,000 of the incidents, from its constructor to its first
 * "changed" and two frames more. It does not stack them: that it does not end within minutes.
 */
export async function timeRawTimeline(browser: Browser): Promise<number> {
  const script = require.resolve("vis-timeline/standalone/umd/vis-timeline-graph2d.min.js");
  const page = await browser.newPage({ viewport });
  await page.setContent("<!doctype html><title>vis-timeline</title>");
  await page.addStyleTag({ path: path.resolve(script, "../../../styles/vis-timeline-graph2d.min.css") });
  await page.addScriptTag({ path: script });
  const items = await readItems();
  const ms = await page.evaluate(drawRaw, items);
  await page.close();
  return ms;
}

/** Ids are random, so that these are spread over the whole range as all of them are. */
async function readItems(): Promise<RawItem[]> {
  const found = await database().incident.findMany({
    where: { status: "published" },
    select: { publicId: true, title: true, earliest: true },
    orderBy: { publicId: "asc" },
    take: count,
  });
  return found.flatMap(({ publicId, title, earliest }) =>
    earliest ? [{ id: publicId, content: title, start: earliest.getTime() }] : [],
  );
}

/** Runs in the page: nothing from outside of it can be used here. */
function drawRaw(items: RawItem[]): Promise<number> {
  return new Promise((done) => {
    const data = new vis.DataSet(items);
    const began = performance.now();
    const timeline = new vis.Timeline(document.body, data, { height: 600, stack: false });
    let isDrawn = false;
    timeline.on("changed", () => {
      if (isDrawn) return;
      isDrawn = true;
      requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
    });
  });
}
