import { expect, test } from "vitest";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";
import { ownerSeats } from "./owner-seats";

const INGRID = ownerForTest({
  cik: "7",
  name: "Tollefsen Ingrid M",
  isDirector: true,
  isOfficer: null,
  officerTitle: null,
});
const FUND = ownerForTest({ cik: "8", isDirector: null, isTenPercentOwner: true, isOfficer: null, officerTitle: null });
const SALE = { transactionCode: "S", acquiredDisposedCode: "D", transactionShares: "100" };

type Rows = Parameters<typeof entryForTest>[0];
type Facts = NonNullable<Parameters<typeof entryForTest>[1]>;

const filing = (n: number, orderedAt: string, rows: Rows, facts: Facts = {}) =>
  entryForTest(rows, { accessionNumber: numberOf(n), orderedAt, owners: [INGRID], ...facts });
const numberOf = (n: number) => `0000000001-25-00000${n}`;
const seats = (entries: ReturnType<typeof filing>[], superseded: string[] = []) =>
  ownerSeats(entries, { supersededBy: new Map(superseded.map((key) => [key, "another"])) });

test("an owner has one seat: the newest filing, the first and the last instant, and how many there are", () => {
  const entries = [
    filing(2, "2025-06-12T21:00:00.000Z", []),
    filing(3, "2025-06-13T21:00:00.000Z", [], { owners: [FUND, INGRID] }),
    filing(1, "2025-05-12T21:00:00.000Z", []),
  ];
  const [ingrid, fund] = seats(entries);
  expect(ingrid).toMatchObject({ cik: "7", accessionNumber: numberOf(3), position: 2, filings: 3, role: "Director" });
  expect([ingrid?.firstAt, ingrid?.lastAt]).toEqual(["2025-05-12T21:00:00.000Z", "2025-06-13T21:00:00.000Z"]);
  expect(fund).toMatchObject({ cik: "8", accessionNumber: numberOf(3), position: 1, filings: 1, role: "10% owner" });
});

test("takes the spellings of the owner's name from the 20 newest filings, and ignores other signers", () => {
  const signed = (n: number, ...signatures: string[]) => ({
    ...filing(n, `2025-06-${10 + n}T21:00:00.000Z`, []),
    signatures,
  });
  expect(
    seats([
      signed(1, "/s/ Ingrid M. Tollefsen"),
      signed(2, "/s/ Chidi Abara, attorney-in-fact"),
      signed(3, "/s/ Ingrid Tollefsen", "/s/ Theo Vance"),
      signed(4, "/s/ Ingrid Tollefsen"),
    ])[0]?.signed,
  ).toEqual(["/s/ Ingrid Tollefsen", "/s/ Ingrid M. Tollefsen"]);
  const many = Array.from({ length: 20 }, (_, n) => ({
    ...filing(2, `2025-07-${10 + n}T21:00:00.000Z`, []),
    signatures: ["/s/ Chidi Abara"],
  }));
  expect(seats([signed(1, "/s/ Ingrid M. Tollefsen"), ...many])[0]?.signed).toEqual([]);
});

test("of filings at one instant, the one with the highest accession number is the newest", () => {
  const at = "2025-06-12T21:00:00.000Z";
  expect(seats([filing(2, at, []), filing(1, at, [])])[0]?.accessionNumber).toBe(numberOf(2));
});

test("an owner without a CIK has no seat, and one who is named twice on a filing has one", () => {
  const owners = [ownerForTest({ cik: null }), INGRID, INGRID];
  expect(seats([filing(1, "2025-06-12T21:00:00.000Z", [], { owners })])).toMatchObject([
    { cik: "7", position: 2, filings: 1 },
  ]);
});

test("an owner has left if any filing of the newest day, in New York, has the exit box checked", () => {
  const exit = { notSubjectToSection16: true };
  const [noon, evening] = ["2025-06-12T16:00:00.000Z", "2025-06-13T02:00:00.000Z"];
  expect(seats([filing(1, noon, [], exit), filing(2, evening, [])])[0]?.hasLeft).toBe(true);
  expect(seats([filing(1, noon, [], exit), filing(2, "2025-06-13T05:00:00.000Z", [])])[0]?.hasLeft).toBe(false);
});

test("the newest trade has the latest date, whichever filing reports it, and is not one that an amendment restates", () => {
  const late = filing(3, "2025-07-12T21:00:00.000Z", [{ ...SALE, transactionDate: "2025-01-10" }]);
  const entries = () => [
    filing(1, "2025-06-12T21:00:00.000Z", [
      { ...SALE, transactionDate: "2025-06-10" },
      { ...SALE, transactionDate: "2025-06-10" },
      { ...SALE, transactionDate: "2025-06-09" },
    ]),
    late,
  ];
  expect(seats(entries())[0]?.trade).toBe(`${numberOf(1)}#I-2`);
  expect(seats(entries(), [`${numberOf(1)}#I-2`])[0]?.trade).toBe(`${numberOf(1)}#I-1`);
  expect(seats([late])[0]?.trade).toBe(`${numberOf(3)}#I-1`);
});

test("a trade that is dated after its filing, a typing error, is as new as the filing", () => {
  const typo = filing(1, "2024-06-06T21:00:00.000Z", [{ ...SALE, transactionDate: "2042-06-05" }]);
  const newer = filing(2, "2025-06-12T21:00:00.000Z", [{ ...SALE, transactionDate: "2025-06-10" }]);
  const older = filing(3, "2025-07-12T21:00:00.000Z", [{ ...SALE, transactionDate: "2024-06-03" }]);
  expect(seats([typo, newer])[0]?.trade).toBe(`${numberOf(2)}#I-1`);
  expect(seats([typo, older])[0]?.trade).toBe(`${numberOf(1)}#I-1`);
});

test("a trade without a date comes after all that have one, and a holding is no trade", () => {
  const undated = filing(2, "2025-07-12T21:00:00.000Z", [{ ...SALE, transactionDate: null }]);
  const dated = filing(1, "2025-06-12T21:00:00.000Z", [{ ...SALE, transactionDate: "2025-06-10" }]);
  const holding = filing(3, "2025-08-12T21:00:00.000Z", [{ kind: "holding" }]);
  expect(seats([undated, dated])[0]?.trade).toBe(`${numberOf(1)}#I-1`);
  expect(seats([undated])[0]?.trade).toBe(`${numberOf(2)}#I-1`);
  expect(seats([holding])[0]?.trade).toBeNull();
});
