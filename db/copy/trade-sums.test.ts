import { expect, test } from "vitest";
import { LEFT_OUT, NOT_SUMMED, PURCHASE, SALE } from "@/db/copy/facet-classes";
import { NO_DAY } from "@/db/copy/group-keys";
import { TradeSums } from "@/db/copy/trade-sums";
import { blockOf } from "@/testing/trade-block";

const MILLION = 1_000_000;
const ELSEWHERE = Number.POSITIVE_INFINITY;
const NO_VALUES = new Map<number, bigint>();

/** Adds a trade. */
function add(sums: TradeSums, group: number, line: number, summedAs: number, value: number, day = NO_DAY) {
  const values = new Float64Array(line + 1);
  values[line] = value;
  sums.add(blockOf({ group, line, summedAs, day }), values);
}
const count = (sums: TradeSums, group: number, day: number) => add(sums, group, 0, NOT_SUMMED, Number.NaN, day);

test("millions of millionths are added up exactly", () => {
  const sums = new TradeSums(1, NO_VALUES);
  // $999,999,999.999999 is the largest value that is kept as a number. Two million of them are more than 2^53 millionths.
  const thousand = blockOf(...Array.from({ length: 1_000 }, () => ({ summedAs: PURCHASE })));
  const values = Float64Array.of(999_999_999_999_999);
  for (let n = 0; n < 2_000; n++) sums.add(thousand, values);
  for (let n = 0; n < 3; n++) add(sums, 0, n, SALE, 1);
  expect(sums.dollars(0, "bought")).toBe("1999999999999998");
  expect(sums.dollars(0, "sold")).toBe("0.000003");
  expect(sums.rounded(0, [1, 0])).toBe(Number(1_999_999_999_999_998n * 10n ** 8n));
  expect(sums.purchases(0)).toBe(2 * MILLION);
});

test("negative values are subtracted", () => {
  const sums = new TradeSums(1, NO_VALUES);
  for (const value of [-5 * MILLION, 2 * MILLION, -1]) add(sums, 0, 0, SALE, value);
  expect(sums.dollars(0, "sold")).toBe("-3.000001");
  expect(sums.rounded(0, [0, 1])).toBe(-300_000_100);
  expect(sums.rounded(0, [1, -1])).toBe(300_000_100);
});

test("values that are too large or too exact are added from where they are kept", () => {
  const exact = new Map([
    [7, 10n ** 28n],
    [8, 1n],
    [9, -3n],
  ]);
  const sums = new TradeSums(2, exact);
  add(sums, 1, 7, PURCHASE, ELSEWHERE);
  add(sums, 1, 8, PURCHASE, ELSEWHERE);
  add(sums, 1, 0, PURCHASE, 2 * MILLION);
  add(sums, 1, 9, SALE, ELSEWHERE);
  expect(sums.dollars(1, "bought")).toBe("100000000000000000002.00000001");
  expect(sums.dollars(1, "sold")).toBe("-0.00000003");
  expect(sums.dollars(0, "bought")).toBe("0");
});

test("a larger sum never has a smaller rounded number, wherever its values are kept", () => {
  // Neighbors around 2^53 millionths, and around 2^53 hundred-millionths.
  const near = [2n ** 53n * 100n, 2n ** 53n, 10n ** 28n].flatMap((middle) =>
    Array.from({ length: 400 }, (_, at) => middle + BigInt(at - 200)),
  );
  const values = near.sort((one, other) => (one < other ? -1 : 1));
  const sums = new TradeSums(values.length, new Map(values.map((value, at) => [at, value])));
  for (const [at, value] of values.entries()) {
    if (value % 100n !== 0n || value > 10n ** 20n) add(sums, at, at, PURCHASE, ELSEWHERE);
    // Two halves, because no single number is as large as the sum may be.
    else for (const half of [value / 200n, value / 100n - value / 200n]) add(sums, at, at, PURCHASE, Number(half));
  }
  for (const [at, value] of values.entries()) {
    expect(sums.exact(at, [1, 0])).toBe(value);
    expect(sums.exact(at, [-1, 5])).toBe(-value);
    if (at > 0) expect(sums.rounded(at, [1, 0])).toBeGreaterThanOrEqual(sums.rounded(at - 1, [1, 0]));
  }
});

test("a value that is missing is counted, and the sum is not known if all are", () => {
  const sums = new TradeSums(2, NO_VALUES);
  add(sums, 0, 0, SALE, Number.NaN);
  add(sums, 1, 0, SALE, Number.NaN);
  add(sums, 1, 0, SALE, 5 * MILLION);
  expect([0, 1].map((group) => sums.dollars(group, "sold"))).toEqual([null, "5"]);
  expect([0, 1].map((group) => sums.dollars(group, "bought"))).toEqual(["0", "0"]);
  expect([0, 1].map((group) => sums.isKnown(group, "sold"))).toEqual([false, true]);
  expect(sums.isKnown(0, "bought")).toBe(true);
  expect([0, 1].map(sums.valueMissing)).toEqual([1, 1]);
  expect([0, 1].map(sums.sales)).toEqual([1, 2]);
});

test("trades that sums leave out are counted apart, without their value", () => {
  const sums = new TradeSums(1, NO_VALUES);
  add(sums, 0, 0, LEFT_OUT, Number.NaN);
  expect(sums.leftOut(0)).toBe(1);
  expect([sums.purchases(0), sums.sales(0), sums.valueMissing(0)]).toEqual([0, 0, 0]);
  expect(sums.dollars(0, "bought")).toBe("0");
});

test("the first and last day are those of the trades whose day is known", () => {
  const sums = new TradeSums(2, NO_VALUES);
  for (const day of [3, NO_DAY, -40_000, 40_000]) count(sums, 0, day);
  count(sums, 1, NO_DAY);
  expect([sums.first(0), sums.last(0), sums.trades(0)]).toEqual([-40_000, 40_000, 4]);
  expect([sums.first(1), sums.last(1), sums.trades(1)]).toEqual([null, null, 1]);
});

test("groups that are added later begin with nothing, and the others keep what they have", () => {
  const sums = new TradeSums(0, NO_VALUES);
  for (let group = 0; group < 500; group++) {
    sums.grow(group + 1);
    expect([sums.trades(group), sums.first(group), sums.last(group)]).toEqual([0, null, null]);
    add(sums, group, group, PURCHASE, group, group);
  }
  for (let group = 0; group < 500; group++) {
    expect(sums.exact(group, [1, 0])).toBe(BigInt(group) * 100n);
    expect([sums.first(group), sums.last(group)]).toEqual([group, group]);
  }
});

test("all that one has for a group can be added to another", () => {
  const exact = new Map([[1, 5n]]);
  const [from, into] = [new TradeSums(3, exact), new TradeSums(2, exact)];
  for (const [group, day] of [
    [1, 10],
    [2, 4],
  ] as const) {
    add(from, group, 0, PURCHASE, 3 * MILLION, day);
    add(from, group, 1, PURCHASE, ELSEWHERE);
    add(from, group, 0, SALE, Number.NaN);
    add(from, group, 0, LEFT_OUT, Number.NaN);
    into.addAll(1, from, group);
  }
  expect([into.dollars(1, "bought"), into.dollars(1, "sold")]).toEqual(["6.0000001", null]);
  expect([into.trades(1), into.purchases(1), into.sales(1), into.valueMissing(1), into.leftOut(1)]).toEqual([
    8, 4, 2, 2, 2,
  ]);
  expect([into.first(1), into.last(1)]).toEqual([4, 10]);
  expect([into.trades(0), into.first(0)]).toEqual([0, null]);
});
