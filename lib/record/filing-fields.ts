/**
 * The place of each column of a stored filing in the ownershipDocument. The same table is used to split a document into columns
 * and to rebuild it.
 */
/** A `code` is a short text that filings can be found by. */
export type FieldType = "text" | "code" | "decimal" | "date" | "flag" | "cik";
export type FieldPlace = {
  path: readonly string[];
  type: FieldType;
  /** True for an element with a `<value>` and footnotes, false for a leaf. */
  isField: boolean;
};

const leaf = <T extends FieldType>(type: T, ...path: string[]) => ({ path, type, isField: false as const });
const field = <T extends FieldType>(type: T, ...path: string[]) => ({ path, type, isField: true as const });

export const FILING_FIELDS = {
  schemaVersion: leaf("code", "schemaVersion"),
  documentType: leaf("code", "documentType"),
  periodOfReport: leaf("date", "periodOfReport"),
  dateOfOriginalSubmission: leaf("date", "dateOfOriginalSubmission"),
  noSecuritiesOwned: leaf("flag", "noSecuritiesOwned"),
  notSubjectToSection16: leaf("flag", "notSubjectToSection16"),
  form3HoldingsReported: leaf("flag", "form3HoldingsReported"),
  form4TransactionsReported: leaf("flag", "form4TransactionsReported"),
  issuerCik: leaf("cik", "issuer", "issuerCik"),
  issuerName: leaf("text", "issuer", "issuerName"),
  issuerTradingSymbol: leaf("text", "issuer", "issuerTradingSymbol"),
  issuerForeignTradingSymbol: leaf("text", "issuer", "issuerForeignTradingSymbol"),
  aff10b5One: leaf("flag", "aff10b5One"),
  remarks: leaf("text", "remarks"),
} satisfies Record<string, FieldPlace>;

const address = (name: string) => leaf("text", "reportingOwnerAddress", name);
const relationship = <T extends FieldType>(type: T, name: string) => leaf(type, "reportingOwnerRelationship", name);

export const OWNER_FIELDS = {
  cik: leaf("cik", "reportingOwnerId", "rptOwnerCik"),
  name: leaf("text", "reportingOwnerId", "rptOwnerName"),
  street1: address("rptOwnerStreet1"),
  street2: address("rptOwnerStreet2"),
  city: address("rptOwnerCity"),
  state: address("rptOwnerState"),
  zipCode: address("rptOwnerZipCode"),
  stateDescription: address("rptOwnerStateDescription"),
  nonUSAddressFlag: leaf("flag", "reportingOwnerAddress", "rptOwnerNonUSAddressFlag"),
  nonUSStateTerritory: address("rptOwnerNonUSStateTerritory"),
  country: address("rptOwnerCountry"),
  isDirector: relationship("flag", "isDirector"),
  isOfficer: relationship("flag", "isOfficer"),
  isTenPercentOwner: relationship("flag", "isTenPercentOwner"),
  isOther: relationship("flag", "isOther"),
  officerTitle: relationship("text", "officerTitle"),
  otherText: relationship("text", "otherText"),
} satisfies Record<string, FieldPlace>;

export const FOOTNOTE_FIELDS = {
  footnoteId: leaf("text", "id"),
  text: leaf("text", "text"),
} satisfies Record<string, FieldPlace>;

export const SIGNATURE_FIELDS = {
  name: leaf("text", "signatureName"),
  date: leaf("date", "signatureDate"),
} satisfies Record<string, FieldPlace>;

export const ROW_FIELDS = {
  securityTitle: field("text", "securityTitle"),
  conversionOrExercisePrice: field("decimal", "conversionOrExercisePrice"),
  transactionDate: field("date", "transactionDate"),
  deemedExecutionDate: field("date", "deemedExecutionDate"),
  transactionFormType: leaf("text", "transactionCoding", "transactionFormType"),
  transactionCode: leaf("code", "transactionCoding", "transactionCode"),
  equitySwapInvolved: leaf("flag", "transactionCoding", "equitySwapInvolved"),
  timeliness: field("text", "transactionTimeliness"),
  transactionShares: field("decimal", "transactionAmounts", "transactionShares"),
  transactionTotalValue: field("decimal", "transactionAmounts", "transactionTotalValue"),
  pricePerShare: field("decimal", "transactionAmounts", "transactionPricePerShare"),
  acquiredDisposedCode: field("text", "transactionAmounts", "transactionAcquiredDisposedCode"),
  exerciseDate: field("date", "exerciseDate"),
  expirationDate: field("date", "expirationDate"),
  underlyingSecurityTitle: field("text", "underlyingSecurity", "underlyingSecurityTitle"),
  underlyingSecurityShares: field("decimal", "underlyingSecurity", "underlyingSecurityShares"),
  underlyingSecurityValue: field("decimal", "underlyingSecurity", "underlyingSecurityValue"),
  sharesOwnedFollowing: field("decimal", "postTransactionAmounts", "sharesOwnedFollowingTransaction"),
  valueOwnedFollowing: field("decimal", "postTransactionAmounts", "valueOwnedFollowingTransaction"),
  directOrIndirect: field("text", "ownershipNature", "directOrIndirectOwnership"),
  natureOfOwnership: field("text", "ownershipNature", "natureOfOwnership"),
} satisfies Record<string, FieldPlace>;

/** A column of a row of Table I or II. */
export type RowColumn = keyof typeof ROW_FIELDS;

/** Footnotes of an element with other children, rather than of a value. */
export const ROW_FOOTNOTES = {
  transactionCodingFootnotes: ["transactionCoding"],
  rowFootnotes: [],
} as const satisfies Record<string, readonly string[]>;

const LAYOUT_OF_2003 = {
  ...ROW_FIELDS,
  pricePerShare: field("decimal", "transactionAmounts", "transactionValue"),
};

/** A holding of 2003 states what is owned in `transactionShares`. Everything else it says stays in its place. */
const { transactionShares: _amount, ...HOLDING_FIELDS_OF_2003 } = {
  ...LAYOUT_OF_2003,
  sharesOwnedFollowing: field("decimal", "transactionAmounts", "transactionShares"),
};

/** The places of a row's columns. Schema X0101, which has no tables, has other names for some of them. */
export function rowFieldPlaces(
  kind: "transaction" | "holding",
  hasTables: boolean,
): Partial<Record<keyof typeof ROW_FIELDS, FieldPlace>> {
  if (hasTables) return ROW_FIELDS;
  return kind === "holding" ? HOLDING_FIELDS_OF_2003 : LAYOUT_OF_2003;
}
