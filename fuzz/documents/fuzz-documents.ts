import fc from "fast-check";
import { type Connection, connect } from "@/db/server/client";
import { roundTrip } from "@/fuzz/documents/round-trip";
import { validDocument } from "@/fuzz/documents/valid-document";
import { writeDocument } from "@/fuzz/documents/writing";
import type { ValidDocument } from "@/fuzz/documents/written-document";
import type { HandedFile } from "@/fuzz/mutations/mutations";

/** Documents that are stored together. Each batch begins with an empty database and has its own seed. */
const BATCH = 100;

type DocumentFailure = {
  /** The seed of its batch, and its place in it: `--seed … --runs 1` repeats the first document of a batch. */
  seed: number;
  index: number;
  faults: string[];
  /** The smallest failing document as written, and what is wrong with it. */
  smallest: HandedFile & { faults: string[] };
};

export type DocumentsReport = { documents: number; facts: number; failures: DocumentFailure[] };

type Options = {
  runs: number;
  seed: number;
  /** How many failures are reduced; the others are only counted. */
  shrunk?: number;
  onProgress?: (done: number) => void;
};

/** Ingests random valid documents and compares what comes back. It empties the database. */
export async function fuzzDocuments(
  url: string,
  { runs, seed, shrunk = 3, onProgress = () => {} }: Options,
): Promise<DocumentsReport> {
  const connection = connect(url);
  const report: DocumentsReport = { documents: 0, facts: 0, failures: [] };
  try {
    for (let batch = 0; report.documents < runs; batch++) {
      const seedOfBatch = seed + batch;
      const count = Math.min(BATCH, runs - report.documents);
      const documents = fc.sample(validDocument, { seed: seedOfBatch, numRuns: count });
      const { facts, failures } = await roundTrip(connection, documents);
      report.documents += count;
      report.facts += facts;
      for (const [index, faults] of failures) {
        const first = documents[index];
        if (!first) continue;
        const smallest =
          report.failures.length < shrunk
            ? await shrink(connection, seedOfBatch, index, first)
            : { document: first, faults };
        const { bytes, fileName } = writeDocument(smallest.document, 1);
        report.failures.push({
          seed: seedOfBatch,
          index,
          faults,
          smallest: { faults: smallest.faults, bytes, fileName },
        });
      }
      onProgress(report.documents);
    }
  } finally {
    await connection.end();
  }
  return report;
}

const SHRINKING_MS = 60_000;

/** Reduces the document at this place of this seed to the smallest one that still fails. */
async function shrink(connection: Connection, seed: number, index: number, first: ValidDocument) {
  let smallest = { document: first, faults: ["it fails only together with the others of its batch"] };
  const property = fc.asyncProperty(validDocument, async (document) => {
    const { failures } = await roundTrip(connection, [document]);
    const faults = failures.get(0);
    if (faults) smallest = { document, faults };
    return faults === undefined;
  });
  await fc.check(property, { seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: SHRINKING_MS });
  return smallest;
}
