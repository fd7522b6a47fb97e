import { expect, test } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { filingForTest, rowForTest } from "@/testing/row-for-test";
import { seriesByIssuer } from "./series-by-issuer";

const purchase = (issuerCik: string, day: string, balance: string) => ({
  ...rowForTest(
    {
      transactionCode: "P",
      acquiredDisposedCode: "A",
      transactionDate: day,
      transactionShares: "100",
      sharesOwnedFollowing: balance,
    },
    filingForTest({ accessionNumber: `acc-${issuerCik}-${day}`, filingDate: day }),
  ),
  issuerCik,
});
const rows = derivedRows([purchase("1", "2025-01-10", "100"), purchase("2", "2025-02-10", "900000")]);
const all = { traded: { from: null, to: null }, isMarked: () => true };

test("draws the Common Stock of two issuers on one timeline but never on one scale", () => {
  const labels = new Map([
    ["1", "KSTG"],
    ["2", "HVMR"],
  ]);
  const series = seriesByIssuer(rows, { ...all, labels });
  expect(series?.timeline.lanes.map(({ group, count }) => [group, count])).toEqual([["purchase", 2]]);
  expect(series?.timeline.lanes[0]?.marks.map(({ event }) => event.security).toSorted()).toEqual([
    "HVMR Common Stock",
    "KSTG Common Stock",
  ]);
  expect(series?.holdings.panels.map(({ title, highest }) => [title, highest])).toEqual([
    ["KSTG Common Stock", 100],
    ["HVMR Common Stock", 900_000],
  ]);
});

test("omits the issuer's name if there is only one", () => {
  const series = seriesByIssuer(rows.slice(0, 1), { ...all, labels: new Map([["1", "KSTG"]]) });
  expect(series?.holdings.panels.map(({ title }) => title)).toEqual(["Common Stock"]);
});

test("draws each of many issuers once before any has a second panel, and counts what is left out", () => {
  const issuers = Array.from({ length: 10 }, (_, n) => String(n + 1));
  const series = seriesByIssuer(derivedRows(issuers.map((cik) => purchase(cik, "2025-01-10", "100"))), {
    ...all,
    labels: new Map(issuers.map((cik) => [cik, `I${cik}`])),
  });
  expect(series?.holdings.panels).toHaveLength(8);
  expect(series?.holdings).toMatchObject({ omitted: 2, count: 10, drawn: 8 });
});

test("draws the balance of a row that is filtered out, but no mark", () => {
  const series = seriesByIssuer(rows.slice(0, 1), { ...all, labels: new Map(), isMarked: () => false });
  expect(series?.timeline.count).toBe(0);
  expect(series?.holdings.count).toBe(1);
});
