import type { Day } from "@/db/sample/calendar";

/**
 * A field as a filer fills it in: a value, notes, or both. Notes are texts here; the serialiser numbers them in order of
 * first use, and the same text is one footnote. In a text, `{self}` stands for the note's own number.
 */
export type Cell = { value: string | null; notes: readonly string[] };

export const cell = (value: string | null, ...notes: readonly string[]): Cell => ({ value, notes });
export const noteOnly = (...notes: readonly string[]): Cell => ({ value: null, notes });

export type Code =
  | "P"
  | "S"
  | "A"
  | "D"
  | "F"
  | "I"
  | "M"
  | "C"
  | "E"
  | "H"
  | "O"
  | "X"
  | "G"
  | "L"
  | "W"
  | "Z"
  | "J"
  | "U";

/** The columns of Table II that Table I has not. */
export type DerivativeTerms = {
  exercisePrice: Cell;
  exerciseDate: Cell;
  expirationDate: Cell;
  underlyingTitle: string;
};

/** Why a balance is not the one before plus or minus the row: planned, and known to the tests. */
export type GapReason =
  | "stock purchase plan"
  | "dividend reinvestment"
  | "retirement plan"
  | "change of form"
  | "unexplained"
  | "missing filing"
  | "split"
  | "filer's mistake";

type RowBase = {
  title: Cell;
  terms: DerivativeTerms | null;
  underlying: { shares: Cell } | { value: Cell } | null;
  following: Cell;
  /** The balance is in dollars: convertible notes. */
  inDollars: boolean;
  directOrIndirect: Cell;
  nature: Cell | null;
  gap: GapReason | null;
};

export type TransactionRow = RowBase & {
  kind: "transaction";
  date: Cell;
  deemedDate: Cell | null;
  formType: "4" | "5";
  code: Code;
  codeNotes: readonly string[];
  equitySwap: boolean;
  timeliness: "E" | "L" | null;
  amount: Cell;
  price: Cell;
  acquiredDisposed: Cell;
};

export type HoldingRow = RowBase & {
  kind: "holding";
  /** A holding that a Form 3 should have reported, on a Form 5. */
  lateForm3: boolean;
};

export type Row = TransactionRow | HoldingRow;

export type Role = {
  director: boolean;
  officerTitle: string | null;
  tenPercent: boolean;
  other: string | null;
};

export type Address = {
  street1: string;
  street2: string;
  city: string;
  /** A state's code; outside the United States EDGAR's code of the country or province. */
  state: string;
  zip: string;
  /** The country or province in words, where it is not one of the United States. */
  foreign: string | null;
};

export type OwnerOnFiling = { cik: string; name: string; formerName: string | null; address: Address; role: Role };

export type IssuerOnFiling = {
  cik: string;
  name: string;
  symbol: string;
  foreignSymbol: string | null;
  formerNames: readonly { name: string; changed: Day }[];
};

export type DocumentType = "3" | "3/A" | "4" | "4/A" | "5" | "5/A";

export type Filing = {
  documentType: DocumentType;
  filed: Day;
  /** Seconds since midnight in New York. */
  acceptedAt: number;
  period: string;
  issuer: IssuerOnFiling;
  owners: OwnerOnFiling[];
  /** The 10b5-1 box; on the forms that ask. */
  underPlan: boolean;
  noSecuritiesOwned: boolean;
  exit: boolean;
  form3HoldingsReported: boolean;
  form4TransactionsReported: boolean;
  dateOfOriginal: Day | null;
  tableI: Row[];
  tableII: Row[];
  /** Notes that no field refers to. */
  looseNotes: string[];
  remarks: string;
  signatures: { name: string; date: string }[];
  style: FilerStyle;
  comment: string | null;
  /** Restated in full by a later amendment. */
  superseded: boolean;
  /** Names of the odd shapes that the filing shows. */
  oddities: string[];
};

/** Habits of the software and the people that prepare an issuer's filings. */
export type FilerStyle = {
  booleans: readonly ["0" | "false", "1" | "true"];
  /** Flags that are not set are left out. */
  omitsFalse: boolean;
  /** Optional elements without content are written all the same. */
  keepsEmpty: boolean;
  /** Direct ownership gets a nature with an empty value. */
  emptyNature: boolean;
  /** Decimal places of shares and prices at least. */
  sharePlaces: number;
  pricePlaces: number;
  oneLine: boolean;
  fileName: "form4.xml" | "ownership.xml" | "wk-form4" | "primary_doc.xml" | "edgardoc.xml";
};
