import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { from, to } from "pg-copy-streams";
import { extract, pack } from "tar-stream";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type DigestScope, digestTables } from "@/db/backup/digest";
import { listTables } from "@/db/backup/list-tables";
import { checkBackup } from "@/db/backup/read-backup";
import { loadBackup, restoreBackup } from "@/db/backup/restore-backup";
import { makeSchemaAt } from "@/db/backup/schema-at";
import { writeBackup } from "@/db/backup/write-backup";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { storeSaxonForm4 } from "@/db/ingest/store-saxon-form4";
import journal from "@/db/migrations/meta/_journal.json";
import { connect, databaseOn } from "@/db/server/client";
import { derivedForTest } from "@/testing/derived-for-test";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { asOwner as changeAsOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const REAL = { isSample: false } as const;
/** Higher than any process id. */
const NO_PROCESS = 2 ** 22 + 1;
const EVERYTHING: { scope: DigestScope } = { scope: "everything" };

/** Sales under a plan by one insider. Each balance follows from the one before. */
const filings = (count: number): Listed[] =>
  Array.from({ length: count }, (_, at) =>
    filingForTest({
      n: at + 1,
      filed: `2025-0${1 + Math.floor(at / 28)}-${String(1 + (at % 28)).padStart(2, "0")}`,
      notes: { F1: `Sold under a Rule 10b5-1 plan.\tTab, "quotes", \\ and\na second line. Ünïcode ${at}.` },
      rows: [
        {
          code: "S",
          letter: "D",
          date: "2025-01-02",
          shares: "10",
          price: "12.50",
          held: `${9000 - at * 10}`,
          priceNote: "F1",
        },
      ],
    }),
  );

let folder: string;
let file: string;
let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "section16-backup-"));
  // PostgreSQL's user needs access when this runs as root.
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  file = join(folder, `${Math.random()}.tar`);
  [source, target] = await Promise.all([createTestDatabase("owner"), createTestDatabase("owner")]);
});
afterEach(() => Promise.all([source.drop(), target.drop()]));

describe("a backup", () => {
  test("taken during an ingest contains the filings of one moment, and restores to the same digest elsewhere", async () => {
    const all = filings(120);
    await ingestFiles(source, all.slice(0, 30), REAL);
    await storeSaxonForm4(source.pool);
    const ingest = ingestFiles(source, all.slice(30), REAL);
    let atSnapshot: Record<string, string> = {};
    const { tables, sha256 } = await writeBackup(source.url, file, {
      async onSnapshot(client) {
        atSnapshot = await digestTables(databaseOn(client), EVERYTHING);
        // The rest is stored before the backup reads the first table.
        await ingest;
      },
    });
    const later = await digestTables(source.db, EVERYTHING);
    expect(later.filing).not.toBe(atSnapshot.filing);
    expect(later.footnote).not.toBe(atSnapshot.footnote);

    expect((await loadBackup(target.url, file)).checksums).toEqual({ tables, sha256 });
    expect(await digestTables(target.db, EVERYTHING)).toEqual(atSnapshot);

    // The next ingest adds what is missing, as if nothing had happened.
    await ingestFiles(target, all, REAL);
    expect(await digestTables(target.db)).toEqual(await digestTables(source.db));
  });

  test("contains the rows of a table that is emptied in the meantime", async () => {
    await ingestFiles(source, filings(3), REAL);
    let emptied: Promise<unknown> = Promise.resolve();
    const { tables } = await writeBackup(source.url, file, {
      async onSnapshot() {
        emptied = source.pool.query("truncate searched_note");
        // TRUNCATE hides rows from older snapshots too, unless it has to wait for them.
        await Promise.race([emptied, sleep(500)]);
      },
    });
    await emptied;
    expect(tables.searched_note?.rows).toBe(3);
  });

  test("of an idle database restores to the same digest of every table, with the same keys and indexes", async () => {
    await ingestFiles(source, filings(20), REAL);
    await source.pool.query(
      "insert into refused_document values ('a', 'b.xml', 1, 'not well-formed', '\\x00ff0a', now())",
    );
    await writeBackup(source.url, file);
    const { derived } = await restoreBackup(target.url, file);
    expect(derived).toBe(0);
    expect(await digestTables(target.db, EVERYTHING)).toEqual(await digestTables(source.db, EVERYTHING));
    expect(await schemaOf(target)).toEqual(await schemaOf(source));
    expect(await checkBackup(file)).toMatchObject({ header: { format: 1 } });
  });

  test("of an older schema is migrated and derived again", async () => {
    await ingestFiles(source, filings(20), REAL);
    await storeSaxonForm4(source.pool);
    await deriveWaiting(source);
    const old = await createTestDatabase("owner");
    try {
      await makeOlder(old, source, journal.entries[2]?.when ?? 0);
      const before = await digestTables(old.db, { includes: isFiled });
      await writeBackup(old.url, file);
      const { migrated, derived } = await restoreBackup(target.url, file);
      expect({ migrated, derived }).toEqual({ migrated: true, derived: 21 });
      const columns = new Map((await listTables(old.db)).map(({ name, columns: of }) => [name, of.map((c) => c.name)]));
      const includes = (table: string, column: string) =>
        isFiled(table) && (columns.get(table)?.includes(column) ?? false);
      expect(await digestTables(target.db, { includes })).toEqual(before);
      expect(await derivedForTest(target)).toEqual(await derivedForTest(source));
      expect(await schemaOf(target)).toEqual(await schemaOf(source));
    } finally {
      await old.drop();
    }
  });

  test("needs no superuser: the database's owner can write and restore it", async () => {
    await ingestFiles(source, filings(5), REAL);
    const name = target.url.split("/").at(-1) ?? "";
    await changeAsOwner(source, `create role "${name}" login password 'secret'`);
    const admin = connect(target.url, 1);
    await admin.pool.query(`alter database "${name}" owner to "${name}"`);
    await admin.pool.query(
      `do $$ declare t text; begin for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('alter table %I owner to %I', t, '${name}'); end loop; end $$;
      do $$ declare f text; begin for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace loop
        execute format('alter function %s owner to %I', f, '${name}'); end loop; end $$`,
    );
    await admin.pool.query(
      `alter function set_indexes_aside(text[]) owner to "${name}";
      alter function make_postponed_index(text) owner to "${name}"`,
    );
    await admin.pool.query(
      `alter schema drizzle owner to "${name}"; alter table drizzle.__drizzle_migrations owner to "${name}"`,
    );
    await admin.end();
    const asOwner = new URL(target.url);
    asOwner.username = name;
    asOwner.password = "secret";
    await writeBackup(source.url, file);
    await restoreBackup(asOwner.href, file);
    const again = `${file}.again`;
    const { tables } = await writeBackup(asOwner.href, again);
    expect(tables.filing?.rows).toBe(5);
    expect(await digestTables(target.db, EVERYTHING)).toEqual(await digestTables(source.db, EVERYTHING));
    await changeAsOwner(source, `alter database "${name}" owner to current_user`);
    await changeAsOwner(target, `reassign owned by "${name}" to current_user; drop owned by "${name}"`);
    await changeAsOwner(target, `drop role "${name}"`);
  });

  test("does not overwrite a file without --force, and leaves no file when it is interrupted", async () => {
    await writeFile(file, "precious");
    await expect(writeBackup(source.url, file)).rejects.toMatchObject({ exitCode: 2 });
    expect(await readFile(file, "utf8")).toBe("precious");

    const interrupt = new AbortController();
    const interrupted = writeBackup(source.url, file, {
      force: true,
      signal: interrupt.signal,
      onProgress: () => interrupt.abort(),
    });
    await expect(interrupted).rejects.toMatchObject({ exitCode: 130 });
    expect(await readFile(file, "utf8")).toBe("precious");
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);

    await writeFile(`${file}.${NO_PROCESS}.unfinished`, "of a run that was killed");
    await writeBackup(source.url, file, { force: true });
    expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
    expect((await checkBackup(file)).checksums.tables.filing?.rows).toBe(0);
  });

  test("taken during a load without indexes has all indexes when it is restored", async () => {
    await ingestFiles(source, filings(3), REAL);
    const before = await schemaOf(source);
    await source.pool.query(
      "insert into postponed_index select indexname, indexdef from pg_indexes where indexname = 'filing_newest'",
    );
    await source.pool.query("drop index filing_newest");
    await writeBackup(source.url, file);
    await restoreBackup(target.url, file);
    expect(await schemaOf(target)).toEqual(before);
    expect((await target.pool.query("select from postponed_index")).rowCount).toBe(0);
  });

  test("says why it could not be written", async () => {
    await expect(writeBackup(source.url, join(folder, "nowhere", "x.tar"))).rejects.toMatchObject({
      message: expect.stringContaining("there is no such folder"),
      exitCode: 2,
    });
    await source.pool.query("drop schema drizzle cascade");
    await expect(writeBackup(source.url, file)).rejects.toMatchObject({ exitCode: 2 });
    expect(existsSync(file)).toBe(false);
  });
});

describe("restoring", () => {
  beforeEach(async () => {
    await ingestFiles(source, filings(10), REAL);
    await writeBackup(source.url, file);
  });

  test("refuses a database with filings, and leaves it as it is", async () => {
    const other = connect(target.url, 2);
    await ingestFiles(other, filings(1), REAL);
    const before = await digestTables(other.db, EVERYTHING);
    await other.end();
    await expect(restoreBackup(target.url, file)).rejects.toMatchObject({
      message: expect.stringContaining("already has filings"),
      exitCode: 2,
    });
    expect(await digestTables(target.db, EVERYTHING)).toEqual(before);
  });

  test("refuses a database that somebody is using", async () => {
    const site = new Client({ connectionString: target.url });
    await site.connect();
    await expect(restoreBackup(target.url, file)).rejects.toMatchObject({
      message: expect.stringContaining("Another program is connected"),
      exitCode: 2,
    });
    await site.end();
  });

  test("replaces the sample", async () => {
    const other = connect(target.url, 2);
    await ingestFiles(other, filings(2), { isSample: true });
    await storeSaxonForm4(other.pool);
    await other.end();
    await restoreBackup(target.url, file);
    expect(await digestTables(target.db, EVERYTHING)).toEqual(await digestTables(source.db, EVERYTHING));
  });

  test.each<[string, () => Promise<void>]>([
    ["cut off in the middle", async () => truncate(file, (await readFile(file)).length / 2)],
    ["cut off between two entries", () => rewrite((name, content) => (name === "checksums.json" ? null : content))],
    ["without one of its parts", () => rewrite((name, content) => (name.includes("filing_row") ? null : content))],
    [
      "with a byte changed in its rows",
      () => rewrite((name, content) => (name.includes("footnote") ? flipped(content, content.length >> 1) : content)),
    ],
    [
      "with its checksums changed",
      () =>
        rewrite((name, content) =>
          name === "checksums.json" ? Buffer.from(String(content).replace(/[0-9a-f]{64}/, "0".repeat(64))) : content,
        ),
    ],
    [
      "with its description changed",
      () =>
        rewrite((name, content) =>
          name === "backup.json" ? Buffer.from(String(content).replace("0.2", "0.9")) : content,
        ),
    ],
    [
      "with a column's name changed",
      () =>
        rewrite((name, content) =>
          name === "backup.json"
            ? Buffer.from(String(content).replace("transaction_code", "transaction_cord"))
            : content,
        ),
    ],
    ["that is something else", () => writeFile(file, "<ownershipDocument/>".repeat(1000))],
    ["that is empty", () => writeFile(file, "")],
  ])("refuses a file %s and changes nothing", async (_what, damage) => {
    const other = connect(target.url, 2);
    await ingestFiles(other, filings(2), { isSample: true });
    const before = await digestTables(other.db, EVERYTHING);
    await other.end();
    await damage();
    await expect(restoreBackup(target.url, file)).rejects.toMatchObject({ name: "BackupFailure", exitCode: 1 });
    expect(await digestTables(target.db, EVERYTHING)).toEqual(before);
    await expect(checkBackup(file)).rejects.toMatchObject({ exitCode: 1 });
  });

  test("refuses a backup of a newer version", async () => {
    await rewrite((name, content) => {
      if (name !== "backup.json") return content;
      const header = JSON.parse(String(content));
      header.migrations.push({ createdAt: Date.UTC(2100, 0), hash: "later" });
      return Buffer.from(JSON.stringify({ ...header, version: "9.0.0" }));
    });
    await expect(restoreBackup(target.url, file)).rejects.toMatchObject({
      message: expect.stringContaining("version 9.0.0 of Section 16, which is newer"),
      exitCode: 3,
    });
    expect((await target.pool.query("select from filing")).rowCount).toBe(0);
  });

  test("can be interrupted, and then changes nothing", async () => {
    const interrupt = new AbortController();
    const interrupted = restoreBackup(target.url, file, {
      signal: interrupt.signal,
      onProgress: (stage) => {
        if (stage === "index") interrupt.abort();
      },
    });
    await expect(interrupted).rejects.toMatchObject({ exitCode: 130 });
    expect((await target.pool.query("select from filing")).rowCount).toBe(0);
    expect(await schemaOf(target)).toEqual(await schemaOf(source));
  });
});

/** Everything except derived tables and what depends on the run. */
const isFiled = (table: string) =>
  [
    "filing",
    "filing_owner",
    "filing_row",
    "filing_problem",
    "footnote",
    "signature",
    "raw_document",
    "issuer",
    "issuer_name",
    "owner",
    "owner_name",
  ].includes(table);

/** Creates an older schema and fills its columns from another database. */
async function makeOlder(old: TestDatabase, full: TestDatabase, migration: number) {
  const [reader, writer] = [new Client({ connectionString: full.url }), new Client({ connectionString: old.url })];
  await Promise.all([reader.connect(), writer.connect()]);
  await writer.query("drop schema public cascade; drop schema drizzle cascade; create schema public");
  await makeSchemaAt(writer, migration);
  const tables = (await listTables(old.db)).filter(({ name }) => isFiled(name));
  for (const { name, columns } of tables.sort(
    (one, two) => Number(two.name === "filing") - Number(one.name === "filing") || (one.name < two.name ? -1 : 1),
  )) {
    const listed = columns.map((column) => `"${column.name}"`).join(", ");
    await pipeline(
      reader.query(to(`copy (select ${listed} from ${name}) to stdout`)),
      writer.query(from(`copy ${name} (${listed}) from stdin`)),
    );
  }
  await Promise.all([reader.end(), writer.end()]);
}

/** Rewrites the file with changed entries; null removes one. */
async function rewrite(change: (name: string, content: Buffer) => Buffer | null) {
  const archive = pack();
  const read = extract();
  read.end(await readFile(file));
  for await (const entry of read) {
    const pieces: Buffer[] = [];
    for await (const piece of entry) pieces.push(piece);
    const content = change(entry.header.name, Buffer.concat(pieces));
    if (content) archive.entry({ name: entry.header.name }, content);
  }
  archive.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of archive) pieces.push(piece);
  await writeFile(file, Buffer.concat(pieces));
}

function flipped(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

async function schemaOf({ pool }: TestDatabase) {
  const { rows: indexes } = await pool.query("select indexdef from pg_indexes where schemaname = 'public' order by 1");
  const { rows: constraints } = await pool.query(
    "select conrelid::regclass::text as table, conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2",
  );
  return { indexes, constraints };
}
