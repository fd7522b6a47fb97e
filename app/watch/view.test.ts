import { expect, test } from "vitest";
import { GET } from "@/app/watch/as/[format]/route";
import { loadWatchView, readWatchQuery } from "@/app/watch/view";
import { inFormat } from "@/lib/urls";
import { type FilingForTest, filingForTest } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const COOK: [string, string] = ["9900500", "Cook Timothy D"];
const VANCE: [string, string] = ["9900501", "Vance Ada"];
const TANNERY: [string, string, string] = ["9900320", "Tannery Row Foods", "TRWF"];
const OTTER: [string, string, string] = ["9900321", "Otter Creek Bank", "OTCB"];

const held: FilingForTest["rows"] = [{ held: "500" }];

serveFilings([
  filingForTest({ n: 1, filed: "2025-05-01", owner: COOK, issuer: TANNERY, rows: held }),
  filingForTest({ n: 2, filed: "2025-05-02", owner: COOK, issuer: OTTER, rows: held }),
  filingForTest({ n: 3, filed: "2025-05-03", owner: VANCE, issuer: TANNERY, rows: held }),
  filingForTest({ n: 4, filed: "2025-05-04", owner: VANCE, issuer: OTTER, rows: held }),
  filingForTest({ n: 5, form: "3", filed: "2025-05-05", owner: COOK, issuer: TANNERY, rows: [] }),
]);

const numbersOf = (rows: { accessionNumber: string }[]) =>
  rows.map(({ accessionNumber }) => Number(accessionNumber.slice(-6)));
const load = async (query: string, limit?: number) => loadWatchView(readWatchQuery(new URLSearchParams(query)), limit);
const get = (query: string, format = "json") =>
  GET(new Request(`http://localhost/watch.${format}?${query}`), { params: Promise.resolve({ format }) });

test("lists what is by the insiders or on the issuers, each filing once, newest first: 5, 3, 2, 1 of 5", async () => {
  const view = await load(`insider=${COOK[0]}&issuer=${TANNERY[0]}`);
  expect(numbersOf(view.page.entries.map(({ filing }) => filing))).toEqual([5, 3, 2, 1]);
  expect(view.counts.filings.count).toBe(4);
  expect((await load(`insider=${COOK[0]}`)).counts.filings.count).toBe(3);
  expect((await load("issuer=TRWF")).counts.filings.count).toBe(3);
});

test("finds the same if those on one side are so many that another index finds them", async () => {
  const others = Array.from({ length: 8 }, (_, n) => `&issuer=88000${n}`).join("");
  const view = await load(`insider=${COOK[0]}&issuer=${TANNERY[0]}${others}`);
  expect(numbersOf(view.page.entries.map(({ filing }) => filing))).toEqual([5, 3, 2, 1]);
  expect(view.counts.filings.count).toBe(4);
});

test("leads from page to page and back", async () => {
  const first = await load(`insider=${COOK[0]}&issuer=${TANNERY[0]}`, 3);
  expect(numbersOf(first.page.entries.map(({ filing }) => filing))).toEqual([5, 3, 2]);
  const second = await load(first.next?.split("?")[1] ?? "", 3);
  expect(numbersOf(second.page.entries.map(({ filing }) => filing))).toEqual([1]);
  expect(second.next).toBeNull();
  const back = await load(second.previous?.split("?")[1] ?? "", 3);
  expect(numbersOf(back.page.entries.map(({ filing }) => filing))).toEqual([5, 3, 2]);
});

test("is data and a feed, which names those who are watched in its address", async () => {
  const query = `issuer=${TANNERY[0]}&insider=${COOK[0]}`;
  const data = await (await get(query)).json();
  expect(numbersOf(data.rows)).toEqual([5, 3, 2, 1]);
  expect(data).toMatchObject({ count: 4, countAtLeast: 4, next: null });
  const feed = await get(query, "atom");
  expect(feed.headers.get("content-type")).toContain("application/atom+xml");
  const xml = await feed.text();
  expect(xml.match(/<entry>/g)).toHaveLength(4);
  expect(xml).toContain(inFormat(`/watch?${query}`, "atom").replace("&", "&amp;"));
});

test("a link that names nobody lists nothing, on the page and as data", async () => {
  expect(await load("")).toMatchObject({ isAnyoneNamed: false, page: { entries: [] } });
  const answer = await get("");
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ count: 0, rows: [] });
  expect((await get("insider=1", "csv")).status).toBe(404);
});

test("more than 200 names are refused as data, and the page says how many it left out", async () => {
  const query = new URLSearchParams(Array.from({ length: 203 }, (_, n) => ["issuer", String(n + 1)]));
  expect((await load(String(query))).ignored).toEqual([
    { kind: "value", name: "issuer", value: "3 names", reason: "more than 200 names" },
  ]);
  expect((await get(String(query))).status).toBe(400);
});

test("a name that nobody has is reported", async () => {
  expect((await load("insider=zzyzx")).unknown).toMatchObject([{ name: "insider" }]);
});
