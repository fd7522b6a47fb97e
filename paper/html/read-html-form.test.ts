import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Place, PrintedCell, PrintedForm, PrintedSource, SourceText } from "@/paper/form/printed-form";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { readHtmlForm } from "./read-html-form";

const corpus = corpusFolder();

const source = (html: string): PrintedSource => readHtmlForm(html) ?? expect.fail("no form");
const formOf = (html: string): PrintedForm => source(html).form;
const page = (path: string) => readFileSync(join(corpus ?? "", path), "utf8");

/** `4,172 (3)`: a cell's text followed by its marks. */
const said = (cell: PrintedCell | null | undefined) =>
  cell && [cell.text, ...cell.marks.map((mark) => `(${mark})`)].filter(Boolean).join(" ");
const row = (cells: Partial<Record<string, PrintedCell>> | undefined) => Object.values(cells ?? {}).map(said);
const shownAt = (text: SourceText, places: Place[] = []) =>
  places.map(({ page, line, from, to }) => text[page - 1]?.[line - 1]?.slice(from, to));
const ticked = (form: PrintedForm) =>
  Object.entries({ ...form.owners[0], exitBox: form.exitBox, planBox: form.planBox })
    .filter(([, box]) => typeof box === "object" && box !== null && "ticked" in box && box.ticked)
    .map(([name]) => name);

/** All pages of the viewer, and every tenth of the others. */
const isSample = (path: string, index: number) =>
  path.endsWith(".html") && (!path.includes("rendered_sec_xsl") || index % 20 === 0);

describe.skipIf(corpus === null)("pages by the SEC's own style sheets", () => {
  test("a Form 4 of 2022: boxes, rows, marks, notes and signature", () => {
    const form = formOf(page("rendered_sec_xsl/0000320193-22-000061.html"));
    expect(form.form).toBe("4");
    expect(form.planBox).toBe("absent");
    expect([
      said(form.issuerName),
      said(form.tradingSymbol),
      said(form.periodOfReport),
      said(form.dateOfOriginal),
    ]).toEqual(["Apple Inc.", "AAPL", "05/04/2022", ""]);
    expect(ticked(form)).toEqual(["isOfficer"]);
    expect(
      form.owners.map(({ name, street, cityLine, officerTitle }) => [
        said(name),
        street?.map(said),
        said(cityLine),
        said(officerTitle),
      ]),
    ).toEqual([["Adams Katherine L.", ["ONE APPLE PARK WAY"], "CUPERTINO, CA 95014", "SVP, GC and Secretary"]]);
    expect(form.tableI).toHaveLength(7);
    expect(row(form.tableI?.[0]?.cells)).toEqual([
      "Common Stock (1)",
      "05/04/2022",
      "",
      "S",
      "",
      "9,136",
      "D",
      "$ 159.94 (2)",
      "468,198",
      "D",
      "",
    ]);
    expect(form.tableII).toEqual([]);
    expect(form.notes).toHaveLength(8);
    expect(said(form.notes[0]?.text)).toBe(
      "This transaction was made pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on August 16, 2021.",
    );
    expect(form.signatures.map(({ name, date }) => [said(name), said(date)])).toEqual([
      ["/s/ Sam Whittington, Attorney-in-Fact for Katherine L. Adams", "05/06/2022"],
    ]);
  });

  test("a Form 4 of 2026 prints the address with its country in separate cells, and has a place for a foreign symbol", () => {
    const form = formOf(page("rendered_sec_xsl/0001213900-26-102456.html"));
    const [owner] = form.owners;
    expect([said(form.tradingSymbol), said(form.foreignTradingSymbol)]).toEqual(["AXIA3", "AXIA7"]);
    expect(owner?.street?.map(said)).toEqual(["AVENIDA GRACA ARANHA, NO. 26", "CENTRO"]);
    expect([owner?.city, owner?.state, owner?.zip, owner?.country].map(said)).toEqual([
      "RIO DE JANEIRO",
      "",
      "20030-000",
      "BRAZIL",
    ]);
  });

  test("the exit box is checked, and marks are next to a code and next to otherwise empty cells", () => {
    const form = formOf(page("rendered_sec_xsl/0001493152-26-043976.html"));
    expect(ticked(form)).toEqual(["isOther", "exitBox"]);
    expect(said(form.owners[0]?.otherText)).toBe("Director of Predecessor Issuer");
    expect(row(form.tableII?.[0]?.cells)).toEqual([
      "Class B ordinary shares",
      "(1) (2)",
      "09/23/2026",
      "",
      "M (1) (2)",
      "",
      "",
      "25,000 (4)",
      "(1) (2)",
      "(1) (2)",
      "Class A ordinary shares (1) (3)",
      "25,000 (4)",
      "$ 0",
      "0",
      "D",
      "",
    ]);
  });

  test("a Form 3 of two persons has its own column places, and the columns that it lacks are empty", () => {
    const form = formOf(page("rendered_sec_xsl/0001209191-21-017168.html"));
    expect(form.form).toBe("3");
    expect(form.isJoint?.ticked).toBe(true);
    expect(
      form.owners.map(({ name, isTenPercentOwner, isOfficer }) => [
        said(name),
        isTenPercentOwner?.ticked,
        isOfficer?.ticked,
      ]),
    ).toEqual([
      ["THIEL PETER", true, false],
      // For a later owner without a title, the page does not say whether the box was checked.
      ["Singerman Brian Aaron", true, undefined],
    ]);
    expect(row(form.tableI?.[0]?.cells)).toEqual([
      "Class A Common Stock",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "7,778,012",
      "I",
      "By Fund (1)",
    ]);
    expect(form.signatures).toHaveLength(2);
    expect(said(form.remarks)).toMatch(/^The Reporting Persons disclaim group status .* formed a group\.$/);
  });

  test("a Form 3 of a person who owns nothing says so", () => {
    const form = formOf(page("rendered_sec_xsl/0000899243-21-017509.html"));
    expect(form.noSecuritiesOwned?.ticked).toBe(true);
    expect([form.tableI, form.tableII]).toEqual([[], []]);
    expect(said(form.remarks)).toBe("Exhibit 24 - Power of Attorney.");
  });

  test("a title that says that no securities are owned is a row, and not the sentence of the form", () => {
    const form = formOf(page("rendered_sec_xsl/0001179110-12-017548.html"));
    expect(form.noSecuritiesOwned?.ticked).toBe(false);
    expect(form.tableI?.map(({ cells }) => said(cells.securityTitle))).toEqual([
      "No securities are beneficially owned",
    ]);
  });

  test("a Form 5 has two more boxes and no column V", () => {
    const form = formOf(page("rendered_sec_xsl/826a3a1a7aa4031d.html"));
    expect(form.form).toBe("5");
    expect([form.form3HoldingsReported?.ticked, form.form4TransactionsReported?.ticked]).toEqual([false, false]);
    expect(row(form.tableI?.[0]?.cells)).toEqual([
      "Class A Common Stock",
      "12/23/2021",
      "",
      "G (1)",
      "",
      "61,386",
      "D",
      "$ 0",
      "54,666 (2)",
      "D",
      "",
    ]);
  });

  test("no page has unassigned text, and every value is at its place", {
    timeout: 60_000,
  }, () => {
    const misfits: string[] = [];
    for (const folder of ["rendered_sec_xsl", "rendered", "paper/viewer"]) {
      for (const file of corpusFiles(corpus ?? "", folder).filter(isSample)) {
        const { text, form } = source(readFileSync(file, "utf8"));
        const rows = [...(form.tableI ?? []), ...(form.tableII ?? [])];
        const unplaced = [...form.unplaced, ...rows.flatMap((row) => row.unplaced)];
        const cells = [...rows.flatMap((row) => Object.values(row.cells)), ...form.notes.map((note) => note.text)];
        const elsewhere = cells.filter((cell) => {
          const shown = shownAt(text, cell.places).join("").replaceAll(" ", "");
          return ![cell.text.replaceAll(" ", ""), ...cell.marks].every((part) => shown.includes(part));
        });
        misfits.push(...[...unplaced, ...elsewhere].map((cell) => `${file}: ${said(cell)}`));
      }
    }
    expect(misfits).toEqual([]);
  });
});

describe.skipIf(corpus === null)("pages of EDGAR's viewer", () => {
  test("a Form 4 of 2016: a price that is only the form's dollar sign, green marks, links to both parties", () => {
    const form = formOf(page("rendered/edgar4j__data_MSFT_Form4_Example.html"));
    const [owner] = form.owners;
    expect([form.issuerCik, owner?.cik]).toEqual(["0000789019", "0001529370"]);
    expect([said(form.issuerName), said(form.tradingSymbol)]).toEqual(["MICROSOFT CORP", "MSFT"]);
    expect([owner?.city, owner?.state, owner?.zip].map(said)).toEqual(["REDMOND", "WA", "98052-6399"]);
    expect(owner?.street?.map(said)).toEqual(["C/O MICROSOFT CORPORATION", "ONE MICROSOFT WAY"]);
    expect(row(form.tableI?.[0]?.cells)).toEqual(["Common Stock", "", "", "", "", "", "", "", "3,398", "D", ""]);
    expect(row(form.tableII?.[0]?.cells)).toEqual([
      "Restricted Stock Units",
      "(1)",
      "06/02/2016",
      "",
      "A",
      "",
      "1,619",
      "",
      "(2)",
      "(2)",
      "Common Stock",
      "1,619",
      "$0",
      "4,172 (3)",
      "D",
      "",
    ]);
    expect(form.notes.map(({ mark }) => mark)).toEqual(["1", "2", "3"]);
    expect(said(form.remarks)).toBe("");
  });

  test("a Form 4 of 2023: the box of Rule 10b5-1(c) is an X in a drawn box", () => {
    const form = formOf(page("rendered/sec-edgar-api____fixtures___form-4.html"));
    expect(ticked(form)).toEqual(["isOfficer", "planBox"]);
    expect(said(form.owners[0]?.officerTitle)).toBe("Senior Vice President");
    expect(form.tableI?.map(({ cells }) => said(cells.price))).toEqual(["(1)", "$181.99", "$178.56 (5)"]);
  });

  test("a Form 5 of 2022", () => {
    const form = formOf(page("rendered/edgartools__ownership_form5.snow.html"));
    expect([form.form, said(form.periodOfReport)]).toEqual(["5", "01/31/2022"]);
    expect(form.tableI?.map(({ cells }) => said(cells.nature))).toEqual(["", "Trust (3)", "Trust (4)"]);
  });

  test("a Form 3 of ten companies: the later ones have no boxes, so their relationship is unread", () => {
    const form = formOf(page("rendered/edgartools__data_form3.BAMPartners.html"));
    expect(form.owners.map(({ name }) => said(name)).slice(0, 3)).toEqual([
      "BROOKFIELD Corp /ON/",
      "BAM Partners Trust",
      "BIPC Holding LP",
    ]);
    expect(form.owners).toHaveLength(10);
    expect(form.owners.map(({ isTenPercentOwner }) => isTenPercentOwner?.ticked).slice(0, 2)).toEqual([
      true,
      undefined,
    ]);
    expect(row(form.tableI?.[0]?.cells).slice(-3)).toEqual(["101,158,891 (1)", "I", "See Footnotes (2) (3)"]);
  });
});

const HEADINGS_I = `<tr><th rowspan="2">1. Title of Security (Instr. 3)</th><th rowspan="2">2. Transaction Date</th>
  <th rowspan="2">2A. Deemed Execution Date, if any</th><th colspan="2">3. Transaction Code (Instr. 8)</th>
  <th colspan="3">4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)</th>
  <th rowspan="2">5. Amount of Securities Beneficially Owned Following Reported Transaction(s)</th>
  <th rowspan="2">6. Ownership Form: Direct (D) or Indirect (I)</th>
  <th rowspan="2">7. Nature of Indirect Beneficial Ownership</th></tr>
  <tr><th>Code</th><th>V</th><th>Amount</th><th>(A) or (D)</th><th>Price</th></tr>`;

const cells = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;
const PURCHASE = ["Common Stock", "03/02/2015", "", "P", "", "100", "A", "$5", "300", "D", ""];
const tableI = (...rows: string[]) => `<table>${HEADINGS_I}${rows.join("")}</table>`;

/** A small page like those of the viewer: `title` goes below the boxes of the relationship, `tables` below those of the form. */
const madeUp = (tables: string, { title = "", head = "" } = {}) => `<html><head>${head}</head><body>
  <table><tr><td>FORM 4</td></tr></table>
  <table><tr><td rowspan="2">1. Name and Address of Reporting Person<sup>*</sup>
    <table><tr><td><a href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK=0009900101">Hale Trust (2)</a></td></tr></table>
    <table><tr><td>(Last)</td><td>(First)</td><td>(Middle)</td></tr></table>
    <table><tr><td>1 MAIN ST</td></tr></table>(Street)
    <table><tr><td>LONDON</td><td></td><td>W1J 5PT</td></tr></table>
    <table><tr><td>(City)</td><td>(State)</td><td>(Zip)</td></tr></table></td>
  <td>2. Issuer Name <b>and</b> Ticker or Trading Symbol<br>KESTREL INC [DE] [[KST]]</td>
  <td>5. Relationship of Reporting Person(s) to Issuer<table>
    <tr><td></td><td>Director</td><td>X</td><td>10% Owner</td></tr>
    <tr><td>X</td><td>Officer (give title below)</td><td>X</td><td>Other (specify below)</td></tr>
    <tr>${title}</tr></table></td></tr>
  <tr><td>3. Date of Earliest Transaction (Month/Day/Year)<br>03/02/2015</td>
  <td><table><tr><td>X</td><td>Form filed by One Reporting Person</td></tr>
    <tr><td></td><td>Form filed by More than One Reporting Person</td></tr></table></td></tr></table>
  ${tables}<table><tr><td>Explanation of Responses:</td></tr></table></body></html>`;

describe("what a page does not show, or shows ambiguously", () => {
  test("a typed number in brackets stays in the text; a mark has its own markup", () => {
    const form = formOf(
      madeUp(
        tableI(
          cells("Units (2)<sup>(1)</sup>", ...PURCHASE.slice(1, 10), "Trust (3)"),
          cells(
            '<span class="q">Units</span><span class="g">(1)</span>',
            ...PURCHASE.slice(1, 8),
            "300 (2)",
            "I",
            "By Trust",
          ),
        ),
        { head: "<style>.q {color: blue} .g {color: green; font-size: x-small}</style>" },
      ),
    );
    expect(said(form.owners[0]?.name)).toBe("Hale Trust (2)");
    expect(form.tableI?.map(({ cells }) => [cells.securityTitle, cells.owned, cells.nature])).toMatchObject([
      [
        { text: "Units (2)", marks: ["1"] },
        { text: "300", marks: [] },
        { text: "Trust (3)", marks: [] },
      ],
      // After a number only marks can be in brackets.
      [
        { text: "Units", marks: ["1"] },
        { text: "300", marks: ["2"] },
        { text: "By Trust", marks: [] },
      ],
    ]);
  });

  test("an issuer's name may contain brackets, and a symbol may be typed with them", () => {
    const form = formOf(madeUp(""));
    expect([said(form.issuerName), said(form.tradingSymbol)]).toEqual(["KESTREL INC [DE]", "[KST]"]);
  });

  test("an empty cell of an address is empty, and its neighbours stay in place", () => {
    const [owner] = formOf(madeUp("")).owners;
    expect([owner?.city, owner?.state, owner?.zip].map(said)).toEqual(["LONDON", "", "W1J 5PT"]);
  });

  test("one text under two checked boxes belongs to neither with certainty; of two texts each belongs to one", () => {
    const one = formOf(madeUp("", { title: '<td colspan="4"><span>Trustee</span></td>' }));
    expect([one.owners[0]?.officerTitle, one.owners[0]?.otherText, one.unplaced.map(said)]).toEqual([
      null,
      null,
      ["Trustee"],
    ]);
    const two = formOf(madeUp("", { title: "<td></td><td>Chair</td><td></td><td>Trustee</td>" }));
    expect([two.owners[0]?.officerTitle, two.owners[0]?.otherText].map(said)).toEqual(["Chair", "Trustee"]);
  });

  test("a missing table is unread, and not a table without rows", () => {
    const form = formOf(madeUp(tableI()));
    expect([form.tableI, form.tableII]).toEqual([[], null]);
  });

  test("what a truncated page lacks is unread, and the reader is warned", () => {
    const form = formOf(madeUp(tableI()).split("Explanation")[0] ?? "");
    expect([form.tableI, form.remarks, form.incomplete]).toEqual([null, null, ["notes", "signatures"]]);
    expect(form.problems.map(({ message }) => message)).toEqual([
      "The page was cut off before the explanations and remarks. Rows may be missing.",
    ]);
  });

  test("a later owner may have boxes of its own", () => {
    const box = madeUp("").match(/<td rowspan="2">1\. Name[\s\S]*?\(Zip\)<\/td><\/tr><\/table><\/td>/)?.[0] ?? "";
    const second = box
      .replaceAll("Hale Trust (2)", "Doe Jane")
      .replace("0009900101", "0009900102")
      .replace(
        /<\/td>$/,
        "<hr>Relationship of Reporting Person(s) to Issuer<table><tr><td>X</td><td>Director</td><td></td><td>10% Owner</td></tr></table></td>",
      );
    const form = formOf(madeUp(`<table><tr>${box}</tr><tr>${second}</tr></table>`));
    expect(form.owners.map(({ name, cik, isDirector }) => [said(name), cik, isDirector?.ticked])).toEqual([
      ["Hale Trust (2)", "0009900101", false],
      ["Doe Jane", "0009900102", true],
    ]);
  });

  test("a row that lost a cell is unread as a whole, with its texts; a line across the table is not a row", () => {
    const form = formOf(
      madeUp(tableI(cells(...PURCHASE), cells(...PURCHASE.slice(0, 10)), '<tr><td colspan="11">Continued</td></tr>')),
    );
    expect(form.tableI?.map(({ cells }) => Object.keys(cells).length)).toEqual([11, 0]);
    expect(form.tableI?.[1]?.unplaced.map(said)).toEqual([
      "Common Stock",
      "03/02/2015",
      "P",
      "100",
      "A",
      "$5",
      "300",
      "D",
    ]);
    expect(form.unplaced.map(said)).toEqual(["Continued"]);
  });

  test("an unknown heading leaves its column unread", () => {
    const html = madeUp(tableI(cells(...PURCHASE)).replace("<th>Price</th>", "<th>Consideration</th>"));
    const [printed] = formOf(html).tableI ?? [];
    expect(printed?.cells.price).toBeUndefined();
    expect(printed?.unplaced.map(said)).toEqual(["$5"]);
    expect(said(printed?.cells.owned)).toBe("300");
  });

  test("nested tables, scripts, hidden parts and a browser's wrapping change nothing", () => {
    const plain = formOf(madeUp(tableI(cells(...PURCHASE))));
    const nested = cells(...PURCHASE).replaceAll(
      /<td>([^<]+)<\/td>/g,
      "<td><div><table><tbody><tr><td>$1</td></tr></tbody></table></div></td>",
    );
    const wrapped = madeUp(`<script>document.write("FORM 3")</script><p style="display: none">FORM 3</p>
      <table><tbody><tr><td><table><tbody>${HEADINGS_I}${nested}</tbody></table></td></tr></tbody></table>`);
    expect(row(formOf(wrapped).tableI?.[0]?.cells)).toEqual(row(plain.tableI?.[0]?.cells));
  });

  test("only the first of two forms on a page is read, and the reader is warned", () => {
    const two = formOf(madeUp(tableI(cells(...PURCHASE))) + madeUp(tableI(cells(...PURCHASE), cells(...PURCHASE))));
    expect(two.tableI).toHaveLength(1);
    expect(two.problems.map(({ message }) => message)).toEqual(["Another form begins here, which we did not read."]);
  });

  test("a place contains what was read", () => {
    const { text, form } = source(madeUp(tableI(cells(...PURCHASE))));
    expect(shownAt(text, form.tableI?.[0]?.cells.owned?.places)).toEqual(["300"]);
    expect(shownAt(text, form.periodOfReport?.places)).toEqual(["03/02/2015"]);
    expect(text[0]).toContain("Common Stock | 03/02/2015 | | P | | 100 | A | $5 | 300 | D |");
  });

  test("the accession number comes only from the page's own address", () => {
    const address = "https://www.sec.gov/Archives/edgar/data/990/000990000115000007/xslF345X03/doc4.xml";
    expect(formOf(`<!-- saved from url=(0081)${address} -->${madeUp("")}`).accessionNumber).toBe(
      "0009900001-15-000007",
    );
    expect(formOf(madeUp(`<p>See ${address}</p>`)).accessionNumber).toBeUndefined();
  });

  test("refuses pages that are not a form, and pages that are far too long or too deep", () => {
    expect(readHtmlForm("<html><body><h1>FORM 4</h1><p>What a Form 4 tells.</p></body></html>")).toBeNull();
    expect(readHtmlForm("")).toBeNull();
    expect(readHtmlForm(madeUp("<div>".repeat(100_000)))).toBeNull();
    expect(readHtmlForm(madeUp("<b>x</b>".repeat(100_000)))).toBeNull();
    expect(readHtmlForm(madeUp("x".repeat(5_000_000)))).toBeNull();
  });
});
