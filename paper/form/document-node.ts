import { type DocumentNode, isObject } from "@/lib/edgar/ownership-document";

/** The part of a document at the segments of a JSON Pointer, through objects and arrays; undefined if there is none. */
export function documentNode(root: DocumentNode, path: readonly string[]): DocumentNode | undefined {
  let at: DocumentNode | undefined = root;
  for (const name of path) {
    if (Array.isArray(at)) at = at[Number(name)];
    else if (isObject(at) && Object.hasOwn(at, name)) at = at[name];
    else return undefined;
  }
  return at;
}
