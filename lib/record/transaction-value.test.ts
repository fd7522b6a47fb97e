import { expect, it } from "vitest";
import { transactionValue } from "./transaction-value";

it("multiplies exactly: 5,688 at 39.0616 = 222,182.3808", () => {
  expect(transactionValue("5688", "39.0616")).toBe("222182.3808");
});

it("has no floating-point error: 3 at 0.1 = 0.3", () => {
  expect(transactionValue("3", "0.1")).toBe("0.3");
});

it("is unknown if the price or the shares are not reported", () => {
  expect(transactionValue(null, "39.0616")).toBeNull();
  expect(transactionValue("5688", null)).toBeNull();
});

it("is zero if the filing says zero", () => {
  expect(transactionValue("2140", "0")).toBe("0");
});
