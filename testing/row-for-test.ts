import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { Field, ReportedRow } from "@/lib/record/reported-row";
import type { SeriesFiling, SeriesRow } from "@/lib/record/row-in-filing";

const empty: Field = { value: null, footnotes: [] };

type FieldName = { [Name in keyof ReportedRow]: ReportedRow[Name] extends Field ? Name : never }[keyof ReportedRow];
type Plain = Omit<ReportedRow, FieldName>;

/** Fields as `"value"` or `["value", "F1"]`, the rest as in a row. */
type Short = Partial<Plain> & { [Name in FieldName]?: string | null | [string | null, ...string[]] };

const field = (short: string | null | [string | null, ...string[]] | undefined): Field => {
  if (short === undefined) return empty;
  if (!Array.isArray(short)) return { value: short, footnotes: [] };
  const [value, ...footnotes] = short;
  return { value, footnotes };
};

export const seriesFilingForTest = (facts: Partial<SeriesFiling> = {}): SeriesFiling => ({
  accessionNumber: "0000000001-25-000001",
  filedAt: null,
  filingDate: null,
  periodOfReport: null,
  documentType: "4",
  owners: ["2"],
  orderedAt: `${facts.filedAt ?? facts.filingDate ?? facts.periodOfReport ?? "0001-01-01"}`,
  aff10b5One: null,
  notes: {},
  facts: new Map(),
  ...facts,
});

/** A row made for a test, which names only what matters. */
export function rowForTest(short: Short, filing: SeriesFiling = seriesFilingForTest()): SeriesRow {
  return {
    issuerCik: "1",
    derived: NOTHING_DERIVED,
    filing,
    row: {
      accessionNumber: filing.accessionNumber,
      tableNumber: short.tableNumber ?? "I",
      line: short.line ?? 1,
      lineIsFiled: true,
      kind: short.kind ?? "transaction",
      transactionFormType: short.transactionFormType ?? null,
      transactionCode: short.transactionCode ?? null,
      equitySwapInvolved: null,
      transactionCodingFootnotes: short.transactionCodingFootnotes ?? [],
      rowFootnotes: short.rowFootnotes ?? [],
      unread: short.unread ?? [],
      uncertain: short.uncertain ?? [],
      securityTitle: field(short.securityTitle ?? "Common Stock"),
      conversionOrExercisePrice: field(short.conversionOrExercisePrice),
      transactionDate: field(short.transactionDate),
      deemedExecutionDate: field(short.deemedExecutionDate),
      timeliness: field(short.timeliness),
      transactionShares: field(short.transactionShares),
      transactionTotalValue: field(short.transactionTotalValue),
      pricePerShare: field(short.pricePerShare),
      acquiredDisposedCode: field(short.acquiredDisposedCode),
      exerciseDate: field(short.exerciseDate),
      expirationDate: field(short.expirationDate),
      underlyingSecurityTitle: field(short.underlyingSecurityTitle),
      underlyingSecurityShares: field(short.underlyingSecurityShares),
      underlyingSecurityValue: field(short.underlyingSecurityValue),
      sharesOwnedFollowing: field(short.sharesOwnedFollowing),
      valueOwnedFollowing: field(short.valueOwnedFollowing),
      directOrIndirect: field(short.directOrIndirect ?? "D"),
      natureOfOwnership: field(short.natureOfOwnership),
    },
  };
}

/** The Form 4 of one day in July 2013: an exercise of 13,200 options and two sales. */
export const saxonRows = (): SeriesRow[] => {
  const filing = seriesFilingForTest({
    accessionNumber: "0000000002-13-000001",
    filingDate: "2013-07-15",
    periodOfReport: "2013-07-15",
    notes: { F1: "Effected pursuant to a Rule 10b5-1 trading plan adopted on September 19, 2011." },
  });
  const row = (short: Short) => rowForTest({ transactionDate: "2013-07-15", ...short }, filing);
  return [
    row({
      line: 1,
      transactionCode: "M",
      transactionShares: "13200",
      pricePerShare: "6.36",
      acquiredDisposedCode: "A",
      sharesOwnedFollowing: "167577",
    }),
    row({
      line: 2,
      transactionCode: "S",
      transactionShares: "5688",
      pricePerShare: "39.0616",
      acquiredDisposedCode: "D",
      sharesOwnedFollowing: "161889",
      securityTitle: ["Common Stock", "F1"],
    }),
    row({
      line: 3,
      transactionCode: "S",
      transactionShares: "1975",
      pricePerShare: "40.1352",
      acquiredDisposedCode: "D",
      sharesOwnedFollowing: "159914",
      securityTitle: ["Common Stock", "F1"],
    }),
    row({
      tableNumber: "II",
      line: 1,
      securityTitle: "Stock Option",
      transactionCode: "M",
      conversionOrExercisePrice: "6.36",
      transactionShares: "13200",
      acquiredDisposedCode: "D",
      underlyingSecurityShares: "13200",
    }),
  ];
};
