import { describe, expect, it } from "vitest";
import { COLUMN_KINDS, printedColumns, TRADE_COLUMNS } from "./form-columns";

describe("the columns that a form prints", () => {
  it("are 11 and 16 on a Form 4", () => {
    expect([printedColumns.I("4").length, printedColumns.II("4").length]).toEqual([11, 16]);
  });

  it("have no V on a Form 5", () => {
    expect([printedColumns.I("5").length, printedColumns.II("5").length]).toEqual([10, 15]);
    expect([...printedColumns.I("5"), ...printedColumns.II("5")]).not.toContain("v");
  });

  it("are 4 and 8 on a Form 3, none of them of a trade", () => {
    const columns = [...printedColumns.I("3"), ...printedColumns.II("3")];
    expect([printedColumns.I("3").length, printedColumns.II("3").length]).toEqual([4, 8]);
    expect(columns.filter((name) => TRADE_COLUMNS.includes(name) || name === "price")).toEqual([]);
  });

  it("are those of a Form 4 if the form's number is unknown, and each has a kind", () => {
    const columns = [...printedColumns.I(null), ...printedColumns.II(null)];
    expect(columns).toEqual([...printedColumns.I("4"), ...printedColumns.II("4")]);
    expect(columns.filter((name) => COLUMN_KINDS[name] === undefined)).toEqual([]);
  });
});
