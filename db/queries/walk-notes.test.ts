import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { searchNotes } from "@/db/queries/search-notes";
import { WALK } from "@/db/queries/walk-notes";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import type { NoteCursor, NoteOrder, NotePage, NoteSearch } from "@/lib/note-search/note-search";
import { createDatabaseWith } from "@/testing/database-with";
import type { TestDatabase } from "@/testing/test-database";

const SIZES = { ...WALK };
/** Each makes the walk take a different path: month by month, counting early or late, periods with too much. */
const SMALL = [
  { newest: 1, few: 0, countable: 0, growth: 2 },
  { newest: 5, few: 8, countable: 20, growth: 4 },
  { newest: 2, few: 3, countable: 5_000, growth: 50 },
  { newest: 40, few: 100_000, countable: 100_000, growth: 3, frequent: 0 },
];

let database: TestDatabase;
let issuer: string;
beforeAll(async () => {
  database = await createDatabaseWith("two_issuers");
  const [oldest] = await database.db.query.filing.findMany({ orderBy: ({ orderedAt }) => orderedAt, limit: 1 });
  issuer = oldest?.issuerCik ?? "";
  // Odd dates, as filed: long ago, far ahead, and trades that are reported years later.
  await database.pool.query(`
    update filing set ordered_at = '0209-05-01', filing_date = null where accession_number in (select accession_number from filing order by 1 limit 2);
    update filing set ordered_at = '2219-05-01' where accession_number in (select accession_number from filing order by 1 offset 2 limit 2);
    update filing_row set transaction_date = '2012-03-04' where accession_number in (select accession_number from filing order by 1 offset 9 limit 8);
    insert into filing_to_derive select accession_number from filing`);
  await deriveWaiting(database);
});
afterEach(() => {
  Object.assign(WALK, SIZES);
});
afterAll(() => database.drop());

const SEARCHES: [name: string, search: Partial<NoteSearch>, order?: NoteOrder][] = [
  ["all notes", {}],
  ["a frequent word", { q: "shares" }],
  ["a frequent word, best first", { q: "shares" }, "best"],
  ["two words", { q: "plan adopted" }],
  ["two words, best first", { q: "plan adopted" }, "best"],
  ["minus", { q: "-shares" }],
  ["a beginning", { q: "re* -plan" }],
  ["a fact", { facts: [{ key: "plan_10b5_1", value: null }] }],
  ["a code", { code: ["S", "F"] }],
  ["an issuer", { q: "shares" }],
  ["filed", { filedFrom: "2021-03-15", filedTo: "2022-08-10" }],
  ["filed from", { q: "shares", filedFrom: "2023-05-20" }],
  ["traded", { tradedFrom: "2021-03-15", tradedTo: "2021-11-10" }],
  ["traded late", { tradedTo: "2012-12-31" }],
  ["traded from, by code", { tradedFrom: "2022-01-01", code: ["S"] }],
  ["traded and filed", { tradedFrom: "2011-01-01", tradedTo: "2024-01-01", filedFrom: "2022-01-01" }],
];

async function pages(asked: Partial<NoteSearch>, order: NoteOrder, limit: number) {
  const search: NoteSearch = { ...NO_FILTER, q: "", facts: [], ...asked };
  const found: string[] = [];
  let after: NoteCursor | null = null;
  let count: NotePage["count"] | null = null;
  do {
    const page: NotePage = await searchNotes(database.db, search, { order, after, limit });
    found.push(...page.notes.map(({ entry, position }) => `${entry.filing.accessionNumber} ${position}`));
    expect(count === null || page.count.count === count.count).toBe(true);
    count = page.count;
    after = page.next;
  } while (after);
  return { found, count: count?.count };
}

test.each(SEARCHES)(
  "finds the same in steps as all at once: %s",
  async (name, search, order = "newest") => {
    const asked = name === "an issuer" ? { ...search, issuer: [{ cik: issuer }] } : search;
    const all = await pages(asked, order, 100_000);
    expect(all.found.length).toBeGreaterThan(0);
    expect(all.count).toBe(all.found.length);
    expect(new Set(all.found).size).toBe(all.found.length);
    for (const sizes of SMALL) {
      Object.assign(WALK, sizes);
      expect(await pages(asked, order, Math.ceil(all.found.length / 2)), JSON.stringify(sizes)).toEqual(all);
    }
  },
  60_000,
);
