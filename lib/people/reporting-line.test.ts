import { describe, expect, it } from "vitest";
import type { GapReasonKind } from "@/lib/record/balance-check";
import type { AmendmentLink } from "@/lib/record/derived-filing";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { type LineFiling, reportingLine } from "./reporting-line";

const number = (n: number) => `0000000001-21-00000${n}`;

const filing = (n: number, day: string, documentType = "4", more: Partial<LineFiling> = {}): LineFiling => ({
  accessionNumber: number(n),
  documentType,
  filingDate: day,
  orderedAt: `${day}T21:00:00.000Z`,
  notSubjectToSection16: null,
  amendment: null,
  ...more,
});

const notHeld: AmendmentLink = { amends: null, basis: "original not held" };

const row = (n: number, day: string, line = 1): SeriesRow =>
  rowForTest(
    { line, transactionDate: day, sharesOwnedFollowing: "1" },
    seriesFilingForTest({ accessionNumber: number(n), periodOfReport: day }),
  );

const gap = (
  n: number,
  day: string,
  prior: number,
  difference: string,
  kind: GapReasonKind | null = null,
  line = 1,
) => {
  const source = row(n, day, line);
  source.derived = {
    ...source.derived,
    check: {
      state: "gap",
      expected: "0",
      reported: "1",
      difference,
      missing: null,
      prior: { accessionNumber: number(prior), row: "I-1", balance: "0" },
      reason: kind && { kind, words: null, from: `${number(n)}#F1` },
    },
  };
  return source;
};

const line = (filings: LineFiling[], rows: SeriesRow[] = []) => reportingLine("1", filings, rows);
const kinds = (filings: LineFiling[], rows: SeriesRow[] = []) => line(filings, rows).steps.map(({ kind }) => kind);

describe("from Form 3 to exit", () => {
  it("follows the reports by time, in whatever order they are given", () => {
    const filings = [
      filing(4, "2023-05-01", "4", { notSubjectToSection16: true }),
      filing(2, "2021-03-02"),
      filing(1, "2021-01-05", "3"),
      filing(3, "2022-02-14", "5"),
    ];
    const { steps, missing } = line(filings);
    expect(steps).toMatchObject([
      { kind: "form 3", filing: number(1), on: "2021-01-05" },
      {
        kind: "reports",
        forms: [
          { form: "4", count: 2 },
          { form: "5", count: 1 },
        ],
        first: { filing: number(2) },
        last: { filing: number(4) },
      },
      { kind: "exit", filing: number(4), on: "2023-05-01" },
    ]);
    expect(missing).toBe(0);
  });

  it("says that the Form 3 and the exit are not in this database", () => {
    expect(kinds([filing(1, "2021-01-05")])).toEqual(["no form 3", "reports", "no exit"]);
    expect(kinds([])).toEqual([]);
  });

  it("counts amendments with the reports, but lists those without a known original separately", () => {
    const filings = [
      filing(1, "2021-01-05", "3"),
      filing(2, "2021-01-08", "3/A", { amendment: { amends: number(1), basis: "owners, form and period" } }),
      filing(3, "2021-04-01", "4/A", { amendment: notHeld }),
    ];
    expect(line(filings).steps).toMatchObject([
      { kind: "form 3" },
      { kind: "reports", forms: [], amendments: 1 },
      { kind: "original not held", basis: "original not held", filing: number(3) },
      { kind: "no exit" },
    ]);
  });

  it("starts again with a Form 3 after the exit, but not with any other report", () => {
    const exit = { notSubjectToSection16: true };
    const left = [filing(1, "2021-01-05", "3"), filing(2, "2021-06-01", "4", exit), filing(3, "2021-07-01", "4", exit)];
    expect(kinds(left)).toEqual(["form 3", "reports", "exit", "reports"]);
    expect(kinds([...left, filing(4, "2023-01-05", "3")])).toEqual([
      "form 3",
      "reports",
      "exit",
      "reports",
      "form 3",
      "no exit",
    ]);
  });
});

describe("a missing step", () => {
  const filings = [filing(1, "2021-06-07", "3"), filing(2, "2021-12-02")];

  it("lies between the two reports: 17,818 shares from 2021-06-04 to 2021-12-01", () => {
    const { steps, missing } = line(filings, [row(1, "2021-06-04"), gap(2, "2021-12-01", 1, "17818")]);
    expect(steps.map(({ kind }) => kind)).toEqual(["form 3", "missing", "reports", "no exit"]);
    expect(steps[1]).toMatchObject({
      from: "2021-06-04",
      to: "2021-12-01",
      balances: [{ difference: "17818", before: `${number(1)}#I-1`, row: `${number(2)}#I-1`, reason: null }],
      jointOwners: 0,
    });
    expect(missing).toBe(1);
  });

  it("contains all balances of a filing that go back to the same day", () => {
    const rows = [row(1, "2021-06-04"), gap(2, "2021-12-01", 1, "5"), gap(2, "2021-12-01", 1, "-6", null, 2)];
    expect(line(filings, rows).steps[1]).toMatchObject({ balances: [{ difference: "5" }, { difference: "-6" }] });
    expect(line(filings, rows).missing).toBe(2);
  });

  it("does not exist if a filing states the reason, unless the reason is a missing filing", () => {
    expect(kinds(filings, [gap(2, "2021-12-01", 1, "412", "employee plan")])).not.toContain("missing");
    expect(kinds(filings, [gap(2, "2021-12-01", 1, "412", "missing filing")])).toContain("missing");
  });

  it("has no beginning if the previous report is missing", () => {
    expect(line(filings, [gap(2, "2021-12-01", 9, "1")]).steps[1]).toMatchObject({ from: null, to: "2021-12-01" });
  });
});
