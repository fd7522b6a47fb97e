import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { corpusFolder } from "@/testing/corpus";
import { filedForm } from "@/testing/printed-forms";
import { marksTakenForNumbers } from "./marks-for-numbers";
import { labelledNotes, precision, recall, scoreFacts } from "./score-facts";

/** What a reader finds in the footnotes of an invented filing: each fact with the words that state it. */
const FOUND_BY_READING: Record<string, [note: string, facts: Record<string, [value: unknown, words: string]>][]> = {
  "sales-under-a-plan": [
    [
      "F1",
      { plan_10b5_1: ["made_under", "Rule 10b5-1 trading plan"], plan_adopted: [["2023-08-30"], "August 30, 2023"] },
    ],
    [
      "F2",
      {
        weighted_average: [true, "weighted average"],
        price_ranges: [[{ low: "40.61", high: "41.595", currency: "USD" }], "$40.61 to $41.595"],
      },
    ],
    [
      "F3",
      {
        weighted_average: [true, "weighted average"],
        price_ranges: [[{ low: "41.6", high: "42.07", currency: "USD" }], "$41.6 to $42.07"],
      },
    ],
    ["F4", { includes_components: [[{ what: "espp", shares: "1204" }], "1,204 shares"] }],
    ["F5", { disclaims_beneficial_ownership: ["except_pecuniary_interest", "disclaims beneficial ownership"] }],
    [
      "F6",
      {
        vesting: [
          {
            first: "2020-02-14",
            last: null,
            schedule: "vested in four equal annual installments beginning on February 14, 2020",
          },
          "vested in four equal annual installments",
        ],
      },
    ],
  ],
  "amendment-of-gifts": [
    ["F1", { includes_components: [[{ what: "drip", shares: null }], "dividend reinvestment"] }],
    ["F2", {}],
  ],
  "annual-statement": [
    ["F1", { transfer: [{ kind: "distribution" }, "distribution by a partnership"] }],
    [
      "F2",
      {
        holder: [
          [{ name: "Haldane Dairy Farms LP", kind: "partnership", role: "limited partner" }],
          "Haldane Dairy Farms LP",
        ],
      },
    ],
    ["F3", {}],
    ["F4", {}],
  ],
};

test("finds every fact in the footnotes of invented filings, at the right words, and no others", () => {
  const lines = Object.entries(FOUND_BY_READING).flatMap(([name, notes]) =>
    notes.map(([note, facts]) => {
      const text = filedForm(name).document.footnotes.find(({ id }) => id === note)?.text ?? "";
      const of = <T>(each: (fact: [value: unknown, words: string]) => T) =>
        Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, each(fact)]));
      return JSON.stringify({ text, facts: of(([value]) => value), words: of(([, words]) => [words]) });
    }),
  );
  const { facts, misses } = scoreFacts(labelledNotes(lines.join("\n")));
  expect(misses).toEqual([]);
  expect(facts.map((fact) => [precision(fact) ?? 1, recall(fact) ?? 1])).toEqual(facts.map(() => [1, 1]));
  expect(facts.reduce((sum, { found }) => sum + found, 0)).toBe(12);
});

const notesOf = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

test.each([
  ["in unusual words", ["labelled-notes.jsonl"], 0.99],
  ["in unusual words, with those that we still misread,", ["labelled-notes.jsonl", "misread-notes.jsonl"], 0.96],
])("reads the facts of footnotes %s with precision 0.99 and enough recall", (_, files, enough) => {
  const { facts } = scoreFacts(labelledNotes(files.map(notesOf).join("")));
  const sum = (of: (fact: (typeof facts)[number]) => number) => facts.reduce((all, fact) => all + of(fact), 0);
  const [labelled, found, right] = [sum((fact) => fact.labelled), sum((fact) => fact.found), sum((fact) => fact.right)];
  expect(labelled).toBeGreaterThan(500);
  expect(right / found).toBeGreaterThanOrEqual(0.99);
  expect(right / labelled).toBeGreaterThanOrEqual(enough);
});

test.each([
  ["Includes #2 300 ESPP shares.", [["espp", "2"]], "#2"],
  ["Includes Series 2 units.", [["other", "2"]], "Series 2 units"],
  ["Includes (1) 900 RSUs and (2) 400 PSUs.", [["psu", "2"]], "(2) 400 PSUs"],
  ["Includes 20% of the RSUs.", [["rsu", "20"]], "20% of the RSUs"],
  ["Includes 2021 awards and 5,000 RSUs.", [["rsu", "2021"]], "2021 awards"],
])("notices a mark that is taken for a number in “%s”", (text, parts, words) => {
  const facts = { includes_components: parts.map(([what, shares]) => ({ what, shares })) };
  const [note] = labelledNotes(JSON.stringify({ text, facts, words: { includes_components: [words] } }));
  if (!note) throw new Error("There is no note.");
  expect(marksTakenForNumbers({ ...note, found: note.label })).toHaveLength(1);
  expect(marksTakenForNumbers(note)).toEqual([]);
});

const corpus = corpusFolder();

test("takes no mark of an item, label, year, rule, date or percentage for a number in any labelled footnote", () => {
  const golden = corpus === null ? "" : readFileSync(join(corpus, "golden", "footnote-facts.jsonl"), "utf8");
  const notes = labelledNotes(`${["labelled-notes.jsonl", "misread-notes.jsonl"].map(notesOf).join("")}${golden}`);
  expect(notes.flatMap(marksTakenForNumbers)).toEqual([]);
});

/** If a fact has only a few values, a single error exceeds the limit. */
test.skipIf(corpus === null)("reads each fact of labelled footnotes with precision 0.99 and recall 0.95", () => {
  const notes = labelledNotes(readFileSync(join(corpus ?? "", "golden", "footnote-facts.jsonl"), "utf8"));
  const { facts } = scoreFacts(notes);
  expect(notes.length).toBeGreaterThan(300);
  for (const fact of facts) {
    expect(precision(fact) ?? 1, `precision of ${fact.key}`).toBeGreaterThanOrEqual(0.99);
    expect(recall(fact) ?? 1, `recall of ${fact.key}`).toBeGreaterThanOrEqual(0.95);
  }
});
