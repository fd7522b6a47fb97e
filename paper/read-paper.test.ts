import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeAt } from "@/lib/edgar/ownership-document";
import { corpusFolder } from "@/testing/corpus";
import { printedForm } from "@/testing/printed-forms";
import { LARGEST_PAPER } from "./largest-paper";
import { readPaper } from "./read-paper";

const corpus = corpusFolder();

async function kindOf(bytes: Buffer | string) {
  const paper = await readPaper(Buffer.from(bytes));
  return paper.outcome === "read" ? paper.reading.kind : paper.message;
}

describe("the kind of a file is detected from its content", () => {
  const saxon = readFileSync(new URL("../sample/saxon-form4.txt", import.meta.url));

  it.each([
    ["html", "sales-under-a-plan.html"],
    ["html", "sales-under-a-plan.viewer.html"],
    ["pdf", "sales-under-a-plan.pdf"],
    ["pdf", "amendment-of-gifts.viewer.pdf"],
    ["text", "sales-under-a-plan.layout.txt"],
    ["text", "amendment-of-gifts.viewer.txt"],
    ["text", "sales-under-a-plan.lost-columns.txt"],
    ["ocr", "amendment-of-gifts.ocr.txt"],
    ["ocr", "sales-under-a-plan.tables.txt"],
    ["ascii", "a-director-in-1999.ascii.txt"],
  ])("%s: %s", async (kind, file) => {
    expect(await kindOf(printedForm(file))).toBe(kind);
  });

  it("text may be in UTF-16, and control characters are read as spaces", async () => {
    expect(await kindOf(Buffer.from(`\ufeff${saxon.toString("utf8")}`, "utf16le"))).toBe("ocr");
    const paper = await readPaper(Buffer.from(saxon.toString("utf8").replace("Saxon", "Sa\0xon")));
    expect(JSON.stringify(paper)).not.toContain("\\u0000");
  });

  // 12,500 shares of Harrow & Vale acquired, 84,120 owned afterwards.
  it.each(["sales-under-a-plan.html", "sales-under-a-plan.viewer.html", "sales-under-a-plan.pdf"])(
    "reads the same values from %s",
    async (file) => {
      const paper = await readPaper(printedForm(file));
      if (paper.outcome === "refused") throw new Error(paper.message);
      expect(paper.reading.document.nonDerivativeTable[0]).toMatchObject({
        transactionAmounts: { transactionShares: { value: "12500" } },
        postTransactionAmounts: { sharesOwnedFollowingTransaction: { value: "84120" } },
      });
      expect(paper.reading.unread).toEqual([]);
    },
  );
});

describe.skipIf(corpus === null)("the kind of a real file is detected from its content", () => {
  const file = (...path: string[]) => readFileSync(join(corpus ?? "", ...path));
  const number = "0000842517-24-000086";

  it.each([
    ["html", ["rendered_sec_xsl", `${number}.html`]],
    ["html", ["paper", "viewer", `${number}.html`]],
    ["pdf", ["paper", "pdf", `${number}.pdf`]],
    ["pdf", ["paper", "viewer", `${number}.pdf`]],
    ["text", ["paper", "pdftext", `${number}.txt`]],
    ["text", ["paper", "viewer", `${number}.txt`]],
    ["ocr", ["paper", "ocr", `${number}.txt`]],
    ["ocr", ["paper", "ocrmd", `${number}.txt`]],
    ["ocr", ["paper", "saxon-form4.txt"]],
  ])("%s: %s", async (kind, path) => {
    expect(await kindOf(file(...path))).toBe(kind);
  });

  it("text in reading order also has numbered boxes, but is not a form from before 2003", async () => {
    const paper = await readPaper(file("paper", "pdftext", "0001209191-22-024552.txt"));
    if (paper.outcome === "refused") throw new Error(paper.message);
    expect(paper.reading.kind).toBe("text");
    expect(paper.reading.document.issuer).toMatchObject({ issuerName: "Alphabet Inc.", issuerTradingSymbol: "GOOG" });
  });

  it("a submission from before 2003 is a form of before 2003", async () => {
    expect(await kindOf(file("rendered", "edgartools__sgml_0001094891-00-000193.txt"))).toBe("ascii");
  });

  // 275.634 shares of Isabella Bank for $18.14 each, 15,711.8844 owned afterwards.
  it.each([
    ["rendered_sec_xsl", `${number}.html`],
    ["paper/viewer", `${number}.html`],
    ["paper/pdf", `${number}.pdf`],
    ["paper/viewer", `${number}.pdf`],
  ])("reads the same values from %s/%s", async (folder, name) => {
    const paper = await readPaper(file(folder, name));
    if (paper.outcome === "refused") throw new Error(paper.message);
    const [bought] = paper.reading.document.nonDerivativeTable;
    const value = (...path: string[]) => nodeAt(bought, [...path, "value"]);
    expect(value("transactionAmounts", "transactionShares")).toBe("275.634");
    expect(value("transactionAmounts", "transactionPricePerShare")).toBe("18.14");
    expect(value("postTransactionAmounts", "sharesOwnedFollowingTransaction")).toBe("15711.8844");
    expect(paper.reading.unread).toEqual([]);
  });
});

describe("a file that is not a form is refused with a reason", () => {
  it.each([
    ["a letter", "Dear Sir or Madam,\n\nthank you for your order.\n"],
    ["nothing", ""],
    [
      "a page about something else",
      "<!doctype html><html><body><h1>Recipes</h1><table><tr><td>1</td></tr></table></body></html>",
    ],
  ])("%s", async (_, text) => {
    expect(await kindOf(text)).toMatch(/^we found no Form 3, 4 or 5 in this (?:file|page)$/);
  });

  it("a truncated PDF", async () => {
    expect(await kindOf("%PDF-1.7\n1 0 obj\n<< /Type /Catalog")).toMatch(/PDF/);
  });

  it("a file of more than 20 MB is refused without being read", async () => {
    expect(await kindOf(Buffer.alloc(LARGEST_PAPER + 1))).toBe("the file is too large (20.0 MB); the limit is 20 MB");
  });

  it("an ownership document, which belongs to the ingest", async () => {
    expect(await kindOf("<?xml version='1.0'?><ownershipDocument></ownershipDocument>")).toMatch(/ownership XML/);
  });

  it("a submission that contains one", async () => {
    const submission = "<SEC-DOCUMENT>x\n<DOCUMENT>\n<XML>\n<ownershipDocument></ownershipDocument>\n</XML>";
    expect(await kindOf(submission)).toMatch(/submission with ownership XML/);
  });

  it("an image that unpacks to more than any page has", async () => {
    const header = Buffer.alloc(33);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
    header.writeUInt32BE(13, 8);
    header.write("IHDR", 12, "latin1");
    header.writeUInt32BE(60_000, 16);
    header.writeUInt32BE(60_000, 20);
    header.set([8, 0, 0, 0, 0], 24);
    expect(await kindOf(header)).toMatch(/60,000 by 60,000|megapixels/);
  });

  it("endless text, without hanging", async () => {
    await kindOf("Table I - Non-Derivative Securities 1. Title of Security (Instr. 3) ".repeat(200_000));
  });
});
