import type { AsFiled, FilingColumns, FilingRecord, OwnerColumns, RowColumns } from "@/lib/edgar/filing-record";
import { type DocumentObject, isObject } from "@/lib/edgar/ownership-document";
import type { ValueProblem } from "@/lib/edgar/record-from-document";
import { rowFieldPlaces } from "@/lib/record/filing-fields";
import { isAmendment } from "@/lib/record/form-name";
import type { TableNumber } from "@/lib/record/reported-row";
import { transactionCode } from "@/lib/record/transaction-codes";
import { TEXT_LIMIT } from "@/lib/values/text-limit";

export const DOCUMENT_TYPES = ["3", "3/A", "4", "4/A", "5", "5/A"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const isDocumentType = (text: string | null): text is DocumentType =>
  DOCUMENT_TYPES.some((type) => type === text);

const MOST_ROWS = 30;
const MOST_OWNERS = 10;

const TABLES = { I: "nonDerivativeTable", II: "derivativeTable" } as const;

/**
 * Checks where a document breaks the rules of the EDGAR Ownership XML Technical Specification, or contradicts itself. The
 * document is stored as filed: a problem informs the reader and corrects nothing.
 */
export function documentProblems(record: FilingRecord): ValueProblem[] {
  const { filing, owners, rows, footnotes, signatures } = record;
  const problems: ValueProblem[] = [];
  const say: Say = (pointer, message) => problems.push({ pointer, message });

  checkFiling(filing, say);
  checkOwnerCount(owners.length, say);
  owners.forEach((owner, index) => {
    checkOwner(owner, `/reportingOwner/${index}`, say);
  });
  checkSignatureCount(signatures.length, say);
  for (const [index, signature] of signatures.entries()) sayUnknown(signature, `/ownerSignature/${index}`, say);
  sayUnknown(filing, "", say);
  sayLong(filing.remarks, "/remarks", "these remarks have", say);

  const ids = new Set<string>();
  footnotes.forEach((footnote, index) => {
    const pointer = `/footnotes/${index}`;
    if (footnote.footnoteId === null) say(pointer, "a footnote has no id");
    else if (ids.has(footnote.footnoteId)) say(pointer, `the footnote id ${footnote.footnoteId} is used twice`);
    else ids.add(footnote.footnoteId);
    if (footnote.text === null) say(pointer, `footnote ${footnote.footnoteId ?? index + 1} has no text`);
    sayLong(footnote.text, pointer, `footnote ${footnote.footnoteId ?? index + 1} has`, say);
    sayUnknown(footnote, pointer, say);
  });

  for (const tableNumber of ["I", "II"] as const) {
    const inTable = rows.filter((row) => row.tableNumber === tableNumber);
    checkRowCount(tableNumber, inTable.length, say);
    for (const row of inTable) checkRow(row, `/${TABLES[tableNumber]}/${row.line - 1}`, ids, say);
  }
  return problems;
}

export type Say = (pointer: string, message: string) => void;

/** What is missing or contradictory in the filing's own fields. */
export function checkFiling(filing: FilingColumns, say: Say) {
  if (filing.documentType === null) say("", "<documentType> is missing, so the form is not known");
  else if (!isDocumentType(filing.documentType)) {
    say("/documentType", `<documentType> “${filing.documentType}” is not one of ${DOCUMENT_TYPES.join(", ")}`);
  }
  if (filing.periodOfReport === null && !filing.spelling?.periodOfReport) say("", "<periodOfReport> is missing");
  if (filing.issuerCik === null && !filing.spelling?.issuerCik) say("/issuer", "<issuerCik> is missing");
  if (
    isAmendment(filing.documentType) &&
    filing.dateOfOriginalSubmission === null &&
    !filing.spelling?.dateOfOriginalSubmission
  ) {
    say("/documentType", "an amendment should state <dateOfOriginalSubmission>, but this one does not");
  }
}

export function checkOwnerCount(owners: number, say: Say) {
  if (owners === 0) say("", "there is no <reportingOwner>");
  if (owners > MOST_OWNERS) say("", `there are ${owners} reporting owners; the form allows ${MOST_OWNERS}`);
}

function checkOwner(owner: OwnerColumns, pointer: string, say: Say) {
  if (owner.cik === null && !owner.spelling?.cik) say(pointer, "<rptOwnerCik> is missing");
  if (owner.name === null) say(pointer, "<rptOwnerName> is missing");
  sayUnknown(owner, pointer, say);
}

export function checkSignatureCount(signatures: number, say: Say) {
  if (signatures === 0) say("", "there is no <ownerSignature>");
}

export function checkRowCount(tableNumber: TableNumber, rows: number, say: Say) {
  if (rows <= MOST_ROWS) return;
  say(`/${TABLES[tableNumber]}/0`, `Table ${tableNumber} has ${rows} rows; the form allows ${MOST_ROWS}`);
}

/** What is missing or contradictory in a row of Table I or II. `footnoteIds` are those of its filing, or null if not known. */
export function checkRow(row: RowColumns, pointer: string, footnoteIds: Set<string> | null, say: Say) {
  const filed = (name: keyof RowColumns) => row[name] !== null || row.spelling?.[name] !== undefined;
  const stated = (name: keyof RowColumns, footnotes: string[] | null) => filed(name) || footnotes !== null;

  if (!stated("securityTitle", row.securityTitleFootnotes)) say(pointer, "the security has no title");
  if (row.kind === "transaction") {
    if (!stated("transactionDate", row.transactionDateFootnotes)) say(pointer, "the transaction has no date");
    if (row.transactionCode === null) say(pointer, "the transaction has no code");
    else if (transactionCode(row.transactionCode) === null) {
      say(`${pointer}/transactionCoding/transactionCode`, `“${row.transactionCode}” is not a transaction code`);
    }
    if (
      !stated("transactionShares", row.transactionSharesFootnotes) &&
      !stated("transactionTotalValue", row.transactionTotalValueFootnotes)
    ) {
      say(pointer, "the transaction states neither shares nor a total value");
    }
    const { acquiredDisposedCode: letter, transactionCode: code } = row;
    if (letter === null) say(pointer, "the transaction is not marked A (acquired) or D (disposed)");
    else if (letter !== "A" && letter !== "D") {
      say(`${pointer}/transactionAmounts/transactionAcquiredDisposedCode`, `“${letter}” is neither A nor D`);
    } else if (row.tableNumber === "I" && ((code === "P" && letter === "D") || (code === "S" && letter === "A"))) {
      say(pointer, `code ${code} and letter ${letter} contradict each other: counted apart from purchases and sales`);
    }
    const { value: timeliness } = { value: row.timeliness };
    if (timeliness !== null && timeliness !== "E" && timeliness !== "L") {
      say(`${pointer}/transactionTimeliness`, `timeliness “${timeliness}” is neither E nor L`);
    }
  }
  if (row.directOrIndirect === null) {
    if (row.directOrIndirectFootnotes === null) say(pointer, "ownership is not marked D (direct) or I (indirect)");
  } else if (row.directOrIndirect !== "D" && row.directOrIndirect !== "I") {
    say(
      `${pointer}/ownershipNature/directOrIndirectOwnership`,
      `ownership “${row.directOrIndirect}” is neither D nor I`,
    );
  } else if (row.directOrIndirect === "I" && !stated("natureOfOwnership", row.natureOfOwnershipFootnotes)) {
    say(pointer, "the nature of indirect ownership is missing");
  }

  const missing = new Set<string>();
  for (const value of Object.values(row)) {
    if (!Array.isArray(value)) continue;
    for (const id of value) if (typeof id === "string" && footnoteIds?.has(id) === false) missing.add(id);
  }
  for (const id of missing) say(pointer, `footnote ${id || "without an id"} is cited but missing`);
  sayUnknown(row, pointer, say, FIELDS_OF_ROW);
}

function sayLong(text: string | null, pointer: string, subject: string, say: Say) {
  if (text === null || text.length <= TEXT_LIMIT) return;
  const [length, limit] = [text.length, TEXT_LIMIT].map((count) => count.toLocaleString("en"));
  say(pointer, `${subject} ${length} characters: facts and search words are read from the first ${limit}`);
}

/** Reports elements that are not in the specification, by the names that `extra` keeps. */
function sayUnknown(columns: AsFiled, pointer: string, say: Say, fields: ReadonlySet<string> = NO_FIELDS) {
  const walk = (node: DocumentObject, path: string) => {
    for (const [name, child] of Object.entries(node)) {
      const at = `${path}/${name}`;
      // If a column holds the value of a field, `extra` keeps only the rest.
      const isRest = isObject(child) && fields.has(at) && !("value" in child);
      if (isRest || (KNOWN_GROUPS.has(name) && isObject(child))) walk(child, at);
      else if (!MISPLACED_SHAPES.has(name) && !WITHOUT_COLUMN.has(name))
        say(`${pointer}${at}`, `<${name.replace("./", "")}> does not belong here`);
    }
  };
  if (columns.extra) walk(columns.extra, "");
}

const NO_FIELDS: ReadonlySet<string> = new Set();
const FIELDS_OF_ROW: ReadonlySet<string> = new Set(
  [rowFieldPlaces("transaction", true), rowFieldPlaces("transaction", false), rowFieldPlaces("holding", false)].flatMap(
    (places) => Object.values(places).flatMap(({ path, isField }) => (isField ? [`/${path.join("/")}`] : [])),
  ),
);

/** Elements whose place is known. Only what is wrong inside them is reported. */
const KNOWN_GROUPS = new Set([
  "issuer",
  "reportingOwnerId",
  "reportingOwnerAddress",
  "reportingOwnerRelationship",
  "transactionCoding",
  "transactionAmounts",
  "underlyingSecurity",
  "postTransactionAmounts",
  "ownershipNature",
]);
/** Elements of the schema for EDGAR's own use, kept as filed: the filer's password and a check of the address. */
const WITHOUT_COLUMN = new Set(["rptOwnerCcc", "rptOwnerGoodAddress"]);
/** Kept because of their shape, and already reported when the value was read. */
const MISPLACED_SHAPES = new Set(["value", "footnotes"]);
