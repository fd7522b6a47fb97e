import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TableRows } from "@/db/dataset/table-rows";
import { columnsFromCells, rowFromCells } from "@/lib/dataset/columns-from-cells";
import { compareWithDataSet } from "@/lib/dataset/compare-with-data-set";
import { memberOfFile, ROW_MEMBERS } from "@/lib/dataset/data-set-columns";
import type { Comparable } from "@/lib/edgar/compare-with-xml";
import { parseOwnershipDocument } from "@/lib/edgar/parse-ownership-document";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { filedForm } from "@/testing/printed-forms";

describe("rows in the SEC's own format", () => {
  const HEADER =
    "ACCESSION_NUMBER NONDERIV_TRANS_SK SECURITY_TITLE TRANS_DATE TRANS_FORM_TYPE TRANS_CODE EQUITY_SWAP_TRANS_CD_FN TRANS_SHARES TRANS_PRICEPERSHARE TRANS_PRICEPERSHARE_FN TRANS_ACQUIRED_DISP_CD SHRS_OWND_FOLWNG_TRANS SHRS_OWND_FOLWNG_TRANS_FN DIRECT_INDIRECT_OWNERSHIP";
  const ROWS = [
    ["x", "1", "Class A Common Stock", "11-MAR-2024", "4", "M", "F1", "12500.0", "18.4", "", "A", "84120.0", "", "D"],
    ["x", "2", "Class A Common Stock", "11-MAR-2024", "4", "S", "F1", "7311.0", "41.03", "F2", "D", "76809.0", "", "D"],
    [
      "x",
      "3",
      "Class A Common Stock",
      "12-MAR-2024",
      "4",
      "S",
      "F1",
      "5189.0",
      "41.8",
      "F3",
      "D",
      "71620.0",
      "F4",
      "D",
    ],
  ];

  function differences(rows: string[][]) {
    const lines = [HEADER.split(" "), ...rows].map((cells) => cells.join("\t"));
    const table = new TableRows("NONDERIV_TRANS", Buffer.from(`${lines.join("\n")}\n`));
    const said = Array.from({ length: table.count }, (_, at) =>
      rowFromCells(table.header, table.cells(at), { tableNumber: "I", kind: "transaction", line: at + 1 }),
    );
    const xml = filedForm("sales-under-a-plan").record.rows.filter(
      ({ tableNumber, kind }) => tableNumber === "I" && kind === "transaction",
    );
    return compareWithDataSet({ rows: xml }, { rows: said }).map(({ message }) => message);
  }

  test("say what the XML of the same filing says, but for rounding: 41.0275 is printed as 41.03", () => {
    expect(differences(ROWS)).toEqual([]);
  });

  test("a number that differs by more is named with both values", () => {
    const wrong = ROWS.map((cells) => cells.map((cell) => (cell === "7311.0" ? "7131.0" : cell)));
    expect(differences(wrong)).toEqual([
      "row I-2, transactionShares: the XML says “7311”, the SEC's data set “7131.0”",
    ]);
  });
});

const corpus = corpusFolder();

describe.skipIf(corpus === null)("the SEC's own rows of real filings (skipped where there is no corpus)", () => {
  const files = corpus ? corpusFiles(corpus, "golden/sec_dataset_rows") : [];

  test.each(files)("%s says what the XML of the same filings says, except for rounding", (file) => {
    const member = memberOfFile(file.replace(/.*\d{4}q\d_/, ""));
    if (member === null) throw new Error(file);
    const table = new TableRows(member, readFileSync(file));
    const byFiling = new Map<string, string[][]>();
    for (let at = 0; at < table.count; at++) {
      const cells = table.cells(at);
      byFiling.set(cells[0] ?? "", [...(byFiling.get(cells[0] ?? "") ?? []), cells]);
    }
    expect(byFiling.size).toBeGreaterThan(0);
    for (const [number, rows] of byFiling) {
      const path = join(corpus ?? "", "xml", `${number}.xml`);
      expect(existsSync(path), number).toBe(true);
      const parsed = parseOwnershipDocument(readFileSync(path, "utf8"));
      if (parsed.outcome === "refused") throw new Error(number);
      const { filing, owners, rows: xmlRows, footnotes, signatures } = parsed.record;
      let said: Comparable;
      let xml: Comparable;
      const columns = () => rows.map((cells) => columnsFromCells(table.header, cells));
      if (member === "SUBMISSION") [said, xml] = [{ filing: columns()[0] ?? {} }, { filing }];
      else if (member === "REPORTINGOWNER") [said, xml] = [{ owners: columns() }, { owners }];
      else if (member === "FOOTNOTES") [said, xml] = [{ footnotes: columns() }, { footnotes }];
      else if (member === "OWNER_SIGNATURE") [said, xml] = [{ signatures: columns() }, { signatures }];
      else {
        const { tableNumber, kind } = ROW_MEMBERS[member];
        said = {
          rows: rows.map((cells, at) => rowFromCells(table.header, cells, { tableNumber, kind, line: at + 1 })),
        };
        xml = { rows: xmlRows.filter((row) => row.tableNumber === tableNumber && row.kind === kind) };
      }
      expect(compareWithDataSet(xml, said), number).toEqual([]);
    }
  });
});
