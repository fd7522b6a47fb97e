import { childrenNamed, type XmlElement } from "@/lib/edgar/xml-tree";

const ROWS_OF = {
  nonDerivativeTable: ["nonDerivativeTransaction", "nonDerivativeHolding"],
  derivativeTable: ["derivativeTransaction", "derivativeHolding"],
} as const;
const ROOT_ROW_OF = { nonDerivativeTable: "nonDerivativeSecurity", derivativeTable: "derivativeSecurity" } as const;

const LISTS = ["reportingOwner", "ownerSignature", "footnotes", "nonDerivativeTable", "derivativeTable"] as const;
type List = (typeof LISTS)[number];

/**
 * Finds the line on which an element begins, given a JSON Pointer into the document, or the line of its nearest ancestor. The
 * lists of the document are indexed once for all pointers.
 */
export function lineFinder(root: XmlElement): (pointer: string) => number {
  const lists = new Map<string, XmlElement[]>(LISTS.map((name) => [name, listAt(root, name)]));
  return (pointer) => {
    const [first = "", index = "", ...path] = pointer.split("/").slice(1);
    const list = lists.get(first);
    const start = list ? (list[Number(index)] ?? list[0]) : root.children.find(({ name }) => name === first);
    let at = start ?? root;
    if (!start || (list && !list[Number(index)])) return at.line;
    for (const name of list ? path : [index, ...path]) {
      const next = at.children.find((child) => child.name === name);
      if (!next) break;
      at = next;
    }
    return at.line;
  };
}

function listAt(root: XmlElement, name: List): XmlElement[] {
  const elements = childrenNamed(root, name);
  if (name === "reportingOwner" || name === "ownerSignature") return elements;
  if (name === "footnotes") return elements.flatMap((footnotes) => childrenNamed(footnotes, "footnote"));
  const inTables = elements.flatMap((table) =>
    table.children.filter((child) => (ROWS_OF[name] as readonly string[]).includes(child.name)),
  );
  return [...inTables, ...childrenNamed(root, ROOT_ROW_OF[name])];
}
