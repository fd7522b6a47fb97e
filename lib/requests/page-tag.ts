import { createHash } from "node:crypto";

/**
 * The entity tag of a page, made from everything that the page depends on, as JSON. It is weak, because the same page may be sent
 * compressed or not, and has a new nonce and id each time.
 */
export const pageTag = (parts: readonly unknown[]): string =>
  `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22)}"`;

/** Whether a tag is in an `If-None-Match` header. A proxy may have made the tags there strong or weak. */
export function isTagKnown(tag: string, ifNoneMatch: string): boolean {
  const opaque = (each: string) => each.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((known) => opaque(known) === opaque(tag));
}
