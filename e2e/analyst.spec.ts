import { expect, test } from "@playwright/test";
import { findIncident } from "./support/api";

test.describe("an analyst without an account", () => {
  test("filters the timeline, follows a link and opens the permalink", async ({ page, request }) => {
    const strike = await findIncident(request, "US drone strike kills Qasem Soleimani");
    await page.goto("/");
    const all = await page.getByRole("heading", { name: /^\d+ incidents$/ }).innerText();
    await page
      .getByRole("list", { name: "Event type" })
      .getByRole("link", { name: /Explosions and remote violence/ })
      .click();
    await expect(page).toHaveURL(/type=explosions-remote-violence/);
    await expect(page.getByRole("heading", { name: /^\d+ incidents$/ })).not.toHaveText(all);
    await page.goBack();
    await expect(page.getByRole("heading", { name: /^\d+ incidents$/ })).toHaveText(all);

    await page.goto(`/?selected=${strike.publicId}`);
    const panel = page.getByRole("complementary", { name: "Selected incident" });
    await expect(panel.getByRole("heading", { name: strike.title })).toBeVisible();
    const links = panel.getByRole("region", { name: "Linked incidents" });
    const first = links.getByRole("button").first();
    const linkedTitle = strike.links.find((link) => link.direction === "outgoing")?.title ?? "";
    await expect(first).toContainText(linkedTitle);
    await first.click();
    await expect(panel.getByRole("heading", { name: linkedTitle })).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(`selected=${strike.publicId}`));
    await page.goBack();
    await expect(panel.getByRole("heading", { name: strike.title })).toBeVisible();

    await panel.getByRole("link", { name: "Open the record" }).click();
    await expect(page).toHaveURL(new RegExp(`/incidents/${strike.publicId}/`));
    await expect(page.getByRole("heading", { level: 1, name: strike.title })).toBeVisible();
    await expect(page.getByRole("heading", { name: "What led to this" })).toBeVisible();
  });

  test("draws an item for an incident and selects it with the mouse", async ({ page }) => {
    await page.goto("/?from=2021-07-04&to=2021-07-09");
    const item = page
      .locator(".vis-item")
      .filter({ hasText: /Three rockets/ })
      .first();
    await item.click();
    await expect(page.getByRole("complementary", { name: "Selected incident" })).toBeVisible();
    await expect(page).toHaveURL(/selected=[0-9A-Z]{8}/);
  });

  test("walks the timeline by keyboard alone and hears where they are", async ({ page }) => {
    await page.goto("/?type=armed-clash");
    const timeline = page.getByRole("application", { name: "Incidents in time order" });
    await timeline.focus();
    const status = page.getByRole("status").filter({ hasText: / of 11/ });
    await page.keyboard.press("Home");
    await expect(status).toContainText("1 of 11");
    await page.keyboard.press("ArrowRight");
    await expect(status).toContainText("2 of 11");
    await page.keyboard.press("Enter");
    const panel = page.getByRole("complementary", { name: "Selected incident" });
    await expect(panel.getByRole("heading", { level: 2 })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(timeline).toBeFocused();
  });

  test("is told about a value that cannot be used, and sees the rest", async ({ page, request }) => {
    await page.goto("/?type=battles&country=XYZ");
    await expect(page.getByText(/country/i).first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "12 incidents" })).toBeVisible();
    const answer = await request.get("/api/v1/incidents?country=XYZ");
    expect(answer.status()).toBe(400);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect((await answer.json()).errors[0].path).toBe("country");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the list shows what matches, page by page, and leads to records", async ({ page }) => {
    await page.goto("/?type=battles");
    await expect(page.getByRole("heading", { name: "12 incidents" })).toBeVisible();
    const record = page.getByRole("link", { name: "Five Peshmerga killed on Mount Matin" }).first();
    await record.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Five Peshmerga killed on Mount Matin");
  });
});
