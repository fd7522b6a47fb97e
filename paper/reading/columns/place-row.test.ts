import { describe, expect, it } from "vitest";
import { placeRow, unitsOf } from "./place-row";
import type { ColumnSpan } from "./place-words";
import { typedWords } from "./words-of-line";

const KINDS = [
  "text",
  "date",
  "date",
  "code",
  "flag",
  "number",
  "acquiredDisposed",
  "price",
  "number",
  "directIndirect",
  "text",
] as const;
const NAMES = ["title", "date", "deemed", "code", "v", "amount", "ad", "price", "owned", "di", "nature"];
/** Columns of ten characters each, except for a wider title. */
const SPANS: ColumnSpan[] = KINDS.map((kind, column) => ({
  kind,
  from: column === 0 ? 0 : 20 + column * 10,
  to: column === KINDS.length - 1 ? 10_000 : 30 + column * 10,
}));

function placed(...lines: string[]) {
  const units = lines.flatMap((text, at) => unitsOf(typedWords({ text, page: 1, line: at + 1 }), at));
  return placeRow(units, SPANS).map(({ unit, column, rivals }) => [
    unit.words.map((word) => word.text).join(" "),
    rivals.length > 0 ? "?" : NAMES[column],
  ]);
}

describe("the words of a row", () => {
  it("are in the form's order, even if only single spaces separate two columns", () => {
    expect(
      placed(
        "Common Stock                    07/15/2013                    S                   13,200 D    $ 27.99   154,377   D",
      ),
    ).toEqual([
      ["Common Stock", "title"],
      ["07/15/2013", "date"],
      ["S", "code"],
      ["13,200", "amount"],
      ["D", "ad"],
      ["$ 27.99", "price"],
      ["154,377", "owned"],
      ["D", "di"],
    ]);
  });

  it("have their only date in the column of the transaction date, however far the line drifts", () => {
    expect(placed("Common Stock                              07/15/2013     S")).toContainEqual(["07/15/2013", "date"]);
  });

  it("keep footnote marks with the text before them", () => {
    expect(placed(`${" ".repeat(112)}I       By Trust (3)`)).toContainEqual(["By Trust (3)", "nature"]);
  });
});
