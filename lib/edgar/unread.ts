import type { DocumentNode, DocumentObject, OwnershipDocument } from "@/lib/edgar/ownership-document";
import { type FieldPlace, ROW_FIELDS } from "@/lib/record/filing-fields";
import type { TableNumber } from "@/lib/record/reported-row";

/** The place of a row in the document, as a JSON Pointer. */
export const rowPointer = ({ tableNumber, line }: { tableNumber: TableNumber; line: number }) =>
  `/${tableNumber === "I" ? "nonDerivativeTable" : "derivativeTable"}/${line - 1}`;

/**
 * The columns of a parent (`""` for the filing, `/reportingOwner/0`, a row's pointer) whose value is in the original but missing
 * from our text.
 */
export function unreadColumns<Name extends string>(
  unread: readonly string[],
  parent: string,
  places: Record<Name, FieldPlace>,
): ReadonlySet<Name> {
  const names = Object.keys(places) as Name[];
  return new Set(names.filter((name) => unread.includes(`${parent}/${places[name].path.join("/")}`)));
}

/** The document with a key for every unread value: we know its place, but not its value. */
export function withUnread(document: OwnershipDocument, unread: readonly string[]): OwnershipDocument {
  if (unread.length === 0) return document;
  const whole = structuredClone(document);
  for (const pointer of unread) put(whole, pointer.split("/").slice(1), isRowField(pointer));
  return whole;
}

const rowFieldPaths = new Set(
  Object.values(ROW_FIELDS)
    .filter(({ isField }) => isField)
    .map(({ path }) => path.join("/")),
);

const isRowField = (pointer: string): boolean => {
  const [, inRow] = /^\/(?:nonDerivativeTable|derivativeTable)\/\d+\/(.+)$/.exec(pointer) ?? [];
  return inRow !== undefined && rowFieldPaths.has(inRow);
};

function put(root: DocumentObject, path: string[], isField: boolean) {
  const [last = "", ...parents] = path.toReversed();
  let at: DocumentNode | undefined = root;
  for (const name of parents.toReversed()) {
    if (Array.isArray(at)) at = at[Number(name)];
    else if (typeof at === "object" && at !== null) {
      const node: DocumentObject = at;
      node[name] ??= {};
      at = node[name];
    }
  }
  if (typeof at !== "object" || at === null || Array.isArray(at)) return;
  const node: DocumentObject = at;
  node[last] ??= isField ? { value: null, footnotes: [] } : null;
}
