import Big from "big.js";
import { inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDataView } from "@/app/about/data/view";
import { loadClustersView } from "@/app/clusters/view";
import { findFiling } from "@/app/filings/[accession]/view";
import { readListQuery } from "@/app/filtered-list";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { loadTransactionsView } from "@/app/transactions/view";
import { loadLatestView } from "@/app/view";
import { listAllFilings } from "@/db/queries/all-filings";
import { filingRow } from "@/db/schema";
import { DEFAULT_CLUSTER_RULE } from "@/lib/clusters/cluster-rule";
import type { Cluster } from "@/lib/clusters/clusters";
import { overlaps } from "@/lib/clusters/describe-cluster";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";
import { countedRows } from "@/lib/holdings/standing-rows";
import { matchingRows } from "@/lib/lists/matching-rows";
import { countInsiders } from "@/lib/people/count-insiders";
import { countedTrade } from "@/lib/record/counted-trade";
import { entryRows } from "@/lib/record/entry-rows";
import { type BoughtAndSold, boughtAndSold, totalOf } from "@/lib/series/bought-and-sold";
import { barsOf, sumsOf } from "@/lib/series/day-sum";
import { tableSums } from "@/lib/series/table-sums";
import { sumTrades, type TradeSums, type TradeTotals } from "@/lib/series/trade-sums";
import type { IssuerTrades } from "@/lib/views/issuer";
import type { DateSpan } from "@/lib/views/party";
import { corpusFolder } from "@/testing/corpus";
import { createDatabaseWith } from "@/testing/database-with";
import { serveFrom } from "@/testing/serve-for-test";
import type { TestDatabase } from "@/testing/test-database";

const TODAY = "2026-11-27";
/** Every trade date. Without dates, an issuer's page adds up twelve months. */
const EVER = "traded-from=1990-01-01&traded-to=2030-12-31";
const corpus = corpusFolder();

const sumsOfFilter = async (filter: Partial<FilingFilter>): Promise<TradeSums> => {
  const { sums } = await loadTransactionsView({ filter: { ...NO_FILTER, ...filter }, ignored: [], cursor: null }, 1);
  return sumsOf(sums ?? []);
};

const insiderView = (cik: string, query = "") =>
  loadInsiderView(cik, readInsiderQuery(new URLSearchParams(query)), TODAY);
const issuerView = (cik: string, query = "") => loadIssuerView(cik, readIssuerQuery(new URLSearchParams(query)));

/** What a chart by time draws: purchases and sales, and their values. */
const drawn = ({ bins }: BoughtAndSold) => ({
  purchases: bins.reduce((sum, bin) => sum + bin.purchases, 0),
  bought: totalOf(bins, "bought"),
  sales: bins.reduce((sum, bin) => sum + bin.sales, 0),
  sold: totalOf(bins, "sold"),
});
const inTotals = ({ bought, sold }: TradeSums) => ({
  purchases: bought.rows,
  bought: bought.value,
  sales: sold.rows,
  sold: sold.value,
});

const addedUp = (values: readonly string[]) => values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed();

/** As the issuer's JSON has them. */
const events = ({ rows, ...totals }: TradeTotals) => ({ events: rows, ...totals });

describe.each(["sample", ...(corpus === null ? [] : ["corpus"])])(
  "every pair of totals on the pages of the %s",
  (source) => {
    let database: TestDatabase;
    let ciks: { insiders: string[]; issuers: string[]; filings: string[] };

    beforeAll(async () => {
      database = await createDatabaseWith(source === "sample" ? "two_issuers" : "real_filings");
      serveFrom(database);
      const [insiders, issuers, trades] = await Promise.all([
        database.db.query.owner.findMany(),
        database.db.query.issuer.findMany(),
        database.db.query.filingRow.findMany({ where: inArray(filingRow.transactionCode, ["P", "S"]) }),
      ]);
      ciks = {
        insiders: insiders.map(({ cik }) => cik),
        issuers: issuers.map(({ cik }) => cik),
        filings: [...new Set(trades.map(({ accessionNumber }) => accessionNumber))],
      };
    }, 300_000);
    afterAll(() => database.drop());

    test("the front page: its headline, its chart, its list of trades, and the counts of /about/data", async () => {
      const { recent, counts } = await loadLatestView({ filter: NO_FILTER, ignored: [], cursor: null });
      if (!recent) throw new Error("no filing has a date");
      const { week, weekSums, chart, sums, by } = recent;
      const dates =
        by === "filed" ? { filedFrom: week.from, filedTo: week.to } : { tradedFrom: week.from, tradedTo: week.to };
      expect(await sumsOfFilter(dates)).toEqual(sumsOf(weekSums));
      expect(drawn(barsOf(sums, chart, { unit: "day", by }))).toEqual(inTotals(sumsOf(sums)));
      const { counts: inAll } = await loadDataView(Date.parse(TODAY));
      expect([counts.filings.count, counts.rows.count]).toEqual([inAll.filings, inAll.transactions + inAll.holdings]);
    });

    test("an insider: the headline, the plans, the lanes of the chart and the quarters below it", async () => {
      for (const cik of ciks.insiders) {
        const view = await insiderView(cik);
        if (!view?.chart) continue;
        const { chart, lead } = view;
        const sums = lead.issuers.length === 1 ? lead.sums : await sumsOfInsider(cik, chart.issuer?.cik ?? null);
        const dated = await sumsOfInsider(cik, chart.issuer?.cik ?? null, EVER);
        expect({ cik, ...drawn(chart.series.quarters) }).toEqual({ cik, ...inTotals(dated) });
        const ofPlans = view.plans.plans.flatMap(({ purchases, sales }) => [purchases.value, sales.value]);
        expect({ cik, underPlan: addedUp(ofPlans) }).toEqual({
          cik,
          underPlan: addedUp([lead.sums.bought.underPlan, lead.sums.sold.underPlan]),
        });
        for (const { group, count, value } of chart.series.timeline.lanes) {
          if (group !== "purchase" && group !== "sale") continue;
          const total = sums[group === "purchase" ? "bought" : "sold"];
          const isSame = count === total.rows && (value ?? "0") === total.value;
          expect({ cik, group, isSaid: chart.againstTotals.length > 0 || isSame }).toEqual({
            cik,
            group,
            isSaid: true,
          });
        }
      }
    }, 300_000);

    const sumsOfInsider = async (cik: string, issuer: string | null, dates = "") => {
      const view = await insiderView(cik, [issuer === null ? "" : `issuer=${issuer}`, dates].filter(Boolean).join("&"));
      if (!view) throw new Error(`no insider ${cik}`);
      return view.lead.sums;
    };

    /** What the database adds up for an issuer's page, added up from the rows of its filings. */
    async function addedUpHere(trades: IssuerTrades | null) {
      if (!trades) throw new Error("no filing has a date");
      const { filter, drawn, span, series } = trades;
      const { entries } = await listAllFilings(database.db, filter, { limit: 5_000, onlyTransactions: true });
      const rowsWithin = ({ from, to }: DateSpan) =>
        countedRows(
          entryRows(
            entries.map((entry) => ({
              ...entry,
              rows: matchingRows(entry, { ...filter, tradedFrom: from, tradedTo: to }),
            })),
          ),
        );
      const inSpan = rowsWithin(span);
      const insiders = (side: "bought" | "sold") =>
        countInsiders(
          inSpan
            .filter((source) => countedTrade(source)?.side === side && source.row.tableNumber === "I")
            .map(({ filing, derived }) => [...filing.owners, ...(derived.event?.owners ?? [])]),
        );
      return {
        series: boughtAndSold(rowsWithin(drawn), drawn, { unit: series.unit }),
        sums: sumTrades(inSpan),
        insiders: { bought: insiders("bought"), sold: insiders("sold") },
      };
    }

    test("an issuer has the same totals in the headline, chart, data, list and rows left out, and on each insider's page", async () => {
      for (const cik of ciks.issuers) {
        const [ever, usual] = [await issuerView(cik, EVER), await issuerView(cik)];
        if (!ever?.lead.trades || !usual?.lead.trades) continue;
        const { sums, series } = ever.lead.trades;
        expect({ cik, ...drawn(series) }).toEqual({ cik, ...inTotals(sums) });
        for (const { lead } of [ever, usual]) {
          const { series, sums, insiders } = lead.trades ?? {};
          expect({ cik, series, sums, insiders }).toEqual({ cik, ...(await addedUpHere(lead.trades)) });
        }
        expect(ever.totals).toMatchObject({
          purchases: events(sums.bought),
          sales: events(sums.sold),
          derivatives: { purchases: events(sums.derivatives.bought), sales: events(sums.derivatives.sold) },
          contradicting: sums.contradicting,
          otherCurrency: sums.otherCurrency,
          unsure: sums.unsure,
        });
        const { from, to } = usual.lead.trades.span;
        const ofList = { issuer: [{ cik }], tradedFrom: from, tradedTo: to };
        expect(await sumsOfFilter(ofList)).toEqual(usual.lead.trades.sums);
        const { leftOut } = usual.lead.trades;
        const linked = readListQuery(new URL(leftOut.url, "http://localhost").searchParams);
        expect({ cik, leftOut: (await loadTransactionsView(linked, 1)).counts.rows.count }).toEqual({
          cik,
          leftOut: leftOut.implausible.count,
        });
        for (const { owner, bought, sold } of usual.roster.now.insiders.slice(0, 5)) {
          if (owner.cik === null) continue;
          const own = await sumsOfInsider(owner.cik, cik, `traded-from=${from}&traded-to=${to}`);
          const short = ({ rows, value, valueMissing }: TradeTotals) => ({ events: rows, value, valueMissing });
          expect({ cik, owner: owner.cik, bought, sold }).toEqual({
            cik,
            owner: owner.cik,
            bought: short(own.bought),
            sold: short(own.sold),
          });
        }
      }
    }, 300_000);

    test("a cluster: its value and the list that it links to", async () => {
      for (const cik of ciks.issuers) {
        for (const plan of ["in", "out"] as const) {
          const view = await issuerView(cik, `cluster-insiders=2&cluster-plan=${plan}`);
          for (const { from, to, trades, value, shares } of view?.clusters.all ?? []) {
            const { bought } = await sumsOfFilter({
              issuer: [{ cik }],
              code: ["P"],
              tradedFrom: from,
              tradedTo: to,
              plan: plan === "in" ? [] : ["not-indicated", "no-box"],
            });
            expect({ cik, from, rows: bought.rows, value: bought.value, shares: bought.shares }).toEqual({
              cik,
              from,
              rows: trades.length,
              value: value ?? "0",
              shares,
            });
          }
        }
      }
    }, 300_000);

    test("the page of clusters has those of every issuer's page", async () => {
      const rule = { ...DEFAULT_CLUSTER_RULE, insiders: 2 };
      const { rows: years } = await database.db.execute<{ year: number }>(
        sql`select distinct extract(year from transaction_date)::int as year from listing where code = 'P' order by year`,
      );
      const briefly = (cik: string | null, { from, to, insiders, value }: Cluster) =>
        `${cik} ${from} ${to} ${insiders.length} ${value}`;
      const ofIssuers = await Promise.all(
        ciks.issuers.map(async (cik) =>
          ((await issuerView(cik, "cluster-insiders=2"))?.clusters.all ?? []).map((cluster) => ({ cik, cluster })),
        ),
      );
      // In the corpus, no two insiders of an issuer bought within the days of the rule.
      if (source === "sample") expect(ofIssuers.flat().length).toBeGreaterThan(0);
      for (const { year } of years) {
        const span = { from: `${year}-01-01`, to: `${year}-12-31` };
        const filter = { ...NO_FILTER, tradedFrom: span.from, tradedTo: span.to };
        const { clusters } = await loadClustersView({ filter, rule, ignored: [] });
        const expected = ofIssuers.flat().filter(({ cluster }) => overlaps(cluster, span));
        expect(clusters.map(({ issuer, cluster }) => briefly(issuer.cik, cluster)).sort()).toEqual(
          expected.map(({ cik, cluster }) => briefly(cik, cluster)).sort(),
        );
      }
    }, 300_000);

    test("a filing: the sentence under its headline and the sums below its tables", async () => {
      for (const accessionNumber of ciks.filings) {
        const found = await findFiling(accessionNumber);
        if (found.outcome !== "found") throw new Error(accessionNumber);
        const { sums, rows } = found.view;
        for (const [code, total] of [
          ["P", sums.bought],
          ["S", sums.sold],
        ] as const) {
          const inTable = tableSums(rows.filter(({ row }) => row.tableNumber === "I").map(({ row }) => row));
          const ofCode = inTable.filter((sum) => sum.code === code && sum.rows === total.rows);
          for (const sum of ofCode)
            expect({ accessionNumber, value: sum.value ?? "0" }).toEqual({ accessionNumber, value: total.value });
        }
      }
    }, 300_000);
  },
);
