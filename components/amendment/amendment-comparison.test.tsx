import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ComparedFiling, FilingComparison } from "@/lib/amendments/compare-filings";
import { NOTHING_DERIVED, UNDERIVED_FILING } from "@/lib/record/derived-filing";
import { entryForTest } from "@/testing/entry-for-test";
import { AmendmentComparison } from "./amendment-comparison";

const filing = (accessionNumber: string, documentType: string, filingDate: string, rows: number): ComparedFiling => ({
  entry: entryForTest(
    Array.from({ length: rows }, () => ({})),
    { accessionNumber, documentType, filingDate },
  ),
  form: {
    documentType,
    schemaVersion: null,
    periodOfReport: null,
    dateOfOriginalSubmission: null,
    noSecuritiesOwned: null,
    notSubjectToSection16: null,
    form3HoldingsReported: null,
    form4TransactionsReported: null,
    aff10b5One: null,
    remarks: null,
    owners: [],
    signatures: [],
    unread: new Set(),
  },
  notes: [],
});

const original = filing("0000000001-25-000001", "4", "2025-03-04", 4);
const amendment = filing("0000000001-25-000002", "4/A", "2025-03-10", 3);

const NOTHING: FilingComparison = {
  original: original.entry.filing.accessionNumber,
  amendment: amendment.entry.filing.accessionNumber,
  rows: [],
  added: [],
  notRestated: [],
  facts: [],
  notes: [],
};

const html = (differences: Partial<FilingComparison>, of = 1) =>
  renderToStaticMarkup(
    <AmendmentComparison
      original={original}
      amendment={amendment}
      differences={{ ...NOTHING, ...differences }}
      place={1}
      of={of}
    />,
  );

const words = (text: string): string =>
  text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

it("shows differing cells side by side, and footnotes only where they differ", () => {
  const of = html({
    rows: [
      {
        original: "I-1",
        amendment: "I-2",
        changes: [
          {
            field: "sharesOwnedFollowing",
            original: { value: "9500", notes: [] },
            amendment: { value: "9499.50", notes: [] },
          },
          {
            field: "pricePerShare",
            original: { value: "10.40", notes: [{ id: "F1", text: "An average." }] },
            amendment: { value: "10.40", notes: [] },
          },
        ],
      },
    ],
    facts: [{ fact: "notSubjectToSection16", owner: null, original: null, amendment: "true" }],
    notes: [{ original: { id: "F1", text: "An average." }, amendment: null }],
  });
  expect(words(of)).toBe(
    "What the amendment changed Only the cells that differ Cells that differ between the original and the amendment Cell " +
      "Original: Form 4 filed March 4, 2025 Amendment: Form 4/A filed March 10, 2025 " +
      "Row I·2 , replaces row I·1 of the original Owned following 9,500 9,499.50 " +
      "Price $10.40 footnote 1 An average. $10.40 " +
      "Outside the tables No longer subject to Section 16 not checked checked Footnotes Footnote 1 An average. no such footnote",
  );
  expect(of).toContain('href="/filings/0000000001-25-000001#I-1"');
});

it("lists rows that are restated without changes, added, not restated, or restated by another amendment", () => {
  original.entry.derived = {
    ...UNDERIVED_FILING,
    rows: { "I-4": { ...NOTHING_DERIVED, supersededBy: "0000000001-25-000003#I-1" } },
  };
  const of = html(
    { rows: [{ original: "I-1", amendment: "I-1", changes: [] }], added: ["I-2", "I-3"], notRestated: ["I-2", "I-4"] },
    2,
  );
  expect(words(of)).toBe(
    "What the amendment changed Amendment 1 of 2, compared with the original Everything it restates is the same as in the original. " +
      "Restated without changes: row I·1 Added: rows I·2 and I·3 " +
      "Not restated, so still counted as filed: row I·2 of the original " +
      "Restated by another amendment, not by this one: row I·4 of the original",
  );
});
