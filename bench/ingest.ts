import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { readIncoming } from "@/db/ingest/read-incoming";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { readSample, type SampleFiling } from "@/testing/sample-filings";

type Figure = { what: string; documents: number; seconds: number };

const PARSE_PASSES = 10;
const STORED_SAMPLE = 3_000;

type Document = { fileName: string; bytes: Buffer };

const asDocument = ({ fileName, text }: { fileName: string; text: string }): Document => ({
  fileName,
  bytes: Buffer.from(text),
});

/** The documents of the corpus, or some of the sample if there is no corpus. */
function documents(sample: readonly SampleFiling[]): Document[] {
  const corpus = corpusFolder();
  if (corpus) return corpusFiles(corpus, "xml").map((fileName) => ({ fileName, bytes: readFileSync(fileName) }));
  return sample.slice(0, 300).map(asDocument);
}

/** The sample, repeated as often as needed under new accession numbers. */
const repeated = (sample: readonly SampleFiling[], count: number): Document[] =>
  Array.from({ length: count }, (_, at) => {
    const { fileName, text } = sample[at % sample.length] as SampleFiling;
    const filer = `999900${String(2 + Math.floor(at / sample.length)).padStart(4, "0")}-`;
    const renumbered = (from: string) => from.replaceAll("9999000001-", filer);
    return asDocument({ fileName: renumbered(fileName), text: renumbered(text) });
  });

async function timed(what: string, count: number, work: () => unknown): Promise<Figure> {
  const started = performance.now();
  await work();
  return { what, documents: count, seconds: (performance.now() - started) / 1000 };
}

const listed = (files: { fileName: string; bytes: Buffer }[]): Listed[] =>
  files.map((file) => ({ fileName: file.fileName, read: async () => file }));

async function measure(): Promise<Figure[]> {
  const filings = await readSample();
  const files = documents(filings);
  for (const file of files) readIncoming(file);
  const parsed = await timed("parse only", files.length * PARSE_PASSES, () => {
    for (let pass = 0; pass < PARSE_PASSES; pass++) for (const file of files) readIncoming(file);
  });

  const folder = await mkdtemp(join(tmpdir(), "section16-bench-"));
  // PostgreSQL may run as another user, who must be able to enter the folder.
  await chmod(folder, 0o755);
  const opened = await openDatabase({ databaseUrl: null, dataDir: folder });
  try {
    await migrateDatabase(opened.url);
    const connection = connect(opened.url, 16);
    const sample = repeated(filings, STORED_SAMPLE);
    const options = { isSample: false } as const;
    const storedFiles = await timed("parse and store, documents as above", files.length, () =>
      ingestFiles(connection, listed(files), options),
    );
    const storedSample = await timed("parse and store, sample submissions", sample.length, () =>
      ingestFiles(connection, listed(sample), options),
    );
    const again = await timed("the same again (already there)", sample.length, () =>
      ingestFiles(connection, listed(sample), options),
    );
    await connection.end();
    return [parsed, storedFiles, storedSample, again];
  } finally {
    await opened.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How fast single filings are read and stored, from the corpus (CORPUS_DIR) or else from the sample. */
export async function benchIngest() {
  const figures = await measure();
  console.log("Filings, one document each");
  console.table(
    figures.map(({ what, documents, seconds }) => ({
      what,
      documents,
      seconds: seconds.toFixed(2),
      "documents a second": Math.round(documents / seconds),
    })),
  );
}
