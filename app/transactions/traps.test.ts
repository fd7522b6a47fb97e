import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { GET as getFiling } from "@/app/filings/[accession]/as/[format]/route";
import { GET as getInsider } from "@/app/insiders/[cik]/as/[format]/route";
import { GET as getIssuer } from "@/app/issuers/[cik]/as/[format]/route";
import { GET as getTransactions } from "@/app/transactions/as/[format]/route";
import { summarizeTrades } from "@/db/queries/summarize-trades";
import { listing } from "@/db/schema";
import { database } from "@/db/server/client";
import { NO_FILTER } from "@/lib/filters/filing-filter";
import { sumsOf } from "@/lib/series/day-sum";
import { filingForTest, KESTREL, transactionForTest as row, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const ABEL: [string, string] = ["9900417", "Abel Nora"];
const STRANGER: [string, string] = ["9900418", "Okoro Peter"];
const sold = (n: number, year: number) =>
  filingForTest({ n, filed: `${year}-05-12`, rows: [row("S", "D", `${year}-05-10`, "10", "20", "1000")] });

const FILINGS = [
  // Sales in May of three years make the fourth routine.
  ...[2021, 2022, 2023].map((year, at) => sold(at + 1, year)),
  sold(4, 2024),
  // $500 each. The years are typing errors.
  filingForTest({ n: 5, filed: "2024-06-06", owner: ABEL, rows: [row("P", "A", "2035-06-05", "50", "10")] }),
  filingForTest({ n: 6, filed: "2024-06-07", owner: ABEL, rows: [row("P", "A", "0022-06-06", "50", "10")] }),
  // A warrant at the price of the instrument, and a total in the column of the price.
  filingForTest({
    n: 7,
    filed: "2024-06-10",
    owner: ABEL,
    rows: [{ ...row("P", "A", "2024-06-07", "1000000", "5000000"), title: "Warrant", exercisePrice: "4" }],
  }),
  filingForTest({
    n: 8,
    filed: "2024-06-11",
    owner: ABEL,
    notes: { F1: "The shares were sold in multiple transactions at prices ranging from $28.61 to $29.05." },
    rows: [{ ...row("S", "D", "2024-06-10", "1500", "43065"), priceNote: "F1" }],
  }),
  // One block of shares: reported by two owners together, and again by an amendment.
  filingForTest({
    n: 9,
    filed: "2024-07-03",
    period: "2024-07-01",
    owner: ABEL,
    jointOwners: [STRANGER],
    rows: [row("P", "A", "2024-07-01", "300", "10", "300")],
  }),
  filingForTest({
    n: 10,
    form: "4/A",
    filed: "2024-07-09",
    period: "2024-07-01",
    dateOfOriginalSubmission: "2024-07-03",
    owner: ABEL,
    jointOwners: [STRANGER],
    rows: [row("P", "A", "2024-07-01", "320", "10", "320")],
  }),
  filingForTest({
    n: 11,
    filed: "2020-07-02",
    owner: STRANGER,
    jointOwners: [ABEL],
    rows: [row("J", "D", "2020-07-01", "300")],
  }),
];

const json = async (query: string) =>
  (
    await getTransactions(new Request(`http://localhost/transactions.json?${query}`), {
      params: Promise.resolve({ format: "json" }),
    })
  ).json();

const numbersOf = ({ rows }: { rows: { accessionNumber: string }[] }) =>
  rows.map(({ accessionNumber }) => Number(accessionNumber.slice(-2)));

/** The label of a row, wherever a document has it. */
function labelsIn(document: unknown, accessionNumber: string): unknown[] {
  if (typeof document !== "object" || document === null) return [];
  const own =
    "label" in document && "accessionNumber" in document && document.accessionNumber === accessionNumber
      ? [document.label]
      : [];
  return [...own, ...Object.values(document).flatMap((value) => labelsIn(value, accessionNumber))];
}

describe("what has misled readers elsewhere", () => {
  serveFilings(FILINGS);

  test("a trade in the future, or in the year 22, is sorted by the day of its report or comes last, never first", async () => {
    expect(numbersOf(await json("sort=-traded&code=P&table=I"))).toEqual([10, 5, 6]);
    expect(numbersOf(await json("traded-from=2025-01-01&traded-to=2034-12-31"))).toEqual([]);
    const answer = await getIssuer(new Request("http://localhost/x.json"), {
      params: Promise.resolve({ cik: KESTREL[0], format: "json" }),
    });
    const { roster }: { roster: { owner: { cik: string }; lastTrade: { accessionNumber: string } }[] } =
      await answer.json();
    expect(roster.find(({ owner }) => owner.cik === ABEL[0])?.lastTrade).toMatchObject({
      accessionNumber: "9999000001-25-000010",
    });
  });

  test("in groups, the owners of a joint filing count as the one whom it names first, whatever their CIKs", async () => {
    const first = and(eq(listing.ownerPosition, 1), eq(listing.code, "J"));
    expect(await database().select({ cik: listing.ownerCik }).from(listing).where(first)).toEqual([
      { cik: STRANGER[0] },
    ]);
  });

  test("warrants and totals typed as prices are not the largest trades, and are counted", async () => {
    const { rows, withoutValue } = await json("sort=-value&code=P&code=S");
    const values = rows.map(({ value }: { value: string | null }) => value);
    expect(values.slice(0, 3)).toEqual(["3200", "500", "500"]);
    expect(values.slice(-2)).toEqual([null, null]);
    expect(withoutValue).toBe(2);
    expect(numbersOf(await json("value-from=1000000"))).toEqual([]);
  });

  test("a joint filing counts once, and so does what an amendment restates", async () => {
    const { count, rows } = await json("traded-from=2024-07-01&traded-to=2024-07-01");
    expect(count).toBe(1);
    expect(rows).toMatchObject([{ accessionNumber: "9999000001-25-000010", value: "3200" }]);
    const filter = { ...NO_FILTER, tradedFrom: "2024-07-01", tradedTo: "2024-07-01" };
    expect(sumsOf(await summarizeTrades(database(), filter))).toMatchObject({ bought: { value: "3200" } });
  });

  test("a trade has the same label in every list and on every page", async () => {
    const number = "9999000001-25-000004";
    const documentOf = async (answer: Promise<Response>) => (await answer).json();
    const format = "json";
    const request = new Request("http://localhost/x.json");
    const documents = [
      await json("label=routine"),
      await documentOf(getFiling(request, { params: Promise.resolve({ accession: number, format }) })),
      await documentOf(getInsider(request, { params: Promise.resolve({ cik: TOLLEFSEN[0], format }) })),
      await documentOf(getIssuer(request, { params: Promise.resolve({ cik: KESTREL[0], format }) })),
    ];
    for (const document of documents) {
      const labels = labelsIn(document, number);
      expect(labels.length).toBeGreaterThan(0);
      expect(new Set(labels)).toEqual(new Set(["routine"]));
    }
  });
});
