import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fuzzDocuments } from "@/fuzz/documents/fuzz-documents";
import { compareFacts, readIndependently } from "@/fuzz/documents/read-independently";
import { FORMS, VERSIONS } from "@/fuzz/documents/schema";
import { validDocument } from "@/fuzz/documents/valid-document";
import { writeDocument } from "@/fuzz/documents/writing";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const drawn = Math.floor(Math.random() * 1_000_000_000);

describe("random documents of the ownership schema come back from the tables with every fact, and no others", () => {
  test.each([
    ["a fixed seed", 12],
    [`a random seed, ${drawn}: npm run fuzz -- --only documents --seed ${drawn} --runs 20`, drawn],
  ])(
    "%s",
    async (_, seed) => {
      const report = await fuzzDocuments(database.url, { runs: 20, seed, shrunk: 1 });
      const failures = report.failures.map(
        ({ smallest }) => `${smallest.faults.join("; ")}\n${smallest.bytes.toString()}`,
      );
      expect(failures.join("\n")).toBe("");
      expect(report.facts).toBeGreaterThan(200);
    },
    120_000,
  );
});

describe("the documents", () => {
  const documents = fc.sample(validDocument, { seed: 12, numRuns: 600 });

  test("are the same for the same seed", () => {
    expect(fc.sample(validDocument, { seed: 12, numRuns: 20 })).toEqual(documents.slice(0, 20));
  });

  test("have every form in every schema version", () => {
    const seen = new Set(documents.map(({ form, version }) => `${form} ${version}`));
    const all = FORMS.flatMap((form) => VERSIONS[form[0] as "3" | "4" | "5"].map((version) => `${form} ${version}`));
    expect([...seen].sort()).toEqual(all.sort());
  });

  test("are written in every way, with the same meaning", () => {
    const encodings = new Set(documents.map(({ writing }) => writing.encoding));
    expect(encodings.size).toBe(7);
    for (const [index, document] of documents.slice(0, 40).entries()) {
      const plain = { ...document.writing, encoding: "utf-8" as const, cdata: 0, references: 0, comments: false };
      const [one, other] = [document, { ...document, writing: { ...plain, space: "none" as const } }].map((way) =>
        readIndependently(writeDocument(way, index).xml),
      );
      expect(compareFacts(one ?? "", other).differences).toEqual([]);
    }
  });

  test("cite footnotes at values, instead of values and at the transaction's coding", () => {
    const written = documents.map((document) => JSON.stringify(readIndependently(writeDocument(document, 1).xml)));
    const all = written.join("\n");
    expect(all).toMatch(/"securityTitle":\{"value":"[^"]*","footnotes":\["F/);
    expect(all).toMatch(/"transactionPricePerShare":\{"footnotes":\["F/);
    expect(all).toMatch(/"transactionCoding":\{[^{}]*"footnotes":\["F/);
    expect(all).toMatch(/"transactionCoding":\{"footnotes":\["F/);
  });
});
