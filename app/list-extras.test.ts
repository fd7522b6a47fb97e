import { describe, expect, test } from "vitest";
import { loadListExtras } from "@/app/list-extras";
import { listFilings } from "@/db/queries/list-filings";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { listedName } from "@/lib/record/filing-names";
import { filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const bought = (date: string, shares: string, held: string) => ({
  code: "P",
  letter: "A" as const,
  date,
  shares,
  held,
});

const FILINGS = [
  filingForTest({ n: 1, filed: "2022-01-11", rows: [bought("2022-01-10", "100", "100")] }),
  filingForTest({ n: 2, filed: "2025-01-07", rows: [bought("2025-01-06", "100", "200")] }),
  // Signed by another person, and with a sale from a trust, which is on another line.
  filingForTest({
    n: 3,
    filed: "2025-06-03",
    signature: "/s/ Chidi Abara, attorney-in-fact",
    rows: [
      { code: "S", letter: "D", date: "2025-06-02", shares: "50", held: "150" },
      { code: "S", letter: "D", date: "2025-06-02", shares: "5", held: "995", nature: "By trust" },
    ],
  }),
  filingForTest({ n: 4, form: "3", filed: "2021-01-05", rows: [{ held: "7", title: "Preferred Stock" }] }),
];
const OTTER: [string, string, string] = ["9900301", "Otter Creek Foods, Inc.", "OTTR"];
const ELSEWHERE = filingForTest({
  n: 5,
  filed: "2021-01-05",
  issuer: OTTER,
  signature: "/s/ Chidi Abara, attorney-in-fact",
  rows: [],
});

describe("what a page adds to a list of filings", () => {
  const database = serveFilings([...FILINGS, ELSEWHERE]);

  const newest = async () => {
    const { entries } = await listFilings(database().db, NO_FILTER, {
      after: null,
      limit: 10,
      onlyTransactions: false,
    });
    return { entries, extras: await loadListExtras(entries) };
  };

  test("is in reading order, also on filings that someone else signed", async () => {
    const { entries, extras } = await newest();
    const names = entries.map(({ filing: { owners } }) => owners[0] && listedName(owners[0], extras.names));
    expect(names).toEqual(Array(5).fill("Ingrid M. Tollefsen"));
  });

  test("is confirmed on an issuer's page by filings on that issuer alone, so that no other filing changes the page", async () => {
    const { entries } = await newest();
    const nameAt = async ([issuerCik]: [string, ...string[]]) => {
      const { names } = await loadListExtras(entries, { issuerCik });
      return listedName({ cik: TOLLEFSEN[0], name: TOLLEFSEN[1] }, names);
    };
    expect(await nameAt(KESTREL)).toBe("Ingrid M. Tollefsen");
    expect(await nameAt(OTTER)).toBe("Tollefsen Ingrid M");
  });

  test("is the balance over the 24 months before each filing, from the one before them", async () => {
    const { months } = (await newest()).extras;
    const [second, third] = [months["9999000001-25-000002"], months["9999000001-25-000003"]];
    // 100 since 2022, 200 from January 6, and 150 after the sale of 50.
    expect(third).toMatchObject({ first: "100", last: "150", asOf: "2025-06-02" });
    expect(third?.steps.map(({ group }) => group)).toEqual(["purchase", "sale"]);
    expect(second).toMatchObject({ first: "100", last: "200", asOf: "2025-01-06" });
  });

  test("is left out for the first report of a line, and for a filing without a trade", async () => {
    const { months } = (await newest()).extras;
    expect(months["9999000001-25-000001"]).toBeUndefined();
    expect(months["9999000001-25-000004"]).toBeUndefined();
  });
});
