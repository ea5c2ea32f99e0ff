import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { cardOf, escaped, importText, openCard, removeUnknownActors, signIn } from "./support/editor";

const sample = readFileSync(path.join(import.meta.dirname, "../prisma/demo/import-sample.txt"), "utf8");
test("an editor turns a demo article into published, linked incidents that an analyst finds", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "/editor/articles/new");
  await importText(page, `${sample}\nThis report was filed as number ${Date.now()}.`);
  await expect(page.locator("mark").first()).toBeVisible();

  const second = cardOf(page, /Camp Taji.*5 injured/);
  await openCard(second);
  const title = `Rockets wound five soldiers at Camp Taji (${Date.now()})`;
  await second.getByRole("textbox", { name: "Title" }).fill(title);
  const corrected = cardOf(page, title);
  await expect(corrected.getByText(/^Kept at/)).toBeVisible();

  await page.reload();
  await openCard(corrected);
  await expect(corrected.getByText("Restored what you typed")).toBeVisible();

  const sentence = "More than two dozen rockets hit Camp Taji";
  await selectWords(page, sentence);
  await corrected.getByRole("button", { name: "Set quote of Title" }).click();
  await expect(corrected.getByText(new RegExp(`^“?${sentence}`)).first()).toBeVisible();

  await removeUnknownActors(corrected);
  await corrected.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(corrected.getByText("Published", { exact: true })).toBeVisible();

  const strikes = cardOf(page, /Jurf al-Sakhar/);
  await removeUnknownActors(strikes);
  await strikes.getByRole("button", { name: "Save draft" }).click();
  await expect(strikes.getByText("Draft", { exact: true })).toBeVisible();
  await strikes.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(strikes.getByText("Published", { exact: true })).toBeVisible();
  const strikesTitle = await strikes.getByRole("heading", { level: 3 }).innerText();

  const links = page.getByRole("region", { name: "Links" });
  await links.getByRole("combobox", { name: /^From/ }).fill("Rockets wound five");
  await page
    .getByRole("option", { name: new RegExp(escaped(title)) })
    .first()
    .click();
  await links.getByRole("combobox", { name: "Type of link" }).selectOption("follows");
  await links.getByRole("combobox", { name: /^To/ }).fill("Jurf al-Sakhar");
  await page
    .getByRole("option", { name: new RegExp(escaped(strikesTitle)) })
    .first()
    .click();
  await links.getByRole("button", { name: "Create link" }).last().click();
  await expect(page.getByRole("status").filter({ hasText: /link/i })).toBeVisible();

  const analyst = await (await browser.newContext()).newPage();
  await analyst.goto(`/?view=list&q=${encodeURIComponent(`"${title}"`)}`);
  await analyst.getByRole("link", { name: title, exact: true }).click();
  await expect(analyst.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(analyst.getByText(sentence).first()).toBeAttached();
  await analyst
    .getByRole("region", { name: "What led to this" })
    .getByRole("link", { name: strikesTitle })
    .click();
  await expect(analyst.getByRole("heading", { level: 1, name: strikesTitle })).toBeVisible();
  await expect(analyst.getByRole("region", { name: "What followed" })).toContainText(title);
});

test("a retracted incident answers 410 with its reason", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "/editor/articles/new");
  await importText(page, `${sample}\nA later edition of this report, numbered ${Date.now()}.`);
  const card = cardOf(page, /K-1/);
  await removeUnknownActors(card);
  await card.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(card.getByText("Published", { exact: true })).toBeVisible();
  const address = (await card.getByRole("link", { name: "Permalink" }).getAttribute("href")) ?? "";
  await card.getByRole("link", { name: "History and links" }).click();
  await page
    .getByRole("button", { name: /^Retract/ })
    .first()
    .click();
  await page.getByRole("textbox", { name: /reason/i }).fill("Reported twice");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Retract/ })
    .click();
  await expect(page.getByText("Retracted", { exact: true }).first()).toBeVisible();
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(410);
  await expect(page.getByText("Reported twice")).toBeVisible();
});

/** Selects words of the article as a reader's mouse would. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.getByRole("region", { name: "Article", exact: true }).evaluate((region, wanted) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start >= 0) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const selection = getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        region.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
        return;
      }
    }
    throw new Error(`The article does not hold "${wanted}" in one piece`);
  }, words);
}
