import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const award = (text: string) => readFact("award", text)?.value ?? null;

describe("securities from the issuer", () => {
  test.each([
    "Ms. Roe took this option in lieu of half of her annual retainer of $20,000.",
    "Stock that a director chose in lieu of cash for the second quarter; it is vested.",
    "The shares were granted under the incentive plan of 2031.",
    "The row shows a grant of 900 restricted stock units, each worth one share when it vests.",
    'Stock delivered on settlement of performance stock units ("PSUs") of an earlier year.',
    "Options, which are rights to purchase shares, awarded under the plan in lieu of salary.",
  ])("are an award according to “%s”", (text) => {
    expect(award(text)).toBe("award");
  });

  test("cost nothing, though they are no award", () => {
    expect(
      award(
        "Under the earn-out that was agreed when Roe Labs was sold, the shares were delivered for no further payment, that is, for no consideration.",
      ),
    ).toBe("no consideration");
  });

  test.each([
    "Roe purchased these 800 shares from the issuer in its private placement of May 2031.",
    "Bought through the purchase plan: shares purchased with fees in lieu of cash.",
    "The merger gave these shares in exchange for restricted stock units granted by Roe Labs.",
    "Taken up under a subscription when the business combination closed.",
    "The merger fixed what these shares are worth.",
    "The transfer was not a grant of restricted stock units.",
    "No shares were granted under the plan.",
    "Further shares may be granted under the plan.",
  ])("may have been paid for according to “%s”", (text) => {
    expect(award(text)).toBeNull();
  });
});
