import { expect, it } from "vitest";
import { NOTHING_DERIVED, UNDERIVED_FILING } from "@/lib/record/derived-filing";
import { attachDerived } from "@/testing/attach-derived";
import { entryForTest } from "@/testing/entry-for-test";
import { statedWords } from "./stated-words";

const NOTE = "Sold pursuant to a Rule 10b5-1 trading plan adopted on May 30, 2024. The plan ends in 2026.";

const sale = {
  transactionCode: "S",
  transactionDate: "2025-03-03",
  transactionShares: ["100", "F1"] as [string, string],
  acquiredDisposedCode: "D",
};

it("for a plan, the words that put the trade under it, and the day of its adoption as written", () => {
  const [entry] = attachDerived([{ ...entryForTest([sale]), notes: { F1: NOTE, F2: "A 10b5-1 plan is none." } }]);
  const stated = entry ? statedWords(entry) : new Map<string, Set<string>>();
  expect([...stated.keys()]).toEqual(["F1"]);
  const words = [...(stated.get("F1") ?? [])];
  expect(words.every((each) => NOTE.includes(each))).toBe(true);
  expect(words.join(" | ")).toMatch(/10b5-1 trading plan.*\| .*May 30, 2024/);
});

it("for a gap, the words of its reason, if they are in this filing's notes", () => {
  const entry = entryForTest([sale]);
  const { accessionNumber } = entry.filing;
  const gap = (from: string) => ({
    ...NOTHING_DERIVED,
    check: {
      state: "gap" as const,
      expected: "1",
      reported: "2",
      difference: "1",
      missing: null,
      prior: null,
      reason: { kind: "employee plan" as const, words: "Includes 1 share", from },
    },
  });
  const derived = {
    ...UNDERIVED_FILING,
    rows: { "I-1": gap(`${accessionNumber}#F1`), "I-2": gap(`${accessionNumber}#remarks`), "I-3": gap("9#F2") },
  };
  const stated = statedWords({ ...entry, derived });
  expect([...stated]).toEqual([
    ["F1", new Set(["Includes 1 share"])],
    ["remarks", new Set(["Includes 1 share"])],
  ]);
});
