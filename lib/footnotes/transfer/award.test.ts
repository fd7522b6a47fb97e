import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const award = (text: string) => readFact("award", text)?.value ?? null;

describe("securities from the issuer", () => {
  test.each([
    "The option was issued to the Reporting Person in lieu of retainer fees of $15,625.00, for service on the Issuer's board of directors.",
    "Represents fully vested shares issued to the Reporting Person who elected to receive stock in lieu of cash for services as a director.",
    "This restricted stock award is granted pursuant to the 2019 Equity Incentive Plan.",
    "Represents a grant of restricted stock units. Each unit is a contingent right to receive one share.",
    'Represents Common Stock earned from the vesting and settlement of a Performance Stock Unit ("PSU") grant made on February 16, 2022.',
    "Options (rights to purchase shares) awarded under the 2020 Plan in lieu of cash compensation.",
  ])("are an award according to “%s”", (text) => {
    expect(award(text)).toBe("award");
  });

  test("cost nothing, though they are no award", () => {
    expect(
      award(
        "The holder became entitled to receive these shares for no additional consideration pursuant to an earn-out provision in the agreement and plan of merger.",
      ),
    ).toBe("no consideration");
  });

  test.each([
    "On November 9, 2018, Roe purchased 56,915 shares of common stock from the Issuer in a private placement.",
    "Shares purchased under the Employee Stock Purchase Plan with fees, in lieu of cash compensation.",
    "Received in exchange for restricted stock units granted by the target in the merger.",
    "Acquired pursuant to a Subscription Agreement in connection with the business combination.",
    "The value of these shares was established in the Merger Agreement.",
  ])("may have been paid for according to “%s”", (text) => {
    expect(award(text)).toBeNull();
  });
});
