import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PrintedCell, PrintedForm } from "@/paper/printed-form";
import { corpusFolder } from "@/testing/corpus";
import { isScatteredPage } from "./is-in-reading-order";
import { readOrderedForm } from "./read-ordered-form";

const corpus = corpusFolder();

function form(number: string): PrintedForm {
  const text = readFileSync(join(corpus ?? "", "paper/pdftext", `${number}.txt`), "utf8");
  expect(isScatteredPage(text)).toBe(true);
  const source = readOrderedForm(text);
  if (!source) throw new Error("No form was found.");
  return source.form;
}

const said = (cell: PrintedCell | undefined) =>
  cell && [cell.text, ...cell.marks.map((mark) => `(${mark})`)].filter(Boolean).join(" ");

const saidIn = (row: { cells: Partial<Record<string, PrintedCell>> } | undefined, columns: string) =>
  columns.split(" ").map((column) => said(row?.cells[column]));

describe.skipIf(corpus === null)("a page of EDGAR as text in reading order", () => {
  it("tells the boxes apart, though their columns came out one into the other", () => {
    const isabella = form("0000842517-24-000086");
    expect(isabella.form).toBe("4");
    expect(said(isabella.issuerName ?? undefined)).toBe("ISABELLA BANK Corp");
    expect(said(isabella.tradingSymbol ?? undefined)).toBe("ISBA");
    expect(said(isabella.periodOfReport ?? undefined)).toBe("04/29/2024");
    expect(isabella.isJoint).toMatchObject({ ticked: false });
    const [owner] = isabella.owners;
    expect(said(owner?.name ?? undefined)).toBe("McGuirk Richard L");
    expect(owner?.street?.map(said)).toEqual(["770 STONERIDGE DR."]);
    expect(said(owner?.cityLine ?? undefined)).toBe("MT. PLEASANT, MI 48858");
    expect(owner?.isDirector).toMatchObject({ ticked: true });
    expect(owner?.isOfficer).toMatchObject({ ticked: false });
    expect(isabella.signatures.map(({ name, date }) => [name?.text, date?.text])).toEqual([
      ["/s/ Jennifer L. Gill, By Power of Attorney", "05/01/2024"],
    ]);
  });

  it("takes a price that its column broke, and the balance beside it, for what they are", () => {
    const [trade, child, llc] = form("0000842517-24-000086").tableI ?? [];
    const columns = "code amount acquiredDisposed price owned directOrIndirect nature";
    expect(saidIn(trade, columns)).toEqual(["P", "275.634", "A", "$ 18.14", "15,711.8844 (1)", "D", ""]);
    expect(saidIn(child, columns)).toEqual(["", "", "", "", "2,170.3157 (1)", "I", "Held by minor child"]);
    expect(saidIn(llc, "owned nature")).toEqual(["383,262.5326 (1)", "Held by LLC"]);
  });

  it("reads rows that came out in order over the end of a page, heading words of title and shares included", () => {
    const units = form("0001617553-25-000024").tableII ?? [];
    expect(units.map((row) => said(row.cells.underlyingShares))).toEqual(["6,250", "13,347", "20,691", "20,444"]);
    expect(units.map((row) => said(row.cells.exerciseDate))).toEqual(["(4)", "(6)", "(7)", "(8)"]);
    expect(said(units[0]?.cells.amountOfEither)).toBe("6,250");
    expect(units[0]?.cells.amountAcquired).toBeUndefined();
  });

  it("tells amounts from balances by their sums, where whole columns came out one after the other", () => {
    const sales = form("0001209191-13-002209").tableI ?? [];
    expect(sales).toHaveLength(9);
    expect(new Set(sales.map((row) => said(row.cells.securityTitle)))).toEqual(new Set(["Class A Common Stock"]));
    expect(sales.slice(0, 3).map((row) => saidIn(row, "amount owned"))).toEqual([
      ["83,334", "83,334"],
      ["50,523", "32,811"],
      ["9,213", "23,598"],
    ]);
    // Their dates came out the latest first, as forms hardly list them.
    expect(sales.every((row) => row.cells.transactionDate?.doubt !== undefined)).toBe(true);
  });

  it("says of no relationship of a second owner that it is or is not", () => {
    const [, trust] = form("0001209191-13-002209").owners;
    expect(said(trust?.name ?? undefined)).toBe("Reid Hoffman & Michelle Yee Living Trust");
    expect(trust?.isTenPercentOwner).toBeNull();
  });
});
