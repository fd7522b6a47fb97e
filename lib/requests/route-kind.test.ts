import { expect, test } from "vitest";
import { routeKind } from "./route-kind";

test("names an address by its route, without the filing, person or file", () => {
  expect(routeKind("/filings/0000320193-25-000012")).toBe("/filings/[accession]");
  expect(routeKind("/filings/0000320193-25-000012.json")).toBe("/filings/[accession].json");
  expect(routeKind("/filings/0000320193-25-000012/original")).toBe("/filings/[accession]/original");
  expect(routeKind("/insiders/1494730/card.png")).toBe("/insiders/[cik]/card.png");
  expect(routeKind("/insiders/1494730.csv")).toBe("/insiders/[cik].csv");
  expect(routeKind("/insiders/1494730.ndjson")).toBe("/insiders/[cik].ndjson");
  expect(routeKind("/import/upload")).toBe("/import/upload");
  expect(routeKind(`/import/${"0".repeat(64)}`)).toBe("/import/[sha256]");
});

test("keeps the names of pages and their data formats", () => {
  for (const path of ["/", "/index.atom", "/transactions.csv", "/about/data.json", "/healthz/ready", "/robots.txt"]) {
    expect(routeKind(path)).toBe(path);
  }
});

test("counts scripts, EDGAR's own addresses and unknown paths as one kind each", () => {
  expect(routeKind("/_next/static/chunks/1a2b3c.js")).toBe("/_next");
  expect(routeKind("/Archives/edgar/data/320193/000032019325000012/x.xml")).toBe("/Archives/edgar/data");
  expect(routeKind("/wp-login.php")).toBe("other");
  expect(routeKind("/filings/a/b/c")).toBe("other");
  expect(routeKind("/about/data.exe")).toBe("other");
});
