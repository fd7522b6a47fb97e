import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isIndexFile, parseIndexFile } from "@/lib/edgar/index-file";
import { corpusFolder } from "@/testing/corpus";

const HEADER = `Description:           Daily Index of EDGAR Dissemination Feed by Form Type
Last Data Received:    Nov 20, 2026
Comments:              webmaster@sec.gov

Form Type   Company Name                                                  CIK         Date Filed  File Name
-----------------------------------------------------------------------------------------------------------
`;
const line = (form: string, name: string, cik: string, number: string, day = "20261120") =>
  `${form.padEnd(12)}${name.padEnd(62)}${cik.padEnd(12)}${day}    edgar/data/${cik}/${number}.txt         \n`;

test("reads a filing once, though it is listed for each filer", () => {
  const text = `${HEADER}${line("4", "KESTREL INC", "9900208", "9999000001-26-000001")}${line("4", "TOLLEFSEN INGRID", "9900416", "9999000001-26-000001")}`;
  expect(parseIndexFile(text)).toEqual({
    listed: 2,
    filings: [{ accessionNumber: "9999000001-26-000001", cik: "9900208", documentType: "4", filingDate: "2026-11-20" }],
    damaged: [],
    lastReceived: "2026-11-20",
  });
});

test("reads forms 3, 4 and 5 and their amendments, and no forms that only begin alike", () => {
  const forms = ["3", "3/A", "4", "4/A", "5", "5/A", "424B2", "40-F", "5-K", "3A", "SC 13D/A", "4 A"];
  const text = HEADER + forms.map((form, i) => line(form, "X", "1", `9999000001-26-00000${i}`)).join("");
  expect(parseIndexFile(text).filings.map((f) => f.documentType)).toEqual(["3", "3/A", "4", "4/A", "5", "5/A"]);
});

test("also reads the list by filer", () => {
  const text = `Description: Daily Index\nLast Data Received:    Nov 20, 2026\n\nCIK|Company Name|Form Type|Date Filed|File Name\n${"-".repeat(80)}\n9900208|4 WAYS INC|4|20261120|edgar/data/9900208/9999000001-26-000001.txt\n1|A|424B2|20261120|edgar/data/1/9999000001-26-000002.txt\n`;
  expect(parseIndexFile(text)).toMatchObject({
    listed: 2,
    filings: [{ documentType: "4", cik: "9900208" }],
    damaged: [],
  });
});

describe("reports damaged lines, and uses what can still be read from them", () => {
  const good = line("4", "KESTREL INC", "9900208", "9999000001-26-000001");

  test("rejoins a line that was broken in two", () => {
    const broken = good.replace("9900208     ", "9900208\n            ");
    expect(parseIndexFile(HEADER + broken)).toMatchObject({
      filings: [{ accessionNumber: "9999000001-26-000001", documentType: "4", filingDate: "2026-11-20" }],
      damaged: [],
    });
  });

  test("keeps a Form 4 whose date is missing, and a line whose form is missing, as it may be one", () => {
    const { filings, damaged } = parseIndexFile(
      `${HEADER}${good.replace("20261120", "2026")}${line("", "KESTREL", "9900208", "9999000001-26-000002")}`,
    );
    expect(filings).toEqual([
      { accessionNumber: "9999000001-26-000001", cik: "9900208", documentType: "4", filingDate: null },
      { accessionNumber: "9999000001-26-000002", cik: "9900208", documentType: null, filingDate: "2026-11-20" },
    ]);
    expect(damaged).toMatchObject([
      { line: 7, accessionNumber: "9999000001-26-000001" },
      { line: 8, accessionNumber: "9999000001-26-000002" },
    ]);
  });

  test("cannot identify a filing if the line is cut off before the number", () => {
    const { filings, damaged } = parseIndexFile(`${HEADER}${good}${good.slice(0, 100)}`);
    expect(filings).toHaveLength(1);
    expect(damaged).toEqual([{ line: 8, text: good.slice(0, 100).trimEnd(), accessionNumber: null }]);
  });
});

test("does not lose a line to a wrapped header", () => {
  const wrapped = HEADER.replace("CIK         Date Filed", "CIK\n      Date Filed");
  expect(wrapped).not.toBe(HEADER);
  const text =
    wrapped + line("4", "DOE JANE", "1214156", "9999000001-26-000001") + line("10-K", "X", "1", "9999000001-26-000002");
  expect(isIndexFile(text)).toBe(true);
  expect(parseIndexFile(text)).toMatchObject({
    listed: 2,
    filings: [{ accessionNumber: "9999000001-26-000001", documentType: "4", filingDate: "2026-11-20" }],
    damaged: [],
  });
});

test("accepts names that run over their column, dates with dashes and a last line without a line break", () => {
  const long = "UNITED HARBOUR PLANNERS FINANCIAL SERVICES OF AMERICA A LIMITED PARTNERSHIP";
  const text =
    HEADER +
    `4           ${long}  9900416     2026-11-19  edgar/data/9900416/9999000001-26-000001.txt\n` +
    line("5", "MARSH ADA", "9900417", "9999000001-26-000002", "2026-11-20").trimEnd();
  expect(parseIndexFile(text)).toMatchObject({
    listed: 2,
    filings: [
      { accessionNumber: "9999000001-26-000001", cik: "9900416", documentType: "4", filingDate: "2026-11-19" },
      { accessionNumber: "9999000001-26-000002", documentType: "5", filingDate: "2026-11-20" },
    ],
    damaged: [],
  });
});

test("rejects a web page in place of an index", () => {
  expect(isIndexFile("<!DOCTYPE html><title>SEC.gov | Request Rate Threshold Exceeded</title>")).toBe(false);
  expect(isIndexFile("")).toBe(false);
  expect(isIndexFile(HEADER)).toBe(true);
});

const corpus = corpusFolder();
const real = (name: string) => readFileSync(join(corpus ?? "", "edgar/index", name), "latin1");

describe.skipIf(corpus === null)("real indexes (skipped without the corpus)", () => {
  test("2020-03-18: 4,084 lines, 2,165 of them forms 3, 4 and 5", () => {
    const text = real("form.20200318.idx");
    const { listed, filings, damaged, lastReceived } = parseIndexFile(text);
    const lines = text.split("\n").filter((l) => /^[345](\/A)? /.test(l));
    const numbers = new Set(lines.map((l) => /\d{10}-\d{2}-\d{6}/.exec(l)?.[0]));
    expect({ listed, lines: lines.length, damaged, lastReceived }).toEqual({
      listed: 4_084,
      lines: 2_165,
      damaged: [],
      lastReceived: "2020-03-18",
    });
    expect(new Set(filings.map((f) => f.accessionNumber))).toEqual(numbers);
  });

  test("2025-04-18, by filer", () => {
    const { filings, damaged } = parseIndexFile(real("master.20250418.idx"));
    expect(damaged).toEqual([]);
    const lines = real("master.20250418.idx")
      .split("\n")
      .filter((l) => /\|[345](\/A)?\|/.test(l));
    expect(filings.length).toBe(new Set(lines.map((l) => l.split("/").at(-1))).size);
  });

  test("does not lose a line to a wrapped header", () => {
    const text = real("form.2026-wrapped-header.idx");
    expect(isIndexFile(text)).toBe(true);
    expect(parseIndexFile(text)).toMatchObject({
      listed: 4,
      lastReceived: "2026-07-16",
      filings: [
        { accessionNumber: "0000320193-26-000045", cik: "320193", documentType: "4", filingDate: "2026-07-16" },
        { accessionNumber: "0001555001-26-000007", cik: "1318605", documentType: "4/A" },
      ],
      damaged: [],
    });
  });

  test("accepts names that run over their column, dates with dashes and a last line without a line break", () => {
    const text = real("form.damaged.idx");
    expect(parseIndexFile(text)).toMatchObject({ listed: 9, filings: [], damaged: [] });
    expect(parseIndexFile(text.replace("X-17A-5     UNIVEST", "5           UNIVEST")).filings).toMatchObject([
      { accessionNumber: "9999999997-23-001153", filingDate: "2021-03-05" },
    ]);
  });
});
