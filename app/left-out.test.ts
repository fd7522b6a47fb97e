import { sql } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { GET as getLatest } from "@/app/as/[format]/route";
import { loadClustersView, readClustersQuery } from "@/app/clusters/view";
import { GET as getFiling } from "@/app/filings/[accession]/as/[format]/route";
import { readListQuery } from "@/app/filtered-list";
import { insiderJson } from "@/app/insiders/[cik]/insider-json";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { issuerJson } from "@/app/issuers/[cik]/issuer-json";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { GET as getTransactions } from "@/app/transactions/as/[format]/route";
import { loadTransactionsView } from "@/app/transactions/view";
import { loadLatestView } from "@/app/view";
import { TotalsLeaveOut } from "@/components/site/totals-leave-out";
import { leftOutRecord } from "@/lib/representations/left-out-record";
import { sumsOf } from "@/lib/series/day-sum";
import { upTo } from "@/lib/values/counts";
import { type FilingForTest, filingForTest, KESTREL } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const OWNERS = ["1", "2", "3", "4"].map((n): [string, string] => [`990050${n}`, `Owner ${n}`]);
const TOTAL = { F1: "The amount is the aggregate purchase price, not a price per share." };

const filing = (n: number, day: string, rows: FilingForTest["rows"], notes = {}) =>
  filingForTest({ n, owner: OWNERS[n % 4], filed: day, notes, rows });

const [from, to] = ["2025-06-02", "2025-06-06"];
const buy = (date: string, price: string) => ({ code: "P", letter: "A" as const, date, shares: "500", price });
const sell = (date: string, price: string) => ({ code: "S", letter: "D" as const, date, shares: "100", price });

/** Three purchases, one of them at its total, and two sales, one of them at its total: 500 × 12 = 6,000; 100 × 12.10 = 1,210. */
const FILINGS = [
  filing(1, from, [buy(from, "12.00")]),
  filing(2, "2025-06-03", [buy("2025-06-03", "12.20")]),
  filing(3, "2025-06-04", [{ ...buy("2025-06-04", "6000"), priceNote: "F1" }], TOTAL),
  filing(4, "2025-06-05", [sell("2025-06-05", "12.10"), { ...sell("2025-06-05", "1210"), priceNote: "F1" }], TOTAL),
  filing(5, to, [buy(to, "12.40")]),
];
const FAULTY = "9999000001-25-000003";

describe("an implausible price", () => {
  serveFilings(FILINGS);

  const get = async (route: typeof getLatest, format: string, query = "") =>
    route(new Request(`http://localhost/?${query}`), { params: Promise.resolve({ format }) });
  // 500 × (12.00 + 12.20 + 12.40) = 18,300, and 100 × 12.10.
  const [BOUGHT, SOLD] = ["18300", "1210"];

  test("is left out of the totals of the front page and of lists, and counted beside them with a link", async () => {
    const latest = await loadLatestView(readListQuery([]));
    const sums = sumsOf(latest.recent?.weekSums ?? []);
    expect([sums.bought.value, sums.sold.value]).toEqual([BOUGHT, SOLD]);
    expect(latest.recent?.leftOut).toEqual({
      implausible: upTo(2),
      prices: 2,
      url: "/transactions?filed-from=2025-05-31&filed-to=2025-06-06&code=P&code=S&implausible=yes",
    });
    const view = await loadTransactionsView(readListQuery([["code", "P"]]));
    expect(sumsOf(view.sums ?? []).bought).toMatchObject({ rows: 3, value: BOUGHT });
    expect(view.leftOut).toMatchObject({ implausible: upTo(1), url: "/transactions?code=P&implausible=yes" });
  });

  test("is what the filter finds", async () => {
    const rowsOf = async (query: [string, string][]) => {
      const view = await loadTransactionsView(readListQuery(query));
      return [view.counts.rows.count, view.words];
    };
    expect(await rowsOf([["implausible", "yes"]])).toEqual([2, "implausible price or number of shares"]);
    expect(await rowsOf([["implausible", "no"]])).toEqual([4, "no implausible price or number of shares"]);
    expect((await get(getTransactions, "json", "implausible=maybe")).status).toBe(400);
  });

  test("is left out of the totals of issuers and insiders", async () => {
    const issuer = await loadIssuerView(KESTREL[0], readIssuerQuery([]));
    if (!issuer) throw new Error();
    const json = issuerJson(issuer);
    expect([json.totals.purchases.value, json.totals.sales.value]).toEqual([BOUGHT, SOLD]);
    expect([json.sums?.purchases.value, json.sums?.sales.value]).toEqual([BOUGHT, SOLD]);
    expect(json.leftOut).toEqual({ implausible: 2, implausibleAtLeast: 2 });
    expect(json.series?.bins.map(({ bought, sold }) => [bought, sold]).at(-1)).toEqual([BOUGHT, SOLD]);
    const traded = json.roster.map(({ boughtIn12Months: bought, soldIn12Months: sold }) => [
      Number(bought.value),
      Number(sold.value),
    ]);
    // 500 × (12.00 + 12.40) of owner 2, 500 × 12.20 of owner 3, 100 × 12.10 of owner 1, and nothing of owner 4.
    expect(traded.sort()).toEqual([
      [0, 0],
      [0, 1210],
      [12200, 0],
      [6100, 0],
    ]);

    const [cik = ""] = OWNERS[3] ?? [];
    const insider = await loadInsiderView(cik, readInsiderQuery([]), "2025-07-01");
    if (!insider) throw new Error();
    expect(insiderJson(insider)).toMatchObject({
      sums: { purchases: { rows: 0, value: "0" } },
      leftOut: { implausible: 1, implausibleAtLeast: 1 },
      rows: [{ implausible: { field: "pricePerShare" }, pricePerShare: { value: "6000" } }],
    });
    expect(insider.chart?.series.timeline.lanes[0]).toMatchObject({ count: 1, value: null });
  });

  test("makes no cluster, and is left out of the value of every cluster", async () => {
    expect((await loadClustersView(readClustersQuery([]))).clusters).toEqual([]);
    const { clusters, leftOut } = await loadClustersView(readClustersQuery([["cluster-insiders", "2"]]));
    expect(clusters[0]?.cluster.value).toBe(BOUGHT);
    expect(leftOut).toMatchObject({ implausible: upTo(1) });
  });

  test("is as filed in data, with the mark and what it was compared with", async () => {
    const { rows, leftOut } = await (await get(getLatest, "json")).json();
    expect(leftOut).toEqual({ implausible: 2, implausibleAtLeast: 2 });
    const found = rows.filter(({ implausible }: { implausible: unknown }) => implausible !== null);
    expect(found).toHaveLength(2);
    expect(found.find((row: { accessionNumber: string }) => row.accessionNumber === FAULTY)).toMatchObject({
      pricePerShare: { value: "6000" },
      // 6,000 / 500 = 12
      implausible: {
        field: "pricePerShare",
        reason: "stated total",
        cause: "total",
        comparedWith: { amount: "12", times: "500", trades: null, footnoteId: "F1" },
      },
    });
    const csv = await (await get(getLatest, "csv")).text();
    const [header = "", ...lines] = csv.trim().split("\r\n");
    const columns = header.split(",");
    expect(columns).toEqual(expect.arrayContaining(["implausible", "implausible_reason", "implausible_compared_with"]));
    expect(lines.filter((line) => line.includes(",pricePerShare,stated total,total,12,500,"))).toHaveLength(1);
  });

  test("is left out of headlines and the titles of feeds", async () => {
    const answer = await getFiling(new Request("http://localhost/"), {
      params: Promise.resolve({ accession: FAULTY, format: "json" }),
    });
    const { headline, leftOut } = await answer.json();
    expect(headline).toBe("Owner 4 reported a transaction with an implausible price");
    expect(leftOut).toEqual({ implausible: 1, implausibleAtLeast: 1 });
    const feed = await (await get(getTransactions, "atom", "code=P")).text();
    expect(feed).toContain("bought 500 shares of Common Stock at an implausible price on June 4, 2025");
    expect(feed).not.toContain("6,000");
  });
});

describe("an implausible price of shares withheld for tax", () => {
  const database = serveFilings([
    filing(1, from, [buy(from, "12.00")]),
    filing(
      2,
      "2025-06-03",
      [
        { ...buy("2025-06-03", "6000"), priceNote: "F1" },
        { ...sell("2025-06-03", "1210"), code: "F", priceNote: "F1" },
      ],
      TOTAL,
    ),
  ]);

  test("is not among the rows that totals of purchases and sales leave out, and their link lists as many rows as they say", async () => {
    const view = await loadTransactionsView(readListQuery([]));
    expect(view.leftOut).toEqual({
      implausible: upTo(1),
      prices: 1,
      url: "/transactions?code=P&code=S&implausible=yes",
    });
    const query = new URL(view.leftOut.url, "http://localhost").searchParams;
    expect((await loadTransactionsView(readListQuery(query))).counts.rows.count).toBe(1);
    expect((await loadTransactionsView(readListQuery([["code", "F"]]))).leftOut.implausible.count).toBe(0);
    expect((await loadTransactionsView(readListQuery([["implausible", "yes"]]))).counts.rows.count).toBe(2);
  });

  test("is counted with others up to 10,000, and beyond that the answer says that there are more", async () => {
    // 10,000 copies of the purchase.
    await database().db.execute(sql`
      insert into listing (accession_number, table_number, line, owner_position, ordered_at, filing_date, document_type,
        code, transaction_date, is_indirect, plan, is_implausible)
      select accession_number, table_number, n, owner_position, ordered_at, filing_date, document_type,
        code, transaction_date, is_indirect, plan, is_implausible
      from listing, generate_series(100, 10099) as n where code = 'P' and is_implausible`);
    await database().db.execute(sql`
      insert into implausible_row (accession_number, table_number, line, field, reason, amount)
      select accession_number, table_number, n, field, reason, amount
      from implausible_row join listing using (accession_number, table_number, line), generate_series(100, 10099) as n
      where code = 'P'`);
    const { leftOut } = await loadTransactionsView(readListQuery([["code", "P"]]));
    expect(leftOutRecord(leftOut)).toEqual({ implausible: null, implausibleAtLeast: 10_000 });
    expect(renderToStaticMarkup(TotalsLeaveOut({ of: leftOut }))).toContain(
      "more than 10,000 rows with an implausible price or number of shares",
    );
  });
});

describe("a purchase in another currency", () => {
  const CAD = { F1: "The price is in Canadian dollars." };
  serveFilings([filing(1, from, [{ ...buy(from, "12.00"), priceNote: "F1" }], CAD)]);

  test("does not make its owner an insider who bought, because no total counts it", async () => {
    const trades = (await loadIssuerView(KESTREL[0], readIssuerQuery([])))?.lead.trades;
    expect(trades?.sums).toMatchObject({ bought: { rows: 0, value: "0" }, otherCurrency: 1 });
    expect(trades?.insiders).toEqual({ bought: 0, sold: 0 });
  });
});
