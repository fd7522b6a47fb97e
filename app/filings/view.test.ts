import { describe, expect, test } from "vitest";
import { loadDirectoryView, readDirectoryQuery } from "@/app/directory-view";
import { GET } from "@/app/filings/as/[format]/route";
import { loadFilingsView } from "@/app/filings/view";
import { readListQuery } from "@/app/filtered-list";
import { loadTransactionsView } from "@/app/transactions/view";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const FILINGS = [
  filingForTest({ n: 1, form: "3", filed: "2025-05-01", rows: [{ held: "500" }, { held: "90", nature: "By Trust" }] }),
  filingForTest({
    n: 2,
    filed: "2025-06-03",
    rows: [{ code: "P", letter: "A", date: "2025-06-02", shares: "100", price: "10", held: "600" }, { held: "90" }],
  }),
  // Exits without a trade, and without a row at all.
  filingForTest({ n: 3, filed: "2025-07-01", isExit: true, rows: [{ held: "600" }] }),
  filingForTest({ n: 5, filed: "2024-01-02", issuer: ["9900320", "Tannery Row Foods", "TRWF"], rows: [{ held: "1" }] }),
  filingForTest({ n: 4, form: "3", filed: "2025-08-01", owner: ["9900500", "Cook Timothy D"], rows: [] }),
];

const query = (text: string) => readListQuery(new URLSearchParams(text));
const numbersOf = ({ page }: { page: { entries: { filing: { accessionNumber: string } }[] } }) =>
  page.entries.map(({ filing }) => Number(filing.accessionNumber.slice(-6)));

const data = (format: string, text: string) =>
  GET(new Request(`http://localhost/filings.${format}?${text}`), { params: Promise.resolve({ format }) });

describe("the list of filings", () => {
  serveFilings(FILINGS);

  test.each([
    ["", [4, 3, 2, 1, 5]],
    ["form=3", [4, 1]],
    ["form=4", [3, 2, 5]],
    ["filed-from=2025-01-01&filed-to=2025-05-31", [1]],
    ["insider=cook", [4]],
    ["code=P", [2]],
    ["code=S", []],
    ["issuer=KSTG,TRWF", [4, 3, 2, 1, 5]],
    ["issuer=trwf+kstg", [4, 3, 2, 1, 5]],
    ["issuer=row+tannery", [5]],
    ["issuer=KSTG,TRWG", [4, 3, 2, 1]],
  ])("%s lists %j: holdings only, exits and Form 3 too", async (text, expected) => {
    const view = await loadFilingsView(query(text));
    expect(numbersOf(view)).toEqual(expected);
    expect(view.counts.filings.count).toBe(expected.length);
  });

  test("an empty list says that its range is reversed, even if the corrected range finds nothing either", async () => {
    const { relaxed } = await loadFilingsView(query("filed-from=1999-02-28&filed-to=1999-02-01&form=3"));
    expect(relaxed[0]).toEqual({
      label: "The range ends before it starts. Swap its ends: filed February 1–28, 1999",
      href: "/filings?filed-from=1999-02-01&filed-to=1999-02-28&form=3",
      count: "0 filings",
    });
  });

  test("an empty list of transactions offers the filings that match, and what each broader filter finds", async () => {
    const { relaxed, counts } = await loadTransactionsView(query("form=3&filed-from=2025-05-01&filed-to=2025-05-31"));
    expect(counts.rows.count).toBe(0);
    expect(relaxed).toEqual([
      {
        label: "Filings that match, with or without transactions",
        href: "/filings?filed-from=2025-05-01&filed-to=2025-05-31&form=3",
        count: "1 filing",
      },
    ]);
    const { relaxed: broader } = await loadTransactionsView(query("code=P&traded-from=2025-07-01&insider=tollefsen"));
    expect(broader).toEqual([
      {
        label: "Any trade date",
        href: "/transactions?insider=tollefsen&code=P",
        count: "1 filing",
      },
    ]);
  });

  test.each([
    ["issuer=KSTG,TRWG", "TRWG", "TRWF", "/filings?issuer=%24KSTG&issuer=%24TRWF"],
    ["issuer=kestral&form=3", "“kestral”", "“kestrel”", "/filings?issuer=kestrel&form=3"],
    ["insider=tolefsen", "“tolefsen”", "“tollefsen”", "/filings?insider=tollefsen"],
    ["issuer=zzzzzzzz", "“zzzzzzzz”", undefined, undefined],
  ])("%s: nobody is called %s, did you mean %s?", async (text, value, label, href) => {
    const { unknown } = await loadFilingsView(query(text));
    expect(unknown).toEqual([
      { name: text.split("=")[0], by: "name", value, didYouMean: label && href ? { label, href } : null },
    ]);
  });

  test("a directory without a match offers the nearest name, and what each broader filter finds", async () => {
    const directory = (text: string) => loadDirectoryView("insiders", readDirectoryQuery(new URLSearchParams(text)));
    expect((await directory("insider=tolefsen")).unknown[0]?.didYouMean?.href).toBe("/insiders?insider=tollefsen");
    // Cook filed one Form 3, and Tollefsen two Forms 4 at Kestrel.
    expect((await directory("insider=cook&form=4")).relaxed).toEqual([
      { label: "Any form", href: "/insiders?insider=cook", count: "1 insider" },
      { label: "Any insider", href: "/insiders?form=4", count: "1 insider" },
    ]);
  });

  test("JSON and CSV have a row for each filing, as many as are counted", async () => {
    const { count, rows } = await (await data("json", "form=3")).json();
    expect(count).toBe(2);
    expect(rows.map((row: { rows: unknown[] }) => row.rows.length)).toEqual([0, 2]);
    const [header = "", ...lines] = (await (await data("csv", "form=3")).text()).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(header.endsWith(",transactions,holdings,derived_amended_by,url")).toBe(true);
    expect(lines[1]).toMatch(/,0,2,,http\S+-000001$/);
  });

  test("a filter on rows lists only those rows; a feed has an entry for a filing without rows", async () => {
    const { rows } = await (await data("json", "code=P")).json();
    expect(rows[0].rows.map(({ id }: { id: string }) => id)).toEqual(["I-1"]);
    const feed = await (await data("atom", "form=3")).text();
    expect(feed.match(/<entry>/g)).toHaveLength(3);
  });
});
