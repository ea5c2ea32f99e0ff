import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/editor";

/** Sends to the API from the page of somebody who has signed in; the answer's publicId, where it has one. */
async function post(editor: Page, path: string, body: object): Promise<string> {
  const answer = await editor.evaluate(
    async ({ path, body }) => {
      const headers = { "Content-Type": "application/json" };
      const response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
      return { isOk: response.ok, publicId: String((await response.json()).publicId) };
    },
    { path, body },
  );
  expect(answer.isOk).toBe(true);
  return answer.publicId;
}

async function publish(editor: Page, title: string, occurred: string): Promise<string> {
  const input = { title, eventType: "other", occurred, unsourcedReason: "Made for a test" };
  const publicId = await post(editor, "/api/v1/incidents", input);
  return post(editor, `/api/v1/incidents/${publicId}/publish`, {});
}

const retract = (editor: Page, publicId: string) =>
  post(editor, `/api/v1/incidents/${publicId}/retract`, { reason: "Made for a test" });

test("what is published while the page is open is named, and drawn at once for those who follow", async ({
  page,
  browser,
}) => {
  const context = await browser.newContext();
  const editor = await context.newPage();
  await signIn(editor, "/editor");

  const listening = page.waitForRequest("**/api/v1/updates");
  await page.goto("/?start=2021-06-01T00:00:00Z&end=2021-08-01T00:00:00Z");
  await listening;
  const drawing = page.locator(".vis-item");
  await expect(drawing.first()).toBeVisible();
  const slider = page.getByRole("slider", { name: "Shown period" });
  const period = await slider.getAttribute("aria-valuetext");

  const first = `Fire at a depot, first report ${Date.now()}`;
  const firstId = await publish(editor, first, "2021-10-05");
  const show = page.getByRole("button", { name: "Show", exact: true });
  await expect(page.getByText(/^\d+ new incidents?$/).first()).toBeVisible();
  await expect(slider).toHaveAttribute("aria-valuetext", period ?? "");
  await expect(drawing.filter({ hasText: first })).toHaveCount(0);
  await show.click();
  await expect(drawing.filter({ hasText: first })).toBeVisible();
  await expect(show).toBeHidden();

  const now = page.getByRole("button", { name: "Now" });
  await now.click();
  await expect(now).toHaveAttribute("aria-pressed", "true");
  const second = `Fire at a depot, second report ${Date.now()}`;
  const secondId = await publish(editor, second, new Date().toISOString().slice(0, 10));
  await expect(drawing.filter({ hasText: second })).toBeVisible();
  await expect(show).toBeHidden();

  await retract(editor, secondId);
  await expect(drawing.filter({ hasText: second })).toHaveCount(0);
  await retract(editor, firstId);
  await context.close();
});
