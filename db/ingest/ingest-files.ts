import type { Listed } from "@/db/ingest/list-files";
import { type IngestEvent, type IngestSummary, startIngest } from "@/db/ingest/start-ingest";
import type { StoreOptions } from "@/db/ingest/store-filing";
import type { PaperIdentity } from "@/db/ingest/store-paper";
import type { Connection } from "@/db/server/client";

export type IngestOptions = StoreOptions & {
  /** What the caller says about the one file that is read. */
  identity?: PaperIdentity;
  /** How many filings are stored at once: commits that wait for the disk together cost one wait. */
  connections?: number;
  /** Called for each file when it is done. */
  onEvent?: (event: IngestEvent, summary: IngestSummary) => void;
  /** Called once all files are stored and the rest is derived, with the filings done and how many there are. */
  onDeriving?: (done: number, total: number) => void;
  signal?: AbortSignal;
};

/** Reads files one by one and stores each in a transaction of its own. A bad file never stops the others. */
export async function ingestFiles(
  connection: Pick<Connection, "db" | "pool">,
  files: Iterable<Listed>,
  { identity, connections = 8, signal, ...options }: IngestOptions,
): Promise<IngestSummary> {
  const ingest = await startIngest(connection, { run: options.isSample ? "sample" : "files", ...options });
  const queue = files[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); !next.done && !signal?.aborted; next = queue.next()) {
      await ingest.take(await next.value.read(), identity);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  await ingest.end();
  return ingest.summary;
}
