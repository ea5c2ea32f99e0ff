import { expect, type Page, test } from "@playwright/test";
import { escaped, signIn } from "./support/editor";

/** Stores drafts through the API, as the person who is signed in on the page. */
async function makeDrafts(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) {
    const answer = await page.request.post("/api/v1/incidents", {
      data: { title, eventType: "attack", occurred: "2021-07-05" },
    });
    expect(answer.status()).toBe(201);
  }
}

const rowOf = (page: Page, title: string) =>
  page.getByRole("grid", { name: "Incidents" }).getByRole("row", { name: new RegExp(escaped(title)) });

test("an editor finds a draft with the palette, in spite of a misspelling, and goes on by keys", async ({
  page,
}) => {
  await signIn(page, "/editor");
  const title = `Quarrelsome harvester ${Date.now()}`;
  await makeDrafts(page, [title]);
  await page.keyboard.press("ControlOrMeta+k");
  const search = page.getByRole("combobox", { name: "Search and commands" });
  await search.fill("quarelsome harvster");
  await expect(page.getByRole("option", { name: new RegExp(escaped(title)) })).toBeVisible();
  await search.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await page.keyboard.press("ControlOrMeta+k");
  await search.fill("submit this");
  await expect(page.getByRole("option", { name: "Submit this incident for review" })).toBeVisible();
  await search.press("Enter");
  await expect(page.getByText("In review", { exact: true }).first()).toBeVisible();

  await page.getByRole("heading", { level: 1, name: title }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { level: 1, name: "Incidents" })).toBeVisible();
});

test("an editor keeps a search of the table, opens it from the desk, renames and deletes it", async ({
  page,
}) => {
  await signIn(page, "/editor/incidents");
  const name = `Drafts of ${Date.now()}`;
  await page
    .getByRole("navigation", { name: "Status" })
    .getByRole("link", { name: /^Published/ })
    .click();
  await page.waitForURL(/status=published/);
  await page.getByRole("button", { name: /^Killed/ }).click();
  await page.waitForURL(/sort=-killed/);
  await page.getByRole("main").getByText("Saved searches", { exact: true }).click();
  await page.getByRole("textbox", { name: "Name for this search" }).fill(name);
  await page.getByRole("button", { name: "Save search" }).click();
  await expect(page.getByText(`Search: ${name}`)).toBeVisible();

  await page.goto("/editor");
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForURL(/status=published.*sort=-killed/);
  await expect(page.getByRole("columnheader", { name: /^Killed/ })).toHaveAttribute(
    "aria-sort",
    "descending",
  );

  await page.getByText(`Search: ${name}`).click();
  await page.getByRole("button", { name: `Rename ${name}` }).click();
  await page.getByRole("textbox", { name: `New name of ${name}` }).fill(`${name}, renamed`);
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await page.getByRole("button", { name: `Delete ${name}, renamed` }).click();
  await expect(page.getByRole("button", { name: `Delete ${name}, renamed` })).toHaveCount(0);
});

test("an editor selects many with the keyboard, previews a change of all, makes it and undoes it", async ({
  page,
}) => {
  const word = `zonder${Date.now()}`;
  const titles = ["one", "two", "three"].map((number) => `Lorry stopped ${word} ${number}`);
  await signIn(page, "/editor");
  await makeDrafts(page, titles);
  await page.goto(`/editor/incidents?q=${word}&sort=title`);
  const grid = page.getByRole("grid", { name: "Incidents" });
  await grid.focus();
  await grid.press("Space");
  await grid.press("End");
  await grid.press("Shift+Space");
  await expect(page.getByText("3 selected")).toBeVisible();

  await page.getByRole("button", { name: "Change…" }).click();
  const dialog = page.getByRole("dialog", { name: "Change 3 incidents" });
  await dialog.getByRole("combobox", { name: "What to do" }).selectOption("Submit for review");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByText("3 will change")).toBeVisible();
  await expect(dialog.getByText("Draft → In review")).toHaveCount(3);
  await dialog.getByRole("button", { name: "Submit for review: 3" }).click();
  for (const title of titles) await expect(rowOf(page, title)).toContainText("In review");

  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Put 3 incidents back.")).toBeVisible();
  for (const title of titles) await expect(rowOf(page, title)).toContainText("Draft");

  await page.goto("/editor");
  await expect(page.getByText("Submitted for review", { exact: true }).first()).toBeVisible();
});

test("the table of incidents shows its first rows before its scripts run", async ({ page }) => {
  const word = `tirailleur${Date.now()}`;
  await signIn(page, "/editor");
  await makeDrafts(page, [`Sighting of a ${word}`]);
  const answer = await page.request.get(`/editor/incidents?q=${word}`);
  expect(await answer.text()).toMatch(new RegExp(`<tr[^>]* aria-rowindex="2"[\\s\\S]*${word}[\\s\\S]*</tr>`));
});
