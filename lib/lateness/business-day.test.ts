import { describe, expect, it } from "vitest";
import { addBusinessDays, businessDaysBetween, nextBusinessDay } from "./business-day";

const none = new Set<string>();
const between = (from: string, to: string) => businessDaysBetween(from, to, none);

describe("business days between two dates", () => {
  it("count the day after the first as 1", () => {
    expect(between("2025-06-10", "2025-06-10")).toBe(0);
    expect(between("2025-06-10", "2025-06-11")).toBe(1);
    expect(between("2025-06-10", "2025-06-12")).toBe(2);
    expect(between("2025-06-12", "2025-06-10")).toBe(-2);
  });

  it("leave out weekends", () => {
    expect(between("2025-06-06", "2025-06-09")).toBe(1);
    expect(between("2025-06-07", "2025-06-08")).toBe(0);
    expect(between("2025-06-07", "2025-06-10")).toBe(2);
  });

  it("count Good Friday, when exchanges are closed but EDGAR is open", () => {
    expect(between("2025-04-17", "2025-04-21")).toBe(2);
  });

  it("leave out Thanksgiving but count the day after it", () => {
    expect(between("2025-11-26", "2025-11-28")).toBe(1);
    expect(between("2025-11-26", "2025-12-01")).toBe(2);
  });

  it("leave out Juneteenth from 2021", () => {
    expect(between("2020-06-18", "2020-06-19")).toBe(1);
    expect(between("2021-06-17", "2021-06-21")).toBe(1);
    expect(between("2024-06-18", "2024-06-20")).toBe(1);
  });

  it("leave out a New Year's Day observed on December 31", () => {
    expect(between("2021-12-30", "2022-01-03")).toBe(1);
    expect(between("2022-12-30", "2023-01-03")).toBe(1);
  });

  it("leave out days on which only EDGAR was closed, both known and given", () => {
    expect(between("2018-12-04", "2018-12-06")).toBe(1);
    expect(between("2019-12-23", "2019-12-26")).toBe(1);
    expect(between("2020-12-23", "2020-12-28")).toBe(1);
    expect(between("2025-01-08", "2025-01-10")).toBe(1);
    expect(businessDaysBetween("2027-03-02", "2027-03-04", new Set(["2027-03-03"]))).toBe(1);
  });

  it("count the days of a government shutdown", () => {
    expect(between("2018-12-31", "2019-01-04")).toBe(3);
    expect(between("2025-10-01", "2025-10-10")).toBe(7);
  });

  it("are unknown for text that is not a date", () => {
    expect(between("2025-02-30", "2025-03-03")).toBeNull();
    expect(between("0202-06-10", "2025-03-03")).toBeNull();
  });
});

describe("a business day", () => {
  it("is found a number of business days after another", () => {
    expect(addBusinessDays("2025-06-10", 2, none)).toBe("2025-06-12");
    expect(addBusinessDays("2025-11-26", 2, none)).toBe("2025-12-01");
    expect(addBusinessDays("2025-06-07", 2, none)).toBe("2025-06-10");
    expect(addBusinessDays("2199-12-31", 1, none)).toBeNull();
  });

  it("is the day itself, or else the next one", () => {
    expect(nextBusinessDay("2025-02-14", none)).toBe("2025-02-14");
    expect(nextBusinessDay("2025-02-15", none)).toBe("2025-02-18");
    expect(nextBusinessDay("2021-06-18", none)).toBe("2021-06-21");
    expect(nextBusinessDay("1900-01-01", none)).toBe("1900-01-02");
  });
});
