import { describe, expect, test } from "vitest";
import { changed, otherThanFiled, printedText, readingOf, saysOtherwise, withEachBlank } from "@/testing/printed-forms";

const gifts = printedText("amendment-of-gifts.layout.txt");
const sales = printedText("many-sales.layout.txt");
const fund = printedText("fund-and-its-partners.layout.txt");

describe("harmless changes to a text change no fact", () => {
  test.each([
    ["a margin", "many-sales", sales.replace(/^(?=.)/gm, "       ")],
    ["other line ends", "many-sales", sales.replaceAll("\n", "\r\n")],
    ["blanks at the ends of lines", "many-sales", sales.replace(/$/gm, "   ")],
    ["a page break within a footnote", "fund-and-its-partners", changed(fund, /\n(?=.*them may be deemed)/, "\n\f")],
    [
      "a page break between two rows, with the browser's line",
      "amendment-of-gifts",
      changed(gifts, /^(?= *Common Stock +910)/m, `\f11/27/26, 9:41 AM${" ".repeat(80)}Ownership Submission\n\n`),
    ],
  ])("%s", async (_, name, text) => {
    const reading = await readingOf(text);
    expect(reading.kind).toBe("text");
    expect(otherThanFiled(name, reading)).toEqual([]);
  });

  test("a price broken over three lines is one value, and so is a nature of ownership over five", async () => {
    const [, purchase, children] = (await readingOf(gifts)).document.nonDerivativeTable;
    expect(purchase).toMatchObject({ transactionAmounts: { transactionPricePerShare: { value: "23.145" } } });
    expect(children).toMatchObject({
      ownershipNature: { natureOfOwnership: { value: "As custodian for minor children", footnotes: ["F2"] } },
    });
  });
});

describe("an incomplete text", () => {
  test("if a cited footnote is missing, the footnotes are unread and the mark stays", async () => {
    const reading = await readingOf(changed(gifts, /^ *\(2\) This amendment.*$/m, ""));
    expect(otherThanFiled("amendment-of-gifts", reading)).toEqual([
      "footnotes[F2].text unread: “This amendment corrects the number of shares (900 in the original filing) held as custodian.” as “”",
    ]);
    expect(reading.unread).toContain("/footnotes");
  });

  test.each([
    ["amendment-of-gifts", gifts],
    ["many-sales", sales],
  ])("%s: with its columns squeezed out, the tables are unread, and nothing is made up", async (name, text) => {
    const reading = await readingOf(text.replace(/ {2,}/g, " "));
    expect(reading.unread).toEqual(expect.arrayContaining(["/nonDerivativeTable", "/derivativeTable"]));
    expect(saysOtherwise(name, reading)).toEqual([]);
    expect(reading.problems.length).toBeGreaterThan(0);
  });

  test.each([
    ["amendment-of-gifts", gifts],
    ["many-sales", sales],
  ])("%s: cut off at the right, no value is misread as another", async (name, text) => {
    expect(saysOtherwise(name, await readingOf(text.replace(/^(.{150}).*$/gm, "$1")))).toEqual([]);
  });

  test.each(["many-sales", "first-statement"])(
    "%s: each number, blanked in turn, is missing or unread, and no other takes its place",
    async (name) => {
      const text = printedText(`${name}.layout.txt`);
      const [from, to] = [text.indexOf("Common Stock"), text.indexOf("Reporting Owners")];
      const numbers = [...text.matchAll(/(?<= )[\d,]*\d,\d{3}(?:\.\d+)?(?= |\n)/g)].filter(
        ({ index }) => index > from && index < to,
      );
      expect(numbers.length).toBeGreaterThan(0);
      for (const { part, text: damaged } of withEachBlank(text, numbers, (part) => " ".repeat(part.length))) {
        expect(saysOtherwise(name, await readingOf(damaged)), part).toEqual([]);
      }
    },
    120_000,
  );
});

describe("a text from OCR", () => {
  test.each(["amendment-of-gifts", "a-single-purchase"])(
    "%s: whichever line is removed, no value is misread as another",
    async (name) => {
      const lines = printedText(`${name}.ocr.txt`).split("\n");
      let read = 0;
      for (const [index, line] of lines.entries()) {
        const rest = lines.filter((_, at) => at !== index).join("\n");
        const reading = await readingOf(rest).catch(() => null);
        // Without its title the text may not be recognised as a form.
        if (reading === null) continue;
        read += 1;
        expect(saysOtherwise(name, reading), `without “${line}”`).toEqual([]);
      }
      expect(read).toBeGreaterThan(lines.length - 4);
    },
  );
});
