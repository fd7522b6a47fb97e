import type { RowColumns } from "@/lib/edgar/filing-record";
import type { FieldType } from "@/lib/record/filing-fields";
import type { RowKind, TableNumber } from "@/lib/record/reported-row";

/** The tables of a quarter, by the names of their files without `.tsv`. */
export const DATA_SET_MEMBERS = [
  "SUBMISSION",
  "REPORTINGOWNER",
  "FOOTNOTES",
  "NONDERIV_TRANS",
  "NONDERIV_HOLDING",
  "DERIV_TRANS",
  "DERIV_HOLDING",
  "OWNER_SIGNATURE",
] as const;
export type DataSetMember = (typeof DATA_SET_MEMBERS)[number];

/** The member that a file contains, by its name in any folder of an archive; null for any other file. */
export function memberOfFile(fileName: string): DataSetMember | null {
  const name = (fileName.split(/[\\/]/).pop() ?? "").toUpperCase();
  return DATA_SET_MEMBERS.find((member) => name === `${member}.TSV`) ?? null;
}

export type RowMember = Extract<DataSetMember, `${string}DERIV_${string}`>;

/** What kind of rows a member has, and the column with their order. */
export const ROW_MEMBERS: Record<RowMember, { tableNumber: TableNumber; kind: RowKind; key: string }> = {
  NONDERIV_TRANS: { tableNumber: "I", kind: "transaction", key: "NONDERIV_TRANS_SK" },
  NONDERIV_HOLDING: { tableNumber: "I", kind: "holding", key: "NONDERIV_HOLDING_SK" },
  DERIV_TRANS: { tableNumber: "II", kind: "transaction", key: "DERIV_TRANS_SK" },
  DERIV_HOLDING: { tableNumber: "II", kind: "holding", key: "DERIV_HOLDING_SK" },
};

/** A cell's column and type. `notes` is a list of footnote ids (`F1, F2`), `relationship` the list of an owner's. */
export type CellPlace = { column: string; type: FieldType | "notes" | "relationship" };

const place = (column: string, type: CellPlace["type"]): CellPlace => ({ column, type });
const field = (name: string, column: keyof RowColumns, type: FieldType) => ({
  [name]: place(column, type),
  [`${name}_FN`]: place(`${column}Footnotes`, "notes"),
});

const SUBMISSION_COLUMNS: Record<string, CellPlace> = {
  FILING_DATE: place("filingDate", "date"),
  PERIOD_OF_REPORT: place("periodOfReport", "date"),
  DATE_OF_ORIG_SUB: place("dateOfOriginalSubmission", "date"),
  NO_SECURITIES_OWNED: place("noSecuritiesOwned", "flag"),
  NOT_SUBJECT_SEC16: place("notSubjectToSection16", "flag"),
  FORM3_HOLDINGS_REPORTED: place("form3HoldingsReported", "flag"),
  FORM4_TRANS_REPORTED: place("form4TransactionsReported", "flag"),
  DOCUMENT_TYPE: place("documentType", "code"),
  ISSUERCIK: place("issuerCik", "cik"),
  ISSUERNAME: place("issuerName", "text"),
  ISSUERTRADINGSYMBOL: place("issuerTradingSymbol", "text"),
  AFF10B5ONE: place("aff10b5One", "flag"),
  REMARKS: place("remarks", "text"),
};

const OWNER_COLUMNS: Record<string, CellPlace> = {
  RPTOWNERCIK: place("cik", "cik"),
  RPTOWNERNAME: place("name", "text"),
  RPTOWNER_RELATIONSHIP: place("relationship", "relationship"),
  RPTOWNER_TITLE: place("officerTitle", "text"),
  RPTOWNER_TXT: place("otherText", "text"),
  RPTOWNER_STREET1: place("street1", "text"),
  RPTOWNER_STREET2: place("street2", "text"),
  RPTOWNER_CITY: place("city", "text"),
  RPTOWNER_STATE: place("state", "text"),
  RPTOWNER_ZIPCODE: place("zipCode", "text"),
  RPTOWNER_STATE_DESC: place("stateDescription", "text"),
  FILE_NUMBER: place("fileNumber", "text"),
};

const FOOTNOTE_COLUMNS: Record<string, CellPlace> = {
  FOOTNOTE_ID: place("footnoteId", "text"),
  FOOTNOTE_TXT: place("text", "text"),
};

const SIGNATURE_COLUMNS: Record<string, CellPlace> = {
  OWNERSIGNATURENAME: place("name", "text"),
  OWNERSIGNATUREDATE: place("date", "date"),
};

const ROW_COLUMNS: Record<string, CellPlace> = {
  ...field("SECURITY_TITLE", "securityTitle", "text"),
  ...field("CONV_EXERCISE_PRICE", "conversionOrExercisePrice", "decimal"),
  ...field("TRANS_DATE", "transactionDate", "date"),
  ...field("DEEMED_EXECUTION_DATE", "deemedExecutionDate", "date"),
  TRANS_FORM_TYPE: place("transactionFormType", "text"),
  TRANS_CODE: place("transactionCode", "code"),
  EQUITY_SWAP_INVOLVED: place("equitySwapInvolved", "flag"),
  // One place with three names: in files, in the data dictionary, and in the files of holdings.
  EQUITY_SWAP_TRANS_CD_FN: place("transactionCodingFootnotes", "notes"),
  EQUITY_SWAP_INVOLVED_FN: place("transactionCodingFootnotes", "notes"),
  TRANS_FORM_TYPE_FN: place("transactionCodingFootnotes", "notes"),
  ...field("TRANS_TIMELINESS", "timeliness", "text"),
  ...field("TRANS_SHARES", "transactionShares", "decimal"),
  ...field("TRANS_TOTAL_VALUE", "transactionTotalValue", "decimal"),
  ...field("TRANS_PRICEPERSHARE", "pricePerShare", "decimal"),
  ...field("TRANS_ACQUIRED_DISP_CD", "acquiredDisposedCode", "text"),
  // Misspelt in the file of transactions, and correct in that of holdings.
  ...field("EXCERCISE_DATE", "exerciseDate", "date"),
  ...field("EXERCISE_DATE", "exerciseDate", "date"),
  ...field("EXPIRATION_DATE", "expirationDate", "date"),
  ...field("UNDLYNG_SEC_TITLE", "underlyingSecurityTitle", "text"),
  ...field("UNDLYNG_SEC_SHARES", "underlyingSecurityShares", "decimal"),
  ...field("UNDLYNG_SEC_VALUE", "underlyingSecurityValue", "decimal"),
  ...field("SHRS_OWND_FOLWNG_TRANS", "sharesOwnedFollowing", "decimal"),
  ...field("VALU_OWND_FOLWNG_TRANS", "valueOwnedFollowing", "decimal"),
  ...field("DIRECT_INDIRECT_OWNERSHIP", "directOrIndirect", "text"),
  ...field("NATURE_OF_OWNERSHIP", "natureOfOwnership", "text"),
};

const ACCESSION_NUMBER = "ACCESSION_NUMBER";

const columnsOfMember = (member: DataSetMember): Record<string, CellPlace> => {
  switch (member) {
    case "SUBMISSION":
      return SUBMISSION_COLUMNS;
    case "REPORTINGOWNER":
      return OWNER_COLUMNS;
    case "FOOTNOTES":
      return FOOTNOTE_COLUMNS;
    case "OWNER_SIGNATURE":
      return SIGNATURE_COLUMNS;
    default:
      return ROW_COLUMNS;
  }
};

export type Header = {
  /** By position in a row: what the cell is; null for keys and unknown columns. */
  places: (CellPlace | null)[];
  accessionNumber: number;
  /** The position of the key with the order; -1 if a member has none. */
  key: number;
  /** Columns that this version does not know. Their values are kept with the row under these names. */
  unknown: { position: number; name: string }[];
  /** Columns of the data dictionary that the file lacks. */
  missing: string[];
};

/** Reads a header by names, not positions. Null if there is no column that says which filing a row belongs to. */
export function readHeader(member: DataSetMember, names: string[]): Header | null {
  const known = columnsOfMember(member);
  const key = member in ROW_MEMBERS ? ROW_MEMBERS[member as RowMember].key : null;
  const header: Header = { places: [], accessionNumber: -1, key: -1, unknown: [], missing: [] };
  const taken = new Set<string>();
  names.forEach((written, position) => {
    const name = written.trim().toUpperCase();
    const found = known[name];
    header.places.push(null);
    if (name === ACCESSION_NUMBER && header.accessionNumber < 0) header.accessionNumber = position;
    else if (name === key && header.key < 0) header.key = position;
    else if (found && !taken.has(found.column)) {
      taken.add(found.column);
      header.places[position] = found;
    } else if (name !== "") header.unknown.push({ position, name });
  });
  header.missing = [
    ...Object.entries(known).flatMap(([name, { column }]) =>
      taken.has(column) || !isExpected(member, name) ? [] : [name],
    ),
    ...(key !== null && header.key < 0 ? [key] : []),
  ];
  return header.accessionNumber < 0 ? null : header;
}

const ONLY_DERIVATIVE = /^(CONV_|TRANS_TOTAL_VALUE|EX|UNDLYNG_)/;
const ONLY_TRANSACTION = /^(TRANS_(?!FORM_TYPE)|DEEMED_|EQUITY_)/;

/** Whether the SEC's dictionary has a column in this member, under the name used in the files. */
function isExpected(member: DataSetMember, name: string): boolean {
  if (!(member in ROW_MEMBERS)) return true;
  const { tableNumber, kind } = ROW_MEMBERS[member as RowMember];
  if (name === "EQUITY_SWAP_INVOLVED_FN") return false;
  if (name.startsWith("EXCERCISE_")) return kind === "transaction" && tableNumber === "II";
  if (name.startsWith("EXERCISE_")) return kind === "holding" && tableNumber === "II";
  if (name === "TRANS_FORM_TYPE_FN") return kind === "holding";
  if (ONLY_DERIVATIVE.test(name) && tableNumber === "I") return false;
  return !(ONLY_TRANSACTION.test(name) && kind === "holding");
}
