import { describe, expect, test } from "vitest";
import { changed, otherThanFiled, printedText, readingOf, saysOtherwise, withEachBlank } from "@/testing/printed-forms";

const BARS = "a-director-in-1999";
const TAGS = "an-officer-in-1997";
const bars = printedText(`${BARS}.ascii.txt`);
const tags = printedText(`${TAGS}.ascii.txt`);

describe("harmless changes to a typed form change no fact", () => {
  test.each([
    ["other line ends", BARS, bars.replaceAll("\n", "\r\n")],
    ["blanks at the ends of lines", BARS, bars.replace(/$/gm, "  ")],
    ["a page break between two rows", BARS, changed(bars, "- -----", "<PAGE>\n- -----")],
    ["no header of the submission", TAGS, tags.slice(tags.indexOf("UNITED STATES SEC"))],
    ["a small x in a box", TAGS, changed(tags, "(X) Officer", "(x) Officer")],
  ])("%s", async (_, name, text) => {
    expect(otherThanFiled(name, await readingOf(text))).toEqual([]);
  });

  test("the header gives the CIKs and the accession number; without it they are unknown", async () => {
    const reading = await readingOf(tags);
    expect(reading.accessionNumber).toBe("0009950112-97-000002");
    expect(reading.document.issuer).toMatchObject({ issuerCik: "9950112" });
    const bare = await readingOf(tags.slice(tags.indexOf("UNITED STATES SEC")));
    expect(bare.accessionNumber).toBeNull();
    expect(bare.document.issuer).not.toHaveProperty("issuerCik");
  });
});

describe("a table with bars", () => {
  test("a missing bar leaves the whole table unread, and no value moves to the next column", async () => {
    const reading = await readingOf(changed(bars, "|P   | |2,000", "|P     |2,000"));
    expect(reading.unread).toContain("/nonDerivativeTable");
    expect(otherThanFiled(BARS, reading).filter((cell) => !/^nonDerivativeTable\S* unread: /.test(cell))).toEqual([]);
  });

  test("each number or date, blanked in turn, is missing, and nothing else changes", async () => {
    const table = bars.indexOf("Table I --");
    const parts = [...bars.matchAll(/(?<=\|)\$?\d[\d.,/]*(?= *\|)/g)].filter(({ index }) => index > table);
    const variants = withEachBlank(bars, parts, (part) => " ".repeat(part.length));
    expect(variants.length).toBeGreaterThan(15);
    for (const { part, text } of variants) {
      const reading = await readingOf(text);
      expect(saysOtherwise(BARS, reading), part).toEqual([]);
    }
  });

  test("with both A and D in the column neither is chosen: what was typed is kept as uncertain", async () => {
    const reading = await readingOf(changed(bars, "|450               |D  |", "|450               |A,D|"));
    expect(otherThanFiled(BARS, reading)).toEqual([
      "nonDerivativeTable[1].transactionAcquiredDisposedCode wrong, uncertain: “D” as “A,D”",
    ]);
  });

  test("a dash in an empty cell is not a price", async () => {
    const reading = await readingOf(changed(bars, "|D  |           |9,050", "|D  |-          |9,050"));
    expect(saysOtherwise(BARS, reading)).toEqual([]);
  });
});

describe("a table without bars", () => {
  test("a title that runs into the next column leaves the table unread", async () => {
    const row = "Common Stock          3/3/97    M        1,500";
    const reading = await readingOf(changed(tags, row, "Common Stock of a very long 3/3/97  M    1,500"));
    expect(reading.unread).toContain("/nonDerivativeTable");
    expect(saysOtherwise(TAGS, reading)).toEqual([]);
  });

  test("an impossible date is kept as typed, and is uncertain", async () => {
    const reading = await readingOf(changed(tags, "3/14/97   S", "13/44/97  S"));
    expect(otherThanFiled(TAGS, reading)).toEqual([
      "nonDerivativeTable[1].transactionDate wrong, uncertain: “1997-03-14” as “13/44/97”",
    ]);
  });
});

describe("the boxes of a typed form", () => {
  test("a date in box 5 makes it an amendment", async () => {
    const box = "5. If Amendment, Date of Original (Month/Year)\n";
    const { document } = await readingOf(changed(tags, box, `${box}   March 10,1997\n`));
    expect(document).toMatchObject({ documentType: "4/A", dateOfOriginalSubmission: "1997-03-10" });
  });

  test("two boxes may be checked", async () => {
    const { document } = await readingOf(changed(tags, "( ) Director", "(X) Director"));
    expect(document.reportingOwner[0]?.reportingOwnerRelationship).toMatchObject({ isDirector: "1", isOfficer: "1" });
  });

  test("the exit box may be checked", async () => {
    const { document } = await readingOf(changed(tags, "( ) Check this box", "(X) Check this box"));
    expect(document.notSubjectToSection16).toBe("1");
  });
});
