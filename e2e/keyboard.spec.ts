import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import type { TimelineWindow } from "../lib/timeline/schema";
import { findIncident } from "./support/api";

const dayMs = 86_400_000;

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

/** The answer as it would be if there were too many to draw: one count a year and group. */
function counted(answer: TimelineWindow): TimelineWindow {
  const counts = new Map<string, TimelineWindow["buckets"][number]>();
  for (const { earliest, groups } of answer.items) {
    const year = Math.max(new Date(earliest).getUTCFullYear(), new Date(answer.start).getUTCFullYear());
    const group = groups[0] ?? "";
    const bucket = counts.get(`${year} ${group}`) ?? {
      start: new Date(Date.UTC(year, 0, 1)).toISOString(),
      end: new Date(Date.UTC(year + 1, 0, 1)).toISOString(),
      group,
      count: 0,
    };
    counts.set(`${year} ${group}`, { ...bucket, count: bucket.count + 1 });
  }
  const buckets = [...counts.values()].sort((a, b) => a.start.localeCompare(b.start));
  return { ...answer, items: [], links: [], stubs: [], buckets };
}

/** Lets every window of more than two years be answered with counts. */
async function countLongWindows(page: Page): Promise<void> {
  await page.route("**/api/v1/timeline?*", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as TimelineWindow;
    const days = (Date.parse(answer.end) - Date.parse(answer.start)) / dayMs;
    await route.fulfill({ response, json: days > 800 ? counted(answer) : answer });
  });
}

test("a whole session by keyboard alone: filter, walk, group, zoom into a count, open, follow a link, go back", async ({
  page,
}) => {
  await countLongWindows(page);
  await page.goto("/");
  const timeline = page.getByRole("application", { name: "Incidents in time order" });
  const spoken = page.getByRole("region", { name: "Timeline" }).getByRole("status");
  const panel = page.getByRole("complementary", { name: "Selected incident" });

  await test.step("filters", async () => {
    const facet = page
      .getByRole("list", { name: "Event type" })
      .getByRole("link", { name: /Explosions and remote violence/ });
    await tabTo(page, facet);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/type=explosions-remote-violence/);
  });

  await test.step("walks in time order", async () => {
    await tabTo(page, timeline);
    await page.keyboard.press("Home");
    await expect(spoken).toContainText(/, 1 of \d+$/);
    await page.keyboard.press("ArrowRight");
    await expect(spoken).toContainText(/, 2 of \d+$/);
    await page.keyboard.press("ArrowLeft");
    await expect(spoken).toContainText(/, 1 of \d+$/);
  });

  await test.step("groups, and goes from group to group", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("g");
    await expect(page).toHaveURL(/group=country/);
    await expect(spoken).toHaveText("Grouped by country");
    await expect(page.locator(".sl-count").first()).toBeVisible();
    await page.keyboard.press("End");
    await expect(spoken).toContainText(/^\d+ incidents? from /);
    await page.keyboard.press("ArrowUp");
    await expect(spoken).toContainText(/^[^,]+: .* incidents? from /);
  });

  await test.step("zooms into a count, and by the keys", async () => {
    const before = page.url();
    await page.keyboard.press("Enter");
    await expect(spoken).toHaveText(/^\d+ incidents? in view/);
    await expect(page).not.toHaveURL(before);
    await expect(timeline).toBeFocused();
    await page.keyboard.press("-");
    await page.keyboard.press("+");
    await expect(spoken).toHaveText(/^\d+ incidents? in view/);
    await expect(page.locator(".vis-item .sl-label").first()).toBeVisible();
  });

  await test.step("lists the keys, and comes back", async () => {
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keys of the timeline" });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(timeline).toBeFocused();
  });

  await test.step("opens an incident and closes it", async () => {
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(timeline).toBeFocused();
  });
});

test("follows a link from the panel to the record and back, by keyboard, without a violation for axe", async ({
  page,
  request,
}) => {
  const strike = await findIncident(request, "US drone strike kills Qasem Soleimani");
  await page.goto(`/?selected=${strike.publicId}`);
  const panel = page.getByRole("complementary", { name: "Selected incident" });
  await expect(panel.getByRole("heading", { level: 2, name: strike.title })).toBeVisible();
  const first = panel.getByRole("region", { name: "Linked incidents" }).getByRole("button").first();
  const linked = strike.links.find((link) => link.direction === "outgoing")?.title ?? "";
  await expect(first).toContainText(linked);
  await tabTo(page, first);
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("heading", { level: 2, name: linked })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);

  await tabTo(page, panel.getByRole("link", { name: "Open the record" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: linked })).toBeVisible();
  await page.goBack();
  await expect(panel.getByRole("heading", { level: 2, name: linked })).toBeVisible();
});

test("the shown period is a slider: arrows move it, Shift and arrows change its length", async ({ page }) => {
  await page.goto("/?start=2021-06-01T00:00:00Z&end=2021-09-01T00:00:00Z");
  const slider = page.getByRole("slider", { name: "Shown period" });
  await tabTo(page, slider);
  await expect(slider).toHaveAttribute("aria-valuetext", /^1 June 2021, .* to 1 September 2021/);
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^10 June 2021, .* to 10 September 2021/);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /^10 June 2021, .* to 19 September 2021/);
  await expect(page).toHaveURL(/start=2021-06-10/);
});

test("times can be told by other clocks, also on the next visit", async ({ page }) => {
  await page.goto("/?from=2021-07-05&to=2021-07-08");
  const status = page.getByText(/incidents in view/).first();
  const evenings = page.locator("#list time").filter({ hasText: "evening" });
  await expect(status).toContainText("axis in UTC");
  await expect(evenings.first()).toBeVisible();
  await tabTo(page, page.getByRole("application", { name: "Incidents in time order" }));
  await page.keyboard.press("z");
  await expect(status).toContainText("times in UTC");
  await expect(evenings).toHaveCount(0);
  await page.reload();
  await expect(status).toContainText("times in UTC");
  await expect(page.getByLabel("Times")).toHaveValue("utc");
});
