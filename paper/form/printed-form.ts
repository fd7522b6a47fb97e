/**
 * A Form 3, 4 or 5 as printed on paper or shown on screen: cells with their text, before anything is concluded from it. Every
 * source (a page of EDGAR's viewer, a PDF, text, OCR) is brought into this one shape, and only `formReading` knows what a cell
 * may contain.
 */

/**
 * Where a text was read: a page and a line of the source's text (both from 1), and characters of that line (from 0, end
 * excluded).
 */
export type Place = { page: number; line: number; from: number; to: number; confidence?: number };

/** What is printed in one cell. A cell with empty text and no marks was found, and is empty. */
export type PrintedCell = {
  /** Text as printed, lines joined by one space, without the footnote marks. */
  text: string;
  /** The numbers of the footnote marks next to it, as printed, without brackets: `["1", "3"]`. */
  marks: string[];
  places: Place[];
  /** Why the text may be wrong, in words for a reader. A cell without a doubt was read with certainty. */
  doubt?: string;
};

/** Null if we could not read this part of the form. */
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

/** Columns of Table II in the form's order. The amount is under (A) or (D). */
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
 * A row of a table. A missing column is unread: the source does not show it, or we cannot tell which text of the row belongs to
 * it. A column that this form does not have (a date on a Form 3) is an empty cell.
 */
export type PrintedRow<Column extends string> = {
  cells: Partial<Record<Column, PrintedCell>>;
  /** Texts of the row that we could not assign to a column with certainty, with their places. */
  unplaced: PrintedCell[];
};

export type PrintedTableIRow = PrintedRow<TableIColumn>;
/** `amountOfEither`: an amount that may be under (A) or under (D). */
export type PrintedTableIIRow = PrintedRow<TableIIColumn | "amountOfEither">;

export type PrintedOwner = {
  name: Told<PrintedCell>;
  /** Lines of the street address, in order; null if it is unread. */
  street: Told<PrintedCell[]>;
  /** City, state and zip: in separate cells, or as one printed line `CITY, ST 12345`. */
  cityLine: Told<PrintedCell>;
  city?: Told<PrintedCell>;
  state?: Told<PrintedCell>;
  zip?: Told<PrintedCell>;
  /** Pages of schema X0609 and later print the country in words, and no state code for addresses abroad. */
  country?: Told<PrintedCell>;
  /** From the address of a link, if the source has one. */
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

/** For an owner whose relationship the source does not show. */
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
  /** What follows FORM, or what the form's title implies. */
  form: Told<"3" | "4" | "5">;
  /** `no longer subject to Section 16`. Null if the source cannot show it. */
  exitBox: Told<PrintedBox>;
  /** The box of Rule 10b5-1(c): "absent" if the printed form has none (before April 2023). */
  planBox: Told<PrintedBox> | "absent";
  /** Form 5 only: `Form 3 Holdings Reported`, `Form 4 Transactions Reported`. */
  form3HoldingsReported: Told<PrintedBox>;
  form4TransactionsReported: Told<PrintedBox>;
  issuerName: Told<PrintedCell>;
  /** Without its brackets. */
  tradingSymbol: Told<PrintedCell>;
  /** Without its brackets. Pages of schema X0609 and later have a place for it. */
  foreignTradingSymbol?: Told<PrintedCell>;
  issuerCik?: string;
  /** Date of the earliest transaction (4), date of the event (3), or end of the fiscal year (5). */
  periodOfReport: Told<PrintedCell>;
  /** `If Amendment, Date Original Filed`. */
  dateOfOriginal: Told<PrintedCell>;
  /** Whether the form was filed by more than one reporting person. */
  isJoint: Told<PrintedBox>;
  /** `No securities are beneficially owned` (Form 3). */
  noSecuritiesOwned: Told<PrintedBox>;
  /** All owners. The first is the one in box 1, completed from the pages of owners at the end. */
  owners: PrintedOwner[];
  /** Null if a table was not found. */
  tableI: Told<PrintedTableIRow[]>;
  tableII: Told<PrintedTableIIRow[]>;
  notes: PrintedNote[];
  remarks: Told<PrintedCell>;
  signatures: PrintedSignature[];
  /** From the address in a page's footer or header, if there is one. */
  accessionNumber?: string;
  /**
   * Lines of tables that did not form a row, and other texts that should have been read. They are kept and shown to the reader.
   */
  unplaced: PrintedCell[];
  /** What a reader should know about the source (a page is missing, rows are cut off). */
  problems: { message: string; place?: Place }[];
  /** Lists that may lack entries: the source shows that there are some that we could not separate. */
  incomplete?: ("owners" | "notes" | "signatures")[];
};

/** The text of a source by pages and lines: what places refer to, and what is shown next to the form. */
export type SourceText = string[][];

/** A parsed source: its text, and the form printed in it. */
export type PrintedSource = { text: SourceText; form: PrintedForm };

export const emptyCell = (places: Place[] = []): PrintedCell => ({ text: "", marks: [], places });
