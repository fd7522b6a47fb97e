import { availableParallelism, loadavg } from "node:os";
import { Pool } from "pg";
import { startBareNext } from "@/bench/load/bare-next";
import { differentAddresses } from "@/bench/load/different-addresses";
import { startIngesting } from "@/bench/load/ingesting";
import { type Address, hasWrk, runWrk } from "@/bench/load/run-wrk";
import { startMeasuredSite } from "@/bench/pages/measured-site";
import { pageAddresses } from "@/bench/pages/page-addresses";
import { settingsOrExit } from "@/db/command/command-settings";
import { openDatabase } from "@/db/server/open-database";
import { urlFor } from "@/db/server/purposes";
import { hasBrotli, runNginx, whyNoNginx } from "@/testing/run-nginx";

const CLIENTS = 64;
const SECONDS = 10;
const DIFFERENT = 10_000;
/** Pages of each kind that the site draws without nginx. */
const EACH = 200;
const DRAWN = ["filing", "insider", "issuer", "latest"];

/**
 * How many requests a second are answered when 64 readers ask at once: by a bare Next, by the site alone, and behind nginx with one and
 * with two web processes. It measures the database in DATA_DIR or DATABASE_URL. With `ingests`, it also stores invented filings as part
 * of the sample, and measures the time until nginx shows each of them.
 */
export async function benchLoad(ingests: boolean, seconds = SECONDS) {
  const missing = hasWrk() ? whyNoNginx() : "wrk is not installed";
  if (missing !== null) throw new Error(`This benchmark needs nginx and wrk, but ${missing}.`);
  const opened = await openDatabase(settingsOrExit());
  const pool = new Pool({ connectionString: opened.url, max: 2 });
  const stops: (() => Promise<unknown>)[] = [() => opened.stop(), () => pool.end()];
  const table: object[] = [];
  const measure = async (
    what: string,
    origin: string,
    addresses: readonly Address[],
    time: number | "once" = seconds,
  ) => {
    const { requests, seconds, bytes, p50, p99, statuses, broken } = await runWrk(origin, addresses, CLIENTS, time);
    const figures = {
      what,
      requests,
      "a second": Math.round(requests / seconds),
      "p50, ms": p50.toFixed(1),
      "p99, ms": p99.toFixed(1),
      errors: statuses + broken,
      "kB each": (bytes / requests / 1000).toFixed(1),
      load: loadavg()[0]?.toFixed(1),
    };
    console.log(`${what}: ${figures["a second"]} a second`);
    table.push(figures);
  };
  try {
    const bare = await startBareNext();
    stops.push(bare.stop);
    await measure("bare Next: a page drawn on request", bare.origin, [{ path: "/drawn" }]);
    await measure("bare Next: a prerendered page", bare.origin, [{ path: "/prerendered" }]);
    await bare.stop();

    const kinds = await pageAddresses(pool, DIFFERENT / 2, 0);
    const pathsOf = (kind: string) => kinds.find(({ name }) => name === kind)?.paths ?? [];
    const hot = DRAWN.map((name) => ({ path: pathsOf(name)[0] ?? "/" }));
    const different = differentAddresses(pathsOf, DIFFERENT);
    const ports: number[] = [];
    for (const processes of [1, 2]) {
      const site = await startMeasuredSite(urlFor("read", opened.url));
      stops.push(site.stop);
      ports.push(site.port);
      if (processes === 1) {
        const origin = `http://127.0.0.1:${site.port}`;
        for (const name of DRAWN)
          await measure(
            `site: ${name}, drawn`,
            origin,
            pathsOf(name)
              .slice(0, EACH)
              .map((path) => ({ path })),
          );
        await measure("site: the four pages, unchanged (304)", origin, await withTags(origin, hot));
      }
      const named = processes === 1 ? "nginx" : `nginx, ${processes} processes`;
      const nginx = await runNginx(ports, { brotli: hasBrotli() });
      stops.push(nginx.stop);
      await measure(
        `${named}: ${different.length.toLocaleString("en")} addresses, each once`,
        nginx.url,
        different,
        "once",
      );
      console.log(`${named}: the site has ${(await site.used()).megabytes.toFixed(0)} MB of memory after them`);
      // From here on nginx has the pages, so the figures do not depend on how long the first reader of each page waits.
      await runWrk(nginx.url, hot, 1, "once");
      const ingesting = ingests
        ? await startIngesting(opened.logins?.write ?? urlFor("write", opened.url), nginx.url)
        : null;
      await measure(`${named}: four pages${ingests ? " during an ingest" : ""}`, nginx.url, hot);
      if (ingesting) console.log(`${named}: ${await ingesting.stop()}`);
      await nginx.stop();
    }
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
  console.log(`${CLIENTS} readers at once, played by wrk on the same ${availableParallelism()} cores`);
  console.table(table);
}

/** What a browser sends if it already has the pages. */
const withTags = (origin: string, addresses: readonly Address[]): Promise<Address[]> =>
  Promise.all(
    addresses.map(async ({ path }) => {
      const { headers } = await fetch(origin + path);
      return { path, etag: headers.get("etag") ?? undefined };
    }),
  );
