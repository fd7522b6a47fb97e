import { expect, test } from "vitest";
import { rowForTest } from "@/testing/row-for-test";
import { mainLine, type ReportedBalance, rosterHoldings } from "./roster-holdings";

const TODAY = "2026-11-29";
const holdings = (lines: ReportedBalance[]) => rosterHoldings(lines, TODAY);

const balance = (row: Parameters<typeof rowForTest>[0]): ReportedBalance => ({
  id: "0000000001-25-000001#I-1",
  row: rowForTest({ kind: "holding", ...row }).row,
  filing: { accessionNumber: "0000000001-25-000001", periodOfReport: "2025-06-10", filingDate: "2025-06-12" },
  notes: {},
  facts: new Map(),
  owners: ["2"],
});
test("lines of one security add up: 400 + 5,000 = 5,400, and each vehicle is named", () => {
  const indirect = (nature: string, shares: string) =>
    balance({ directOrIndirect: "I", natureOfOwnership: nature, sharesOwnedFollowing: shares });
  const { indirect: held } = holdings([indirect("by trust", "400"), indirect("By spouse", "5000")]);
  expect(held).toHaveLength(1);
  expect(held[0]?.total).toBe("5400");
  expect(held[0]?.lines.map(({ balance, vehicle }) => [vehicle, balance])).toEqual([
    ["by trust", "400"],
    ["By spouse", "5000"],
  ]);
});

test("a joint report says with how many others", () => {
  const joint = { ...balance({ sharesOwnedFollowing: "100" }), owners: ["2", "3", "4"] };
  expect(holdings([joint]).direct[0]?.lines[0]?.jointOwners).toBe(2);
});

test("two classes of stock never add up", () => {
  const { direct } = holdings([
    balance({ securityTitle: "Class A Common Stock", sharesOwnedFollowing: "100" }),
    balance({ securityTitle: "Class B Common Stock", sharesOwnedFollowing: "900" }),
  ]);
  expect(direct.map(({ title, total }) => [title, total])).toEqual([
    ["Class B Common Stock", "900"],
    ["Class A Common Stock", "100"],
  ]);
});

test("grants of one title add up whatever their price: 40,000 + 42,500 = 82,500", () => {
  const option = (price: string, shares: string) =>
    balance({
      tableNumber: "II",
      securityTitle: "Stock Option",
      conversionOrExercisePrice: price,
      sharesOwnedFollowing: shares,
    });
  expect(holdings([option("18.40", "40000"), option("31.22", "42500")]).derivatives).toMatchObject([
    { title: "Stock Option", total: "82500" },
  ]);
});

test("nothing reported gives nothing, and zero gives zero", () => {
  expect(holdings([])).toEqual({ direct: [], indirect: [], derivatives: [] });
  expect(holdings([balance({ sharesOwnedFollowing: "0" })]).direct[0]?.total).toBe("0");
});

test("a small chart shows the largest direct line, or else the largest indirect one", () => {
  const direct = { ...balance({ sharesOwnedFollowing: "100" }), id: "direct" };
  const trust = { ...balance({ directOrIndirect: "I", natureOfOwnership: "by trust", sharesOwnedFollowing: "400" }) };
  const spouse = { ...balance({ directOrIndirect: "I", natureOfOwnership: "by spouse", sharesOwnedFollowing: "900" }) };
  const indirect = [
    { ...trust, id: "trust" },
    { ...spouse, id: "spouse" },
  ];
  expect(mainLine(holdings([...indirect, direct]))?.holdingLine).toBe("direct");
  expect(mainLine(holdings(indirect))?.holdingLine).toBe("spouse");
  expect(mainLine(holdings([]))).toBeNull();
});

test("an option that has expired is not held, as on the insider's own page: 42,500, not 82,500", () => {
  const option = (expirationDate: string, shares: string) =>
    balance({ tableNumber: "II", securityTitle: "Stock Option", expirationDate, sharesOwnedFollowing: shares });
  const held = holdings([option("2026-11-28", "40000"), option("2026-11-29", "42500")]);
  expect(held.derivatives).toMatchObject([{ total: "42500", lines: [{ balance: "42500" }] }]);
  // A zero is a report of none, before and after.
  expect(holdings([option("2026-11-28", "0")]).derivatives).toMatchObject([{ total: "0" }]);
});
