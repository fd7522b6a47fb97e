import { DOMParser, type Element } from "@xmldom/xmldom";

/** A document as JSON, as described in `lib/edgar/ownership-document.ts`, without what is missing or empty. */
export type Fact = string | number | Fact[] | { [name: string]: Fact };
type Facts = { [name: string]: Fact };

const ROWS: Record<string, "transaction" | "holding"> = {
  nonDerivativeTransaction: "transaction",
  nonDerivativeHolding: "holding",
  derivativeTransaction: "transaction",
  derivativeHolding: "holding",
};

const parser = new DOMParser({
  // XML 1.0 has only these line ends.
  normalizeLineEndings: (text) => text.replace(/\r\n?/g, "\n"),
  onError(level, message) {
    // It warns about characters that are rare in XML but allowed.
    if (level !== "warning") throw new Error(`${level}: ${message}`);
  },
});

/**
 * Reads the XML of an ownership document with another parser and other code than the product, only from the description of the
 * document. This is what must come back from the tables.
 */
export function readIndependently(xml: string): Facts {
  const root = parser.parseFromString(xml.replace(/^\ufeff/, ""), "text/xml").documentElement;
  if (!root) throw new Error("there is no root element");
  const rows = { nonDerivativeTable: [] as Facts[], derivativeTable: [] as Facts[] };
  const lists: Record<string, Fact[]> = { ...rows, reportingOwner: [], ownerSignature: [], footnotes: [] };
  const facts: Facts = {};
  for (const child of elementsIn(root)) {
    const name = child.tagName;
    if (name === "reportingOwner" || name === "ownerSignature") lists[name]?.push(objectOf(child) ?? {});
    else if (name === "nonDerivativeTable" || name === "derivativeTable") {
      for (const row of elementsIn(child)) addRow(rows[name], ROWS[row.tagName] ?? "holding", row);
    } else if (name === "nonDerivativeSecurity") addRow(rows.nonDerivativeTable, kindOf2003(child), child);
    else if (name === "derivativeSecurity") addRow(rows.derivativeTable, kindOf2003(child), child);
    else if (name === "footnotes") {
      for (const note of elementsIn(child))
        lists.footnotes?.push(without({ id: note.getAttribute("id"), text: textOf(note) }));
    } else if (name === "documentType") {
      Object.assign(facts, without({ documentType: textOf(child) }));
      for (const inner of elementsIn(child)) Object.assign(facts, without({ [inner.tagName]: factOf(inner) }));
    } else Object.assign(facts, without({ [name]: factOf(child) }));
  }
  return without({ ...facts, ...lists });
}

/** Text directly in these is stray text, even if they have no children: it is a problem of the document and not a fact. */
const CONTAINERS: ReadonlySet<string> = new Set([
  "ownershipDocument",
  "nonDerivativeTable",
  "derivativeTable",
  "footnotes",
]);

/**
 * Every text of an element without children and every footnote reference in any XML. None may be missing from what is stored,
 * however odd the document is. Null if this parser cannot read it.
 */
export function textsIn(xml: string): string[] | null {
  let root: Element | null;
  try {
    root = parser.parseFromString(xml.replace(/^\ufeff/, ""), "text/xml").documentElement;
  } catch {
    return null;
  }
  const texts: string[] = [];
  const walk = (element: Element) => {
    if (element.tagName === "footnoteId") texts.push((element.getAttribute("id") ?? "").trim());
    const inner = elementsIn(element);
    const text = inner.length === 0 && !CONTAINERS.has(element.tagName) ? textOf(element) : null;
    if (text !== null) texts.push(text);
    for (const child of inner) walk(child);
  };
  if (root) walk(root);
  return texts.filter((text) => text !== "");
}

/** Every text in a document as stored. */
export function textsOf(node: unknown): string[] {
  if (typeof node === "string") return [node];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(textsOf) : [];
}

function addRow(rows: Facts[], kind: "transaction" | "holding", row: Element) {
  rows.push({ kind, line: rows.length + 1, ...objectOf(row) });
}

function kindOf2003(row: Element): "transaction" | "holding" {
  const stated = (...path: string[]) => {
    let at: Element | undefined = row;
    for (const name of path) at = at && elementsIn(at).find(({ tagName }) => tagName === name);
    return at !== undefined && textOf(at) !== null;
  };
  return stated("transactionDate", "value") || stated("transactionCoding", "transactionCode")
    ? "transaction"
    : "holding";
}

function factOf(element: Element): Fact | null {
  return elementsIn(element).length === 0 ? textOf(element) : objectOf(element);
}

/** An element with children: a field if it has a `<value>` or nothing but footnotes, otherwise an object. */
function objectOf(element: Element): Facts | null {
  const facts: Facts = {};
  const footnotes: string[] = [];
  for (const child of elementsIn(element)) {
    if (child.tagName === "footnoteId") footnotes.push(child.getAttribute("id") ?? "");
    else Object.assign(facts, without({ [child.tagName]: factOf(child) }));
  }
  if (footnotes.length > 0) facts.footnotes = footnotes;
  return Object.keys(facts).length > 0 ? facts : null;
}

const elementsIn = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

/** The element's own text. Outer white space does not count, and empty is the same as missing. */
function textOf(element: Element): string | null {
  const own = [...element.childNodes]
    .filter((node) => node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
    .map((node) => node.nodeValue ?? "")
    .join("")
    .trim();
  return own === "" ? null : own;
}

/** Missing and empty mean the same. */
const without = (facts: { [name: string]: Fact | null }): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] !== null && !isEmpty(entry[1])),
  );

const isEmpty = (fact: Fact) => typeof fact === "object" && Object.keys(fact).length === 0;

/** A document as it came back from the tables, without what is missing or empty. */
export function withoutEmpty(node: unknown): Fact | null {
  if (node === null || node === undefined || node === "") return null;
  if (typeof node === "string" || typeof node === "number") return node;
  // An owner without any facts is still an owner.
  if (Array.isArray(node)) return node.length === 0 ? null : node.map((item) => withoutEmpty(item) ?? {});
  return without(
    Object.fromEntries(Object.entries(node as object).map(([name, child]) => [name, withoutEmpty(child)])),
  );
}

/** Where two readings of one document differ, and how many facts (texts, footnote references, rows) the first one has. */
export function compareFacts(filed: Fact, stored: Fact | null | undefined): { facts: number; differences: string[] } {
  const differences: string[] = [];
  let facts = 0;
  const walk = (left: Fact | undefined, right: Fact | null | undefined, at: string) => {
    if (left === undefined) {
      if (right !== undefined && right !== null) differences.push(`${at}: not filed, stored ${JSON.stringify(right)}`);
      return;
    }
    const isLeaf = typeof left !== "object";
    if (isLeaf) facts += 1;
    if (isLeaf ? left !== right : typeof right === "string" || typeof right === "number") {
      differences.push(`${at}: filed ${JSON.stringify(left)}, stored ${JSON.stringify(right)}`);
    } else if (!isLeaf) {
      const names = new Set([...Object.keys(left), ...Object.keys(right ?? {})]);
      for (const name of names) walk(own(left, name), own(right, name), `${at}/${name}`);
    }
  };
  walk(filed, stored, "");
  return { facts, differences };
}

const own = (fact: Fact | null | undefined, name: string): Fact | undefined =>
  typeof fact === "object" && fact !== null && Object.hasOwn(fact, name)
    ? (Object.getOwnPropertyDescriptor(fact, name)?.value as Fact)
    : undefined;
