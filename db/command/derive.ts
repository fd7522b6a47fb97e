import "@/db/command/exit-on-crash";
import { setTimeout as sleep } from "node:timers/promises";
import { Command, CommanderError } from "commander";
import { deriveWaiting, sayFailed } from "@/db/derive/derive-waiting";
import { type RebuildProgress, rebuildDerived } from "@/db/derive/rebuild-derived";
import { announce } from "@/db/ingest/announce-filings";
import { type Connection, connect } from "@/db/server/client";
import { log, msSince } from "@/db/server/log";
import { foldTallies } from "@/db/tally/fold-tallies";
import { rebuildTallies } from "@/db/tally/rebuild-tallies";
import { plural } from "@/lib/values/counts";
import { startStages } from "./progress";
import { REBUILD_PROGRESS, WAITING_PROGRESS } from "./rebuild-stages";
import { withDatabase } from "./with-database";

/** Exit codes: 0 done, 1 some filings could not be derived, 2 usage, 3 database, 130 interrupted. */
const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/** `npm run derive`: derives everything from the filings again; with `-- --waiting` only what is not up to date. */
const program = new Command("derive")
  .description(
    "Rebuilds amendments, same trades, holding lines, checks, plans, lateness and footnote facts from the filings.",
  )
  .option("--waiting", "derive only from filings stored since the last run")
  .option("--json", "print one JSON object at the end")
  .exitOverride()
  .action(async ({ waiting, json }: { waiting?: boolean; json?: boolean }) => {
    process.exitCode = await withDatabase(async (url) => {
      const interrupt = new AbortController();
      process.once("SIGINT", () => interrupt.abort());
      process.once("SIGTERM", () => interrupt.abort());
      const { signal } = interrupt;
      const started = performance.now();
      const connection = connect(url);
      const progress = { rebuild: startStages(REBUILD_PROGRESS), waiting: startStages(WAITING_PROGRESS) };
      let filings = 0;
      let failed = 0;
      const onFailed = (accessionNumbers: readonly string[], error: unknown) => {
        failed += accessionNumbers.length;
        sayFailed(accessionNumbers, error);
      };
      const onProgress = (done: number, total: number) => {
        progress.rebuild.end();
        if (!json) progress.waiting.update(done, total, "filings");
      };
      const onRebuild: RebuildProgress = (done, total, stage) => {
        if (stage === "issuers") filings = done;
        progress.waiting.end();
        if (!json) progress.rebuild.update(done, total, stage);
      };
      try {
        if (waiting) await rebuildDerived(connection, { signal, onlyBegun: true, onProgress: onRebuild });
        else {
          await rebuildTallies(connection.pool);
          await rebuildOnceFree(connection, { signal, onProgress: onRebuild });
        }
        const others = await deriveWaiting(connection, { signal, onProgress, onRebuild, onFailed });
        if (waiting) filings += others;
        await foldTallies(connection.pool);
        if (filings > 0 && !signal.aborted) await announce(connection.db, "many");
      } finally {
        progress.rebuild.end();
        progress.waiting.end();
        await connection.end();
      }
      const seconds = (performance.now() - started) / 1000;
      log("derive", { ms: msSince(started), waiting: waiting === true, filings, failed, interrupted: signal.aborted });
      const rate = Math.round(filings / Math.max(seconds, 0.001));
      if (json) {
        const summary = { kind: "summary", filings, seconds, failed, interrupted: signal.aborted };
        process.stdout.write(`${JSON.stringify(summary)}\n`);
      } else {
        const words = signal.aborted ? "Interrupted after" : "Derived from";
        process.stdout.write(`${words} ${plural(filings, "filing")} in ${seconds.toFixed(1)} s, ${rate} a second.\n`);
        if (failed > 0)
          process.stdout.write(
            `We could not derive totals, checks and links from ${plural(failed, "filing")}; ${failed === 1 ? "it is" : "they are"} still waiting.\n`,
          );
      }
      if (signal.aborted) return EXIT.interrupted;
      return failed > 0 ? EXIT.failed : EXIT.done;
    });
  });

const AGAIN_MS = 1_000;

/** Derives everything again. If another program is doing so, it waits until that has finished. */
async function rebuildOnceFree(connection: Connection, options: { signal: AbortSignal; onProgress: RebuildProgress }) {
  for (let tries = 0; (await rebuildDerived(connection, options)) === null && !options.signal.aborted; tries++) {
    if (tries === 0) process.stderr.write("Another program is rebuilding. We will start when it has finished.\n");
    await sleep(AGAIN_MS, undefined, { signal: options.signal }).catch(() => undefined);
  }
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
