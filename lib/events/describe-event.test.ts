import { describe, expect, test } from "vitest";
import { describeEvent } from "./describe-event";

const filing = (accessionNumber: string, ...names: string[]) => ({ accessionNumber, documentType: "4", names });
const filings = [filing("a", "Michael J. Saxon"), filing("b", "Harrow Street Partners LP", "Harrow Street GP, LLC")];
const event = (...numbers: string[]) => ({ counted: `${numbers[0]}#I-1`, filings: numbers, owners: [] });

describe("how a row counts, in words", () => {
  test("with the filing where it is counted", () => {
    expect(describeEvent("b", event("a", "b"), filings)).toBe("Counted once with Form 4 of Michael J. Saxon");
  });

  test("the counted row says where else the trade is reported", () => {
    expect(describeEvent("a", event("a", "b"), filings)).toBe(
      "Counted once, here; also reported on Form 4 of Harrow Street Partners LP and Harrow Street GP, LLC",
    );
  });

  test("an unknown filing is named by its number, and long lists are cut", () => {
    expect(describeEvent("b", event("a", "b", "c"), filings)).toBe(
      "Counted once with Form 4 of Michael J. Saxon; also reported on filing c",
    );
    expect(describeEvent("b", event("a", "b", "c", "d", "e", "f"), filings)).toBe(
      "Counted once with Form 4 of Michael J. Saxon; also reported on filing c, filing d and 2 more filings",
    );
  });
});
