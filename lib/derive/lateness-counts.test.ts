import { expect, test } from "vitest";
import { entryForTest } from "@/testing/entry-for-test";
import { latenessCounts } from "./lateness-counts";

const numberOf = (n: number) => `0000000001-25-00000${n}`;
const LATE = { days: 9, due: "2025-06-12", late: true };
const IN_TIME = { days: 2, due: "2025-06-12", late: false };

const filing = (n: number, mark: string | null, facts: Parameters<typeof entryForTest>[1] = {}) =>
  entryForTest([{ transactionCode: "S", timeliness: mark }], {
    accessionNumber: numberOf(n),
    filingDate: `2025-06-1${n}`,
    orderedAt: `2025-06-1${n}T21:00:00.000Z`,
    ...facts,
  });

test("counts filings by our clock and by the filer's mark, each filing once", () => {
  const entries = [
    filing(1, null),
    filing(2, "L"),
    filing(3, " l "),
    filing(4, "E"),
    filing(5, null, { filingDate: null, filedAt: null }),
    filing(6, null),
  ];
  const lateness = new Map([
    [numberOf(1), LATE],
    [numberOf(2), LATE],
    [numberOf(3), IN_TIME],
    [numberOf(4), IN_TIME],
  ]);
  expect(latenessCounts(entries, lateness)).toEqual({
    accessionNumber: numberOf(1),
    issuerCik: entries[0]?.filing.issuer.cik,
    late: 2,
    known: 4,
    notKnown: 1,
    notDue: 1,
    marked: 2,
    markedAndLate: 1,
    newest: [numberOf(3), numberOf(2), numberOf(1)],
  });
});

test("names the newest five of six late filings", () => {
  const entries = [1, 2, 3, 4, 5, 6].map((n) => filing(n, "L"));
  expect(latenessCounts(entries, new Map()).newest).toEqual([6, 5, 4, 3, 2].map(numberOf));
});
