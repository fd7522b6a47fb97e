/**
 * A Form 3, 4 or 5 as somebody holds it on paper or screen: cells with the text that is printed in them, before anything is
 * made of it. Every source (a page of EDGAR's viewer, a PDF, text, OCR) is brought into this one shape, and `formReading`
 * alone knows what a cell may hold.
 */

/** Where a text was read: a page and a line of the source's text (both from 1), and characters of that line (from 0, end excluded). */
export type Place = { page: number; line: number; from: number; to: number; confidence?: number };

/** What is printed in one cell. An empty text without marks is a cell that is there and empty. */
export type PrintedCell = {
  /** Text as printed, lines joined by one space, without the footnote marks. */
  text: string;
  /** The numbers of the footnote marks beside it, as printed and without brackets: `["1", "3"]`. */
  marks: string[];
  places: Place[];
  /** Why this may not be what the form says, in words for a reader; a cell without doubt was read with certainty. */
  doubt?: string;
};

/** Null where it could not be told what the form says there: what it holds is unread. */
export type Told<T> = T | null;

export type PrintedBox = { ticked: boolean; places: Place[]; doubt?: string };

/** Columns of Table I in the form's order. */
export const TABLE_I_COLUMNS = [
  "securityTitle",
  "transactionDate",
  "deemedExecutionDate",
  "code",
  "v",
  "amount",
  "acquiredDisposed",
  "price",
  "owned",
  "directOrIndirect",
  "nature",
] as const;

/** Columns of Table II in the form's order: the amount stands under (A) or under (D). */
export const TABLE_II_COLUMNS = [
  "securityTitle",
  "exercisePrice",
  "transactionDate",
  "deemedExecutionDate",
  "code",
  "v",
  "amountAcquired",
  "amountDisposed",
  "exerciseDate",
  "expirationDate",
  "underlyingTitle",
  "underlyingShares",
  "price",
  "owned",
  "directOrIndirect",
  "nature",
] as const;

export type TableIColumn = (typeof TABLE_I_COLUMNS)[number];
export type TableIIColumn = (typeof TABLE_II_COLUMNS)[number];

/**
 * A row of a table. A column that is not there is unread: the source does not show it, or it cannot be told which of the row's
 * texts stands in it. A column that the form in hand does not have (a date on a Form 3) is an empty cell.
 */
export type PrintedRow<Column extends string> = {
  cells: Partial<Record<Column, PrintedCell>>;
  /** Texts of the row that no column could be given with certainty, with their places. */
  unplaced: PrintedCell[];
};

export type PrintedTableIRow = PrintedRow<TableIColumn>;
/** `amountOfEither`: an amount of which it cannot be told whether it stands under (A) or (D). */
export type PrintedTableIIRow = PrintedRow<TableIIColumn | "amountOfEither">;

export type PrintedOwner = {
  name: Told<PrintedCell>;
  /** Lines of the street address, in order; null where it is unread. */
  street: Told<PrintedCell[]>;
  /** City, state and zip: in cells of their own, or as one printed line `CITY, ST 12345`. */
  cityLine: Told<PrintedCell>;
  city?: Told<PrintedCell>;
  state?: Told<PrintedCell>;
  zip?: Told<PrintedCell>;
  /** Pages of schema X0609 and later print the country in words, and abroad no state code. */
  country?: Told<PrintedCell>;
  /** From the address of a link, where the source has one. */
  cik?: string;
  isDirector: Told<PrintedBox>;
  isOfficer: Told<PrintedBox>;
  isTenPercentOwner: Told<PrintedBox>;
  isOther: Told<PrintedBox>;
  officerTitle: Told<PrintedCell>;
  otherText: Told<PrintedCell>;
};

export type PrintedRelationship = Pick<
  PrintedOwner,
  "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther" | "officerTitle" | "otherText"
>;

/** Of an owner of whom the source does not tell. */
export const UNTOLD_RELATIONSHIP: PrintedRelationship = {
  isDirector: null,
  isOfficer: null,
  isTenPercentOwner: null,
  isOther: null,
  officerTitle: null,
  otherText: null,
};

export type PrintedSignature = { name: Told<PrintedCell>; date: Told<PrintedCell> };
export type PrintedNote = { mark: string; text: PrintedCell };

export type PrintedForm = {
  /** What stands after FORM, or is told by the form's title. */
  form: Told<"3" | "4" | "5">;
  /** `no longer subject to Section 16`. Null where the source cannot show it. */
  exitBox: Told<PrintedBox>;
  /** The box of Rule 10b5-1(c): "absent" where the form as printed has none (before April 2023). */
  planBox: Told<PrintedBox> | "absent";
  /** Form 5 only: `Form 3 Holdings Reported`, `Form 4 Transactions Reported`. */
  form3HoldingsReported: Told<PrintedBox>;
  form4TransactionsReported: Told<PrintedBox>;
  issuerName: Told<PrintedCell>;
  /** Without its brackets. */
  tradingSymbol: Told<PrintedCell>;
  /** Without its brackets; pages of schema X0609 and later have a place for it. */
  foreignTradingSymbol?: Told<PrintedCell>;
  issuerCik?: string;
  /** Date of earliest transaction (4), of the event (3), fiscal year end (5). */
  periodOfReport: Told<PrintedCell>;
  /** `If Amendment, Date Original Filed`. */
  dateOfOriginal: Told<PrintedCell>;
  /** Form filed by one reporting person (false) or by more (true). */
  isJoint: Told<PrintedBox>;
  /** `No securities are beneficially owned` (Form 3). */
  noSecuritiesOwned: Told<PrintedBox>;
  /** All owners: the first is the one of box 1, completed from the pages of owners behind. */
  owners: PrintedOwner[];
  /** Null where a table could not be found. */
  tableI: Told<PrintedTableIRow[]>;
  tableII: Told<PrintedTableIIRow[]>;
  notes: PrintedNote[];
  remarks: Told<PrintedCell>;
  signatures: PrintedSignature[];
  /** From the address in a page's footer or a header, where there is one. */
  accessionNumber?: string;
  /** Lines of tables that could not be taken for a row, and other texts that should have been read: kept, and said to the reader. */
  unplaced: PrintedCell[];
  /** What a reader should know of the source (a page is missing, rows are cut). */
  problems: { message: string; place?: Place }[];
  /** Lists of which entries may be missing: the source shows that there are some that could not be told apart. */
  incomplete?: ("owners" | "notes" | "signatures")[];
};

/** The text of a source by pages and lines: what places point into, and what is shown beside the form. */
export type SourceText = string[][];

/** A source that was taken apart: its text, and the form as printed in it. */
export type PrintedSource = { text: SourceText; form: PrintedForm };

export const emptyCell = (places: Place[] = []): PrintedCell => ({ text: "", marks: [], places });
