import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { REBUILD_STAGES, type RebuildStage } from "@/db/derive/rebuild-work";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFilings } from "@/db/queries/list-filings";
import { connect } from "@/db/server/client";
import type { deriveConnected } from "@/lib/derive/derive-connected";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { createDatabaseWith } from "@/testing/database-with";
import { DERIVED, derivedForTest } from "@/testing/derived-for-test";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, cutConnections, type TestDatabase } from "@/testing/test-database";

const odd = vi.hoisted(() => ({ accessionNumber: "" }));

/** Deriving the odd filing fails, with all connected filings. */
vi.mock("@/lib/derive/derive-connected", async (importOriginal) => {
  const original = await importOriginal<{ deriveConnected: typeof deriveConnected }>();
  return {
    deriveConnected: (...given: Parameters<typeof deriveConnected>) => {
      if (given[0].some(({ filing }) => filing.accessionNumber === odd.accessionNumber)) throw new Error("odd");
      return original.deriveConnected(...given);
    },
  };
});

let database: TestDatabase;
let issuers: string[];
let expected: Awaited<ReturnType<typeof derivedForTest>>;

beforeAll(async () => {
  database = await createDatabaseWith("three_issuers");
  issuers = (await database.db.query.issuer.findMany({ orderBy: ({ cik }) => cik })).map(({ cik }) => cik);
  expected = await derivedForTest(database);
});
afterEach(() => {
  odd.accessionNumber = "";
});
afterAll(() => database.drop());

const numbersOf = async (query: string, values: unknown[] = []) => {
  const { rows } = await database.pool.query<{ accession_number: string }>(query, values);
  return rows.map((row) => row.accession_number);
};
const waiting = () => numbersOf("select accession_number from filing_to_derive order by 1");

/** Keys, indexes, rights and triggers of all tables. */
async function schemaOf({ pool }: TestDatabase): Promise<unknown[]> {
  const { rows } = await pool.query(`
    select tablename as of, indexdef as definition from pg_indexes where schemaname in ('public', 'rebuild')
    union all
    select conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated from pg_constraint
    union all
    select oid::regclass::text, array(select unnest(relacl)::text order by 1)::text from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace
    union all
    select tgrelid::regclass::text, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    order by 1, 2`);
  return rows;
}

/** Interrupts a rebuild at the beginning of a stage. */
async function rebuildUntil(stage: RebuildStage): Promise<number | null> {
  const interrupt = new AbortController();
  return rebuildDerived(database, {
    signal: interrupt.signal,
    onProgress(_done, _total, reached) {
      if (reached === stage) interrupt.abort();
    },
  });
}

test("an odd filing does not stop others: its connected filings stay queued and are reported once", async () => {
  const [first = ""] = await numbersOf(
    "select accession_number from filing where issuer_cik = $1 order by accession_number limit 1",
    [issuers[0]],
  );
  odd.accessionNumber = first;
  const ofIssuer = await numbersOf("select accession_number from filing where issuer_cik = $1 order by 1", [
    issuers[0],
  ]);
  const all = await numbersOf("select accession_number from filing");
  expect(await rebuildDerived(database)).toBe(all.length - ofIssuer.length);
  expect(await waiting()).toEqual(ofIssuer);
  // They keep what was derived from them before until they are derived again.
  expect(await derivedForTest(database)).toEqual(expected);

  const failed: (readonly string[])[] = [];
  const done = await deriveWaiting(database, { onFailed: (numbers) => failed.push(numbers) });
  expect(failed).toHaveLength(1);
  expect(failed[0]).toContain(first);
  expect(await waiting()).toEqual(failed[0]);
  expect(done).toBe(ofIssuer.length - (failed[0]?.length ?? 0));
  expect(await derivedForTest(database)).toEqual(expected);

  odd.accessionNumber = "";
  await deriveWaiting(database);
  expect(await waiting()).toEqual([]);
});

test("gives the same rows, keys, indexes and rights", async () => {
  const before = await schemaOf(database);
  const { rows: of } = await database.pool.query("select oid from pg_class where relname = 'row_check'");
  const told: [RebuildStage, number][] = [];
  await rebuildDerived(database, { onProgress: (done, total, stage) => told.push([stage, done / total]) });
  expect([...new Set(told.map(([stage]) => stage))]).toEqual(REBUILD_STAGES);
  for (const stage of REBUILD_STAGES) expect(told.filter(([name]) => name === stage).at(-1)).toEqual([stage, 1]);
  expect(await waiting()).toEqual([]);
  expect(await derivedForTest(database)).toEqual(expected);
  expect(await schemaOf(database)).toEqual(before);
  const { rows: now } = await database.pool.query("select oid from pg_class where relname = 'row_check'");
  expect(now).not.toEqual(of);
});

test("readers see complete tables with their indexes all the time", async () => {
  const counts = DERIVED.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(", ");
  const look = async () => {
    const { rows: counted } = await database.pool.query(`select ${counts}`);
    const { rows: indexed } = await database.pool.query(
      "select count(*)::int as indexes from pg_index where indrelid = any(array(select oid from pg_class where relnamespace = 'public'::regnamespace))",
    );
    const listed = await listFilings(database.db, NO_FILTER, { after: null, limit: 20, onlyTransactions: true });
    return { counted, indexed, listed };
  };
  const before = await look();
  let looks = 0;
  let isOver = false;
  const rebuilding = rebuildDerived(database).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    expect(await look()).toEqual(before);
    looks++;
  }
  await rebuilding;
  expect(await look()).toEqual(before);
  expect(looks).toBeGreaterThan(0);
});

describe.each(REBUILD_STAGES)("interrupted at its stage of %s", (stage) => {
  test("changes nothing that pages read, and resumes", async () => {
    const before = await schemaOf(database);
    expect(await rebuildUntil(stage)).toBeNull();
    expect(await derivedForTest(database)).toEqual(expected);
    // Pieces that are done stay done.
    const { rows: pieces } = await database.pool.query("select id from rebuild.work where is_done");
    const began: RebuildStage[] = [];
    await rebuildDerived(database, { onlyBegun: true, onProgress: (done, _, at) => done === 0 && began.push(at) });
    expect(pieces.length > 0).toBe(stage !== "issuers");
    expect(began.includes("issuers")).toBe(stage === "issuers");
    expect(await derivedForTest(database)).toEqual(expected);
    expect(await schemaOf(database)).toEqual(before);
    expect(await waiting()).toEqual([]);
  });

  test("derives filings that were stored, changed or removed in the meantime", async () => {
    const other = await createTestDatabase();
    const sale = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
    const filing = (n: number, held = "900", filed = "2025-06-12") =>
      filingForTest({
        n,
        filed,
        notes: { F1: `Sold under a plan, number ${n}.` },
        rows: [{ ...sale, held, priceNote: "F1" }],
      });
    const REAL = { isSample: false };
    try {
      await ingestFiles(
        other,
        [1, 2, 3, 4].map((n) => filing(n)),
        REAL,
      );
      const interrupt = new AbortController();
      await rebuildDerived(other, {
        signal: interrupt.signal,
        onProgress: (_done, _total, at) => at === stage && interrupt.abort(),
      });
      await ingestFiles(other, [filing(5), filing(2, "700"), filing(3, "900", "2025-11-12")], REAL);
      await other.pool.query("delete from filing where accession_number like '%-000004'");
      await other.pool.query(
        "update filing set accession_number = '9999000001-25-000009' where accession_number like '%-000001'",
      );
      await other.pool.query("insert into filing_to_derive values ('9999000001-25-000009')");
      await deriveWaiting(other);
      await rebuildDerived(other, { onlyBegun: true });
      await deriveWaiting(other);
      const resumed = await derivedForTest(other);
      await rebuildDerived(other);
      expect(resumed).toEqual(await derivedForTest(other));
      expect(resumed.searched_note).toHaveLength(4);
      const { rows } = await other.pool.query("select count(*)::int as waiting from filing_to_derive");
      expect(rows).toEqual([{ waiting: 0 }]);
    } finally {
      await other.drop();
    }
  });

  test("resumes where it was after being killed", async () => {
    const before = await schemaOf(database);
    const killed = createKilled(stage);
    await expect(killed).rejects.toThrow();
    // This also cuts the test's own connections.
    await vi.waitFor(async () => expect(await derivedForTest(database)).toEqual(expected), 60_000);
    await vi.waitFor(async () => expect(await rebuildDerived(database, { onlyBegun: true })).not.toBeNull(), 60_000);
    expect(await derivedForTest(database)).toEqual(expected);
    expect(await schemaOf(database)).toEqual(before);
  });
});

/** A rebuild that loses all its connections when it reaches a stage. */
function createKilled(stage: RebuildStage): Promise<unknown> {
  let isCut = false;
  return rebuildDerived(database, {
    onProgress(_done, _total, reached) {
      if (reached !== stage || isCut) return;
      isCut = true;
      cutConnections(database);
    },
  });
}
test("a rebuild that another version began is dropped, and another starts from scratch", async () => {
  await rebuildUntil("lines");
  await database.pool.query("update rebuild.run set made_by = 'another version'");
  expect(await rebuildDerived(database, { onlyBegun: true })).toBeNull();
  const { rows } = await database.pool.query("select to_regnamespace('rebuild') as beside");
  expect(rows).toEqual([{ beside: null }]);
  await database.pool.query("truncate row_check");
  await rebuildDerived(database);
  expect(await derivedForTest(database)).toEqual(expected);
});

test("while one program rebuilds, another does not", async () => {
  let other: Promise<number | null> | null = null;
  await rebuildDerived(database, {
    onProgress() {
      other ??= rebuildDerived(database);
    },
  });
  expect(await other).toBeNull();
  expect(await derivedForTest(database)).toEqual(expected);
});

test("through a pooler, whose connections have no settings, everything is derived again in the same tables", async () => {
  const pooled = connect(database.url, 2);
  try {
    await pooled.pool.query("update lateness set days = days + 1");
    expect(await rebuildDerived(pooled)).toBe((await numbersOf("select accession_number from filing")).length);
    expect(await derivedForTest(database)).toEqual(expected);
  } finally {
    await pooled.end();
  }
});
