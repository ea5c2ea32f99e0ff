import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { findIncident } from "./support/api";

test.describe("a reader on a permalink", () => {
  test("sees the sentence behind a number", async ({ page, request }) => {
    const strike = await findIncident(request, "Drone shot down US embassy Baghdad");
    await page.goto(`/incidents/${strike.publicId}`);
    await expect(page.getByRole("heading", { level: 1, name: strike.title })).toBeVisible();
    await expect(
      page.getByText("Early morning of Tuesday 6 July 2021", { exact: false }).first(),
    ).toBeVisible();
    await expect(page.locator("mark").first()).toBeAttached();
    await expect(page.getByRole("heading", { name: "Sources" })).toBeVisible();
  });

  test("is led from a wrong slug and small letters to the right address", async ({ page, request }) => {
    const { publicId } = await findIncident(request, "US drone strike kills Qasem Soleimani");
    await page.goto(`/incidents/${publicId}/something-else`);
    await expect(page).toHaveURL(new RegExp(`/incidents/${publicId}/us-drone-strike`));
    await page.goto(`/incidents/${publicId.toLowerCase()}`);
    await expect(page).toHaveURL(new RegExp(`/incidents/${publicId}`));
  });

  test("gets 404 for an id that was never given", async ({ page }) => {
    const answer = await page.goto("/incidents/00000000");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

  test("opens a version, and is told that it is the current one or not", async ({ page, request }) => {
    const { publicId } = await findIncident(request, "US drone strike kills Qasem Soleimani");
    const answer = await page.goto(`/incidents/${publicId}@1`);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Soleimani");
  });
});

test.describe("pages are accessible", () => {
  const pages = ["/", "/?view=list", "/?view=map", "/incidents/", "/about", "/sign-in"];
  for (const scheme of ["light", "dark"] as const) {
    for (const address of pages) {
      test(`${address} in the ${scheme} scheme`, async ({ page, request }) => {
        await page.emulateMedia({ colorScheme: scheme });
        const { publicId } = await findIncident(request, "US drone strike kills Qasem Soleimani");
        await page.goto(address === "/incidents/" ? `/incidents/${publicId}` : address);
        const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([]);
      });
    }
  }
});

test("no page breaks the content security policy", async ({ page, request }) => {
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy")) {
      problems.push(message.text());
    }
  });
  const { publicId } = await findIncident(request, "US drone strike kills Qasem Soleimani");
  for (const path of ["/", `/incidents/${publicId}`, "/about", "/docs/api", "/sign-in"]) {
    const answer = await page.goto(path);
    expect(answer?.headers()["content-security-policy"]).toContain("script-src 'self' 'nonce-");
    await page.waitForLoadState("networkidle");
  }
  expect(problems).toEqual([]);
});
