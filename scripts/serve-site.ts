import { createHash, randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { DatabaseError } from "pg";
import { ALERTS_FILE, readAlertsOnDisk } from "@/db/alerts/alerts-on-disk";
import { settingsOrExit } from "@/db/command/command-settings";
import { EXIT_CRASH } from "@/db/command/exit-on-crash";
import { stagesInWords } from "@/db/command/progress";
import { countWaiting } from "@/db/derive/count-waiting";
import { isSampleWanted } from "@/db/ingest/is-sample-wanted";
import { readerSetting } from "@/db/paper/lesser-reader";
import { handOverFolders, insteadOfRoot, type Lesser } from "@/db/server/account";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import { diskTrouble } from "@/db/server/disk-trouble";
import { keepDatabase } from "@/db/server/keep-database";
import { log, logConsoleAsJson, msSince } from "@/db/server/log";
import { availableMemory, copyMemory, heapLimits } from "@/db/server/memory";
import { openDatabase } from "@/db/server/open-database";
import type { OpenDatabase } from "@/db/server/opened-database";
import { type PreparedDatabase, prepareDatabase } from "@/db/server/prepare-database";
import type { FileAlert } from "@/lib/alerts/alerts-file";
import { mailOf, unsentMail } from "@/lib/alerts/unsent-mail";
import type { Settings } from "@/lib/settings";
import { plural } from "@/lib/values/counts";
import { BuildFailed, buildSite, DiskFailed, isBuildFresh } from "./build-site";
import { cutFonts } from "./cut-fonts";
import { NEXT, type NodeProgram, runNode } from "./node-program";
import { Shutdown } from "./shutdown";
import { say, step } from "./steps.mjs";

const ANSWER_WITHIN = 60_000;
const FOLLOW = fileURLToPath(new URL("../db/command/follow.ts", import.meta.url));
const DERIVE = fileURLToPath(new URL("../db/command/derive.ts", import.meta.url));
const REQUEST_GUARD = new URL("./request-guard.mjs", import.meta.url).href;
const COPY = fileURLToPath(new URL("../db/copy/copy-process.ts", import.meta.url));
const ALERTS = fileURLToPath(new URL("../db/alerts/alert-process.ts", import.meta.url));
const FOLLOW_AGAIN = 60_000;
const COPY_AGAIN = 1_000;
const ALERTS_AGAIN = 5_000;
/** A copy that ends so often, one soon after the other, cannot be kept on this machine. */
const MOST_COPIES = 5;
/** A derivation that ends so often will not finish. */
const MOST_DERIVERS = 5;
/** A server that ends sooner than this would only end again. */
const SHORTEST_RUN = 30_000;

class CannotListen extends Error {}
class SiteFailed extends Error {}
class NotBuilt extends Error {}
class WrongAlerts extends Error {}

/** `npm start`, `npm run dev` and `npm run serve`: database, pages and server, until it is interrupted. */
export async function serveSite(mode: "start" | "dev" | "serve"): Promise<never> {
  const dev = mode === "dev";
  const settings = settingsOrExit();
  logConsoleAsJson();
  const started = performance.now();
  process.on("exit", (code) => log("stop", { code }));
  const shutdown = new Shutdown();
  try {
    if (mode === "serve") expectBuild();
    const alertsInFile = expectRightAlerts(settings);
    await expectFreePort(settings);
    const [database] = await Promise.all([
      openPrepared(settings, shutdown),
      mode === "start" ? prepareBuild(shutdown) : dev ? cutFonts() : null,
    ]);
    const limits = heapLimits(availableMemory(settings.memoryLimitMb));
    const accounts = dev ? { site: null, readers: null } : whoRuns(settings);
    const how = {
      settings,
      dev,
      accounts,
      limits,
      shutdown,
      copy: placeOfCopy(settings),
      readersDesk: placeOfDesk(settings),
    };
    const copy = keepCopy(how, database);
    const alerts = keepAlerts(how, database);
    let site = await startSite(how, database.urls);
    const databaseFailed = keepDatabase(database.opened, {
      say,
      isStopping: () => shutdown.isUnderWay,
      reopen: async () => {
        const opened = await database.open();
        // Another program may have taken the port.
        if (site.readUrl !== database.urls.read) {
          void site.stop();
          copy.restart();
          alerts.restart();
        }
        return opened;
      },
    });
    databaseFailed.catch(() => undefined);
    await deriveWhatWaits(how, database);
    if (settings.edgarContact !== null && !dev) keepFollowing(how, database);
    shutdown.expectInterruption();
    log("start", { ms: msSince(started), port: settings.port, host: settings.host });
    say(`Section 16 is at ${addressForReaders(settings)}`);
    for (const sentence of unsentMail(mailOf(settings, alertsInFile))) say(sentence);
    for (;;) {
      const began = Date.now();
      const ended = await Promise.race([site.ended, databaseFailed]);
      if (shutdown.isUnderWay) return new Promise<never>(() => {});
      if (site.readUrl !== database.urls.read) {
        say("The database has moved to another port. Starting the site again …");
      } else {
        // One lost process should not close the site to readers; one that cannot stay up must.
        if (dev || Date.now() - began < SHORTEST_RUN) throw new SiteFailed(`The site's server ended (${ended}).`);
        say(`The site's server ended (${ended}). Starting it again …`);
      }
      site = await startSite(how, database.urls);
    }
  } catch (error) {
    // A process that we stop fails where it is awaited.
    if (shutdown.isUnderWay) return new Promise<never>(() => {});
    return shutdown.end(report(error, settings));
  }
}

/** How every process is run. */
type How = {
  settings: Settings;
  dev: boolean;
  accounts: Accounts;
  limits: ReturnType<typeof heapLimits>;
  shutdown: Shutdown;
  /** Null if there is to be no copy of `listing`. */
  copy: PlaceOfCopy | null;
  /** The socket on which the alert process answers readers; null if they cannot subscribe. */
  readersDesk: string | null;
};

/** Reports what went wrong, and returns the exit code for it. */
function report(error: unknown, { dataDir }: Settings): number {
  const trouble = diskTrouble(error, dataDir);
  const inPlainWords = [CannotListen, DatabaseUnavailable, BuildFailed, NotBuilt, SiteFailed, WrongAlerts].some(
    (type) => error instanceof type,
  );
  if (trouble !== null) console.error(trouble);
  else if (error instanceof DatabaseError && !inPlainWords)
    console.error(`The database reports an error: ${error.message}`);
  else console.error(inPlainWords && error instanceof Error ? error.message : error);
  if ([CannotListen, NotBuilt, WrongAlerts].some((type) => error instanceof type)) return 2;
  const isDisk = trouble !== null || error instanceof DiskFailed;
  return isDisk || error instanceof DatabaseUnavailable || error instanceof DatabaseError ? 3 : EXIT_CRASH;
}

/** Before anything slow. */
async function expectFreePort({ port, host }: Settings) {
  const probe = createServer();
  try {
    await new Promise<void>((settle, fail) => {
      probe.on("error", fail).listen(port, host, settle);
    });
  } catch (error) {
    throw new CannotListen(whyNotListening(error, { port, host }), { cause: error });
  } finally {
    probe.close();
  }
}

function whyNotListening(error: unknown, { port, host }: Pick<Settings, "port" | "host">): string {
  const code = error instanceof Error && "code" in error ? error.code : error;
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`;
  if (code === "EACCES")
    return `You do not have permission to listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST is ${host}, which is not an address of this machine.`;
  return `The site cannot listen on HOST ${host}, port ${port} (${code}).`;
}

/** The open database, and how to open it again after a loss. */
type Prepared = { opened: OpenDatabase; urls: PreparedDatabase; open: () => Promise<OpenDatabase> };

async function openPrepared(settings: Settings, shutdown: Shutdown): Promise<Prepared> {
  let opening: Promise<OpenDatabase>;
  let opened: OpenDatabase | null = null;
  const open = async () => {
    opening = openDatabase(settings, { say });
    opened = await opening;
    return opened;
  };
  const first = open();
  shutdown.add({ stop: async () => (await opening.catch(() => null))?.stop(), abandon: () => opened?.abandon() });
  const database = await step("Starting the database", () => first);
  const migrated = (on: OpenDatabase) => prepareDatabase(on, { ...settings, say });
  const urls = await step("Migrating the database", () => migrated(database));
  if (settings.loadSample === "auto" && (await isSampleWanted(urls.write)))
    await step("Loading the sample", async (detail) => {
      const { loadSample } = await import("@/db/ingest/load-sample");
      await loadSample(urls.write, stagesInWords(detail));
    });
  const prepared: Prepared = {
    opened: database,
    urls,
    open: async () => {
      const again = await open();
      prepared.urls = await migrated(again);
      return again;
    },
  };
  return prepared;
}

/** The users of the processes; null is the user of this one. */
type Accounts = { site: Lesser | null; readers: Lesser | null };

/** Started as root, we run everything that handles uploads and filings as another user, if possible. */
function whoRuns({ dataDir, port }: Settings): Accounts {
  const { account, reason } = insteadOfRoot(process.cwd(), dataDir);
  const needsRoot =
    reason ?? (account !== null && port < firstFreePort() ? `only root can listen on port ${port}` : null);
  if (needsRoot !== null) {
    const readers = account === null ? "" : " Uploaded forms are read as another user.";
    say(
      `The site and the commands it starts run as root, because ${needsRoot}.${readers} To change that, start Section 16 ` +
        "as an ordinary user with a PORT of 1024 or more, from a folder that every user can open, such as /opt/section16.",
    );
    return { site: null, readers: account };
  }
  if (account !== null) handOverFolders(dataDir, ["paper-drafts", "downloads", "screener", "cards", "alerts"], account);
  return { site: account, readers: account };
}

/** The first port on which users other than root may listen. */
function firstFreePort(): number {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
  } catch {
    return 1024;
  }
}

/** Later mistakes are logged, and what the file said before applies. */
function expectRightAlerts({ alertAllowPrivate: allowPrivate }: Settings): FileAlert[] {
  const read = readAlertsOnDisk(ALERTS_FILE, { allowPrivate });
  if ("problems" in read) throw new WrongAlerts(read.problems.join("\n"));
  return read.alerts;
}

function expectBuild() {
  if (!isBuildFresh())
    throw new NotBuilt(
      "The pages have not been built from these sources. Run `npm ci` and `npm run build`, then start again.",
    );
}

async function prepareBuild(shutdown: Shutdown) {
  if (isBuildFresh()) return;
  await step("Building the pages", (detail) => buildSite((build) => shutdown.add(build), detail));
}

/**
 * Next's proxy calls this address `localhost`. If the server had another name for it, Next would take our rewrites of addresses
 * that lead nowhere for another site, and send each of these requests to itself once more.
 */
const LOOPBACK = "127.0.0.1";

type Site = NodeProgram & {
  /** The database that it was started with. */
  readUrl: string;
};

async function startSite(
  { settings, dev, accounts, limits, shutdown, copy, readersDesk }: How,
  urls: PreparedDatabase,
): Promise<Site> {
  const { port, host, siteUrl, allowImport, allowMcp } = settings;
  const site = runNode(
    [
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

/** A command beside the site, on the database that the site has. */
const runBeside = ({ accounts, limits }: How, { urls }: Prepared, args: string[], env: Record<string, string> = {}) =>
  runNode(["--import", "tsx", ...args], { ...process.env, ...env, SECTION16_WRITE_URL: urls.write }, "inherit", {
    memory: limits.beside,
    account: accounts.site,
  });

/**
 * Filings that an earlier version stored, or a killed ingest, wait to be derived. This happens beside the server, because pages
 * are complete without it, except for what is derived.
 */
async function deriveWhatWaits(how: How, database: Prepared) {
  const { waiting, isRebuildBegun } = await countWaiting(database.urls.write);
  if (waiting === 0 && !isRebuildBegun) return;
  say(
    waiting === 0
      ? "The last rebuild was interrupted. We are continuing it in the background."
      : `${plural(waiting, "filing")} ${waiting === 1 ? "is" : "are"} waiting to be derived. We are doing this in the background.`,
  );
  let deriver = runBeside(how, database, [DERIVE, "--waiting"]);
  how.shutdown.add({ stop: () => deriver.stop(), abandon: () => deriver.abandon() });
  const run = async () => {
    for (let tries = 1; tries < MOST_DERIVERS; tries++) {
      const code = await deriver.ended;
      // 1 means that some could not be derived: they are named, and the next ingest tries them again.
      if (how.shutdown.isUnderWay || code === 0 || code === 1) return;
      say(`Deriving ended (${code}). It starts again in a minute.`);
      await sleep(FOLLOW_AGAIN, undefined, { ref: false });
      if (how.shutdown.isUnderWay) return;
      deriver = runBeside(how, database, [DERIVE, "--waiting"]);
    }
  };
  void run();
}

/** Runs `npm run follow` beside the server, and starts it again should it end. Its notices join the server's. */
function keepFollowing(how: How, database: Prepared) {
  const { shutdown } = how;
  let follower: NodeProgram | null = null;
  const ending = new AbortController();
  shutdown.add({
    async stop() {
      ending.abort();
      await follower?.stop();
    },
    abandon: () => follower?.abandon(),
  });
  const run = async () => {
    while (!ending.signal.aborted && !shutdown.isUnderWay) {
      follower = runBeside(how, database, [FOLLOW]);
      const code = await follower.ended;
      if (ending.signal.aborted || shutdown.isUnderWay) return;
      say(`Following EDGAR ended (${code}). It starts again in a minute.`);
      await sleep(FOLLOW_AGAIN, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  void run();
}

type PlaceOfCopy = { folder: string; socket: string };

/** Addresses of sockets are limited to about 100 bytes. */
const LONGEST_SOCKET = 100;

/** Where the copy is, if we can write there. Several start commands on one data folder share it. */
function placeOfCopy({ screenerCopy, dataDir }: Settings): PlaceOfCopy | null {
  if (screenerCopy === "never") return null;
  const folder = join(resolve(dataDir), "screener");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    return null;
  }
  return { folder, socket: socketIn(folder, "copy.sock") };
}

function socketIn(folder: string, file: string): string {
  const socket = join(folder, file);
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return socket.length <= LONGEST_SOCKET ? socket : join(tmpdir(), `section16-${name}.sock`);
}

/** Where the alert process answers readers, if they may subscribe. */
function placeOfDesk({ allowAlerts, smtpUrl, dataDir }: Settings): string | null {
  if (!allowAlerts || smtpUrl === null) return null;
  const folder = join(resolve(dataDir), "alerts");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return socketIn(folder, "desk.sock");
}

/**
 * Runs the process with the copy of `listing` beside the server, and starts it again should it end. Pages do without counts until it
 * answers.
 */
function keepCopy({ copy, settings, accounts, limits, shutdown }: How, database: Prepared) {
  let keeper: NodeProgram | null = null;
  const ending = new AbortController();
  shutdown.add({
    async stop() {
      ending.abort();
      await keeper?.stop();
    },
    abandon: () => keeper?.abandon(),
  });
  let isMoving = false;
  const run = async () => {
    for (let failures = 0; copy !== null && failures < MOST_COPIES && !ending.signal.aborted; ) {
      const began = Date.now();
      keeper = runNode(
        ["--import", "tsx", COPY],
        {
          ...process.env,
          DATABASE_URL: database.urls.read,
          SECTION16_COPY_FOLDER: copy.folder,
          SECTION16_COPY_SOCKET: copy.socket,
          SECTION16_COPY_MEMORY: String(copyMemory(availableMemory(settings.memoryLimitMb))),
        },
        "inherit",
        { memory: limits.copy, account: accounts.site },
      );
      const code = await keeper.ended;
      if (ending.signal.aborted || shutdown.isUnderWay) return;
      if (isMoving) {
        isMoving = false;
        continue;
      }
      failures = Date.now() - began > SHORTEST_RUN ? 0 : failures + 1;
      say(
        failures === MOST_COPIES
          ? `The copy for counts ended again (${code}). Lists are shown without counts.`
          : `The copy for counts ended (${code}). It starts again.`,
      );
      await sleep(COPY_AGAIN, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  void run();
  return {
    restart() {
      isMoving = keeper !== null;
      void keeper?.stop();
    },
  };
}

/**
 * Runs the alert process beside the server, and starts it again should it end. Without readers' alerts it begins when the operator's file
 * appears.
 */
function keepAlerts(how: How, database: Prepared) {
  const { shutdown, readersDesk } = how;
  let keeper: NodeProgram | null = null;
  const ending = new AbortController();
  shutdown.add({
    async stop() {
      ending.abort();
      await keeper?.stop();
    },
    abandon: () => keeper?.abandon(),
  });
  let isMoving = false;
  const run = async () => {
    while (!ending.signal.aborted && !shutdown.isUnderWay) {
      if (readersDesk !== null || existsSync(ALERTS_FILE)) {
        keeper = runBeside(how, database, [ALERTS], { SECTION16_ALERTS_SOCKET: readersDesk ?? "" });
        const code = await keeper.ended;
        keeper = null;
        if (ending.signal.aborted || shutdown.isUnderWay) return;
        if (!isMoving) say(`The alert process ended (${code}). It starts again.`);
        isMoving = false;
      }
      await sleep(ALERTS_AGAIN, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  void run();
  return {
    restart() {
      isMoving = keeper !== null;
      void keeper?.stop();
    },
  };
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
  const limit = Date.now() + ANSWER_WITHIN;
  let ended: string | null = null;
  void site.ended.then((code) => {
    ended = String(code);
  });
  let said = "no answer";
  while (Date.now() < limit) {
    if (ended) throw new SiteFailed(`The site's server ended (${ended}).`);
    try {
      const response = await fetch(`${origin}/healthz`);
      if (response.ok) return;
      said = `${response.status}: ${(await response.text()).slice(0, 500)}`;
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  throw new SiteFailed(`The site did not start. ${origin}/healthz answers ${said}`);
}

const isAnyAddress = (host: string) => host === "0.0.0.0" || host === "::";
const isLoopback = (host: string) => host === "localhost" || host === "::1" || host.startsWith("127.");
const bracketed = (host: string) => (host.includes(":") ? `[${host}]` : host);

function originFromHere({ host, port }: Settings) {
  return `http://${isAnyAddress(host) ? (host === "::" ? "[::1]" : "127.0.0.1") : bracketed(host)}:${port}`;
}

function addressForReaders({ host, port }: Settings) {
  return `http://${isAnyAddress(host) || isLoopback(host) ? "localhost" : bracketed(host)}:${port}`;
}
