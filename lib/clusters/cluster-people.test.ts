import { expect, test } from "vitest";
import { clusterPeople } from "./cluster-people";
import { DEFAULT_CLUSTER_RULE } from "./cluster-rule";
import { type CountedRow, clusters } from "./clusters";

const bought = (line: number, date: string, owners: CountedRow["owners"], event: string[] = []): CountedRow => ({
  rowKey: `0000000001-25-00000${line}#I-1`,
  tableNumber: "I",
  transactionCode: "P",
  acquiredDisposedCode: "A",
  date,
  shares: "10",
  price: String(10 - line),
  currency: null,
  underPlan: false,
  owners,
  event: event.length > 0 ? { counted: "", filings: [], owners: event } : null,
});

test("lists each insider under one name, the largest buyer first, with the owners who file together", () => {
  const [cluster] = clusters(
    [
      bought(1, "2025-04-09", [{ cik: "7", name: "Achterberg Gideon" }]),
      bought(2, "2025-04-11", [
        { cik: "5", name: "Harrow Street Partners LP" },
        { cik: "4", name: "Harrow GP LLC" },
      ]),
      bought(3, "2025-04-14", [{ cik: null, name: "Abara N" }]),
      bought(4, "2025-04-22", [{ cik: "9", name: "Vance O" }], ["9", "8"]),
    ],
    DEFAULT_CLUSTER_RULE,
  );
  expect(cluster && clusterPeople(cluster)).toEqual([
    { owner: { cik: "7", name: "Achterberg Gideon" }, others: 0 },
    { owner: { cik: "4", name: "Harrow GP LLC" }, others: 1 },
    { owner: { cik: null, name: "Abara N" }, others: 0 },
    { owner: { cik: "9", name: "Vance O" }, others: 1 },
  ]);
});
