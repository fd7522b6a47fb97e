import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { readerSetting } from "@/db/paper/lesser-reader";
import type { PreparedDatabase } from "@/db/server/prepare-database";
import type { How } from "./how";
import { NEXT, type NodeProgram, ROOM_FOR_PAGES, runNode } from "./node-program";
import { originFromHere } from "./site-address";
import { SiteFailed } from "./start-trouble";
import { say, step } from "./steps.mjs";

const START_WITHIN = 60_000;
const ANSWER_WITHIN = 15_000;
const REQUEST_GUARD = new URL("./request-guard.mjs", import.meta.url).href;

/**
 * Next's proxy calls this address `localhost`. If the server had another name for it, Next would take our rewrites of addresses
 * that lead nowhere for another site, and send each of these requests to itself once more.
 */
const LOOPBACK = "127.0.0.1";

export type Site = NodeProgram & {
  /** The database that it was started with. */
  readUrl: string;
};

export async function startSite(
  { settings, dev, accounts, limits, shutdown, copy, readersDesk }: How,
  urls: PreparedDatabase,
): Promise<Site> {
  const { port, host, siteUrl, allowImport, allowMcp } = settings;
  const site = runNode(
    [
      ROOM_FOR_PAGES,
      ...(dev ? [] : ["--import", REQUEST_GUARD]),
      ...(host === LOOPBACK ? ["--dns-result-order=ipv4first"] : []),
      NEXT,
      dev ? "dev" : "start",
      "--port",
      String(port),
      "--hostname",
      host === LOOPBACK ? "localhost" : host,
    ],
    {
      ...process.env,
      DATABASE_URL: urls.read,
      DATABASE_REPLICA_URLS: urls.replicas.join(" "),
      // The site itself only reads. What readers confirm at /import is stored by a process of its own.
      SECTION16_WRITE_URL: allowImport ? urls.write : "",
      SECTION16_PAPER_MEMORY: String(limits.paper),
      SECTION16_COPY_SOCKET: copy?.socket ?? "",
      SECTION16_ALERTS_SOCKET: readersDesk ?? "",
      // Only the alert process sends mail and signs links.
      SMTP_URL: "",
      SECTION16_SENDS_MAIL: settings.smtpUrl === null ? "" : "1",
      ALERT_SECRET: "",
      SITE_URL: siteUrl,
      ALLOW_MCP: allowMcp ? "1" : "0",
      // For requests of the site to itself, such as dropping cached pages: where it is, and the proof that it is the sender.
      SECTION16_ORIGIN: originFromHere(settings),
      SECTION16_SECRET: randomBytes(32).toString("hex"),
      NEXT_TELEMETRY_DISABLED: "1",
      // Settings are already in the environment, and only root may be able to read `.env`.
      ...(accounts.site === null ? readerSetting(accounts.readers) : { __NEXT_PROCESSED_ENV: "true" }),
    },
    dev ? "inherit" : "pipe",
    dev ? {} : { memory: limits.site, account: accounts.site },
  );
  shutdown.add(site);
  const passOn = holdBack(site);
  try {
    await step("Starting the site", () => answered(site, originFromHere(settings)));
  } catch (error) {
    passOn();
    throw error;
  }
  passOn(/^\s*([▲✓-]|$)/);
  return { ...site, readUrl: urls.read };
}

/** Holds back the server's output until it answers, because its banner names an internal address. */
function holdBack({ child }: NodeProgram) {
  let held: string[] | null = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from?.setEncoding("utf8").on("data", (text: string) => {
      if (held) held.push(text);
      else to.write(text);
    });
  }
  return (banner?: RegExp) => {
    const lines = (held ?? []).join("").split("\n");
    held = null;
    const kept = banner ? lines.filter((line) => !banner.test(stripVTControlCharacters(line))) : lines;
    if (kept.length > 0) say(kept.join("\n"));
  };
}

async function answered(site: NodeProgram, origin: string) {
  const limit = Date.now() + START_WITHIN;
  let ended: string | null = null;
  void site.ended.then((code) => {
    ended = String(code);
  });
  let said = "no answer";
  while (Date.now() < limit) {
    if (ended) throw new SiteFailed(`The site's server ended (${ended}).`);
    try {
      const response = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
      if (response.ok) return;
      said = `${response.status}: ${(await response.text()).slice(0, 500)}`;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  throw new SiteFailed(`The site did not start. ${origin}/healthz answers ${said}`);
}
