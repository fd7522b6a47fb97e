import { expect, test } from "vitest";
import { printNoteCursor } from "./note-cursor";
import { NO_NOTE_SEARCH, noteSearchUrl, readNoteQuery } from "./note-query";

const read = (query: string) => readNoteQuery(new URLSearchParams(query));
const told = (query: string) => read(query).ignored.map(({ kind, name, value }) => `${kind} ${name}=${value}`);

const PLACE = { orderedAt: "2025-06-12T21:52:00.000Z", accessionNumber: "9999000001-25-000007", position: 3 };

test("reads words, filters, facts and order, and prints them in one order", () => {
  const { query, ignored } = read(
    "sort=best&fact=gift:charity&fact=plan_adopted&code=s&filed-from=2025-06-09&q=+%22weighted++average%22&fact=plan_adopted",
  );
  expect(ignored).toEqual([]);
  expect(query.search.q).toBe('"weighted average"');
  expect(query.search.facts).toEqual([
    { key: "gift", value: "charity" },
    { key: "plan_adopted", value: null },
  ]);
  expect(noteSearchUrl(query.search, query)).toBe(
    "/footnotes?q=%22weighted+average%22&filed-from=2025-06-09&code=S&fact=gift%3Acharity&fact=plan_adopted&sort=best",
  );
});

test("uses only the path for an address that asks for nothing", () => {
  const { query, ignored } = read("q=&issuer=&sort=&fact=");
  expect(query).toEqual({ search: NO_NOTE_SEARCH, order: "newest", after: null });
  expect(ignored).toEqual([]);
  expect(noteSearchUrl(query.search)).toBe("/footnotes");
});

test("reports values that data formats refuse, and names that are not filters", () => {
  expect(told("fact=bonus&fact=gift:dog&sort=oldest&after=there&code=BUY&plan=under&colour=red")).toEqual([
    "value code=BUY",
    "name plan=under",
    "name colour=red",
    "value fact=bonus",
    "value fact=gift:dog",
    "value sort=oldest",
    "value after=there",
  ]);
  expect(told("q=gift&q=charity")).toEqual(["value q=charity"]);
  expect(told(`q=${"x".repeat(201)}`)).toEqual([`value q=${"x".repeat(201)}`]);
  expect(read(`q=${"é".repeat(200)}`).query.search.q).toHaveLength(200);
});

test("reads control characters as spaces", () => {
  expect(read("q=a%00b%0A%20c").query.search.q).toBe("a b c");
});

test("cannot rank without words", () => {
  expect(told("sort=best&code=S")).toEqual(["name sort=best"]);
  expect(read("sort=best&code=S").query.order).toBe("newest");
});

test("a cursor belongs to its order", () => {
  const newest = printNoteCursor({ ...PLACE, rank: null });
  const best = printNoteCursor({ ...PLACE, rank: 0.25 });
  expect(read(`q=gift&after=${newest}`).query.after).toEqual({ ...PLACE, rank: null });
  expect(read(`q=gift&sort=best&after=${best}`).query.after).toEqual({ ...PLACE, rank: 0.25 });
  expect(told(`q=gift&sort=best&after=${newest}`)).toEqual([`value after=${newest}`]);
  expect(told(`q=gift&after=${best}`)).toEqual([`value after=${best}`]);
});
