import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ALERTS_FILE } from "@/db/alerts/alerts-on-disk";
import { countWaiting } from "@/db/derive/count-waiting";
import { ALERT_THREADS } from "@/lib/alerts/most-at-once";
import { plural } from "@/lib/values/counts";
import { startCopy } from "./copy-program";
import type { How } from "./how";
import { keepBeside } from "./keep-beside";
import { type NodeProgram, runNode } from "./node-program";
import type { Prepared } from "./prepared-database";
import { say } from "./steps.mjs";

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FOLLOW = program("../db/command/follow.ts");
const DERIVE = program("../db/command/derive.ts");
const ALERTS = program("../db/alerts/alert-process.ts");

const FOLLOW_AGAIN = 60_000;
const COPY_AGAIN = 1_000;
const ALERTS_AGAIN = 5_000;
/** A copy that ends so often, one soon after the other, cannot be kept on this machine. */
const MOST_COPIES = 5;
const SHORTEST_RUN_OF_COPY = 30_000;
/** A derivation that ends so often will not finish. */
const MOST_DERIVERS = 5;

/** A command beside the site, on the database that the site has. */
const runBeside = (
  { accounts, limits }: How,
  { urls }: Prepared,
  args: string[],
  env: Record<string, string> = {},
): NodeProgram =>
  runNode(["--import", "tsx", ...args], { ...process.env, ...env, SECTION16_WRITE_URL: urls.write }, "inherit", {
    memory: limits.beside,
    account: accounts.site,
  });

/**
 * Filings that an earlier version stored, or a killed ingest, wait to be derived. This happens beside the server, because pages
 * are complete without it, except for what is derived.
 */
export async function deriveWhatWaits(how: How, database: Prepared) {
  const { waiting, isRebuildBegun } = await countWaiting(database.urls.write);
  if (waiting === 0 && !isRebuildBegun) return;
  say(
    waiting === 0
      ? "The last rebuild was interrupted. We are continuing it in the background."
      : `We are deriving totals, checks and links from ${plural(waiting, "filing")} in the background.`,
  );
  let tries = 0;
  keepBeside(how.shutdown, {
    start: () => runBeside(how, database, [DERIVE, "--waiting"]),
    pauseMs: FOLLOW_AGAIN,
    onEnd(code) {
      tries++;
      // 1 means that some could not be derived: they are named, and the next ingest tries them again.
      if (code === 0 || code === 1 || tries === MOST_DERIVERS) return false;
      say(`Deriving ended (${code}). It starts again in a minute.`);
      return true;
    },
  });
}

/** Runs `npm run follow` beside the server. Its notices join the server's. */
export const keepFollowing = (how: How, database: Prepared) =>
  keepBeside(how.shutdown, {
    start: () => runBeside(how, database, [FOLLOW]),
    pauseMs: FOLLOW_AGAIN,
    onEnd(code) {
      say(`Following EDGAR ended (${code}). It starts again in a minute.`);
      return true;
    },
  });

/** Runs the process with the copy of `listing` beside the server. Pages do without counts until it answers. */
export function keepCopy({ copy, settings, accounts, shutdown }: How, database: Prepared) {
  if (copy === null) return { restart() {} };
  let failures = 0;
  return keepBeside(shutdown, {
    start: () => startCopy(copy, database.urls.read, settings.memoryLimitMb, accounts.site),
    pauseMs: COPY_AGAIN,
    onEnd(code, ranMs) {
      failures = ranMs > SHORTEST_RUN_OF_COPY ? 0 : failures + 1;
      const isLast = failures === MOST_COPIES;
      say(
        isLast
          ? `The process that keeps the screener copy ended again (${code}). Lists are shown without counts.`
          : `The process that keeps the screener copy ended (${code}). Restarting it …`,
      );
      return !isLast;
    },
  });
}

/** Runs the alert process beside the server. Without readers' alerts it begins when the operator's file appears. */
export const keepAlerts = (how: How, database: Prepared) =>
  keepBeside(how.shutdown, {
    start: () =>
      how.readersDesk !== null || existsSync(ALERTS_FILE)
        ? runBeside(how, database, [ALERTS], {
            SECTION16_ALERTS_SOCKET: how.readersDesk ?? "",
            UV_THREADPOOL_SIZE: String(ALERT_THREADS),
          })
        : null,
    pauseMs: ALERTS_AGAIN,
    onEnd(code) {
      say(`The alert process ended (${code}). It starts again.`);
      return true;
    },
  });
