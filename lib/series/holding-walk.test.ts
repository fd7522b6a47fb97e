import { expect, it } from "vitest";
import { holdingWalk } from "./holding-walk";
import { rowForTest, saxonRows } from "./row-for-test";

it("walks from 154,377 over 167,577 and 161,889 to 159,914", () => {
  const walk = holdingWalk(saxonRows());
  expect(walk?.opening).toBe("154377");
  expect(walk?.steps.map(({ label, change, balance }) => `${change} ${balance} ${label}`)).toEqual([
    "13200 167577 after exercise",
    "-5688 161889 after first sale",
    "-1975 159914 after second sale",
  ]);
});

it("may begin above zero, and says where", () => {
  // 154,377 less 15% of 13,200 is 152,397; down to a step of 2,000.
  expect(holdingWalk(saxonRows())?.axis).toEqual({ from: 152_000, to: 167_577 });
});

const sale = (line: number, balance: number, date = "2024-05-01") =>
  rowForTest({
    line,
    transactionCode: "S",
    transactionDate: date,
    transactionShares: "10",
    acquiredDisposedCode: "D",
    sharesOwnedFollowing: String(balance),
  });

it("joins neighbouring rows of one word where each for itself would be too many", () => {
  const walk = holdingWalk(Array.from({ length: 12 }, (_, index) => sale(index + 1, 1000 - 10 * (index + 1))));
  expect(walk?.steps.map(({ label, change }) => `${change} ${label}`)).toEqual(["-120 after 12 sales"]);
});

it("shows what the rows do not explain", () => {
  expect(holdingWalk([sale(1, 990), sale(2, 1000)])?.steps[1]).toMatchObject({ unexplained: "20", change: "-10" });
});

it("is none without a transaction in Table I", () => {
  expect(holdingWalk([rowForTest({ kind: "holding", sharesOwnedFollowing: "5" })])).toBeNull();
});
