import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ListColumn } from "@/lib/filters/list-columns";
import { NOTHING_DERIVED, type NoteFacts, type TradeReading, UNDERIVED_FILING } from "@/lib/record/derived-filing";
import type { FilingEntry } from "@/lib/record/filing";
import { jointFiling } from "@/testing/filing-for-test";
import { Screener } from "./screener";

const PLANNED: TradeReading = {
  plan: { state: "note", adoptedOn: "2025-01-06", footnoteId: "F1", words: "pursuant to a plan" },
  currency: null,
  price: null,
  covers: [],
};
const lateness = { days: 2, due: "2025-06-12", late: false, countedFrom: "transactionDate" } as const;

const entry: FilingEntry = {
  ...jointFiling(
    1,
    [["9900416", "TOLLEFSEN INGRID M"]],
    [
      { kind: "holding", sharesOwnedFollowing: "500", directOrIndirect: "I" },
      { transactionCode: "S", transactionDate: "2025-06-10", acquiredDisposedCode: "D", transactionShares: "10" },
      { transactionCode: "S", transactionDate: "2025-06-10", acquiredDisposedCode: "D", transactionShares: "20" },
    ],
  ),
  derived: { ...UNDERIVED_FILING, rows: { "I-2": { ...NOTHING_DERIVED, trade: PLANNED } } },
};

const NUMBER = entry.filing.accessionNumber;
const names = { "9900416 TOLLEFSEN INGRID M": "Ingrid M. Tollefsen" };

const textOf = (entries: FilingEntry[], columns?: readonly ListColumn[]) =>
  renderToStaticMarkup(
    <Screener
      entries={entries}
      caption="Latest filings"
      allRows
      marks={{ [NUMBER]: { "I-2": { lateness, event: null }, "I-3": { lateness, event: null } } }}
      columns={columns}
      extras={{
        names,
        months: {},
        industries: { [entry.filing.issuer.cik ?? ""]: { code: "3612", name: "Transformers" } },
      }}
    />,
  );

test("says on one line how old the plan of a sale was", () => {
  // 25 days of January, 28, 31, 30 and 31 of the months to May, and 10 of June.
  expect(textOf([entry])).toContain(">plan 155d</span>");
  expect(textOf([entry])).not.toContain("after its plan was adopted<");
});

test("shows the balance on a phone only if all rows are of one security and holder", () => {
  const held = (securityTitle: string, line: number) => ({
    line,
    kind: "holding" as const,
    securityTitle,
    sharesOwnedFollowing: "2300",
  });
  const holding = (rows: Parameters<typeof jointFiling>[2]) => ({
    ...jointFiling(1, [["9900416", "TOLLEFSEN INGRID M"]], rows),
    derived: UNDERIVED_FILING,
  });
  expect(textOf([holding([held("Ordinary Shares", 1)])])).toContain("Held after 2,300");
  expect(textOf([holding([held("Ordinary Shares", 1), held("ADS", 2)])])).not.toContain("Held after 2,300");
});

test("names an insider in reading order", () => {
  expect(textOf([entry])).toContain(">Ingrid M. Tollefsen</a>");
  expect(textOf([entry])).not.toContain("TOLLEFSEN");
});

test("lists the transactions of a filing and counts its holdings, unless there is nothing else", () => {
  expect(textOf([entry])).toContain("1 holding on the filing");
  expect(textOf([entry])).not.toContain("Holding<");
  const holdingsOnly = { ...entry, rows: entry.rows.slice(0, 1) };
  expect(textOf([holdingsOnly])).toContain("Holding<");
});

test("shows a lag that all rows of a filing share once", () => {
  expect(textOf([entry]).match(/aria-hidden="true">\+2d</g)).toHaveLength(1);
});

const fund: NoteFacts = new Map([
  ["F1", { holders: { value: [{ name: "Thornlea Fund II, L.P.", kind: "partnership", role: null }], spans: [] } }],
]);
type Row = Parameters<typeof jointFiling>[2][number];
const sold: Row = { transactionCode: "S", acquiredDisposedCode: "D", transactionShares: "10" };
const byFund: Row = { ...sold, directOrIndirect: "I", natureOfOwnership: ["See footnote", "F1"] };
const listed = (rows: Parameters<typeof jointFiling>[2]) =>
  textOf([
    { ...jointFiling(1, [["9900416", "TOLLEFSEN INGRID M"]], rows), derived: { ...UNDERIVED_FILING, facts: fund } },
  ]);

test("lets the holder lead if every row is the holder's", () => {
  const html = listed([byFund, byFund]);
  expect(html).toContain('<span class="name holder">Thornlea Fund II, L.P.</span>');
  expect(html).toMatch(/reported by <a class="quiet-link" href="[^"]*">Ingrid M. Tollefsen<\/a>/);
  expect(html.match(/Thornlea Fund II/g)).toHaveLength(1);
});

test("lets the person lead in a mixed filing, and names the holder on the row", () => {
  const html = listed([sold, byFund]);
  expect(html).toMatch(/<a class="name" href="[^"]*">Ingrid M. Tollefsen<\/a>/);
  expect(html).toContain('<span class="under">Thornlea Fund II, L.P.</span>');
  expect(listed([{ ...byFund, natureOfOwnership: "By Trust" }])).toContain(
    '<span class="under">indirect (by Trust)</span>',
  );
});

test("calls a gift from one line of an insider to another a transfer", () => {
  const gift = { transactionCode: "G", transactionDate: "2025-06-10", transactionShares: "10" } as const;
  const html = listed([
    { ...gift, acquiredDisposedCode: "D" },
    { ...gift, acquiredDisposedCode: "A", directOrIndirect: "I", natureOfOwnership: "By Trust" },
  ]);
  expect(html).toContain('<span class="under">transfer to indirect</span>');
  expect(html).toContain('<span class="under">transfer from direct</span>');
});

test("says in the cell that a date is not the filing date", () => {
  const dated = (dates: Partial<FilingEntry["filing"]>) =>
    textOf([{ ...entry, filing: { ...entry.filing, ...dates } }]);
  const unknown = { filedAt: null, filingDate: null, orderedAt: "2025-06-12T04:00:00.000Z" };
  expect(dated({ ...unknown, periodOfReport: "2025-06-10" })).toMatch(/2025-06-12<.*?> signed</);
  expect(dated({ ...unknown, periodOfReport: "2025-06-12" })).toMatch(/2025-06-12<.*?> period</);
  expect(dated({ ...unknown, filingDate: "2025-06-12" })).not.toContain("signed");
});

test("names those who report jointly with the holder", () => {
  const owners: [string, string][] = [
    ["9900417", "Thornlea Fund II, L.P."],
    ["9900416", "TOLLEFSEN INGRID M"],
  ];
  const html = textOf([{ ...jointFiling(1, owners, [byFund]), derived: { ...UNDERIVED_FILING, facts: fund } }]);
  expect(html).toMatch(/<a class="name holder" href="[^"]*">Thornlea Fund II, L.P.<\/a>/);
  expect(html).toMatch(/reported jointly with <a class="quiet-link" href="[^"]*">Ingrid M. Tollefsen<\/a>/);
});

test("shows the columns that a reader has chosen, in that order, and names what is left out", () => {
  const dated = { ...entry, derived: { ...entry.derived, rows: { ...entry.derived.rows } } };
  const html = textOf([dated], ["transaction", "plan", "industry", "row"]);
  const heads = [...html.matchAll(/scope="col"[^>]*>([^<]+)</g)].map(([, label]) => label);
  expect(heads).toEqual(["Filed", "Insider", "Transaction", "Plan adopted", "Industry", "Row"]);
  expect(html).toContain("2025-01-06");
  expect(html).toContain("Transformers");
  expect(html).toContain(">I-2</a>");
  // The ticker and the holder are beside the name and the code, if they have no column.
  expect(html).toContain("screener stack has-sticky-head is-chosen names-ticker names-holder");
});
