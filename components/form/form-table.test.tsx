import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { NotesInPlace } from "@/components/notes/notes-in-place";
import type { BalanceCheck } from "@/lib/record/balance-check";
import { NOTHING_DERIVED, type TradeReading } from "@/lib/record/derived-filing";
import { rowId } from "@/lib/record/reported-row";
import { rowNotes } from "@/lib/record/row-in-filing";
import { rowForTest } from "@/testing/row-for-test";
import type { FormRow } from "./form-row";
import { FormTable } from "./form-table";
import { TableTotals } from "./table-totals";

type Short = Parameters<typeof rowForTest>[0];

const formRow = (short: Short, other: Partial<FormRow> = {}): FormRow => {
  const { row } = rowForTest(short);
  return {
    id: rowId(row),
    row,
    derived: NOTHING_DERIVED,
    unread: new Set(),
    marks: new Map(),
    check: null,
    underPlan: false,
    hasExercisePrice: false,
    otherSide: null,
    priorAt: null,
    reasonAt: null,
    replacedBy: null,
    reports: [],
    lateness: null,
    notes: rowNotes(row).map((id) => ({ id, text: `The words of ${id}.` })),
    ...other,
  };
};

const table = (rows: FormRow[], form = "4") =>
  renderToStaticMarkup(
    <NotesInPlace notes={{}} here="0000000001-25-000001">
      <FormTable table={rows[0]?.row.tableNumber ?? "I"} form={form} caption="Table" rows={rows} />
    </NotesInPlace>,
  );

/** The text of the cell with this label. */
const cell = (html: string, label: string): string => {
  const [, inner = "no such cell"] =
    new RegExp(`data-label="${label.replace(/[()]/g, "\\$&")}"[^>]*>(.*?)</t[dh]>`).exec(html) ?? [];
  return inner
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
};

const HERE = {
  accessionNumber: "0000000001-25-000001",
  documentType: "4",
  filedAt: null,
  filingDate: "2013-07-15",
  periodOfReport: null,
};
const OTHER = { ...HERE, accessionNumber: "0000000001-25-000002", documentType: "4/A", filingDate: "2013-07-18" };

/** The text of the line below a row. */
const remark = (html: string): string =>
  (/class="remark-row".*?<td[^>]*colspan[^>]*>(.*?)<\/td>/i.exec(html)?.[1] ?? "no remark")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const sale: Short = {
  line: 2,
  transactionCode: "S",
  transactionDate: "2013-07-15",
  transactionShares: "5688",
  acquiredDisposedCode: "D",
  pricePerShare: ["39.0616", "F3"],
  sharesOwnedFollowing: "161889",
};

describe("a row of Table I", () => {
  it("shows the filed value first, and below it what we derive: 5,688 × 39.0616 = $222,182", () => {
    const html = table([formRow(sale)]);
    expect(cell(html, "4 Amount")).toBe("5,688");
    expect(cell(html, "4 Price")).toBe("$ 39.0616 3 = $222,182");
    expect(cell(html, "4 (A) or (D)")).toBe("D disposed");
    expect(cell(html, "3 Code")).toMatch(/^S Sale .* open market or private$/);
    expect(html).toContain('id="I-2"');
    expect(html).toContain("<noscript><details");
    expect(html).toContain("The words of F3.");
    expect(html).toContain("Not reported: columns 2A, V and 7");
  });

  it("shows no dollars if a footnote states another currency: 5,688 × 39.0616 = CAD 222,182", () => {
    const trade: TradeReading = { plan: null, currency: "CAD", price: null, covers: [] };
    const html = table([formRow(sale, { derived: { ...NOTHING_DERIVED, trade } })]);
    expect(cell(html, "4 Price")).toBe("CAD 39.0616 3 = CAD 222,182");
  });

  it("shows every footnote at its cell, including those of the code and of the row", () => {
    const html = table([
      formRow({
        ...sale,
        transactionCodingFootnotes: ["F1"],
        rowFootnotes: ["F9"],
        timeliness: [null, "F5"],
        pricePerShare: [null, "F2", "F3"],
      }),
    ]);
    expect(cell(html, "3 Code")).toMatch(/ 1 open market or private$/);
    expect(cell(html, "4 Price")).toBe("see footnote 2 3");
    expect(cell(html, "3 V")).toBe("see footnote 5");
    for (const id of ["F1", "F2", "F3", "F5", "F9"]) expect(html).toContain(`href="#${id}"`);
  });

  it("prints K for an equity swap, and V if a Form 4 reports early what belonged on Form 5", () => {
    const html = table([formRow({ ...sale, timeliness: "E" }), formRow({ ...sale, line: 3, timeliness: "L" })]);
    expect(cell(html, "3 V")).toBe("V (E) reported early");
    expect(html).toContain("reported late");
    const swap = formRow(sale);
    swap.row = { ...swap.row, equitySwapInvolved: true, transactionFormType: "5" };
    const other = table([swap]);
    expect(cell(other, "3 Code")).toContain("K equity swap");
    expect(cell(other, "3 V")).toBe("V reported early");
  });

  it("distinguishes zero, not reported and unread", () => {
    const html = table([
      formRow(
        { ...sale, pricePerShare: "0", sharesOwnedFollowing: null },
        { unread: new Set(["sharesOwnedFollowing"]) },
      ),
    ]);
    expect(cell(html, "4 Price")).toBe("$0");
    expect(cell(html, "2A Deemed execution")).toBe("— not reported");
    expect(cell(html, "5 Owned following")).toBe("unread");
  });

  it("shows text that is not a number as filed", () => {
    expect(cell(table([formRow({ ...sale, transactionShares: "about 5,000" })]), "4 Amount")).toBe("about 5,000");
  });

  it("states a value if the form gives no number of shares", () => {
    const html = table([
      formRow({
        ...sale,
        transactionShares: null,
        transactionTotalValue: "30430000.00",
        sharesOwnedFollowing: null,
        valueOwnedFollowing: "0",
      }),
    ]);
    expect(cell(html, "4 Amount")).toBe("$ 30,430,000.00 total value");
    expect(cell(html, "5 Owned following")).toBe("$0 value owned");
  });

  it("checks a balance against the previous one: a tick, or the difference and the footnote that may explain it", () => {
    const check = (of: Partial<BalanceCheck>): BalanceCheck => ({
      state: "consistent",
      expected: "161889",
      reported: "161889",
      difference: "0",
      reason: null,
      missing: null,
      prior: { balance: "167577", accessionNumber: "0000000001-25-000001", row: "I-1" },
      ...of,
    });
    const agrees = table([formRow(sale, { check: check({}) })]);
    expect(cell(agrees, "5 Owned following")).toBe("161,889 167,577 − 5,688 = 161,889 agrees");
    const differs = table([
      formRow(
        { ...sale, sharesOwnedFollowing: ["162301", "F4"] },
        {
          check: check({ state: "gap", reported: "162301", difference: "412" }),
        },
      ),
    ]);
    expect(cell(differs, "5 Owned following")).toBe(
      "162,301 4 167,577 − 5,688 = 161,889 +412 we found no reason in footnote 4",
    );
    const gap = check({ state: "gap", reported: "162301", difference: "412" });
    expect(cell(table([formRow(sale, { check: gap })]), "5 Owned following")).toContain("no filing explains it");
    const bare = check({ state: "not_comparable", expected: null, difference: null, missing: "rows between" });
    expect(cell(table([formRow(sale, { check: bare })]), "5 Owned following")).toBe(
      "161,889 not comparable: a row between them states no balance",
    );
  });

  it("quotes the reason for a difference below the row, with a link to the footnote", () => {
    const html = table([
      formRow(sale, {
        check: {
          state: "gap",
          expected: "161889",
          reported: "162301",
          difference: "412",
          missing: null,
          prior: { balance: "167577", accessionNumber: HERE.accessionNumber, row: "I-1" },
          reason: {
            kind: "employee plan",
            words: "Includes 412 shares acquired under the ESPP.",
            from: `${HERE.accessionNumber}#F4`,
          },
        },
        reasonAt: { filing: HERE, isHere: true, at: "F4" },
      }),
    ]);
    expect(remark(html)).toBe(
      "+412 from an employee plan, exempt from reporting: Includes 412 shares acquired under the ESPP. ( footnote 4 )",
    );
    expect(html).toContain('class="gap-value nowrap" href="#F4"');
    expect(cell(html, "5 Owned following")).not.toContain("explains");
  });

  it("links the row that replaced it, and the report with which the trade is counted", () => {
    const html = table([
      formRow(sale, {
        derived: { ...NOTHING_DERIVED, supersededBy: `${OTHER.accessionNumber}#I-1` },
        replacedBy: { filing: OTHER, isHere: false, at: "I-1" },
        reports: [{ filing: OTHER, names: ["Harrow Street Partners LP"], row: "I-3", isCounted: true, link: null }],
      }),
    ]);
    expect(html).toContain('class="row is-superseded"');
    expect(remark(html)).toBe(
      "Replaced by row I·1 of Form 4/A filed July 18, 2013 . It is not in any list, chart or total. " +
        "Counted once with Form 4/A of Harrow Street Partners LP, filed July 18, 2013 .",
    );
    expect(html).toContain(`href="/filings/${OTHER.accessionNumber}#I-3"`);
  });

  it("says how many business days after the trade it was filed, and highlights a late filing", () => {
    const late = { days: 11, due: "2013-07-17", late: true, countedFrom: "transactionDate" } as const;
    const html = table([formRow(sale, { lateness: late })]);
    expect(cell(html, "2 Transaction date")).toBe(
      "2013-07-15 +11 days Filed 11 business days after the trade; was due 2013-07-17",
    );
    expect(html).toContain('class="lag is-late"');
  });

  it("leaves cells blank that cannot apply to a holding", () => {
    const html = table([formRow({ line: 1, kind: "holding", sharesOwnedFollowing: "200" })]);
    expect(cell(html, "4 Amount")).toBe("");
    expect(cell(html, "3 Code")).toBe("Holding");
    expect(html).toContain("Not reported: column 7");
  });
});

describe("a row of Table II", () => {
  const option: Short = {
    tableNumber: "II",
    transactionCode: "M",
    transactionShares: "13200",
    acquiredDisposedCode: "D",
    securityTitle: "Stock Option",
  };

  it("shows the number under (A) or (D), according to its letter", () => {
    const html = table([formRow(option)]);
    expect(cell(html, "5 (A)")).toBe("");
    expect(cell(html, "5 (D)")).toBe("13,200");
  });

  it("spans both columns if the letter is unread, and says so", () => {
    const html = table([
      formRow({ ...option, acquiredDisposedCode: null }, { unread: new Set(["acquiredDisposedCode"]) }),
    ]);
    expect(cell(html, "5 (A)")).toBe("13,200 unread (A) or (D)");
    expect(html).not.toContain('data-label="5 (D)"');
  });
});

describe("the columns of each form", () => {
  const holding = formRow({ line: 1, kind: "holding", sharesOwnedFollowing: "57864" });

  it("Form 3 numbers its columns differently, and Form 5 has no column V", () => {
    expect(cell(table([holding], "3"), "2 Amount owned")).toBe("57,864");
    expect(table([formRow(sale)], "5")).not.toContain('data-label="3 V"');
    expect(table([formRow(sale)], "4")).toContain('data-label="3 V"');
  });

  it("Form 5 says that a row belonged on a Form 4, and that it is late", () => {
    const late = formRow({ ...sale, timeliness: "L" });
    late.row = { ...late.row, transactionFormType: "4" };
    expect(cell(table([late], "5"), "3 Code")).toMatch(
      /a Form 4 transaction, reported on Form 5 timeliness L \(late\)$/,
    );
  });

  it("a transaction on a Form 3 is shown in the columns of Form 4", () => {
    expect(cell(table([formRow(sale)], "3"), "4 Amount")).toBe("5,688");
  });
});

describe("the sums below a table", () => {
  const moved = (line: number, acquiredDisposedCode: string, transactionCode = "G") =>
    formRow({ line, transactionCode, acquiredDisposedCode, transactionShares: "500", transactionDate: "2025-06-10" });
  const sums = (rows: FormRow[]) =>
    renderToStaticMarkup(<TableTotals rows={rows} />)
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim();

  it("say what was acquired and what was disposed of, if a code has both", () => {
    expect(sums([moved(1, "D"), moved(2, "D"), moved(3, "A"), moved(4, "A")])).toBe(
      "Sums Gift, disposed: 2 rows, 1,000 shares Gift, acquired: 2 rows, 1,000 shares",
    );
    expect(sums([moved(1, "D"), moved(2, "D")])).toBe("Sums Gift: 2 rows, 1,000 shares");
  });

  it("leave out implausible and replaced rows, and rows in another currency, and say how many of each", () => {
    const sold = (line: number, other: Partial<FormRow> = {}) =>
      formRow({ ...sale, line, transactionShares: "100", pricePerShare: "10" }, other);
    const derived = (of: Partial<FormRow["derived"]>) => ({ derived: { ...NOTHING_DERIVED, ...of } });
    const trade: TradeReading = { plan: null, currency: "CAD", price: null, covers: [] };
    const comparedWith = { amount: "10", times: "100", trades: null, footnoteId: "F1" };
    const rows = [
      sold(1),
      sold(2),
      sold(
        3,
        derived({ implausible: { field: "pricePerShare", reason: "stated total", cause: "total", comparedWith } }),
      ),
      sold(4, derived({ trade })),
      sold(5, derived({ supersededBy: "0000000001-25-000002#I-5" })),
    ];
    // 2 × 100 × 10
    expect(sums(rows)).toBe(
      "Sums Sale: 2 rows, 200 shares, $2,000 Sums leave out 1 row with an implausible price, 1 row with a price in another currency, 1 row replaced by an amendment",
    );
  });
});
