import { createHash } from "node:crypto";

/** As PostgreSQL makes a `uuid` of the MD5 of a text. */
export const textMd5 = (text: string): string =>
  createHash("md5")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
