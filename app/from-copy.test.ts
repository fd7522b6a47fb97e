import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { loadFilteredList } from "@/app/filtered-list";
import { listFromCopy, partiesFromCopy } from "@/app/from-copy";
import { ListingCopy } from "@/db/copy/listing-copy";
import { CopyServer } from "@/db/copy/serve-copy";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { countFilings, listFilings } from "@/db/queries/list-filings";
import { listDirectory } from "@/db/queries/list-parties";
import { countUnsorted } from "@/db/queries/sorted-filings";
import { parseFilter } from "@/lib/filters/filing-filter";
import { type ListOrder, parseListOrder } from "@/lib/filters/list-order";
import { transactionsUrl } from "@/lib/urls";
import { filingForTest, transactionForTest as row } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

// Otherwise only lists among more than 100,000 lines, and directories of more than 20,000, are asked for.
vi.mock("@/db/queries/listing", async (original) => {
  const listing = await original<typeof import("@/db/queries/listing")>();
  const linesFor: typeof listing.linesFor = async (...of) => ({
    ...(await listing.linesFor(...of)),
    expected: async () => 1_000_000,
  });
  return { ...listing, linesFor, mayBeSparse: async () => true };
});

const database = serveFilings([
  filingForTest({ n: 1, filed: "2025-06-02", rows: [row("P", "A", "2025-05-30", "100", "10", "1100")] }),
  filingForTest({ n: 2, filed: "2025-06-03", rows: [row("P", "A", "2025-06-02", "1000", "30")] }),
  filingForTest({ n: 3, filed: "2025-06-04", rows: [row("S", "D", "2025-05-01", "500", "20", "500")] }),
  filingForTest({
    n: 4,
    filed: "2025-06-05",
    issuer: ["9900000061", "Wrenfold Corp.", "WRFC"],
    owner: ["9910000061", "Adeyemi Ola"],
    jointOwners: [["9910000062", "Zander Fund LP"]],
    rows: [row("G", "D", "2025-06-04", "300")],
  }),
]);
const folder = mkdtempSync(join(tmpdir(), "section16-from-copy-"));
let copy: ListingCopy;
let client: Client;
let listening: Awaited<ReturnType<CopyServer["listen"]>>;
beforeAll(async () => {
  client = new Client({ connectionString: database().url });
  await client.connect();
  copy = await ListingCopy.open(folder, 200);
  listening = await new CopyServer(copy).listen(join(folder, "test.sock"));
  vi.stubEnv("SECTION16_COPY_SOCKET", join(folder, "test.sock"));
});
// A copy that has not looked for two seconds is not asked, and on a slow machine a test takes longer.
beforeEach(async () => {
  await copy.follow(client);
  copy.confirm(Date.now());
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  listening.close();
  copy.close();
  await client.end();
  rmSync(folder, { recursive: true, force: true });
});

const filterOf = (query: string) => parseFilter(new URLSearchParams(query)).filter;
const orderOf = (sort: string) => parseListOrder(sort) as ListOrder;

test.each([
  ["", "-value", ["02", "03", "01", "04"]],
  ["code=P", "traded", ["01", "02"]],
  ["shares-from=300", "filed", ["02", "03", "04"]],
  ["value-from=1000000", "-filed", []],
])("the copy finds “%s” sorted by %s, and counts it, as the database does", async (query, sort, expected) => {
  const { db } = database();
  const [filter, order] = [filterOf(query), orderOf(sort)];
  const { counts, among, findElsewhere, countUnsorted: countInCopy } = await listFromCopy(db, filter, true);
  expect(await countInCopy(order)).toEqual(await countUnsorted(db, filter, order));
  // All transactions are counted by the database as fast.
  expect(counts).toEqual(query === "" ? null : await countFilings(db, filter));
  const found = await findElsewhere({ order, start: null, limit: 10, onlyTransactions: true });
  expect(found?.accessionNumbers.map((number) => number.slice(-2))).toEqual(expected);
  if (query !== "") expect(among?.map((number) => number.slice(-2)).sort()).toEqual(expected.toSorted());
  const options = { after: null, limit: 10, onlyTransactions: true, order };
  expect(await listFilings(db, filter, { ...options, among })).toEqual(await listFilings(db, filter, options));
});

test.each([
  ["insider", "insiders", ["9900416", "9910000061", "9910000062"]],
  ["-issuer", "issuers", ["9900000061", "9900208"]],
] as const)(
  "a list sorted by %s has only the %s that the copy names, and is that of the database",
  async (sort, directory, ciks) => {
    const { db } = database();
    const [filter, order] = [filterOf("code=P&code=S&code=G"), orderOf(sort)];
    const fromCopy = await listFromCopy(db, filter, true);
    const findParties = vi.fn(fromCopy.findParties);
    // As if there were too many filings to name.
    const known = { ...fromCopy, among: null, findParties };
    const list = await loadFilteredList({ filter, ignored: [], cursor: null, order }, transactionsUrl(), 10, known);
    expect(findParties).toHaveBeenCalledExactlyOnceWith(directory);
    expect((await findParties.mock.results[0]?.value)?.toSorted()).toEqual(ciks.toSorted());
    expect(list.page).toEqual(await listFilings(db, filter, { after: null, limit: 10, onlyTransactions: true, order }));
  },
);

test.each([
  ["insiders", "code=G", ["9910000061", "9910000062"]],
  ["insiders", "code=G&insider=zander", ["9910000062"]],
  ["insiders", "issuer=wrenfold&traded-from=2025-06-04&traded-to=2025-06-04", ["9910000061", "9910000062"]],
  ["issuers", "code=G&insider=9910000062", ["9900000061"]],
  ["issuers", "code=G&code=P", null],
  ["issuers", "filed-from=2025-06-06", []],
] as const)("the copy finds the %s under “%s” as the database does", async (directory, query, expected) => {
  const { db } = database();
  const filter = filterOf(query);
  const alone = await listDirectory(db, directory, filter, null, 10);
  if (expected !== null) expect(alone.entries.map(({ cik }) => cik)).toEqual(expected);
  const found = await partiesFromCopy(db, directory, filter);
  expect(found?.ciks).not.toBeNull();
  expect(await listDirectory(db, directory, filter, null, 10, async () => found)).toEqual(alone);
});

test("if there are more parties than the copy counts, a page of them is found by name, and their number is not known", async () => {
  const tooMany = async () => ({ ciks: null });
  const { entries, count } = await listDirectory(database().db, "issuers", filterOf("code=G"), null, 10, tooMany);
  expect(entries.map(({ cik }) => cik)).toEqual(["9900000061"]);
  expect(count).toEqual({ count: null, countAtLeast: 10_000 });
});

test("a copy that is more than two seconds behind is not asked for lists", async () => {
  const later = filingForTest({ n: 5, filed: "2025-06-06", rows: [row("P", "A", "2025-06-05", "10", "10")] });
  await ingestFiles(database(), [later], { isSample: false });
  vi.setSystemTime(Date.now() + 3_000);
  const { counts, among, findElsewhere } = await listFromCopy(database().db, filterOf("code=P"), true);
  expect([counts, among]).toEqual([null, null]);
  expect(await findElsewhere({ order: orderOf("-value"), start: null, limit: 10, onlyTransactions: true })).toBeNull();
});
