import { expect, type Page, test } from "@playwright/test";
import { totpCode } from "@/scripts/test/totp";
import { signIn } from "./support/editor";

const password = "correct horse battery";

/** Signs in with address and password, as far as that leads. */
async function givePassword(page: Page, email: string) {
  await page.goto("/sign-in?next=/account");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("an administrator invites somebody, who sets up two-factor sign-in and signs in with a code", async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const email = `invited-${Date.now()}@example.org`;
  const name = `Ann ${Date.now()}`;
  await signIn(page, "/admin");
  const form = page.locator("form", { has: page.getByRole("heading", { name: "Invite somebody" }) });
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Role").selectOption("contributor");
  await form.getByRole("button", { name: "Invite" }).click();
  const link = (await form.locator("code").innerText()).trim();
  expect(link).toMatch(/\/invitation\/[\w-]{43}$/);
  const line = page.getByRole("listitem").filter({ hasText: email });
  await expect(line.getByText("Invited", { exact: true })).toBeVisible();

  const context = await browser.newContext();
  const invited = await context.newPage();
  await invited.goto(new URL(link).pathname);
  await expect(invited.getByText(`You are invited as ${email}, with the role contributor.`)).toBeVisible();
  await invited.getByLabel("Your name").fill(name);
  await invited.getByLabel("New password").fill(password);
  await invited.getByRole("button", { name: "Make my account" }).click();
  await expect(invited).toHaveURL(/\/editor$/);
  await invited.goto(new URL(link).pathname);
  await expect(invited.getByText("This link was used already, or is too old.")).toBeVisible();

  await invited.goto("/account");
  const part = invited.getByRole("region", { name: "Two-factor sign-in" });
  // A form of the desk does nothing until its script runs.
  await expect(async () => {
    await part.getByLabel("Password", { exact: true }).fill(password);
    await part.getByRole("button", { name: "Set up two-factor" }).click();
    await expect(part.getByRole("img", { name: /QR code/ })).toBeVisible();
  }).toPass();
  const secret = (await part.locator("code").innerText()).replace(/\s/g, "");
  await part.getByLabel("Code that the app shows").fill(totpCode(secret));
  await part.getByRole("button", { name: "Turn it on" }).click();
  await expect(part.getByText("Two-factor sign-in is on.")).toBeVisible();
  const backupCodes = await part.getByRole("listitem").allInnerTexts();
  expect(backupCodes).toHaveLength(10);

  await invited.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(invited).toHaveURL(/\/$/);
  await givePassword(invited, email);
  await expect(invited.getByRole("heading", { name: "One more step" })).toBeVisible();
  await invited.getByLabel("Code").fill("abcde-fghij");
  await invited.getByRole("button", { name: "Sign in" }).click();
  await expect(invited.getByText(/This code is not right/)).toBeVisible();
  await invited.getByLabel("Code").fill(backupCodes[0] ?? "");
  await invited.getByRole("button", { name: "Sign in" }).click();
  await expect(invited.getByRole("heading", { name })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: `Reset two-factor of ${name}` }).click();
  await expect(page.getByText(`${name} signs in with the password alone.`)).toBeVisible();
  await givePassword(invited, email);
  await expect(invited.getByRole("heading", { name })).toBeVisible();

  await page.goto(`/admin/audit?who=${encodeURIComponent(email)}`);
  for (const act of ["Invited", "Accepted an invitation", "Turned two-factor on", "Reset two-factor"]) {
    await expect(page.getByRole("cell", { name: act, exact: true })).toBeVisible();
  }
  await context.close();
});
