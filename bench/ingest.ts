import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ingestFiles } from "@/db/ingest/ingest-files";
import type { Listed } from "@/db/ingest/list-files";
import { readIncoming } from "@/db/ingest/read-incoming";
import { generateSample } from "@/db/sample/generate-sample";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import { corpusFiles, corpusFolder } from "@/testing/corpus";

type Figure = { what: string; documents: number; seconds: number };

const PARSE_PASSES = 10;
const STORED_SAMPLE = 3_000;

function documents(): { fileName: string; bytes: Buffer }[] {
  const corpus = corpusFolder();
  if (corpus) return corpusFiles(corpus, "xml").map((fileName) => ({ fileName, bytes: readFileSync(fileName) }));
  return [...take(generateSample(), 300)].map(({ fileName, text }) => ({ fileName, bytes: Buffer.from(text) }));
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let taken = 0;
  for (const item of items) {
    if (taken === most) return;
    taken += 1;
    yield item;
  }
}

async function timed(what: string, count: number, work: () => unknown): Promise<Figure> {
  const started = performance.now();
  await work();
  return { what, documents: count, seconds: (performance.now() - started) / 1000 };
}

const listed = (files: { fileName: string; bytes: Buffer }[]): Listed[] =>
  files.map((file) => ({ fileName: file.fileName, read: async () => file }));

async function measure(): Promise<Figure[]> {
  const files = documents();
  for (const file of files) readIncoming(file);
  const parsed = await timed("parse only", files.length * PARSE_PASSES, () => {
    for (let pass = 0; pass < PARSE_PASSES; pass++) for (const file of files) readIncoming(file);
  });

  const folder = await mkdtemp(join(tmpdir(), "section16-bench-"));
  // PostgreSQL runs as another user than root, and must be able to pass.
  await chmod(folder, 0o755);
  const opened = await openDatabase({ databaseUrl: null, dataDir: folder });
  try {
    await migrateDatabase(opened.url);
    const connection = connect(opened.url, 16);
    const sample = [...take(generateSample(), STORED_SAMPLE)].map(({ fileName, text }) => ({
      fileName,
      bytes: Buffer.from(text),
    }));
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

/** How fast single filings are read and stored: real documents where there is a corpus (CORPUS_DIR), else the sample's. */
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
