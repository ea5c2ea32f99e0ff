import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/editor";

/** A contributor of this test, invited by the signed-in administrator, in a browser of their own. */
async function inviteContributor(
  page: Page,
  browser: Browser,
  name: string,
): Promise<[BrowserContext, Page]> {
  const email = `review-${Date.now()}@example.org`;
  await page.goto("/admin");
  const form = page.locator("form", { has: page.getByRole("heading", { name: "Invite somebody" }) });
  await form.getByLabel("E-mail").fill(email);
  await form.getByLabel("Role").selectOption("contributor");
  await form.getByRole("button", { name: "Invite" }).click();
  const link = (await form.locator("code").innerText()).trim();
  const context = await browser.newContext();
  const invited = await context.newPage();
  await invited.goto(new URL(link).pathname);
  await invited.getByLabel("Your name").fill(name);
  await invited.getByLabel("New password").fill("correct horse battery");
  await invited.getByRole("button", { name: "Make my account" }).click();
  await invited.waitForURL(/\/editor$/);
  return [context, invited];
}

/** A published incident of this test. */
async function makePublished(page: Page, title: string): Promise<string> {
  const site = new URL(page.url()).origin;
  const headers = { origin: site };
  const made = await page.request.post("/api/v1/incidents", {
    headers,
    data: {
      title,
      eventType: "shelling-artillery-missile-attack",
      occurred: "2021-07-05",
      unsourcedReason: "Told to the desk",
    },
  });
  const { publicId } = (await made.json()) as { publicId: string };
  const published = await page.request.post(`/api/v1/incidents/${publicId}/publish`, { headers, data: {} });
  expect(published.ok()).toBe(true);
  return publicId;
}

test("a contributor's change is returned, proposed again and approved; readers see it only then", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "/admin");
  const name = `Ben ${Date.now() % 100_000}`;
  const [context, ben] = await inviteContributor(page, browser, name);
  const title = `Rockets hit a depot ${Date.now()}`;
  const publicId = await makePublished(page, title);

  await ben.goto(`/editor/incidents/${publicId}`);
  await ben.getByRole("textbox", { name: "Title" }).fill(`${title}, twice`);
  await ben.getByRole("button", { name: "Propose change" }).click();
  await ben.getByRole("textbox", { name: "Reason" }).fill("A second report");
  await ben.getByRole("dialog").getByRole("button", { name: "Propose change" }).click();
  await expect(ben.getByText(/becomes public once it is approved/)).toBeVisible();

  const box = ben.getByRole("textbox", { name: "Comment on Killed" });
  await ben.getByRole("link", { name: "Comment on Killed" }).click();
  await expect(box).toBeFocused();
  await box.pressSequentially("Anybody hurt, @");
  await ben.getByRole("listbox", { name: "People" }).getByRole("option").first().click();
  await ben.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(ben.getByRole("link", { name: "1 comment on Killed" })).toBeVisible();

  await page.goto("/editor/notifications");
  const told = page.getByRole("listitem").filter({ hasText: name });
  await expect(told.filter({ hasText: "submitted for review" })).toBeVisible();

  await page.goto("/editor/review?of=others");
  const line = page.getByRole("link", { name: title });
  await expect(line).toBeVisible();
  while (!(await line.evaluate((link) => link === document.activeElement))) {
    await page.keyboard.press("j");
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/editor/review/${publicId}$`));
  await expect(page.getByRole("deletion").filter({ hasText: title })).toBeVisible();
  await expect(page.getByRole("insertion").filter({ hasText: `${title}, twice` })).toBeVisible();
  await page.keyboard.press("r");
  await page.getByRole("textbox", { name: "Reason" }).fill("Say who reports it");
  await page.getByRole("dialog").getByRole("button", { name: "Return" }).click();
  await page.waitForURL((url) => url.pathname !== `/editor/review/${publicId}`);

  await ben.goto("/editor/review");
  await expect(ben.getByText("“Say who reports it”")).toBeVisible();
  await ben.goto(`/editor/incidents/${publicId}`);
  await ben.getByRole("button", { name: "Go on with it" }).click();
  await expect(ben.getByText(/Your change waits for review/)).toBeVisible();
  await expect(ben.getByRole("textbox", { name: "Title" })).toHaveValue(`${title}, twice`);
  await ben.getByRole("textbox", { name: "Summary" }).fill("The governor reports two volleys.");
  await ben.getByRole("button", { name: "Update proposal" }).click();
  await expect(ben.getByText(/becomes public once it is approved/)).toBeVisible();

  const reader = await browser.newPage();
  await reader.goto(`/incidents/${publicId}`);
  await expect(reader.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  await page.goto(`/editor/review/${publicId}`);
  await expect(page.getByRole("insertion").filter({ hasText: "two volleys" })).toBeVisible();
  await page.keyboard.press("a");
  await page.waitForURL((url) => url.pathname !== `/editor/review/${publicId}`);
  await reader.reload();
  await expect(reader.getByRole("heading", { level: 1, name: `${title}, twice` })).toBeVisible();
  await page.goto(`/editor/incidents/${publicId}`);
  await expect(page.getByText(new RegExp(`${name}, approved by`))).toBeVisible();
  await context.close();
});

test("two people in one incident see each other, and a later version comes without losing what is typed", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "/admin");
  const name = `Ann ${Date.now() % 100_000}`;
  const [context, ann] = await inviteContributor(page, browser, name);
  const publicId = await makePublished(page, `Drone over a base ${Date.now()}`);
  await ann.goto(`/editor/incidents/${publicId}`);
  await ann.getByRole("textbox", { name: "Summary" }).fill("Typed by Ann");
  await page.goto(`/editor/incidents/${publicId}`);
  await expect(page.getByText(`${name} is editing`)).toBeVisible({ timeout: 30_000 });

  await page.getByRole("textbox", { name: "Injured" }).fill("2");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(ann.getByText(/saved version 3 in the meantime/)).toBeVisible({ timeout: 30_000 });
  await ann.getByRole("button", { name: "See both" }).click();
  const both = ann.getByRole("region", { name: /Somebody else saved version 3/ });
  await expect(both.getByRole("group", { name: "Injured" })).toBeVisible();
  await expect(ann.getByRole("textbox", { name: "Summary" })).toHaveValue("Typed by Ann");
  await both.getByRole("button", { name: "Save merged version" }).click();
  await expect(ann.getByText(/becomes public once it is approved/)).toBeVisible();
  await expect(ann.getByRole("textbox", { name: "Injured" })).toHaveValue("2");
  await context.close();
});
