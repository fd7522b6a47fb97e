import { expect, test } from "vitest";
import { changed, otherThanFiled, printedForm, readingOf, saysOtherwise } from "@/testing/printed-forms";

/** A PDF whose uncompressed parts are changed. Its compressed streams and all offsets stay the same. */
function changedPdf(file: string, from: string | RegExp, to: string): Buffer {
  const before = printedForm(file).toString("latin1");
  const after = changed(before, from, to);
  expect(after).toHaveLength(before.length);
  return Buffer.from(after, "latin1");
}

test("a page cut off at the right leaves the missing values unread, and no other value takes their place", async () => {
  const narrow = changedPdf("sales-under-a-plan.pdf", /\/MediaBox \[0 0 612 792\]/g, "/MediaBox [0 0 540 792]");
  const reading = await readingOf(narrow);
  expect(saysOtherwise("sales-under-a-plan", reading)).toEqual([]);
  expect(reading.unread).toContain("/nonDerivativeTable/3/ownershipNature/natureOfOwnership");
  expect(reading.problems.length).toBeGreaterThan(0);
});

test("bytes before and after the PDF change nothing", async () => {
  const pdf = printedForm("first-statement.pdf");
  const wrapped = Buffer.concat([pdf, Buffer.from("\n\n<!-- sent by a mail server -->\n")]);
  expect(otherThanFiled("first-statement", await readingOf(wrapped))).toEqual([]);
});

test("a truncated PDF is refused, or read without inventing a word", async () => {
  const pdf = printedForm("amendment-of-gifts.viewer.pdf");
  for (const part of [0.3, 0.6, 0.9]) {
    const reading = await readingOf(pdf.subarray(0, Math.floor(pdf.length * part))).catch((error: Error) => error);
    if (reading instanceof Error) expect(reading.message).toMatch(/PDF/);
    else expect(saysOtherwise("amendment-of-gifts", reading)).toEqual([]);
  }
});
