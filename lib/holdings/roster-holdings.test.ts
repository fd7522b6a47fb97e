import { expect, test } from "vitest";
import { rowForTest } from "@/lib/series/row-for-test";
import { type ReportedBalance, rosterHoldings } from "./roster-holdings";

let line = 0;

const balance = (day: string, row: Parameters<typeof rowForTest>[0]): ReportedBalance => ({
  row: rowForTest({ kind: "holding", line: ++line, ...row }).row,
  filing: { accessionNumber: `acc-${day}`, documentType: "4", filingDate: day, orderedAt: `${day}T21:00:00.000Z` },
  notes: {},
});
const indirect = (day: string, nature: string, shares: string) =>
  balance(day, { directOrIndirect: "I", natureOfOwnership: nature, sharesOwnedFollowing: shares });

test("one vehicle under two spellings is one line, and its later balance stands: 400 + 5,000 = 5,400", () => {
  const { indirect: held } = rosterHoldings([
    indirect("2025-01-10", "By Trust", "700"),
    indirect("2025-02-10", "by trust", "400"),
    indirect("2025-01-10", "By spouse", "5000"),
  ]);
  expect(held).toHaveLength(1);
  expect(held[0]?.total).toBe("5400");
  expect(held[0]?.lines.map(({ balance, vehicle }) => [vehicle, balance])).toEqual([
    ["by trust", "400"],
    ["By spouse", "5000"],
  ]);
});

test("two classes of stock never add up", () => {
  const { direct } = rosterHoldings([
    balance("2025-01-10", { securityTitle: "Class A Common Stock", sharesOwnedFollowing: "100" }),
    balance("2025-01-10", { securityTitle: "Class B Common Stock", sharesOwnedFollowing: "900" }),
  ]);
  expect(direct.map(({ title, total }) => [title, total])).toEqual([
    ["Class B Common Stock", "900"],
    ["Class A Common Stock", "100"],
  ]);
});

test("grants of one title add up whatever their price: 40,000 + 42,500 = 82,500", () => {
  const option = (price: string, shares: string) =>
    balance("2025-01-10", {
      tableNumber: "II",
      securityTitle: "Stock Option",
      conversionOrExercisePrice: price,
      sharesOwnedFollowing: shares,
    });
  expect(rosterHoldings([option("18.40", "40000"), option("31.22", "42500")]).derivatives).toMatchObject([
    { title: "Stock Option", total: "82500" },
  ]);
});

test("nothing reported is nothing, and zero is zero", () => {
  expect(rosterHoldings([])).toEqual({ direct: [], indirect: [], derivatives: [] });
  expect(rosterHoldings([balance("2025-01-10", { sharesOwnedFollowing: "0" })]).direct[0]?.total).toBe("0");
});
