import { expect, test } from "vitest";
import { fileName } from "@/lib/representations/file-name";

test("a file is named after what its list holds", () => {
  expect(fileName("Transactions", "csv")).toBe("transactions.csv");
  expect(fileName("Transactions: code P, value of at least $25,000, filed in the last 7 days", "ndjson")).toBe(
    "transactions-code-p-value-of-at-least-25000-filed-in-the-last-7-days.ndjson",
  );
  expect(fileName("Filings: filed June 9–12, 2025", "csv")).toBe("filings-filed-june-9-12-2025.csv");
});

test("signs, decimals and percentages keep their meaning", () => {
  expect(fileName("Transactions: change in the holding of at most -50%, price of at most $2.5", "csv")).toBe(
    "transactions-change-in-the-holding-of-at-most-minus-50-percent-price-of-at-most-2.5.csv",
  );
  expect(fileName("Transactions: under a 10b5-1 plan", "csv")).toBe("transactions-under-a-10b5-1-plan.csv");
});

test("letters of other alphabets, quotes and line breaks cannot break the header", () => {
  expect(fileName('Insiders: insider “Müller\r\nX: "../é”', "csv")).toBe("insiders-insider-muller-x-e.csv");
  expect(fileName("株式", "csv")).toBe("section-16.csv");
});

test("a long name is cut between words, at 92 characters", () => {
  const name = fileName(`Transactions: issuer ${"Kestrel Grid Systems or ".repeat(10)}`, "csv");
  expect(name).toBe("transactions-issuer-kestrel-grid-systems-or-kestrel-grid-systems-or-kestrel-grid-systems-or.csv");
  expect(fileName("a".repeat(300), "csv")).toHaveLength(96);
});
