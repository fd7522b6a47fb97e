import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corpusFolder } from "@/testing/corpus";
import { labelledNotes } from "./labelled-notes";
import { precision, recall, scoreFacts } from "./score-facts";

const corpus = corpusFolder();

/** Of facts with fewer values one wrong is more than precision allows. */
test.skipIf(corpus === null)("facts of notes that people have read: precision 0.99, recall 0.95, each", () => {
  const notes = labelledNotes(readFileSync(join(corpus ?? "", "golden", "footnote-facts.jsonl"), "utf8"));
  const { facts } = scoreFacts(notes);
  expect(notes.length).toBeGreaterThan(300);
  for (const fact of facts) {
    expect(precision(fact) ?? 1, `precision of ${fact.key}`).toBeGreaterThanOrEqual(0.99);
    expect(recall(fact) ?? 1, `recall of ${fact.key}`).toBeGreaterThanOrEqual(0.95);
  }
});
