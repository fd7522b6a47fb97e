import { expect, test } from "vitest";
import { attachDerived } from "@/testing/attach-derived";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";

type Rows = Parameters<typeof entryForTest>[0];

const DAY = "2024-05-10";
const exercised = {
  tableNumber: "I",
  transactionCode: "M",
  acquiredDisposedCode: "A",
  transactionShares: "100",
  pricePerShare: "4",
  transactionDate: DAY,
} as const;
const option = {
  ...exercised,
  tableNumber: "II",
  acquiredDisposedCode: "D",
  pricePerShare: null,
  conversionOrExercisePrice: "4",
} as const;
const sold = { ...exercised, transactionCode: "S", acquiredDisposedCode: "D", pricePerShare: "10" } as const;

let filings = 0;
const filing = (rows: Rows, owners: (string | null)[] = ["2"], filed = "2024-05-14", more: object = {}) =>
  entryForTest(rows, {
    accessionNumber: `0000000001-24-${String(++filings).padStart(6, "0")}`,
    filingDate: filed,
    orderedAt: `${filed}T21:00:00.000Z`,
    owners: owners.map((cik) => ownerForTest({ cik })),
    ...more,
  });

/** The patterns of the rows of each filing. */
const patternsOf = (...entries: ReturnType<typeof filing>[]) =>
  attachDerived(entries).map(({ rows, derived }) =>
    rows.map(({ tableNumber, line }) => derived.rows[`${tableNumber}-${line}`]?.pattern ?? null),
  );

const BOTH = "exercise-and-sale";

test("an exercise and a sale of the same day form a pattern, row by row, in both tables and across filings of the owner", () => {
  expect(patternsOf(filing([exercised, sold, sold, option]))).toEqual([[BOTH, BOTH, BOTH, BOTH]]);
  expect(patternsOf(filing([exercised]), filing([sold], ["2", "3"]))).toEqual([[BOTH], [BOTH]]);
  expect(patternsOf(filing([{ ...exercised, transactionCode: "X" }, sold]))).toEqual([[BOTH, BOTH]]);
  expect(patternsOf(filing([{ ...option, transactionCode: "O" }, sold]))).toEqual([[BOTH, BOTH]]);
});

test("another day, another owner, a letter that contradicts the code, or a purchase forms none", () => {
  expect(patternsOf(filing([exercised, { ...sold, transactionDate: "2024-05-11" }]))).toEqual([[null, null]]);
  expect(patternsOf(filing([exercised]), filing([sold], ["3"]))).toEqual([[null], [null]]);
  expect(patternsOf(filing([exercised, sold], [null]))).toEqual([[null, null]]);
  expect(patternsOf(filing([{ ...exercised, acquiredDisposedCode: "D" }, sold]))).toEqual([[null, null]]);
  expect(patternsOf(filing([exercised, { ...sold, acquiredDisposedCode: "A" }]))).toEqual([[null, null]]);
  expect(patternsOf(filing([exercised, { ...exercised, transactionCode: "P" }]))).toEqual([[null, null]]);
  expect(patternsOf(filing([exercised, { ...sold, transactionCode: "G" }]))).toEqual([[null, null]]);
  // Shares withheld for the exercise price or taxes are not sold.
  expect(patternsOf(filing([option, { ...sold, transactionCode: "F" }]))).toEqual([[null, null]]);
});

test("restricted stock units that vest have the code of an exercise, but cost nothing", () => {
  const vested = { ...exercised, pricePerShare: "0" };
  expect(patternsOf(filing([vested, sold]))).toEqual([[null, null]]);
  expect(patternsOf(filing([{ ...exercised, pricePerShare: null }, sold]))).toEqual([[null, null]]);
  expect(patternsOf(filing([vested, exercised, sold]))).toEqual([[null, BOTH, BOTH]]);
});

test("a date after the report is a typing error, and forms none", () => {
  const rows = [exercised, sold].map((row) => ({ ...row, transactionDate: "2042-05-10" }));
  expect(patternsOf(filing(rows))).toEqual([[null, null]]);
});

test("a row that an amendment replaces forms none, and the one that replaces it does", () => {
  const of = { periodOfReport: DAY };
  const amends = { ...of, documentType: "4/A", dateOfOriginalSubmission: "2024-05-14" };
  const original = filing([sold], ["2"], "2024-05-14", of);
  const amendment = filing([{ ...sold, pricePerShare: "11" }], ["2"], "2024-05-20", amends);
  const exercise = filing([exercised]);
  expect(patternsOf(exercise, original)).toEqual([[BOTH], [BOTH]]);
  expect(patternsOf(exercise, original, amendment)).toEqual([[BOTH], [null], [BOTH]]);
});

const owned = { directOrIndirect: "D", securityTitle: "Common Stock" };
const gave = (date: string, shares: string, held: string, more: object = {}) => ({
  ...sold,
  ...owned,
  transactionCode: "G",
  transactionDate: date,
  transactionShares: shares,
  sharesOwnedFollowing: held,
  ...more,
});
const moved = (code: string, letter: "A" | "D", date: string, shares: string, held: string, more: object = {}) =>
  gave(date, shares, held, { transactionCode: code, acquiredDisposedCode: letter, ...more });
const onOwn = (row: Rows[number]) => filing([row], ["2"], String((row as { transactionDate: string }).transactionDate));
const FALL = "gift-before-fall";

test("a gift comes before a fall if more shares of the holding go than come within 90 days after it", () => {
  const gift = () => onOwn(gave("2024-01-10", "100", "900"));
  expect(patternsOf(gift(), onOwn(moved("S", "D", "2024-04-09", "50", "850")))).toEqual([[FALL], [null]]);
  // January 10 to April 10 is 91 days: 21 of January, 29 of February, 31 of March, 10 of April.
  expect(patternsOf(gift(), onOwn(moved("S", "D", "2024-04-10", "50", "850")))).toEqual([[null], [null]]);
  expect(
    patternsOf(
      gift(),
      onOwn(moved("S", "D", "2024-02-01", "50", "850")),
      onOwn(moved("A", "A", "2024-02-02", "50", "900")),
    ),
  ).toEqual([[null], [null], [null]]);
});

test("other gifts, sales on the day itself or before, and sales of another holding are no fall", () => {
  const gift = () => onOwn(gave("2024-01-10", "100", "900"));
  expect(patternsOf(gift(), onOwn(gave("2024-02-01", "50", "850")))).toEqual([[null], [null]]);
  expect(patternsOf(gift(), onOwn(moved("S", "D", "2024-01-10", "50", "850")))).toEqual([[null], [null]]);
  expect(patternsOf(onOwn(moved("S", "D", "2024-01-05", "50", "1000")), gift())).toEqual([[null], [null]]);
  const ofTrust = { directOrIndirect: "I", natureOfOwnership: "By Trust" };
  expect(patternsOf(gift(), onOwn(moved("S", "D", "2024-02-01", "50", "300", ofTrust)))).toEqual([[null], [null]]);
});

test("without the number of shares of each transaction we do not know whether the holding fell", () => {
  const gift = onOwn(gave("2024-01-10", "100", "900"));
  const sale = onOwn(moved("S", "D", "2024-02-01", "50", "850"));
  const grant = onOwn(
    gave("2024-02-02", "", "900", { transactionCode: "A", acquiredDisposedCode: "A", transactionShares: null }),
  );
  expect(patternsOf(gift, sale, grant)).toEqual([[null], [null], [null]]);
});

test("a gift that was received is none", () => {
  const received = onOwn(moved("G", "A", "2024-01-10", "100", "1100"));
  expect(patternsOf(received, onOwn(moved("S", "D", "2024-02-01", "50", "1050")))).toEqual([[null], [null]]);
});

test("a date after the report is a typing error: neither such a gift nor such a sale is compared", () => {
  const early = (row: Rows[number]) => filing([row], ["2"], "2024-01-12");
  expect(
    patternsOf(early(gave("2024-11-10", "100", "900")), onOwn(moved("S", "D", "2024-12-02", "50", "850"))),
  ).toEqual([[null], [null]]);
  expect(
    patternsOf(onOwn(gave("2024-01-10", "100", "900")), early(moved("S", "D", "2024-02-01", "50", "850"))),
  ).toEqual([[null], [null]]);
});
