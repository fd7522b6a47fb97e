import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { generateSample, sampleSize } from "@/db/sample/generate-sample";
import { connect } from "@/db/server/client";
import { storeSaxonForm4 } from "./store-saxon-form4";

/** Loads the sample and the one real document beside it, through the same ingest as any filing. */
export async function loadSample(
  url: string,
  progress: (done: number, total: number) => void = () => {},
): Promise<number> {
  const connection = connect(url);
  try {
    await storeSaxonForm4(connection.pool);
    const total = sampleSize();
    let done = 0;
    const summary = await ingestFiles(connection, sampleFiles(), {
      isSample: true,
      onEvent: () => {
        done += 1;
        progress(done, total);
      },
    });
    return summary.stored;
  } finally {
    await connection.end();
  }
}

function* sampleFiles(): Generator<Listed> {
  for (const { fileName, text } of generateSample()) {
    yield { fileName, read: async () => ({ fileName, bytes: Buffer.from(text) }) };
  }
}
