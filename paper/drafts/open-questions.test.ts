import { expect, test } from "vitest";
import { formFields } from "@/paper/form/form-fields";
import { sourceSegments } from "@/paper/form/source-segments";
import { BALANCE, readingForTest } from "@/testing/reading-for-test";
import { countQuestions, type OpenQuestions, openQuestions } from "./open-questions";

const fieldsOf = ({ sections }: OpenQuestions) => sections.flatMap(({ questions }) => questions);

const questionsOf = (reading = readingForTest()) => openQuestions(reading, formFields(reading));

test("asks about unread and uncertain fields in the form's order, with the reason and the place", () => {
  const fields = fieldsOf(questionsOf());
  expect(fields.map(({ field: { number, label }, where, state }) => `${where}: ${number} ${label}, ${state}`)).toEqual([
    "Form header: 2 Issuer, uncertain",
    "Form header: 2 Ticker or trading symbol, unread",
    "Form header: 3 Date of earliest transaction, unread",
    "Table I, row 1: 5 Owned following, uncertain",
    "Table I, row 2: 4 Amount, uncertain",
    "Table I, row 2: 4 (A) or (D), uncertain",
    "Table I, row 2: 5 Owned following, uncertain",
  ]);
  expect(fields[0]).toMatchObject({ reason: "The heading beside it is damaged.", places: [{ line: 1 }] });
});

test("keeps the questions of each section together, and counts the values that can be confirmed as read", () => {
  expect(
    questionsOf().sections.map(({ title, questions, confirmable }) => [title, questions.length, confirmable]),
  ).toEqual([
    ["Reporting persons and issuer", 3, 1],
    ["Table I", 4, 4],
  ]);
});

test("shows an unread field next to another value of its row", () => {
  const reading = readingForTest();
  const nature = "/nonDerivativeTable/1/ownershipNature/natureOfOwnership";
  reading.unread.push(nature);
  expect(fieldsOf(questionsOf(reading)).find(({ field }) => field.pointer === nature)?.places).toEqual(
    reading.places[BALANCE],
  );
});

test("also asks about a missing table, texts without a column, and sums that disagree", () => {
  const questions = questionsOf();
  expect(questions.parts).toEqual([
    {
      pointer: "/derivativeTable",
      list: "derivativeTable",
      message: "Table II: we did not find this in the file.",
    },
  ]);
  expect(questions.problems).toHaveLength(1);
  expect(questions.contradicted).toHaveLength(1);
  expect(countQuestions(questions)).toBe(7 + 1 + 1 + 1);
});

test("asks with each row whether it is a trade", () => {
  const reading = readingForTest();
  reading.uncertain.push("/nonDerivativeTable/1/kind");
  reading.doubts["/nonDerivativeTable/1/kind"] = "A trade or a holding?";
  expect(questionsOf(reading).parts).toContainEqual({
    pointer: "/nonDerivativeTable/1/kind",
    list: null,
    message: "Table I, row 2: A trade or a holding?",
  });
});

test("gives a Form 3 its own columns", () => {
  const reading = readingForTest();
  reading.document.documentType = "3";
  const [first] = formFields(reading).tableI;
  expect(first?.fields.map(({ number, label }) => `${number} ${label}`)).toEqual([
    "1 Title of security",
    "2 Amount owned",
    "3 Direct (D) or indirect (I)",
    "4 Nature of indirect ownership",
  ]);
});

test("shows footnote marks next to values, and those of a code next to the code", () => {
  const [first] = formFields(readingForTest()).tableI;
  const marks = Object.fromEntries(first?.fields.map(({ label, marks }) => [label, marks]) ?? []);
  expect(marks).toMatchObject({ "Title of security": ["F1"], Code: ["F1"], Amount: ["F2"], Price: [] });
});

test("cuts source lines where values begin and end, and loses no text", () => {
  const { text, places } = readingForTest();
  const [page] = sourceSegments(text, places);
  expect(
    page?.lines.map(({ segments }) => segments.map(({ text, isRead }) => (isRead ? `[${text}]` : text)).join("")),
  ).toEqual(["[Kestrel Grid, Inc.] 2. Issuer", "D  [161,880] D"]);
});
