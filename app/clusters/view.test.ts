import { describe, expect, test } from "vitest";
import { GET } from "@/app/clusters/as/[format]/route";
import { loadClustersView, readClustersQuery } from "@/app/clusters/view";
import { filingForTest, KESTREL } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const OTHER: [string, string, string] = ["9900209", "Other Company", "OTHR"];
const PAIR: [string, string, string] = ["9900210", "Pair Company", "PAIR"];
const owner = (n: number): [string, string] => [String(9900500 + n), `Owner ${n}`];

const buy = (n: number, by: number, date: string, issuer = KESTREL, jointOwners: [string, string][] = []) =>
  filingForTest({
    n,
    owner: owner(by),
    jointOwners,
    issuer,
    filed: date,
    rows: [{ code: "P", letter: "A", date, shares: "10", price: String(n) }],
  });

const sell = (n: number, by: number, date: string) =>
  filingForTest({
    n,
    owner: owner(by),
    issuer: OTHER,
    filed: date,
    rows: [{ code: "S", letter: "D", date, shares: "10", price: String(n) }],
  });

const FILINGS = [
  ...[1, 2, 3].map((n) => buy(n, n, `2025-06-0${n + 1}`)),
  ...[4, 5, 6, 7].map((n) => buy(n, n, `2025-05-1${n}`, OTHER)),
  // Begins before the 90 days to June 30 and extends into them: April 2 is the first of the 90.
  ...[11, 12, 13].map((n) => buy(n, n, `2025-0${n === 13 ? 4 : 3}-${n === 13 ? "04" : String(n + 9)}`)),
  // Two people, one of whom files with the third, so the three count as two insiders.
  buy(21, 21, "2025-06-02", PAIR),
  buy(22, 22, "2025-06-03", PAIR, [owner(23)]),
  buy(23, 23, "2025-06-04", PAIR),
  buy(31, 31, "2025-06-30", OTHER),
  ...[41, 42, 43].map((n) => sell(n, n, `2025-06-2${n - 40}`)),
];

describe("clusters of all issuers", () => {
  const load = (query = "") => loadClustersView(readClustersQuery(new URLSearchParams(query)));
  const get = (format: string, query = "") =>
    GET(new Request(`http://localhost/clusters/as/${format}?${query}`), { params: Promise.resolve({ format }) });

  serveFilings(FILINGS);

  test("cover the 90 days up to the newest filing and those that extend into them, newest first", async () => {
    const { span, clusters } = await load();
    expect(span).toEqual({ from: "2025-04-02", to: "2025-06-30" });
    expect(clusters.map(({ issuer, cluster }) => [issuer.tradingSymbol, cluster.from, cluster.to])).toEqual([
      ["KSTG", "2025-06-02", "2025-06-04"],
      ["OTHR", "2025-05-14", "2025-05-17"],
      ["KSTG", "2025-03-20", "2025-04-04"],
    ]);
    // 10 × 1 + 10 × 2 + 10 × 3 = 60.
    expect(clusters[0]?.cluster.value).toBe("60");
  });

  test("use the dates and the rule in the address", async () => {
    const may = await load("traded-from=2025-05-01&traded-to=2025-05-31");
    expect(may.clusters.map(({ issuer }) => issuer.cik)).toEqual([OTHER[0]]);
    const two = await load("cluster-insiders=2&traded-from=2025-06-01");
    expect(two.clusters.map(({ issuer }) => issuer.tradingSymbol).toSorted()).toEqual(["KSTG", "PAIR"]);
    expect(two.url).toBe("/clusters?traded-from=2025-06-01&cluster-insiders=2");
  });

  test("are of sales if the address asks for them, and link to the sales", async () => {
    const { title, clusters } = await load("cluster-code=S");
    expect(title).toBe("Clusters of sales, April 2–June 30, 2025");
    // 10 × 41 + 10 × 42 + 10 × 43 = 1,260.
    expect(clusters.map(({ issuer, cluster }) => [issuer.cik, cluster.from, cluster.to, cluster.value])).toEqual([
      [OTHER[0], "2025-06-21", "2025-06-23", "1260"],
    ]);
    const { clusterRule, rows } = await (await get("json", "cluster-code=S")).json();
    expect(clusterRule).toMatchObject({ code: "S", words: "three or more insiders who sold (code S) within 30 days" });
    expect(rows[0].url).toContain("/transactions?issuer=9900209&traded-from=2025-06-21&traded-to=2025-06-23&code=S");
    const [header, line] = (await (await get("csv", "cluster-code=S")).text()).split("\r\n");
    expect(header).toMatch(/,url,code$/);
    expect(line).toMatch(/,S$/);
    expect((await get("json", "cluster-code=A")).status).toBe(400);
  });

  test("are limited to one year, and the page says so", async () => {
    const long = await load("traded-from=2020-01-01&traded-to=2025-06-30");
    expect([long.isSpanCut, long.span?.from]).toEqual([true, "2024-06-30"]);
    expect((await load()).isSpanCut).toBe(false);
  });

  test("are available as JSON, CSV and Atom", async () => {
    const json = await (await get("json")).json();
    expect([json.count, json.rows[0].issuer.cik, json.rows[0].purchases.length]).toEqual([3, KESTREL[0], 3]);
    const csv = (await (await get("csv")).text()).trim().split("\r\n");
    expect(csv).toHaveLength(4);
    expect(csv[1]).toContain("9900503 | 9900502 | 9900501");
    expect(csv[1]).toMatch(/,P$/);
    expect((await (await get("atom")).text()).match(/<entry>/g)).toHaveLength(3);
    expect((await get("json", "cluster-plan=maybe")).status).toBe(400);
    expect((await get("xml")).status).toBe(404);
  });
});
