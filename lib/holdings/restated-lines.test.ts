import { describe, expect, test } from "vitest";
import { derivedRows } from "@/testing/derived-rows-for-test";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { derivativeLadder } from "./derivative-ladder";
import { heldSecurities } from "./held-securities";
import { lastBalances } from "./last-balances";

type Row = Parameters<typeof rowForTest>[0];

/** Holdings on one filing a year, each with the note that names its holder. */
const filing = (year: number, held: (Row & { note: string })[], owners = ["2"]) => {
  const day = `${year}-06-10`;
  const notes = Object.fromEntries(held.map(({ note }, index) => [`F${index + 1}`, note]));
  const of = seriesFilingForTest({
    accessionNumber: `0000000001-${String(year).slice(2)}-000001`,
    filingDate: day,
    periodOfReport: day,
    orderedAt: `${day}T21:00:00.000Z`,
    owners,
    notes,
  });
  return held.map(({ note: _note, ...row }, index) =>
    rowForTest(
      {
        line: index + 1,
        kind: "holding",
        securityTitle: "Class A Common Stock",
        directOrIndirect: "I",
        natureOfOwnership: ["See Footnote", `F${index + 1}`],
        ...row,
      },
      of,
    ),
  );
};

const heldBy = (name: string, more = "") => `These shares are held of record by ${name}.${more}`;

const heldOf = (...filings: ReturnType<typeof filing>[]) =>
  heldSecurities(lastBalances(derivedRows(filings.flat())), []);

describe("a line whose note is reworded", () => {
  const owner = " The Reporting Person is its sole owner.";

  test("is not counted again: 34,260 held, not 97,851 + 34,260", () => {
    const [held] = heldOf(
      filing(2020, [{ note: heldBy("Rivendell 7 LLC"), sharesOwnedFollowing: "97851" }]),
      filing(2024, [{ note: heldBy("Rivendell 7 LLC", owner), sharesOwnedFollowing: "34260" }]),
    );
    expect(held).toMatchObject({ total: "34260", from: "2024-06-10", to: "2024-06-10" });
    expect(held?.restated.map(({ balance, laterReport }) => ({ balance, laterReport }))).toEqual([
      { balance: "97851", laterReport: { filing: "0000000001-24-000001", row: "I-1", isUncertain: false } },
    ]);
  });

  test("is closed by a later zero of the same holder: nothing is held", () => {
    const [held] = heldOf(
      filing(2020, [{ note: heldBy("FF4 Investment LLC"), sharesOwnedFollowing: "241" }]),
      filing(2023, [{ note: heldBy("FF4 Investment LLC", owner), sharesOwnedFollowing: "0" }]),
    );
    expect(held).toMatchObject({ total: "0", parts: [] });
    expect(held?.restated.map(({ balance }) => balance)).toEqual(["241"]);
  });

  test("is left out, as possibly the same, if the later name only goes on to say whose account it is: 341", () => {
    const [held] = heldOf(
      filing(2012, [{ note: heldBy("Tamarack Trust Company FBO Ann Marsh"), sharesOwnedFollowing: "391" }]),
      filing(2013, [{ note: heldBy("Tamarack Trust Company FBO Ann Marsh Roth IRA"), sharesOwnedFollowing: "341" }]),
    );
    expect(held?.total).toBe("341");
    expect(held?.restated[0]?.laterReport?.isUncertain).toBe(true);
  });
});

describe("both lines count", () => {
  const both = (one: ReturnType<typeof filing>, other: ReturnType<typeof filing>) =>
    heldOf(one, other).map(({ total }) => total);
  const old = (name: string) => filing(2020, [{ note: heldBy(name), sharesOwnedFollowing: "100" }]);
  const now = (name: string, more: Row = {}) =>
    filing(2021, [{ note: heldBy(name, " As trustee."), sharesOwnedFollowing: "30", ...more }]);

  test("of two holders whose names begin alike: 100 + 30 = 130", () => {
    expect(both(old("Harrow Partners LLC"), now("Harrow Partners II LLC"))).toEqual(["130"]);
  });

  test("of two securities of one holder", () => {
    expect(both(old("Marsh LLC"), now("Marsh LLC", { securityTitle: "Class B Common Stock" }))).toEqual(["30", "100"]);
  });

  test("if one filing reported both", () => {
    const side = filing(2020, [
      { note: heldBy("Marsh LLC"), sharesOwnedFollowing: "100" },
      { note: heldBy("Marsh LLC", " These are unvested."), sharesOwnedFollowing: "30" },
    ]);
    const later = filing(2021, [{ note: heldBy("Marsh LLC", " These are unvested."), sharesOwnedFollowing: "20" }]);
    expect(both(side, later)).toEqual(["120"]);
  });
});

describe("in Table II", () => {
  const derivative = (year: number, balance: string, note: string, more: Row = {}) =>
    filing(year, [
      {
        note,
        tableNumber: "II",
        securityTitle: "Class B Common Stock",
        directOrIndirect: "D",
        natureOfOwnership: null,
        conversionOrExercisePrice: [null, "F1"],
        expirationDate: [null, "F1"],
        underlyingSecurityTitle: "Class A Common Stock",
        sharesOwnedFollowing: balance,
        ...more,
      },
    ]);
  const ladder = (...filings: ReturnType<typeof filing>[]) => {
    const rows = derivedRows(filings.flat());
    return derivativeLadder(rows, lastBalances(rows), "2026-11-29");
  };

  test("a class of shares is one holding, however its conversion is described: 2,368 held, not 5,600", () => {
    const { totals, restated } = ladder(
      derivative(2012, "3232", "Convertible at any time."),
      derivative(2013, "2368", "Convertible at any time, and upon transfer."),
    );
    expect(totals).toMatchObject([{ total: "2368", lines: 1 }]);
    expect(restated.map(({ balance, laterReport }) => [balance, laterReport])).toEqual([
      ["3232", { filing: "0000000001-13-000001", row: "II-1", isUncertain: false }],
    ]);
  });

  test("of a filing, the row that converts all of what an earlier row leaves closes it: nothing is held", () => {
    const move = (line: number, code: string, moved: string, left: string) =>
      ({
        line,
        kind: "transaction",
        transactionCode: code,
        transactionDate: "2021-11-03",
        transactionShares: moved,
        acquiredDisposedCode: "D",
        tableNumber: "II",
        securityTitle: "Class B Ordinary Shares",
        sharesOwnedFollowing: left,
      }) as const;
    const [forfeited, converted] = filing(2021, [
      { ...move(1, "D", "17434", "6883"), note: heldBy("Marsh LLC"), conversionOrExercisePrice: [null, "F1"] },
      {
        ...move(2, "M", "6883", "0"),
        note: heldBy("Marsh LLC", " They convert at once."),
        conversionOrExercisePrice: [null, "F2"],
      },
    ]);
    const { open, restated } = ladder([forfeited, converted].flatMap((row) => row ?? []));
    expect(open).toEqual([]);
    expect(restated.map(({ balance }) => balance)).toEqual(["6883"]);
  });

  test("a grant of 201 after which 15,487 units are owned includes the 14,544 of before, as far as we can tell", () => {
    const units = { securityTitle: "Restricted Stock Units" };
    const granted = (year: number, shares: string, balance: string) =>
      derivative(year, balance, `Granted in ${year}.`, {
        ...units,
        kind: "transaction",
        transactionCode: "A",
        transactionDate: `${year}-06-10`,
        acquiredDisposedCode: "A",
        transactionShares: shares,
      });
    expect(ladder(granted(2023, "300", "14544"), granted(2024, "201", "15487")).totals).toMatchObject([
      { total: "15487" },
    ]);
    // A grant of which all units are new says nothing about earlier ones.
    expect(ladder(granted(2023, "300", "14544"), granted(2024, "201", "201")).totals).toMatchObject([
      { total: "14745" },
    ]);
  });

  test("each grant of units is a holding of its own: 3,232 + 2,368 = 5,600", () => {
    const units = { securityTitle: "Restricted Stock Units" };
    const { totals } = ladder(
      derivative(2012, "3232", "Vests in 2014.", units),
      derivative(2013, "2368", "Vests in 2015.", units),
    );
    expect(totals).toMatchObject([{ total: "5600", lines: 2 }]);
  });
});
