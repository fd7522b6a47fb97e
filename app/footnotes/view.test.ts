import { describe, expect, test } from "vitest";
import { GET } from "@/app/footnotes/as/[format]/route";
import { loadNotesView } from "@/app/footnotes/view";
import { readNoteQuery } from "@/lib/note-search/note-query";
import { filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const OTHER: [string, string, string] = ["9900209", "Other Company", "OTHR"];

const AVERAGE =
  "The price is a weighted average. Shares were sold in several trades at prices from $10.00 to $10.75, inclusive.";
const GIFT = "The shares were given to a donor advised fund, and no consideration was received.";
const HELD = "Held by the Marrow Family Trust, of which the reporting person is trustee.";

const sale = { code: "S", letter: "D", shares: "10", price: "10.5", priceNote: "F1" } as const;

const FILINGS = [
  filingForTest({
    n: 1,
    filed: "2025-06-02",
    notes: { F1: AVERAGE },
    rows: [
      { ...sale, date: "2025-06-01" },
      { ...sale, date: "2025-05-30" },
    ],
  }),
  filingForTest({
    n: 2,
    filed: "2025-06-03",
    issuer: OTHER,
    notes: { F1: GIFT, F2: HELD },
    remarks: "The average weighted heavily on the vesting table.",
    rows: [
      { code: "G", letter: "D", date: "2025-06-01", shares: "5", price: "0", priceNote: "F1" },
      { held: "90", nature: "By trust", heldNote: "F2" },
    ],
  }),
  filingForTest({
    n: 3,
    period: "2025-06-04",
    notes: { F1: AVERAGE },
    rows: [{ ...sale, date: "2025-06-04" }],
  }),
];

describe("footnote search", () => {
  const load = (query = "") => loadNotesView(readNoteQuery(new URLSearchParams(query)));
  const get = (format: string, query = "") =>
    GET(new Request(`http://localhost/footnotes/as/${format}?${query}`), { params: Promise.resolve({ format }) });
  const found = async (query: string) =>
    (await load(query)).page.notes.map(
      ({ entry, footnoteId }) => `${Number(entry.filing.accessionNumber.slice(-6))} ${footnoteId ?? "remarks"}`,
    );

  serveFilings(FILINGS);

  test("finds footnotes and remarks, each with the rows that cite it and what it states", async () => {
    const { page, title } = await load("q=weighted average");
    expect(title).toBe("Footnotes that contain “weighted” and “average”");
    expect(page.count).toEqual({ count: 3, countAtLeast: 3 });
    expect(await found('q="weighted average"')).toEqual(["3 F1", "1 F1"]);
    const sold = page.notes.at(-1);
    expect(sold?.rows.map(({ line }) => line)).toEqual([1, 2]);
    expect(sold?.facts.weightedAverage?.value).toBe(true);
  });

  test("narrows by words, facts and filters, and keeps all of them in its links", async () => {
    expect(await found("q=average -price")).toEqual(["2 remarks"]);
    expect(await found("q=vest*")).toEqual(["2 remarks"]);
    expect(await found("q=gift or donor")).toEqual(["2 F1"]);
    expect(await found("fact=price_ranges&issuer=9900208")).toEqual(["3 F1", "1 F1"]);
    expect(await found("fact=gift&fact=holder")).toEqual(["2 F1", "2 F2"]);
    expect(await found("code=G")).toEqual(["2 remarks", "2 F1"]);
    const view = await load("fact=price_ranges&traded-to=2025-06-02&q=inclusive");
    expect(view.url).toBe("/footnotes?q=inclusive&traded-to=2025-06-02&fact=price_ranges");
    expect(view.filterWords).toBe("traded until June 2, 2025");
  });

  test("says how many footnotes are left out because they have no filing date", async () => {
    const { page } = await load("q=inclusive&filed-from=2025-01-01");
    expect(page.notes).toHaveLength(1);
    expect(page.undated).toEqual({ count: 1, countAtLeast: 1 });
  });

  test("suggests broader searches when nothing is found", async () => {
    const { relaxed } = await load('q="average weighted price"&code=S');
    expect(relaxed.map(({ label, count }) => [label, count])).toEqual([
      ["“average”, “weighted” and “price”, anywhere in the footnote", "2 footnotes"],
      ["“average”, “weighted” or “price”, anywhere in the footnote", "2 footnotes"],
      ["With any words", "2 footnotes"],
    ]);
    expect((await load("q=%26%26")).page).toMatchObject({ words: "no letters or digits", notes: [] });
    expect((await load("q=the of")).page.words).toBe("common");
  });

  test("names the issuers and insiders in its filters that it does not know", async () => {
    const asked = "q=price&insider=tolefsen&issuer=9999999";
    expect((await load(asked)).unknown).toMatchObject([
      {
        name: "insider",
        by: "name",
        didYouMean: { label: "“tollefsen”", href: "/footnotes?q=price&issuer=9999999&insider=tollefsen" },
      },
      { name: "issuer", by: "cik", value: "CIK 9999999", didYouMean: null },
    ]);
    expect((await load(`insider=${TOLLEFSEN[0]}&issuer=KSTG`)).unknown).toEqual([]);
    expect((await (await get("json", asked)).json()).unknown).toEqual([
      { name: "insider", value: "“tolefsen”", didYouMean: "“tollefsen”" },
      { name: "issuer", value: "CIK 9999999", didYouMean: null },
    ]);
  });

  test("is available as JSON, with the published names of the facts", async () => {
    const json = await (await get("json", 'q="donor advised"')).json();
    expect([json.count, json.filter, json.sort, json.words, json.next]).toEqual([
      1,
      { q: ['"donor advised"'] },
      "newest",
      "searched",
      null,
    ]);
    const [row] = json.rows;
    expect([row.footnoteId, row.text, row.filing.issuer.cik, row.rows[0].id]).toEqual(["F1", GIFT, OTHER[0], "I-1"]);
    expect(row.facts.gift).toEqual({ to: "donor_advised_fund" });
    expect(row.spans.gift.length).toBeGreaterThan(0);
    expect(row.url).toMatch(/\/filings\/9999000001-25-000002#F1$/);
  });

  test("is available as CSV with every footnote, and as Atom", async () => {
    const csv = (await (await get("csv", `issuer=${KESTREL[0]}`)).text()).trim().split("\r\n");
    expect(csv).toHaveLength(3);
    expect(csv[2]).toContain("I-1 I-2,S,");
    const atom = await (await get("atom", "q=shares&sort=best")).text();
    expect(atom.match(/<id>tag:[^<]*\/F1<\/id>/g)).toHaveLength(3);
    expect((await get("json", "fact=bonus")).status).toBe(400);
    expect((await get("json", "colour=red")).status).toBe(200);
    expect((await get("xml")).status).toBe(404);
  });
});
