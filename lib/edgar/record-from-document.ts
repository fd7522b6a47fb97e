import type { AsFiled, FilingRecord, RowColumns } from "@/lib/edgar/filing-record";
import {
  type DocumentNode,
  type DocumentObject,
  isObject,
  type OwnershipDocument,
} from "@/lib/edgar/ownership-document";
import { typedValue } from "@/lib/edgar/typed-value";
import {
  FILING_FIELDS,
  type FieldPlace,
  FOOTNOTE_FIELDS,
  OWNER_FIELDS,
  ROW_FIELDS,
  ROW_FOOTNOTES,
  rowFieldPlaces,
  SIGNATURE_FIELDS,
} from "@/lib/record/filing-fields";
import { emptyRecord } from "@/lib/values/empty-record";

/** A value that does not match the type of its column. The pointer gives its place in the document. */
export type ValueProblem = { pointer: string; message: string };

/**
 * Splits a document into columns. Nothing is dropped: content without a column goes to `extra` at its own place, and a value that
 * the column would print differently keeps its spelling.
 */
export function recordFromDocument(
  document: OwnershipDocument,
  hasTables = true,
): { record: FilingRecord; problems: ValueProblem[] } {
  const problems: ValueProblem[] = [];
  const { reportingOwner, nonDerivativeTable, derivativeTable, footnotes, ownerSignature, ...root } = document;
  const list = <T>(nodes: DocumentObject[], name: string, places: Record<string, FieldPlace>) =>
    (nodes ?? []).map((node, index) => ({
      position: index + 1,
      ...(takeApart(node, places, {}, `/${name}/${index}`, problems) as T & AsFiled),
    }));
  const rows = (nodes: OwnershipDocument["derivativeTable"], name: string, tableNumber: "I" | "II"): RowColumns[] =>
    (nodes ?? []).map(({ kind, line, ...node }, index) => ({
      tableNumber,
      line: index + 1,
      kind,
      ...NO_ROW_COLUMNS,
      ...(takeApart(
        node as DocumentObject,
        rowFieldPlaces(kind, hasTables),
        ROW_FOOTNOTES,
        `/${name}/${index}`,
        problems,
      ) as Omit<RowColumns, "tableNumber" | "line" | "kind">),
    }));

  return {
    record: {
      filing: {
        hasTables,
        ...(takeApart(root as DocumentObject, FILING_FIELDS, {}, "", problems) as Omit<
          FilingRecord["filing"],
          "hasTables"
        >),
      },
      owners: list(reportingOwner, "reportingOwner", OWNER_FIELDS),
      rows: [...rows(nonDerivativeTable, "nonDerivativeTable", "I"), ...rows(derivativeTable, "derivativeTable", "II")],
      footnotes: list(footnotes, "footnotes", FOOTNOTE_FIELDS),
      signatures: list(ownerSignature, "ownerSignature", SIGNATURE_FIELDS),
    },
    problems,
  };
}

const NO_ROW_COLUMNS = Object.fromEntries(
  Object.entries(ROW_FIELDS).flatMap(([name, place]) =>
    place.isField
      ? [
          [name, null],
          [`${name}Footnotes`, null],
        ]
      : [[name, null]],
  ),
);

type Branch = { column?: [name: string, place: FieldPlace]; footnotes?: string; inner: Map<string, Branch> };

const branches = new WeakMap<object, Branch>();

/** The places as a tree of element names, so that a document is traversed only once. */
function branchOf(places: Record<string, FieldPlace>, footnotePlaces: Record<string, readonly string[]>): Branch {
  const known = branches.get(places);
  if (known) return known;
  const root: Branch = { inner: new Map() };
  const at = (path: readonly string[]) =>
    path.reduce((branch: Branch, name) => {
      const next: Branch = branch.inner.get(name) ?? { inner: new Map() };
      branch.inner.set(name, next);
      return next;
    }, root);
  for (const [name, place] of Object.entries(places)) at(place.path).column = [name, place];
  for (const [name, path] of Object.entries(footnotePlaces)) at(path).footnotes = name;
  branches.set(places, root);
  return root;
}

type Taken = Record<string, unknown> & AsFiled;

function takeApart(
  node: DocumentObject,
  places: Record<string, FieldPlace>,
  footnotePlaces: Record<string, readonly string[]>,
  pointer: string,
  problems: ValueProblem[],
): Taken {
  const taken: Taken = { spelling: null, extra: null };
  for (const [name, place] of Object.entries(places)) {
    taken[name] = null;
    if (place.isField) taken[`${name}Footnotes`] = null;
  }
  for (const name of Object.keys(footnotePlaces)) taken[name] = null;
  taken.extra = takeBranch(node, branchOf(places, footnotePlaces), taken, pointer, problems);
  return taken;
}

/** Fills columns from a node and returns what is left over, at its place, or null if nothing is. */
function takeBranch(
  node: DocumentObject,
  branch: Branch,
  taken: Taken,
  pointer: string,
  problems: ValueProblem[],
): DocumentObject | null {
  let left: DocumentObject | null = null;
  for (const [name, child] of Object.entries(node)) {
    const at = branch.inner.get(name);
    let rest: DocumentNode = child;
    if (name === "footnotes" && branch.footnotes !== undefined && isTextList(child)) {
      taken[branch.footnotes] = child.length > 0 ? child : null;
      rest = null;
    } else if (at?.column) {
      rest = takeColumn(child, at.column, taken, `${pointer}/${name}`, problems);
    } else if (at && isObject(child)) {
      rest = takeBranch(child, at, taken, `${pointer}/${name}`, problems);
    }
    if (rest !== null) {
      left ??= emptyRecord();
      left[name] = rest;
    }
  }
  return left;
}

function takeColumn(
  node: DocumentNode,
  [name, place]: [string, FieldPlace],
  taken: Taken,
  pointer: string,
  problems: ValueProblem[],
): DocumentNode {
  if (node === null) return null;
  if (!place.isField && typeof node === "string") {
    setColumn(node, name, place, taken, pointer, problems);
    return null;
  }
  if (place.isField && isObject(node) && (node.value === null || typeof node.value === "string")) {
    const { value, footnotes, ...unknown } = node;
    if (isTextList(footnotes)) {
      if (typeof value === "string") setColumn(value, name, place, taken, `${pointer}/value`, problems);
      if (footnotes.length > 0) taken[`${name}Footnotes`] = footnotes;
      return Object.keys(unknown).length > 0 ? unknown : null;
    }
  }
  // Not the shape in the specification: the column gets what can be read, and the document keeps the shape.
  const first = Array.isArray(node) ? node[0] : node;
  const value = isObject(first) ? first.value : first;
  if (typeof value === "string") setColumn(value, name, place, taken, pointer, problems);
  if (isObject(first) && isTextList(first.footnotes) && place.isField && first.footnotes.length > 0) {
    taken[`${name}Footnotes`] = first.footnotes;
  }
  problems.push({ pointer, message: shapeProblem(node, place) });
  return node;
}

const shapeProblem = (node: DocumentNode, place: FieldPlace) =>
  Array.isArray(node)
    ? `<${place.path.at(-1)}> appears ${node.length} times where one is allowed; the first is shown`
    : place.isField
      ? `<${place.path.at(-1)}> has no <value>; its text is used as the value`
      : `<${place.path.at(-1)}> should be plain text`;

function setColumn(
  text: string,
  name: string,
  place: FieldPlace,
  taken: Taken,
  pointer: string,
  problems: ValueProblem[],
) {
  const { value, spelling, problem } = typedValue(text, place.type);
  taken[name] = value;
  if (spelling !== undefined) {
    taken.spelling ??= {};
    taken.spelling[name] = spelling;
  }
  if (problem !== undefined) problems.push({ pointer, message: `<${place.path.at(-1)}> “${text}” ${problem}` });
}

const isTextList = (node: DocumentNode | undefined): node is string[] =>
  Array.isArray(node) && node.every((item) => typeof item === "string");
