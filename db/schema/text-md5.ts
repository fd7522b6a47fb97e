import { createHash } from "node:crypto";

/** The MD5 of a text as a `uuid`, as PostgreSQL makes it. */
export const textMd5 = (text: string): string =>
  createHash("md5")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
