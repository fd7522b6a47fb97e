import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/issuers/[cik]/as/[format]/route";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { WALKED } from "@/db/queries/line-balances";
import { filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFilings, serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const ODUYA: [string, string] = ["9900417", "Oduya Desmond K"];
const HARROW: [string, string] = ["9900418", "Harrow Street Partners LP"];
const HARROW_GP: [string, string] = ["9900419", "Harrow Street GP LLC"];
const ABARA: [string, string] = ["9900420", "Abara N"];
const VANCE: [string, string] = ["9900421", "Vance Odile"];
const OTTER: [string, string, string] = ["9900301", "Otter Creek Foods, Inc.", "OTTR"];
const MARLOW: [string, string] = ["9900422", "Marlow June"];
const number = (n: number) => `9999000001-25-${String(n).padStart(6, "0")}`;

const bought = (date: string, shares: string, price: string, held: string) =>
  ({ code: "P", letter: "A", date, shares, price, held }) as const;
const sold = (date: string, shares: string, price: string, held: string) =>
  ({ code: "S", letter: "D", date, shares, price, held }) as const;

const FILINGS = [
  // April 9 to 30, 2025: Tollefsen, Oduya, the partners who file together, and Abara, so four insiders.
  filingForTest({ n: 1, filed: "2025-04-11", rows: [bought("2025-04-09", "100", "40", "600")] }),
  filingForTest({ n: 2, owner: ODUYA, filed: "2025-04-14", rows: [bought("2025-04-11", "50", "40", "250")] }),
  filingForTest({
    n: 3,
    owner: HARROW,
    jointOwners: [HARROW_GP],
    filed: "2025-04-16",
    rows: [bought("2025-04-15", "1000", "41", "9000")],
  }),
  // The general partner reports the same block on a form of its own: one trade.
  filingForTest({ n: 4, owner: HARROW_GP, filed: "2025-04-17", rows: [bought("2025-04-15", "1000", "41", "9000")] }),
  filingForTest({ n: 5, owner: ABARA, filed: "2025-05-05", rows: [bought("2025-04-30", "10", "42", "10")] }),
  // Long before: two insiders, so not a cluster by the usual rule.
  filingForTest({ n: 6, filed: "2020-03-03", rows: [bought("2020-03-02", "10", "20", "500")] }),
  filingForTest({ n: 7, owner: ODUYA, filed: "2020-03-04", rows: [bought("2020-03-03", "10", "20", "200")] }),
  // An exit that says so, with a second filing of the same day that does not.
  filingForTest({
    n: 8,
    owner: VANCE,
    filed: "2024-01-10",
    isExit: true,
    rows: [sold("2024-01-09", "5", "30", "0")],
  }),
  filingForTest({
    n: 9,
    owner: VANCE,
    form: "5",
    filed: "2024-01-10",
    period: "2023-12-31",
    rows: [{ held: "70", nature: "By Trust" }],
  }),
  filingForTest({ n: 10, filed: "2025-06-12", rows: [sold("2025-06-11", "200", "45", "400")] }),
  // On another issuer: a purchase of 2016 that was reported nine years late, and one of 2022 with the year 2025 by mistake.
  ...(
    [
      ["2015-01-05", bought("2015-01-02", "100", "10", "100")],
      ["2018-01-05", bought("2018-01-02", "150", "10", "300")],
      ["2022-05-12", bought("2025-06-11", "20", "10", "220")],
      ["2025-05-30", bought("2016-06-01", "50", "10", "150")],
      ["2025-06-11", sold("2025-06-10", "100", "10", "200")],
    ] as const
  ).map(([filed, row], n) => filingForTest({ n: 11 + n, issuer: OTTER, owner: MARLOW, filed, rows: [row] })),
];

describe("what we derive for an issuer's page", () => {
  const load = async (query = "") => {
    const view = await loadIssuerView(KESTREL[0], readIssuerQuery(new URLSearchParams(query)));
    if (!view) throw new Error("not held");
    return view;
  };
  const json = async (query = "") => {
    const request = new Request(`http://localhost/issuers/${KESTREL[0]}/as/json?${query}`);
    return (await GET(request, { params: Promise.resolve({ cik: KESTREL[0], format: "json" }) })).json();
  };

  serveFilings(FILINGS);

  describe("clusters", () => {
    test("count owners who file together once, and a trade in two filings once", async () => {
      const { clusters } = await load();
      expect(clusters.readFrom).toBeNull();
      expect(clusters.all).toHaveLength(1);
      const [april] = clusters.all;
      expect([april?.from, april?.to, april?.insiders.length]).toEqual(["2025-04-09", "2025-04-30", 4]);
      // 100 × 40 + 50 × 40 + 1,000 × 41 + 10 × 42 = 47,420, over 1,160 shares.
      expect(april).toMatchObject({ value: "47420", shares: "1160", valueMissing: 0, averagePrice: "40.87931" });
      expect(april?.insiders[0]?.owners).toEqual([HARROW[0], HARROW_GP[0]]);
    });

    test("use the rule in the address, and no other filter", async () => {
      const two = await load("cluster-insiders=2&cluster-days=5&insider=9900417&code=S");
      expect(two.clusters.all.map(({ from, to }) => [from, to])).toEqual([
        ["2020-03-02", "2020-03-03"],
        ["2025-04-11", "2025-04-15"],
      ]);
      expect((await load("cluster-floor=50000")).clusters.all).toEqual([]);
      expect(two.url).toBe("/issuers/9900208?insider=9900417&code=S&cluster-insiders=2&cluster-days=5");
    });

    test("the page lists a rule that it cannot read, and the twin refuses it", async () => {
      expect((await load("cluster-days=400")).ignored).toMatchObject([{ name: "cluster-days", value: "400" }]);
      expect((await json("cluster-days=400")).error.values[0].name).toBe("cluster-days");
      expect((await load("roster=old")).ignored).toMatchObject([{ name: "roster", value: "old" }]);
    });

    test("the twin lists the clusters that overlap the requested dates, with the rows of each", async () => {
      const all = await json();
      expect(all.clusterRule).toMatchObject({ insiders: 3, days: 30, words: expect.stringContaining("three or more") });
      expect(all.clusters[0].purchases.map(({ row }: { row: string }) => row)).toEqual([
        `${number(1)}#I-1`,
        `${number(2)}#I-1`,
        `${number(3)}#I-1`,
        `${number(5)}#I-1`,
      ]);
      expect((await json("traded-to=2024-12-31")).clusters).toEqual([]);
    });
  });

  describe("the roster", () => {
    test("separates those who left, by the exit box of their last day, from the others", async () => {
      const { now: roster, former } = (await load()).roster;
      expect(roster.insiders.map(({ owner }) => owner.name)).toEqual([
        TOLLEFSEN[1],
        ABARA[1],
        HARROW_GP[1],
        HARROW[1],
        ODUYA[1],
      ]);
      expect(former).toEqual({ insiders: null, inAll: 1 });
    });

    test("lists former insiders on request, with their last balances", async () => {
      const { roster, url } = await load("roster=former");
      const { former } = roster;
      expect(former.insiders?.map(({ owner, hasLeft }) => [owner.name, hasLeft])).toEqual([[VANCE[1], true]]);
      expect(former.insiders?.[0]?.holdings.indirect[0]?.total).toBe("70");
      expect(url).toBe("/issuers/9900208?roster=former");
    });

    test("sums each insider's trades of twelve months, each once, and joint trades for each owner", async () => {
      const { now: roster } = (await load()).roster;
      const byName = new Map(roster.insiders.map((insider) => [insider.owner.name, insider]));
      expect(byName.get(TOLLEFSEN[1])).toMatchObject({
        bought: { events: 1, value: "4000" },
        sold: { events: 1, value: "9000" },
      });
      for (const [, name] of [HARROW, HARROW_GP]) {
        expect(byName.get(name)?.bought).toEqual({ events: 1, value: "41000", valueMissing: 0 });
      }
    });

    test("names each line by its first row, and marks joint lines", async () => {
      const { roster } = await json();
      const [tollefsen] = roster;
      expect(tollefsen.holdings.direct[0].lines).toMatchObject([
        { balance: "400", holdingLine: `${number(6)}#I-1`, jointOwners: 0 },
      ]);
      const harrow = roster.find(({ owner }: { owner: { name: string } }) => owner.name === HARROW[1]);
      expect(harrow.holdings.direct[0].lines).toMatchObject([{ balance: "9000", jointOwners: 1 }]);
    });

    test("draws the largest line over 24 months, starting at the balance before them", async () => {
      const { now: roster } = (await load()).roster;
      const months = roster.insiders[0]?.months;
      // 500 in 2020, then 600 in April and 400 in June of 2025.
      expect(months).toMatchObject({ first: "500", last: "400", start: { at: 0 } });
      expect(months?.steps.map(({ group }) => group)).toEqual(["purchase", "sale"]);
    });

    test("starts at the balance before them by trade date, whatever the dates of filings", async () => {
      const view = await loadIssuerView(OTTER[0], readIssuerQuery(new URLSearchParams()));
      expect(view?.roster.now.insiders[0]?.months).toMatchObject({ first: "300", last: "220" });
    });

    test("draws nothing if there are too many balances to find its beginning", async () => {
      const { most } = WALKED;
      WALKED.most = 2;
      try {
        const view = await loadIssuerView(OTTER[0], readIssuerQuery(new URLSearchParams()));
        expect(view?.roster.now.insiders[0]?.months).toBeNull();
      } finally {
        WALKED.most = most;
      }
    });
  });

  test("an event has the owners of its filings, and no others", async () => {
    const { latest } = await load();
    const entry = latest.entries.find(({ filing }) => filing.accessionNumber === number(4));
    expect(entry?.derived.rows["I-1"]?.event?.owners).toEqual([HARROW[0], HARROW_GP[0]]);
  });

  test("the standfirst counts insiders: three and the partners bought, one sold", async () => {
    expect((await load()).lead.trades?.insiders).toEqual({ bought: 4, sold: 1 });
    expect((await load()).totals.purchases).toMatchObject({ events: 6, shares: "1180" });
  });

  test("a list marks how long after its trade a row was filed, and which rows another filing also reports", async () => {
    const { marks } = (await load()).latest;
    expect(marks[number(5)]?.["I-1"]?.lateness).toMatchObject({ days: 3, late: true, due: "2025-05-02" });
    expect(marks[number(1)]?.["I-1"]?.lateness).toMatchObject({ days: 2, late: false });
    expect(marks[number(3)]?.["I-1"]?.event).toMatchObject({ isCounted: true, words: "also in 1 other filing" });
    expect(marks[number(4)]?.["I-1"]?.event).toMatchObject({
      isCounted: false,
      counted: `${number(3)}#I-1`,
      sentence: "Counted once with Form 4 of Harrow Street Partners LP and Harrow Street GP LLC",
    });
  });
});

describe("splits on an issuer's page", () => {
  let database: TestDatabase;
  const owners = [TOLLEFSEN, ODUYA, ABARA];
  const balances = ["1203", "4511", "777"];

  beforeAll(async () => {
    database = await createTestDatabase();
    serveFrom(database);
    const before = owners.map((owner, index) =>
      filingForTest({
        n: index + 1,
        owner,
        form: "5",
        filed: "2021-02-10",
        period: "2020-12-31",
        rows: [{ held: balances[index] }],
      }),
    );
    const after = owners.map((owner, index) =>
      filingForTest({
        n: index + 11,
        owner,
        form: "5",
        filed: "2022-02-10",
        period: "2021-12-31",
        rows: [{ held: String(Number(balances[index]) * 2) }],
      }),
    );
    await ingestFiles(database, [...before, ...after], { isSample: false });
  });
  afterAll(() => database.drop());

  test("are inferred from three insiders whose balances doubled in one year: 1,203, 4,511 and 777", async () => {
    const view = await loadIssuerView(KESTREL[0], readIssuerQuery([]));
    expect(view?.splits).toMatchObject([
      { ratio: { new: "2", old: "1" }, after: "2020-12-31", until: "2021-12-31", date: null, words: null },
    ]);
    expect(view?.splits[0]?.evidence.toSorted()).toEqual([11, 12, 13].map((n) => `${number(n)}#I-1`));
  });
});
