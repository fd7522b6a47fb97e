import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { digestTables } from "@/db/backup/digest";
import { readBackupHeader } from "@/db/backup/read-backup";
import { restoreBackup } from "@/db/backup/restore-backup";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { storeSaxonForm4 } from "@/db/ingest/store-saxon-form4";
import { findStoredFiling } from "@/db/queries/filing-record";
import { findMigrationState } from "@/db/server/migration-state";
import { documentFromRecord } from "@/lib/edgar/document-from-record";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const RELEASES = readdirSync(FOLDER).filter((name) => name.endsWith(".tar"));

describe.each(RELEASES)("a database of an earlier release, %s", (release) => {
  let upgraded: TestDatabase;
  let fresh: TestDatabase;
  let includes: (table: string, column: string) => boolean;
  beforeAll(async () => {
    [upgraded, fresh] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const file = `${FOLDER}${release}`;
    await restoreBackup(upgraded.url, file);
    const columns = new Map((await readBackupHeader(file)).tables.map((table) => [table.name, table.columns]));
    // Another version of zlib may compress the same bytes differently, so we compare their SHA-256.
    includes = (table, column) => column !== "gzip" && (columns.get(table)?.includes(column) ?? false);
    for (const files of await listOriginals(upgraded)) await ingestFiles(fresh, files, { isSample: false });
    await storeSaxonForm4(fresh.pool);
    await rebuildDerived(fresh);
    await rebuildDerived(upgraded);
  });
  afterAll(() => Promise.all([upgraded.drop(), fresh.drop()]));

  test("is migrated, and no filing waits to be derived", async () => {
    expect(await findMigrationState(upgraded.db)).toMatchObject({ isCurrent: true });
    const { rowCount } = await upgraded.pool.query("select from filing_to_derive");
    expect(rowCount).toBe(0);
  });

  test("has the same digests as the same documents ingested today", async () => {
    const found = await digestTables(upgraded.db, { includes });
    expect(found).toEqual(await digestTables(fresh.db, { includes }));
    expect(Object.keys(found)).toEqual(expect.arrayContaining(["filing_row", "holding_line", "searched_note"]));
  });

  test("gives the same document for each filing", async () => {
    const numbers = (await upgraded.db.query.filing.findMany()).map(({ accessionNumber }) => accessionNumber);
    expect(numbers.length).toBeGreaterThan(40);
    for (const number of numbers) {
      const [before, today] = await Promise.all([upgraded, fresh].map(({ db }) => findStoredFiling(db, number)));
      if (!before || !today) throw new Error(`${number} is missing.`);
      expect(documentFromRecord(before.record)).toEqual(documentFromRecord(today.record));
    }
  });
});

/** The documents in a database, as filed: first versions, then later ones, then refused ones. */
async function listOriginals({ pool }: TestDatabase): Promise<Listed[][]> {
  const { rows } = await pool.query<{ turn: number; fileName: string; gzip: Buffer }>(`
    select version as turn, file_name as "fileName", gzip from raw_document where kind <> 'paper'
    union all select 1000, file_name, gzip from refused_document
    order by 1, 2`);
  return [...new Set(rows.map(({ turn }) => turn))].map((turn) =>
    rows
      .filter((row) => row.turn === turn)
      .map(({ fileName, gzip }) => ({ fileName, read: async () => ({ fileName, bytes: gunzipSync(gzip) }) })),
  );
}
