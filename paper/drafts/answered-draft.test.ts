import { describe, expect, test } from "vitest";
import { BALANCE, readingForTest } from "@/testing/reading-for-test";
import { answeredDraft } from "./answered-draft";
import { type DraftAnswers, INPUTS, NO_ANSWERS } from "./draft-answers";

const TODAY = "2026-11-27";

const answer = (inputs: Record<string, string>, before: DraftAnswers = NO_ANSWERS) =>
  answeredDraft(readingForTest(), before, new Map(Object.entries(inputs)), TODAY);

const SHARES = "/nonDerivativeTable/0/transactionAmounts/transactionShares";

test("keeps what was typed, in the document's spelling, next to what was read", () => {
  expect(
    answer({
      [INPUTS.value("/periodOfReport")]: "07/15/2013",
      [INPUTS.value(BALANCE)]: "161,889",
      [INPUTS.value("/nonDerivativeTable/0/transactionCoding/transactionCode")]: "p",
    }).corrections,
  ).toEqual([
    { pointer: "/periodOfReport", asRead: null, value: "2013-07-15" },
    { pointer: "/nonDerivativeTable/0/transactionCoding/transactionCode", asRead: "S", value: "P" },
    { pointer: BALANCE, asRead: "161880", value: "161889" },
  ]);
});

test("an unchanged input is no answer; one that was emptied means blank", () => {
  const name = INPUTS.value("/issuer/issuerName");
  expect(answer({ [name]: "Kestrel Grid, Inc.", [INPUTS.value("/periodOfReport")]: "" }).corrections).toEqual([]);
  expect(answer({ [INPUTS.value(SHARES)]: " " }).corrections).toEqual([
    { pointer: SHARES, asRead: "1000", value: null },
  ]);
});

test("answers an unread field with its “blank” box, and an uncertain one with “right”", () => {
  const symbol = "/issuer/issuerTradingSymbol";
  expect(
    answer({
      [INPUTS.blank(symbol)]: "1",
      [INPUTS.value("/issuer/issuerName")]: "Kestrel Grid, Inc.",
      [INPUTS.right("/issuer/issuerName")]: "1",
    }).corrections,
  ).toEqual([
    { pointer: "/issuer/issuerName", asRead: "Kestrel Grid, Inc.", value: "Kestrel Grid, Inc." },
    { pointer: symbol, asRead: null, value: null },
  ]);
});

test("the uncertain values of a section are confirmed at once, except those that were changed or are in doubt elsewhere", () => {
  const { corrections } = answer({
    [INPUTS.restIsRight]: "table-one",
    [INPUTS.value(BALANCE)]: "161,889",
    [INPUTS.value("/issuer/issuerName")]: "Kestrel Grid, Inc.",
  });
  expect(corrections).toHaveLength(4);
  expect(corrections).toContainEqual({ pointer: BALANCE, asRead: "161880", value: "161889" });
  expect(corrections.filter(({ asRead, value }) => asRead === value)).toHaveLength(3);
  expect(answer({ [INPUTS.restIsRight]: "head" }).corrections).toEqual([
    { pointer: "/issuer/issuerName", asRead: "Kestrel Grid, Inc.", value: "Kestrel Grid, Inc." },
  ]);
  expect(answer({ [INPUTS.restIsRight]: "nowhere" }).corrections).toEqual([]);
});

describe("an answer that a field cannot contain is not kept, but reported as typed", () => {
  test.each([
    ["/periodOfReport", "02/30/2013", /is not a date/],
    [SHARES, "12,34", /is not a positive number/],
    [SHARES, "-1,000", /is not a positive number/],
    [SHARES, "123456789012345678901", /up to 20 digits/],
    ["/issuer/issuerName", "N".repeat(201), /200 characters/],
    ["/remarks", "r".repeat(4_001), /4,000 characters/],
    ["/nonDerivativeTable/0/transactionCoding/transactionCode", "Q", /is not a transaction code/],
    ["/nonDerivativeTable/0/transactionAmounts/transactionAcquiredDisposedCode", "X", /is not A \(acquired\) or D/],
    ["/nonDerivativeTable/0/ownershipNature/directOrIndirectOwnership", "A", /is not D \(direct\) or I/],
    ["/documentType", "144", /is not a form we can read/],
  ])("%s: %s", (pointer, typed, problem) => {
    const { corrections, rejected } = answer({ [INPUTS.value(pointer)]: typed });
    expect(corrections).toEqual([]);
    expect(rejected).toEqual([{ name: INPUTS.value(pointer), typed, problem: expect.stringMatching(problem) }]);
  });
});

test("ignores a pointer that is not on the form", () => {
  expect(
    answer({ "value:/__proto__/polluted": "1", "value:/nonDerivativeTable/9/securityTitle": "x" }).corrections,
  ).toEqual([]);
});

test("a row that was not read is typed as a whole, and then the next one", () => {
  const first = answer({ [INPUTS.value("/derivativeTable/0/securityTitle")]: "Stock Option" });
  expect(first.corrections).toEqual([
    { pointer: "/derivativeTable/0/securityTitle", asRead: null, value: "Stock Option" },
  ]);
  const second = answer({ [INPUTS.value("/derivativeTable/1/securityTitle")]: "Warrant" }, first);
  expect(second.corrections).toHaveLength(2);
  expect(answer({ [INPUTS.right("/derivativeTable")]: "1" }, first).corrections).toContainEqual({
    pointer: "/derivativeTable",
    asRead: null,
    value: null,
  });
});

test("a correction can be withdrawn, replaced, or disappear when it equals what was read", () => {
  const first = answer({ [INPUTS.value(SHARES)]: "1001" });
  expect(answer({ [INPUTS.takeBack]: SHARES }, first).corrections).toEqual([]);
  expect(answer({ [INPUTS.value(SHARES)]: "1002" }, first).corrections).toEqual([
    { pointer: SHARES, asRead: "1000", value: "1002" },
  ]);
  expect(answer({ [INPUTS.value(SHARES)]: "1,000" }, first).corrections).toEqual([]);
});

test("keeps numbers that no form prints apart from the form", () => {
  const { identity, rejected } = answer({
    [INPUTS.issuer]: "0001365555",
    [INPUTS.owner(0)]: "",
    [INPUTS.accessionNumber]: "000136555513000042",
    [INPUTS.filingDate]: "yesterday",
  });
  expect(identity).toEqual({
    issuer: "1365555",
    owners: [null],
    accessionNumber: "0001365555-13-000042",
    filingDate: null,
  });
  expect(rejected.map(({ name }) => name)).toEqual([INPUTS.filingDate]);
  expect(answer({ [INPUTS.accessionNumber]: "local-0123456789ab" }).rejected).toHaveLength(1);
});

test("rejects a filing date in the future", () => {
  const name = INPUTS.filingDate;
  expect(answer({ [name]: "2026-11-28" }).rejected).toMatchObject([{ name, typed: "2026-11-28" }]);
  expect(answer({ [name]: TODAY }).rejected).toEqual([]);
});
