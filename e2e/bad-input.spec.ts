import { expect, type Page, type Route, test } from "@playwright/test";
import { signIn, signInAnew } from "./support/editor";

type Stored = { title: string; summary: string | null; version: number };

/** The form of a new draft, opened by the signed-in administrator. */
async function openDraft(page: Page, title: string): Promise<string> {
  await signIn(page, "/account");
  const made = await page.request.post("/api/v1/incidents", {
    headers: { origin: new URL(page.url()).origin },
    data: { title, eventType: "armed-clash", occurred: "2021-07-05" },
  });
  expect(made.status()).toBe(201);
  const { publicId } = (await made.json()) as { publicId: string };
  await page.goto(`/editor/incidents/${publicId}`);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(title);
  return publicId;
}

/** What a program reads of an incident, asked by the page, whose connections last as long as it. */
const stored = (page: Page, publicId: string): Promise<Stored> =>
  page.evaluate(
    async (path) => (await (await fetch(path)).json()) as Stored,
    `/api/v1/incidents/${publicId}`,
  );

const titleOf = (page: Page) => page.getByRole("textbox", { name: "Title" });
const summaryOf = (page: Page) => page.getByRole("textbox", { name: "Summary" });
const saveOf = (page: Page) => page.getByRole("button", { name: "Save draft" });

/** Types into the summary as soon as the page listens. */
async function typeSummary(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await summaryOf(page).fill(text);
    await expect(page.getByText(/^Kept at/)).toBeVisible({ timeout: 4000 });
  }).toPass();
}

const isAction = (route: Route) =>
  route.request().method() === "POST" && "next-action" in route.request().headers();

test("markup and marks of direction in a title stay letters, wherever it is shown", async ({ page }) => {
  const problems: string[] = [];
  page.on("dialog", (dialog) => dialog.dismiss());
  page.on("pageerror", (error) => problems.push(error.message));
  const number = Date.now();
  const markup = `<img src=x onerror="document.title='taken'"><b>Clash ${number}</b>`;
  const publicId = await openDraft(page, `Clash ${number}`);
  await titleOf(page).fill(`${markup}\u202e gnilleps \u2066`);
  await typeSummary(page, "</script><script>document.title='taken'</script>");
  await saveOf(page).click();
  await expect.poll(async () => (await stored(page, publicId)).version).toBe(2);
  const { title, summary } = await stored(page, publicId);
  expect(title).toBe(`${markup} gnilleps`);
  expect(summary).toBe("</script><script>document.title='taken'</script>");
  for (const path of [`/editor/incidents/${publicId}`, "/editor", "/editor/incidents"]) {
    await page.goto(path);
    await expect(page.getByText(`Clash ${number}`).first()).toBeAttached();
    await expect(page).not.toHaveTitle(/taken/);
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
  }
  expect(problems).toEqual([]);
});

test("a megabyte in a field is refused at that field, and stays in it", async ({ page }) => {
  test.setTimeout(120_000);
  const publicId = await openDraft(page, `Clash ${Date.now()}`);
  const long = "a line of a report ".repeat(55_000);
  await typeSummary(page, "short");
  await summaryOf(page).fill(long);
  await page.getByRole("textbox", { name: "Killed" }).fill("several");
  await saveOf(page).click();
  await expect(page.getByRole("status").filter({ hasText: "2 fields need another value." })).toBeVisible();
  await expect(summaryOf(page)).toHaveAttribute("aria-invalid", "true");
  await expect(summaryOf(page)).toHaveAccessibleDescription(/characters/);
  await expect(page.getByRole("textbox", { name: "Killed" })).toHaveAttribute("aria-invalid", "true");
  expect(await summaryOf(page).inputValue()).toHaveLength(long.length);
  expect((await stored(page, publicId)).version).toBe(1);
});

test("who is signed out in the middle signs in in another tab and saves what was typed", async ({ page }) => {
  const publicId = await openDraft(page, `Clash ${Date.now()}`);
  await typeSummary(page, "Typed before the session ended");
  await page.context().clearCookies();
  await saveOf(page).click();
  await expect(page.getByText(/You are signed out\./).first()).toBeVisible();
  await expect(summaryOf(page)).toHaveValue("Typed before the session ended");

  const other = await page.context().newPage();
  await signInAnew(other, "/account");
  await saveOf(page).click();
  await expect
    .poll(async () => (await stored(other, publicId)).summary)
    .toBe("Typed before the session ended");
  await expect(page.getByText(/You are signed out\./)).toHaveCount(0);
});

test("an answer that is lost on its way is no conflict, and without a network nothing is lost", async ({
  page,
}) => {
  const publicId = await openDraft(page, `Clash ${Date.now()}`);
  await typeSummary(page, "Saved, but nobody heard of it");
  let isLost = false;
  await page.route("**/*", async (route) => {
    if (isLost || !isAction(route) || !route.request().postData()?.includes("Saved, but nobody")) {
      return route.fallback();
    }
    isLost = true;
    await route.fetch();
    return route.abort("connectionreset");
  });
  await saveOf(page).click();
  await expect(page.getByText(/The server cannot be reached/).first()).toBeVisible();
  await expect.poll(async () => (await stored(page, publicId)).version).toBe(2);
  await saveOf(page).click();
  await expect(page.getByText(/The server cannot be reached/)).toHaveCount(0);
  await expect(page.getByRole("region", { name: /Somebody else saved/ })).toHaveCount(0);
  expect((await stored(page, publicId)).version).toBe(2);

  await page.context().setOffline(true);
  await typeSummary(page, "Typed in a tunnel");
  await saveOf(page).click();
  await expect(page.getByText(/The server cannot be reached/).first()).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  await expect(summaryOf(page)).toHaveValue("Typed in a tunnel");
  await saveOf(page).click();
  await expect.poll(async () => (await stored(page, publicId)).summary).toBe("Typed in a tunnel");
});

test("pressing save twice makes one version", async ({ page }) => {
  const publicId = await openDraft(page, `Clash ${Date.now()}`);
  await typeSummary(page, "Pressed twice");
  await saveOf(page).dblclick();
  await expect.poll(async () => (await stored(page, publicId)).summary).toBe("Pressed twice");
  await page.reload();
  await expect(summaryOf(page)).toHaveValue("Pressed twice");
  expect((await stored(page, publicId)).version).toBe(2);
});

test("a page of an earlier release says so, keeps what is typed, and goes on after a reload", async ({
  page,
}) => {
  const publicId = await openDraft(page, `Clash ${Date.now()}`);
  await typeSummary(page, "Typed before the release");
  await page.route("**/*", (route) =>
    isAction(route)
      ? route.fulfill({ status: 404, headers: { "x-nextjs-action-not-found": "1" }, body: "" })
      : route.fallback(),
  );
  await saveOf(page).click();
  await expect(page.getByText(/Sightline was updated since this page was opened/).first()).toBeVisible();
  await page.unroute("**/*");
  await page.reload();
  await expect(summaryOf(page)).toHaveValue("Typed before the release");
  await saveOf(page).click();
  await expect.poll(async () => (await stored(page, publicId)).summary).toBe("Typed before the release");
});
