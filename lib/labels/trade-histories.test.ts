import { expect, test } from "vitest";
import { attachDerived } from "@/testing/attach-derived";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";

type Rows = Parameters<typeof entryForTest>[0];

const bought = { transactionCode: "P", acquiredDisposedCode: "A", transactionShares: "100", pricePerShare: "10" };
const sold = { ...bought, transactionCode: "S", acquiredDisposedCode: "D" };

const filing = (day: string, rows: Rows, owners: (string | null)[] = ["2"], more: object = {}) =>
  entryForTest(rows, {
    accessionNumber: `0000000001-${day.slice(2, 4)}-00${day.slice(5, 7)}${day.slice(8, 10)}`,
    filingDate: day,
    orderedAt: `${day}T21:00:00.000Z`,
    owners: owners.map((cik) => ownerForTest({ cik })),
    ...more,
  });

/** Of the first row of each filing. */
const historiesOf = (...entries: ReturnType<typeof filing>[]) =>
  attachDerived(entries).map(({ derived }) => derived.rows["I-1"]?.history ?? null);

const inMay = (year: number, row: Rows[number] = sold, owners?: string[]) =>
  filing(`${year}-05-12`, [{ ...row, transactionDate: `${year}-05-10` }], owners);

test("a sale in November after sales in May of the three years before is routine", () => {
  const histories = historiesOf(
    inMay(2021),
    inMay(2022),
    inMay(2023),
    filing("2024-11-06", [{ ...sold, transactionDate: "2024-11-04" }]),
  );
  expect(histories.map((history) => history?.label)).toEqual([
    "unclassified",
    "unclassified",
    "unclassified",
    "routine",
  ]);
  expect(histories[3]).toEqual({ label: "routine", routineMonths: [5], isFirst: false, isFirstInTwoYears: false });
});

test("purchases and sales count alike; other codes, derivatives and rows whose letter contradicts the code do not", () => {
  const label = (row: Rows[number]) => historiesOf(inMay(2021), inMay(2022, row), inMay(2023), inMay(2024))[3]?.label;
  expect(label(bought)).toBe("routine");
  expect(label({ ...sold, transactionCode: "F" })).toBe("unclassified");
  expect(label({ ...sold, tableNumber: "II" })).toBe("unclassified");
  expect(label({ ...sold, acquiredDisposedCode: "A" })).toBe("unclassified");
});

test("rows that are not current market trades have no label", () => {
  expect(historiesOf(inMay(2024, { ...sold, transactionCode: "G" }))).toEqual([null]);
  expect(historiesOf(inMay(2024, { ...sold, acquiredDisposedCode: null }))).toEqual([null]);
});

test("a price in another currency, and one that is missing, do not matter", () => {
  const inPounds = {
    ...inMay(2021, { ...sold, pricePerShare: ["10", "F1"] }),
    notes: { F1: "The price is in British pounds sterling." },
  };
  const entries = attachDerived([inPounds, inMay(2022, { ...sold, pricePerShare: null }), inMay(2023), inMay(2024)]);
  expect(entries[0]?.derived.rows["I-1"]?.trade?.currency).toBe("GBP");
  expect(entries[3]?.derived.rows["I-1"]?.history?.label).toBe("routine");
});

test("a date after the report, or of another century, is a typing error: no label, and it is not the first purchase", () => {
  const histories = historiesOf(
    filing("2024-03-05", [{ ...bought, transactionDate: "0204-03-04" }]),
    filing("2024-03-06", [{ ...bought, transactionDate: "2042-03-04" }]),
    filing("2024-03-07", [{ ...bought, transactionDate: "2024-03-05" }]),
  );
  expect(histories).toEqual([
    null,
    null,
    { label: "unclassified", routineMonths: [], isFirst: true, isFirstInTwoYears: true },
  ]);
});

test("every row of the day of the first purchase is a first purchase; sales before it do not matter", () => {
  const entries = attachDerived([
    filing("2024-02-05", [{ ...sold, transactionDate: "2024-02-02" }]),
    filing("2024-03-06", [
      { ...bought, transactionDate: "2024-03-04" },
      { ...bought, transactionDate: "2024-03-04", pricePerShare: "11" },
      { ...bought, transactionDate: "2024-03-05" },
    ]),
  ]);
  const isFirst = entries.map(({ derived }) => Object.values(derived.rows).map(({ history }) => history?.isFirst));
  expect(isFirst).toEqual([[false], [true, true, false]]);
});

test("the first purchase is the earliest by trade date, even if it is reported last", () => {
  const histories = historiesOf(
    filing("2024-06-05", [{ ...bought, transactionDate: "2024-06-03" }]),
    filing("2024-09-05", [{ ...bought, transactionDate: "2024-01-15" }]),
  );
  expect(histories.map((history) => history?.isFirst)).toEqual([false, true]);
});

test("a joint purchase is a first one only if none of the owners bought before", () => {
  const alone = filing("2024-01-17", [{ ...bought, transactionDate: "2024-01-15" }], ["2"]);
  const joint = filing("2024-06-05", [{ ...bought, transactionDate: "2024-06-03" }], ["2", "3"]);
  const other = filing("2024-07-05", [{ ...bought, transactionDate: "2024-07-03" }], ["3"]);
  expect(historiesOf(alone, joint, other).map((history) => history?.isFirst)).toEqual([true, false, false]);
  expect(historiesOf(joint).map((history) => history?.isFirst)).toEqual([true]);
});

test("a purchase is the first in two years if the last one was made two years earlier to the day, but not a day later", () => {
  const inTurn = (...days: string[]) =>
    historiesOf(...days.map((day) => filing(day, [{ ...bought, transactionDate: day }]))).map((history) => [
      history?.isFirst,
      history?.isFirstInTwoYears,
    ]);
  expect(inTurn("2022-06-10", "2024-06-10", "2024-06-11")).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
  expect(inTurn("2022-06-11", "2024-06-10")[1]).toEqual([false, false]);
  expect(inTurn("2022-02-28", "2024-02-29")[1]).toEqual([false, true]);
  expect(inTurn("2022-03-01", "2024-02-29")[1]).toEqual([false, false]);
});

test("a joint purchase is the first in two years only if none of the owners bought in them", () => {
  const of = (day: string, owners: string[]) => filing(day, [{ ...bought, transactionDate: day }], owners);
  const histories = historiesOf(
    of("2020-06-10", ["2"]),
    of("2023-06-12", ["3"]),
    of("2024-06-10", ["2", "3"]),
    of("2027-06-10", ["2", "3"]),
  );
  expect(histories.map((history) => history?.isFirstInTwoYears)).toEqual([true, true, false, true]);
});

test("labels are of each owner: what joint filers sold earlier does not make a newcomer's own sale routine", () => {
  const histories = historiesOf(
    inMay(2021, sold, ["2", "3"]),
    inMay(2022, sold, ["2", "3"]),
    inMay(2023, sold, ["2", "3", "4"]),
    filing("2024-05-13", [{ ...sold, transactionDate: "2024-05-10" }], ["4"]),
    filing("2024-05-14", [{ ...sold, transactionDate: "2024-05-10" }], ["2", "4"]),
  );
  expect(histories.slice(3).map((history) => history?.label)).toEqual(["unclassified", "routine"]);
});

test("an owner without a CIK cannot be followed", () => {
  expect(historiesOf(filing("2024-05-14", [{ ...sold, transactionDate: "2024-05-10" }], [null]))).toEqual([null]);
});

test("a sale that an amendment restates counts once, with the amended date, and is known since it was first reported", () => {
  const original = filing("2023-12-20", [{ ...sold, transactionDate: "2023-12-18" }], ["2"], {
    periodOfReport: "2023-12-18",
  });
  const amendment = (date: string) =>
    filing("2024-02-01", [{ ...sold, transactionDate: date }], ["2"], {
      documentType: "4/A",
      dateOfOriginalSubmission: "2023-12-20",
      periodOfReport: "2023-12-18",
    });
  const others = [inMay(2021), filing("2021-12-06", [{ ...sold, transactionDate: "2021-12-02" }])];
  const before = filing("2022-12-06", [{ ...sold, transactionDate: "2022-12-02" }]);
  const now = inMay(2024);
  const histories = historiesOf(...others, before, original, amendment("2023-12-18"), now);
  expect(histories[3]).toBeNull();
  expect(histories[4]?.label).toBe("unclassified");
  expect(histories[5]).toEqual({ label: "routine", routineMonths: [12], isFirst: false, isFirstInTwoYears: false });
});
