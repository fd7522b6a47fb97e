import { describe, expect, it } from "vitest";
import { LONGEST_QUERY, parseSearchQuery } from "./search-query";

const kindOf = (text: string) => parseSearchQuery(text).kind;

describe("an accession number", () => {
  const accessionNumber = "0000320193-25-000012";

  it.each([
    ["as the SEC prints it", "0000320193-25-000012"],
    ["as 18 digits", " 000032019325000012 "],
    ["behind #", "#0000320193-25-000012"],
    ["with the dashes of a printed text", "0000320193–25–000012"],
    ["with minus signs", "0000320193−25−000012"],
    ["with spaces", "0000320193 25 000012"],
    ["without its leading zeros", "320193-25-000012"],
    [
      "in the address of a filing's index",
      "https://www.sec.gov/Archives/edgar/data/320193/000032019325000012/0000320193-25-000012-index.htm",
    ],
    [
      "in the address of a document in its folder",
      "https://www.sec.gov/Archives/edgar/data/320193/000032019325000012/xslF345X05/form4.xml",
    ],
    ["in an address of ours, with a row", "http://localhost:3000/filings/0000320193-25-000012#I-2"],
  ])("is read from %s", (_, text) => {
    expect(parseSearchQuery(text)).toMatchObject({ kind: "accession number", accessionNumber });
  });

  it("may be one of ours", () => {
    expect(parseSearchQuery("local-0123456789ab")).toMatchObject({
      kind: "accession number",
      accessionNumber: "local-0123456789ab",
    });
  });

  it("is not found inside a longer run of digits", () => {
    expect(kindOf("1234567890123456789")).toBe("words");
  });

  it.each([
    ["#0001365555-13", "0001365555-13-000000", "0001365555-13-999999"],
    ["#1365555-13", "0001365555-13-000000", "0001365555-13-999999"],
    ["#0001365555-13-0001", "0001365555-13-000100", "0001365555-13-000199"],
    ["#0001", "0001000000-00-000000", "0001999999-99-999999"],
    ["000136555513", "0001365555-13-000000", "0001365555-13-999999"],
  ])("one that begins %s lies between two complete numbers", (text, from, to) => {
    expect(parseSearchQuery(text)).toMatchObject({ kind: "accession range", range: { from, to } });
  });
});

describe("a CIK", () => {
  it.each([
    "1494730",
    "0001494730",
    "CIK 1494730",
    "cik0001494730",
    "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=0001494730&type=4",
    "https://www.sec.gov/Archives/edgar/data/1494730/",
  ])("is read from %s without leading zeros", (text) => {
    expect(parseSearchQuery(text)).toMatchObject({ kind: "cik", cik: "1494730" });
  });

  it("is not zero", () => {
    expect(kindOf("000")).toBe("words");
  });
});

describe("names and tickers", () => {
  it("$ searches for a ticker, in capitals", () => {
    expect(parseSearchQuery("$kstg")).toMatchObject({ kind: "symbol", symbol: "KSTG", words: ["kstg"] });
    expect(parseSearchQuery("NASDAQ:KSTG")).toMatchObject({ kind: "symbol", symbol: "KSTG", words: ["kstg"] });
    expect(parseSearchQuery("NYSE: BRK.B")).toMatchObject({ kind: "symbol", symbol: "BRK.B" });
    expect(parseSearchQuery("$ brk.b")).toMatchObject({ kind: "symbol", symbol: "BRK.B" });
  });

  it("@ searches for an insider", () => {
    expect(parseSearchQuery("@tollefsen")).toMatchObject({ kind: "insider", words: ["tollefsen"] });
  });

  it("a single word of letters could be a ticker; several words could not", () => {
    expect(parseSearchQuery("aapl")).toMatchObject({ kind: "words", symbol: "AAPL" });
    expect(parseSearchQuery("BRK-B")).toMatchObject({ kind: "words", symbol: "BRK-B" });
    expect(parseSearchQuery("Tim Cook")).toMatchObject({ kind: "words", symbol: null, words: ["tim", "cook"] });
  });
});

describe("unusual queries", () => {
  it.each(["", "   ", "\u0000", "\u200b\n"])("text with nothing visible is empty: %j", (text) => {
    expect(kindOf(text)).toBe("empty");
  });

  it.each(["!!!", "$", "@", "#", "%", "' or 1=1 --".replace(/[a-z0-9]/g, "")])(
    "punctuation alone has no words: %s",
    (text) => {
      expect(kindOf(text)).toBe("no words");
    },
  );

  it("control characters, which the database would reject, become spaces", () => {
    expect(parseSearchQuery("tim\u0000cook\ud800")).toMatchObject({
      kind: "words",
      text: "tim cook",
      words: ["tim", "cook"],
    });
  });

  it(`does not run queries longer than ${LONGEST_QUERY} characters`, () => {
    expect(kindOf("a".repeat(LONGEST_QUERY))).toBe("words");
    expect(parseSearchQuery("a".repeat(LONGEST_QUERY + 1))).toMatchObject({
      kind: "too long",
      length: LONGEST_QUERY + 1,
    });
  });

  it("reads a # without the beginning of a number as words", () => {
    expect(parseSearchQuery("#form 4")).toMatchObject({ kind: "words", words: ["form", "4"] });
  });
});
