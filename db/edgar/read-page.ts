import { gunzipSync, gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import type { Edgar } from "@/db/edgar/edgar";
import type { Validators } from "@/db/edgar/edgar-client";
import { edgarPage } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { EdgarAddress } from "@/lib/edgar/addresses";
import { decodeText } from "@/lib/values/decode-text";

/**
 * Fetches a page of EDGAR and reads it with `read`; an unchanged page is not sent again.
 * @param read the content of the page, or null if it is not the page that was requested
 * @param what for the message: “not …”
 * @returns null if EDGAR has no such page
 */
export async function readPage<Content>(
  { client, connection: { db }, signal }: Edgar,
  address: EdgarAddress,
  what: string,
  read: (text: string) => Content | null,
): Promise<Content | null> {
  const url = client.urlOf(address);
  const kept = await findPage(db, url);
  const content = kept?.gzip ? read(decodeText(gunzipSync(kept.gzip))) : null;
  let fresh: Content | null = null;
  const answer = await client.get(address, {
    validators: content === null ? null : kept,
    signal,
    check(bytes) {
      fresh = attempt(() => read(decodeText(bytes)));
      return fresh === null ? notWhat(what, bytes) : null;
    },
  });
  if (answer.outcome === "not modified") return content;
  if (answer.outcome === "absent") return null;
  await storePage(db, url, answer.validators, gzipSync(answer.bytes));
  return fresh;
}

/** “it is a web page, not an index of filings” */
export function notWhat(what: string, bytes: Buffer): string {
  const start = bytes.subarray(0, 500).toString("latin1").trim();
  if (start === "") return `it is empty, not ${what}`;
  return /^<(?:!doctype\s+)?html/i.test(start)
    ? `it is a web page, not ${what}`
    : `it is damaged or cut off, not ${what}`;
}

export async function findPage(db: Db, url: string) {
  const [page] = await db.select().from(edgarPage).where(eq(edgarPage.url, url));
  return page ?? null;
}

export async function storePage(db: Db, url: string, validators: Validators, gzip: Buffer | null) {
  const values = { ...validators, gzip, fetchedAt: new Date() };
  await db
    .insert(edgarPage)
    .values({ url, ...values })
    .onConflictDoUpdate({ target: edgarPage.url, set: values });
}

function attempt<Content>(read: () => Content | null): Content | null {
  try {
    return read();
  } catch {
    return null;
  }
}
