import { describe, expect, it } from "vitest";
import { bareTitle, isPointer, shownTitles, titleInRemarks } from "./officer-title";

/** The title shown for each title as filed. */
const shown = (...titles: string[]) => {
  const found = shownTitles(titles);
  return titles.map((title) => found.get(title));
};

describe("a title that points elsewhere", () => {
  it("is distinguished from a real title", () => {
    for (const pointer of [
      "See Remarks",
      "(see remarks below)",
      "Please see Remarks",
      "*",
      "See Footnote 1",
      "Title in Remarks",
    ]) {
      expect(isPointer(pointer), pointer).toBe(true);
    }
    for (const title of ["Secretary", "Seed Officer", "EVP (see remarks)", "CEO*"]) {
      expect(isPointer(title), title).toBe(false);
    }
    expect(bareTitle("EVP (see remarks)")).toBe("EVP");
    expect(bareTitle("EVP - See Remarks")).toBe("EVP");
    expect(bareTitle("CEO*")).toBe("CEO");
    expect(bareTitle("Chief  Executive Officer")).toBe("Chief Executive Officer");
  });

  it("finds the title in the first sentence of the remarks (0001562180-25-000280)", () => {
    expect(titleInRemarks("Title: Senior Vice President of Quality and Enabling Functions")).toBe(
      "Senior Vice President of Quality and Enabling Functions",
    );
    expect(titleInRemarks("Chief Legal Officer and Secretary. Exhibit 24 - Power of Attorney")).toBe(
      "Chief Legal Officer and Secretary",
    );
    expect(titleInRemarks("The Reporting Person's title is Executive Vice President, U.S. Operations.")).toBe(
      "Executive Vice President, U.S. Operations",
    );
    expect(titleInRemarks("The reporting person is the Issuer's Chief Operating Officer.")).toBe(
      "Chief Operating Officer",
    );
  });

  it("ignores remarks about something else", () => {
    for (const remarks of [
      "Exhibit 24 - Power of Attorney",
      "This Form 4 is the first of two.",
      "The reporting person is the manager of the general partner and may be deemed to own its shares.",
      "Mr. Orr was appointed Chief Operating Officer.",
      "Shares were sold to cover taxes. Chief Operating Officer.",
      "the officer signs for his director",
      "",
    ]) {
      expect(titleInRemarks(remarks), remarks).toBeNull();
    }
  });
});

describe("spellings of a title", () => {
  it("are one title if they differ only in case, punctuation and common abbreviations", () => {
    expect(shown("CFO", "Chief Financial Officer")).toEqual(["Chief Financial Officer", "Chief Financial Officer"]);
    expect(shown("President & CEO", "President and CEO", "Pres., CEO")).toEqual(Array(3).fill("Pres., CEO"));
    expect(shown("EVP, Operations", "Executive Vice President of Operations")).toEqual(
      Array(2).fill("Executive Vice President of Operations"),
    );
    expect(shown("Sr. V.P. and Sec.", "Senior Vice-President & Secretary")).toEqual(
      Array(2).fill("Senior Vice-President & Secretary"),
    );
    expect(shown("CEO and President", "President and CEO")).toEqual(Array(2).fill("President and CEO"));
  });

  it("stay separate if the offices differ", () => {
    expect(shown("President", "President and CEO")).toEqual(["President", "President and CEO"]);
    expect(shown("Vice President, Chairman", "Vice Chairman, President")).toEqual([
      "Vice President, Chairman",
      "Vice Chairman, President",
    ]);
    expect(shown("CAO", "Chief Accounting Officer")).toEqual(["CAO", "Chief Accounting Officer"]);
  });

  it("are one title if the form cut it off", () => {
    const whole = "Executive Vice President and Chief People Officer";
    expect(shown(whole.slice(0, 30).trim(), whole)).toEqual([whole, whole]);
    expect(shown(whole, whole.slice(0, 30).trim())).toEqual([whole, whole]);
    // Either title may have been cut off to this.
    const cut = "Senior Vice President and Chief"; // 31 characters, cut at 30
    const two = [`${cut} Risk Officer`, `${cut} Credit Officer`];
    expect(shown(cut.slice(0, 30), ...two)).toEqual([cut.slice(0, 30), ...two]);
    expect(shown("Vice President", "Vice President, Sales")).toEqual(["Vice President", "Vice President, Sales"]);
  });

  it("in capitals are converted to lower case only if no word can be an acronym", () => {
    expect(shown("CHIEF EXECUTIVE OFFICER")).toEqual(["Chief Executive Officer"]);
    expect(shown("PRESIDENT AND CEO")).toEqual(["President and CEO"]);
    expect(shown("SVP, HR")).toEqual(["SVP, HR"]);
    expect(shown("PRESIDENT, ABX DIVISION")).toEqual(["PRESIDENT, ABX DIVISION"]);
    expect(shown("President, ABX Division", "PRESIDENT, ABX DIVISION")).toEqual(
      Array(2).fill("President, ABX Division"),
    );
  });
});
