import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AmendmentBanner } from "./amendment-banner";

type Amendment = Parameters<typeof AmendmentBanner>[0]["amendment"];

const ref = (n: number, documentType: string, filingDate: string) => ({
  accessionNumber: `0001365555-13-00000${n}`,
  documentType,
  filedAt: null,
  filingDate,
  periodOfReport: null,
});

const NONE = { byLast: [], byEarlier: [] };

const banner = (amendment: Partial<Amendment>, rows = 3): string =>
  renderToStaticMarkup(
    <AmendmentBanner amendment={{ amends: null, amendedBy: [], replaced: NONE, ...amendment }} rows={rows} />,
  );

const words = (html: string): string =>
  html
    .replace(/<\/div>/g, " | ")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();

const says = (amendment: Partial<Amendment>, rows?: number) => words(banner(amendment, rows));

describe("on an original", () => {
  it("names the amendment and the rows that it replaced", () => {
    const props = { amendedBy: [ref(2, "4/A", "2013-07-18")], replaced: { byLast: ["I-2", "I-3"], byEarlier: [] } };
    expect(says(props)).toBe(
      "Amended. This filing was amended by Form 4/A filed July 18, 2013, which replaces rows I·2 and I·3.Compare the two |",
    );
    expect(banner(props)).toContain('href="/filings/0001365555-13-000002#comparison"');
  });

  it("says so if no row was replaced", () => {
    expect(says({ amendedBy: [ref(2, "4/A", "2013-07-18")] })).toContain("which restates none of its rows.");
  });

  it("names the last of several amendments and their number, and lists rows replaced by an earlier one separately", () => {
    expect(
      says({
        amendedBy: [ref(2, "4/A", "2013-07-18"), ref(3, "4/A", "2013-07-22")],
        replaced: { byLast: ["I-1"], byEarlier: ["I-2"] },
      }),
    ).toContain(
      "amended 2 times, last by Form 4/A filed July 22, 2013, which replaces row I·1. An earlier amendment replaced row I·2.",
    );
  });

  it("counts the rows if there are too many to name", () => {
    const byLast = Array.from({ length: 12 }, (_, index) => `I-${index + 1}`);
    const props = { amendedBy: [ref(2, "4/A", "2013-07-18")], replaced: { byLast, byEarlier: [] } };
    expect(says({ ...props }, 14)).toContain("which replaces 12 of its 14 rows.");
    expect(says({ ...props }, 12)).toContain("which replaces all of its 12 rows.");
  });

  it("shows nothing on a filing that was not amended", () => {
    expect(banner({})).toBe("");
  });
});

describe("on an amendment", () => {
  const amends: NonNullable<Amendment["amends"]> = {
    original: ref(1, "4", "2013-07-15"),
    basis: "owners, form, period and original date",
    originalDate: "2013-07-15",
    place: 1,
    of: 1,
  };

  it("names the original, says how we found it, and links to the changes", () => {
    expect(says({ amends })).toBe(
      "Amendment. This filing amends Form 4 filed July 15, 2013, which we matched by owners, form, period and original date.What it changed |",
    );
  });

  it("does not name an original that is not in the database or not identified with certainty", () => {
    const unknown = { ...amends, original: null };
    expect(says({ amends: { ...unknown, basis: "original not held" } })).toBe(
      "Amendment. The original, filed July 15, 2013, is not in this database. |",
    );
    expect(says({ amends: { ...unknown, basis: "original not held", originalDate: null } })).toContain(
      "The original is not in this database, and the amendment does not give its date.",
    );
    expect(says({ amends: { ...unknown, basis: "several filings fit" } })).toContain(
      "It amends a filing of July 15, 2013. Several filings match",
    );
  });

  it("says first that the amendment was itself amended", () => {
    expect(
      says({
        amends: { ...amends, of: 2 },
        amendedBy: [ref(3, "4/A", "2013-07-22")],
        replaced: { byLast: ["I-1"], byEarlier: [] },
      }),
    ).toBe(
      "Amended. This amendment was itself amended by Form 4/A filed July 22, 2013, which replaces row I·1." +
        "Compare it with the original | Amendment. This filing amends Form 4 filed July 15, 2013, which we matched by owners, form, " +
        "period and original date. It is amendment 1 of 2.What it changed |",
    );
  });
});
