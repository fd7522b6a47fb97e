import { describe, expect, it } from "vitest";
import type { FilingForm, FormOwner } from "@/lib/edgar/filing-form";
import { listedNotes } from "@/lib/footnotes/listed-notes";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { attachDerived } from "@/testing/attach-derived";
import { entryForTest } from "@/testing/entry-for-test";
import type { rowForTest } from "@/testing/row-for-test";
import { type ComparedFiling, compareFilings } from "./compare-filings";

type Rows = Parameters<typeof entryForTest>[0];
type Short = Parameters<typeof rowForTest>[0];

const ORIGINAL = "0000000001-25-000001";
const AMENDMENT = "0000000001-25-000002";
const LATER = "0000000001-25-000003";

const owner: FormOwner = {
  cik: "2",
  name: "Tollefsen Ingrid M",
  isDirector: true,
  isOfficer: null,
  isTenPercentOwner: null,
  isOther: null,
  officerTitle: null,
  otherText: null,
  address: ["1 Harbor Road", "Astoria, OR 97103"],
  unread: new Set(),
};

const form = (facts: Partial<FilingForm> = {}): FilingForm => ({
  documentType: "4",
  schemaVersion: "X0508",
  periodOfReport: "2025-03-03",
  dateOfOriginalSubmission: null,
  noSecuritiesOwned: null,
  notSubjectToSection16: null,
  form3HoldingsReported: null,
  form4TransactionsReported: null,
  aff10b5One: false,
  remarks: null,
  owners: [owner],
  signatures: [],
  unread: new Set(),
  ...facts,
});

const sale = (line: number, shares: string, held: string, other: Short = {}): Short => ({
  line,
  transactionCode: "S",
  transactionDate: "2025-03-03",
  transactionShares: shares,
  pricePerShare: "10.40",
  acquiredDisposedCode: "D",
  sharesOwnedFollowing: held,
  ...other,
});

const entry = (accessionNumber: string, day: string, rows: Rows, facts: Partial<Filing> = {}): FilingEntry =>
  entryForTest(rows, {
    accessionNumber,
    filingDate: day,
    orderedAt: `${day}T21:00:00.000Z`,
    periodOfReport: "2025-03-03",
    owners: [{ ...owner }],
    ...facts,
  });

const amended = (accessionNumber: string, day: string, rows: Rows, facts: Partial<Filing> = {}): FilingEntry =>
  entry(accessionNumber, day, rows, { documentType: "4/A", dateOfOriginalSubmission: "2025-03-04", ...facts });

type Side = { entry: FilingEntry; form?: Partial<FilingForm>; notes?: Record<string, string> };

/** The filings to compare, with what is derived from all of them together. */
function compare(original: Side, amendment: Side, later: FilingEntry[] = []) {
  const entries = attachDerived(
    [original, amendment].map(({ entry: of, notes }) => ({ ...of, notes: notes ?? {} })).concat(later),
  );
  const compared = ({ form: facts, notes = {} }: Side, index: number): ComparedFiling => {
    const of = entries[index];
    if (!of) throw new Error("Not derived.");
    const listed = Object.entries(notes).map(([footnoteId, text], at) => ({
      position: at + 1,
      footnoteId,
      text,
      spelling: null,
      extra: null,
    }));
    return { entry: of, form: form(facts), notes: listedNotes(listed, of.rows) };
  };
  return compareFilings(compared(original, 0), compared(amendment, 1));
}

describe("rows", () => {
  it("500 sold and 9,500 owned became 501 and 9,499; repeated values are not changes", () => {
    const { rows, added, notRestated, facts, notes } = compare(
      { entry: entry(ORIGINAL, "2025-03-04", [sale(1, "500", "9500"), sale(2, "100", "9399")]) },
      { entry: amended(AMENDMENT, "2025-03-10", [sale(1, "501", "9499.0"), sale(2, "100", "9399.00")]) },
    );
    expect(rows).toEqual([
      {
        original: "I-1",
        amendment: "I-1",
        changes: [
          {
            field: "transactionShares",
            original: { value: "500", notes: [] },
            amendment: { value: "501", notes: [] },
          },
          {
            field: "sharesOwnedFollowing",
            original: { value: "9500", notes: [] },
            amendment: { value: "9499.0", notes: [] },
          },
        ],
      },
      { original: "I-2", amendment: "I-2", changes: [] },
    ]);
    expect([added, notRestated, facts, notes]).toEqual([[], [], [], []]);
  });

  it("a row that the amendment adds, and one that it does not restate", () => {
    const { rows, added, notRestated } = compare(
      { entry: entry(ORIGINAL, "2025-03-04", [sale(1, "500", "9500"), sale(2, "100", "9400")]) },
      {
        entry: amended(AMENDMENT, "2025-03-10", [
          sale(1, "100", "9400", { pricePerShare: "10.41" }),
          sale(2, "77", "9323", { transactionDate: "2025-03-04" }),
        ]),
      },
    );
    expect(rows.map(({ original, amendment }) => [original, amendment])).toEqual([["I-2", "I-1"]]);
    expect([added, notRestated]).toEqual([["I-2"], ["I-1"]]);
  });

  it("in a chain the first amendment is still compared with the original, although a later one replaced both", () => {
    const { rows } = compare(
      { entry: entry(ORIGINAL, "2025-03-04", [sale(1, "500", "9500")]) },
      { entry: amended(AMENDMENT, "2025-03-10", [sale(1, "501", "9499")]) },
      [amended(LATER, "2025-03-12", [sale(1, "502", "9498")])],
    );
    expect(rows).toMatchObject([{ original: "I-1", amendment: "I-1", changes: [{}, {}] }]);
  });

  it("notes are compared by their text: a new number is not a change", () => {
    const [of, by] = [
      entry(ORIGINAL, "2025-03-04", [sale(1, "500", "9500", { pricePerShare: ["10.40", "F1"] })]),
      amended(AMENDMENT, "2025-03-10", [sale(1, "500", "9500", { pricePerShare: ["10.40", "F2"] })]),
    ];
    const price = "The average of prices from $10.38 to $10.44.";
    const same = compare(
      { entry: of, notes: { F1: price } },
      { entry: by, notes: { F1: "Filed to add a note.", F2: price } },
    );
    expect(same.rows[0]?.changes).toEqual([]);
    expect(same.notes).toEqual([{ original: null, amendment: { id: "F1", text: "Filed to add a note." } }]);

    const corrected = "The average of prices from $10.38 to $10.49.";
    const other = compare({ entry: of, notes: { F1: price } }, { entry: by, notes: { F2: corrected } });
    expect(other.rows[0]?.changes).toEqual([
      {
        field: "pricePerShare",
        original: { value: "10.40", notes: [{ id: "F1", text: price }] },
        amendment: { value: "10.40", notes: [{ id: "F2", text: corrected }] },
      },
    ]);
    expect(other.notes).toEqual([{ original: { id: "F1", text: price }, amendment: { id: "F2", text: corrected } }]);
  });
});

describe("facts outside the tables", () => {
  const of = entry(ORIGINAL, "2025-03-04", [sale(1, "500", "9500")]);
  const by = amended(AMENDMENT, "2025-03-10", [sale(1, "500", "9500")]);

  it("being an amendment of that day is not a difference; an unchecked and a missing box mean the same", () => {
    const { facts } = compare(
      { entry: of, form: { notSubjectToSection16: null } },
      {
        entry: by,
        form: { documentType: "4/A", dateOfOriginalSubmission: "2025-03-04", notSubjectToSection16: false },
      },
    );
    expect(facts).toEqual([]);
  });

  it("period, boxes, remarks, and the 10b5-1 box if the form had none", () => {
    const { facts } = compare(
      { entry: of, form: { aff10b5One: null, remarks: "Late  by mistake." } },
      {
        entry: by,
        form: {
          aff10b5One: false,
          periodOfReport: "2025-03-02",
          notSubjectToSection16: true,
          remarks: "Late by mistake.",
        },
      },
    );
    expect(facts).toEqual([
      { fact: "periodOfReport", owner: null, original: "2025-03-03", amendment: "2025-03-02" },
      { fact: "notSubjectToSection16", owner: null, original: null, amendment: "true" },
      { fact: "aff10b5One", owner: null, original: null, amendment: "false" },
    ]);
  });

  it("owners: one's title, one left out, one added", () => {
    const harrow: FormOwner = { ...owner, cik: "3", name: "Harrow Street Partners, L.P.", isDirector: null };
    const { facts } = compare(
      { entry: of, form: { owners: [owner, harrow] } },
      {
        entry: by,
        form: {
          owners: [
            { ...owner, isOfficer: true, officerTitle: "CFO" },
            { ...harrow, cik: "4", name: "Harrow GP" },
          ],
        },
      },
    );
    expect(facts).toEqual([
      { fact: "isOfficer", owner: owner.name, original: null, amendment: "true" },
      { fact: "officerTitle", owner: owner.name, original: null, amendment: "CFO" },
      { fact: "reportingOwner", owner: harrow.name, original: harrow.name, amendment: null },
      { fact: "reportingOwner", owner: "Harrow GP", original: null, amendment: "Harrow GP" },
    ]);
  });
});
