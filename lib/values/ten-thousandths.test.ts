import { describe, expect, test } from "vitest";
import { parseDecimal } from "./decimal";
import { decimalText, printTenThousandths, tenThousandths } from "./ten-thousandths";

describe("decimals as ten-thousandths", () => {
  test.each([
    ["0", 0],
    ["1", 10_000],
    ["-13200.5000", -132_005_000],
    ["0.0001", 1],
    ["007", 70_000],
    ["99999999999.9999", 999_999_999_999_999],
  ])("%s", (text, number) => expect(tenThousandths(text)).toBe(number));

  test.each([null, "", "-", ".5", "12.", "+5", "1,000", " 5", "1e3", "0.00001", "100000000000", "1.2.3", "see note"])(
    "%s is read differently, or not at all",
    (text) => expect(tenThousandths(text)).toBeNaN(),
  );

  test.each([
    "0",
    "-0",
    "-0.0",
    "12.5",
    "12.50",
    "-12.0401",
    "0.0700",
    "-0.5",
    "1000",
    "100.0000",
    "3.14159",
    "1,000",
    "+5",
  ])("%s is printed like the exact decimal", (text) => expect(decimalText(text)).toBe(parseDecimal(text)?.toFixed()));

  test("sums are exact", () => {
    expect(printTenThousandths(tenThousandths("0.1") + tenThousandths("0.2"))).toBe("0.3");
    expect(printTenThousandths(tenThousandths("99999999999.9999") * 2)).toBe("199999999999.9998");
  });
});
