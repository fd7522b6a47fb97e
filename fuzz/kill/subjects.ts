import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getTableName } from "drizzle-orm";
import fc from "fast-check";
import { Client } from "pg";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import { validDocument } from "@/fuzz/documents/valid-document";
import { writeDocument } from "@/fuzz/documents/writing";
import type { KillableServer } from "@/fuzz/kill/server";
import { newYorkClock } from "@/lib/values/new-york-time";
import { DataSetGenerator } from "@/testing/dataset-generator";
import { madeUpFiling } from "@/testing/filings-for-test";
import { type Program, startProgram } from "@/testing/program";
import { readSample } from "@/testing/sample-filings";
import { startStandIn } from "@/testing/stand-in";

/** A command to kill. */
export type Subject = {
  /** What `done` counts. */
  unit: string;
  /** The database at the start of each trial. */
  template: string;
  start: (url: string) => Program;
  /** How much is done, measured by results and not by the clock. */
  done: (client: Client) => Promise<number>;
  /** Waits until a started program has done all its work, and ends it. @returns its exit code */
  finish: (program: Program, url: string) => Promise<number | null>;
  /** After each trial. */
  reset: () => void;
  /** After the last one. */
  end: () => Promise<void>;
};

export const SUBJECTS = ["ingest", "dataset", "derive", "follow"] as const;
export type SubjectName = (typeof SUBJECTS)[number];

type Context = { server: KillableServer; seed: number; size: number };

/** The empty, migrated database from which all others are copied. */
export const EMPTY = "kill_empty";

export const MAKERS: Record<SubjectName, (context: Context) => Promise<Subject>> = {
  ingest: ingestOfFiles,
  dataset: copyOfDataSets,
  derive: deriveOfAll,
  follow: followOfStandIn,
};

/** Bytes of all tables, including uncommitted rows and those of a rebuild, so that a COPY can be watched from outside. */
async function bytesOfTables(client: Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    "select sum(pg_relation_size(oid))::text as bytes from pg_class where relkind in ('r', 'i') and relnamespace in ('public'::regnamespace, to_regnamespace('rebuild'))",
  );
  return Number(rows[0]?.bytes ?? 0);
}

const untilItEnds = (program: Program) => program.ended;
const WITHOUT_STAND_IN = { reset: () => {}, end: async () => {} };

/** Filings of the sample, random documents of the schema, and one that is refused. */
async function ingestOfFiles({ server, seed, size }: Context): Promise<Subject> {
  const folder = join(server.folder, "files");
  mkdirSync(folder);
  for (const { fileName, text } of (await readSample()).slice(0, size)) writeFileSync(join(folder, fileName), text);
  const documents = fc.sample(validDocument, { seed, numRuns: Math.ceil(size / 4) });
  for (const [index, document] of documents.entries()) {
    const { fileName, bytes } = writeDocument(document, index + 1);
    writeFileSync(join(folder, fileName), bytes);
  }
  writeFileSync(join(folder, "refused.xml"), "<ownershipDocument><remarks>A & B</remarks></ownershipDocument>");
  return {
    unit: "bytes",
    template: EMPTY,
    start: (url) => startProgram(["db/command/ingest.ts", "--json", folder], { DATABASE_URL: url }),
    done: bytesOfTables,
    finish: untilItEnds,
    ...WITHOUT_STAND_IN,
  };
}

const QUARTERS = 2;

async function writeDataSets({ server, size }: Context, name: string): Promise<string[]> {
  const folder = join(server.folder, name);
  mkdirSync(folder);
  const generator = new DataSetGenerator();
  const paths: string[] = [];
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    paths.push((await generator.write(folder, quarter, size * 5)).path);
  }
  return paths;
}

async function copyOfDataSets(context: Context): Promise<Subject> {
  const paths = await writeDataSets(context, "data-sets");
  return {
    unit: "bytes",
    template: EMPTY,
    start: (url) => startProgram(["db/command/ingest.ts", "--json", ...paths], { DATABASE_URL: url }),
    done: bytesOfTables,
    finish: untilItEnds,
    ...WITHOUT_STAND_IN,
  };
}

const LOADED = "kill_loaded";

/** Filings that are stored and not yet derived. */
async function deriveOfAll(context: Context): Promise<Subject> {
  const { server } = context;
  await server.copy(EMPTY, LOADED);
  const paths = await writeDataSets(context, "derived-data-sets");
  const load = startProgram(["db/command/ingest.ts", "--json", ...paths], { DATABASE_URL: server.url(LOADED) });
  if ((await load.ended) !== 0) throw new Error(`the data sets could not be loaded: ${load.errors()}`);
  const client = new Client({ connectionString: server.url(LOADED) });
  await client.connect();
  const derived = Object.values(DERIVED_TABLES).map((table) => getTableName(table));
  await client.query(`truncate ${[...derived, "event_row", "searched_note", "stated_facts"].join(", ")}`);
  await client.query("insert into filing_to_derive select accession_number from filing on conflict do nothing");
  await client.end();
  return {
    unit: "bytes",
    template: LOADED,
    start: (url) => startProgram(["db/command/derive.ts", "--json"], { DATABASE_URL: url }),
    done: bytesOfTables,
    finish: untilItEnds,
    ...WITHOUT_STAND_IN,
  };
}

/** A stand-in for EDGAR. Requests are limited as for EDGAR itself, so a few filings take seconds. */
async function followOfStandIn({ size }: Context): Promise<Subject> {
  const day = newYorkClock(Date.now()).day;
  const filings = Array.from({ length: Math.ceil(size / 8) }, (_, index) => madeUpFiling(index + 1, { day }));
  // One for all trials: pages are stored with their addresses.
  const standIn = await startStandIn(filings);
  const asked = () => standIn.log.length;
  return {
    unit: "requests",
    template: EMPTY,
    start(url) {
      const edgar = {
        EDGAR_BASE_URL: standIn.url,
        EDGAR_DATA_URL: standIn.url,
        EDGAR_CONTACT: "Kill test kill@example.org",
      };
      return startProgram(["db/command/follow.ts", "--json"], { DATABASE_URL: url, ...edgar });
    },
    done: async () => asked(),
    async finish(program, url) {
      await untilAllIsStored(program, url, filings.length, asked);
      program.interrupt();
      return program.ended;
    },
    reset: () => standIn.log.splice(0),
    end: standIn.stop,
  };
}

const QUIET_MS = 1_500;
const PATIENCE_MS = 120_000;

/** Following never ends by itself: it is done when everything is stored and derived, and no more requests are sent. */
async function untilAllIsStored(program: Program, url: string, filings: number, asked: () => number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const limit = Date.now() + PATIENCE_MS;
  // Until its first request it may still be starting, and an interruption would kill it.
  const atStart = asked();
  try {
    let quietSince = Date.now();
    let before = atStart;
    while (Date.now() < limit && !program.hasEnded()) {
      await sleep(100);
      const { rows } = await client.query<{ stored: number; waiting: number }>(
        "select (select count(*) from filing)::int as stored, (select count(*) from filing_to_derive)::int as waiting",
      );
      const isDone = asked() > atStart && rows[0]?.stored === filings && rows[0].waiting === 0;
      if (!isDone || asked() !== before) quietSince = Date.now();
      before = asked();
      if (Date.now() - quietSince > QUIET_MS) return;
    }
  } finally {
    await client.end();
  }
}
