import { createHash } from "node:crypto";

/**
 * The entity tag of a page, from all that it depends on, as JSON. Weak, because the same page is sent compressed or not, and with a nonce
 * and an id of its own each time.
 */
export const pageTag = (parts: readonly unknown[]): string =>
  `W/"${createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 22)}"`;

/** Whether a tag is among those of an `If-None-Match` header. A proxy may have made them strong, or weak. */
export function isTagKnown(tag: string, ifNoneMatch: string): boolean {
  const opaque = (each: string) => each.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((known) => opaque(known) === opaque(tag));
}
