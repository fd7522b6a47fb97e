/**
 * The ownership schema in our own words: what the SEC's XSDs (ownership3Document to ownership5ADocument, and
 * ownershipDocumentCommon) and the EDGAR Ownership XML Technical Specification allow at each place. It deliberately shares
 * nothing with `lib/record/filing-fields.ts`, so that each tests the other.
 */
export type ValueType =
  | { is: "text"; shortest: number; longest: number }
  | { is: "cik" }
  | { is: "decimal" }
  | { is: "date" }
  | { is: "boolean" }
  | { is: "code"; values: readonly string[] };

/**
 * What an element with `<value>` allows: `none`, only a value; `optional value`, at most a value; `beside`, footnotes beside a
 * value; `instead`, footnotes beside or instead of a value; `free`, either, both or nothing.
 */
type Notes = "none" | "optional value" | "beside" | "instead" | "free";

export type DocumentPart = { optional?: boolean } & (
  | { is: "leaf"; name: string; value: ValueType }
  | { is: "field"; name: string; value: ValueType; notes: Notes }
  | { is: "group"; name: string; parts: readonly DocumentPart[]; hasNotes?: boolean }
  | { is: "either"; of: readonly DocumentPart[] }
);

const text = (longest: number, shortest = 0): ValueType => ({ is: "text", shortest, longest });
const code = (...values: string[]): ValueType => ({ is: "code", values });
const CIK: ValueType = { is: "cik" };
const DECIMAL: ValueType = { is: "decimal" };
const DATE: ValueType = { is: "date" };
const BOOLEAN: ValueType = { is: "boolean" };
const AD = code("A", "D");

const leaf = (name: string, value: ValueType): DocumentPart => ({ is: "leaf", name, value });
const field = (name: string, value: ValueType, notes: Notes): DocumentPart => ({ is: "field", name, value, notes });
const group = (name: string, ...parts: DocumentPart[]): DocumentPart => ({ is: "group", name, parts });
const withNotes = (name: string, ...parts: DocumentPart[]): DocumentPart => ({
  is: "group",
  name,
  parts,
  hasNotes: true,
});
const either = (...of: DocumentPart[]): DocumentPart => ({ is: "either", of });
const optional = (part: DocumentPart): DocumentPart => ({ ...part, optional: true });

export const FORMS = ["3", "3/A", "4", "4/A", "5", "5/A"] as const;
export type Form = (typeof FORMS)[number];

/** Schema versions by form. Until 2023, Form 3 had its own version numbers. */
export const VERSIONS = {
  "3": ["X0101", "X0201", "X0202", "X0203", "X0204", "X0205", "X0206", "X0407", "X0508", "X0609"],
  "4": ["X0101", "X0301", "X0302", "X0303", "X0304", "X0305", "X0306", "X0407", "X0508", "X0609"],
  "5": ["X0101", "X0301", "X0302", "X0303", "X0304", "X0305", "X0306", "X0407", "X0508", "X0609"],
} as const;
export type Version = (typeof VERSIONS)["3" | "4" | "5"][number];

const TRANSACTION_CODES = code(..."ACDEFGHIJLMOPSUWXZ");

const STATES = [
  "",
  " ",
  "  ",
  "CA",
  "NY",
  "DE",
  "B5",
  "1V",
  "2J",
  "VI",
  "A0",
  "A6",
  "C3",
  "D8",
  "I0",
  "K3",
  "M0",
  "U0",
  "X0",
  "XX",
  "Y9",
  "Z4",
];
const COUNTRIES = [
  "",
  " ",
  "A0",
  "A8",
  "C0",
  "D5",
  "F4",
  "I0",
  "K1",
  "L2",
  "M0",
  "N4",
  "P7",
  "U0",
  "V8",
  "X0",
  "Y9",
  "Z4",
  "1E",
  "2M",
  "XX",
];

const TITLE = text(60, 1);

const ownershipNature = group(
  "ownershipNature",
  field("directOrIndirectOwnership", code("D", "I"), "beside"),
  optional(field("natureOfOwnership", text(100), "beside")),
);

const postTransactionAmounts = group(
  "postTransactionAmounts",
  either(
    field("sharesOwnedFollowingTransaction", DECIMAL, "beside"),
    field("valueOwnedFollowingTransaction", DECIMAL, "beside"),
  ),
);

const underlyingSecurity = group(
  "underlyingSecurity",
  field("underlyingSecurityTitle", TITLE, "beside"),
  optional(
    either(field("underlyingSecurityShares", DECIMAL, "instead"), field("underlyingSecurityValue", DECIMAL, "instead")),
  ),
);

const exercisePrice = field("conversionOrExercisePrice", DECIMAL, "instead");
const exerciseDate = field("exerciseDate", DATE, "instead");
const expirationDate = field("expirationDate", DATE, "instead");
const securityTitle = field("securityTitle", TITLE, "beside");

const transactionCoding = optional(
  withNotes(
    "transactionCoding",
    leaf("transactionFormType", code("4", "5")),
    leaf("transactionCode", TRANSACTION_CODES),
    leaf("equitySwapInvolved", BOOLEAN),
  ),
);

/** Only Form 4 allows a footnote at the timeliness. */
const transactionTimeliness = (formNumber: "4" | "5") =>
  optional(field("transactionTimeliness", code("", "E", "L"), formNumber === "4" ? "free" : "optional value"));

const datesOf = [
  field("transactionDate", DATE, "beside"),
  optional(field("deemedExecutionDate", DATE, "free")),
  transactionCoding,
] as const;

const nonDerivativeTransaction = (formNumber: "4" | "5") =>
  group(
    "nonDerivativeTransaction",
    securityTitle,
    ...datesOf,
    transactionTimeliness(formNumber),
    group(
      "transactionAmounts",
      field("transactionShares", DECIMAL, "beside"),
      field("transactionPricePerShare", DECIMAL, "instead"),
      field("transactionAcquiredDisposedCode", AD, "beside"),
    ),
    postTransactionAmounts,
    ownershipNature,
  );

const derivativeTransaction = (formNumber: "4" | "5") =>
  group(
    "derivativeTransaction",
    securityTitle,
    exercisePrice,
    ...datesOf,
    transactionTimeliness(formNumber),
    group(
      "transactionAmounts",
      either(field("transactionShares", DECIMAL, "beside"), field("transactionTotalValue", DECIMAL, "beside")),
      field("transactionPricePerShare", DECIMAL, "instead"),
      field("transactionAcquiredDisposedCode", AD, "none"),
    ),
    exerciseDate,
    expirationDate,
    underlyingSecurity,
    postTransactionAmounts,
    ownershipNature,
  );

/** On Form 5 a holding may say that it belongs on a Form 3 that was never filed. */
const lateHolding = optional(withNotes("transactionCoding", optional(leaf("transactionFormType", code("", "3")))));

const nonDerivativeHolding = (formNumber: "3" | "4" | "5") =>
  group(
    "nonDerivativeHolding",
    securityTitle,
    ...(formNumber === "5" ? [lateHolding] : []),
    postTransactionAmounts,
    ownershipNature,
  );

const derivativeHolding = (formNumber: "3" | "4" | "5") =>
  group(
    "derivativeHolding",
    securityTitle,
    exercisePrice,
    ...(formNumber === "5" ? [lateHolding] : []),
    exerciseDate,
    expirationDate,
    underlyingSecurity,
    ...(formNumber === "3" ? [] : [postTransactionAmounts]),
    ownershipNature,
  );

/** The layout of 2003 has one element for both kinds of rows; a price is called a value, and a holding's balance an amount. */
const rowsOf2003 = (formNumber: "3" | "4" | "5") => {
  const holdings = [
    group(
      "nonDerivativeSecurity",
      securityTitle,
      group("transactionAmounts", field("transactionShares", DECIMAL, "beside")),
      ownershipNature,
    ),
    group(
      "derivativeSecurity",
      securityTitle,
      exercisePrice,
      exerciseDate,
      expirationDate,
      underlyingSecurity,
      ownershipNature,
    ),
  ];
  if (formNumber === "3") return holdings;
  const amounts = group(
    "transactionAmounts",
    field("transactionShares", DECIMAL, "beside"),
    field("transactionValue", DECIMAL, "instead"),
    field("transactionAcquiredDisposedCode", AD, "beside"),
  );
  return [
    ...holdings,
    group("nonDerivativeSecurity", securityTitle, ...datesOf, amounts, postTransactionAmounts, ownershipNature),
    group(
      "derivativeSecurity",
      securityTitle,
      exercisePrice,
      ...datesOf,
      amounts,
      exerciseDate,
      expirationDate,
      underlyingSecurity,
      postTransactionAmounts,
      ownershipNature,
    ),
  ];
};

export const MOST_ROWS = 30;
export const MOST_OWNERS = 10;
export const MOST_FOOTNOTES = 99;
/** The XSD sets no limit; the specification allows 1,000 characters. */
export const LONGEST_FOOTNOTE = 1_000;
export const LONGEST_REMARKS = 2_000;

/** The parts of one form in one version, in the order of its schema. */
export type DocumentSchema = {
  head: DocumentPart[];
  /** The part of the head that some documents of 2003 have inside `documentType`. */
  inDocumentType: string | null;
  issuer: DocumentPart;
  owner: DocumentPart;
  /** Between the owners and the tables. */
  plan: DocumentPart | null;
  /** Rows by table; null as a table's name if they are children of the root. */
  tables: { name: "nonDerivativeTable" | "derivativeTable" | null; rows: DocumentPart[] }[];
  signature: DocumentPart;
};

export function schemaOf(form: Form, version: Version): DocumentSchema {
  const formNumber = form[0] as "3" | "4" | "5";
  const is2003 = version === "X0101";
  const hasForeignParts = version === "X0609";
  const head: DocumentPart[] = [
    leaf("periodOfReport", DATE),
    ...(form.endsWith("/A") ? [leaf("dateOfOriginalSubmission", DATE)] : []),
    ...(formNumber === "3"
      ? [optional(leaf("noSecuritiesOwned", BOOLEAN))]
      : [optional(leaf("notSubjectToSection16", BOOLEAN))]),
    ...(formNumber === "5"
      ? [optional(leaf("form3HoldingsReported", BOOLEAN)), optional(leaf("form4TransactionsReported", BOOLEAN))]
      : []),
  ];
  return {
    head,
    inDocumentType: is2003 && formNumber === "3" ? "noSecuritiesOwned" : null,
    issuer: group(
      "issuer",
      leaf("issuerCik", CIK),
      optional(leaf("issuerName", text(150))),
      leaf("issuerTradingSymbol", text(10, 1)),
      ...(hasForeignParts ? [optional(leaf("issuerForeignTradingSymbol", text(14)))] : []),
    ),
    owner: group(
      "reportingOwner",
      group(
        "reportingOwnerId",
        leaf("rptOwnerCik", CIK),
        optional(leaf("rptOwnerCcc", text(8, 8))),
        optional(leaf("rptOwnerName", text(150))),
      ),
      optional(
        group(
          "reportingOwnerAddress",
          ...(hasForeignParts ? [optional(leaf("rptOwnerNonUSAddressFlag", BOOLEAN))] : []),
          optional(leaf("rptOwnerStreet1", text(40))),
          optional(leaf("rptOwnerStreet2", text(40))),
          optional(leaf("rptOwnerCity", text(30))),
          ...(hasForeignParts ? [optional(leaf("rptOwnerNonUSStateTerritory", text(40)))] : []),
          optional(leaf("rptOwnerState", code(...STATES))),
          ...(hasForeignParts ? [optional(leaf("rptOwnerCountry", code(...COUNTRIES)))] : []),
          optional(leaf("rptOwnerZipCode", code("", "10017", "94025-3412", "SW1A 1AA", "20030-000", "#12 345"))),
          optional(leaf("rptOwnerStateDescription", text(50))),
          optional(leaf("rptOwnerGoodAddress", BOOLEAN)),
        ),
      ),
      group(
        "reportingOwnerRelationship",
        optional(leaf("isDirector", BOOLEAN)),
        optional(leaf("isOfficer", BOOLEAN)),
        optional(leaf("isTenPercentOwner", BOOLEAN)),
        optional(leaf("isOther", BOOLEAN)),
        optional(leaf("officerTitle", text(30))),
        optional(leaf("otherText", text(30))),
      ),
    ),
    plan:
      version >= "X0407"
        ? formNumber === "3"
          ? optional(leaf("aff10b5One", BOOLEAN))
          : leaf("aff10b5One", BOOLEAN)
        : null,
    tables: is2003
      ? [{ name: null, rows: rowsOf2003(formNumber) }]
      : [
          {
            name: "nonDerivativeTable",
            rows: [
              nonDerivativeHolding(formNumber),
              ...(formNumber === "3" ? [] : [nonDerivativeTransaction(formNumber)]),
            ],
          },
          {
            name: "derivativeTable",
            rows: [derivativeHolding(formNumber), ...(formNumber === "3" ? [] : [derivativeTransaction(formNumber)])],
          },
        ],
    signature: group("ownerSignature", leaf("signatureName", text(255, 1)), leaf("signatureDate", DATE)),
  };
}
