import { describe, expect, it } from "vitest";
import type { FilingEntry } from "@/lib/record/filing";
import { amendmentForTest, holding, originalForTest, sale } from "@/testing/amendment-for-test";
import { amendmentLinks } from "./amendment-links";

const first = "0000000001-25-000001";
const amended = "0000000001-25-000002";
const third = "0000000001-25-000003";
const fourth = "0000000001-25-000004";

const linkOf = (entries: FilingEntry[], accessionNumber = amended) =>
  amendmentLinks(entries).links.get(accessionNumber);

const notHeld = { amends: null, basis: "original not held" };
const several = { amends: null, basis: "several filings fit" };

describe("one original and one amendment", () => {
  it("links by owners, form, period and the day of the original", () => {
    const entries = [originalForTest([sale("100", "900")]), amendmentForTest([sale("150", "850")])];
    expect(linkOf(entries)).toEqual({ amends: first, basis: "owners, form, period and original date" });
    expect([...amendmentLinks(entries).amendedBy]).toEqual([[first, amended]]);
  });

  it("uses the day on which it was accepted in New York, although EDGAR dates it to the next day", () => {
    const original = originalForTest([], { filedAt: "2025-06-13T01:58:00.000Z", filingDate: "2025-06-13" });
    expect(linkOf([original, amendmentForTest([])])?.basis).toBe("owners, form, period and original date");
  });

  it("links by the day of the original if the amendment corrects the period", () => {
    const entries = [originalForTest([]), amendmentForTest([], { periodOfReport: "2025-06-09" })];
    expect(linkOf(entries)).toEqual({ amends: first, basis: "owners, form and original date" });
  });

  it.each([
    ["no day of the original is given", {}, { dateOfOriginalSubmission: null }],
    ["the day of filing is unknown", { filingDate: null }, {}],
    ["the given day is the period itself", {}, { dateOfOriginalSubmission: "2025-06-10" }],
  ])("links by the period if %s", (_, original, amendment) => {
    const entries = [originalForTest([], original), amendmentForTest([], amendment)];
    expect(linkOf(entries)).toEqual({ amends: first, basis: "owners, form and period" });
  });

  it("links by the rows if the day differs, and never without a row in common", () => {
    const wrongDay = { dateOfOriginalSubmission: "2025-06-11" };
    const original = originalForTest([sale("100", "900"), sale("50", "850")]);
    expect(linkOf([original, amendmentForTest([sale("60", "850")], wrongDay)])).toEqual({
      amends: first,
      basis: "owners, form, period and rows",
    });
    expect(linkOf([original, amendmentForTest([sale("60", "840")], wrongDay)])).toEqual(notHeld);
  });

  it("ignores a holding that never changes if there are trades", () => {
    const plan = holding("1234", "By 401(k)");
    const original = originalForTest([sale("100", "900"), plan]);
    const amendment = amendmentForTest([sale("60", "840"), plan], { dateOfOriginalSubmission: "2025-06-11" });
    expect(linkOf([original, amendment])).toEqual(notHeld);
  });
});

describe("an original that we do not have", () => {
  it.each([
    ["nothing else is stored", []],
    [
      "another issuer's is stored",
      [originalForTest([], { issuer: { ...originalForTest([]).filing.issuer, cik: "9" } })],
    ],
    ["another owner's is stored", [originalForTest([], { owners: ["3"] })]],
    [
      "one of another day and period is stored",
      [originalForTest([], { filingDate: "2025-06-05", periodOfReport: "2025-06-03" })],
    ],
    ["one of another form is stored", [originalForTest([], { documentType: "5" })]],
    ["one without a known form is stored", [originalForTest([], { documentType: null })]],
    ["one that was filed later is stored", [originalForTest([], { accessionNumber: third, filingDate: "2025-06-23" })]],
  ])("is reported as such when %s", (_, others) => {
    expect(linkOf([amendmentForTest([], { dateOfOriginalSubmission: null }), ...others])).toEqual(notHeld);
  });

  it("is not guessed if an owner or the issuer is unknown", () => {
    const owners = ["2", ""];
    expect(linkOf([originalForTest([], { owners }), amendmentForTest([], { owners })])).toEqual(notHeld);
    const issuer = { ...originalForTest([]).filing.issuer, cik: null };
    expect(linkOf([originalForTest([], { issuer }), amendmentForTest([], { issuer })])).toEqual(notHeld);
  });

  it("is not confused with another filing on the day given as the original's, which was really the period", () => {
    // The original was filed on June 12 for June 10; the one in our records was filed on June 10 for June 6.
    const other = originalForTest([sale("70", "930", { transactionDate: "2025-06-06" })], {
      filingDate: "2025-06-10",
      periodOfReport: "2025-06-06",
    });
    const amendment = amendmentForTest([sale("100", "830")], { dateOfOriginalSubmission: "2025-06-10" });
    expect(linkOf([other, amendment])).toEqual(notHeld);
    expect(linkOf([other, originalForTest([], { accessionNumber: third }), amendment])?.amends).toBe(third);
  });

  it("is missing for the three amendments of the corpus", () => {
    const real = [
      // Filed on December 10, 2024; the day of the original is given as the period's.
      { accessionNumber: "0000707549-25-000004", period: "2024-11-04", day: "2024-11-04", owners: ["1779037"] },
      { accessionNumber: "0001571601-26-000014", period: "2026-09-21", day: "2026-09-22", owners: ["1571601"] },
      {
        accessionNumber: "0001794034-26-000007",
        period: "2026-09-18",
        day: "2026-09-22",
        owners: ["1794034", "1382909", "1044005"],
      },
    ];
    const entries = real.map(({ accessionNumber, period, day, owners }) =>
      amendmentForTest([], { accessionNumber, periodOfReport: period, dateOfOriginalSubmission: day, owners }),
    );
    expect([...amendmentLinks(entries).links.values()]).toEqual([notHeld, notHeld, notHeld]);
  });
});

describe("several possible originals", () => {
  const parts = [
    originalForTest([sale("100", "900"), sale("50", "850")]),
    originalForTest([sale("30", "820"), sale("20", "800")], { accessionNumber: third }),
  ];

  it("tells two parts of one day apart by their rows: “1 of 2”, “2 of 2”", () => {
    expect(linkOf([...parts, amendmentForTest([sale("30", "825"), sale("20", "805")])])?.amends).toBe(third);
    expect(linkOf([...parts, amendmentForTest([sale("101", "899"), sale("50", "849")])])?.amends).toBe(first);
  });

  it("leaves it open if no row decides, or as many speak for each", () => {
    expect(linkOf([...parts, amendmentForTest([sale("7", "793")])])).toEqual(several);
    expect(linkOf([...parts, amendmentForTest([sale("100", "900"), sale("30", "820")])])).toEqual(several);
  });

  it("considers only the same form: a 4 and a 5 for one period", () => {
    const annual = originalForTest([sale("100", "900")], { accessionNumber: third, documentType: "5" });
    const entries = [originalForTest([sale("100", "900")]), annual];
    expect(linkOf([...entries, amendmentForTest([sale("100", "900")])])?.amends).toBe(first);
    expect(linkOf([...entries, amendmentForTest([sale("100", "900")], { documentType: "5/A" })])?.amends).toBe(third);
  });

  it("prefers the day of the original to the period", () => {
    const later = originalForTest([sale("100", "900")], { accessionNumber: third, filingDate: "2025-06-13" });
    expect(linkOf([originalForTest([]), later, amendmentForTest([sale("100", "900")])])?.amends).toBe(first);
  });
});

describe("joint owners", () => {
  const joint = { owners: ["2", "3"] };

  it("are one set in any order", () => {
    const entries = [originalForTest([], joint), amendmentForTest([], { owners: ["3", "2"] })];
    expect(linkOf(entries)?.amends).toBe(first);
  });

  it("may be added or dropped if dates and rows agree", () => {
    const original = originalForTest([sale("100", "900")]);
    expect(linkOf([original, amendmentForTest([sale("100", "900")], joint)])).toEqual({
      amends: first,
      basis: "owners, form, period and original date",
    });
    expect(linkOf([original, amendmentForTest([sale("70", "830")], joint)])).toEqual(notHeld);
    const wrongDay = { ...joint, dateOfOriginalSubmission: "2025-06-11" };
    expect(linkOf([original, amendmentForTest([sale("100", "900")], wrongDay)])).toEqual(notHeld);
  });

  it("take precedence over owners that only overlap: one block on two filings", () => {
    const entries = [
      originalForTest([sale("100", "900")], { owners: ["2", "4"], accessionNumber: third }),
      originalForTest([sale("100", "900")], joint),
      amendmentForTest([sale("100", "900")], joint),
    ];
    expect(linkOf(entries)?.amends).toBe(first);
  });
});

describe("chains", () => {
  const chain = [
    originalForTest([sale("100", "900")]),
    amendmentForTest([sale("110", "890")]),
    amendmentForTest([sale("120", "880")], { accessionNumber: third, filingDate: "2025-06-25" }),
    // Gives the day of the amendment before it.
    amendmentForTest([sale("130", "870")], {
      accessionNumber: fourth,
      filingDate: "2025-06-30",
      dateOfOriginalSubmission: "2025-06-25",
    }),
  ];

  it("all amend the root, even if they give the day of an earlier amendment, and are amended by the last", () => {
    const { links, amendedBy } = amendmentLinks(chain);
    expect([...links.values()].map(({ amends }) => amends)).toEqual([first, first, first]);
    expect(Object.fromEntries(amendedBy)).toEqual({ [first]: fourth, [amended]: fourth, [third]: fourth });
  });

  it("begin with an earlier amendment if we do not have the original", () => {
    const { links, amendedBy } = amendmentLinks(chain.slice(1));
    expect(links.get(amended)).toEqual(notHeld);
    expect(links.get(third)).toEqual(notHeld);
    expect(links.get(fourth)).toEqual({ amends: third, basis: "owners, form, period and original date" });
    expect(Object.fromEntries(amendedBy)).toEqual({ [third]: fourth });
  });

  it("count as one if the original and its amendment fit equally well", () => {
    const [original, ...amendments] = chain;
    const dateless = amendments.map(({ filing, ...entry }) => ({
      ...entry,
      filing: { ...filing, dateOfOriginalSubmission: null },
    }));
    const { links } = amendmentLinks(original ? [original, ...dateless] : []);
    expect([...links.values()].map(({ amends }) => amends)).toEqual([first, first, first]);
  });

  it("are the same in any order of the filings", () => {
    const straight = amendmentLinks(chain);
    const [a, b, c, d] = chain;
    for (const entries of [
      [d, c, b, a],
      [c, a, d, b],
      [b, d, a, c],
    ]) {
      const shuffled = amendmentLinks(entries.filter((entry) => entry !== undefined));
      expect(Object.fromEntries(shuffled.links)).toEqual(Object.fromEntries(straight.links));
      expect(Object.fromEntries(shuffled.amendedBy)).toEqual(Object.fromEntries(straight.amendedBy));
    }
  });
});

it("finds the original of the same day even if the amendment has a lower number, from another agent", () => {
  const original = originalForTest([], { accessionNumber: "0000000009-25-000001" });
  const amendment = amendmentForTest([], { filingDate: "2025-06-12" });
  expect(linkOf([amendment, original])?.amends).toBe("0000000009-25-000001");
});
