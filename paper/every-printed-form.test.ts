import { describe, expect, test } from "vitest";
import { type DocumentNode, isObject } from "@/lib/edgar/ownership-document";
import { recordFromDocument } from "@/lib/edgar/record-from-document";
import { compareWithPaper } from "@/paper/compare-with-paper";
import type { PaperReading } from "@/paper/form/paper-reading";
import { filedForm, otherThanFiled, printedForm, readingOf } from "@/testing/printed-forms";

/** Fields in which the XML and the paper form would contradict each other. */
function contradictions(name: string, { document, unread }: PaperReading) {
  return compareWithPaper(filedForm(name).record, recordFromDocument(document).record, unread);
}

/** What the SEC's pages do not print: which boxes of the second and later owners are not checked. */
const UNTICKED_OF_LATER_OWNERS = /^\/reportingOwner\/[1-9]\d*\/reportingOwnerRelationship\/is(?:Officer|Other)$/;

describe("an HTML page gives every fact of the XML", () => {
  test.each([
    ["sales-under-a-plan", "sales at weighted prices, an option exercised, the Rule 10b5-1 box ticked"],
    ["amendment-of-gifts", "an amendment: the date of the original, an early gift, a deemed execution date"],
    ["fund-and-its-partners", "three owners and three signatures, conversions with notes in place of dates"],
    ["many-sales", "eleven rows, twelve notes"],
    ["first-statement", "a Form 3 with both tables"],
    ["nothing-owned", "a Form 3 without securities"],
    ["annual-statement", "a Form 5, one of its trades due on a Form 4"],
    ["a-director-leaves", "the layout of 2026: an address abroad, the exit box ticked"],
    ["a-single-purchase", "one row"],
  ])("%s: %s", async (name) => {
    const reading = await readingOf(printedForm(`${name}.html`));
    expect(reading.kind).toBe("html");
    expect(otherThanFiled(name, reading)).toEqual([]);
    expect(reading.unread.filter((pointer) => !UNTICKED_OF_LATER_OWNERS.test(pointer))).toEqual([]);
    expect([reading.uncertain, reading.problems]).toEqual([[], []]);
    expect(contradictions(name, reading)).toEqual([]);
  });
});

describe("a page in the layout of EDGAR's viewer gives every fact of the XML, and the CIKs in its links", () => {
  test.each([
    ["sales-under-a-plan", "0009950101", "0009950201"],
    ["amendment-of-gifts", "0009950102", "0009950202"],
  ])("%s", async (name, issuerCik, rptOwnerCik) => {
    const reading = await readingOf(printedForm(`${name}.viewer.html`));
    expect(reading.kind).toBe("html");
    expect(otherThanFiled(name, reading)).toEqual([]);
    expect([reading.unread, reading.uncertain, reading.problems]).toEqual([[], [], []]);
    expect(reading.document.issuer).toMatchObject({ issuerCik });
    expect(reading.document.reportingOwner).toMatchObject([{ reportingOwnerId: { rptOwnerCik } }]);
  });
});

describe("a PDF gives every fact of the XML", () => {
  test.each([
    ["sales-under-a-plan.pdf", "an upright page"],
    ["fund-and-its-partners.pdf", "a row of Table II that begins on one page and ends on the next"],
    [
      "many-sales.pdf",
      "pages on their side, with a browser's header and footer, a table and footnotes over four of them",
    ],
    ["first-statement.pdf", "a Form 3"],
    ["amendment-of-gifts.viewer.pdf", "the layout of EDGAR's viewer"],
  ])("%s: %s", async (file) => {
    const [name = ""] = file.split(".");
    const reading = await readingOf(printedForm(file));
    expect(reading.kind).toBe("pdf");
    expect(otherThanFiled(name, reading)).toEqual([]);
    expect(contradictions(name, reading)).toEqual([]);
  });

  test("the accession number comes only from the address in the footer", async () => {
    expect((await readingOf(printedForm("many-sales.pdf"))).accessionNumber).toBe("0009950107-25-000018");
    expect((await readingOf(printedForm("sales-under-a-plan.pdf"))).accessionNumber).toBeNull();
  });

  test("a checked box differs from an empty one", async () => {
    expect((await readingOf(printedForm("sales-under-a-plan.pdf"))).document.aff10b5One).toBe("1");
    expect((await readingOf(printedForm("many-sales.pdf"))).document.aff10b5One).toBe("0");
  });
});

describe("text in layout gives every fact of the XML; the few that its columns cannot settle are listed as unread", () => {
  /** The boxes at the top are drawings, which leave nothing in the text. */
  const BOXES = ["aff10b5One", "notSubjectToSection16"];

  test.each([
    [
      "sales-under-a-plan.layout.txt",
      ["derivativeTable[0].underlyingSecurityTitle", "derivativeTable[0].underlyingSecurityShares"],
    ],
    ["amendment-of-gifts.layout.txt", []],
    ["amendment-of-gifts.viewer.txt", []],
    ["fund-and-its-partners.layout.txt", []],
    ["many-sales.layout.txt", []],
    ["first-statement.layout.txt", []],
    ["nothing-owned.layout.txt", []],
    [
      "annual-statement.layout.txt",
      [
        "form4TransactionsReported",
        "nonDerivativeTable[1].transactionPricePerShare.footnotes",
        "nonDerivativeTable[1].sharesOwnedFollowingTransaction",
        "derivativeTable[0].transactionAcquiredDisposedCode",
      ],
    ],
    [
      "a-director-leaves.layout.txt",
      [
        "reportingOwner[0].reportingOwnerAddress.rptOwnerCity",
        "reportingOwner[0].reportingOwnerAddress.state",
        "reportingOwner[0].reportingOwnerAddress.rptOwnerZipCode",
        "derivativeTable[0].transactionShares",
        "derivativeTable[0].transactionAcquiredDisposedCode",
        "derivativeTable[0].exerciseDate.footnotes",
        "derivativeTable[0].expirationDate.footnotes",
        "derivativeTable[0].underlyingSecurityTitle",
        "derivativeTable[0].underlyingSecurityShares",
      ],
    ],
  ])("%s", async (file, cells: string[]) => {
    const [name = ""] = file.split(".");
    const reading = await readingOf(printedForm(file));
    expect(reading.kind).toBe("text");
    const mayBeUnread = [...BOXES, ...cells].map((cell) => `${cell} unread`);
    expect(
      otherThanFiled(name, reading).filter((cell) => !mayBeUnread.some((known) => cell.startsWith(known))),
    ).toEqual([]);
    expect(contradictions(name, reading)).toEqual([]);
  });
});

describe("text whose columns are lost gives what is outside the tables", () => {
  test.each(["sales-under-a-plan", "fund-and-its-partners", "many-sales"])("%s", async (name) => {
    const reading = await readingOf(printedForm(`${name}.lost-columns.txt`));
    expect(reading.kind).toBe("text");
    expect(reading.unread).toEqual(expect.arrayContaining(["/nonDerivativeTable", "/derivativeTable"]));
    const others = otherThanFiled(name, reading).filter(
      (cell) => !/^(?:nonD|d)erivativeTable\[\d+\]\S+ unread/.test(cell),
    );
    expect(others.filter((cell) => !/^(?:aff10b5One|\S+\.reportingOwnerRelationship\.\w+) unread/.test(cell))).toEqual(
      [],
    );
    expect(reading.document.footnotes).toHaveLength(filedForm(name).document.footnotes.length);
    expect(contradictions(name, reading)).toEqual([]);
  });
});

describe("a form typed in characters gives every fact of the XML", () => {
  test.each([
    ["a-director-in-1999", "bars between the columns, cells broken wherever they are full"],
    ["an-officer-in-1997", "columns under EDGAR's tags, without bars"],
  ])("%s: %s", async (name) => {
    const reading = await readingOf(printedForm(`${name}.ascii.txt`));
    expect(reading.kind).toBe("ascii");
    expect(otherThanFiled(name, reading)).toEqual([]);
    expect(reading.uncertain).toEqual([]);
    expect(contradictions(name, reading)).toEqual([]);
  });
});

describe("tables from document OCR give every fact of the XML", () => {
  test.each([
    ["sales-under-a-plan", "in Markdown", ["aff10b5One unread: “yes” as “”"]],
    ["amendment-of-gifts", "in tabs", []],
    ["first-statement", "a Form 3, in tabs", []],
  ])("%s: %s", async (name, _, mayDiffer: string[]) => {
    const reading = await readingOf(printedForm(`${name}.tables.txt`));
    expect(reading.kind).toBe("ocr");
    // The two lines of a street are one cell here, and the comma between them may be part of the address.
    const wrong = otherThanFiled(name, reading).filter((cell) => !/\.street wrong, uncertain/.test(cell));
    expect(wrong).toEqual(mayDiffer);
  });
});

describe("a scan's text from OCR gives what is outside the tables", () => {
  test.each(["amendment-of-gifts", "a-single-purchase"])("%s", async (name) => {
    const reading = await readingOf(printedForm(`${name}.ocr.txt`));
    expect(reading.kind).toBe("ocr");
    expect(reading.unread).toEqual(expect.arrayContaining(["/nonDerivativeTable", "/derivativeTable"]));
    // Every cell that differs is listed as unread, or marked as uncertain.
    expect(otherThanFiled(name, reading).filter((cell) => !/ unread:| wrong, uncertain:/.test(cell))).toEqual([]);
    const { document } = reading;
    expect(filedForm(name).document.issuer).toMatchObject(Object(document.issuer));
    expect(document.ownerSignature).toEqual(filedForm(name).document.ownerSignature);
  });
});

describe("every value is in the source at its place", () => {
  test.each([
    "sales-under-a-plan.html",
    "amendment-of-gifts.viewer.html",
    "many-sales.pdf",
    "fund-and-its-partners.pdf",
    "many-sales.layout.txt",
    "first-statement.layout.txt",
    "sales-under-a-plan.tables.txt",
    "fund-and-its-partners.lost-columns.txt",
  ])("%s", async (file) => {
    const { document, places, text } = await readingOf(printedForm(file));
    const elsewhere = Object.entries(places).flatMap(([pointer, spots]) => {
      const value = printedAs(valueAt(document, pointer));
      const shown = spots.map(({ page, line, from, to }) => text[page - 1]?.[line - 1]?.slice(from, to)).join("");
      const isThere = value === null || FROM_ITS_COLUMN.test(pointer) || bare(shown).includes(bare(value));
      return isThere ? [] : [`${pointer}: “${value}” in “${shown}”`];
    });
    expect(elsewhere).toEqual([]);
    expect(Object.keys(places).length).toBeGreaterThan(20);
  });

  /** The column of an amount shows whether it is acquired or disposed of, and V shows that the row was due on a Form 5. */
  const FROM_ITS_COLUMN = /^\/derivativeTable\/\d+\/.*AcquiredDisposedCode$|\/transactionFormType$/;

  function valueAt(document: DocumentNode, pointer: string): DocumentNode | undefined {
    const node = pointer
      .split("/")
      .slice(1)
      .reduce<DocumentNode | undefined>((at, name) => Object(at)[name], document);
    return isObject(node) ? node.value : node;
  }

  /** A checked box shows no value. */
  function printedAs(value: DocumentNode | undefined): string | null {
    if (typeof value !== "string" || value === "1" || value === "0") return null;
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? [];
    return year === undefined ? value : `${month}/${day}/${year}`;
  }

  /** Without what the form adds to a value: commas, trailing zeros, footnote marks. */
  const bare = (text: string) => text.replace(/\(\d+\)|[\s,]|\.?0+$/g, "");
});
