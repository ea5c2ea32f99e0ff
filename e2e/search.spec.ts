import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

test.describe("a reader who searches", () => {
  test("is understood when a word is misspelt, and can insist on it", async ({ page }) => {
    await page.goto("/?view=list&q=rokcet");
    await expect(page.getByText("Searching also for rocket.")).toBeVisible();
    await expect(page.locator("table mark").first()).toHaveText(/^rockets?$/i);
    await page.getByRole("link", { name: "Search exactly as typed" }).click();
    await expect(page).toHaveURL(/q=%22rokcet%22/);
    await expect(page.getByText("No incident matches all of these filters")).toBeVisible();
  });

  test("chooses an actor by another of its names, by keys alone", async ({ page }) => {
    await page.goto("/");
    const box = page.getByRole("combobox", { name: "Search incidents" });
    await box.pressSequentially("hashd");
    const option = page.getByRole("option", { name: /Popular Mobilization Forces/ });
    await expect(option).toBeVisible();
    await expect(box).toHaveAttribute("aria-expanded", "true");
    await box.press("ArrowDown");
    await expect(option).toHaveAttribute("aria-selected", "true");
    const { violations } = await new AxeBuilder({ page }).include("header").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await box.press("Enter");
    await expect(page).toHaveURL(/actor=popular-mobilization-forces/);
  });

  test("closes the suggestions by Escape and searches for the words by Enter", async ({ page }) => {
    await page.goto("/");
    const box = page.getByRole("combobox", { name: "Search incidents" });
    await box.pressSequentially("rocket");
    await expect(page.getByRole("listbox", { name: "Suggestions" })).toBeVisible();
    await box.press("Escape");
    await expect(page.getByRole("listbox", { name: "Suggestions" })).toBeHidden();
    await box.press("Enter");
    await expect(page).toHaveURL(/[?&]q=rocket/);
  });
});

test.describe("the list", () => {
  test("reads on while somebody scrolls, keeps few lines, and the place after Back", async ({ page }) => {
    await page.goto("/?view=list");
    const table = page.getByRole("table", { name: "Incidents" });
    const total = Number(await table.getAttribute("aria-rowcount")) - 1;
    expect(total).toBeGreaterThan(60);
    const last = table.locator(`tr[aria-rowindex="${Math.min(total, 130) + 1}"] a`);
    await expect(async () => {
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect(last).toBeVisible({ timeout: 1000 });
    }).toPass();
    expect(await table.locator("tbody tr[aria-rowindex]").count()).toBeLessThan(100);
    const title = await last.innerText();
    await last.click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("link", { name: title }).first()).toBeInViewport();
  });

  test("goes from title to title by keys, and has the columns that were chosen", async ({ page }) => {
    await page.goto("/?view=list");
    const table = page.getByRole("table", { name: "Incidents" });
    await table.locator('tr[aria-rowindex="2"] a').focus();
    await page.keyboard.press("ArrowDown");
    await expect(table.locator('tr[aria-rowindex="3"] a')).toBeFocused();
    await page.keyboard.press("End");
    await expect(table.locator("tbody tr a:focus")).toHaveCount(1);
    await page.keyboard.press("Home");
    await expect(table.locator('tr[aria-rowindex="2"] a')).toBeFocused();
    await page.getByText("Columns", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Actors" }).check();
    await expect(table.getByRole("columnheader", { name: "Actors" })).toBeVisible();
    await page.reload();
    await expect(table.getByRole("columnheader", { name: "Actors" })).toBeVisible();
  });

  test("has its first lines and pages without scripts", async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto("/?view=list");
    await expect(page.locator("tbody tr")).toHaveCount(50);
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(/cursor=/);
    await expect(page.locator("tbody tr").first()).toBeVisible();
    await context.close();
  });
});
