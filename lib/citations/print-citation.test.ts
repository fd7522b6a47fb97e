import { expect, it } from "vitest";
import { CITATION_STYLES, type CitedFiling } from "./citation";
import { printCitation } from "./print-citation";

const ROW: CitedFiling = {
  authors: ["Ingrid M. Tollefsen"],
  title: "Form 4: Kestrel Grid Systems, Inc.",
  place: "Table I, row 2",
  filedOn: "2025-06-12",
  accessed: "2025-06-20",
  accessionNumber: "0009900208-25-000118",
  url: "https://insiders.example.org/filings/0009900208-25-000118/rows/I-2",
  sha256: "5c1e90af",
};

it("is a sentence to paste", () => {
  expect(printCitation(ROW, "text")).toBe(
    "Ingrid M. Tollefsen. Form 4: Kestrel Grid Systems, Inc., Table I, row 2, filed June 12, 2025. Accession number 0009900208-25-000118. https://insiders.example.org/filings/0009900208-25-000118/rows/I-2, accessed June 20, 2025. SHA-256 of the document as filed: 5c1e90af.\n",
  );
});

it("is an entry for BibTeX", () => {
  expect(printCitation(ROW, "bibtex").split("\n")).toEqual([
    "@techreport{0009900208-25-000118-Table-I-row-2,",
    "  author = {{Ingrid M. Tollefsen}},",
    "  title = {{Form 4: Kestrel Grid Systems, Inc., Table I, row 2}},",
    "  date = {2025-06-12},",
    "  year = {2025},",
    "  institution = {{U.S. Securities and Exchange Commission}},",
    "  number = {0009900208-25-000118},",
    "  url = {https://insiders.example.org/filings/0009900208-25-000118/rows/I-2},",
    "  urldate = {2025-06-20},",
    "  note = {SHA-256 of the document as filed: 5c1e90af},",
    "}",
    "",
  ]);
});

it("is a record for reference managers", () => {
  expect(printCitation(ROW, "ris").split("\r\n").slice(0, 5)).toEqual([
    "TY  - RPRT",
    "AU  - Ingrid M. Tollefsen",
    "TI  - Form 4: Kestrel Grid Systems, Inc., Table I, row 2",
    "PY  - 2025",
    "DA  - 2025/06/12",
  ]);
  expect(JSON.parse(printCitation(ROW, "csl-json"))).toMatchObject([
    {
      type: "report",
      author: [{ literal: "Ingrid M. Tollefsen" }],
      issued: { "date-parts": [[2025, 6, 12]] },
      accessed: { "date-parts": [[2025, 6, 20]] },
      number: "0009900208-25-000118",
    },
  ]);
});

it("is a template for a wiki", () => {
  expect(printCitation(ROW, "wiki")).toBe(
    "{{cite report |author1=Ingrid M. Tollefsen |title=Form 4: Kestrel Grid Systems, Inc., Table I, row 2 |date=2025-06-12 |publisher=U.S. Securities and Exchange Commission |id=Accession number 0009900208-25-000118 |url=https://insiders.example.org/filings/0009900208-25-000118/rows/I-2 |access-date=2025-06-20}} <!-- SHA-256 of the document as filed: 5c1e90af -->\n",
  );
});

it("leaves out what is not known", () => {
  const unknown = { ...ROW, filedOn: null, accessionNumber: null, sha256: null, place: null };
  for (const style of CITATION_STYLES) {
    const printed = printCitation(unknown, style);
    expect(printed).not.toMatch(/null|undefined|SHA/);
  }
});

it("cannot be broken by a hostile name", () => {
  const hostile = {
    ...ROW,
    authors: ["A } B\nER  - \r\nTY  - JOUR"],
    title: "x}}|url=evil [[y]] <!-- {\\input{z}} $#_&% ~~~~",
    place: "footnote 1\nER  - ",
  };
  expect(
    printCitation(hostile, "ris")
      .split("\r\n")
      .filter((line) => /^(TY|ER)/.test(line)),
  ).toHaveLength(2);
  expect(JSON.parse(printCitation(hostile, "csl-json"))).toHaveLength(1);
  const wiki = printCitation(hostile, "wiki");
  expect(wiki.match(/\}\}/g)).toHaveLength(1);
  expect(wiki.match(/\|url=/g)).toHaveLength(1);
  expect(wiki).not.toContain("~");
  const bibtex = printCitation(hostile, "bibtex");
  expect(bibtex.match(/\{/g)?.length).toBe(bibtex.match(/\}/g)?.length);
  expect(bibtex).toContain("\\$\\#\\_\\&\\%");
});
