import { describe, expect, it } from "vitest";
import { sheetForm } from "@/paper/reading/sheet-form";
import { cellAround } from "@/paper/words/sheet";
import { sourceText } from "@/paper/words/source-lines";
import { textLines } from "@/paper/words/text-lines";
import { layoutSheet } from "./layout-sheet";

const FORM = `FORM 4
                       STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES
1. Name and Address of Reporting Person *    2. Issuer Name and Ticker or Trading Symbol    5. Relationship of Reporting Person(s) to Issuer
Tollefsen Ada                               Kestrel Grid, Inc. [KSTL]                               (Check all applicable)
    (Last)       (First)      (Middle)                                                      __X__ Director             _____ 10% Owner
9 HARBOUR LANE                               3. Date of Earliest Transaction                _____ Officer (give title  _____ Other (specify
    (Street)                                 (Month/Day/Year)                               below)                     below)
                                             04/29/2024
PORTLAND, ME 04101                           4. If Amendment, Date Original Filed           6. Individual or Joint/Group Filing
    (City)       (State)      (Zip)          (Month/Day/Year)                               _X_ Form filed by One Reporting Person
                                                                                            ___ Form filed by More than One Reporting Person
              Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
`;

describe("a text that keeps its layout, as a sheet", () => {
  const sheet = layoutSheet(sourceText(FORM));
  const wordNamed = (text: string) => {
    const word = sheet.words.find((word) => word.text === text);
    if (!word) throw new Error(`no ${text}`);
    return word;
  };
  const cellOf = (text: string) => {
    const { left, right, baseline, size } = wordNamed(text);
    return cellAround(sheet, (left + right) / 2, baseline - 0.3 * size);
  };

  it("has lines between boxes 1 to 6, which the text does not show", () => {
    expect(cellOf("Tollefsen")).toEqual(cellOf("PORTLAND,"));
    expect(cellOf("Kestrel")).not.toEqual(cellOf("04/29/2024"));
    expect(cellOf("Kestrel").right).toBeLessThan(wordNamed("__X__").left);
  });

  it("keeps a text that begins slightly before its box in that box, with its place in the text", () => {
    const kestrel = wordNamed("Kestrel");
    expect(kestrel.left).toBeGreaterThan(cellOf("Kestrel").left);
    expect(kestrel.place).toEqual({ page: 1, line: 4, from: 44, to: 51 });
  });

  it("is read like a page whose lines are drawn", () => {
    const form = sheetForm(sheet);
    expect([form?.issuerName?.text, form?.tradingSymbol?.text]).toEqual(["Kestrel Grid, Inc.", "KSTL"]);
    expect([form?.periodOfReport?.text, form?.dateOfOriginal?.text]).toEqual(["04/29/2024", ""]);
    const [owner] = form?.owners ?? [];
    expect([owner?.name?.text, owner?.street?.map(({ text }) => text), owner?.cityLine?.text]).toEqual([
      "Tollefsen Ada",
      ["9 HARBOUR LANE"],
      "PORTLAND, ME 04101",
    ]);
    expect([owner?.isDirector?.ticked, owner?.isOfficer?.ticked, form?.isJoint?.ticked]).toEqual([true, false, false]);
  });
});

describe("lines of words", () => {
  it("contain only the given words, and give their distance from the line above", () => {
    const sheet = layoutSheet(sourceText("(1) One note\n    beside it    a table\n\n(2) Another"));
    const lines = textLines(
      sheet,
      sheet.words.filter(({ text }) => text !== "table"),
    );
    expect(lines.map(({ text }) => text)).toEqual(["(1) One note", "    beside it    a", "", "(2) Another"]);
    const [, second, , last] = lines.map(({ gap }) => gap);
    expect(second).toBeCloseTo(1.15);
    expect(last).toBeCloseTo(2.3);
  });
});
