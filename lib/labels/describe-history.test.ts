import { expect, test } from "vitest";
import { describeHistory, labelMonths, whyLabelled } from "./describe-history";

const history = (label: "routine" | "opportunistic" | "unclassified", ...routineMonths: number[]) => ({
  label,
  routineMonths,
  isFirst: false,
  isFirstInTwoYears: false,
});

test("names the months that made a trade routine", () => {
  expect(whyLabelled(history("routine", 5), "2024-11-04", 1)).toBe("the owner traded in May of 2021, 2022 and 2023");
  expect(whyLabelled(history("routine", 2, 5), "2024-11-04", 2)).toBe(
    "one or more of the owners traded in February and May of 2021, 2022 and 2023",
  );
  expect(labelMonths(history("routine", 2, 11), "2024-05-04")).toEqual([
    "2021-02",
    "2021-11",
    "2022-02",
    "2022-11",
    "2023-02",
    "2023-11",
  ]);
});

test("counts the months after the third, unless only one is left", () => {
  const months = (...routine: number[]) => whyLabelled(history("routine", ...routine), "2024-01-04", 1);
  expect(months(1, 2, 3, 4)).toBe("the owner traded in January, February, March and April of 2021, 2022 and 2023");
  expect(months(1, 2, 3, 4, 5)).toBe(
    "the owner traded in January, February, March and 2 other months of 2021, 2022 and 2023",
  );
});

test("says why a trade is opportunistic or unclassified", () => {
  expect(whyLabelled(history("opportunistic"), "2024-11-04", 1)).toBe(
    "the owner traded in 2021, 2022 and 2023, but never in the same month of all three years",
  );
  expect(labelMonths(history("opportunistic"), "2024-11-04")).toEqual([]);
  expect(whyLabelled(history("unclassified"), "2024-11-04", 1)).toBe(
    "not all of the years 2021, 2022 and 2023 had a trade that was reported before 2024",
  );
  expect(whyLabelled(history("unclassified"), "2024-11-04", 2)).toBe(
    "the owners’ trades in 2021, 2022 and 2023 lead to different labels, or to none",
  );
});

test("lists say little: the months of a routine trade, and what is unclassified only if it is a first purchase", () => {
  expect(describeHistory(history("routine", 2, 5))).toBe("routine (February and May)");
  expect(describeHistory(history("routine", 1, 2, 3, 4))).toBe("routine (4 months of the year)");
  expect(describeHistory({ ...history("opportunistic"), isFirst: true })).toBe("first in this database, opportunistic");
  expect(describeHistory({ ...history("unclassified"), isFirst: true })).toBe("first in this database");
  expect(describeHistory({ ...history("unclassified"), isFirst: true, isFirstInTwoYears: true })).toBe(
    "first in this database",
  );
  expect(describeHistory({ ...history("unclassified"), isFirstInTwoYears: true })).toBe("first in two years");
  expect(describeHistory(history("unclassified"))).toBeNull();
});
