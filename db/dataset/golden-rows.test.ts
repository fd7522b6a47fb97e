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
