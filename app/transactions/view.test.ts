import { describe, expect, test } from "vitest";
import { readListQuery, readSortedQuery } from "@/app/filtered-list";
import { GET } from "@/app/transactions/as/[format]/route";
import { loadTransactionsView } from "@/app/transactions/view";
import type { TransactionsView } from "@/lib/views/lists";
import { filingForTest, transactionForTest as row } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const FILINGS = [
  // $1,000, 1,000 shares before. On time.
  filingForTest({ n: 1, filed: "2025-06-03", rows: [row("P", "A", "2025-06-02", "100", "10", "1100")] }),
  // $6,000, everything sold. Seven business days after the trade.
  filingForTest({ n: 2, filed: "2025-06-13", rows: [row("S", "D", "2025-06-04", "300", "20", "0")] }),
  filingForTest({ n: 3, filed: "2025-06-16", rows: [row("A", "A", "2025-06-13", "50", undefined, "1150")] }),
];

const data = async (format: string, query: string) =>
  GET(new Request(`http://localhost/transactions.${format}?${query}`), { params: Promise.resolve({ format }) });
const json = async (query: string) => (await data("json", query)).json();
const COLUMNS_ASKED = ["transaction", "value", "role"].map((column): [string, string] => ["columns", column]);
const numbersIn = (text: string) =>
  [...text.matchAll(/9999000001-25-0+(\d)(?=,)/g)].map(([, number]) => Number(number));

describe("the list of transactions", () => {
  serveFilings(FILINGS);

  test("has for each row what lists filter and sort by", async () => {
    const { rows } = await json("code=P&code=S");
    expect(rows).toMatchObject([
      { value: "6000", change: "-100", position: "closed", delayBusinessDays: 7, late: true, role: ["director"] },
      { value: "1000", change: "10", position: null, delayBusinessDays: 1, late: false, role: ["director"] },
    ]);
  });

  test("sorts by value, and counts what has none: the grant", async () => {
    const list = await json("sort=value");
    expect(list).toMatchObject({ sort: "value", withoutValue: 1, count: 3, next: null });
    expect(list.rows.map(({ value }: { value: string | null }) => value)).toEqual(["1000", "6000", null]);
    expect(list.url).toMatch(/\/transactions\?sort=value$/);
    expect(await json("")).toMatchObject({ sort: "-filed", withoutValue: null });
  });

  test("is in the same order in CSV, and newest first in a feed", async () => {
    const csv = await (await data("csv", "sort=value")).text();
    const [head, ...lines] = csv.trim().split("\r\n");
    expect(lines.flatMap((line) => numbersIn(line).slice(0, 1))).toEqual([1, 2, 3]);
    expect(head).toContain("owner_titles,role,value,change,position,delay_business_days,late,due,url");
    const feed = await (await data("atom", "sort=value")).text();
    expect([...feed.matchAll(/<id>[^<]*25-0+(\d)/g)].map(([, number]) => Number(number))).toEqual([3, 2, 1]);
  });

  test("has the same rows in NDJSON as in JSON, one a line, and names files after what they hold", async () => {
    const answer = await data("ndjson", "sort=value&code=P&code=S");
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="transactions-code-p-or-s.ndjson"');
    const lines = (await answer.text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual((await json("sort=value&code=P&code=S")).rows);
    // Filed on June 13; two business days after the trade of June 4 were over on June 6.
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({ lateness: { days: 7, due: "2025-06-06", late: true } });
    const csv = await data("csv", "filed-from=2025-06-09&filed-to=2025-06-30");
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="transactions-filed-june-9-30-2025.csv"');
    expect((await data("ndjson", "code=BUY")).status).toBe(400);
  });

  test("keeps its order on the next page, and back", async () => {
    const view = await loadTransactionsView(readSortedQuery([["sort", "-value"]]), 2);
    expect(view.next).toMatch(/^\/transactions\?sort=-value&after=/);
    expect(view.previous).toBeNull();
    const at = (url: string | null) =>
      loadTransactionsView(readSortedQuery(new URLSearchParams(url?.split("?")[1])), 2);
    const numbersOf = ({ page }: TransactionsView) =>
      page.entries.map(({ filing }) => filing.accessionNumber.slice(-1));
    const next = await at(view.next);
    expect(numbersOf(next)).toEqual(["3"]);
    expect(next.previous).toMatch(/^\/transactions\?sort=-value&before=/);
    const back = await at(next.previous);
    expect(numbersOf(back)).toEqual(numbersOf(view));
    expect([back.previous, back.next]).toEqual([null, view.next]);
  });

  test("answers 400 in data if it cannot be sorted so, and says on the page what it ignores", async () => {
    expect((await data("json", "sort=size")).status).toBe(400);
    expect(readSortedQuery([["sort", "size"]]).ignored).toMatchObject([{ kind: "value", name: "sort" }]);
    // Filings have one order.
    expect(readListQuery([["sort", "-value"]]).ignored).toMatchObject([{ kind: "name", name: "sort" }]);
  });

  test("answers 400 in data formats to a grouping that we do not have, and on the page says that it is ignored", async () => {
    const answer = await data("json", "group=planet");
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining("not one of issuer, insider")]);
    expect(readSortedQuery([["group", "planet"]]).ignored).toMatchObject([{ kind: "value", name: "group" }]);
    // Filings have no groups.
    expect(readListQuery([["group", "planet"]]).ignored).toMatchObject([{ kind: "name", name: "group" }]);
  });

  test("keeps its columns in every link, and data formats have all of them", async () => {
    const view = await loadTransactionsView(readSortedQuery([...COLUMNS_ASKED, ["sort", "-value"]]), 2);
    const columns = "columns=transaction&columns=value&columns=role";
    expect(view.url).toBe(`/transactions?sort=-value&${columns}`);
    expect(view.next).toMatch(new RegExp(`^/transactions\\?sort=-value&after=.*&${columns}$`));
    const list = await json(columns);
    expect(list.ignored).toEqual([]);
    expect(list.rows).toEqual((await json("")).rows);
    expect((await data("json", "columns=colour")).status).toBe(400);
    expect(readSortedQuery([["columns", "colour"]]).ignored).toMatchObject([{ name: "columns", value: "colour" }]);
    // Filings have the same columns always.
    expect(readListQuery([["columns", "value"]]).ignored).toMatchObject([{ kind: "name", name: "columns" }]);
  });

  test("keeps dates relative to today in its address", async () => {
    const view = await loadTransactionsView(readSortedQuery([["filed-within", "100y"]]));
    expect(view.counts.rows.count).toBe(3);
    expect(view.url).toBe("/transactions?filed-within=100y");
    expect(view.words).toBe("filed in the last 100 years");
  });
});
