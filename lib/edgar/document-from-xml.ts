import type {
  DocumentFootnote,
  DocumentNode,
  DocumentObject,
  DocumentRow,
  Leaf,
  OwnershipDocument,
} from "@/lib/edgar/ownership-document";
import { isObject, nodeAt } from "@/lib/edgar/ownership-document";
import { childrenNamed, type XmlElement } from "@/lib/edgar/xml-tree";
import { emptyRecord } from "@/lib/values/empty-record";

/** Text where only elements are allowed. It is not a fact of the filing, but a reader should know that it is there. */
export type StrayText = { element: string; line: number; text: string };

type Table = "nonDerivativeTable" | "derivativeTable";

const TABLE_ROWS = new Map<string, { table: Table; kind: DocumentRow["kind"] }>([
  ["nonDerivativeTransaction", { table: "nonDerivativeTable", kind: "transaction" }],
  ["nonDerivativeHolding", { table: "nonDerivativeTable", kind: "holding" }],
  ["derivativeTransaction", { table: "derivativeTable", kind: "transaction" }],
  ["derivativeHolding", { table: "derivativeTable", kind: "holding" }],
]);

/** The layout of 2003 (schema X0101) has no tables: each row is a child of the root. */
const ROOT_ROWS = new Map<string, Table>([
  ["nonDerivativeSecurity", "nonDerivativeTable"],
  ["derivativeSecurity", "derivativeTable"],
]);

/** Converts an ownershipDocument element of any schema version to JSON without losing a fact. */
export function documentFromXml(root: XmlElement): {
  document: OwnershipDocument;
  /** False if rows are children of the root, as in the layout of 2003. */
  hasTables: boolean;
  strayText: StrayText[];
} {
  const strayText: StrayText[] = [];
  const document: OwnershipDocument = Object.assign(emptyRecord<never>(), {
    reportingOwner: [],
    nonDerivativeTable: [],
    derivativeTable: [],
    footnotes: [],
    ownerSignature: [],
  });
  noteStrayText(root, strayText);

  for (const element of root.children) {
    const rootTable = ROOT_ROWS.get(element.name);
    if (element.name === "reportingOwner" || element.name === "ownerSignature") {
      const node = convert(element, strayText);
      document[element.name].push(isObject(node) ? node : { text: node });
    } else if (element.name === "footnotes") {
      addFootnotes(element, document, strayText);
    } else if (element.name === "nonDerivativeTable" || element.name === "derivativeTable") {
      addTable(element, element.name, document, strayText);
    } else if (rootTable) {
      const fields = convertRow(element, strayText);
      addRow(document[rootTable], isTransaction(fields) ? "transaction" : "holding", fields);
    } else if (element.name === "documentType") {
      put(document, "documentType", leafText(element));
      for (const child of element.children) put(document, child.name, convert(child, strayText));
    } else {
      put(document, element.name, convert(element, strayText));
    }
  }
  return { document, hasTables: !root.children.some((c) => ROOT_ROWS.has(c.name)), strayText };
}

const isTransaction = (row: DocumentObject) =>
  [["transactionDate"], ["transactionCoding", "transactionCode"]].some((path) => {
    const node = nodeAt(row, path);
    return isObject(node) ? node.value !== null : typeof node === "string";
  });

function addTable(
  table: XmlElement,
  name: "nonDerivativeTable" | "derivativeTable",
  document: OwnershipDocument,
  strayText: StrayText[],
) {
  noteStrayText(table, strayText);
  for (const element of table.children) {
    const known = TABLE_ROWS.get(element.name);
    if (known?.table === name) addRow(document[name], known.kind, convertRow(element, strayText));
    // A list of rows has no place for anything else, so an element that does not belong in a table is kept beside it.
    else put(document, `${name}/${element.name}`, convert(element, strayText));
  }
}

/** Names that a row, a footnote or a field uses for its own data. */
const ROW_NAMES = ["kind", "line", "footnotes"];
const FOOTNOTE_NAMES = ["id", "text"];
const FIELD_NAMES = ["footnotes"];

/** The key for an element whose name is already in use. No element is called `./kind`. */
const freeName = (name: string, taken: readonly string[]) => (taken.includes(name) ? `./${name}` : name);

function convertRow(element: XmlElement, strayText: StrayText[]): DocumentObject {
  const node = convert(element, strayText, ROW_NAMES);
  return isObject(node) ? node : {};
}

function addRow(rows: DocumentRow[], kind: DocumentRow["kind"], fields: DocumentObject) {
  rows.push({ kind, line: rows.length + 1, ...fields });
}

function addFootnotes(element: XmlElement, document: OwnershipDocument, strayText: StrayText[]) {
  noteStrayText(element, strayText);
  for (const child of element.children) {
    if (child.name !== "footnote") {
      put(document, `footnotes/${child.name}`, convert(child, strayText));
      continue;
    }
    const footnote: DocumentFootnote = Object.assign(emptyRecord<never>(), {
      id: child.attributes.id?.trim() ?? null,
      text: leafText(child),
    });
    for (const inner of child.children) put(footnote, freeName(inner.name, FOOTNOTE_NAMES), convert(inner, strayText));
    document.footnotes.push(footnote);
  }
}

function convert(element: XmlElement, strayText: StrayText[], taken: readonly string[] = FIELD_NAMES): DocumentNode {
  if (element.name === "footnoteId") return oddReference(element, strayText);
  if (element.children.length === 0) return leafText(element);
  noteStrayText(element, strayText);

  const footnotes = childrenNamed(element, "footnoteId").map((f) => f.attributes.id?.trim() ?? "");
  const isField =
    element.children.some((c) => c.name === "value") || element.children.every((c) => c.name === "footnoteId");
  const node: DocumentObject = emptyRecord();
  if (isField) node.value = null;
  if (isField || footnotes.length > 0) node.footnotes = footnotes;
  let hasValue = false;
  for (const child of element.children) {
    if (child.name === "footnoteId") {
      if (hasContent(child)) put(node, child.name, convert(child, strayText));
      continue;
    }
    if (isField && child.name === "value" && !hasValue) {
      hasValue = true;
      node.value = convert(child, strayText);
    } else {
      put(node, freeName(child.name, taken), convert(child, strayText));
    }
  }
  return node;
}

const hasContent = (element: XmlElement) => element.children.length > 0 || leafText(element) !== null;

/** A footnote reference where the schema has none, or one that is not empty. Its content is kept. */
function oddReference(element: XmlElement, strayText: StrayText[]): DocumentNode {
  const id = element.attributes.id?.trim() ?? null;
  if (!hasContent(element)) return id;
  const node: DocumentObject = Object.assign(emptyRecord<DocumentNode>(), { id, text: leafText(element) });
  for (const child of element.children) put(node, freeName(child.name, FOOTNOTE_NAMES), convert(child, strayText));
  return node;
}

/** An element that is repeated where only one is allowed becomes a list, so that none is lost. */
function put(parent: DocumentObject, name: string, node: DocumentNode) {
  const earlier = parent[name];
  if (earlier === undefined) parent[name] = node;
  else if (earlier === null) parent[name] = node;
  else if (node !== null) parent[name] = Array.isArray(earlier) ? [...earlier, node] : [earlier, node];
}

function leafText(element: XmlElement): Leaf {
  const text = element.text.trim();
  return text === "" ? null : text;
}

function noteStrayText(element: XmlElement, strayText: StrayText[]) {
  const text = element.text.trim();
  if (text !== "") strayText.push({ element: element.name, line: element.line, text });
}
