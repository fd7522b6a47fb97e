import { expect, it } from "vitest";
import { attachDerived } from "@/testing/attach-derived";
import { entryForTest } from "@/testing/entry-for-test";
import { filingPlans } from "./filing-plans";

const sale = (footnote?: string) => ({
  transactionCode: "S",
  transactionDate: "2025-03-03",
  transactionShares: ["100", ...(footnote ? [footnote] : [])] as [string, ...string[]],
  acquiredDisposedCode: "D",
});

const plansOf = (
  rows: Parameters<typeof entryForTest>[0],
  notes: Record<string, string>,
  aff10b5One: boolean | null,
) => {
  const [entry] = attachDerived([{ ...entryForTest(rows, { aff10b5One }), notes }]);
  if (!entry) throw new Error("Not derived.");
  return filingPlans(entry);
};

it("finds sales under two plans, and one under no plan that a note names", () => {
  const notes = {
    F1: "Sold pursuant to a Rule 10b5-1 plan adopted on May 30, 2024.",
    F2: "Sold pursuant to a Rule 10b5-1 plan adopted on August 1, 2024.",
  };
  expect(plansOf([sale("F1"), sale("F2"), sale(), sale("F1")], notes, true)).toEqual({
    plans: [
      { adoptedOn: "2024-05-30", from: ["F1"], rows: ["I-1", "I-4"] },
      { adoptedOn: "2024-08-01", from: ["F2"], rows: ["I-2"] },
    ],
    speakForAll: false,
  });
});

it("finds no day and no note with only the box", () => {
  expect(plansOf([sale()], {}, true)).toEqual({
    plans: [{ adoptedOn: null, from: [], rows: ["I-1"] }],
    speakForAll: true,
  });
});

it("finds nothing without a plan", () => {
  expect(plansOf([sale()], {}, null).plans).toEqual([]);
  expect(plansOf([{ transactionCode: "A", transactionShares: "5" }], {}, true).plans).toEqual([]);
});
