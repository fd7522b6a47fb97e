import { describe, expect, test } from "vitest";
import { rowKey } from "@/lib/record/row-in-filing";
import { gapForTest } from "@/testing/gap-for-test";
import { lineTransfers } from "./line-transfers";

type Claim = Parameters<typeof gapForTest>[0];

const direct = (claim: Partial<Claim> = {}) =>
  gapForTest({ before: "10000", reported: "6310", accessionNumber: "0000000001-24-000003", line: "direct", ...claim });
const trust = (claim: Partial<Claim> = {}) =>
  gapForTest({ before: "500", reported: "4190", accessionNumber: "0000000001-24-000004", line: "trust", ...claim });

describe("shares missing on one line and surplus on another", () => {
  test("3,690 shares that left the direct line and arrived on the trust's explain each other", () => {
    const [one, other] = [direct(), trust()];
    expect([...lineTransfers([one, other])].sort()).toEqual([
      [rowKey(one.source), { kind: "transfer", words: null, from: rowKey(other.source) }],
      [rowKey(other.source), { kind: "transfer", words: null, from: rowKey(one.source) }],
    ]);
  });

  test.each([
    ["the numbers differ", direct(), trust({ reported: "4191" })],
    ["both lines lack", direct(), trust({ before: "4190", reported: "500" })],
    ["it is one line", direct(), trust({ line: "direct" })],
    ["the days do not meet", direct({ until: "2024-03-01" }), trust({ from: "2024-03-02" })],
    ["it is another security", direct(), trust({ row: { securityTitle: "Class B Common Stock" } })],
    ["it is in the other table", direct(), trust({ row: { tableNumber: "II" } })],
    ["the difference may be chance", direct({ reported: "9991" }), trust({ reported: "509" })],
  ])("there is no transfer if %s", (_, one, other) => {
    expect(lineTransfers([one, other]).size).toBe(0);
  });

  test("there is no transfer if two lines could be the source", () => {
    const spouse = direct({ line: "spouse", accessionNumber: "0000000001-24-000005" });
    expect(lineTransfers([direct(), spouse, trust()]).size).toBe(0);
    const later = direct({
      line: "spouse",
      accessionNumber: "0000000001-24-000005",
      from: "2024-06-11",
      until: "2024-07-01",
    });
    expect(lineTransfers([direct(), later, trust()]).size).toBe(2);
  });

  test("another spelling of its title is the same security", () => {
    expect(lineTransfers([direct(), trust({ row: { securityTitle: "COMMON STOCK, $.01 par value" } })]).size).toBe(2);
  });
});
