import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { PrintedCell, PrintedForm, PrintedRow } from "@/paper/form/printed-form";
import { corpusFolder } from "@/testing/corpus";
import { readPdfForm } from "./read-pdf-form";

const corpus = corpusFolder();
const file = (name: string) => new Uint8Array(readFileSync(join(corpus ?? "", "paper", name)));

async function formOf(name: string): Promise<PrintedForm> {
  const pdf = await readPdfForm(file(name));
  if (pdf.outcome !== "form") throw new Error(`${name}: ${pdf.outcome}`);
  return pdf.source.form;
}

const printed = (cell: PrintedCell | null | undefined) =>
  cell && cell.text + cell.marks.map((mark) => `^${mark}`).join("");

const rowOf = (row: PrintedRow<string> | undefined) =>
  Object.fromEntries(Object.entries(row?.cells ?? {}).map(([column, cell]) => [column, printed(cell)]));

describe.skipIf(corpus === null)("a form printed by a browser", () => {
  it("has each value in its drawn column", async () => {
    const { tableI, tableII } = await formOf("pdf/0001209191-12-022044.pdf");
    expect(rowOf(tableI?.[1])).toEqual({
      securityTitle: "Class A Common Stock",
      transactionDate: "04/02/2012",
      deemedExecutionDate: "",
      code: "S^5",
      v: "",
      amount: "25,367",
      acquiredDisposed: "D",
      price: "$ 102.0764^6",
      owned: "53,300",
      directOrIndirect: "I",
      nature: "See footnote^4",
    });
    expect(rowOf(tableII?.[1])).toEqual({
      securityTitle: "Class B Common Stock",
      exercisePrice: "^2^3",
      transactionDate: "03/27/2012",
      deemedExecutionDate: "",
      code: "C^1",
      v: "V",
      amountAcquired: "",
      amountDisposed: "113,000",
      exerciseDate: "^2^3",
      expirationDate: "^2^3",
      underlyingTitle: "Class A Common Stock",
      underlyingShares: "113,000",
      price: "$ 0",
      owned: "18,601,696",
      directOrIndirect: "I",
      nature: "See footnote^4",
    });
  });

  it("names all owners, the first from box 1 with its street divided as in the table of owners", async () => {
    const { owners, isJoint } = await formOf("pdf/0001209191-12-022044.pdf");
    expect(isJoint?.ticked).toBe(true);
    expect(owners.map(({ name }) => printed(name))).toEqual([
      "Hoffman Reid",
      "Reid Hoffman & Michelle Yee Living Trust",
    ]);
    expect(owners[0]?.street?.map(printed)).toEqual(["C/O LINKEDIN CORPORATION", "2029 STIERLIN COURT"]);
    expect(printed(owners[0]?.cityLine)).toBe("MOUNTAIN VIEW, CA 94043");
    expect(owners.map(({ isDirector }) => isDirector?.ticked)).toEqual([true, false]);
    expect(owners.map(({ isTenPercentOwner }) => isTenPercentOwner?.ticked)).toEqual([true, true]);
  });

  it("distinguishes a checked box, an empty one, and one that the form does not have", async () => {
    const ticked = await formOf("pdf/0001062993-24-008173.pdf");
    expect(ticked.exitBox?.ticked).toBe(false);
    expect(ticked.planBox).toMatchObject({ ticked: true });
    const left = await formOf("pdf/0001493152-26-043976.pdf");
    expect(left.exitBox?.ticked).toBe(true);
    expect(left.planBox).toMatchObject({ ticked: false });
    expect((await formOf("pdf/0001209191-12-022044.pdf")).planBox).toBe("absent");
  });

  it("continues over the end of a page: rows, owners and footnotes", async () => {
    const { tableI, notes } = await formOf("pdf/0001062993-24-008173.pdf");
    expect(tableI).toHaveLength(12);
    expect(notes.map(({ mark }) => Number(mark))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    const { owners } = await formOf("pdf/0001209191-11-061529.pdf");
    expect(owners[0]?.street?.map(printed)).toEqual(["C/O LINKEDIN CORPORATION", "2029 STIERLIN COURT"]);
  });

  it("has its accession number from the address at the bottom of the page, and no other text from there", async () => {
    const form = await formOf("pdf/0001062993-24-008173.pdf");
    expect(form.accessionNumber).toBe("0001062993-24-008173");
    expect(JSON.stringify(form)).not.toContain("Ownership Submission");
  });

  it("states that there are no securities, on a Form 3 that says so", async () => {
    const form = await formOf("pdf/0000899243-21-017509.pdf");
    expect(form.noSecuritiesOwned?.ticked).toBe(true);
    expect(form.tableI).toEqual([]);
    expect(printed(form.remarks)).toBe("Exhibit 24 - Power of Attorney.");
  });

  it("gives the place of each cell in the text", async () => {
    const pdf = await readPdfForm(file("pdf/0001209191-12-022044.pdf"));
    if (pdf.outcome !== "form") throw new Error(pdf.outcome);
    const { text, form } = pdf.source;
    const [place] = form.tableI?.[1]?.cells.owned?.places ?? [];
    expect(place && text[place.page - 1]?.[place.line - 1]?.slice(place.from, place.to)).toBe("53,300");
  });
});

describe.skipIf(corpus === null)("a form in the layout of EDGAR's viewer", () => {
  it("has city, state and zip in separate columns, and an X before what applies", async () => {
    const { owners, tradingSymbol, signatures, notes } = await formOf("viewer/0000842517-24-000086.pdf");
    expect([owners[0]?.city, owners[0]?.state, owners[0]?.zip].map(printed)).toEqual(["MT. PLEASANT", "MI", "48858"]);
    expect(owners[0]?.isDirector?.ticked).toBe(true);
    expect(owners[0]?.isOfficer?.ticked).toBe(false);
    expect(printed(tradingSymbol)).toBe("ISBA");
    expect(signatures.map(({ name, date }) => [printed(name), printed(date)])).toEqual([
      ["/s/ Jennifer L. Gill, By Power of Attorney", "05/01/2024"],
    ]);
    expect(notes.map(({ text }) => text.text)).toEqual([
      "Includes shares acquired through quarterly dividend reinvestment.",
    ]);
  });
});

describe.skipIf(corpus === null)("a scanned PDF", () => {
  it("gives the image of each page", async () => {
    const pdf = await readPdfForm(file("scan/0001062993-23-013573.pdf"));
    if (pdf.outcome !== "images") throw new Error(pdf.outcome);
    expect(pdf.pages.map(({ page, width, height, dpi }) => ({ page, width, height, dpi }))[0]).toEqual({
      page: 1,
      width: 2200,
      height: 1700,
      dpi: 200,
    });
    expect(
      Buffer.from(pdf.pages[0]?.png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });
});

describe("a PDF is refused with a reason", () => {
  const refusal = async (bytes: Uint8Array) => {
    const pdf = await readPdfForm(bytes);
    return pdf.outcome === "refused" ? pdf.message : pdf.outcome;
  };

  it("if it is damaged", async () => {
    expect(await refusal(Buffer.from(`%PDF-1.7\n${"A".repeat(5000)}`))).toMatch(/damaged/);
  });

  it("if it is encrypted", async () => {
    const key = "12345678901234567890123456789012";
    const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${key}) /U (${key}) /P -4 >> /ID [(a)(a)]`;
    expect(await refusal(madeUpPdf("BT ET", { trailer: encryption }))).toMatch(/encrypted/);
  });

  it("if it has neither text nor images", async () => {
    expect(await refusal(madeUpPdf("BT ET"))).toMatch(/neither text nor images/);
  });

  it("if its page is larger than any paper", async () => {
    expect(await refusal(madeUpPdf("BT ET", { page: "0 0 1000000 1000000" }))).toMatch(/too large for a form/);
  });

  it("if a few bytes of it expand to very many", async () => {
    const packed = deflateSync(Buffer.alloc(70_000_000, 32));
    expect(await refusal(madeUpPdf(packed, { filter: "/Filter /FlateDecode" }))).toMatch(/too complex to be a form/);
    const twice = deflateSync(packed);
    expect(await refusal(madeUpPdf(twice, { filter: "/Filter [/Flate#44ecode /Fl]" }))).toMatch(
      /compressed more than once/,
    );
  });
});

describe("a PDF with text but without the form's drawn boxes", () => {
  it("gives its lines as they are laid out", async () => {
    const line = "(Name of the reporting person, and more text than a stamp has on a scanned page) Tj";
    const pdf = await readPdfForm(madeUpPdf(`BT /F1 10 Tf 50 700 Td ${line} 0 -20 Td ${line} ET`));
    expect(pdf).toMatchObject({ outcome: "text" });
    expect(pdf.outcome === "text" && pdf.text[0]).toHaveLength(2);
  });
});

/** A PDF of one page with this content. */
function madeUpPdf(
  content: string | Buffer,
  { page = "0 0 612 792", filter = "", trailer = "" }: { page?: string; filter?: string; trailer?: string } = {},
): Uint8Array {
  const bytes = Buffer.from(content);
  const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [${page}] /Contents 4 0 R /Resources << /Font << /F1 ${font} >> >> >>`,
    Buffer.concat([
      Buffer.from(`<< ${filter} /Length ${bytes.length} >>\nstream\n`),
      bytes,
      Buffer.from("\nendstream"),
    ]),
  ];
  const parts = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, object] of objects.entries()) {
    offsets.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n"));
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 5\n0000000000 65535 f \n${entries}trailer\n<< /Size 5 /Root 1 0 R ${trailer} >>\nstartxref\n${length()}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
