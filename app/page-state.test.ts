import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as getData } from "@/app/about/data/as/[format]/route";
import { GET as getLatest } from "@/app/as/[format]/route";
import { GET as getClusters } from "@/app/clusters/as/[format]/route";
import { GET as getCodes } from "@/app/codes/as/[format]/route";
import { GET as getFiling } from "@/app/filings/[accession]/as/[format]/route";
import { GET as getFilings } from "@/app/filings/as/[format]/route";
import { GET as getNotes } from "@/app/footnotes/as/[format]/route";
import { GET as getInsider } from "@/app/insiders/[cik]/as/[format]/route";
import { GET as getInsiders } from "@/app/insiders/as/[format]/route";
import { GET as getIssuer } from "@/app/issuers/[cik]/as/[format]/route";
import { GET as getIssuers } from "@/app/issuers/as/[format]/route";
import { loadPageState } from "@/app/page-state";
import { GET as getSearch } from "@/app/search/as/[format]/route";
import { GET as getTransactions } from "@/app/transactions/as/[format]/route";
import { GET as getViews } from "@/app/views/as/[format]/route";
import { GET as getWatch } from "@/app/watch/as/[format]/route";
import { ingestDataSets } from "@/db/dataset/ingest-data-sets";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { rebuildDerived } from "@/db/derive/rebuild-derived";
import { noteClosures } from "@/db/edgar/note-closures";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { removeSample } from "@/db/ingest/remove-sample";
import { indexDay } from "@/db/schema";
import { foldTallies } from "@/db/tally/fold-tallies";
import { TWO_FILINGS, writeArchive } from "@/testing/data-set-for-test";
import { type FilingForTest, filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
const folder = await mkdtemp(join(tmpdir(), "section16-versions-"));
beforeAll(async () => {
  database = await createTestDatabase();
  serveFrom(database);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const OTTER: [string, string, string] = ["9900301", "Otter Creek Foods, Inc.", "OTTR"];
const VANCE: [string, string] = ["9900502", "Vance Aurelio"];
const HARROW: [string, string] = ["9900503", "Harrow Judith"];
const SALE = { code: "S", letter: "D", date: "2025-06-10", shares: "100", price: "10.00", held: "900" } as const;
const NOON = Date.parse("2025-06-20T16:00:00Z");

const numberOf = (n: number) => `9999000001-25-${String(n).padStart(6, "0")}`;
const store = (...filings: FilingForTest[]) =>
  ingestFiles(database, filings.map(filingForTest), { isSample: false, connections: 4 });

type Get = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

const LISTS: [path: string, get: Get][] = [
  ["/index", getLatest],
  ["/filings", getFilings],
  ["/transactions", getTransactions],
  ["/insiders", getInsiders],
  ["/issuers", getIssuers],
  ["/clusters", getClusters],
  ["/footnotes", getNotes],
  ["/search?q=kestrel", getSearch],
  ["/codes", getCodes],
  ["/views", getViews],
  ["/watch?issuer=9900301", getWatch],
  ["/about/data", getData],
];
const filing = (n: number): [string, Get, object] => [`/filings/${numberOf(n)}`, getFiling, { accession: numberOf(n) }];
const insider = ([cik]: [string, string]): [string, Get, object] => [`/insiders/${cik}`, getInsider, { cik }];
const issuer = ([cik]: [string, string, string]): [string, Get, object] => [`/issuers/${cik}`, getIssuer, { cik }];

/** Tollefsen and Vance file on Kestrel, Vance and Harrow on Otter Creek. */
const ALL: [string, Get, object?][] = [
  filing(1),
  filing(2),
  filing(3),
  filing(4),
  insider(TOLLEFSEN),
  insider(VANCE),
  insider(HARROW),
  issuer(KESTREL),
  issuer(OTTER),
  ...LISTS,
];

type Seen = Map<string, { tag: string | null; body: string }>;

/** What every address shows, and its tag. */
async function see(): Promise<Seen> {
  const seen: Seen = new Map();
  for (const [address, get, params] of ALL) {
    const [path = "", query] = address.split("?");
    const search = query === undefined ? "" : `?${query}`;
    const { tag } = await loadPageState(`${path}.json`, search, NOON);
    const context = { params: Promise.resolve({ ...params, format: "json" } as never) };
    const answer = await get(new Request(`http://localhost:3000${path}.json${search}`), context);
    const body = await answer.json();
    // It also changes without any change to the filings, for example by vacuuming.
    delete body.databaseBytes;
    seen.set(path, { tag, body: JSON.stringify(body) });
  }
  return seen;
}

/** The addresses with a new tag. Expects that all others show the same as before. */
async function changedBy(change: () => Promise<unknown>): Promise<string[]> {
  const before = await see();
  await change();
  const after = await see();
  const kept = [...after].filter(([path, { tag }]) => before.get(path)?.tag === tag);
  for (const [path, { body }] of kept) expect(body, path).toBe(before.get(path)?.body);
  return [...after.keys()].filter((path) => !kept.some(([same]) => same === path));
}

const EVERY_LIST = LISTS.map(([address]) => address.split("?")[0]);
const of = (...addresses: [string, Get, object][]) => addresses.map(([path]) => path);

describe("a tag changes if its address shows something else, and all others stay, after", () => {
  beforeAll(() =>
    store(
      { n: 1, filed: "2025-06-11", rows: [SALE] },
      { n: 2, filed: "2025-06-12", owner: VANCE, rows: [{ ...SALE, shares: "7" }] },
      { n: 3, filed: "2025-06-12", issuer: OTTER, owner: VANCE, notes: { F1: "By trust." }, rows: [SALE] },
      { n: 4, filed: "2025-06-13", issuer: OTTER, owner: HARROW, rows: [{ ...SALE, code: "P", letter: "A" }] },
    ),
  );

  test("nothing", async () => {
    expect(await changedBy(async () => undefined)).toEqual([]);
  });

  test("the same filing again, which is another run", async () => {
    expect(await changedBy(() => store({ n: 1, filed: "2025-06-11", rows: [SALE] }))).toEqual(["/about/data"]);
  });

  test("a filing on one issuer: the tags of the issuer, of its insiders and of every list", async () => {
    expect(
      await changedBy(() => store({ n: 5, filed: "2025-06-16", owner: HARROW, issuer: OTTER, rows: [SALE] })),
    ).toEqual([...of(filing(3), filing(4), insider(VANCE), insider(HARROW), issuer(OTTER)), ...EVERY_LIST]);
  });

  test("nothing, if an insider's filings have no seat yet: those that wait to be derived name the same issuers", async () => {
    const version = async () => (await loadPageState(`/insiders/${VANCE[0]}`, "", NOON)).tag;
    const unchanged = await version();
    await database.pool.query("insert into filing_to_derive select accession_number from filing");
    const queued = await version();
    await database.pool.query("delete from owner_seat");
    expect(await version()).toBe(queued);
    await deriveWaiting(database);
    expect(new Set([unchanged, queued, await version()]).size).toBe(3);
  });

  test("another version of a filing", async () => {
    expect(await changedBy(() => store({ n: 1, filed: "2025-06-11", rows: [{ ...SALE, shares: "90" }] }))).toEqual([
      ...of(filing(1), filing(2), insider(TOLLEFSEN), insider(VANCE), issuer(KESTREL)),
      ...EVERY_LIST,
    ]);
  });

  test("an amendment, which supersedes a row of its original", async () => {
    const amended = await changedBy(() =>
      store({
        n: 6,
        form: "4/A",
        filed: "2025-06-17",
        dateOfOriginalSubmission: "2025-06-11",
        rows: [{ ...SALE, shares: "80" }],
      }),
    );
    expect(amended).toEqual([
      ...of(filing(1), filing(2), insider(TOLLEFSEN), insider(VANCE), issuer(KESTREL)),
      ...EVERY_LIST,
    ]);
  });

  test("a filing that moves to another issuer", async () => {
    expect(
      await changedBy(() => store({ n: 2, filed: "2025-06-12", owner: VANCE, issuer: OTTER, rows: [SALE] })),
    ).toEqual([
      ...of(filing(1), filing(2), filing(3), filing(4), insider(TOLLEFSEN), insider(VANCE), insider(HARROW)),
      ...of(issuer(KESTREL), issuer(OTTER)),
      ...EVERY_LIST,
    ]);
  });

  test("a new name of an issuer", async () => {
    const renamed: [string, string, string] = [OTTER[0], "Otter Holdings, Inc.", "OTTR"];
    expect(
      await changedBy(() => store({ n: 7, filed: "2025-06-18", issuer: renamed, owner: HARROW, rows: [] })),
    ).toEqual([...of(filing(2), filing(3), filing(4), insider(VANCE), insider(HARROW), issuer(OTTER)), ...EVERY_LIST]);
  });

  test("adding up changes", async () => {
    expect(await changedBy(() => foldTallies(database.pool))).toEqual([]);
  });

  test("deriving everything again", async () => {
    expect(await changedBy(() => rebuildDerived(database))).toEqual(ALL.map(([address]) => address.split("?")[0]));
  });

  test("a day without filings, which is not a business day", async () => {
    const changed = await changedBy(async () => {
      await noteClosures(database.db, "2025-06-09", "2025-06-13", async (tx) => {
        await tx.insert(indexDay).values({ day: "2025-06-11", state: "absent" });
      });
      await deriveWaiting(database);
    });
    expect(changed).toEqual(ALL.map(([address]) => address.split("?")[0]));
  });

  test("a quarter of the data sets, with a filing on one of the issuers", async () => {
    const archive = await writeArchive(join(folder, "2024q3_form345.zip"), structuredClone(TWO_FILINGS));
    expect(await changedBy(() => ingestDataSets(database, [archive]))).toEqual([
      ...of(filing(1), insider(TOLLEFSEN), issuer(KESTREL)),
      ...EVERY_LIST,
    ]);
  });

  test("removing the sample", async () => {
    const invented = filingForTest({ n: 8, filed: "2025-06-18", issuer: OTTER, owner: HARROW, rows: [SALE] });
    await ingestFiles(database, [invented], { isSample: true });
    expect(await changedBy(() => removeSample(database.db))).toEqual([
      ...of(filing(2), filing(3), filing(4), insider(VANCE), insider(HARROW), issuer(OTTER)),
      ...EVERY_LIST,
    ]);
  });
});

test("no old content gets a new tag while filings are stored and derived by several runs at once", async () => {
  const seen = new Map<string, string>();
  let isOver = false;
  const address = `/issuers/${KESTREL[0]}`;
  const read = async () => {
    const { rows } = await database.pool.query<{ shown: string }>(`
      select string_agg(concat_ws(' ', accession_number, version, due, superseded_by, w.accession_number is null), ';'
        order by accession_number, superseded_by) as shown
      from filing left join lateness using (accession_number) left join superseded_row using (accession_number)
        left join filing_to_derive w using (accession_number)
      where issuer_cik = '${KESTREL[0]}'`);
    return rows[0]?.shown ?? "";
  };
  const tagNow = async () => (await loadPageState(address, "", NOON)).tag ?? "";
  const reader = async () => {
    while (!isOver) {
      const tag = await tagNow();
      const shown = await read();
      // A page may be newer than its tag. The next request then has an outdated tag, and the page is sent again.
      if ((await tagNow()) !== tag) continue;
      expect(seen.get(tag) ?? shown).toBe(shown);
      seen.set(tag, shown);
    }
  };
  const writer = async (first: number) => {
    for (let turn = 0; turn < 6; turn += 1) {
      const rows = [{ ...SALE, shares: String(100 + turn) }];
      await store(
        { n: first, filed: "2025-06-11", rows },
        { n: first + 1, filed: "2025-06-12", form: "4/A", dateOfOriginalSubmission: "2025-06-11", rows },
      );
    }
  };
  const folder = async () => {
    while (!isOver) await foldTallies(database.pool);
  };
  const readers = [reader(), reader(), folder()];
  await Promise.all([writer(20), writer(30), writer(40)]).finally(() => {
    isOver = true;
  });
  await Promise.all(readers);
  expect(seen.size).toBeGreaterThan(1);
  const shown = await read();
  expect(seen.get(await tagNow()) ?? shown).toBe(shown);
});

describe("a tag also depends on", () => {
  const tagAt = async (now: number, path = `/filings/${numberOf(1)}`) => (await loadPageState(path, "", now)).tag;
  const MINUTE = 60_000;

  test("the day in New York", async () => {
    const midnight = Date.parse("2025-06-21T04:00:00Z");
    expect(await tagAt(midnight - MINUTE)).toBe(await tagAt(NOON));
    expect(await tagAt(midnight)).not.toBe(await tagAt(NOON));
  });

  test("what the frame of a page says", async () => {
    const data = await tagAt(NOON, `/filings/${numberOf(1)}.json`);
    const page = await tagAt(NOON);
    await database.pool.query(
      "insert into follow_position (reconciled_through, polled_at) values ('2025-06-18', '2025-06-20T15:59Z')",
    );
    expect(await tagAt(NOON)).not.toBe(page);
    expect(await tagAt(NOON, `/filings/${numberOf(1)}.json`)).toBe(data);
    // After ten minutes without news, the page no longer says that we follow EDGAR.
    expect(await tagAt(NOON + 5 * MINUTE)).toBe(await tagAt(NOON));
    expect(await tagAt(NOON + 15 * MINUTE)).not.toBe(await tagAt(NOON));
  });

  test("the address and the settings", async () => {
    const tag = await tagAt(NOON);
    expect(await tagAt(NOON, `/filings/${numberOf(2)}`)).not.toBe(tag);
    process.env.ALLOW_IMPORT = "1";
    expect(await tagAt(NOON)).not.toBe(tag);
    delete process.env.ALLOW_IMPORT;
    process.env.SECTION16_ALERTS_SOCKET = "/tmp/alerts.sock";
    expect(await tagAt(NOON)).not.toBe(tag);
    delete process.env.SECTION16_ALERTS_SOCKET;
    process.env.WEBSUB_HUB = "https://hub.example.org/";
    expect(await tagAt(NOON)).not.toBe(tag);
    delete process.env.WEBSUB_HUB;
  });
});

test("two databases with the same filings have no tag in common", async () => {
  const other = await createTestDatabase();
  try {
    serveFrom(other);
    const { tag } = await loadPageState("/", "", NOON);
    serveFrom(database);
    expect((await loadPageState("/", "", NOON)).tag).not.toBe(tag);
  } finally {
    await other.drop();
  }
});
