import { expect, test } from "vitest";
import { NOTHING_DERIVED } from "@/lib/record/derived-filing";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { entryForTest } from "@/testing/entry-for-test";
import type { Short } from "@/testing/headline-for-test";
import { describeRow } from "./row-sentence";

const said = (short: Short, stated: StatedFacts = {}, isAverage = false): string => {
  const entry = entryForTest([{ transactionShares: "352", ...short }]);
  const price = { isAverage, range: null, footnoteId: "F1" };
  const trade = { plan: null, currency: null, price, covers: [] };
  const derived = {
    ...entry.derived,
    facts: new Map([["F1", stated]]),
    rows: { "I-1": { ...NOTHING_DERIVED, trade } },
  };
  const [row] = entry.rows;
  return row ? describeRow(row, { rows: entry.rows, derived }) : "";
};

test("a price of securities from the issuer is stated, and may not have been paid", () => {
  const fromIssuer: Short = { transactionCode: "A", acquiredDisposedCode: "A", pricePerShare: ["63.79", "F1"] };
  expect(said(fromIssuer)).toBe("acquired 352 shares of Common Stock (price stated: $63.79) (code A)");
  expect(said(fromIssuer, { award: { value: "award", spans: [] } })).toBe(
    "was granted 352 shares of Common Stock (price stated: $63.79) (code A)",
  );
});

test("a distribution is called one, although its code is J", () => {
  const stated: StatedFacts = { transfer: { value: { kind: "distribution" }, spans: [] } };
  const given: Short = { transactionCode: "J", acquiredDisposedCode: "D", transactionCodingFootnotes: ["F1"] };
  expect(said(given, stated)).toBe("distributed 352 shares of Common Stock (code J)");
  expect(said(given, { surrender: { value: "redeemed", spans: [] } })).toBe(
    "surrendered for redemption 352 shares of Common Stock (code J)",
  );
  expect(said(given)).toBe("disposed of 352 shares of Common Stock (code J)");
});

test("a price that is an average is called one", () => {
  const sale: Short = { transactionCode: "S", acquiredDisposedCode: "D", pricePerShare: "66.903" };
  expect(said(sale, {}, true)).toBe("sold 352 shares of Common Stock at an average of $66.903 (code S)");
  expect(said(sale)).toBe("sold 352 shares of Common Stock at $66.903 (code S)");
});

test("counts pieces by their own name, and other securities in shares", () => {
  const grant: Short = { transactionCode: "A", acquiredDisposedCode: "A" };
  expect(said({ ...grant, securityTitle: "Restricted Stock Unit" })).toBe(
    "was granted 352 Restricted Stock Units (code A)",
  );
  expect(said({ ...grant, transactionShares: "1" })).toBe("was granted 1 share of Common Stock (code A)");
  expect(said({ ...grant, transactionShares: null })).toBe("was granted an unreported amount of Common Stock (code A)");
});
