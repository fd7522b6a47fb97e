import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { suggestionsFor } from "@/app/search/suggestions/view";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { parseSearchQuery } from "@/lib/filters/search-query";
import { type FilingForTest, filingForTest, KESTREL } from "@/testing/ingested-filing-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const ALDOUS: [string, string, string] = ["9900300", "Aldous Paper Corp.", "ALDP"];
const KESTNER: [string, string, string] = ["9900733", "Kestner Bank Holdings", "KBHX"];
const TOLLEFSEN: [string, string] = ["9900416", "TOLLEFSEN INGRID M"];
const KESTENBAUM: [string, string] = ["9900581", "Kestenbaum Margarethe"];
const COOK: [string, string] = ["9900500", "COOK TIMOTHY D"];

const filing = (n: number, filed: string, made: Partial<FilingForTest>) =>
  filingForTest({ n, filed, rows: [], ...made });

const FILINGS = [
  filing(1, "2019-01-02", { issuer: [ALDOUS[0], "Keston Mills", "ALDP"], owner: TOLLEFSEN }),
  filing(2, "2025-01-02", { issuer: ALDOUS, owner: COOK }),
  filing(3, "2025-01-03", { issuer: KESTNER, owner: KESTENBAUM }),
  filing(4, "2025-01-04", { issuer: KESTREL, owner: TOLLEFSEN, notes: { F1: "Held by the Tolefson Trust." } }),
];

describe("suggestions", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ingestFiles(database, FILINGS, { isSample: false });
  });
  afterAll(() => database.drop());

  const suggested = async (q: string) =>
    (await suggestionsFor(database.db, parseSearchQuery(q))).map((row) => `${row.kind} ${row.url}`);

  test("names that begin with the text come before names in which a later word does, and issuers before insiders", async () => {
    expect(await suggested("kest")).toEqual([
      `issuer /issuers/${KESTREL[0]}`,
      "issuer /issuers/9900733",
      "issuer /issuers/9900300",
      "insider /insiders/9900581",
    ]);
  });

  test("a former name says that it is one", async () => {
    const [row] = await suggestionsFor(database.db, parseSearchQuery("keston"));
    expect(row).toMatchObject({ kind: "issuer", name: "Aldous Paper Corp.", matchedName: "Keston Mills" });
  });

  test("an insider has the relationship and issuer of their newest filing", async () => {
    const [row] = await suggestionsFor(database.db, parseSearchQuery("ingrid toll"));
    expect(row).toMatchObject({ kind: "insider", newest: { issuer: { cik: KESTREL[0] } }, lastFiled: "2025-01-04" });
  });

  test("a signature confirms the reading order of the name of an insider and of a filing's owner", async () => {
    const named = { nameInReadingOrder: "Ingrid M. Tollefsen" };
    expect(await suggestionsFor(database.db, parseSearchQuery("ingrid toll"))).toMatchObject([named]);
    expect(await suggestionsFor(database.db, parseSearchQuery("#9999000001-25-000004"))).toMatchObject([named]);
    const [other] = await suggestionsFor(database.db, parseSearchQuery("kestenb"));
    expect(other).not.toHaveProperty("nameInReadingOrder");
  });

  test("one letter is the beginning of a ticker only", async () => {
    expect(await suggested("a")).toEqual(["issuer /issuers/9900300"]);
    expect(await suggested("t")).toEqual(["footnotes /footnotes?q=t"]);
  });

  test("two letters begin names, not words within them", async () => {
    expect(await suggested("co")).toEqual(["insider /insiders/9900500"]);
    expect((await suggested("corp"))[0]).toBe("issuer /issuers/9900300");
    expect(await suggested("ti")).toEqual(["footnotes /footnotes?q=ti"]);
    expect(await suggested("tim")).toEqual(["insider /insiders/9900500"]);
  });

  test("digits begin a CIK, and more of them an accession number", async () => {
    expect(await suggested("99005")).toEqual(["insider /insiders/9900500", "insider /insiders/9900581"]);
    expect(await suggested("0009900416")).toEqual(["insider /insiders/9900416"]);
    expect((await suggested("9999000001-25")).map((row) => row.slice(0, -6))).toEqual(
      Array(3).fill("filing /filings/9999000001-25-"),
    );
    expect(await suggested("$ald")).toEqual(["issuer /issuers/9900300"]);
    expect(await suggested("@kest")).toEqual(["insider /insiders/9900581"]);
  });

  test("a list of tickers is one suggestion, and an unknown ticker comes with the nearest one", async () => {
    const [row, ...others] = await suggestionsFor(database.db, parseSearchQuery("kbhx, ALDP KBHQ"));
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      kind: "tickers",
      url: "/transactions?issuer=9900733&issuer=9900300",
      unknown: [{ symbol: "KBHQ", nearest: { tradingSymbol: "KBHX" } }],
    });
    const [long] = await suggestionsFor(database.db, parseSearchQuery("KBHX, QQA, QQB, QQC, QQD"));
    expect(long).toMatchObject({ unknown: ["QQA", "QQB", "QQC", "QQD"].map((symbol) => ({ symbol })) });
    expect(await suggested("ALDP KBHX")).toHaveLength(1);
    expect((await suggested("aldous paper"))[0]).toBe("issuer /issuers/9900300");
  });

  test("offers the nearest name for words that no name has, and a search of footnotes with its count", async () => {
    const rows = await suggestionsFor(database.db, parseSearchQuery("ingrid tolefson"));
    expect(rows).toMatchObject([
      { kind: "nearest", words: "ingrid tollefsen", url: "/search?q=ingrid%20tollefsen" },
      { kind: "footnotes", count: { count: 0 } },
    ]);
    expect(await suggestionsFor(database.db, parseSearchQuery("tolefson"))).toMatchObject([
      { kind: "nearest", words: "tollefsen" },
      { kind: "footnotes", url: "/footnotes?q=tolefson", count: { count: 1 } },
    ]);
    // Exchanged first letters; a word that is like no other; words that are known, but not of one name.
    expect((await suggested("otllefsen"))[0]).toBe("nearest /search?q=tollefsen");
    expect(await suggested("zzzzqq")).toEqual(["footnotes /footnotes?q=zzzzqq"]);
    expect(await suggested("ingrid timothy")).toEqual(["footnotes /footnotes?q=ingrid+timothy"]);
  });

  test("a view is offered by the beginnings of words in its title, after names", async () => {
    expect(await suggested("late rep")).toEqual(["view /filings?filed-within=30d&late=1"]);
    expect(await suggested("pur of")).toHaveLength(3);
    expect(await suggested("la")).toEqual(["footnotes /footnotes?q=la"]);
  });

  test("offers eight at most", async () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      filing(20 + at, "2025-02-01", {
        issuer: [`99100${at + 10}`, `Marrow ${at}`, `M${at}`],
        owner: [`99200${at + 10}`, `Marrow P${at}`],
      }),
    );
    await ingestFiles(database, many, { isSample: false });
    const rows = await suggested("marr");
    expect(rows.map((row) => row.split(" ")[0])).toEqual([...Array(4).fill("issuer"), ...Array(4).fill("insider")]);
    expect(await suggested("99")).toHaveLength(8);
  });

  test.each(["'", "%", "\\", "\0", "😀", "a'b", "--", "#", "$", "@", "é", "(".repeat(50), "a ".repeat(90), "\ud800"])(
    "odd text does not fail: %j",
    async (q) => {
      expect(await suggested(q)).toBeInstanceOf(Array);
    },
  );
});
