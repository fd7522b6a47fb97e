import { describe, expect, test } from "vitest";
import { changed, otherThanFiled, printedText, readingOf, saysOtherwise, withEachBlank } from "@/testing/printed-forms";

const NAME = "sales-under-a-plan";
const markdown = printedText(`${NAME}.tables.txt`);

/** What these tables cannot show even undamaged: a drawn box, and whether a comma separates the two lines of the street. */
const UNDAMAGED = /^aff10b5One unread|\.street wrong, uncertain/;
const others = async (text: string) =>
  otherThanFiled(NAME, await readingOf(text)).filter((cell) => !UNDAMAGED.test(cell));

describe("damage that the rest of the form repairs", () => {
  test.each([
    ["a row that lost an empty cell", "| S <sup>(1)</sup> |  | 7,311", "| S <sup>(1)</sup> | 7,311"],
    ["two cells in one", "| 7,311 | D |", "| 7,311 D |  |"],
    ["O for 0 in a balance: 84,120 − 7,311 = 76,809", "| 76,809 |", "| 76,8O9 |"],
    ["a code in Cyrillic", "| M <sup>(1)</sup>", "| М <sup>(1)</sup>"],
    ["a mark that touches its number", "71,620 <sup>(4)</sup>", "71,620(4)"],
    ["a footnote without its number", "- (3) The price", "- The price"],
    ["a table without its heading", /### Table II.*\n/, ""],
    ["a heading with a wrong letter", "2. Conversion or Exercise Price", "2. Gonversion or Exercisc Price"],
  ])("%s", async (_, from, to) => {
    expect(await others(changed(markdown, from, to))).toEqual([]);
  });

  test("a repaired value is marked as uncertain, and shows the original text", async () => {
    const reading = await readingOf(changed(markdown, "| 76,809 |", "| 76,8O9 |"));
    const pointer = "/nonDerivativeTable/1/postTransactionAmounts/sharesOwnedFollowingTransaction";
    expect(reading.uncertain).toContain(pointer);
    expect(reading.doubts[pointer]).toContain("76,8O9");
  });
});

describe("damage that nothing repairs", () => {
  test("a number that contradicts the balances is uncertain: 84,120 − 7,811 is not 76,809", async () => {
    expect(await others(changed(markdown, "| 7,311 |", "| 7,811 |"))).toEqual([
      "nonDerivativeTable[1].transactionShares wrong, uncertain: “7311” as “7811”",
    ]);
  });

  test("a number with a letter in it is unread if nothing confirms it", async () => {
    expect(await others(changed(markdown, "| 20,400 |", "| 2B,4OO |"))).toEqual([
      "nonDerivativeTable[3].sharesOwnedFollowingTransaction unread: “20400” as “”",
    ]);
  });

  test.each([
    ["sales-under-a-plan", 40],
    ["amendment-of-gifts", 22],
    ["first-statement", 16],
  ])(
    "%s: blanking any cell of either table changes no other, unless that one is marked as uncertain",
    async (name, atLeast) => {
      const text = printedText(`${name}.tables.txt`);
      const cells = [...text.matchAll(/(?<=[|\t]|^)[^|\t\n]*[^|\t\n\s][^|\t\n]*/gm)].filter(({ index }) => {
        const line = text.slice(text.lastIndexOf("\n", index) + 1, text.indexOf("\n", index));
        return /[|\t]/.test(line) && /^\W*(?:Class A|Common|Employee|Stock Option|Restricted)/.test(line);
      });
      expect(cells.length).toBeGreaterThanOrEqual(atLeast);
      for (const { part, text: damaged } of withEachBlank(text, cells, () => " ")) {
        expect(saysOtherwise(name, await readingOf(damaged)), part).toEqual([]);
      }
    },
  );
});
