import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/**
 * Chromium gives up a transition between two pages if the next one is shown before it is ready, and reports this as an error of the page.
 * The reader sees the next page at once, and no script of ours takes part.
 */
const GIVEN_UP_TRANSITION = /^Transition was (?:aborted|skipped)\b/;

/** Every test also fails if the browser reports a problem. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", ({ message }) => {
        if (!GIVEN_UP_TRANSITION.test(message)) complaints.push(message);
      });
      await use(complaints);
      expect(complaints, "the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens an address and expects a 200. */
export async function open(page: Page, address: string) {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBe(200);
}

/** Expects no horizontal scrolling at the width of the window. */
export async function fitsItsWindow(page: Page) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
}

/** Allows a page to use the clipboard, in browsers that ask. */
export const allowClipboard = (context: BrowserContext) =>
  context.grantPermissions(["clipboard-read", "clipboard-write"]);

/**
 * Checks accessibility. It describes only what it finds, because describing all that is right takes longer than checking it, and runs in the
 * page itself, without a second page for the results. It then leaves out frames of other sites, which no page may have.
 */
export const axe = (page: Page) => new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
