import { UNDERIVED_FILING } from "@/lib/record/derived-filing";
import type { Filing, FilingEntry, ReportingOwner } from "@/lib/record/filing";
import { rowForTest, seriesFilingForTest } from "./row-for-test";

type Rows = Parameters<typeof rowForTest>[0][];

const filing: Filing = {
  accessionNumber: "0000000001-25-000001",
  source: "xml",
  isSample: false,
  documentType: "4",
  filedAt: null,
  filingDate: null,
  orderedAt: "2025-06-12T21:52:00.000Z",
  periodOfReport: "2025-06-10",
  dateOfOriginalSubmission: null,
  notSubjectToSection16: null,
  noSecuritiesOwned: null,
  aff10b5One: null,
  remarks: null,
  issuer: { cik: "1", name: "Kestrel Grid Systems, Inc.", tradingSymbol: "KSTG", foreignTradingSymbol: null },
  owners: [],
};

/** An owner made for a test, who states only what matters. */
export const ownerForTest = (facts: Partial<ReportingOwner> = {}): ReportingOwner => ({
  cik: null,
  name: null,
  isDirector: null,
  isOfficer: null,
  isTenPercentOwner: null,
  isOther: null,
  officerTitle: null,
  otherText: null,
  ...facts,
});

/** A filing made for a test; its rows are numbered from 1, across both tables. */
export const entryForTest = (rows: Rows, facts: Partial<Filing> = {}): FilingEntry => {
  const made = { ...filing, ...facts };
  const of = seriesFilingForTest({ accessionNumber: made.accessionNumber });
  return {
    filing: made,
    notes: {},
    derived: UNDERIVED_FILING,
    rows: rows.map((row, index) => rowForTest({ line: index + 1, ...row }, of).row),
  };
};
