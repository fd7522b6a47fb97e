import { expect, it } from "vitest";
import { amendmentForTest, originalForTest } from "@/testing/amendment-for-test";
import { speaksOfAddition } from "./speaks-of-addition";

it.each([
  "This amendment reports a sale that was inadvertently omitted.",
  "The original filing did not include the shares held by the trust.",
  "One purchase was not previously reported.",
  "The reporting person failed to report a gift.",
  "Filed to report an additional open market sale.",
  "This amendment adds one transaction.",
  "A holding had been left off.",
])("recognises “%s”", (remarks) => {
  expect(speaksOfAddition(amendmentForTest([], { remarks }), [])).toBe(true);
  expect(speaksOfAddition(amendmentForTest([], { notes: { F1: remarks } }), [])).toBe(true);
});

it.each([
  "Amended to correct the price of one transaction.",
  "C/O the address of the issuer. The reporting person may acquire additional shares.",
  "The reporting person's holdings include 500 shares held by a spouse.",
])("recognises nothing in “%s”", (remarks) => {
  expect(speaksOfAddition(amendmentForTest([], { remarks }), [])).toBe(false);
});

it("ignores what the original already says", () => {
  const notes = { F1: "A gift that was omitted from the Form 5 of last year." };
  const amendment = amendmentForTest([], { notes: { F2: notes.F1 } });
  expect(speaksOfAddition(amendment, [originalForTest([], { notes })])).toBe(false);
});
