import { expect, test } from "vitest";
import { lastClosing } from "./last-closing";

const trades = (text: string) =>
  text.split(" ").map((trade) => ({ insider: trade.slice(0, 1), day: Number(trade.slice(1)) }));
const threeInTen = { insiders: 3, days: 10 };

test("the first and last day of a span may be as far apart as the rule says, and no farther", () => {
  expect(lastClosing(trades("A100 B105 C110"), threeInTen)).toBe(110);
  expect(lastClosing(trades("A100 B105 C111"), threeInTen)).toBeNull();
});

test("an insider who trades several times counts once, and until the last of these trades is too old", () => {
  expect(lastClosing(trades("A100 A101 B102 B103"), threeInTen)).toBeNull();
  expect(lastClosing(trades("A100 A104 B105 C113"), threeInTen)).toBe(113);
});

test("of several spans, the last one counts", () => {
  expect(lastClosing(trades("A100 B101 C102 A200 B201 C202 A300 B301"), threeInTen)).toBe(202);
});
