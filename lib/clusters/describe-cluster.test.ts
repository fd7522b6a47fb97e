import { expect, test } from "vitest";
import type { Cluster } from "./clusters";
import { describeCluster, describeLargest, largestCluster, overlaps } from "./describe-cluster";

const cluster = (from: string, to: string, insiders: number, value: string | null = "1"): Cluster => ({
  code: "P",
  from,
  to,
  insiders: Array.from({ length: insiders }, (_, index) => ({
    owners: [String(index)],
    names: [],
    shares: null,
    value: null,
    valueMissing: 0,
  })),
  trades: [],
  shares: null,
  value,
  valueMissing: 0,
  averagePrice: null,
});

test("counts days as the rule does: April 9 to 30 is 21 days", () => {
  expect(describeCluster(cluster("2025-04-09", "2025-04-30", 6))).toBe("Six bought within 21 days in April 2025");
  expect(describeCluster(cluster("2025-03-28", "2025-04-11", 12))).toBe(
    "12 bought within 14 days, March 28–April 11, 2025",
  );
  expect(describeCluster(cluster("2025-04-09", "2025-04-09", 3))).toBe("Three bought on April 9, 2025");
  expect(describeCluster(cluster("2025-04-09", "2025-04-10", 3))).toBe("Three bought within a day in April 2025");
  expect(describeCluster({ ...cluster("2025-04-09", "2025-04-09", 3), code: "S" })).toBe("Three sold on April 9, 2025");
});

test("the largest has the most insiders, then the larger value", () => {
  const four = cluster("2022-10-14", "2022-11-02", 4, "9000");
  const six = cluster("2025-04-09", "2025-04-30", 6, "10");
  const other = cluster("2024-04-09", "2024-04-30", 6, "20");
  expect(largestCluster([four, six, other])).toBe(other);
  expect(describeLargest({ clusters: [four, six], since: "reports began in 2014" })).toBe(
    "Six bought within 21 days in April 2025, the largest cluster since reports began in 2014.",
  );
  expect(describeLargest({ clusters: [four], since: "2014" })).toMatch(/, the only cluster since 2014\.$/);
  expect(describeLargest({ clusters: [], since: "2014" })).toBeNull();
});

test("matches a cluster that touches the dates", () => {
  const april = cluster("2025-04-09", "2025-04-30", 3);
  expect(overlaps(april, { from: "2025-04-30", to: null })).toBe(true);
  expect(overlaps(april, { from: "2025-05-01", to: null })).toBe(false);
  expect(overlaps(april, { from: null, to: "2025-04-09" })).toBe(true);
  expect(overlaps(april, { from: null, to: "2025-04-08" })).toBe(false);
});
