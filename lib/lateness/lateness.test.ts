import { describe, expect, it } from "vitest";
import { entryForTest } from "@/testing/entry-for-test";
import { filingLateness, rowDelays, rowLateness } from "./lateness";

type Rows = Parameters<typeof entryForTest>[0];
type Facts = NonNullable<Parameters<typeof entryForTest>[1]>;

const options = { restated: new Set<string>(), closures: new Set<string>() };
const of = (rows: Rows, facts: Facts, restated: string[] = []) =>
  filingLateness(entryForTest(rows, facts), { ...options, restated: new Set(restated) });

/** A sale on one day, reported on a Form 4 filed on another. */
const sale = (transactionDate: string, filingDate: string) =>
  of([{ transactionCode: "S", transactionDate, acquiredDisposedCode: "D" }], { filingDate });

describe("a Form 4", () => {
  it("is due on the second business day after the trade", () => {
    expect(sale("2025-06-10", "2025-06-10")).toEqual({ days: 0, due: "2025-06-12", late: false });
    expect(sale("2025-06-10", "2025-06-12")).toEqual({ days: 2, due: "2025-06-12", late: false });
    expect(sale("2025-06-10", "2025-06-13")).toEqual({ days: 3, due: "2025-06-12", late: true });
  });

  it("is due later if EDGAR is closed, but not if only exchanges are", () => {
    expect(sale("2025-04-17", "2025-04-21")).toEqual({ days: 2, due: "2025-04-21", late: false });
    expect(sale("2025-11-26", "2025-12-01")).toEqual({ days: 2, due: "2025-12-01", late: false });
    expect(sale("2021-06-17", "2021-06-22")).toEqual({ days: 2, due: "2021-06-22", late: false });
    expect(sale("2018-12-03", "2018-12-06")).toEqual({ days: 2, due: "2018-12-06", late: false });
    expect(sale("2021-12-30", "2022-01-04")).toEqual({ days: 2, due: "2022-01-04", late: false });
    expect(sale("2021-12-30", "2022-01-05")).toEqual({ days: 3, due: "2022-01-04", late: true });
  });

  it("is due later by a day without a daily index", () => {
    const entry = entryForTest([{ transactionCode: "S", transactionDate: "2027-03-02" }], { filingDate: "2027-03-05" });
    expect(filingLateness(entry, options)?.late).toBe(true);
    expect(filingLateness(entry, { ...options, closures: new Set(["2027-03-03"]) })).toEqual({
      days: 2,
      due: "2027-03-05",
      late: false,
    });
  });

  it("counts from a deemed execution date, unless the trade came after it", () => {
    const deemed = (deemedExecutionDate: string) => {
      const entry = entryForTest([{ transactionCode: "S", transactionDate: "2025-06-02", deemedExecutionDate }], {
        filingDate: "2025-06-09",
      });
      return rowLateness(entry, options)["I-1"];
    };
    expect(deemed("2025-06-05")).toEqual({
      days: 2,
      due: "2025-06-09",
      late: false,
      countedFrom: "deemedExecutionDate",
    });
    expect(deemed("2025-05-29")).toEqual({ days: 5, due: "2025-06-04", late: true, countedFrom: "transactionDate" });
    expect(deemed("June 5")).toBeNull();
    expect(deemed("2025-06-10")).toBeNull();
  });

  it("is as late as its most overdue row", () => {
    const rows: Rows = [
      { transactionCode: "S", transactionDate: "2025-06-10" },
      { transactionCode: "S", transactionDate: "2025-06-04" },
      { transactionCode: "S", transactionDate: null },
      { kind: "holding" },
    ];
    const facts = { filingDate: "2025-06-12" };
    expect(of(rows, facts)).toEqual({ days: 6, due: "2025-06-06", late: true });
    const byRow = rowLateness(entryForTest(rows, facts), options);
    expect(Object.values(byRow).map((row) => row?.days ?? null)).toEqual([2, 6, null, null]);
  });

  it("goes by New York's day if only the instant of acceptance is known", () => {
    const rows: Rows = [{ transactionCode: "S", transactionDate: "2025-06-10" }];
    expect(of(rows, { filedAt: "2025-06-13T01:30:00.000Z" })?.days).toBe(2);
    expect(of(rows, {})).toBeNull();
  });

  it("is unknown for a trade after the filing, or on a day that does not exist", () => {
    expect(sale("2025-06-13", "2025-06-12")).toBeNull();
    expect(sale("0025-06-10", "2025-06-12")).toBeNull();
    expect(sale("2025-06-31", "2025-07-02")).toBeNull();
  });

  it("was due on the tenth of the next month before August 29, 2002", () => {
    expect(sale("2002-07-15", "2002-08-12")).toMatchObject({ due: "2002-08-12", late: false });
    expect(sale("2002-08-28", "2003-06-02")).toMatchObject({ due: "2002-09-10", late: true });
    expect(sale("2002-08-29", "2002-09-03")).toEqual({ days: 2, due: "2002-09-03", late: false });
    expect(sale("2001-12-03", "2003-06-02")).toMatchObject({ due: "2002-01-10", late: true });
    expect(of([{ transactionCode: "A", transactionDate: "2002-07-15" }], { filingDate: "2003-06-02" })).toBeNull();
  });

  it("does not count what could have waited for a Form 5", () => {
    const filingDate = "2025-06-30";
    const row = { transactionDate: "2025-03-03", acquiredDisposedCode: "A" };
    for (const transactionCode of ["G", "L", "W", "Z"]) {
      expect(of([{ ...row, transactionCode }], { filingDate }), transactionCode).toBeNull();
    }
    expect(of([{ ...row, transactionCode: "J", transactionFormType: "5" }], { filingDate })).toBeNull();
    expect(of([{ ...row, transactionCode: "J", timeliness: "E" }], { filingDate })).toBeNull();
    expect(of([{ ...row, transactionCode: "J", timeliness: "L" }], { filingDate })?.late).toBe(true);
  });

  it("has two days for a gift since February 27, 2023", () => {
    const gift = (transactionDate: string, filingDate: string) =>
      of([{ transactionCode: "G", transactionDate, acquiredDisposedCode: "D" }], { filingDate });
    expect(gift("2023-02-24", "2023-03-10")).toBeNull();
    expect(gift("2023-02-27", "2023-03-01")).toEqual({ days: 2, due: "2023-03-01", late: false });
    expect(gift("2023-02-27", "2023-03-02")).toEqual({ days: 3, due: "2023-03-01", late: true });
  });

  it("is unknown for an award that a note says was earned after its grant (0001494730-11-000002)", () => {
    const award = (note: string) => {
      const entry = entryForTest(
        [{ tableNumber: "II", transactionCode: "A", transactionDate: "2009-12-04", rowFootnotes: ["F1"] }],
        { filingDate: "2011-01-25" },
      );
      return filingLateness({ ...entry, notes: { F1: note } }, options);
    };
    expect(award("The board certified on January 21, 2011 that the first target was met.")).toBeNull();
    expect(award("Vests as targets are achieved.")).toEqual({ days: 284, due: "2009-12-08", late: true });
    expect(award("Granted under the plan adopted on January 21, 2011.")?.late).toBe(true);
    expect(award("Vests as targets are achieved by December 31, 2012.")?.late).toBe(true);
    expect(award("Earned as of December 31, 2010, at 90% of the target.")).toBeNull();
    // Vesting days, next to words that occur with every award.
    expect(award("Vested on January 21, 2011. The rest vests as performance goals are attained.")?.late).toBe(true);
    expect(award("Vested on January 21, 2011, as the committee determined; the conditions were satisfied.")?.late).toBe(
      true,
    );
    expect(award("Converts under the certificate of designation filed on January 21, 2011.")?.late).toBe(true);
  });

  it("is assumed only if the row implies it, when neither the document nor the row names the form", () => {
    const row = { transactionCode: "S", transactionDate: "2025-06-10" };
    const facts = { documentType: null, filingDate: "2025-06-12" };
    expect(of([row], facts)).toBeNull();
    expect(of([{ ...row, transactionFormType: "4" }], facts)?.days).toBe(2);
  });
});

describe("a Form 3", () => {
  const form3 = (periodOfReport: string | null, filingDate: string) =>
    of([{ kind: "holding" }], { documentType: "3", periodOfReport, filingDate });

  it("is due ten days after the event, or on the next business day", () => {
    expect(form3("2025-06-02", "2025-06-12")).toEqual({ days: 8, due: "2025-06-12", late: false });
    // The tenth day was a Sunday.
    expect(form3("2025-06-05", "2025-06-16")).toEqual({ days: 7, due: "2025-06-16", late: false });
    expect(form3("2025-06-05", "2025-06-17")).toEqual({ days: 8, due: "2025-06-16", late: true });
    // The tenth day was Juneteenth.
    expect(form3("2024-06-09", "2024-06-20")).toMatchObject({ due: "2024-06-20", late: false });
  });

  it("is unknown without a period, or with one after the filing", () => {
    expect(form3(null, "2025-06-17")).toBeNull();
    expect(form3("2025-06-18", "2025-06-17")).toBeNull();
  });

  it("is late as a whole, even without rows", () => {
    const facts = { documentType: "3", periodOfReport: "2025-06-05", filingDate: "2025-06-16" };
    expect(of([], facts)?.days).toBe(7);
    expect(rowLateness(entryForTest([{ kind: "holding" }], facts), options)).toEqual({ "I-1": null });
  });
});

describe("a Form 5", () => {
  const form5 = (row: Rows[number], filingDate: string, periodOfReport = "2024-12-31") =>
    of([{ transactionFormType: "5", acquiredDisposedCode: "A", ...row }], {
      documentType: "5",
      periodOfReport,
      filingDate,
    });

  it("is due 45 days after the fiscal year, or on the next business day", () => {
    const received = { transactionCode: "G", transactionDate: "2024-12-20" };
    expect(form5(received, "2025-02-14")).toEqual({ days: 36, due: "2025-02-14", late: false });
    expect(form5(received, "2025-02-18")).toEqual({ days: 37, due: "2025-02-14", late: true });
    // The 45th day, February 14, 2026, was a Saturday, and the following Monday was Washington's Birthday.
    expect(form5({ ...received, transactionDate: "2025-12-20" }, "2026-02-17", "2025-12-31")).toMatchObject({
      due: "2026-02-17",
      late: false,
    });
  });

  it("could include gifts until 2023 (0000899243-23-004992)", () => {
    const gift = { transactionCode: "G", acquiredDisposedCode: "D" };
    expect(form5({ ...gift, transactionDate: "2022-12-02" }, "2023-02-14", "2022-12-31")).toMatchObject({
      due: "2023-02-14",
      late: false,
    });
    expect(form5({ ...gift, transactionDate: "2024-11-04" }, "2025-02-14")).toMatchObject({
      due: "2024-11-06",
      late: true,
    });
  });

  it("applies the rule of Form 4 to late trades, and ignores late holdings", () => {
    const purchase = { transactionCode: "P", transactionDate: "2024-11-04" };
    expect(form5({ ...purchase, transactionFormType: "4" }, "2025-02-14")).toMatchObject({
      due: "2024-11-06",
      late: true,
    });
    expect(form5({ ...purchase, transactionFormType: "3" }, "2025-02-14")).toBeNull();
    expect(form5({ ...purchase, transactionCode: "L", transactionFormType: "4" }, "2025-02-14")).toBeNull();
  });

  it("is unknown for a trade outside its year, or if a trade's date is filed as the end of the year", () => {
    const small = { transactionCode: "L" };
    expect(form5({ ...small, transactionDate: "2025-01-10" }, "2025-02-14")).toBeNull();
    expect(form5({ ...small, transactionDate: "2023-12-22" }, "2025-02-14")).toBeNull();
    expect(form5({ ...small, transactionDate: "2024-12-18" }, "2025-02-14", "2024-12-18")).toBeNull();
    expect(form5({ ...small, transactionDate: "2024-12-31" }, "2025-02-14")?.due).toBe("2025-02-14");
  });
});

describe("an amendment", () => {
  it("is as late as what it adds, never as what it restates", () => {
    const rows: Rows = [
      { transactionCode: "S", transactionDate: "2025-05-01" },
      { transactionCode: "S", transactionDate: "2025-06-10" },
    ];
    const facts = { documentType: "4/A", filingDate: "2025-06-16" };
    expect(of(rows, facts, ["I-1"])).toEqual({ days: 4, due: "2025-06-12", late: true });
    expect(of(rows, facts, ["I-1", "I-2"])).toBeNull();
    const restated = new Set(["I-1"]);
    expect(rowLateness(entryForTest(rows, facts), { ...options, restated })["I-1"]).toBeNull();
  });

  it("to a Form 3 has no lateness unless it adds a holding", () => {
    const facts = { documentType: "3/A", periodOfReport: "2025-06-05", filingDate: "2025-07-01" };
    expect(of([{ kind: "holding" }], facts, ["I-1"])).toBeNull();
    expect(of([], facts)).toBeNull();
    expect(of([{ kind: "holding" }, { kind: "holding" }], facts, ["I-1"])).toMatchObject({ due: "2025-06-16" });
  });
});

describe("what is stored of the rows of a filing", () => {
  /** Filed on Friday, June 13: four business days after the first trade, two after the second. The third is a holding. */
  const facts = { documentType: "4", filingDate: "2025-06-13" };
  const entry = entryForTest(
    [
      { transactionCode: "S", transactionDate: "2025-06-09" },
      { transactionCode: "S", transactionDate: "2025-06-06", deemedExecutionDate: "2025-06-11" },
      { kind: "holding" },
    ],
    facts,
  );
  const none = { restated: new Set<string>(), closures: new Set<string>() };

  it("is each row with a due date, and whether days are counted from its deemed execution date", () => {
    expect(rowDelays(rowLateness(entry, none))).toEqual({
      "I-1": { days: 4, due: "2025-06-11" },
      "I-2": { days: 2, due: "2025-06-13", fromDeemedDate: true },
    });
  });

  it("leaves out rows that an amendment restates, and trades made before their owner had to report", () => {
    expect(Object.keys(rowDelays(rowLateness(entry, { ...none, restated: new Set(["I-1"]) })) ?? {})).toEqual(["I-2"]);
    expect(Object.keys(rowDelays(rowLateness(entry, { ...none, subjectSince: "2025-06-10" })) ?? {})).toEqual(["I-2"]);
    expect(rowDelays(rowLateness(entry, { ...none, subjectSince: "2025-06-12" }))).toBeNull();
  });
});
