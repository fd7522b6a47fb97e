import { describe, expect, it } from "vitest";
import type { ReportingOwner } from "@/lib/record/filing";
import { describeRoles } from "./describe-roles";
import { type RoleFiling, rolesOverTime } from "./roles-over-time";

const nobody: ReportingOwner = {
  cik: "7",
  name: "Tollefsen Ingrid M",
  isDirector: null,
  isOfficer: null,
  isTenPercentOwner: null,
  isOther: null,
  officerTitle: null,
  otherText: null,
};

let number = 0;
const filing = (day: string | null, owner: Partial<ReportingOwner>, facts: Partial<RoleFiling> = {}): RoleFiling => ({
  accessionNumber: `0000000001-25-${String(++number).padStart(6, "0")}`,
  documentType: "4",
  orderedAt: day === null ? "0001-01-01T00:00:00.000Z" : `${day}T21:00:00.000Z`,
  notSubjectToSection16: null,
  remarks: null,
  owners: [{ ...nobody, ...owner }],
  ...facts,
});

const director = { isDirector: true };
const officer = (officerTitle: string | null): Partial<ReportingOwner> => ({ isOfficer: true, officerTitle });
const roles = (...filings: RoleFiling[]) => rolesOverTime(filings, "7");

describe("roles over time", () => {
  it("are the newest, and earlier ones with their first and last filings", () => {
    const filings = [
      filing("2018-03-02", officer("CFO"), { documentType: "3" }),
      filing("2020-11-14", officer("Chief Financial Officer")),
      filing("2021-02-10", officer("President and COO")),
      filing("2025-06-12", officer("PRESIDENT & COO")),
    ];
    const found = roles(...filings);
    expect(found).toEqual({
      current: { words: "President and COO", since: "2021-02-10", lastStated: "2025-06-12" },
      before: [{ words: "Chief Financial Officer", from: "2018-03-02", to: "2020-11-14" }],
      leftOn: null,
    });
    expect(roles(...filings.reverse())).toEqual(found);
    expect(describeRoles(found)).toEqual({
      role: "President and COO",
      since: "in this role since February 2021 or earlier, last stated in June 2025",
      left: null,
      before: "previously Chief Financial Officer, 2018–2020",
    });
  });

  it("combine the boxes that are ticked", () => {
    expect(roles(filing("2020-01-02", { ...director, isTenPercentOwner: true })).current?.words).toBe(
      "Director and 10% owner",
    );
    expect(roles(filing("2020-01-02", { ...director, ...officer("President and CEO") })).current?.words).toBe(
      "President and CEO, Director",
    );
    expect(roles(filing("2020-01-02", officer(null))).current?.words).toBe("Officer");
    expect(roles(filing("2020-01-02", { isOther: true, otherText: "See Remarks" })).current?.words).toBe(
      "Other (described in remarks)",
    );
  });

  it("do not change if a single filing omits a box or a title", () => {
    const both = { ...director, isTenPercentOwner: true };
    expect(roles(filing("2019-03-01", both), filing("2019-04-01", director), filing("2019-05-01", both))).toMatchObject(
      { current: { words: "Director and 10% owner", since: "2019-03-01" }, before: [] },
    );
    for (const title of [null, "Vice President", "See Remarks"]) {
      expect(
        roles(
          filing("2019-03-01", officer("CEO")),
          filing("2019-04-01", officer(title)),
          filing("2019-05-01", officer("CEO")),
        ),
      ).toMatchObject({ current: { words: "CEO", since: "2019-03-01" }, before: [] });
    }
  });

  it("change if two filings say so", () => {
    const found = roles(
      filing("2019-03-01", { ...director, isTenPercentOwner: true }),
      filing("2019-04-01", director),
      filing("2019-05-01", director),
      filing("2019-06-01", { ...director, isTenPercentOwner: true }),
    );
    expect(found.current).toEqual({
      words: "Director and 10% owner",
      since: "2019-06-01",
      lastStated: "2019-06-01",
    });
    expect(found.before.map(({ words, from, to }) => [words, from, to])).toEqual([
      ["Director", "2019-04-01", "2019-05-01"],
      ["Director and 10% owner", "2019-03-01", "2019-03-01"],
    ]);
  });

  it("end with the exit box, even if its filing ticks nothing else", () => {
    const found = roles(
      filing("2019-03-08", { ...director, isTenPercentOwner: true }),
      filing("2023-05-02", {}, { notSubjectToSection16: true }),
    );
    expect(found).toMatchObject({ current: { words: "Director and 10% owner" }, leftOn: "2023-05-02" });
    expect(describeRoles(found).left).toBe("no longer subject to Section 16 since May 2023");
  });

  it("begin again if the owner comes back with a Form 3", () => {
    const exit = filing("2014-05-02", director, { notSubjectToSection16: true });
    const back = filing("2018-03-01", director, { documentType: "3" });
    expect(roles(filing("2010-01-04", director), exit, back)).toEqual({
      current: { words: "Director", since: "2018-03-01", lastStated: "2018-03-01" },
      before: [{ words: "Director", from: "2010-01-04", to: "2014-05-02" }],
      leftOn: null,
    });
    // A later filing without the box, but also without a Form 3, is not a return.
    expect(roles(filing("2010-01-04", director), exit, filing("2014-06-02", director)).current?.since).toBe(
      "2010-01-04",
    );
  });

  it("use the remarks if they state a title", () => {
    const see = officer("See Remarks");
    const remarks = "Title: Senior Vice President of Quality and Enabling Functions";
    expect(roles(filing("2025-01-03", see, { remarks })).current?.words).toBe(
      "Senior Vice President of Quality and Enabling Functions",
    );
    expect(roles(filing("2025-01-03", see, { remarks: "Exhibit 24" })).current?.words).toBe(
      "Officer (title in remarks)",
    );
    expect(roles(filing("2025-01-03", see)).current?.words).toBe("Officer (title in remarks)");
    const two = [nobody, { ...nobody, cik: "8" }].map((owner) => ({ ...owner, ...see }));
    expect(roles(filing("2025-01-03", {}, { remarks, owners: two })).current?.words).toBe("Officer (title in remarks)");
  });

  it("say only what filings say", () => {
    expect(roles()).toEqual({ current: null, before: [], leftOn: null });
    expect(describeRoles(roles(filing("2025-01-03", {}))).role).toBe("relationship not stated");
    expect(rolesOverTime([filing("2025-01-03", director)], "8").current).toBeNull();
    expect(roles(filing(null, director)).current).toEqual({ words: "Director", since: null, lastStated: null });
    expect(roles(filing(null, officer("CFO")), filing("2025-01-03", director))).toMatchObject({
      current: { words: "Director", since: "2025-01-03" },
      before: [],
    });
  });

  it("are listed if there are a few, and counted if there are more", () => {
    const titles = ["A", "B", "C", "D", "E", "F"].map((name) => `Head of ${name}`);
    const found = roles(...titles.map((title, index) => filing(`201${index}-01-04`, officer(title))));
    expect(describeRoles(found).before).toBe("previously Head of E, 2014; Head of D, 2013; Head of C, 2012; 2 more");
  });
});
