import { ALERTS_FILE, readAlertsOnDisk } from "@/db/alerts/alerts-on-disk";
import { settingsOrExit } from "@/db/command/command-settings";
import { keepDatabase } from "@/db/server/keep-database";
import { log, logConsoleAsJson, msSince } from "@/db/server/log";
import { availableMemory, heapLimits } from "@/db/server/memory";
import type { FileAlert } from "@/lib/alerts/alerts-file";
import { mailOf, unsentMail } from "@/lib/alerts/unsent-mail";
import type { Settings } from "@/lib/settings";
import { whoRuns } from "./accounts";
import { buildSite, isBuildFresh } from "./build-site";
import { cutFonts } from "./cut-fonts";
import { placeOfCopy, placeOfDesk } from "./how";
import { openPrepared } from "./prepared-database";
import { deriveWhatWaits, keepAlerts, keepCopy, keepFollowing } from "./programs-beside";
import { Shutdown } from "./shutdown";
import { addressForReaders, expectFreePort } from "./site-address";
import { startSite } from "./site-process";
import { NotBuilt, report, SiteFailed, WrongAlerts } from "./start-trouble";
import { say, step } from "./steps.mjs";

/** A server that ends sooner than this would only end again. */
const SHORTEST_RUN = 30_000;

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
