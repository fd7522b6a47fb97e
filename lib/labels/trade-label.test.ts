import { expect, test } from "vitest";
import { jointLabel, type KnownTrade, tradeLabels } from "./trade-label";

/** Trades that were each reported two days later. */
const reported = (...dates: string[]): KnownTrade[] =>
  dates.map((date) => ({ date, knownOn: new Date(Date.parse(date) + 2 * 86_400_000).toISOString().slice(0, 10) }));

test("trades in May of 2021, 2022 and 2023 make every trade of 2024 routine", () => {
  const labelOf = tradeLabels(reported("2021-05-03", "2022-05-20", "2023-01-10", "2023-05-31"));
  expect(labelOf(2024)).toEqual({ label: "routine", routineMonths: [5] });
});

test("several months may be routine", () => {
  const trades = [2021, 2022, 2023].flatMap((year) => [`${year}-11-05`, `${year}-02-05`, `${year}-02-06`]);
  expect(tradeLabels(reported(...trades, "2023-08-01"))(2024)).toEqual({ label: "routine", routineMonths: [2, 11] });
});

test("trades in each of the three years but never in the same month are opportunistic", () => {
  const labelOf = tradeLabels(reported("2021-05-03", "2022-05-20", "2023-06-01"));
  expect(labelOf(2024)).toEqual({ label: "opportunistic", routineMonths: [] });
});

test("a year without a trade leaves them unclassified, even if there were hundreds of trades in the others", () => {
  const often = reported(...Array.from({ length: 300 }, (_, n) => (n % 2 === 0 ? "2021-05-03" : "2023-05-03")));
  expect(tradeLabels(often)(2024).label).toBe("unclassified");
  expect(tradeLabels([])(2024).label).toBe("unclassified");
});

test("trades of the year itself, and of the fourth year before, do not matter", () => {
  expect(tradeLabels(reported("2020-05-03", "2022-05-03", "2023-05-03", "2024-05-03"))(2024).label).toBe(
    "unclassified",
  );
  const labelOf = tradeLabels(reported("2021-05-03", "2022-05-03", "2023-05-03", "2024-07-03"));
  expect([2024, 2025, 2026].map((year) => labelOf(year).label)).toEqual(["routine", "opportunistic", "unclassified"]);
});

test("a trade that was reported only after January 1 does not count", () => {
  const before = reported("2021-12-29", "2022-12-28");
  const late = { date: "2023-12-29", knownOn: "2024-01-02" };
  expect(tradeLabels([...before, late])(2024).label).toBe("unclassified");
  expect(tradeLabels([...before, { ...late, knownOn: "2023-12-31" }])(2024)).toEqual({
    label: "routine",
    routineMonths: [12],
  });
  // A year later it is known.
  expect(tradeLabels([...before, late, ...reported("2024-12-27")])(2025).label).toBe("routine");
});

test("a joint trade has the label of those of its owners who can be classified, if they agree", () => {
  const unclassified = { label: "unclassified", routineMonths: [] } as const;
  const opportunistic = { label: "opportunistic", routineMonths: [] } as const;
  const may = { label: "routine", routineMonths: [5] } as const;
  const others = { label: "routine", routineMonths: [2, 5] } as const;
  const joint = (
    ...labels: { label: "routine" | "opportunistic" | "unclassified"; routineMonths: readonly number[] }[]
  ) => jointLabel(labels.map(({ label, routineMonths }) => ({ label, routineMonths: [...routineMonths] })));
  expect(joint(unclassified, may)).toEqual(may);
  expect(joint(others, may)).toEqual({ label: "routine", routineMonths: [2, 5] });
  expect(joint(opportunistic, unclassified, opportunistic)).toEqual(opportunistic);
  expect(joint(may, opportunistic)).toEqual(unclassified);
  expect(joint(unclassified, unclassified)).toEqual(unclassified);
});
