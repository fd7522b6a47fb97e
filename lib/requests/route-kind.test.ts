import { expect, test } from "vitest";
import { routeKind } from "./route-kind";

test("an address is known by what answers it, without the filing, person or file that it names", () => {
  expect(routeKind("/filings/0000320193-25-000012")).toBe("/filings/[accession]");
  expect(routeKind("/filings/0000320193-25-000012.json")).toBe("/filings/[accession].json");
  expect(routeKind("/filings/0000320193-25-000012/original")).toBe("/filings/[accession]/original");
  expect(routeKind("/insiders/1494730.csv")).toBe("/insiders/[cik].csv");
  expect(routeKind("/import/upload")).toBe("/import/upload");
  expect(routeKind(`/import/${"0".repeat(64)}`)).toBe("/import/[sha256]");
});

test("pages and their data formats keep their names", () => {
  for (const path of ["/", "/index.atom", "/transactions.csv", "/about/data.json", "/healthz/ready", "/robots.txt"]) {
    expect(routeKind(path)).toBe(path);
  }
});

test("scripts, EDGAR's own addresses and whatever leads nowhere are one kind each, however many there are", () => {
  expect(routeKind("/_next/static/chunks/1a2b3c.js")).toBe("/_next");
  expect(routeKind("/Archives/edgar/data/320193/000032019325000012/x.xml")).toBe("/Archives/edgar/data");
  expect(routeKind("/wp-login.php")).toBe("other");
  expect(routeKind("/filings/a/b/c")).toBe("other");
  expect(routeKind("/about/data.exe")).toBe("other");
});
