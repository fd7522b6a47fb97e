import "@/db/command/exit-on-crash";
import { Client } from "pg";
import { settingsOrExit } from "@/db/command/command-settings";
import { stagesInWords } from "@/db/command/progress";
import { whyNot } from "@/db/command/with-database";
import { isSampleWanted } from "@/db/ingest/is-sample-wanted";
import { loadSample } from "@/db/ingest/load-sample";
import { openDatabase } from "@/db/server/open-database";
import { prepareDatabase } from "@/db/server/prepare-database";
import type { Settings } from "@/lib/settings";
import { say, step } from "./steps.mjs";

const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1\]|)$/.test(host);

/** `npm run db:reset`: empties the database, migrates it and, unless LOAD_SAMPLE says otherwise, loads the sample. */
async function reset(settings: Settings) {
  const database = await openDatabase(settings, { say });
  try {
    await step("Emptying the database", () => empty(database.url));
    const { write } = await step("Migrating the database", () => prepareDatabase(database, { ...settings, say }));
    if (settings.loadSample === "auto" && (await isSampleWanted(write)))
      await step("Loading the sample", (detail) => loadSample(write, stagesInWords(detail)));
  } finally {
    await database.stop();
  }
  say("The database was reset.");
}

/** By schema rather than by database, so that a running site stays connected. */
async function empty(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "drop schema if exists drizzle cascade; drop schema if exists public cascade; create schema public",
    );
  } finally {
    await client.end();
  }
}

const settings = settingsOrExit();
const host = settings.databaseUrl ? new URL(settings.databaseUrl).hostname : "localhost";
if (isLoopback(host) || process.argv.includes("--yes")) {
  try {
    await reset(settings);
  } catch (error) {
    const message = whyNot(error, settings.dataDir);
    if (message === null) throw error;
    console.error(message);
    process.exitCode = 3;
  }
} else {
  console.error(
    `DATABASE_URL is on ${host}, not on this machine. If you want to empty it anyway, run npm run db:reset -- --yes`,
  );
  process.exitCode = 2;
}
