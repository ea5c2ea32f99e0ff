import { expect, type Locator, type Page } from "@playwright/test";

/** Hands that count: a key or chord is one interaction, a click is one, a pasted text is one (Ctrl V). */
export class CountedHands {
  interactions = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.interactions += 1;
    await this.page.keyboard.press(key);
  }

  async click(target: Locator): Promise<void> {
    this.interactions += 1;
    await target.click();
  }

  /** Pastes into the field that has the focus. */
  async paste(text: string): Promise<void> {
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.press("ControlOrMeta+v");
  }
}

/** Waits until the status line of the workbench says so. */
export async function expectStatus(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible({ timeout: 60_000 });
}
