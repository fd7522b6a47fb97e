import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { companyTickersAddress, knownDataSetAddresses, partsOfArchivePath } from "@/lib/edgar/addresses";
import { findTicker, parseCompanyTickers } from "@/lib/edgar/company-tickers";
import { parseCurrentFeed } from "@/lib/edgar/current-feed";
import { dataSetLinks } from "@/lib/edgar/data-set-links";
import { parseOlderSubmissionsFile, parseSubmissionsFile } from "@/lib/edgar/submissions-file";
import { parseCik } from "@/lib/record/cik";
import { federalHoliday } from "@/lib/values/federal-holiday";
import { parseQuarter, quartersBetween } from "@/lib/values/quarter";
import { weekdaysBetween } from "@/lib/values/weekdays";
import { corpusFolder } from "@/testing/corpus";

const corpus = corpusFolder();
const real = (name: string) => readFileSync(join(corpus ?? "", "edgar", name), "latin1");

const cik = (digits: string) => parseCik(digits) ?? expect.fail();

describe("the feed of current filings", () => {
  const entry = (form: string, number: string) => `<entry><title>${form} - KESTREL INC (0009900208) (Issuer)</title>
<link rel="alternate" href="https://www.sec.gov/Archives/edgar/data/9900208/${number.replaceAll("-", "")}/${number}-index.htm"/>
<summary type="html">&lt;b&gt;Filed:&lt;/b&gt; 2026-11-20 &lt;b&gt;AccNo:&lt;/b&gt; ${number}</summary>
<category term="${form}"/><id>urn:tag:sec.gov,2008:accession-number=${number}</id></entry>`;
  const feed = (...entries: string[]) => `<feed xmlns="http://www.w3.org/2005/Atom">${entries.join("")}</feed>`;

  test("lists a filing once, and leaves out forms that only begin alike", () => {
    const text = feed(
      entry("4", "9999000001-26-000001"),
      entry("4", "9999000001-26-000001"),
      entry("424B2", "9999000001-26-000002"),
    );
    expect(parseCurrentFeed(text)).toEqual({
      entries: 3,
      filings: [
        { accessionNumber: "9999000001-26-000001", cik: "9900208", documentType: "4", filingDate: "2026-11-20" },
      ],
      oldest: "2026-11-20",
      unreadable: [],
    });
  });

  test("reports an entry without a number; rejects a truncated feed and a page that is not a feed", () => {
    expect(parseCurrentFeed(feed(entry("4", "none")))).toMatchObject({
      filings: [],
      unreadable: [expect.stringMatching(/KESTREL/)],
    });
    expect(() => parseCurrentFeed(feed(entry("4", "9999000001-26-000001")).slice(0, -20))).toThrow();
    expect(parseCurrentFeed("<html><body>Undeclared Automated Tool</body></html>")).toBeNull();
  });

  test.skipIf(corpus === null)("real feeds (skipped without the corpus)", () => {
    const read = parseCurrentFeed(real("feeds/getcurrent.atom"));
    expect(read).toMatchObject({ entries: 40, oldest: "2026-06-10", unreadable: [] });
    expect(read?.filings).toHaveLength(15);
    expect(parseCurrentFeed(real("feeds/getcurrent-small.atom"))).toMatchObject({ entries: 1, filings: [] });
  });
});

describe("submissions files", () => {
  const file = (recent: object, files: object[] = []) =>
    JSON.stringify({ cik: "0009900208", name: "Kestrel", filings: { recent, files } });
  const recent = {
    accessionNumber: ["9999000001-26-000001", "9999000001-26-000002"],
    filingDate: ["2026-11-20", "2026-11-19"],
    form: ["4", "424B2"],
  };

  test("lists forms 3, 4 and 5, and the files with older filings", () => {
    const older = { name: "CIK0009900208-submissions-001.json", filingFrom: "2003-01-01", filingTo: "2019-01-01" };
    expect(parseSubmissionsFile(file(recent, [older]), cik("9900208"))).toEqual({
      name: "Kestrel",
      industry: null,
      filings: [
        { accessionNumber: "9999000001-26-000001", cik: "9900208", documentType: "4", filingDate: "2026-11-20" },
      ],
      unreadable: [],
      older: [{ name: "CIK0009900208-submissions-001.json", from: "2003-01-01", to: "2019-01-01" }],
    });
    expect(parseOlderSubmissionsFile(JSON.stringify(recent), cik("9900208"))?.filings).toHaveLength(1);
  });

  test("reads the SIC code and the name of the industry", () => {
    const withIndustry = (sic: string) =>
      parseSubmissionsFile(
        JSON.stringify({ ...JSON.parse(file(recent)), sic, sicDescription: "Electronic Computers" }),
        cik("9900208"),
      )?.industry;
    expect(withIndustry("3571")).toEqual({ code: "3571", name: "Electronic Computers" });
    expect(withIndustry("")).toBeNull();
  });

  test("rejects another filer's file, a page and a truncated file; reports a broken row", () => {
    expect(parseSubmissionsFile(file(recent), cik("1"))).toBeNull();
    expect(parseSubmissionsFile("<html>", cik("9900208"))).toBeNull();
    expect(parseSubmissionsFile(file(recent).slice(0, -9), cik("9900208"))).toBeNull();
    const bad = { accessionNumber: ["x", "9999000001-26-000002"], filingDate: ["2026-11-20"], form: ["4", "4"] };
    expect(parseSubmissionsFile(file(bad), cik("9900208"))).toMatchObject({
      filings: [{ accessionNumber: "9999000001-26-000002", filingDate: null }],
      unreadable: [expect.stringMatching(/2 numbers, 1 dates/), expect.stringMatching(/“x”/)],
    });
  });

  test.skipIf(corpus === null)("real files (skipped without the corpus)", () => {
    const musk = parseSubmissionsFile(real("submissions/CIK0001494730.json"), cik("1494730"));
    // 3 Forms 3, 114 Forms 4, 3 Forms 5, one 5/A, two 4/A, one 3/A.
    expect(musk?.filings).toHaveLength(124);
    expect(musk?.industry).toBeNull();
    const microsoft = parseSubmissionsFile(real("submissions/CIK0000789019.json"), cik("789019"));
    expect(microsoft?.industry).toEqual({ code: "7372", name: "Services-Prepackaged Software" });
    expect(microsoft?.older.map(({ from }) => from)).toEqual(["2007-12-11", "1994-02-14"]);
  });
});

test("finds a company by its symbol, however the class is written", () => {
  const json = JSON.stringify({
    0: { cik_str: 320193, ticker: "AAPL", title: "Apple Inc." },
    1: { cik_str: 1067983, ticker: "BRK-B", title: "B" },
  });
  const tickers = parseCompanyTickers(json) ?? expect.fail();
  expect(findTicker(tickers, "aapl")).toEqual({ cik: "320193", name: "Apple Inc." });
  expect(findTicker(tickers, "BRK.B")?.cik).toBe("1067983");
  expect(findTicker(tickers, "NONE")).toBeNull();
  expect(parseCompanyTickers("<html>")).toBeNull();
  expect(companyTickersAddress).toEqual({ site: "www", path: "/files/company_tickers.json" });
});

describe("data sets", () => {
  test("reads relative and absolute links of both shapes, each quarter once", () => {
    const html = `<a href="/files/structureddata/data/insider-transactions-data-sets/2026q1_form345.zip">2026 Q1</a>
      <a class="x" href='https://www.sec.gov/files/datastandardsinnovation/data/insider-transactions-data-sets/2026q2_form345.zip'>2026 Q2</a>
      <a href="/files/insider_transactions_readme.pdf">Dictionary</a><a href="/files/structureddata/data/insider-transactions-data-sets/2026q1_form345.zip">again</a>`;
    expect(dataSetLinks(html).map(({ address }) => address.path)).toEqual([
      "/files/structureddata/data/insider-transactions-data-sets/2026q1_form345.zip",
      "/files/datastandardsinnovation/data/insider-transactions-data-sets/2026q2_form345.zip",
    ]);
  });

  test("without links, uses the older folder until 2026q1 and the newer one after that", () => {
    const first = (quarter: string) => knownDataSetAddresses(parseQuarter(quarter) ?? expect.fail())[0]?.path;
    expect(first("2026q1")).toMatch(/structureddata/);
    expect(first("2026Q2")).toMatch(/datastandardsinnovation.*2026q2_form345\.zip$/);
  });

  test("counts 82 quarters from 2006q1 to 2026q2", () => {
    expect(quartersBetween({ year: 2006, quarter: 1 }, { year: 2026, quarter: 2 })).toHaveLength(82);
    expect(quartersBetween({ year: 2024, quarter: 4 }, { year: 2024, quarter: 3 })).toEqual([]);
  });
});

test("reads a number from an address in the archive, with the filer whose folder it is in", () => {
  expect(partsOfArchivePath("https://www.sec.gov/Archives/edgar/data/320193/000032019325000012/x.xml")).toEqual({
    accessionNumber: "0000320193-25-000012",
    cik: "320193",
  });
  expect(partsOfArchivePath("0000320193-25-000012")).toEqual({ accessionNumber: "0000320193-25-000012", cik: null });
  expect(partsOfArchivePath("0000320193-25-12")).toBeNull();
});

test("computes federal holidays by rule, moved to a weekday where needed", () => {
  expect(federalHoliday("2026-11-26")).toBe("Thanksgiving Day");
  expect(federalHoliday("2026-07-03")).toBe("Independence Day");
  expect(federalHoliday("2021-12-31")).toBe("New Year’s Day");
  expect(federalHoliday("2023-01-02")).toBe("New Year’s Day");
  expect(federalHoliday("2024-05-27")).toBe("Memorial Day");
  expect(federalHoliday("2020-06-19")).toBeNull();
  expect(federalHoliday("2023-06-19")).toBe("Juneteenth");
  expect(federalHoliday("2026-11-27")).toBeNull();
});

test("EDGAR is open on weekdays", () => {
  expect(weekdaysBetween("2026-11-20", "2026-11-24")).toEqual(["2026-11-20", "2026-11-23", "2026-11-24"]);
  expect(weekdaysBetween("2026-11-24", "2026-11-20")).toEqual([]);
});
