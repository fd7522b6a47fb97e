import { readFile } from "node:fs/promises";
import type { Pool } from "pg";
import { readPaperFile } from "@/db/ingest/read-paper-file";
import { NO_IDENTITY, storePaper } from "@/db/ingest/store-paper";

const FILE = new URL("../../sample/saxon-form4.txt", import.meta.url);

/** Stores the one real document that ships with the product: the text of a scanned Form 4 of 2013, read as any form on paper. */
export async function storeSaxonForm4(pool: Pool) {
  const read = await readPaperFile({ fileName: "saxon-form4.txt", bytes: await readFile(FILE) }, null, NO_IDENTITY);
  if (read.outcome === "refused") throw new Error(`saxon-form4.txt could not be read: ${read.refusal.message}`);
  return storePaper(pool, read.paper);
}
