import path from "node:path";
import type { Browser, Page } from "@playwright/test";

export const viewport = { width: 1280, height: 900 };

/** What measures.js leaves in the page; times in milliseconds. */
declare const measures: {
  /** From now on the next click or key begins a measurement. */
  arm: () => void;
  /** From the click or key to the first and to the last change of what is drawn, painted; null while it changes. */
  repainted: () => { first: number; last: number } | null;
  /** Durations of the main thread's tasks over 50 ms that began between two times of the page. */
  longTasks: (from: number, to: number) => number[];
  largestPaint: () => number;
};

export type Repaint = { first: number; last: number };

export async function openTimeline(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.addInitScript({ path: path.join(import.meta.dirname, "measures.js") });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.locator(".vis-foreground .vis-item").first().waitFor();
  return page;
}

/** Does something that is a click or a key, and waits until its effect is painted and nothing moves any more. */
export async function timeRepaint(page: Page, act: () => Promise<void>): Promise<Repaint> {
  await page.evaluate(() => measures.arm());
  await act();
  const result = await page.waitForFunction(() => measures.repainted(), null, { polling: 100 });
  const times = await result.jsonValue();
  if (!times) throw new Error("The timeline was not drawn again.");
  return times;
}

export type LongTasks = { moving: number[]; settling: number[] };

/** Long enough for the answer, its drawing and the reading of the windows beside it. */
const settleMs = 2500;
const dragSteps = 40;

/** Drags the timeline by a part of its width, and lists the tasks over 50 ms meanwhile and afterwards. */
export async function dragTimeline(page: Page, share: number): Promise<LongTasks> {
  const box = await page.locator(".vis-panel.vis-center").boundingBox();
  if (!box) throw new Error("There is no timeline.");
  const middle = box.x + box.width / 2;
  const [from, y] = [middle - (share * box.width) / 2, box.y + box.height - 12];
  await page.mouse.move(from, y);
  const began = await page.evaluate(() => performance.now());
  await page.mouse.down();
  for (let step = 1; step <= dragSteps; step += 1) {
    await page.mouse.move(from + (share * box.width * step) / dragSteps, y);
    await page.waitForTimeout(12);
  }
  const released = await page.evaluate(() => performance.now());
  await page.mouse.up();
  await page.waitForTimeout(settleMs);
  return page.evaluate(
    ([start, end]) => ({
      moving: measures.longTasks(start ?? 0, end ?? 0),
      settling: measures.longTasks(end ?? 0, performance.now()),
    }),
    [began, released],
  );
}

export type FirstLoad = { largestPaint: number; scriptBytes: number };

/** Opens an address as somebody who has nothing of it yet: the largest paint, and the scripts as they are sent. */
export async function timeFirstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.addInitScript({ path: path.join(import.meta.dirname, "measures.js") });
  await page.goto(url, { waitUntil: "networkidle" });
  const largestPaint = await page.evaluate(() => measures.largestPaint());
  const scriptBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return { largestPaint, scriptBytes };
}
