import { fileURLToPath } from "node:url";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFiles } from "@/db/ingest/list-files";
import { connect } from "@/db/server/client";
import { withSettings } from "@/db/server/purposes";
import { storeSaxonForm4 } from "./store-saxon-form4";

/** The invented filings: see README.md beside them. */
export const SAMPLE_FILINGS = fileURLToPath(new URL("../../sample/filings.zip", import.meta.url));

/** Loads the sample and the one real document beside it, through the same ingest as any filing. */
export async function loadSample(
  url: string,
  onProgress: (done: number, total: number, unit: string) => void = () => {},
): Promise<number> {
  const connection = connect(withoutWaiting(url));
  try {
    await storeSaxonForm4(connection.pool);
    const { files } = await listFiles([SAMPLE_FILINGS]);
    let done = 0;
    const summary = await ingestFiles(connection, files, {
      isSample: true,
      onDeriving: (done, total) => onProgress(done, total, "filings derived"),
      onEvent: () => {
        done += 1;
        onProgress(done, files.length, "filings stored");
      },
    });
    return summary.stored;
  } finally {
    await connection.end();
  }
}

/**
 * An interrupted load starts again at the next start, so commits need not wait for the disk. An address without settings may be
 * a pooler's, which refuses them.
 */
const withoutWaiting = (url: string) =>
  new URL(url).searchParams.has("options") ? withSettings(url, { synchronous_commit: "off" }) : url;
