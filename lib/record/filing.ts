import type { DerivedFiling } from "./derived-filing";
import type { ReportedRow } from "./reported-row";

/** A reporting owner as named on one filing. The relationship belongs to the owner on that filing, not to the person. */
export type ReportingOwner = {
  cik: string | null;
  name: string | null;
  isDirector: boolean | null;
  isOfficer: boolean | null;
  isTenPercentOwner: boolean | null;
  isOther: boolean | null;
  officerTitle: string | null;
  otherText: string | null;
};

export type FilingIssuer = {
  cik: string | null;
  name: string | null;
  tradingSymbol: string | null;
  foreignTradingSymbol: string | null;
};

/** What a list or chart needs to know about a filing, besides its rows. */
export type Filing = {
  accessionNumber: string;
  source: "xml" | "data-set" | "paper";
  isSample: boolean;
  /** `3`, `3/A`, `4` … as filed; null if the document does not say. */
  documentType: string | null;
  /** ISO instant in UTC; null unless the submission's header is known. */
  filedAt: string | null;
  filingDate: string | null;
  /** The instant that filings are sorted by, newest first. */
  orderedAt: string;
  periodOfReport: string | null;
  dateOfOriginalSubmission: string | null;
  notSubjectToSection16: boolean | null;
  noSecuritiesOwned: boolean | null;
  /** The 10b5-1 box; null if the form has none (before April 2023). */
  aff10b5One: boolean | null;
  remarks: string | null;
  issuer: FilingIssuer;
  owners: ReportingOwner[];
};

/** A filing with its rows in the form's order, the text of its footnotes by id, and what we derived from it. */
export type FilingEntry = {
  filing: Filing;
  rows: ReportedRow[];
  notes: Record<string, string>;
  derived: DerivedFiling;
};

/** The same with the names on its signatures, where these are read. */
export type SignedEntry = FilingEntry & { signatures?: string[] };
