import { describe, expect, it } from "vitest";
import { rowForTest, seriesFilingForTest } from "@/testing/row-for-test";
import { holdingChains } from "./holding-chains";
import { securityName, vehicleText } from "./holding-line";
import { inTime } from "./in-time";

const filing = (number: number, notes: Record<string, string> = {}, periodOfReport = `2024-0${number}-01`) =>
  seriesFilingForTest({ accessionNumber: `0000000001-24-00000${number}`, periodOfReport, notes });

const textOf = ({ row, filing: { notes } }: Parameters<typeof holdingChains>[0][number]) => vehicleText(row, notes);

const balances = (rows: Parameters<typeof holdingChains>[0]) =>
  holdingChains(inTime(rows)).map((chain) => chain.rows.map(({ row }) => row.sharesOwnedFollowing.value).join(" "));

const holding = (line: number, balance: string, nature: string | [string | null, ...string[]], from = filing(1)) =>
  rowForTest(
    { kind: "holding", line, sharesOwnedFollowing: balance, directOrIndirect: "I", natureOfOwnership: nature },
    from,
  );

describe("vehicles", () => {
  it("distinguishes four holdings that all say “See footnote” by their notes", () => {
    const notes = { F4: "Held by A LLC.", F5: "Held by B LLC.", F6: "Held by C LP.", F7: "Held by D Trust." };
    const rows = ["F4", "F5", "F6", "F7"].map((id, index) =>
      holding(index + 1, `${index + 1}00`, ["See footnote", id], filing(1, notes)),
    );
    expect(balances(rows)).toEqual(["100", "200", "300", "400"]);
  });

  it("follows a vehicle whose note has another number in the next filing", () => {
    const first = holding(1, "100", ["See Footnote", "F4"], filing(1, { F4: "Held by A LLC." }));
    const next = holding(1, "150", ["See footnote.", "F1"], filing(2, { F1: "Held by  A LLC" }));
    expect(balances([next, first])).toEqual(["100 150"]);
  });

  it("uses the notes too if one nature occurs twice in a filing: two trusts, both “By Trust”", () => {
    const notes = { F1: "The Elm Trust.", F2: "The Oak Trust." };
    const rows = [1, 2].flatMap((month) => [
      holding(1, `${month}00`, ["By Trust", "F1"], filing(month, notes)),
      holding(2, `${month}000`, ["By Trust", "F2"], filing(month, notes)),
    ]);
    expect(balances(rows)).toEqual(["100 200", "1000 2000"]);
  });

  it("reads “By Family Trust”, “by the family trust” and “Family Trust.” as one", () => {
    const rows = ["By Family Trust", "by the family trust", "Family Trust."].map((nature, index) =>
      holding(1, `${index + 1}`, nature, filing(index + 1)),
    );
    expect(balances(rows)).toEqual(["1 2 3"]);
  });

  it("continues a line under a new name if the balance follows exactly: 1,000 less 250 is 750", () => {
    const before = holding(1, "1000", "Fund IV, L.P.", filing(1));
    const sale = rowForTest(
      {
        transactionCode: "S",
        transactionDate: "2024-02-01",
        transactionShares: "250",
        acquiredDisposedCode: "D",
        sharesOwnedFollowing: "750",
        directOrIndirect: "I",
        natureOfOwnership: "Growth Fund IV",
      },
      filing(2),
    );
    expect(balances([before, sale])).toEqual(["1000 750"]);
  });

  it("begins another line under a new name if the balance does not follow", () => {
    expect(balances([holding(1, "1000", "Fund IV"), holding(1, "900", "Fund V", filing(2))])).toEqual(["1000", "900"]);
  });

  it("shows the nature as filed, or the note if the nature only cites it", () => {
    expect(textOf(holding(1, "1", "By spouse"))).toBe("By spouse");
    expect(textOf(holding(1, "1", ["See footnotes (1) and (2)", "F1"], filing(1, { F1: "Held by A." })))).toBe(
      "Held by A.",
    );
    expect(textOf(rowForTest({ sharesOwnedFollowing: "1" }))).toBeNull();
  });
});

describe("securities", () => {
  it.each([
    "Common Stock",
    "COMMON STOCK",
    "Common Stock, $0.01 par value",
    "Common Stock, par value $.01 per share",
    "Common  Stock, $0.10 par value per share",
  ])("takes “%s” for common stock", (title) => expect(securityName(title)).toBe("common stock"));

  it("keeps classes and series apart", () => {
    const names = [
      "Class A Common Stock",
      "Class B Common Stock",
      "Series C-1 Preferred Stock",
      "Series C-2 Preferred Stock",
    ];
    expect(new Set(names.map(securityName)).size).toBe(4);
  });
});

describe("derivatives", () => {
  const grant = (
    line: number,
    price: string | [null, string],
    ends: string | null,
    note: string | null,
    balance: string,
  ) =>
    rowForTest(
      {
        tableNumber: "II",
        kind: "holding",
        line,
        securityTitle: "Stock Option",
        conversionOrExercisePrice: price,
        expirationDate: ends,
        exerciseDate: note === null ? null : [null, note],
        sharesOwnedFollowing: balance,
      },
      filing(1, { F1: "Vests from 2022.", F2: "Vests from 2023." }),
    );

  it("are lines by exercise price and expiry", () => {
    const rows = [
      grant(1, "6.36", "2030-01-01", null, "5"),
      grant(2, "6.360", "2030-01-01", null, "4"),
      grant(3, "7", "2030-01-01", null, "3"),
    ];
    expect(balances(rows)).toEqual(["5 4", "3"]);
  });

  it("without either are distinguished by the note instead of their dates", () => {
    const rows = [grant(1, [null, "F1"], null, "F1", "5"), grant(2, [null, "F1"], null, "F2", "4")];
    expect(balances(rows)).toEqual(["5", "4"]);
  });
});

it("orders by trade date, then filing, then line; a holding counts at its filing's period", () => {
  const trade = (transactionDate: string, line: number, balance: string, number: number) =>
    rowForTest({ transactionCode: "P", transactionDate, line, sharesOwnedFollowing: balance }, filing(number));
  const rows = [
    trade("2024-03-02", 2, "4", 3),
    trade("2024-03-02", 1, "3", 3),
    trade("2024-01-05", 1, "1", 4),
    rowForTest({ kind: "holding", sharesOwnedFollowing: "2" }, filing(2)),
  ];
  expect(balances(rows)).toEqual(["1 2 3 4"]);
});

it("omits rows that report a value instead of shares", () => {
  expect(balances([rowForTest({ tableNumber: "II", valueOwnedFollowing: "30430000" })])).toEqual([]);
});
