import { describe, expect, it } from "vitest";
import { sourceLines, sourceText } from "@/paper/text/source-lines";
import { orderFreeRows } from "./order-free-rows";
import { onlyParting } from "./parse-rows";
import { tableBlocks } from "./read-ordered-table";
import { TABLE_I_ROWS } from "./row-patterns";
import { isSecurityTitle } from "./security-title";
import { tokensOf } from "./table-tokens";

const tokens = (text: string) =>
  tableBlocks(sourceLines(sourceText(text))).flatMap((block, at) => tokensOf(block, at, () => true));

const texts = (text: string) =>
  tokens(text).map(({ kind, cell }) => `${kind} ${cell.text}${cell.marks.map((mark) => `(${mark})`).join("")}`);

/** Blocks of text, parted by blank lines. */
const blocks = (...parts: string[]) => parts.join("\n\n");

describe("texts of a table", () => {
  it("keeps what a cell wrapped together, and a mark at its end apart", () => {
    expect(texts("By SVF\nII\nBeaver\n(DE)\nLLC (3)")).toEqual(["words By SVF II Beaver (DE) LLC(3)"]);
  });

  it("puts a price that was broken behind its $ together, on whatever line the balance stands", () => {
    expect(texts("$\n66.903 37,565")).toEqual(["price $ 66.903", "number 37,565"]);
    expect(texts("$\n15,711.8844 (1)\n18.14")).toEqual(["price $ 18.14", "number 15,711.8844(1)"]);
  });

  it("does not say which of two numbers on a line is the price where both are whole", () => {
    expect(texts("$\n80 26,470")).toEqual(["price $", "number 80", "number 26,470"]);
  });

  it("passes over headings, but not a lone number or the last word of a title", () => {
    expect(texts(blocks("2. Transaction\nDate\n(Month/Day/Year)", "3", "Common 697,674\nShares"))).toEqual([
      "number 3",
      "words Common Shares",
      "number 697,674",
    ]);
  });
});

const TRADE = ["Common Stock", "09/12/2025", "P", "100 A", "$ 5.5", "1,100", "I", "By Trust"];

describe("rows of a table", () => {
  it("are parted where their texts came out in the form's order", () => {
    const rows = onlyParting(tokens(blocks(...TRADE, ...TRADE)), TABLE_I_ROWS);
    expect(rows?.map(({ slots }) => slots.length)).toEqual([9, 9]);
  });

  it("are not parted where a text is missing", () => {
    expect(onlyParting(tokens(blocks(...TRADE.slice(1), ...TRADE)), TABLE_I_ROWS)).toBeNull();
  });
});

describe("rows whose texts came out in any order", () => {
  const scattered = (...parts: string[]) => orderFreeRows(tokens(blocks(...parts)), isSecurityTitle);
  const columns = (amounts: string[], balances: string[]) => [
    ...["Common Stock", "Common Stock", "09/12/2025", "09/12/2025", "S", "S"],
    ...amounts,
    ...["D", "D", "$ 5", "$ 5"],
    ...balances,
    ...["D", "D"],
  ];

  it("have amounts and balances where these come out as sums", () => {
    const rows = scattered(...columns(["100", "40"], ["900", "860"]));
    expect(rows?.map(({ cells }) => [cells.amount?.text, cells.owned?.text])).toEqual([
      ["100", "900"],
      ["40", "860"],
    ]);
  });

  it("have none where they do not", () => {
    const rows = scattered(...columns(["100", "40"], ["900", "870"]));
    expect(rows?.map(({ cells }) => [cells.amount, cells.owned])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(rows?.map(({ cells }) => cells.code?.text)).toEqual(["S", "S"]);
  });

  it("cannot be told where the counts do not agree", () => {
    expect(scattered(...columns(["100"], ["900", "860"]))).toBeNull();
  });
});
