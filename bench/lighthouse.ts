import { loadavg } from "node:os";
import lighthouse, { type Result } from "lighthouse";
import { Pool } from "pg";
import puppeteer from "puppeteer-core";
import { followLinks } from "@/bench/pages/follow-links";
import { startMeasuredSite } from "@/bench/pages/measured-site";
import { pageAddresses } from "@/bench/pages/page-addresses";
import { median } from "@/bench/percentiles";
import { settingsOrExit } from "@/db/command/command-settings";
import { openDatabase } from "@/db/server/open-database";
import { urlFor } from "@/db/server/purposes";
import { footnotesUrl, latestUrl, transactionsUrl } from "@/lib/urls";
import { machineChromium } from "@/scripts/chromium.mjs";
import { hasBrotli, runNginx, whyNoNginx } from "@/testing/run-nginx";

const RUNS = 5;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const TIMES = {
  "FCP, ms": "first-contentful-paint",
  "LCP, ms": "largest-contentful-paint",
  "TBT, ms": "total-blocking-time",
  CLS: "cumulative-layout-shift",
} as const;

/**
 * Lighthouse's medians for phones, over pages of the database in DATA_DIR or DATABASE_URL, behind the nginx of `deploy`, and how soon the
 * next page is painted after a click. Name addresses to measure other pages. Blocking time is reliable only on an idle machine.
 */
export async function benchLighthouse(addresses: readonly string[]) {
  const missing = whyNoNginx();
  if (missing !== null) throw new Error(`The pages are measured as readers get them, behind nginx, but ${missing}.`);
  const opened = await openDatabase(settingsOrExit());
  const pool = new Pool({ connectionString: opened.url, max: 2 });
  const stops: (() => Promise<unknown>)[] = [() => opened.stop(), () => pool.end()];
  try {
    const paths = addresses.length > 0 ? addresses : await somePages(pool);
    const site = await startMeasuredSite(urlFor("read", opened.url));
    stops.push(site.stop);
    const front = await runNginx([site.port], { brotli: hasBrotli() });
    stops.push(front.stop);
    const browser = await puppeteer.launch({
      executablePath: machineChromium(),
      acceptInsecureCerts: true,
      // Chromium's sandbox does not work as root.
      args: ["--ignore-certificate-errors", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    });
    stops.push(() => browser.close());
    const figures: object[] = [];
    const debugPort = Number(new URL(browser.wsEndpoint()).port);
    for (const path of paths) figures.push(await measure(front.url + path, path, debugPort));
    console.log(`Lighthouse for phones, median of ${RUNS}, behind nginx with ${hasBrotli() ? "brotli" : "gzip"}`);
    console.table(figures);
    console.log("From a click on a link to the first paint of its page, on this machine");
    console.table(await followLinks(browser, front.url));
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

async function somePages(pool: Pool): Promise<string[]> {
  const things = (await pageAddresses(pool, 1, 1))
    .filter(({ name }) => ["filing", "insider", "issuer"].includes(name))
    .flatMap(({ paths }) => paths);
  return [...things, latestUrl(), transactionsUrl(), footnotesUrl()];
}

async function measure(url: string, path: string, port: number): Promise<object> {
  const runs: Result[] = [];
  let lost = "";
  // On a busy machine a run is sometimes lost.
  for (let run = 0; runs.length < RUNS && run < 2 * RUNS; run++) {
    const found = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: [...CATEGORIES] });
    if (found && !found.lhr.runtimeError) runs.push(found.lhr);
    else lost = found?.lhr.runtimeError?.message ?? "no result";
  }
  if (runs.length < RUNS) throw new Error(`${path}: ${lost}`);
  const of = (figure: (run: Result) => number) => median(runs.map(figure));
  const failed = runs.flatMap(({ audits, categories }) =>
    Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
    ),
  );
  return {
    page: path,
    ...Object.fromEntries(
      CATEGORIES.map((name) => [name, Math.round(of(({ categories }) => (categories[name]?.score ?? 0) * 100))]),
    ),
    ...Object.fromEntries(
      Object.entries(TIMES).map(([name, id]) => [
        name,
        Number(of(({ audits }) => audits[id]?.numericValue ?? 0).toFixed(id.endsWith("shift") ? 3 : 0)),
      ]),
    ),
    "below 90": [...new Set(failed)].join(" "),
    load: loadavg()[0]?.toFixed(1),
  };
}
