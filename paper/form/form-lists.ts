import type { DocumentFootnote, DocumentObject, DocumentRow, OwnershipDocument } from "@/lib/edgar/ownership-document";

/** The lists of a form, by their names in the document. Each may have more entries than were read. */
export const FORM_LISTS = {
  reportingOwner: "The reporting persons",
  nonDerivativeTable: "Table I",
  derivativeTable: "Table II",
  footnotes: "The explanation of responses",
  ownerSignature: "The signatures",
} as const;

export type FormListName = keyof typeof FORM_LISTS;

export const isFormList = (name: string): name is FormListName => Object.hasOwn(FORM_LISTS, name);

/** The list that a JSON Pointer refers to as a whole; null for any other pointer. */
export function listAt(pointer: string): FormListName | null {
  const name = pointer.slice(1);
  return isFormList(name) ? name : null;
}

/** An empty entry, after those that a list has. */
export function blankEntry(document: OwnershipDocument, name: FormListName): DocumentObject {
  const { length } = document[name];
  switch (name) {
    case "nonDerivativeTable":
    case "derivativeTable":
      return { kind: "transaction", line: length + 1 } satisfies DocumentRow;
    case "footnotes":
      return { id: `F${nextNote(document)}`, text: null } satisfies DocumentFootnote;
    default:
      return {};
  }
}

const nextNote = ({ footnotes }: OwnershipDocument): number =>
  Math.max(0, ...footnotes.map(({ id }) => Number(/^F(\d+)$/.exec(id ?? "")?.[1] ?? 0))) + 1;

/** A document with one such entry in every list. */
export function withBlankEntries(document: OwnershipDocument): OwnershipDocument {
  const longer = structuredClone(document);
  for (const name of Object.keys(FORM_LISTS).filter(isFormList)) {
    const list: DocumentObject[] = longer[name];
    list.push(blankEntry(document, name));
  }
  return longer;
}
