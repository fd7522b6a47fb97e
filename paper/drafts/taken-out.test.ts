import { expect, test } from "vitest";
import { BALANCE, readingForTest } from "@/testing/reading-for-test";
import { answeredDraft } from "./answered-draft";
import { correctedReading } from "./corrected-reading";
import { INPUTS, NO_ANSWERS } from "./draft-answers";
import { withoutTakenOut } from "./taken-out";

const TODAY = "2026-11-27";
const FIRST = "/nonDerivativeTable/0";
const inputs = new Map([
  [INPUTS.takeOut(FIRST), "1"],
  [INPUTS.value(BALANCE), "161,889"],
]);

test("a row that the form does not have stays in the draft, and can be restored", () => {
  const { corrections, identity } = answeredDraft(readingForTest(), NO_ANSWERS, inputs, TODAY);
  expect(corrections).toContainEqual({ pointer: FIRST, asRead: expect.stringContaining("Common Stock"), value: null });
  expect(correctedReading(readingForTest(), corrections).document.nonDerivativeTable).toHaveLength(2);
  const back = answeredDraft(
    readingForTest(),
    { corrections, identity, rejected: [] },
    new Map([[INPUTS.takeBack, FIRST]]),
    TODAY,
  );
  expect(back.corrections.map(({ pointer }) => pointer)).toEqual([BALANCE]);
});

test("asks no more questions about it", () => {
  const { corrections } = answeredDraft(readingForTest(), NO_ANSWERS, inputs, TODAY);
  const { uncertain, checks } = correctedReading(readingForTest(), corrections);
  expect(uncertain.filter((pointer) => pointer.startsWith(`${FIRST}/`))).toEqual([]);
  expect(checks.flatMap(({ pointers }) => pointers).filter((pointer) => pointer.startsWith(`${FIRST}/`))).toEqual([]);
});

test("when stored, it is gone, later rows are renumbered, and a problem mentions it", () => {
  const { corrections, identity } = answeredDraft(readingForTest(), NO_ANSWERS, inputs, TODAY);
  const stored = withoutTakenOut({ reading: correctedReading(readingForTest(), corrections), corrections, identity });
  expect(stored.reading.document.nonDerivativeTable).toMatchObject([
    { line: 1, postTransactionAmounts: { sharesOwnedFollowingTransaction: { value: "161889" } } },
  ]);
  const balance = BALANCE.replace("/1/", "/0/");
  expect(stored.corrections).toEqual([{ pointer: balance, asRead: "161880", value: "161889" }]);
  expect(stored.reading.places[balance]).toEqual(readingForTest().places[BALANCE]);
  expect(stored.reading.problems.at(-1)?.message).toMatch(/^Removed by hand .*“Common Stock/);
});
