import { expect, test } from "vitest";
import { sentences } from "./sentences";
import { writtenDates, writtenDatesAndMonths } from "./written-dates";

test("reads a date in every spelling, with its words", () => {
  const text =
    "September 19, 2011; SEPTEMBER  14, 2021; Sept. 3rd, 2020; 19 September 2011; 9/19/2011; 09/19/11; 9-19-2011; 2011-09-19";
  const dates = writtenDates(text);
  expect(dates.map(({ date }) => date)).toEqual([
    "2011-09-19",
    "2021-09-14",
    "2020-09-03",
    "2011-09-19",
    "2011-09-19",
    "2011-09-19",
    "2011-09-19",
    "2011-09-19",
  ]);
  for (const { text: words, start, end } of dates) expect(text.slice(start, end)).toBe(words);
});

test("reads days with hyphens, dots and ordinals", () => {
  const text = "19-Sep-2011; Sep-19-2011; 9.19.2011; 19th of September 2011; September 19 , 2011; on 9.19.2011.";
  expect(new Set(writtenDates(text).map(({ date }) => date))).toEqual(new Set(["2011-09-19"]));
  expect(writtenDates(text)).toHaveLength(6);
});

test("reads a month and a year, if only these are written", () => {
  const text = "in May 2023, DEC. 2020, June of 2021, Sept.2022 and 03/2024; from 1 May 2020 to May 1, 2021; May 2020";
  const dates = writtenDatesAndMonths(text);
  expect(dates.map(({ date }) => date)).toEqual([
    "2023-05",
    "2020-12",
    "2021-06",
    "2022-09",
    "2024-03",
    "2020-05-01",
    "2021-05-01",
    "2020-05",
  ]);
  for (const { text: words, start, end } of dates) expect(text.slice(start, end)).toBe(words);
  expect(writtenDatesAndMonths("13/2020; fall of 2011; may 50000; 1/2000th")).toEqual([]);
});

test("does not read a month, a year, a fraction or an impossible day as a date", () => {
  expect(writtenDates("May 2023; fall of 2011; 1/60th; 13/13/2020; February 30, 2023; 10b5-1; 16b-3")).toEqual([]);
});

test("does not end sentences at Mr., Inc., U.S. or an initial", () => {
  const text = 'Mr. J. Altman sold to X Inc. The price was in U.S. dollars. "Next."  Then 5; last';
  expect(sentences(text).map((sentence) => sentence.text)).toEqual([
    "Mr. J. Altman sold to X Inc. The price was in U.S. dollars.",
    '"Next."',
    "Then 5;",
    "last",
  ]);
  for (const { text: words, start, end } of sentences(text)) expect(text.slice(start, end)).toBe(words);
});
