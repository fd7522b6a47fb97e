import { expect, test } from "vitest";
import { noteSearchUrl, readNoteQuery } from "./note-query";
import { relaxedSearches } from "./relaxed-searches";

const relaxed = (query: string) =>
  relaxedSearches(readNoteQuery(new URLSearchParams(query)).query.search, { issuers: {}, insiders: {} }).map(
    ({ label, search }) => [label, decodeURIComponent(noteSearchUrl(search))],
  );

test("relaxes a phrase to its words, and drops each filter separately", () => {
  expect(relaxed('q="gift trust"&filed-from=2025-06-09&filed-to=2025-06-12&code=G&fact=gift')).toEqual([
    [
      "“gift” and “trust”, anywhere in the footnote",
      "/footnotes?q=gift+trust&filed-from=2025-06-09&filed-to=2025-06-12&code=G&fact=gift",
    ],
    [
      "“gift” or “trust”, anywhere in the footnote",
      "/footnotes?q=gift+or+trust&filed-from=2025-06-09&filed-to=2025-06-12&code=G&fact=gift",
    ],
    [
      "Even if they do not mention a gift",
      '/footnotes?q="gift+trust"&filed-from=2025-06-09&filed-to=2025-06-12&code=G',
    ],
    ["Any filing date", '/footnotes?q="gift+trust"&code=G&fact=gift'],
    ["Any code", '/footnotes?q="gift+trust"&filed-from=2025-06-09&filed-to=2025-06-12&fact=gift'],
    ["With any words", "/footnotes?filed-from=2025-06-09&filed-to=2025-06-12&code=G&fact=gift"],
  ]);
});

test("cannot relax a single word, and keeps alternatives", () => {
  expect(relaxed("q=gift")).toEqual([]);
  expect(relaxed("q=gift or trust")).toEqual([]);
  expect(relaxed("q=gift -trust")).toEqual([]);
});
