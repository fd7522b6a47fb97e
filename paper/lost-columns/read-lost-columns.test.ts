import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PrintedCell, PrintedForm } from "@/paper/form/printed-form";
import { readLostColumns } from "@/paper/lost-columns/read-lost-columns";
import { readPaper } from "@/paper/read-paper";
import { corpusFolder } from "@/testing/corpus";

const corpus = corpusFolder();

function formOf(text: string): PrintedForm {
  const source = readLostColumns(text);
  if (!source) throw new Error("No form was found.");
  return source.form;
}

const said = (cell: PrintedCell | null | undefined) => cell?.text ?? null;

const HEAD = `5/1/24, 4:12 PM

Ownership Submission

FORM 4

UNITED STATES SECURITIES AND EXCHANGE COMMISSION
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES
Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934

(Print or Type Responses)
1. Name and Address of Reporting Person *

5. Relationship of Reporting Person(s) to Issuer
(Check all applicable)

2. Issuer Name and Ticker or Trading Symbol

Tollefsen Ada

Kestrel Grid, Inc. [KSTL]

(Last)

(First)

(Middle)

9 HARBOUR LANE, FLOOR 2

_____ Director
__X__ Officer (give title below)

Treasurer

3. Date of Earliest Transaction (Month/Day/Year)

04/29/2024
4. If Amendment, Date Original Filed(Month/Day/Year)

(Street)

6. Individual or Joint/Group Filing(Check Applicable Line)
_X_ Form filed by One Reporting Person
___ Form filed by More than One Reporting Person

PORTLAND, ME 04101
(City)

(State)

(Zip)

Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned

_____ 10% Owner
_____ Other (specify below)

1.Title of Security
(Instr. 3)

2. Transaction Date
(Month/Day/Year)

4. Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)

5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)

6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)

7. Nature of Indirect Beneficial Ownership (Instr. 4)

Common Stock

04/29/2024

P

1,000

A

$ 18.14 15,711

D

Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.

Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB control number.

Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned
(e.g., puts, calls, warrants, options, convertible securities)

2. Conversion or Exercise Price of Derivative Security

6. Date Exercisable and Expiration Date (Month/Day/Year)

7. Title and Amount of Underlying Securities (Instr. 3 and 4)

9. Number of Derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)

Reporting Owners
`;

const OWNERS = `Reporting Owner Name / Address

Relationships
Director 10% Owner Officer Other

Tollefsen Ada
9 HARBOUR LANE
FLOOR 2
PORTLAND, ME 04101

Treasurer
`;

const END = `
Signatures
/s/ Ada Tollefsen

05/01/2024

**

Signature of Reporting Person

Date

Explanation of Responses:
*

If the form is filed by more than one reporting person, see Instruction 4(b)(v).

** Intentional misstatements or omissions of facts constitute Federal Criminal Violations. See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).
(1)

Bought under a plan that the reporting person adopted on March 1, 2023, as the registrant's report says.

Remarks:
Exhibit 24 is a power of attorney.

Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, see Instruction 6 for procedure.
Potential persons who are to respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB number.
`;

describe("a form as text whose columns are lost", () => {
  const form = formOf(HEAD + OWNERS + END);

  it("reads the boxes, though their texts are interleaved", () => {
    expect(form.form).toBe("4");
    expect([said(form.issuerName), said(form.tradingSymbol)]).toEqual(["Kestrel Grid, Inc.", "KSTL"]);
    expect([said(form.periodOfReport), said(form.dateOfOriginal)]).toEqual(["04/29/2024", ""]);
    expect(form.isJoint?.ticked).toBe(false);
    const [owner] = form.owners;
    expect(said(owner?.name)).toBe("Tollefsen Ada");
    expect(owner?.street?.map(said)).toEqual(["9 HARBOUR LANE", "FLOOR 2"]);
    expect(said(owner?.cityLine)).toBe("PORTLAND, ME 04101");
    expect([owner?.isDirector?.ticked, owner?.isOfficer?.ticked]).toEqual([false, true]);
    expect(said(owner?.officerTitle)).toBe("Treasurer");
  });

  it("reads the footnotes, remarks and signature", () => {
    expect(form.notes.map(({ mark, text }) => [mark, text.text])).toEqual([
      ["1", "Bought under a plan that the reporting person adopted on March 1, 2023, as the registrant's report says."],
    ]);
    expect(said(form.remarks)).toBe("Exhibit 24 is a power of attorney.");
    expect(form.signatures.map(({ name, date }) => [said(name), said(date)])).toEqual([
      ["/s/ Ada Tollefsen", "05/01/2024"],
    ]);
  });

  it("lists both tables as unread, invents no row, and recommends the PDF", async () => {
    expect([form.tableI, form.tableII]).toEqual([null, null]);
    const paper = await readPaper(Buffer.from(HEAD + OWNERS + END));
    if (paper.outcome === "refused") throw new Error(paper.message);
    expect(paper.reading.unread).toEqual(expect.arrayContaining(["/nonDerivativeTable", "/derivativeTable"]));
    expect(paper.reading.document.nonDerivativeTable).toEqual([]);
    expect(paper.reading.problems.map(({ message }) => message).join()).toMatch(
      /Use the PDF that the text came from instead/,
    );
  });

  it("does not take the date at the top of a page for a signature", () => {
    const broken = END.replace("/s/ Ada", "5/1/24, 4:12 PM\n\nOwnership Submission\n\n/s/ Ada");
    expect(formOf(HEAD + OWNERS + broken).signatures.map(({ name }) => said(name))).toEqual(["/s/ Ada Tollefsen"]);
  });

  it("leaves addresses unread if the text of a table came between them", () => {
    const broken = OWNERS.replace("FLOOR 2\n", "\n(1)\n\n$ 18.14\n\nI\n\nBy trust\n\n");
    const { owners, incomplete } = formOf(HEAD + broken + END);
    expect([said(owners[0]?.name), owners[0]?.street]).toEqual([null, null]);
    expect(incomplete).toContain("owners");
  });

  it("reads no date of an original filing if the second date is earlier than the first", () => {
    const { periodOfReport, dateOfOriginal } = formOf(
      HEAD.replace("04/29/2024\n4.", "04/29/2024\n\n01/02/2020\n4.") + OWNERS + END,
    );
    expect([periodOfReport, dateOfOriginal]).toEqual([null, null]);
  });
});

describe.skipIf(corpus === null)("a page of EDGAR as text in reading order", () => {
  const filed = (number: string) => formOf(readFileSync(join(corpus ?? "", "paper/pdftext", `${number}.txt`), "utf8"));

  it("reads the boxes, though their columns are mixed up", () => {
    const isabella = filed("0000842517-24-000086");
    expect(isabella.form).toBe("4");
    expect(said(isabella.issuerName)).toBe("ISABELLA BANK Corp");
    expect(said(isabella.tradingSymbol)).toBe("ISBA");
    expect(said(isabella.periodOfReport)).toBe("04/29/2024");
    expect(isabella.isJoint).toMatchObject({ ticked: false });
    const [owner] = isabella.owners;
    expect(said(owner?.name)).toBe("McGuirk Richard L");
    expect(owner?.street?.map(said)).toEqual(["770 STONERIDGE DR."]);
    expect(said(owner?.cityLine)).toBe("MT. PLEASANT, MI 48858");
    expect(owner?.isDirector).toMatchObject({ ticked: true });
    expect(owner?.isOfficer).toMatchObject({ ticked: false });
    expect(isabella.signatures.map(({ name, date }) => [name?.text, date?.text])).toEqual([
      ["/s/ Jennifer L. Gill, By Power of Attorney", "05/01/2024"],
    ]);
  });

  it("leaves the relationships of a second owner unread", () => {
    const [, trust] = filed("0001209191-13-002209").owners;
    expect(said(trust?.name)).toBe("Reid Hoffman & Michelle Yee Living Trust");
    expect(trust?.isTenPercentOwner).toBeNull();
  });
});

describe("text that is not a form of this kind", () => {
  it.each(["", "A letter about Table I - Non-Derivative Securities", "\f\f\f"])("returns null for %j", (text) => {
    expect(readLostColumns(text)).toBeNull();
  });
});
