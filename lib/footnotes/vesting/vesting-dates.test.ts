import { expect, test } from "vitest";
import { vestingDates } from "./vesting-dates";

const dates = (sentence: string) => vestingDates(sentence).map(({ date, isStart }) => (isStart ? `${date}...` : date));

test.each([
  ["Units granted on May 1, 2020 vest on May 1, 2021 and May 1, 2022.", ["2021-05-01", "2022-05-01"]],
  ["Vests in installments beginning on June 1, 2021, fully vested on June 1, 2024.", ["2021-06-01...", "2024-06-01"]],
  ["Vests on March 1 of each of 2021, 2022 and 2023.", ["2021-03-01", "2022-03-01", "2023-03-01"]],
  [
    "Vests on the earlier of (i) May 20, 2023 or (ii) the day before the annual meeting following May 20, 2022.",
    ["2023-05-20"],
  ],
  ["Vests on May 1, 2021 if employed through May 1, 2021.", ["2021-05-01"]],
  ["Became exercisable on June 1, 2005 and expires on June 1, 2015.", ["2005-06-01"]],
  ["Exercisable from March 1, 2010 to February 28, 2017.", ["2010-03-01"]],
  ["On March 1, 2024, the reporting person was granted units vesting on March 1, 2025.", ["2025-03-01"]],
  ["The performance period from January 1, 2020 through December 31, 2022 decides what vests.", []],
])("%s", (sentence, expected) => {
  expect(dates(sentence)).toEqual(expected);
});
