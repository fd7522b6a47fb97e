import { childrenNamed, type XmlElement } from "@/lib/edgar/xml-tree";

const ROWS_OF = {
  nonDerivativeTable: ["nonDerivativeTransaction", "nonDerivativeHolding"],
  derivativeTable: ["derivativeTransaction", "derivativeHolding"],
} as const;
const ROOT_ROW_OF = { nonDerivativeTable: "nonDerivativeSecurity", derivativeTable: "derivativeSecurity" } as const;

/** The line on which the element that a JSON Pointer into the document names begins, or that of its nearest ancestor. */
export function lineOfPointer(root: XmlElement, pointer: string): number {
  let at = root;
  let list: XmlElement[] | null = null;
  for (const name of pointer.split("/").slice(1)) {
    const next: XmlElement | undefined = list ? list[Number(name)] : at.children.find((c) => c.name === name);
    if (at === root && list === null) list = listAt(root, name);
    else list = null;
    if (list) continue;
    if (!next) return at.line;
    at = next;
  }
  return list?.[0]?.line ?? at.line;
}

function listAt(root: XmlElement, name: string): XmlElement[] | null {
  if (name === "reportingOwner" || name === "ownerSignature") return childrenNamed(root, name);
  if (name === "footnotes") return childrenNamed(root, name).flatMap((f) => childrenNamed(f, "footnote"));
  if (name !== "nonDerivativeTable" && name !== "derivativeTable") return null;
  const inTables = childrenNamed(root, name).flatMap((t) =>
    t.children.filter((c) => (ROWS_OF[name] as readonly string[]).includes(c.name)),
  );
  return [...inTables, ...childrenNamed(root, ROOT_ROW_OF[name])];
}
