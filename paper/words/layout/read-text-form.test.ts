import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PrintedCell, PrintedForm, PrintedRow } from "@/paper/form/printed-form";
import { corpusFolder } from "@/testing/corpus";
import { readTextForm } from "./read-text-form";

const corpus = corpusFolder();

function formOf(name: string): PrintedForm {
  const source = readTextForm(readFileSync(join(corpus ?? "", "paper", name), "utf8"));
  if (!source) throw new Error(`${name} is no form`);
  return source.form;
}

const printed = (cell: PrintedCell | null | undefined) =>
  cell ? cell.text + cell.marks.map((mark) => `^${mark}`).join("") : null;

/** The filled cells of a row, with their marks. */
const rowOf = (row: PrintedRow<string> | undefined) =>
  Object.fromEntries(
    Object.entries(row?.cells ?? {}).flatMap(([column, cell]) =>
      printed(cell) === "" ? [] : [[column, printed(cell)]],
    ),
  );

describe.skipIf(corpus === null)("a form as text that keeps its columns", () => {
  it("reads a price broken over three lines, next to a balance on the middle one", () => {
    const { tableI } = formOf("pdftext/b6f4a6cbed3c7739.txt");
    expect(rowOf(tableI?.[2])).toEqual({
      securityTitle: "Class A Common Stock",
      transactionDate: "02/25/2025",
      code: "S^1",
      amount: "14,448",
      acquiredDisposed: "D",
      price: "$74.7161^5",
      owned: "3,964,482",
      directOrIndirect: "I",
      nature: "By DM Trust Aggregator, LLC^3",
    });
  });

  it("keeps a row together over a page break, though the next page has its columns elsewhere", () => {
    const { tableI } = formOf("pdftext/31608d311be086ff.txt");
    expect(tableI?.map((row) => [printed(row.cells.owned), printed(row.cells.nature)])).toEqual([
      ["51,990", ""],
      ["51,737", ""],
      ["100", "By Spouse in IRA"],
      ["288.395^4", "By 401(k)"],
    ]);
  });

  it("distinguishes an amount under (A) from one under (D)", () => {
    const { tableII } = formOf("pdftext/0000899243-21-043382.txt");
    expect(tableII?.map(({ cells }) => [printed(cells.amountAcquired), printed(cells.amountDisposed)])).toEqual([
      ["", "17,434,414"],
      ["", "6,883,086"],
      ["8,900,000", ""],
      ["782,088", ""],
      ["25,374,548", ""],
      ["1,409,699", ""],
      ["1,409,699", ""],
    ]);
    expect(rowOf(tableII?.[2])).toMatchObject({
      securityTitle: "Private Placement Warrants",
      exercisePrice: "$11.5",
      code: "J^13",
      exerciseDate: "^13",
      expirationDate: "^13",
      underlyingTitle: "Class A Common Stock",
      price: "$2.5",
      nature: "See Footnote^2",
    });
  });

  it("reads the owners after the form, and the heading above each X", () => {
    const { owners, isJoint } = formOf("pdftext/0000950170-24-012830.txt");
    expect(isJoint?.ticked).toBe(true);
    expect(
      owners.map(({ name, isDirector, isTenPercentOwner }) => [
        printed(name),
        isDirector?.ticked,
        isTenPercentOwner?.ticked,
      ]),
    ).toEqual([
      ["Mithril LP", false, true],
      ["Mithril II UGP LLC", false, true],
      ["Mithril II GP LP", false, true],
      ["MITHRIL II LP", false, true],
      ["Mithril GP LP", false, true],
      ["THIEL PETER", false, true],
    ]);
    expect(owners[5]?.street?.map(printed)).toEqual([
      "C/O MITHRIL CAPITAL MANAGEMENT LLC",
      "111 CONGRESS AVENUE, SUITE 500",
    ]);
  });

  it("reads signatures with their dates, one of them over two lines", () => {
    const { signatures } = formOf("pdftext/0000950170-24-012830.txt");
    expect(signatures).toHaveLength(6);
    expect(printed(signatures[2]?.name)).toBe(
      "Mithril II LP By: Mithril II GP LP, its general partner By: Mithril II UGP LLC, its general partner, By: /s/ Ajay Royan, Managing Member",
    );
    expect(printed(signatures[2]?.date)).toBe("02/08/2024");
  });

  it("reads the title, the period and the symbol of boxes 2, 3 and 5", () => {
    const form = formOf("pdftext/0001628280-25-058843.txt");
    expect(printed(form.issuerName)).toBe("BECTON DICKINSON & CO");
    expect(printed(form.tradingSymbol)).toBe("BDX");
    expect(printed(form.periodOfReport)).toBe("12/26/2025");
    expect(printed(form.owners[0]?.officerTitle ?? null)).toBe("EVP, CRO & Pres. Life Sciences");
    expect(form.accessionNumber).toBe("0001628280-25-058843");
    expect(form.planBox).toBeNull();
  });

  it("reads an X in the boxes of EDGAR's own page", () => {
    const { owners, isJoint, signatures, exitBox, planBox } = formOf("viewer/8d6bd21af22c73f8.txt");
    const [owner] = owners;
    expect([owner?.isDirector?.ticked, owner?.isTenPercentOwner?.ticked, owner?.isOfficer?.ticked]).toEqual([
      false,
      false,
      true,
    ]);
    expect(printed(owner?.officerTitle ?? null)).toBe("CEO Worldwide Amazon Stores");
    expect(isJoint?.ticked).toBe(false);
    expect(exitBox?.ticked).toBe(false);
    expect(planBox).toMatchObject({ ticked: true });
    expect(printed(signatures[0]?.name)).toBe(
      "/s/ by Mark F. Hoffman as attorney-in-fact for Douglas J. Herrington, CEO Worldwide Amazon Stores",
    );
  });

  it("gives the place of a value in the text", () => {
    const text = readFileSync(join(corpus ?? "", "paper/pdftext/0000707549-25-000004.txt"), "utf8");
    const source = readTextForm(text);
    const [place] = source?.form.tableI?.[1]?.cells.owned?.places ?? [];
    expect(place && source?.text[place.page - 1]?.[place.line - 1]?.slice(place.from, place.to)).toBe("30,630");
  });
});

describe("text that is not a form of this kind", () => {
  it.each(["", "A letter about Table I - Non-Derivative Securities", "\f\f\f"])("returns null for %j", (text) => {
    expect(readTextForm(text)).toBeNull();
  });
});
