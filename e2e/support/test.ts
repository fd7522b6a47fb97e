import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import axe, { type Result, type RunOptions } from "axe-core";

/**
 * Chromium gives up a transition between two pages if the next one is shown before it is ready, and reports this as an error of the page.
 * The reader sees the next page at once, and no script of ours takes part.
 */
const GIVEN_UP_TRANSITION = /^Transition was (?:aborted|skipped)\b/;

/** Every test with a page also fails if the browser reports a problem. */
export const test = base.extend<{ complaints: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads here which fixtures are needed.
  complaints: ({}, use) => use([]),
  page: async ({ page, complaints }, use) => {
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`.trim());
    });
    page.on("pageerror", ({ message }) => {
      if (!GIVEN_UP_TRANSITION.test(message)) complaints.push(message);
    });
    await use(page);
    expect(complaints, "the browser's console").toEqual([]);
  },
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
 * What is not accessible, on the whole page or in a part of it. Axe describes only what it finds, because describing all that is right
 * takes longer than checking it.
 */
export async function accessProblems(
  page: Page,
  part: { include?: string[]; exclude?: string[] } = {},
  options: RunOptions = {},
) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([part, options]): Promise<Result[]> => {
      const { run } = (window as typeof window & { axe: typeof axe }).axe;
      return (await run({ exclude: [], ...part }, options)).violations;
    },
    [part, { resultTypes: ["violations"], ...options } satisfies RunOptions] as const,
  );
}
