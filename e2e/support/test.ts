import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

/** Every journey also claims that the browser had nothing to complain of. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints, "the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens an address and holds the answer to 200. */
export async function open(page: Page, address: string) {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBe(200);
}

/** No sideways scroll at the window's width. */
export async function fitsItsWindow(page: Page) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(window);
}

/** Lets a page read and write the clipboard, where the browser asks. */
export const allowClipboard = (context: BrowserContext) =>
  context.grantPermissions(["clipboard-read", "clipboard-write"]);
