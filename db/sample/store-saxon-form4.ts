import { readFile } from "node:fs/promises";
import type { Pool } from "pg";
import { sha256 } from "@/db/ingest/read-incoming";
import { storeFiling } from "@/db/ingest/store-filing";
import { saxonForm4 } from "@/db/sample/saxon-form4";
import { recordFromDocument } from "@/lib/edgar/record-from-document";

/** The scan's text, kept as the bytes of the filing: there is no XML of it here. */
const TEXT = new URL("saxon-form4.txt", import.meta.url);

/** Stores the one real document that ships with the product: a Form 4 of 2013, transcribed from a scan. */
export async function storeSaxonForm4(pool: Pool) {
  const text = await readFile(TEXT);
  const { document, unread } = saxonForm4;
  const { record, problems } = recordFromDocument(document);
  return storeFiling(
    pool,
    {
      fileName: "saxon-form4.txt",
      accessionNumber: null,
      header: null,
      document: text,
      documentSha256: sha256(text),
      submission: null,
      contentSha256: sha256(text),
      parsed: {
        outcome: "parsed",
        document,
        record,
        problems: problems.map((problem) => ({ line: null, ...problem })),
      },
    },
    { isSample: false, source: "paper", unread },
  );
}
