import { describe, expect, test } from "vitest";
import type { Filing, FilingEntry } from "@/lib/record/filing";
import { entryForTest } from "@/testing/entry-for-test";
import { rowPlans } from "./row-plans";

const PLAN = "Effected pursuant to a Rule 10b5-1 trading plan adopted on September 19, 2011.";
const sale = { transactionCode: "S", transactionDate: "2024-06-10", acquiredDisposedCode: "D" };

type Rows = Parameters<typeof entryForTest>[0];
const entry = (rows: Rows, facts: Partial<Filing> = {}, notes: Record<string, string> = {}): FilingEntry => ({
  ...entryForTest(rows, facts),
  notes,
});
const states = (of: FilingEntry, hasBox?: boolean) => [...rowPlans(of, hasBox).values()].map(({ state }) => state);

describe("which rows are under a plan", () => {
  test("if a row's own note names a plan, only such rows are under it, whatever the box says", () => {
    const rows: Rows = [{ ...sale, rowFootnotes: ["F1"] }, sale];
    expect(states(entry(rows, { aff10b5One: true }, { F1: PLAN }))).toEqual(["box", "not indicated"]);
    expect(states(entry(rows, { aff10b5One: false }, { F1: PLAN }))).toEqual(["note", "not indicated"]);
    expect(states(entry(rows, { aff10b5One: null }, { F1: PLAN }))).toEqual(["note", "no box"]);
  });

  test("otherwise the box applies to all purchases and sales of both tables, and to nothing else", () => {
    const rows: Rows = [
      sale,
      { transactionCode: "P", transactionDate: "2024-06-10" },
      { transactionCode: "M", transactionDate: "2024-06-10", rowFootnotes: ["F1"] },
      { kind: "holding" },
      { ...sale, tableNumber: "II" },
    ];
    const plans = rowPlans(entry(rows, { aff10b5One: true }));
    expect([...plans]).toEqual(
      ["I-1", "I-2", "II-5"].map((id) => [id, { state: "box", adoptedOn: null, footnoteId: null, words: null }]),
    );
    expect(states(entry([sale], { aff10b5One: false }))).toEqual(["not indicated"]);
  });

  test("a box left blank is not a missing box", () => {
    expect(states(entry([sale]))).toEqual(["no box"]);
    expect(states(entry([sale]), true)).toEqual(["not indicated"]);
  });

  test("a row whose own note denies a plan is not under the one in the box", () => {
    const rows: Rows = [sale, { ...sale, transactionShares: ["100", "F1"] }];
    const notes = { F1: "This sale was not made pursuant to a Rule 10b5-1 plan." };
    expect(states(entry(rows, { aff10b5One: true }, notes))).toEqual(["box", "not indicated"]);
  });

  test("0001127602-15-028697: without a box and notes of rows, remarks about all transactions apply", () => {
    const remarks =
      "Form 4 Filing 1 of 2 (continuation report): Related transactions effected by the Reporting Person on October 2, 2015 are reported on additional Form 4s. All transactions were effected pursuant to a Rule 10b5-1 Trading Plan adopted by the Reporting Person.";
    expect(rowPlans(entry([sale], { remarks })).get("I-1")).toEqual({
      state: "note",
      adoptedOn: null,
      footnoteId: null,
      words: "effected pursuant to a Rule 10b5-1 Trading Plan",
    });
    const some = "Certain of the sales were effected pursuant to a Rule 10b5-1 plan.";
    expect(states(entry([sale], { remarks: some }))).toEqual(["no box"]);
  });

  test("a note on an exercise applies to the sales only if it is about the form", () => {
    const rows: Rows = [{ transactionCode: "M", rowFootnotes: ["F1"] }, sale];
    const whole = "The transactions reported on this Form 4 were effected pursuant to a Rule 10b5-1 plan.";
    expect(states(entry(rows, {}, { F1: whole }))).toEqual(["note"]);
    expect(states(entry(rows, {}, { F1: "Exercised pursuant to a Rule 10b5-1 plan." }))).toEqual(["no box"]);
  });
});

describe("the words and the day of adoption", () => {
  test("come from the row's own note", () => {
    const rows: Rows = [{ ...sale, securityTitle: ["Common Stock", "F2"], pricePerShare: ["1", "F1"] }];
    expect(rowPlans(entry(rows, { aff10b5One: true }, { F1: "An average.", F2: PLAN })).get("I-1")).toEqual({
      state: "box",
      adoptedOn: "2011-09-19",
      footnoteId: "F2",
      words: "Effected pursuant to a Rule 10b5-1 trading plan",
    });
  });

  test("0001628280-25-058843: or, with the box checked, from the remarks", () => {
    const remarks =
      "This reported transaction was made pursuant to a Rule 10b5-1 plan adopted by the reporting person on February 7, 2025.";
    const row = { ...sale, transactionDate: "2025-12-01" };
    expect(rowPlans(entry([row], { aff10b5One: true, remarks })).get("I-1")).toEqual({
      state: "box",
      adoptedOn: "2025-02-07",
      footnoteId: null,
      words: "made pursuant to a Rule 10b5-1 plan",
    });
  });

  test("a note that only dates the plan is used if the date is before the trade", () => {
    const dated = (day: string) => ({ F1: `The reporting person adopted a Rule 10b5-1 plan on ${day}.` });
    const plan = (day: string) => rowPlans(entry([sale], { aff10b5One: true }, dated(day))).get("I-1");
    expect(plan("March 1, 2024")).toMatchObject({ adoptedOn: "2024-03-01", footnoteId: "F1", words: "March 1, 2024" });
    expect(plan("July 1, 2024")).toMatchObject({ state: "box", adoptedOn: null, footnoteId: null });
  });

  test("two notes with different days date nothing", () => {
    const notes = {
      F1: "The reporting person adopted a Rule 10b5-1 plan on March 1, 2024.",
      F2: "His spouse adopted a Rule 10b5-1 plan on March 4, 2024.",
    };
    expect(rowPlans(entry([sale], { aff10b5One: true }, notes)).get("I-1")?.adoptedOn).toBeNull();
  });
});
