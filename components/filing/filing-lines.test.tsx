import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { FormRow } from "@/components/form/form-row";
import { NOTHING_DERIVED, type TradeHistory } from "@/lib/record/derived-filing";
import { rowId } from "@/lib/record/reported-row";
import { holdingWalk } from "@/lib/series/holding-walk";
import { sumTrades } from "@/lib/series/trade-sums";
import { entryForTest, ownerForTest } from "@/testing/entry-for-test";
import { rowForTest } from "@/testing/row-for-test";
import { EventLinks } from "./event-links";
import { HistoryLine } from "./history-line";
import { LatenessLine } from "./lateness-line";
import { NeighbourLine } from "./neighbour-line";
import { PlanLine } from "./plan-line";
import { Standfirst } from "./standfirst";

const says = (element: React.ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const row = (short: Parameters<typeof rowForTest>[0], other: Partial<FormRow> = {}): FormRow => {
  const made = rowForTest(short).row;
  return {
    id: rowId(made),
    row: made,
    derived: NOTHING_DERIVED,
    unread: new Set(),
    marks: new Map(),
    check: null,
    priorAt: null,
    reasonAt: null,
    underPlan: false,
    hasExercisePrice: false,
    otherSide: null,
    replacedBy: null,
    reports: [],
    lateness: null,
    notes: [],
    ...other,
  };
};

describe("the plan line", () => {
  const plan = (props: Partial<Parameters<typeof PlanLine>[0]>) =>
    says(<PlanLine aff10b5One={null} hasNoBox={false} plans={[]} speakForAll notes={[]} {...props} />);
  const note = (footnoteId: string) => ({ anchor: footnoteId, footnoteId });
  const adopted = { adoptedOn: "2011-09-19", from: ["F1"], rows: ["I-2", "I-3"] };

  it("states the day of adoption, the footnote that gives it, and that the form had no box", () => {
    expect(plan({ hasNoBox: true, plans: [adopted], notes: [note("F1")] })).toBe(
      "Rule 10b5-1 plan Adopted September 19, 2011, as stated in footnote 1 . Forms filed before April 2023 have no 10b5-1 box.",
    );
  });

  it("says first that the box is checked", () => {
    expect(plan({ aff10b5One: true, plans: [{ adoptedOn: null, from: [], rows: ["I-1"] }] })).toBe(
      "Rule 10b5-1 plan Box checked: a transaction was made under a plan intended to satisfy the rule.",
    );
    expect(plan({ aff10b5One: true, plans: [adopted], notes: [note("F1")] })).toContain("Adopted September 19, 2011");
  });

  it("says that the box is not checked, and names a footnote that only mentions the rule", () => {
    expect(plan({ aff10b5One: false, notes: [note("F2")] })).toBe(
      "Rule 10b5-1 plan Box not checked. Footnote 2 mentions the rule.",
    );
    expect(plan({})).toBe("Rule 10b5-1 plan The 10b5-1 box was left blank.");
    expect(plan({ hasNoBox: true })).toBe("Rule 10b5-1 plan Forms filed before April 2023 have no 10b5-1 box.");
  });

  it("lists the rows of each plan if there are several, or if not every trade is under one", () => {
    expect(
      plan({
        aff10b5One: true,
        plans: [adopted, { adoptedOn: null, from: [null], rows: ["I-4"] }],
        speakForAll: false,
      }),
    ).toContain(
      "Adopted September 19, 2011 (rows I·2 and I·3 ), as stated in footnote 1 . Under a plan (row I·4 ), as stated in the remarks .",
    );
  });
});

describe("the timeliness line", () => {
  const { filing } = entryForTest([], { filingDate: "2013-07-17" });
  const sale = { transactionCode: "S", transactionDate: "2013-07-15" };
  const lateness = { days: 2, due: "2013-07-17", late: false };
  const late = { days: 11, due: "2013-07-17", late: true };

  it("says how long after the trade the filing was made, and when it was due", () => {
    expect(says(<LatenessLine filing={filing} lateness={lateness} rows={[row(sale)]} />)).toBe(
      "Timeliness Filed 2 business days after the trade, due July 17, 2013 .",
    );
  });

  it("highlights a late filing, names the row, and adds the filer's own mark", () => {
    const rows = [
      row(sale, { lateness: { ...lateness, days: 1, countedFrom: "transactionDate" } }),
      row({ ...sale, line: 2, timeliness: "L" }, { lateness: { ...late, countedFrom: "deemedExecutionDate" } }),
    ];
    const line = <LatenessLine filing={filing} lateness={late} rows={rows} />;
    expect(says(line)).toBe(
      "Timeliness Filed 11 business days after the deemed execution date , was due July 17, 2013 (row I·2 ). " +
        "The filer marked row I·2 as late (L).",
    );
    expect(renderToStaticMarkup(line)).toContain('<b class="is-overdue">');
  });

  it("says that the filing date is unknown, and nothing if nothing was due", () => {
    const unknown = { ...filing, filingDate: null };
    expect(says(<LatenessLine filing={unknown} lateness={null} rows={[row(sale)]} />)).toBe(
      "Timeliness We do not know the filing date, so we cannot tell whether this filing was on time.",
    );
    expect(says(<LatenessLine filing={filing} lateness={null} rows={[row(sale)]} />)).toBe("");
    expect(says(<LatenessLine filing={unknown} lateness={null} rows={[row({ kind: "holding" })]} />)).toBe("");
  });

  it("counts a Form 3 from its event", () => {
    const form3 = { ...filing, documentType: "3" };
    expect(says(<LatenessLine filing={form3} lateness={lateness} rows={[]} />)).toContain(
      "2 business days after the event",
    );
  });
});

describe("the line of earlier trades", () => {
  const trade = (line: number, date: string, history: TradeHistory | null) =>
    row(
      { line, transactionCode: "P", transactionDate: date, acquiredDisposedCode: "A" },
      { derived: { ...NOTHING_DERIVED, history } },
    );
  const routine: TradeHistory = { label: "routine", routineMonths: [5], isFirst: false, isFirstInTwoYears: false };
  const unclassified: TradeHistory = {
    label: "unclassified",
    routineMonths: [],
    isFirst: false,
    isFirstInTwoYears: false,
  };

  it("says once why all trades are routine", () => {
    const rows = [trade(1, "2024-05-06", routine), trade(2, "2024-05-07", routine), row({ line: 3, kind: "holding" })];
    expect(says(<HistoryLine rows={rows} owners={1} recordsSince={null} />)).toBe(
      "Earlier trades Routine: the owner traded in May of 2021, 2022 and 2023. How we classify trades",
    );
  });

  it("names the rows if they differ, and those of a first purchase", () => {
    const rows = [trade(1, "2024-12-30", { ...unclassified, isFirst: true }), trade(2, "2025-01-02", unclassified)];
    expect(says(<HistoryLine rows={rows} owners={2} recordsSince="2019-03-05" />)).toBe(
      "Earlier trades Unclassified: the owners’ trades in 2021, 2022 and 2023 lead to different labels, or to none (row I·1 ). " +
        "Unclassified: the owners’ trades in 2022, 2023 and 2024 lead to different labels, or to none (row I·2 ). " +
        "First purchase (row I·1 ) by any of the owners in this database, which begins in March 2019 for this issuer. How we classify trades",
    );
  });

  it("says nothing of filings without purchases and sales", () => {
    expect(says(<HistoryLine rows={[trade(1, "2024-12-30", null)]} owners={1} recordsSince={null} />)).toBe("");
  });
});

describe("the line of previous and next filings", () => {
  const ref = (n: number, filingDate: string, owners: string[]) => ({
    accessionNumber: `0001365555-13-00000${n}`,
    documentType: "4",
    filedAt: null,
    filingDate,
    periodOfReport: "2013-06-28",
    owners,
  });

  it("links the previous and next filings of one insider", () => {
    const line = (
      <NeighbourLine previous={[ref(1, "2013-07-01", ["2"])]} next={[]} names={{ "2": "Saxon Michael J" }} />
    );
    expect(says(line)).toBe(
      "Same insider, same issuer Previous: Form 4 for June 28, 2013, filed July 1, 2013 No later filing found",
    );
    expect(renderToStaticMarkup(line)).toContain('href="/filings/0001365555-13-000001" rel="prev"');
  });

  it("links those of each owner if there are several", () => {
    const names = { "2": "Saxon Michael J", "3": "Harrow Street Partners LP" };
    expect(
      says(
        <NeighbourLine
          previous={[ref(1, "2013-07-01", ["2", "3"])]}
          next={[ref(3, "2013-08-01", ["3"])]}
          names={names}
        />,
      ),
    ).toBe(
      "Same insiders, same issuer Previous: Form 4 for June 28, 2013, filed July 1, 2013 Next: Form 4 for June 28, 2013 of Harrow Street Partners LP, filed August 1, 2013",
    );
  });
});

describe("the same-trades line", () => {
  const filing = {
    accessionNumber: "0001365555-13-000002",
    documentType: "4",
    filedAt: null,
    filingDate: "2013-07-15",
    periodOfReport: null,
  };
  const report = { filing, names: ["Harrow Street Partners LP"], row: "I-1", isCounted: true };
  const here = "0001365555-13-000001";

  it("names the other filer, and the evidence that the trades are the same", () => {
    const link = { kind: "vehicle named", name: "HARROW", words: "Harrow Street", from: `${here}#F1` } as const;
    const rows = [row({ line: 1 }, { reports: [{ ...report, link }] }), row({ line: 2 })];
    expect(says(<EventLinks rows={rows} names={{}} accessionNumber={here} />)).toBe(
      "Same trades Form 4 of Harrow Street Partners LP, filed July 15, 2013 also reports row I·1 . Footnote 1 here names Harrow Street .",
    );
  });

  it("names an owner of both filings", () => {
    const link = { kind: "shared owner" as const, ciks: ["2"] };
    const rows = [row({ line: 1 }, { reports: [{ ...report, link }] })];
    expect(says(<EventLinks rows={rows} names={{ "2": "Saxon Michael J" }} accessionNumber={here} />)).toContain(
      "Both are by Saxon Michael J.",
    );
    expect(says(<EventLinks rows={rows} names={{ "2": "Roe, Inc." }} accessionNumber={here} />)).toMatch(
      /by Roe, Inc\.$/,
    );
    expect(says(<EventLinks rows={[row({})]} names={{}} accessionNumber={here} />)).toBe("");
  });
});

describe("what is owned afterwards", () => {
  const fund = (line: number, natureOfOwnership: string, sharesOwnedFollowing: string, price?: string) => ({
    line,
    pricePerShare: price,
    transactionCode: "S",
    transactionDate: "2024-11-12",
    acquiredDisposedCode: "D",
    transactionShares: "10",
    directOrIndirect: "I",
    natureOfOwnership,
    sharesOwnedFollowing,
  });
  const standfirst = (rows: Parameters<typeof rowForTest>[0][], filing: Parameters<typeof entryForTest>[1] = {}) =>
    says(
      <Standfirst
        filing={entryForTest(rows, filing).filing}
        sums={sumTrades(rows.map((of) => rowForTest(of)))}
        implausible={new Map()}
        exerciseCost={null}
        walk={holdingWalk(rows.map((of) => rowForTest(of)))}
        isIssuerUncertain={false}
      />,
    );

  it("is said of the only holding that changed", () => {
    expect(standfirst([fund(1, "By Fund I", "90")])).toContain(
      "This indirect holding afterwards: 90 , 10 (10.0%) less than before.",
    );
  });

  it("names the class if the same holder has another one in the filing: 90 of Class A and 500 of Class B", () => {
    const classB = { ...fund(2, "By Fund I", "500"), kind: "holding", securityTitle: "Class B Common Stock" } as const;
    const classA = { ...fund(1, "By Fund I", "90"), securityTitle: "Class A Common Stock" };
    const said = "This indirect holding of Class A Common Stock afterwards: 90 ";
    expect(standfirst([classA, classB])).toContain(said);
    expect(standfirst([classA, { ...classB, tableNumber: "II" }])).toContain(said);
    expect(standfirst([classA, { ...classB, natureOfOwnership: "By Fund II" }])).toContain(
      "This indirect holding afterwards: 90 ",
    );
  });

  it("names the holding if several changed, because one fund's shares are not those of all", () => {
    expect(standfirst([fund(1, "By Fund I", "90"), fund(2, "By Fund II", "40")])).toContain(
      "One of two holdings that changed, Common Stock held indirectly (By Fund I), afterwards: 90 , 10 (10.0%) less than before.",
    );
  });

  it("is the balance alone if the rows do not lead to it: 90 − 10 is 80, not 50", () => {
    expect(standfirst([fund(1, "By Fund I", "90"), fund(2, "By Fund I", "50")])).toMatch(/holding afterwards: 50 \.$/);
  });

  it("is not “0.0% less” after a small change", () => {
    expect(standfirst([fund(1, "By Fund I", "999990")])).toContain("999,990 , 10 (under 0.1%) less than before.");
  });

  it("comes after an amount that says of how many shares it is: 10 × $5 + 10 × $7 = $120", () => {
    expect(standfirst([fund(1, "By Fund I", "90", "5"), fund(2, "By Fund II", "40", "7")])).toContain(
      "At the prices reported, the 20 shares sold came to $120 .",
    );
    expect(standfirst([fund(1, "By Fund I", "90", "5")])).toContain("the shares sold came to $50 .");
  });

  it("comes after the title in the remarks, if the form points to them", () => {
    const owners = [ownerForTest({ isOfficer: true, officerTitle: "See Remarks" })];
    const title = { owners, remarks: "Chief Legal Officer and Secretary" };
    expect(standfirst([fund(1, "By Fund I", "90")], title)).toMatch(/^Chief Legal Officer and Secretary of Kestrel/);
    expect(standfirst([fund(1, "By Fund I", "90")], { owners })).toMatch(/^Officer of Kestrel/);
  });
});
