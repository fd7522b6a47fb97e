import { describe, expect, it } from "vitest";
import { sourceLines, sourceText } from "@/paper/text/source-lines";
import { readOrderedTableI, readOrderedTableII } from "./read-ordered-table";

/** Blocks of text, parted by blank lines. */
const linesOf = (...blocks: string[]) => sourceLines(sourceText(blocks.join("\n\n")));
const repeated = (text: string, times: number) => Array.from({ length: times }, () => text);
const tableI = (...blocks: string[]) => readOrderedTableI(linesOf(...blocks), "4", []).rows ?? [];
const tableII = (...blocks: string[]) => readOrderedTableII(linesOf(...blocks), "4", []).rows ?? [];

describe("trades whose columns came out one after the other", () => {
  const SALES = [...repeated("Common Stock", 6), ...repeated("S", 6)];

  it("are those of two owners where each balance goes on one of two series, and natures and prices agree with these and with the days", () => {
    const rows = tableI(
      ...SALES,
      ...["04/04/2024", "04/04/2024", "04/05/2024", "04/05/2024", "04/08/2024", "04/08/2024"],
      ...["100 D", "7 D", "200 D", "8 D", "300 D", "9 D"],
      ...["$ 5.5", "$ 5.5", "$ 6.5", "$ 6.5", "$ 7.5", "$ 7.5"],
      ...["9,000", "500", "8,800", "492", "8,500", "483"],
      ...repeated("I", 6),
      ...["By Fund", "By Trust", "By Fund", "By Trust", "By Fund", "By Trust"],
    );
    expect(rows.map(({ cells }) => `${cells.amount?.text} ${cells.owned?.text} ${cells.nature?.text}`)).toEqual([
      "100 9,000 By Fund",
      "7 500 By Trust",
      "200 8,800 By Fund",
      "8 492 By Trust",
      "300 8,500 By Fund",
      "9 483 By Trust",
    ]);
    expect(rows.map(({ cells }) => cells.price?.text)).toEqual(["$ 5.5", "$ 5.5", "$ 6.5", "$ 6.5", "$ 7.5", "$ 7.5"]);
    // No sum tells which of the two series begins in the first row.
    expect(rows.map(({ cells }) => cells.owned?.doubt !== undefined)).toEqual([true, true, false, false, false, false]);
  });

  it("have their balances by the sums where these came out of order", () => {
    const rows = tableI(
      ...repeated("Common Stock", 4),
      ...repeated("S", 4),
      ...repeated("04/04/2024", 4),
      ...["10 D", "20 D", "30 D", "40 D"],
      ...["$ 5.5\n900", "$ 5.4\n850", "$ 5.3\n810", "$ 5.2\n880"],
      ...repeated("D", 4),
    );
    expect(rows.map(({ cells }) => cells.owned?.text)).toEqual(["900", "880", "850", "810"]);
  });

  it("are unread where no sum parts amounts from balances", () => {
    const rows = tableI(
      ...repeated("Common Stock", 3),
      ...repeated("S", 3),
      ...repeated("04/04/2024", 3),
      ...["10", "20", "30", "900", "777", "666"],
      ...repeated("D", 6),
    );
    expect(rows.some(({ cells }) => cells.amount !== undefined || cells.owned !== undefined)).toBe(false);
  });
});

describe("rights that came out together", () => {
  const AROUND = [
    "Series A Preferred Stock",
    "(1)",
    "09/22/2020",
    "C",
    "5",
    "(1)",
    "(1)",
    "Common Stock",
    "5",
    "$0",
    "0",
    "I",
    "By Fund",
  ];

  it("are rows below their titles", () => {
    const [title, ...rest] = AROUND;
    const rows = tableII(...repeated(title ?? "", 2), ...rest, ...rest.map((text) => (text === "5" ? "6" : text)));
    expect(rows.map(({ cells }) => `${cells.securityTitle?.text} ${cells.underlyingShares?.text}`)).toEqual([
      "Series A Preferred Stock 5",
      "Series A Preferred Stock 6",
    ]);
  });

  it("are told column by column where amounts and what underlies are the same in the same order", () => {
    const columns = AROUND.flatMap((text) => (text === "5" ? ["5", "6"] : [text, text]));
    const told = tableII(...columns, ...AROUND);
    expect(told.map(({ cells }) => `${cells.amountOfEither?.text} ${cells.underlyingShares?.text}`)).toEqual([
      "5 5",
      "6 6",
      "5 5",
    ]);
    const swapped = [...columns];
    swapped.splice(columns.lastIndexOf("5"), 2, "6", "5");
    const untold = tableII(...swapped, ...AROUND);
    expect(untold.slice(0, 2).some(({ cells }) => cells.underlyingShares !== undefined)).toBe(false);
  });
});
