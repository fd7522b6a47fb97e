import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { CopyComparison, isDueAtNight } from "@/db/copy/compare-copy";
import { openDuck } from "@/db/copy/duck";
import { ListingCopy } from "@/db/copy/listing-copy";
import { readRecordVersion } from "@/db/copy/page-versions";
import { CopyServer } from "@/db/copy/serve-copy";

/** How often we look for changes. Looking is one small query, and unlike a notification it cannot be missed. */
const LOOK_EVERY = 500;
/** While everything changes, as in a rebuild or a large ingest, filling takes at most this part of the time. */
const SHARE_OF_FILLING = 1 / 5;
/** A part of the copy is compared with the database this often: one at the size of the public record in about two hours. */
const COMPARE_EVERY = 10_000;
const CONNECT_AGAIN = 2_000;
const TAKE_AGAIN = 2_000;

/**
 * Keeps the copy of `listing` and answers questions about it, until its parent ends. Of several processes on one folder, the first
 * one that opens the file does this, and the others wait.
 */
async function main() {
  const {
    SECTION16_COPY_FOLDER: folder = "",
    SECTION16_COPY_SOCKET: socket = "",
    DATABASE_URL: url = "",
  } = process.env;
  const memory = Number(process.env.SECTION16_COPY_MEMORY);
  await takeFolder(folder);
  const copy = await ListingCopy.open(folder, memory);
  const comparison = new CopyComparison(copy);
  await new CopyServer(copy, comparison).listen(socket);
  for (;;) {
    await follow(comparison, url).catch((error) => console.error(`The screener copy: ${error.message}`));
    await sleep(CONNECT_AGAIN);
  }
}

/** The system releases the lock of a file of DuckDB when its process ends, however that ends. */
async function takeFolder(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      return await openDuck(join(folder, "lock.duckdb"), folder, 16);
    } catch (error) {
      if (!(error instanceof Error) || !/\block\b/.test(error.message)) throw error;
      await sleep(TAKE_AGAIN);
    }
  }
}

/** Follows the database over one connection, until that is lost. */
async function follow(comparison: CopyComparison, url: string): Promise<never> {
  const { copy } = comparison;
  const client = new Client({ connectionString: url, application_name: "section16 copy", keepAlive: true });
  const lost = new Promise<never>((_, fail) => client.on("error", fail));
  lost.catch(() => undefined);
  try {
    await Promise.race([client.connect(), lost]);
    // The copy is filled in one statement and one transaction, however long they take.
    await client.query("set statement_timeout = 0; set idle_in_transaction_session_timeout = 0");
    let mayFillFrom = 0;
    let compareFrom = Date.now() + COMPARE_EVERY;
    for (;;) {
      const began = Date.now();
      const version = await Promise.race([readRecordVersion(client), lost]);
      if (copy.held !== null && isDueAtNight(copy.held.filledAt, began)) copy.expire();
      if (version === copy.held?.version && !copy.isExpired) {
        copy.confirm(began);
        await Promise.race([copy.tidy(), lost]);
        if (began >= compareFrom) {
          await Promise.race([comparison.next(client), lost]);
          compareFrom = Date.now() + COMPARE_EVERY;
        }
      } else if ((await Promise.race([copy.follow(client, began >= mayFillFrom), lost])) === "filled")
        mayFillFrom = Date.now() + (Date.now() - began) / SHARE_OF_FILLING;
      await sleep(LOOK_EVERY);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

await main();
