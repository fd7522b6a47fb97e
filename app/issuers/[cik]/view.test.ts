import { describe, expect, test } from "vitest";
import { GET } from "@/app/issuers/[cik]/as/[format]/route";
import { findIssuerCik } from "@/app/issuers/[cik]/find-issuer-cik";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { CSV_HEADER } from "@/lib/representations/row-columns";
import { filingForTest, KESTREL } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const ODUYA: [string, string] = ["9900417", "ODUYA DESMOND K"];
const HARROW: [string, string] = ["9900418", "Harrow Street Partners LP"];
const ABARA: [string, string] = ["9900419", "ABARA N"];

const SLOW: [string, string, string] = ["9900210", "Slow Filers, Inc.", "SLOW"];
const UNDATED: [string, string, string] = ["9900211", "Undated Filings, Inc.", "UNDT"];
const HALF_DATED: [string, string, string] = ["9900212", "Half Dated, Inc.", "HALF"];

const bought = { code: "P", letter: "A" } as const;
const sold = { code: "S", letter: "D" } as const;

const FILINGS = [
  filingForTest({
    n: 1,
    filed: "2022-08-02",
    rows: [{ ...bought, date: "2022-08-01", shares: "10", price: "1", held: "10000" }],
  }),
  filingForTest({
    n: 2,
    owner: ODUYA,
    filed: "2024-12-03",
    rows: [
      { ...sold, date: "2024-12-02", shares: "100", price: "50.25", held: "900" },
      { held: "2400", nature: "By Trust" },
      { held: "100", nature: "By Spouse" },
      { title: "Stock Option", exercisePrice: "18.40", held: "31000" },
    ],
  }),
  filingForTest({
    n: 3,
    filed: "2025-06-03",
    rows: [
      { ...bought, date: "2025-06-02", shares: "500", price: "10.40", held: "10500" },
      { code: "F", letter: "D", date: "2025-06-02", shares: "5", price: "10.40", held: "10495" },
    ],
  }),
  filingForTest({
    n: 4,
    form: "4/A",
    filed: "2025-06-04",
    period: "2025-06-03",
    rows: [{ ...bought, date: "2025-06-02", shares: "500", price: "10.40", held: "10500" }],
  }),
  filingForTest({
    n: 5,
    owner: HARROW,
    form: "3",
    filed: "2025-06-01",
    rows: [{ held: "6104210", nature: "By Fund" }],
  }),
  filingForTest({ n: 6, owner: ABARA, form: "3", filed: "2025-06-05", rows: [{ held: "0" }] }),
  filingForTest({
    n: 7,
    issuer: ["9900209", "Other Company", "OTHR"],
    filed: "2025-06-12",
    rows: [{ ...bought, date: "2025-06-11", shares: "1", price: "1" }],
  }),
  // Two business days after June 2 is June 4. June 16 is ten business days after June 2.
  filingForTest({
    n: 8,
    issuer: SLOW,
    filed: "2025-06-16",
    rows: [{ ...bought, date: "2025-06-02", shares: "1", price: "1" }],
  }),
  filingForTest({
    n: 9,
    issuer: SLOW,
    owner: ODUYA,
    jointOwners: [HARROW],
    filed: "2025-06-17",
    rows: [
      { ...bought, date: "2025-06-02", shares: "2", price: "1", timeliness: "L" },
      { ...sold, date: "2025-06-16", shares: "2", price: "1", timeliness: "E" },
    ],
  }),
  filingForTest({
    n: 10,
    issuer: SLOW,
    owner: ABARA,
    filed: "2025-06-18",
    rows: [{ ...bought, date: "2025-06-17", shares: "3", price: "1", timeliness: "l" }],
  }),
  filingForTest({
    n: 11,
    issuer: SLOW,
    owner: ABARA,
    filed: "2025-06-20",
    rows: [{ ...bought, date: "2025-06-18", shares: "4", price: "1" }],
  }),
  filingForTest({
    n: 12,
    issuer: UNDATED,
    owner: ABARA,
    period: "",
    rows: [{ ...bought, date: "2025-06-18", shares: "4", price: "1" }],
  }),
  filingForTest({
    n: 13,
    issuer: HALF_DATED,
    owner: ABARA,
    period: "",
    rows: [{ ...bought, date: "2025-06-18", shares: "4", price: "1" }],
  }),
  filingForTest({ n: 14, issuer: HALF_DATED, filed: "2025-06-20", rows: [{ held: "10" }] }),
];

describe("an issuer's page", () => {
  const load = async (query = "") => {
    const view = await loadIssuerView(KESTREL[0], readIssuerQuery(new URLSearchParams(query)));
    if (!view) throw new Error("not held");
    return view;
  };
  const get = (format: string, query = "", cik = KESTREL[0]) =>
    GET(new Request(`http://localhost/issuers/${cik}/as/${format}?${query}`), {
      params: Promise.resolve({ cik, format }),
    });

  serveFilings(FILINGS);

  test("sums the twelve months up to its newest filing: 500 × 10.40 = 5,200 and 100 × 50.25 = 5,025", async () => {
    const { trades } = (await load()).lead;
    expect(trades?.span).toEqual({ from: "2024-06-06", to: "2025-06-05" });
    expect(trades?.sums.bought).toMatchObject({ rows: 1, value: "5200" });
    expect(trades?.sums.sold).toMatchObject({ rows: 1, value: "5025" });
  });

  test("draws 36 months, the last one up to the newest filing", async () => {
    const bins = (await load()).lead.trades?.series.bins ?? [];
    expect(bins).toHaveLength(36);
    expect([bins[0]?.from, bins.at(-1)?.to]).toEqual(["2022-07-01", "2025-06-05"]);
    expect(
      bins
        .filter(({ purchases, sales }) => purchases + sales > 0)
        .map(({ from, bought, sold }) => [from, bought, sold]),
    ).toEqual([
      ["2022-08-01", "10", "0"],
      ["2024-12-01", "0", "5025"],
      ["2025-06-01", "5200", "0"],
    ]);
  });

  test("draws and sums only the requested dates, codes and insider", async () => {
    const asked = await load("traded-from=2022-01-01&traded-to=2022-12-31");
    expect(asked.lead.trades?.series.bins).toHaveLength(12);
    expect(asked.lead.trades?.sums.bought.value).toBe("10");
    expect((await load("code=S")).lead.trades?.sums).toMatchObject({ bought: { rows: 0 }, sold: { rows: 1 } });
    expect((await load("insider=9900416")).lead.trades?.sums).toMatchObject({ bought: { rows: 1 }, sold: { rows: 0 } });
    // If neither purchases nor sales are requested, nothing is drawn, rather than everything.
    expect((await load("code=F")).lead.trades?.sums).toMatchObject({ bought: { rows: 0 }, sold: { rows: 0 } });
    expect((await load("code=F")).latest.entries).toHaveLength(1);
  });

  test("lists its insiders, most recent filers first, with the last balance of every line", async () => {
    const { now: roster } = (await load()).roster;
    expect(roster.inAll).toBe(4);
    expect(roster.insiders.map(({ owner }) => owner.name)).toEqual([
      "ABARA N",
      "Tollefsen Ingrid M",
      "Harrow Street Partners LP",
      "ODUYA DESMOND K",
    ]);
    const [abara, , harrow, oduya] = roster.insiders.map(({ holdings }) => holdings);
    // A balance reported as zero differs from one that is not reported.
    expect(abara?.direct[0]?.total).toBe("0");
    expect(harrow?.direct).toEqual([]);
    expect(harrow?.indirect[0]).toMatchObject({ total: "6104210", lines: [{ vehicle: "By Fund" }] });
    // 2,400 by trust and 100 by spouse.
    expect(oduya?.indirect[0]?.total).toBe("2500");
    expect(oduya?.derivatives).toMatchObject([{ title: "Stock Option", total: "31000" }]);
    expect(roster.insiders[3]?.lastTrade?.row.transactionCode).toBe("S");
    expect(roster.insiders[2]?.lastTrade).toBeNull();
  });

  test("counts late filings by our clock and by the filers' marks, and shows the newest of either with both", async () => {
    const view = await loadIssuerView(SLOW[0], readIssuerQuery(new URLSearchParams("code=F")));
    expect(view?.lateness.record).toMatchObject({
      late: 2,
      of: 4,
      notKnown: 0,
      notDue: 0,
      marked: 2,
      markedAndLate: 1,
    });
    expect(view?.lateness.record.filings).toMatchObject([
      // June 17 to 18: on time by our count.
      { filedOn: "2025-06-18", days: 1, due: "2025-06-20", late: false, marks: ["L"] },
      { filedOn: "2025-06-17", days: 11, due: "2025-06-04", late: true, marks: ["E", "L"] },
      { filedOn: "2025-06-16", days: 10, due: "2025-06-04", late: true, marks: [] },
    ]);
    expect(view?.lateness.record.filings[1]?.owners.map(({ cik }) => cik)).toEqual([ODUYA[0], HARROW[0]]);
    expect((await load()).lateness.record).toMatchObject({ late: 0, marked: 0, filings: [] });
  });

  test("invents no day for a filing without filing date, signature date and period", async () => {
    const view = await loadIssuerView(UNDATED[0], readIssuerQuery(new URLSearchParams()));
    expect(view?.lead).toMatchObject({ trades: null, issuer: { last: { orderedAt: "0001-01-01T00:00:00.000Z" } } });
    expect(view?.roster).toMatchObject({ until: null, now: { insiders: [{ first: "0001-01-01T00:00:00.000Z" }] } });
  });

  test("adds up what an insider bought on a filing without any date, as the totals of the issuer do", async () => {
    const view = await loadIssuerView(HALF_DATED[0], readIssuerQuery(new URLSearchParams()));
    expect(view?.lead.trades?.sums.bought).toMatchObject({ rows: 1, value: "4" });
    const abara = view?.roster.now.insiders.find(({ owner }) => owner.cik === ABARA[0]);
    expect(abara?.bought).toEqual({ events: 1, value: "4", valueMissing: 0 });
  });

  test("without a match, offers what each broader filter finds", async () => {
    const view = await load("code=P&traded-from=2099-01-01");
    expect(view.latest.entries).toEqual([]);
    expect(view.latest.relaxed).toEqual([
      { label: "Any trade date", href: "/issuers/9900208?code=P", count: "2 filings" },
    ]);
  });

  test("links to its transactions in the screener, with the same filter", async () => {
    expect((await load("code=P&traded-from=2022-01-01")).latest.screener).toBe(
      "/transactions?issuer=9900208&traded-from=2022-01-01&code=P",
    );
  });

  test("links to all of its filings with the same filter", async () => {
    const view = await load("code=P");
    expect(view.latest.entries.map(({ filing }) => Number(filing.accessionNumber.slice(-6)))).toEqual([4, 1]);
    expect(view.latest.all.url).toBe("/filings?issuer=9900208&code=P");
    expect(view.url).toBe("/issuers/9900208?code=P");
  });

  test("is found by its ticker in any case, and by no other word", async () => {
    expect(await findIssuerCik("kstg")).toBe("9900208");
    expect(await findIssuerCik("KST")).toBeNull();
    expect(await findIssuerCik("%")).toBeNull();
  });

  describe("in data formats", () => {
    test("gives sums, months, insiders and the newest rows in JSON", async () => {
      const json = await (await get("json")).json();
      expect(json).toMatchObject({
        title: "Kestrel Grid Systems, Inc.",
        count: 4,
        filter: {},
        ignored: [],
        next: null,
      });
      expect(json.sums).toMatchObject({
        tradedFrom: "2024-06-06",
        purchases: { value: "5200" },
        sales: { value: "5025" },
      });
      expect(json.roster[3]).toMatchObject({ owner: { cik: "9900417" }, holdings: { direct: [{ total: "900" }] } });
      expect(json.rows).toHaveLength(4);
      // 10 × 1 + 500 × 10.40, each trade once, over all time.
      expect(json.totals).toMatchObject({
        tradedFrom: null,
        purchases: { events: 2, shares: "510", value: "5210", valueMissing: 0 },
        sales: { events: 1, shares: "100", value: "5025", valueMissing: 0 },
        contradicting: 0,
        otherCurrency: 0,
      });
    });

    test("has every current row that matches the filter in CSV", async () => {
      const lines = (await (await get("csv", "code=P")).text()).trim().split("\r\n");
      expect(lines[0]).toBe(CSV_HEADER.join(","));
      expect(lines).toHaveLength(3);
    });

    test("has one entry per row in Atom", async () => {
      expect((await (await get("atom", "code=S")).text()).match(/<entry>/g)).toHaveLength(1);
    });

    test("redirects leading zeros permanently and a ticker temporarily, and answers 404 if it is unknown", async () => {
      const zeroes = await get("json", "code=P", "0009900208");
      expect([zeroes.status, zeroes.headers.get("location")]).toEqual([308, "/issuers/9900208.json?code=P"]);
      const ticker = await get("csv", "", "kstg");
      expect([ticker.status, ticker.headers.get("location")]).toEqual([307, "/issuers/9900208.csv"]);
      expect((await get("json", "", "NOPE")).status).toBe(404);
      expect((await get("json", "", "1")).status).toBe(404);
    });

    test("answers an unreadable value with an error that names it", async () => {
      const answer = await get("json", "code=BUY");
      expect([answer.status, (await answer.json()).error.values[0].value]).toEqual([400, "BUY"]);
      expect((await get("json", "form=4")).status).toBe(200);
    });
  });
});
