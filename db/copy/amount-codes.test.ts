import { expect, test } from "vitest";
import { amountCode, boundCode, codeOfText, NO_AMOUNT } from "@/db/copy/amount-codes";

test("codes compare with the code of 25,000 as amounts compare with 25,000", () => {
  const bound = boundCode("25000") as number;
  expect(amountCode(25_000)).toBe(bound);
  for (const more of [25_000.000_000_01, 25_000.01, 25_050, 25_100, 1e15])
    expect(amountCode(more)).toBeGreaterThan(bound);
  for (const less of [24_999.999_999_99, 24_999, 3, 0.000_01, 0, -25_000]) expect(amountCode(less)).toBeLessThan(bound);
});

test("codes of negative amounts compare in the same way", () => {
  const bound = boundCode("-10") as number;
  expect(amountCode(-10)).toBe(bound);
  expect(amountCode(-9.999)).toBeGreaterThan(bound);
  expect(amountCode(-10.001)).toBeLessThan(bound);
});

test("every bound has its own even code, in order, and what is just above or below it has the code beside it", () => {
  let last = 0;
  for (let power = -5; power <= 10; power++)
    for (let digits = 100; digits < 1000; digits++) {
      const text = `${digits}e${power}`;
      const bound = Number(text);
      const code = amountCode(bound);
      expect([text, code]).toEqual([text, last + 2]);
      expect(amountCode(bound * (1 + 1e-12))).toBe(code + 1);
      expect(amountCode(bound * (1 - 1e-12))).toBe(code - 1);
      last = code;
    }
  expect(last).toBeLessThan(0x7fff);
});

test("only numbers of up to three digits are bounds", () => {
  for (const text of ["0", "0.00", "25000", "25,000", "0.07", "1.25", "999000000", "10000000000000"])
    expect(boundCode(text)).not.toBeNull();
  for (const text of ["1234", "25000.5", "0.0005", "20000000000000", "1250.00000001"])
    expect(boundCode(text)).toBeNull();
});

test("an amount that is not known is below all others", () => {
  expect(amountCode(Number.NaN)).toBe(NO_AMOUNT);
  expect(amountCode(-1e20)).toBeGreaterThan(NO_AMOUNT);
});

test("a fraction of a large amount is not rounded up to a bound", () => {
  expect(Number("123999999.99999999")).toBeLessThan(124_000_000);
  expect(Number("1239999999.99999999")).toBe(1_240_000_000);
  expect(codeOfText("1239999999.99999999")).toBe(amountCode(1_240_000_000) - 1);
  expect(codeOfText("-1239999999.99999999")).toBe(amountCode(-1_240_000_000) + 1);
  expect(codeOfText("1240000000")).toBe(amountCode(1_240_000_000));
});
