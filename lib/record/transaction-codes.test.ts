import { describe, expect, it } from "vitest";
import {
  chipWord,
  codeGroup,
  codeGroups,
  codeSentence,
  markFill,
  transactionCode,
  transactionCodes,
} from "./transaction-codes";

describe("the table of codes", () => {
  it("has nineteen codes and lists them by group", () => {
    expect(transactionCodes.map(({ code }) => code).join("")).toBe("PSMXOCAFDGWJKUILZEH");
    const order = codeGroups.map(({ group }) => group);
    const met = transactionCodes.map(({ group }) => order.indexOf(group));
    expect(met).toEqual([...met].sort((a, b) => a - b));
  });

  it("has no V: it is a flag beside a code", () => {
    expect(transactionCode("V")).toBeNull();
  });

  it("keeps an unknown code apart, and does not take JavaScript property names for codes", () => {
    expect(transactionCode("Q")).toBeNull();
    expect(codeGroup("Q")).toBe("other");
    expect(codeGroup("constructor")).toBe("other");
    expect(codeSentence("Q")).toBe("Q: not a code on Forms 3, 4 and 5; shown as filed");
  });

  it("describes each code in one sentence, with the form's meaning", () => {
    expect(codeSentence("G")).toBe("G: bona fide gift");
    expect(codeSentence("S")).toMatch(/^S: open-market or private sale/);
  });
});

describe("the word on the chip", () => {
  it("calls M an exercise only if Table II reports an exercise price", () => {
    expect(chipWord("M", { hasExercisePrice: true })).toBe("Exercise");
    expect(chipWord("M", { hasExercisePrice: false })).toBe("Conversion");
  });

  it("does not change the word of codes that name their own event", () => {
    expect(chipWord("C", { hasExercisePrice: true })).toBe("Conversion");
    expect(chipWord("X", { hasExercisePrice: false })).toBe("Exercise");
    expect(chipWord("F", { hasExercisePrice: false })).toBe("Tax withheld");
    expect(chipWord("D", { hasExercisePrice: false })).toBe("To issuer");
  });

  it("never calls a sale an open-market sale", () => {
    expect(chipWord("S", { hasExercisePrice: false })).toBe("Sale");
  });
});

describe("the fill of a mark", () => {
  it("is solid for a market trade, tinted under a plan and hollow for everything else", () => {
    expect(markFill("purchase", false)).toBe("solid");
    expect(markFill("sale", true)).toBe("tint");
    expect(markFill("exercise", true)).toBe("hollow");
    expect(markFill("tax", false)).toBe("hollow");
  });
});
