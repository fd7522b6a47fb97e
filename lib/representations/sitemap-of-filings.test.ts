import { expect, test } from "vitest";
import { MOST_IN_SITEMAP } from "./sitemap";
import { type FilingsOfDay, sitemapsOfFilings } from "./sitemap-of-filings";

const namesOf = (counts: FilingsOfDay[]) => sitemapsOfFilings(counts).map(({ name }) => name);

test("a month that just fits into a sitemap has one, and a month with one filing more has one for each day", () => {
  const days = [
    { day: "2025-05-30", filings: 7 },
    { day: "2025-06-02", filings: 30_000 },
    { day: "2025-06-03", filings: 20_000 },
  ];
  expect(sitemapsOfFilings(days)).toEqual([
    { name: "2025-06", days: { first: "2025-06-02", last: "2025-06-03" }, skip: 0 },
    { name: "2025-05", days: { first: "2025-05-30", last: "2025-05-30" }, skip: 0 },
  ]);
  const late = [...days, { day: "2025-06-30", filings: 1 }];
  expect(sitemapsOfFilings(late).map(({ name, days }) => [name, days?.first, days?.last])).toEqual([
    ["2025-06-30", "2025-06-30", "2025-06-30"],
    ["2025-06-03", "2025-06-03", "2025-06-03"],
    ["2025-06-02", "2025-06-02", "2025-06-02"],
    ["2025-05", "2025-05-30", "2025-05-30"],
  ]);
});

test("new filings do not change the sitemaps of other days in a divided month", () => {
  const before = [
    { day: "2025-06-02", filings: 40_000 },
    { day: "2025-06-04", filings: 20_000 },
  ];
  const after = [{ day: "2025-06-02", filings: 41_000 }, { day: "2025-06-03", filings: 1 }, ...before.slice(1)];
  expect(namesOf(after)).toEqual(["2025-06-04", "2025-06-03", "2025-06-02"]);
  expect(sitemapsOfFilings(after)).toEqual(expect.arrayContaining(sitemapsOfFilings(before)));
});

test("no filing is left out, even of a day with too many, or without a day", () => {
  const sitemaps = sitemapsOfFilings([
    { day: "2025-06-02", filings: 2 * MOST_IN_SITEMAP + 1 },
    { day: null, filings: MOST_IN_SITEMAP + 1 },
    { day: "2025-07-01", filings: 0 },
  ]);
  expect(sitemaps.map(({ name, skip }) => [name, skip])).toEqual([
    ["2025-06-02", 0],
    ["2025-06-02-2", MOST_IN_SITEMAP],
    ["2025-06-02-3", 2 * MOST_IN_SITEMAP],
    ["undated", 0],
    ["undated-2", MOST_IN_SITEMAP],
  ]);
});
