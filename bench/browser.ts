import { type Browser, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { closeDatabase } from "@/lib/db/client";
import { freePort } from "@/lib/db/embedded";
import { chromiumArguments, findChromium } from "@/scripts/test/chromium";
import { startStack } from "@/scripts/test/stack";
import { timeRawTimeline } from "./browser/raw-timeline";
import {
  dragTimeline,
  type FirstLoad,
  type LongTasks,
  openTimeline,
  type Repaint,
  timeFirstLoad,
  timeRepaint,
} from "./browser/visit";
import { percentiles, round } from "./percentiles";
import { onScratch } from "./timeline/scratch";

const defaultSize = 100_000;
const turns = 20;
/** A repaint beside vis-timeline's own drawing of 20,000 items. */
const allowedOfRaw = 1 / 10;
const allowedScriptKB = { timeline: 300, permalink: 120 };
/** A line of text that the same server sends as a file: what a page costs that has nothing in it. */
const emptyPage = "/robots.txt";

/**
 * What a reader waits for in Chromium, on the production build: filters, zoom, panning, first load.
 * `npm run bench -- browser 1000000` fills another number of incidents.
 */
export function benchBrowser({ folders }: { folders: readonly string[] }): Promise<object[]> {
  const size = Number(folders[0] ?? defaultSize);
  return onScratch(async ({ filler, source }) => {
    await filler.growTo(size);
    await closeDatabase();
    const stack = await startStack(process.cwd(), {
      PORT: String(await freePort()),
      DATABASE_URL: process.env.DATABASE_URL ?? "",
      SIGHTLINE_DEMO: "0",
    });
    try {
      return [{ measure: `${size} incidents: ${source}` }, ...(await measureBrowser(stack.url))];
    } finally {
      await stack.stop();
    }
  });
}

/** url: of a server on the database that DATABASE_URL names. */
async function measureBrowser(url: string): Promise<object[]> {
  await waitForCopy(url);
  const executablePath = findChromium() ?? undefined;
  const browser = await chromium.launch({ args: chromiumArguments, executablePath });
  try {
    const filters = await measureFilters(browser, url);
    const zooms = await measureZoom(browser, url);
    const drags = await measurePanning(browser, url);
    const loads = await measureFirstLoads(browser, url);
    const raw = await timeRawTimeline(browser);
    return [
      { measure: "vis-timeline alone, 20,000 items", p50: round(raw, 0) },
      ...repaintRows("filter", filters, raw),
      ...repaintRows("zoom", zooms, raw),
      ...taskRows(drags),
      ...loads,
    ];
  } finally {
    await browser.close();
  }
}

/** Until the copy in memory is there SQL answers, in seconds at a million. */
async function waitForCopy(url: string): Promise<void> {
  let quick = 0;
  while (quick < 3) {
    const began = performance.now();
    await (await fetch(`${url}/api/v1/facets`)).arrayBuffer();
    quick = performance.now() - began < 400 ? quick + 1 : 0;
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function measureFilters(browser: Browser, url: string): Promise<Repaint[]> {
  const page = await openTimeline(browser, url);
  const options = page.locator("ul[aria-label] a[rel=nofollow]:visible");
  const count = await options.count();
  if (count === 0) throw new Error(`${url} has no filters.`);
  const times: Repaint[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    // On and off again, one option after the other.
    const option = options.nth(Math.floor(turn / 2) % count);
    times.push(await timeRepaint(page, () => option.click()));
  }
  await page.close();
  return times;
}

/** In, in, in, out, out, out, each time at another place, so that not all of it is known. */
async function measureZoom(browser: Browser, url: string): Promise<Repaint[]> {
  const page = await openTimeline(browser, url);
  const times: Repaint[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const isIn = turn % 6 < 3;
    if (turn % 6 === 3) await dragTimeline(page, turn % 12 < 6 ? -0.5 : 0.6);
    const button = page.getByRole("button", { name: isIn ? "Zoom in" : "Zoom out" });
    times.push(await timeRepaint(page, () => button.click()));
  }
  await page.close();
  return times;
}

async function measurePanning(browser: Browser, url: string): Promise<LongTasks[]> {
  const page = await openTimeline(browser, url);
  for (let step = 0; step < 3; step += 1) await zoomIn(page);
  const drags: LongTasks[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    drags.push(await dragTimeline(page, turn % 8 < 4 ? -0.6 : 0.6));
  }
  await page.close();
  return drags;
}

async function zoomIn(page: Page): Promise<void> {
  await timeRepaint(page, () => page.getByRole("button", { name: "Zoom in" }).click());
}

const foundSchema = z.object({ data: z.array(z.object({ publicId: z.string() })).min(1) });

async function measureFirstLoads(browser: Browser, url: string): Promise<object[]> {
  const answer = await fetch(`${url}/api/v1/incidents?limit=1`);
  const [incident] = foundSchema.parse(await answer.json()).data;
  const pages = {
    "an empty page": emptyPage,
    timeline: "/",
    permalink: `/incidents/${incident?.publicId}`,
  };
  const loads: Record<string, FirstLoad[]> = {};
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, address] of Object.entries(pages)) {
      loads[name] = [...(loads[name] ?? []), await timeFirstLoad(browser, url + address)];
    }
  }
  const empty = percentiles(
    (loads["an empty page"] ?? []).map(({ largestPaint }) => largestPaint),
    0,
  );
  return Object.entries(loads).map(([name, measured]) => {
    const times = percentiles(
      measured.map(({ largestPaint }) => largestPaint),
      0,
    );
    return {
      measure: `largest paint of ${name}`,
      ...times,
      "p50 / empty": round(times.p50 / empty.p50, 2),
      scriptKB: round(Math.max(...measured.map(({ scriptBytes }) => scriptBytes)) / 1000, 0),
      allowedKB: name === "timeline" || name === "permalink" ? allowedScriptKB[name] : undefined,
    };
  });
}

function repaintRows(name: string, measured: readonly Repaint[], raw: number): object[] {
  const rowOf = (measure: string, times: number[]) => {
    const { p50, p95 } = percentiles(times, 0);
    return { measure, p50, p95, "p95 / alone": round(p95 / raw, 3), "allowed / alone": allowedOfRaw };
  };
  return [
    rowOf(
      `${name} to the first change`,
      measured.map(({ first }) => first),
    ),
    rowOf(
      `${name} to the last change`,
      measured.map(({ last }) => last),
    ),
  ];
}

function taskRows(drags: readonly LongTasks[]): object[] {
  const rowOf = (measure: string, tasks: number[]) => ({
    measure: `${measure}: tasks over 50 ms in ${drags.length} drags`,
    count: tasks.length,
    longestMs: Math.max(0, ...tasks),
  });
  return [
    rowOf(
      "panning",
      drags.flatMap(({ moving }) => moving),
    ),
    rowOf(
      "coming to rest",
      drags.flatMap(({ settling }) => settling),
    ),
  ];
}
