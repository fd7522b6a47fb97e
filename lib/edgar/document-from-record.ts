import type { AsFiled, FilingRecord } from "@/lib/edgar/filing-record";
import {
  type DocumentNode,
  type DocumentObject,
  isObject,
  type OwnershipDocument,
} from "@/lib/edgar/ownership-document";
import { printTyped } from "@/lib/edgar/typed-value";
import {
  FILING_FIELDS,
  type FieldPlace,
  FOOTNOTE_FIELDS,
  OWNER_FIELDS,
  ROW_FOOTNOTES,
  rowFieldPlaces,
  SIGNATURE_FIELDS,
} from "@/lib/record/filing-fields";
import { emptyRecord } from "@/lib/values/empty-record";

/** Rebuilds the whole document from the columns that `recordFromDocument` split it into. */
export function documentFromRecord({ filing, owners, rows, footnotes, signatures }: FilingRecord): OwnershipDocument {
  const table = (tableNumber: "I" | "II") =>
    rows
      .filter((row) => row.tableNumber === tableNumber)
      .sort((a, b) => a.line - b.line)
      .map((row) => ({
        kind: row.kind,
        line: row.line,
        ...putTogether(row, rowFieldPlaces(row.kind, filing.hasTables), ROW_FOOTNOTES),
      }));
  const inOrder = <T extends { position: number }>(records: T[]) =>
    [...records].sort((a, b) => a.position - b.position);

  return {
    ...putTogether(filing, FILING_FIELDS),
    reportingOwner: inOrder(owners).map((owner) => putTogether(owner, OWNER_FIELDS)),
    nonDerivativeTable: table("I"),
    derivativeTable: table("II"),
    footnotes: inOrder(footnotes).map((footnote) => ({
      id: null,
      text: null,
      ...putTogether(footnote, FOOTNOTE_FIELDS),
    })),
    ownerSignature: inOrder(signatures).map((signature) => putTogether(signature, SIGNATURE_FIELDS)),
  };
}

function putTogether(
  columns: AsFiled & object,
  places: Record<string, FieldPlace>,
  footnotePlaces: Record<string, readonly string[]> = {},
): DocumentObject {
  const values = new Map<string, unknown>(Object.entries(columns));
  const node: DocumentObject = emptyRecord();
  for (const [name, { path, type, isField }] of Object.entries(places)) {
    const column = values.get(name);
    const value =
      columns.spelling?.[name] ??
      (typeof column === "string" || typeof column === "boolean" ? printTyped(column, type) : null);
    const footnotes = isField ? textList(values.get(`${name}Footnotes`)) : [];
    if (value === null && footnotes.length === 0) continue;
    objectAt(node, path.slice(0, -1))[path.at(-1) as string] = isField ? { value, footnotes } : value;
  }
  for (const [name, path] of Object.entries(footnotePlaces)) {
    const footnotes = textList(values.get(name));
    if (footnotes.length > 0) objectAt(node, path).footnotes = footnotes;
  }
  return columns.extra ? merge(node, columns.extra) : node;
}

function objectAt(node: DocumentObject, path: readonly string[]): DocumentObject {
  let at = node;
  for (const name of path) {
    const next = at[name];
    if (isObject(next)) at = next;
    else {
      const made: DocumentObject = emptyRecord();
      at[name] = made;
      at = made;
    }
  }
  return at;
}

/**
 * Kept content takes precedence over what the columns print at the same place: a field that was kept whole replaces the column's,
 * and other kept content joins the elements that columns hold.
 */
function merge(node: DocumentObject, kept: DocumentObject): DocumentObject {
  const merged: DocumentObject = Object.assign(emptyRecord<never>(), node);
  for (const [name, value] of Object.entries(kept)) {
    const earlier: DocumentNode | undefined = merged[name];
    const isWhole = isObject(earlier) && isObject(value) && "value" in earlier && "value" in value;
    merged[name] = isObject(earlier) && isObject(value) && !isWhole ? merge(earlier, value) : value;
  }
  return merged;
}

const textList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
