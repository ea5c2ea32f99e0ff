import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/editor";

/** A draft through the API, with the session of the page. */
async function makeDraft(page: Page, incident: object): Promise<string> {
  const answer = await page.request.post("/api/v1/incidents", { data: incident });
  expect(answer.status()).toBe(201);
  const { publicId } = (await answer.json()) as { publicId: string };
  return publicId;
}

test("an editor finds two reports of one incident, merges them, and undoes it", async ({ page }) => {
  await signIn(page, "/editor/duplicates");
  const number = Date.now();
  const base = { eventType: "shelling-artillery-missile-attack", occurred: "1987-05-17", timeZone: "UTC" };
  const first = `Mortar shells strike harbour number ${number}`;
  const second = `Harbour number ${number} struck by mortar shells`;
  const one = await makeDraft(page, { ...base, title: first, killed: { min: 2, max: 2 } });
  const two = await makeDraft(page, {
    ...base,
    title: second,
    killed: { min: 3, max: 3 },
    outcome: "completed",
  });

  const pair = page.getByRole("listitem").filter({ hasText: first }).filter({ hasText: second });
  // The first visit of a fresh site goes on comparing after its answer, and its notice asks to reload.
  await expect(async () => {
    await page.reload();
    await expect(pair.getByText("the same day")).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });

  // A page that has just come may not listen yet.
  await expect(async () => {
    if ((await pair.count()) > 0) await pair.getByRole("button", { name: "Not the same" }).click();
    await expect(pair).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(pair).toBeVisible();

  const compare = pair.getByRole("link", { name: "Compare" });
  await compare.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Are these one incident?" })).toBeVisible();
  const result = page.getByRole("region", { name: "Result" });
  await expect(async () => {
    await page.getByRole("group", { name: "Which one stays" }).getByRole("radio", { name: first }).check();
    await page.getByRole("group", { name: "Title" }).getByRole("radio", { name: first }).check();
    await expect(page.getByText(`${two} goes into ${one}.`)).toBeVisible({ timeout: 2000 });
  }).toPass();
  await page.getByRole("group", { name: "Killed" }).getByRole("radio", { name: /^3 / }).check();
  await expect(result.getByText(first)).toBeVisible();
  await expect(result.getByText(/^new in/)).toHaveCount(2);
  await page.keyboard.press("m");
  await expect(page.getByText("Its address leads there.")).toBeVisible();

  const moved = await page.request.get(`/api/v1/incidents/${two}`, { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([308, `/api/v1/incidents/${one}`]);

  await page.goto(`/editor/incidents/${one}`);
  const section = page.getByRole("region", { name: "The same incident elsewhere" });
  await expect(section.getByText("Merged from")).toBeVisible();
  await expect(async () => {
    if ((await section.getByText("Merged from").count()) > 0) {
      await section.getByRole("button", { name: "Undo" }).click();
    }
    await expect(section.getByText("Merged from")).toHaveCount(0, { timeout: 2000 });
  }).toPass();
  const back = (await (await page.request.get(`/api/v1/incidents/${two}`)).json()) as object;
  expect(back).toMatchObject({ title: second, status: "draft", killed: { min: 3, max: 3 } });
});
