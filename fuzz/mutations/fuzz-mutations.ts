import fc from "fast-check";
import { type Connection, connect } from "@/db/server/client";
import { validDocument } from "@/fuzz/documents/valid-document";
import { writeDocument } from "@/fuzz/documents/writing";
import { ingestMutated } from "@/fuzz/mutations/ingest-mutated";
import { type MutatedDocument, mutatedDocument, writeMutated } from "@/fuzz/mutations/mutated-document";
import { type HandedFile, HEAVY, MUTATION_NAMES } from "@/fuzz/mutations/mutations";

const BATCH = 100;
/** Good documents beside the damaged ones of a batch. */
const GOOD = 5;
const FIRST_GOOD = 900_001;

type MutationFailure = {
  seed: number;
  /** Null if the whole batch fails, but no document alone. */
  index: number | null;
  mutations: string[];
  faults: string[];
  smallest: HandedFile | null;
};

export type MutationsReport = {
  documents: number;
  good: number;
  stored: number;
  refused: number;
  withProblems: number;
  failures: MutationFailure[];
};

type Options = { runs: number; seed: number; onProgress?: (done: number) => void };

/** Ingests random damaged documents, batch by batch. It empties the database. */
export async function fuzzMutations(
  url: string,
  { runs, seed, onProgress = () => {} }: Options,
): Promise<MutationsReport> {
  const report: MutationsReport = { documents: 0, good: 0, stored: 0, refused: 0, withProblems: 0, failures: [] };
  const connection = connect(url);
  try {
    for (let batch = 0; report.documents < runs; batch++) {
      const seedOfBatch = seed + batch;
      const count = Math.min(BATCH, runs - report.documents);
      const good = fc
        .sample(validDocument, { seed: seedOfBatch, numRuns: GOOD })
        .map((document, index) => writeDocument({ ...document, isNumbered: true }, FIRST_GOOD + index));
      const documents = fc.sample(mutatedDocument, { seed: seedOfBatch, numRuns: count });
      const mutated = documents.map(written);
      const result = await ingestMutated(url, connection, { good, mutated });
      report.documents += count;
      report.good += good.length;
      report.stored += result.stored;
      report.refused += result.refused;
      report.withProblems += result.withProblems;
      if (result.faults.length > 0) {
        const tried: Tried = { url, connection, good, seed: seedOfBatch, documents };
        report.failures.push(await explain(tried, result.faults));
      }
      onProgress(report.documents);
    }
  } finally {
    await connection.end();
  }
  return report;
}

const written = (document: MutatedDocument, index: number) => writeMutated(document, index + 1);

type Tried = {
  url: string;
  connection: Connection;
  good: readonly HandedFile[];
  seed: number;
  documents: readonly MutatedDocument[];
};

const SHRINKING_MS = 90_000;

/** Finds the document that makes its batch fail, and reduces it as far as time allows. */
async function explain({ url, connection, good, seed, documents }: Tried, faults: string[]): Promise<MutationFailure> {
  const faultsOf = async (indexes: readonly number[]) => {
    const mutated = indexes.flatMap((index) => {
      const document = documents[index];
      return document ? [written(document, index)] : [];
    });
    return (await ingestMutated(url, connection, { good, mutated })).faults;
  };
  let suspects = documents.map((_, index) => index);
  let found = faults;
  while (suspects.length > 1) {
    const half = Math.ceil(suspects.length / 2);
    const parts = [suspects.slice(0, half), suspects.slice(half)];
    const failing = await firstFailing(parts, faultsOf);
    if (!failing) break;
    suspects = failing.part;
    found = failing.faults;
  }
  const [index] = suspects;
  if (suspects.length !== 1 || index === undefined) {
    return { seed, index: null, mutations: [], faults: found, smallest: null };
  }
  let smallest = documents[index];
  const property = fc.asyncProperty(mutatedDocument, async (document) => {
    const result = await ingestMutated(url, connection, { good: [], mutated: [written(document, 0)] });
    if (result.faults.length > 0) {
      smallest = document;
      found = result.faults;
    }
    return result.faults.length === 0;
  });
  await fc.check(property, { seed, path: String(index), numRuns: 1, interruptAfterTimeLimit: SHRINKING_MS });
  const mutations = smallest?.mutations.map(({ name }) => name) ?? [];
  return { seed, index, mutations, faults: found, smallest: smallest ? written(smallest, 0) : null };
}

async function firstFailing(parts: number[][], faultsOf: (part: number[]) => Promise<string[]>) {
  for (const part of parts) {
    const faults = await faultsOf(part);
    if (faults.length > 0) return { part, faults };
  }
  return null;
}

/** One document for each mutation, so that even a short run tries them all. */
export async function ingestEachMutation(url: string, seed: number, { heavy }: { heavy: boolean }): Promise<string[]> {
  const connection = connect(url);
  try {
    const names = MUTATION_NAMES.filter((name) => heavy || !HEAVY.has(name));
    const documents = fc.sample(validDocument, { seed, numRuns: names.length + GOOD });
    const good = documents
      .slice(names.length)
      .map((document, index) => writeDocument({ ...document, isNumbered: true }, FIRST_GOOD + index));
    const mutated = names.flatMap((name, index) => {
      const document = documents[index];
      return document ? [written({ document, mutations: [{ name, seed: seed + index }] }, index)] : [];
    });
    const { faults } = await ingestMutated(url, connection, { good, mutated });
    return faults;
  } finally {
    await connection.end();
  }
}
