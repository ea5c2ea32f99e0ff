import { expect, type Page, test } from "@playwright/test";
import { findIncident } from "./support/api";

/** Bytes of all scripts that a page transfers until it is idle, compressed as they are sent. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(address, { waitUntil: "networkidle" });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test("the first load of the timeline transfers at most 300 kB of scripts", async ({ page }) => {
  const bytes = await scriptBytes(page, "/");
  await expect(page.getByRole("application", { name: "Incidents in time order" })).toBeVisible();
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(300_000);
});

test("a permalink transfers at most 120 kB of scripts", async ({ page, request }) => {
  const { publicId } = await findIncident(request, "US drone strike kills Qasem Soleimani");
  const bytes = await scriptBytes(page, `/incidents/${publicId}`);
  expect(bytes).toBeGreaterThan(100);
  expect(bytes).toBeLessThanOrEqual(120_000);
});

test("a permalink answers the first click, though its scripts come with it", async ({ page, request }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { publicId } = await findIncident(request, "US drone strike kills Qasem Soleimani");
  await page.goto(`/incidents/${publicId}`, { waitUntil: "networkidle" });
  await page.getByRole("link", { name: "Share link" }).click();
  await expect(page.getByRole("link", { name: "Link copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(publicId);
});
