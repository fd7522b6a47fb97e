import { expect, test } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { seriesByIssuer } from "./series-by-issuer";

const purchase = (issuerCik: string, day: string, balance: string, more = {}) => ({
  ...rowForTest(
    {
      transactionCode: "P",
      acquiredDisposedCode: "A",
      transactionDate: day,
      transactionShares: "100",
      sharesOwnedFollowing: balance,
      ...more,
    },
    seriesFilingForTest({ accessionNumber: `acc-${issuerCik}-${day}`, filingDate: day }),
  ),
  issuerCik,
});
const rows = derivedRows([purchase("1", "2025-01-10", "100"), purchase("2", "2025-02-10", "900000")]);
const all = { traded: { from: null, to: null }, isMarked: () => true };

test("draws the first issuer, and only its trades and balances", () => {
  const found = seriesByIssuer(rows, { ...all, issuers: ["2", "1"] });
  expect(found?.issuerCik).toBe("2");
  expect(found?.series.timeline.lanes.map(({ group, count }) => [group, count])).toEqual([["purchase", 1]]);
  expect(found?.series.holdings.panels.map(({ title, highest }) => [title, highest])).toEqual([
    ["Common Stock", 900_000],
  ]);
});

test("draws one line for each other issuer, on its own scale and the common time axis", () => {
  const found = seriesByIssuer(rows, { ...all, issuers: ["2", "1"] });
  expect(found?.others.holdings.map(({ issuerCik, highest }) => [issuerCik, highest])).toEqual([["1", 100]]);
  expect(found?.others.domain.to).toBe("2025-02-10");
});

test("chooses an issuer's line of shares held directly, even if another line has more reports", () => {
  const fund = { directOrIndirect: "I", natureOfOwnership: "By Fund", line: 2 };
  const found = seriesByIssuer(
    derivedRows([
      purchase("1", "2025-01-10", "100"),
      purchase("2", "2025-01-10", "5000", fund),
      purchase("2", "2025-02-10", "5100", fund),
      purchase("2", "2025-03-10", "300"),
    ]),
    { ...all, issuers: ["1", "2"] },
  );
  expect(found?.others.holdings[0]?.line).toMatchObject({ label: "direct", endsAt: { reported: "300" } });
});

test("has no others if there is only one issuer", () => {
  expect(seriesByIssuer(rows.slice(0, 1), { ...all, issuers: ["1"] })?.others.holdings).toEqual([]);
});

test("draws the balance of a row that is filtered out, but no mark", () => {
  const found = seriesByIssuer(rows.slice(0, 1), { ...all, issuers: ["1"], isMarked: () => false });
  expect(found?.series.timeline.count).toBe(0);
  expect(found?.series.holdings.panels[0]?.lines[0]?.points).toHaveLength(1);
});
