import { describe, expect, test } from "vitest";
import { parseDataSetDate, parseFootnoteList, readCell, unwrapCell } from "@/lib/dataset/data-set-cell";

describe("a cell of the SEC's data sets", () => {
  test("is quoted as in CSV only if it begins and ends with a quote and doubles each inner one", () => {
    expect(unwrapCell('"Restricted Stock Units (""RSU"")"')).toBe('Restricted Stock Units ("RSU")');
    expect(unwrapCell('"By Trust"')).toBe("By Trust");
    expect(unwrapCell('""')).toBe("");
    expect(unwrapCell('"A" and "B"')).toBe('"A" and "B"');
    expect(unwrapCell('5" pipe')).toBe('5" pipe');
    expect(unwrapCell('"')).toBe('"');
    expect(unwrapCell('"half')).toBe('"half');
  });

  test("prints dates as DD-MON-YYYY; a day that does not exist is not a date", () => {
    expect(parseDataSetDate("12-SEP-2024")).toBe("2024-09-12");
    expect(parseDataSetDate("29-feb-2024")).toBe("2024-02-29");
    expect(parseDataSetDate("29-FEB-2023")).toBeNull();
    expect(parseDataSetDate("12-XXX-2024")).toBeNull();
    expect(readCell("31-JUN-2024", "date")).toEqual({
      value: null,
      spelling: "31-JUN-2024",
      problem: "is not a calendar date",
    });
  });

  test("lists several footnotes", () => {
    expect(parseFootnoteList("F1, F2")).toEqual(["F1", "F2"]);
    expect(parseFootnoteList("F10")).toEqual(["F10"]);
    expect(readCell("", "notes").value).toBeNull();
  });

  test("keeps a number as printed, and expands one in scientific notation", () => {
    expect(readCell("26.8", "decimal")).toEqual({ value: "26.8" });
    expect(readCell("53487.0", "decimal")).toEqual({ value: "53487.0" });
    expect(readCell("3.6E10", "decimal")).toEqual({ value: "36000000000", spelling: "3.6E10" });
    expect(readCell("1,000", "decimal")).toMatchObject({ value: "1000", spelling: "1,000" });
    expect(readCell("9E999999", "decimal").value).toBeNull();
  });

  test("is null if empty, and has no leading zeros in a CIK", () => {
    expect(readCell("", "text").value).toBeNull();
    expect(readCell("  ", "text").value).toBeNull();
    expect(readCell("0001604821", "cik")).toEqual({ value: "1604821" });
    expect(readCell("1604821", "cik")).toEqual({ value: "1604821" });
  });

  test("shows which boxes are ticked, in any of the SEC's spellings", () => {
    expect(readCell("1", "flag")).toEqual({ value: true });
    expect(readCell("false", "flag")).toEqual({ value: false, spelling: "false" });
    expect(readCell("maybe", "flag").problem).toBeDefined();
  });

  test("names an owner's relationships; those it does not name are unknown", () => {
    expect(readCell("Director,TenPercentOwner", "relationship").value).toMatchObject({
      isDirector: true,
      isTenPercentOwner: true,
      isOfficer: null,
      isOther: null,
    });
    expect(readCell("Director,Auditor", "relationship").problem).toContain("Auditor");
  });
});
