import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FoundNote } from "@/lib/note-search/note-search";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import { entryForTest } from "@/testing/entry-for-test";
import { FoundNotes } from "./found-notes";

const TEXT = `Sold in several trades at prices from $10.00 to $10.75. The price is a weighted average. ${"More is told to the staff upon request. ".repeat(7).trim()}`;

const RANGE = "$10.00 to $10.75";
const AT = TEXT.indexOf(RANGE);

const sale = {
  transactionCode: "S",
  transactionDate: "2025-06-10",
  transactionShares: "10",
  acquiredDisposedCode: "D",
  pricePerShare: ["10.5", "F1"] as [string, string],
};

/** A footnote of a filing, cited by the given number of sales. */
function note(sales: number, more: Partial<FoundNote> = {}): FoundNote {
  const entry = entryForTest(
    Array.from({ length: sales }, () => sale),
    { owners: [], filingDate: "2025-06-12" },
  );
  entry.notes.F1 = TEXT;
  return {
    entry,
    position: 1,
    footnoteId: "F1",
    text: TEXT,
    snippet: [
      {
        parts: [
          { text: "The price is a ", isMatch: false },
          { text: "weighted", isMatch: true },
        ],
        isCutBefore: true,
        isCutBehind: true,
      },
    ],
    rows: entry.rows,
    facts: {
      priceRanges: { value: [{ low: "10.00", high: "10.75", currency: "USD" }], spans: [[AT, AT + RANGE.length]] },
    },
    ...more,
  };
}

const html = (found: FoundNote) => renderToStaticMarkup(<FoundNotes notes={[found]} names={{}} />);
const text = (found: FoundNote) =>
  html(found)
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");

test("shows the passages of a long footnote, and on request its whole text with matches and stated facts marked", () => {
  const shown = html(note(1));
  expect(shown).toContain('… The price is a <mark class="is-match">weighted</mark> … ');
  const whole = shown.match(/<details.*<\/details>/s)?.[0] ?? "";
  expect(whole).toContain(`<mark>${RANGE}</mark>`);
  expect(whole).toContain('<mark class="is-match">weighted</mark>');
  expect(whole.replaceAll(/<[^>]*>/g, "")).toBe(`Whole text${TEXT}`);
  expect(text(note(1))).toContain("Price range: $10.00–10.75");
});

test("has nothing to open if the footnote is shown in full", () => {
  const parts = [{ text: TEXT, isMatch: false }];
  const shown = html(note(1, { snippet: [{ parts, isCutBefore: false, isCutBehind: false }] }));
  expect(shown).not.toContain("<details");
  expect(shown).toContain(`<mark>${RANGE}</mark>`);
});

test("shows a short footnote in full, since little would be left out", () => {
  const [text, snippet] = [
    "A gift.",
    [{ parts: [{ text: "gift", isMatch: true }], isCutBefore: true, isCutBehind: true }],
  ];
  const shown = html(note(1, { text, snippet, facts: {} }));
  expect(shown).toContain('>A <mark class="is-match">gift</mark>.</p>');
  expect(shown).not.toContain("<details");
});

test("lists the rows that cite the footnote, and counts the rest", () => {
  expect(text(note(5))).toContain("Cited by price");
  expect(text(note(5))).not.toContain("more row");
  expect(html(note(8))).toContain('<a href="/filings/0000000001-25-000001#F1">and 3 more rows</a>');
});

test("says that an amendment has replaced a row", () => {
  const found = note(1);
  const replaced = {
    ...found.entry,
    derived: {
      ...found.entry.derived,
      rows: { "I-1": { ...NOTHING_DERIVED, supersededBy: "0000000001-25-000002#I-1" } },
    },
  };
  expect(html({ ...found, entry: replaced })).toContain(
    '<a href="/filings/0000000001-25-000002#I-1">Replaced by an amendment</a>',
  );
});

test("says that remarks apply to the whole filing, and that no row cites a footnote", () => {
  const remarks = html(note(1, { position: 0, footnoteId: null, rows: [] }));
  expect(remarks).toContain('<a href="/filings/0000000001-25-000001#remarks">Remarks<span');
  expect(remarks).toContain("Applies to the whole filing");
  expect(html(note(1, { rows: [] }))).toContain("No row cites this footnote");
});
