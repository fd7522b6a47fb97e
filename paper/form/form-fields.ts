import { type DocumentNode, type DocumentObject, type DocumentRow, isObject } from "@/lib/edgar/ownership-document";
import { rowPointer } from "@/lib/edgar/unread";
import { ROW_FIELDS } from "@/lib/record/filing-fields";
import { formOf } from "@/lib/record/form-name";
import { rowId, type TableNumber } from "@/lib/record/reported-row";
import type { AnswerType } from "@/paper/drafts/typed-answer";
import { documentNode } from "./document-node";
import { withBlankEntries } from "./form-lists";
import type { PaperReading } from "./paper-reading";

/** A field of the form as read, with the number and words that the form prints above it. */
export type FormField = {
  /** JSON Pointer into the document. */
  pointer: string;
  /** `4`, `2A`; empty if the form prints none. */
  number: string;
  label: string;
  type: AnswerType;
  /** For a decimal: dollars. */
  isMoney?: boolean;
  value: string | null;
  /** Ids of the footnotes next to it. */
  marks: string[];
  /** For the text of a footnote: its own id. */
  noteId?: string;
};

/** Fields that belong together: a row, an owner, the boxes. `id` is an anchor: `I-2`, `owner-1`. */
export type FieldGroup = {
  id: string;
  title: string;
  fields: FormField[];
  /** For a row, an owner or a signature: its JSON Pointer. */
  entry?: string;
};

export type FormFields = {
  form: string;
  owners: FieldGroup[];
  boxes: FieldGroup;
  tableI: FieldGroup[];
  tableII: FieldGroup[];
  notes: FieldGroup;
  signatures: FieldGroup[];
};

/** Every field of a form as read, in the form's order. */
export function formFields(reading: Pick<PaperReading, "document" | "unread">): FormFields {
  const { document } = reading;
  const form = formOf(typeof document.documentType === "string" ? document.documentType : null);
  const leaf = leafOf(reading);
  return {
    form,
    boxes: { id: "boxes", title: "Form header", fields: boxes(reading, form, leaf) },
    owners: document.reportingOwner.map((_, index) => ownerGroup(reading, form, index, leaf)),
    tableI: document.nonDerivativeTable.map((row) => rowGroup(reading, "I", form, row)),
    tableII: document.derivativeTable.map((row) => rowGroup(reading, "II", form, row)),
    notes: {
      id: "notes",
      title: "Explanation of responses",
      fields: [
        ...document.footnotes.map(({ id }, index) => ({
          ...leaf(`/footnotes/${index}/text`, "", `Footnote ${(id ?? "").replace(/^F/, "")}`, "text"),
          noteId: id ?? undefined,
        })),
        leaf("/remarks", "", "Remarks", "text"),
      ],
    },
    signatures: document.ownerSignature.map((_, index) => ({
      id: `signature-${index + 1}`,
      entry: `/ownerSignature/${index}`,
      title: document.ownerSignature.length > 1 ? `Signature ${index + 1}` : "Signature",
      fields: [
        leaf(`/ownerSignature/${index}/signatureName`, "", "Signature", "name"),
        leaf(`/ownerSignature/${index}/signatureDate`, "", "Date", "date"),
      ],
    })),
  };
}

/** The parts of the form that a person goes through one by one, in its order. */
export const formSections = ({ owners, boxes, tableI, tableII, notes, signatures }: FormFields) => [
  { id: "head", title: "Reporting persons and issuer", groups: [...owners, boxes] },
  { id: "table-one", title: "Table I", groups: tableI },
  { id: "table-two", title: "Table II", groups: tableII },
  { id: "notes-and-signatures", title: "Footnotes and signatures", groups: [notes, ...signatures] },
];

export const allGroups = (fields: FormFields): FieldGroup[] => formSections(fields).flatMap(({ groups }) => groups);

/** Fields of entries that were not read, one for each list, so that a person can add them. */
export function spareFields(reading: Pick<PaperReading, "document" | "unread">): FormFields {
  const { owners, tableI, tableII, notes, signatures, ...rest } = formFields({
    ...reading,
    document: withBlankEntries(reading.document),
  });
  return {
    ...rest,
    boxes: { ...rest.boxes, fields: [] },
    owners: owners.slice(-1),
    tableI: tableI.slice(-1),
    tableII: tableII.slice(-1),
    notes: { ...notes, fields: notes.fields.filter(({ noteId }) => noteId !== undefined).slice(-1) },
    signatures: signatures.slice(-1),
  };
}

type LeafOf = (pointer: string, number: string, label: string, type: AnswerType) => FormField;

const leafOf =
  ({ document }: Pick<PaperReading, "document">): LeafOf =>
  (pointer, number, label, type) => ({ pointer, number, label, type, ...said(document, pointer.split("/").slice(1)) });

function boxes(reading: Pick<PaperReading, "document" | "unread">, form: string, leaf: LeafOf): FormField[] {
  const isForm3 = form === "3";
  const { document, unread } = reading;
  const isThere = (name: string) => name in document || unread.includes(`/${name}`);
  const period = leaf("/periodOfReport", isForm3 ? "2" : "3", PERIODS[form] ?? "Period of report", "date");
  const issuer = [
    leaf("/issuer/issuerName", isForm3 ? "3" : "2", "Issuer", "name"),
    leaf("/issuer/issuerTradingSymbol", isForm3 ? "3" : "2", "Ticker or trading symbol", "text"),
  ];
  return [
    leaf("/documentType", "", "Form", "form"),
    ...(isForm3 ? [period, ...issuer] : [...issuer, period]),
    leaf("/dateOfOriginalSubmission", isForm3 ? "5" : "4", "If amendment, original filed", "date"),
    ...(isForm3 ? [] : [leaf("/notSubjectToSection16", "", "Exit box: no longer subject to Section 16", "box")]),
    ...(isThere("aff10b5One") ? [leaf("/aff10b5One", "", "Box: under a Rule 10b5-1 plan", "box")] : []),
    ...(isThere("noSecuritiesOwned")
      ? [leaf("/noSecuritiesOwned", "", "Box: no securities are beneficially owned", "box")]
      : []),
    ...(form === "5"
      ? [
          leaf("/form3HoldingsReported", "", "Box: Form 3 holdings reported", "box"),
          leaf("/form4TransactionsReported", "", "Box: Form 4 transactions reported", "box"),
        ]
      : []),
  ];
}

const PERIODS: Record<string, string> = {
  "3": "Date of event requiring statement",
  "4": "Date of earliest transaction",
  "5": "Issuer’s fiscal year ended",
};

function ownerGroup(
  { document, unread }: Pick<PaperReading, "document" | "unread">,
  form: string,
  index: number,
  leaf: LeafOf,
): FieldGroup {
  const at = `/reportingOwner/${index}`;
  const relationship = form === "3" ? "4" : "5";
  const address = (name: string, label: string) => leaf(`${at}/reportingOwnerAddress/${name}`, "1", label, "text");
  const box = (name: string, label: string) =>
    leaf(`${at}/reportingOwnerRelationship/${name}`, relationship, label, "box");
  const description = address("rptOwnerStateDescription", "State or country");
  return {
    id: `owner-${index + 1}`,
    entry: at,
    title: document.reportingOwner.length > 1 ? `Reporting person ${index + 1}` : "Reporting person",
    fields: [
      leaf(`${at}/reportingOwnerId/rptOwnerName`, "1", "Name", "name"),
      address("rptOwnerStreet1", "Street"),
      address("rptOwnerStreet2", "Street, second line"),
      address("rptOwnerCity", "City"),
      address("rptOwnerState", "State"),
      ...(description.value !== null || unread.includes(description.pointer) ? [description] : []),
      address("rptOwnerZipCode", "Zip"),
      box("isDirector", "Director"),
      box("isOfficer", "Officer"),
      box("isTenPercentOwner", "10% owner"),
      box("isOther", "Other"),
      leaf(`${at}/reportingOwnerRelationship/officerTitle`, relationship, "Officer’s title", "text"),
      leaf(`${at}/reportingOwnerRelationship/otherText`, relationship, "Other, specified", "text"),
    ],
  };
}

const MONEY: ReadonlySet<keyof typeof ROW_FIELDS> = new Set([
  "pricePerShare",
  "conversionOrExercisePrice",
  "transactionTotalValue",
  "underlyingSecurityValue",
  "valueOwnedFollowing",
]);

type RowColumn = {
  number: string;
  label: string;
  type: AnswerType;
  /** Of two names (shares and value) a row uses one. If it uses neither, the first is given. */
  names: readonly (keyof typeof ROW_FIELDS)[];
};

const column = (number: string, label: string, type: AnswerType, ...names: (keyof typeof ROW_FIELDS)[]): RowColumn => ({
  number,
  label,
  type,
  names,
});

const ownership = (form: string, nature: string) => [
  column(form, "Direct (D) or indirect (I)", "directOrIndirect", "directOrIndirect"),
  column(nature, "Nature of indirect ownership", "text", "natureOfOwnership"),
];
const underlying = (number: string) => [
  column(number, "Underlying title", "text", "underlyingSecurityTitle"),
  column(number, "Underlying shares", "decimal", "underlyingSecurityShares", "underlyingSecurityValue"),
];
const exerciseDates = (number: string) => [
  column(number, "Date exercisable", "date", "exerciseDate"),
  column(number, "Expiration date", "date", "expirationDate"),
];
const owned = (number: string, label: string) =>
  column(number, label, "decimal", "sharesOwnedFollowing", "valueOwnedFollowing");
const amount = (number: string) => column(number, "Amount", "decimal", "transactionShares", "transactionTotalValue");

const ownedWords = (form: string) => (form === "5" ? "Owned at fiscal year end" : "Owned following");

/** The columns of a form's tables, with the form's numbers. */
function columnsOf(table: TableNumber, form: string): RowColumn[] {
  if (form === "3") {
    return table === "I"
      ? [column("1", "Title of security", "text", "securityTitle"), owned("2", "Amount owned"), ...ownership("3", "4")]
      : [
          column("1", "Title of derivative", "text", "securityTitle"),
          ...exerciseDates("2"),
          ...underlying("3"),
          column("4", "Exercise price", "decimal", "conversionOrExercisePrice"),
          ...ownership("5", "6"),
        ];
  }
  if (table === "I") {
    return [
      column("1", "Title of security", "text", "securityTitle"),
      column("2", "Transaction date", "date", "transactionDate"),
      column("2A", "Deemed execution date", "date", "deemedExecutionDate"),
      column("3", "Code", "code", "transactionCode"),
      column("3", "V", "early", "transactionFormType"),
      amount("4"),
      column("4", "(A) or (D)", "acquiredDisposed", "acquiredDisposedCode"),
      column("4", "Price", "decimal", "pricePerShare"),
      owned("5", ownedWords(form)),
      ...ownership("6", "7"),
    ];
  }
  return [
    column("1", "Title of derivative", "text", "securityTitle"),
    column("2", "Exercise price", "decimal", "conversionOrExercisePrice"),
    column("3", "Transaction date", "date", "transactionDate"),
    column("3A", "Deemed execution date", "date", "deemedExecutionDate"),
    column("4", "Code", "code", "transactionCode"),
    column("4", "V", "early", "transactionFormType"),
    amount("5"),
    column("5", "(A) or (D)", "acquiredDisposed", "acquiredDisposedCode"),
    ...exerciseDates("6"),
    ...underlying("7"),
    column("8", "Price of derivative", "decimal", "pricePerShare"),
    owned("9", ownedWords(form)),
    ...ownership("10", "11"),
  ];
}

function rowGroup(
  { unread }: Pick<PaperReading, "unread">,
  tableNumber: TableNumber,
  form: string,
  row: DocumentRow,
): FieldGroup {
  const place = { tableNumber, line: row.line };
  const id = rowId(place);
  const fields = columnsOf(tableNumber, form).map(({ number, label, type, names }): FormField => {
    const choices = names.map((name) => {
      const { path } = ROW_FIELDS[name];
      return { pointer: `${rowPointer(place)}/${path.join("/")}`, isMoney: MONEY.has(name), ...said(row, path) };
    });
    const filled = choices.find(
      ({ pointer, value, marks }) => value !== null || marks.length > 0 || unread.includes(pointer),
    );
    const { pointer = "", isMoney, value = null, marks = [] } = filled ?? choices[0] ?? {};
    // A 4 on a Form 4 is not printed; any other form is printed as V.
    return type === "early"
      ? { pointer, number, label, type, value: value === "5" ? "V" : null, marks: timelinessMarks(row) }
      : { pointer, number, label, type, isMoney, value, marks };
  });
  return { id, title: `Table ${tableNumber}, row ${row.line}`, fields, entry: rowPointer(place) };
}

/** Footnote marks under V belong to the timeliness of the report. */
const timelinessMarks = (row: DocumentRow): string[] => said(row, ROW_FIELDS.timeliness.path).marks;

type Said = Pick<FormField, "value" | "marks">;

/** The value at a path of a document, with its footnotes. Those of a code are stored with the element that contains it. */
function said(root: DocumentObject, path: readonly string[]): Said {
  const node = documentNode(root, path);
  if (isObject(node)) return { value: typeof node.value === "string" ? node.value : null, marks: marksOf(node) };
  const marks = path.at(-1) === "transactionCode" ? marksOf(documentNode(root, path.slice(0, -1))) : [];
  return { value: typeof node === "string" ? node : null, marks };
}

const marksOf = (node: DocumentNode | undefined): string[] =>
  isObject(node) && Array.isArray(node.footnotes)
    ? node.footnotes.flatMap((footnote) => (typeof footnote === "string" ? footnote : []))
    : [];
