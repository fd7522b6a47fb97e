import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PrintedCell } from "@/paper/form/printed-form";
import { corpusFolder } from "@/testing/corpus";
import { readAsciiForm } from "./read-ascii-form";

const corpus = corpusFolder();
const printed = (cell: PrintedCell | null | undefined) => cell?.text ?? null;

describe.skipIf(corpus === null)("a form of 2000, drawn in characters", () => {
  const source = corpus
    ? readAsciiForm(readFileSync(join(corpus, "rendered/edgartools__sgml_0001094891-00-000193.txt"), "utf8"))
    : null;

  it("reads boxes that are listed one below the other", () => {
    expect(printed(source?.form.issuerName)).toBe("Productivity Technologies Corp.");
    expect(printed(source?.form.tradingSymbol)).toBe("PRAC");
    expect(source?.form.issuerCik).toBe("911787");
    expect(source?.form.accessionNumber).toBe("0001094891-00-000193");
    const [owner] = source?.form.owners ?? [];
    expect(printed(owner?.name)).toBe("Foster, Alan H.");
    expect([owner?.isDirector?.ticked, owner?.isOfficer?.ticked]).toEqual([true, false]);
    expect(source?.form.isJoint?.ticked).toBe(false);
    expect(source?.form.exitBox?.ticked).toBe(false);
  });

  it("joins cells that were broken where they were full, and leaves A or D open where the form does not say", () => {
    const [row] = source?.form.tableII ?? [];
    expect(source?.form.tableI).toEqual([]);
    expect(printed(row?.cells.securityTitle)).toBe("Options to Purchase Common Stock");
    expect(printed(row?.cells.transactionDate)).toBe("2/7/00");
    expect(printed(row?.cells.expirationDate)).toBe("2/7/05");
    expect(printed(row?.cells.amountOfEither)).toBe("12,000 -");
    expect(row?.cells.amountAcquired).toBeUndefined();
    expect(printed(row?.cells.price)).toBe("");
  });
});

const BOXES = `
FORM 4
1. Name and Address of Reporting Person
   Roe, Jane
   1 Main Street
   Springfield, IL  62701
2. Issuer Name and Ticker or Trading Symbol
   Example Corp.
   EXM
4. Statement for Month/Year
   07/1998
6. Relationship of Reporting Person(s) to Issuer (Check all applicable)
   ( ) Director ( ) 10% Owner (X) Officer (give title below) ( ) Other
   Treasurer
7. Individual or Joint/Group Filing (Check Applicable Line)
   (X) Form filed by One Reporting Person
   ( ) Form filed by More than One Reporting Person
`;

const table = (row: string) => `${BOXES}
Table I -- Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
<S>                  <C>      <C> <C><C>      <C><C>      <C>       <C><C>
${row}
____________________________________________________________________________
Explanation of Responses:
(1) By trust.
`;

describe("a table with bars between its columns", () => {
  it("has one value in each column", () => {
    const source = readAsciiForm(
      table("Common Stock         |7/15/98  |S  |  |1,000   |D |$12.50  |3,000    |I |By trust (1)|"),
    );
    const [row] = source?.form.tableI ?? [];
    expect(printed(row?.cells.amount)).toBe("1,000");
    expect(printed(row?.cells.owned)).toBe("3,000");
    expect(row?.cells.nature).toMatchObject({ text: "By trust", marks: ["1"] });
    expect(printed(source?.form.owners[0]?.officerTitle)).toBe("Treasurer");
  });

  it("is not read if its bars form other columns than those of the form", () => {
    expect(
      readAsciiForm(table("Common Stock   |7/15/98  |S  |1,000   |D |$12.50  |3,000    |I |"))?.form.tableI,
    ).toBeNull();
  });
});

describe("a table without bars", () => {
  const tagged = (...rows: string[]) => `${BOXES}
Table I -- Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
<S>                  <C>      <C> <C><C>      <C><C>      <C>       <C><C>
${rows.join("\n")}
</TABLE>
Explanation of Responses:
`;

  it("has its columns at EDGAR's tags", () => {
    const source = readAsciiForm(
      tagged(
        "Common Stock,        7/15/98  S      1,000    D  $12.50   3,000     I  By trust",
        "no par value                                                           for a child",
      ),
    );
    const [row, ...others] = source?.form.tableI ?? [];
    expect(others).toEqual([]);
    expect(printed(row?.cells.securityTitle)).toBe("Common Stock, no par value");
    expect(printed(row?.cells.acquiredDisposed)).toBe("D");
    expect(printed(row?.cells.owned)).toBe("3,000");
    expect(printed(row?.cells.nature)).toBe("By trust for a child");
  });

  it("is not read if a text runs into the next column", () => {
    expect(readAsciiForm(tagged("Class A Common Stock, par value 7/15/98  S"))?.form.tableI).toBeNull();
  });
});

describe("text that is not a form of this kind", () => {
  it.each(["", BOXES, "1. Name and Address of Reporting Person"])("returns null", (text) => {
    expect(readAsciiForm(text)).toBeNull();
  });
});
