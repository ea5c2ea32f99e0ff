import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";

const email = process.env.SIGHTLINE_ADMIN_EMAIL ?? "";
const password = process.env.SIGHTLINE_ADMIN_PASSWORD ?? "";

type Cookies = Parameters<BrowserContext["addCookies"]>[0];

/** The session of this worker: one address may not sign in as often as there are tests. */
let session: Cookies = [];

const isAt = (page: Page, path: string): boolean => new URL(page.url()).pathname === path;

/** Signs in as the first administrator, if need be, and lands on the given page. */
export async function signIn(page: Page, next: string): Promise<void> {
  if (session.length > 0) {
    await page.context().addCookies(session);
    await page.goto(next);
    if (isAt(page, next)) return;
  }
  await signInAnew(page, next);
}

/** Signs in as the first administrator by e-mail and password, and lands on the given page. */
export async function signInAnew(page: Page, next: string): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === next);
  session = await page.context().cookies();
}

/** Imports a pasted text and waits for its workbench. */
export async function importText(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  await page.getByRole("button", { name: "Import article" }).click();
  await page.waitForURL(/\/editor\/articles\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("region", { name: "Incidents of this article" })).toBeVisible();
}

/** The card of the incident whose title matches. */
export const cardOf = (page: Page, title: string | RegExp): Locator =>
  page
    .getByRole("region", { name: "Incidents of this article" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { level: 3, name: title }) });

/** Opens a card's form unless it is open. */
export async function openCard(card: Locator): Promise<void> {
  const toggle = card.getByRole("heading", { level: 3 }).getByRole("button");
  if ((await toggle.getAttribute("aria-expanded")) !== "true") {
    await toggle.click();
  }
  await expect(card.getByRole("textbox", { name: "Title" })).toBeVisible();
}

/** Takes out the participants of a card that Sightline does not know, as an editor does with "soldiers". */
export async function removeUnknownActors(card: Locator): Promise<void> {
  await openCard(card);
  const offers = card.getByRole("button", { name: /as a new actor$/ });
  for (let left = await offers.count(); left > 0; left -= 1) {
    const name = /“(.*)”/.exec(await offers.first().innerText())?.[1] ?? "";
    await card
      .getByRole("button", { name: new RegExp(`^Remove participant \\d+, ${escaped(name)}$`) })
      .click();
    await expect(offers).toHaveCount(left - 1);
  }
}

/** A text as a part of a regular expression that matches it. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
