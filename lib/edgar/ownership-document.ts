/** A string as filed, or `null` for an empty element. */
export type Leaf = string | null;
type DocumentField = { value: string | null; footnotes: string[]; [unknownElement: string]: DocumentNode };
export type DocumentObject = { [elementName: string]: DocumentNode };
export type DocumentNode = Leaf | number | DocumentObject | DocumentField | DocumentNode[];

export type DocumentRow = DocumentObject & { kind: "transaction" | "holding"; line: number };
export type DocumentFootnote = DocumentObject & { id: Leaf; text: Leaf };

/**
 * An ownershipDocument as JSON, with the element names and nesting of the XML. An element with a `<value>`, or with only
 * `<footnoteId>` children, is a field `{value, footnotes}`; other elements with children are objects; the rest are leaves.
 * Owners, signatures, footnotes and the rows of both tables are arrays in document order. Elements that the document lacks are
 * left out; elements outside the specification keep their place.
 */
export type OwnershipDocument = DocumentObject & {
  reportingOwner: DocumentObject[];
  nonDerivativeTable: DocumentRow[];
  derivativeTable: DocumentRow[];
  footnotes: DocumentFootnote[];
  ownerSignature: DocumentObject[];
};

export const isObject = (node: DocumentNode | undefined): node is DocumentObject =>
  typeof node === "object" && node !== null && !Array.isArray(node);

/** The node at a path of element names, or undefined. */
export function nodeAt(node: DocumentNode | undefined, path: readonly string[]): DocumentNode | undefined {
  let at = node;
  for (const name of path) {
    if (!isObject(at)) return undefined;
    at = at[name];
  }
  return at;
}
