import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "puppeteer-core";
import { latestUrl } from "@/lib/urls";

const LINKS = {
  // A link to a footnote opens it in place.
  filings: "main a[href^='/filings/']:not([href*='#'])",
  insiders: "main a[href^='/insiders/']",
  issuers: "main a[href^='/issuers/']",
};
const CLICKS = 20;
/** For about how long the pointer rests on a link before a click, in milliseconds. */
const REST = 500;

/**
 * How soon the next page is painted after a click on a link of the latest filings, in milliseconds. Puppeteer drives the browser, because
 * Chromium draws no page ahead for a tool that attaches to pages rather than to tabs, as Playwright does.
 * @param site the address of the site
 */
export async function followLinks(browser: Browser, site: string): Promise<object[]> {
  const figures: object[] = [];
  for (const [to, selector] of Object.entries(LINKS)) {
    const paints: number[] = [];
    const early = { fetched: 0, drawn: 0 };
    for (let click = 0; click < CLICKS; click++) {
      const page = await browser.newPage();
      try {
        const { paint, isFetched, isDrawn } = await follow(page, site + latestUrl(), selector, click);
        paints.push(paint);
        if (isFetched) early.fetched += 1;
        if (isDrawn) early.drawn += 1;
      } finally {
        await page.close();
      }
    }
    paints.sort((a, b) => a - b);
    const at = (percent: number) => paints[Math.ceil((paints.length * percent) / 100) - 1]?.toFixed(0);
    figures.push({
      to,
      clicks: CLICKS,
      "fetched early": early.fetched,
      "drawn early": early.drawn,
      "p50, ms": at(50),
      "p75, ms": at(75),
      load: loadavg()[0]?.toFixed(1),
    });
  }
  return figures;
}

async function follow(page: Page, from: string, selector: string, nth: number) {
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(from);
  const links = [];
  for (const link of await page.$$(selector)) if (await link.isVisible()) links.push(link);
  const link = links[nth % links.length];
  if (!link) throw new Error(`${from} has no ${selector}.`);
  await link.hover();
  await sleep(REST);
  await Promise.all([page.waitForNavigation(), link.click()]);
  return page.evaluate(async () => {
    const paint = await new Promise<number>((settle) => {
      const observer = new PerformanceObserver((list) => settle(list.getEntries()[0]?.startTime ?? 0));
      observer.observe({ type: "paint", buffered: true });
    });
    const [navigation] = performance.getEntriesByType("navigation") as (PerformanceEntry & {
      deliveryType?: string;
      /** When a page that was drawn early is shown; else 0. */
      activationStart?: number;
    })[];
    const shownAt = navigation?.activationStart ?? 0;
    return {
      paint: Math.max(0, paint - shownAt),
      isFetched: navigation?.deliveryType === "navigational-prefetch",
      isDrawn: shownAt > 0,
    };
  });
}
