import {
  type DocumentNode,
  type DocumentObject,
  type DocumentRow,
  isObject,
  type OwnershipDocument,
} from "@/lib/edgar/ownership-document";
import { type FieldPlace, ROW_FIELDS } from "@/lib/record/filing-fields";
import { isAmendment } from "@/lib/record/form-name";
import { checksOf } from "@/paper/checks/checks-of";
import { documentNode } from "@/paper/form/document-node";
import { blankEntry, isFormList, listAt } from "@/paper/form/form-lists";
import { isExact, type PaperCheck, type PaperReading } from "@/paper/form/paper-reading";
import type { Correction } from "./correction";
import { isEntry, isTakenOut } from "./taken-out";

/**
 * A reading with a person's corrections, after the reading checks have run again. A corrected value is neither unread nor
 * uncertain, whatever the checks say; it keeps its footnotes and the place of what was read.
 */
export function correctedReading(reading: PaperReading, corrections: readonly Correction[]): PaperReading {
  if (corrections.length === 0) return reading;
  const document = structuredClone(reading.document);
  for (const { pointer, value } of corrections) {
    // “This list is complete” and “this entry is not on the form” set no value.
    if (listAt(pointer) !== null || isEntry(pointer)) continue;
    addEntries(document, pointer);
    setValue(document, pointer.split("/").slice(1), value);
  }

  const byHand = new Set(corrections.map(({ pointer }) => pointer));
  if (!byHand.has("/documentType")) markAmendment(document, byHand);
  const unread = reading.unread.filter((pointer) => !byHand.has(pointer) && !isTakenOut(pointer, corrections));
  for (const pointer of rowsOf(byHand)) {
    const row = documentNode(document, pointer.split("/").slice(1));
    const kind = isRow(row) ? kindOf(row, pointer, unread) : null;
    if (!isRow(row) || kind === null) continue;
    row.kind = kind;
    byHand.add(`${pointer}/kind`);
  }

  const checks = checksOf(document).filter(
    ({ pointers }) => !pointers.some((pointer) => isTakenOut(pointer, corrections)),
  );
  const isOpen = (pointer: string) =>
    !byHand.has(pointer) && !unread.includes(pointer) && !isTakenOut(pointer, corrections);
  const formerly = contradictions(reading.checks);
  const uncertain = new Set(
    reading.uncertain.filter((pointer) => isOpen(pointer) && formerly.get(pointer) !== reading.doubts[pointer]),
  );
  const doubts = Object.fromEntries(
    Object.entries(reading.doubts).filter(([pointer]) => uncertain.has(pointer) || unread.includes(pointer)),
  );
  // If the source has exact letters, a contradiction is the filer's own and makes no value uncertain.
  if (!isExact(reading.kind)) {
    for (const [pointer, message] of contradictions(checks)) {
      if (!isOpen(pointer)) continue;
      uncertain.add(pointer);
      doubts[pointer] ??= message;
    }
  }
  return { ...reading, document, checks, unread, uncertain: [...uncertain], doubts };
}

const contradictions = (checks: readonly PaperCheck[]): Map<string, string> =>
  new Map(
    checks
      .filter(({ outcome }) => outcome === "contradicted")
      .flatMap(({ pointers, message }) => pointers.map((pointer) => [pointer, message] as const)),
  );

const rowFieldPaths: ReadonlySet<string> = new Set(
  Object.values(ROW_FIELDS).flatMap(({ path, isField }) => (isField ? [path.join("/")] : [])),
);

/** A field keeps its footnotes. Missing parents are created. */
function setValue(document: OwnershipDocument, path: readonly string[], value: string | null) {
  const name = path.at(-1);
  const parent = name === undefined ? undefined : madeObject(document, path.slice(0, -1));
  if (name === undefined || !parent) return;
  const node = Object.hasOwn(parent, name) ? parent[name] : undefined;
  if (isObject(node)) node.value = value;
  else parent[name] = isRowField(path) ? { value, footnotes: [] } : value;
}

const isRowField = ([table = "", , ...inRow]: readonly string[]): boolean =>
  (table === "nonDerivativeTable" || table === "derivativeTable") && rowFieldPaths.has(inRow.join("/"));

/** A person may add a few entries to those that were read. */
const MOST_ADDED = 5;

/** Creates a list entry that was not read, if an answer refers to it. */
function addEntries(document: OwnershipDocument, pointer: string) {
  const [, name = "", index] = pointer.split("/");
  if (!isFormList(name) || index === undefined) return;
  const list: DocumentObject[] = document[name];
  const missing = Number(index) + 1 - list.length;
  if (missing > MOST_ADDED) return;
  for (let n = 0; n < missing; n++) list.push(blankEntry(document, name));
}

/** The object at a path; undefined if an array has no such entry, or if the value is not an object. */
function madeObject(root: DocumentObject, path: readonly string[]): DocumentObject | undefined {
  let at: DocumentNode | undefined = root;
  for (const name of path) {
    if (Array.isArray(at)) at = at[Number(name)];
    else if (isObject(at)) {
      const node: DocumentObject = at;
      if (!Object.hasOwn(node, name) || node[name] === null) node[name] = {};
      at = node[name];
    }
  }
  return isObject(at) ? at : undefined;
}

/** An amendment uses the same form. Only the date of the original shows that it is one. */
function markAmendment(document: OwnershipDocument, byHand: ReadonlySet<string>) {
  const { documentType, dateOfOriginalSubmission } = document;
  if (!byHand.has("/dateOfOriginalSubmission") || typeof documentType !== "string") return;
  const isAmended = typeof dateOfOriginalSubmission === "string";
  if (isAmended && !isAmendment(documentType)) document.documentType = `${documentType}/A`;
  if (!isAmended && isAmendment(documentType)) document.documentType = documentType.slice(0, -2);
}

/** Pointers to the rows that contain any of these pointers. */
const rowsOf = (pointers: Iterable<string>): string[] => [
  ...new Set(
    [...pointers].flatMap((pointer) => /^\/(?:nonDerivativeTable|derivativeTable)\/\d+(?=\/)/.exec(pointer) ?? []),
  ),
];

const isRow = (node: DocumentNode | undefined): node is DocumentRow =>
  isObject(node) && (node.kind === "transaction" || node.kind === "holding");

const TRADE = [ROW_FIELDS.transactionDate, ROW_FIELDS.deemedExecutionDate, ROW_FIELDS.transactionCode];
const AMOUNT = [ROW_FIELDS.transactionShares, ROW_FIELDS.transactionTotalValue, ROW_FIELDS.acquiredDisposedCode];

/** As when a row is read: a row with nothing in the columns of a trade is a holding; null if all of them are unread. */
function kindOf(row: DocumentRow, pointer: string, unread: readonly string[]): DocumentRow["kind"] | null {
  const isFilled = ({ path }: FieldPlace) => {
    const node = documentNode(row, path);
    return isObject(node) ? node.value !== null || hasFootnotes(node) : typeof node === "string";
  };
  if ([...TRADE, ...AMOUNT].some(isFilled)) return "transaction";
  return TRADE.every(({ path }) => unread.includes(`${pointer}/${path.join("/")}`)) ? null : "holding";
}

const hasFootnotes = ({ footnotes }: DocumentObject) => Array.isArray(footnotes) && footnotes.length > 0;
