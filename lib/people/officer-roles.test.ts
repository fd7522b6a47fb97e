import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { corpusFiles, corpusFolder } from "@/testing/corpus";
import { rolesByTitle, rolesInTitle, rolesOfFiling } from "./officer-roles";

const inTitle = (title: string) => [...rolesInTitle(title)].sort().join(" ");

describe("an officer's title", () => {
  test.each([
    ["CEO", "ceo"],
    ["C.E.O.", "ceo"],
    ["Chief Executive Officer", "ceo"],
    ["Interim Chief Executive Officer", "ceo"],
    ["Co-CEO", "ceo"],
    ["Group Chief Executive", "ceo"],
    ["President and CEO", "ceo president"],
    ["President & Chief Executive", "ceo president"],
    ["President CEO", "ceo president"],
    ["PRES/CEO/CFO", "ceo cfo president"],
    ["Pres., CEO", "ceo president"],
    ["Chairman, President & CEO", "ceo chair president"],
    ["Chairman of the Board and CEO", "ceo chair"],
    ["Executive Chairman of Board", "chair"],
    ["Executive Chair", "chair"],
    ["Non-Executive Chairman", "chair"],
    ["CEO & President (Principal Executive Officer)", "ceo president"],
    ["CEO, 10% Owner", "ceo"],
    ["CEO and Managing Director", "ceo"],
    ["Founder, CEO", "ceo"],
    ["President and CEO of the Company", "ceo president"],
    ["President/CEO of Company and Bank", "ceo president"],
    ["Chief Financial Officer", "cfo"],
    ["Chief Fin. Off.", "cfo"],
    ["EVP & CFO", "cfo vp"],
    ["EVP CFO", "cfo vp"],
    ["Sr. V.P., CFO & Treasurer", "cfo vp"],
    ["SVP Chief Financial Officer", "cfo vp"],
    ["VP Finance/CFO", "cfo vp"],
    ["CFO, Finance and Administration", "cfo"],
    ["CFO (interim)", "cfo"],
    ["Acting CFO", "cfo"],
    ["Executive V.P.-CFO", "cfo vp"],
    ["Chief Operating Officer", "coo"],
    ["President and Chief Operations Officer", "coo president"],
    ["SVP, GC and Secretary", "general-counsel vp"],
    ["Senior VP, GC, CAO & Secretary", "general-counsel vp"],
    ["Exec. VP, Gen. Counsel & Sec'y", "general-counsel vp"],
    ["Vice President", "vp"],
    ["Vice-President", "vp"],
    ["V.P.", "vp"],
    ["V P Sales", "vp"],
    ["Assistant Vice President", "vp"],
    ["EVP, Control, Fin Plan & Tax", "vp"],
    ["SVP Powertrain and Energy Eng.", "vp"],
    ["VP, Director of Human Resource", "vp"],
    ["svp, Culture & Immersion", "vp"],
  ])("that names offices of the issuer: %s", (title, roles) => {
    expect(inTitle(title)).toBe(roles);
  });

  test.each([
    ["Vice Chairman", ""],
    ["Vice Chair of the Board", ""],
    ["Vice Chairman & CFO", "cfo"],
    ["Chair of the Audit Committee", ""],
    ["Chairman, Compensation Committee", ""],
    ["Executive Vice President", "vp"],
    ["Assistant to the President", ""],
    ["Chief of Staff to the CEO", ""],
    ["Assistant to Vice President", ""],
    ["Deputy CFO", ""],
    ["Deputy General Counsel", ""],
    ["Assistant General Counsel", ""],
    ["VP, Associate General Counsel", "vp"],
    ["Chief Accounting Officer", ""],
    ["CAO", ""],
    ["Chief Legal Officer", ""],
    ["Principal Financial Officer", ""],
    ["Co-Founder", ""],
    ["Director", ""],
  ])("that names a lesser or another office: %s", (title, roles) => {
    expect(inTitle(title)).toBe(roles);
  });

  test.each([
    ["President, North America", ""],
    ["President North America", ""],
    ["North America President", ""],
    ["President, North America division", ""],
    ["Group President", ""],
    ["Division President", ""],
    ["President of Retail", ""],
    ["President-Wholesale", ""],
    ["EVP, Regional President", "vp"],
    ["EVP, CRO & Pres. Life Sciences", "vp"],
    ["CEO Worldwide Amazon Stores", ""],
    ["CEO of subsidiary", ""],
    ["President and CEO, Kestrel Bank", ""],
    ["President and CEO of Kestrel Bank", ""],
    ["EVP and President, Retail", "vp"],
    ["Chairman of the Board and CEO of the Bank", "chair"],
    ["COO, Europe", ""],
    ["President - Global Operations, Bank", ""],
    ["General Counsel, Americas", ""],
    ["President & CEO of Issuer's subsidiary", ""],
  ])("that names an office of a part of the issuer: %s", (title, roles) => {
    expect(inTitle(title)).toBe(roles);
  });

  test.each([
    ["Former CEO", ""],
    ["Former President & CEO", ""],
    ["President and CEO (Former)", ""],
    ["CEO - retired", ""],
    ["Ex-CEO", ""],
    ["Retired Vice President", ""],
    ["Chairman Emeritus", ""],
    ["Executive Chair, former CEO", "chair"],
    ["Former CFO, now Chairman", "chair"],
    ["President-Elect", ""],
    ["CEO Designate", ""],
    ["CEO until 3/31/2010", ""],
  ])("that names an office no longer or not yet held: %s", (title, roles) => {
    expect(inTitle(title)).toBe(roles);
  });

  test("that points to the remarks is read there", () => {
    expect([...rolesByTitle("See Remarks", "EVP and Chief Financial Officer. Exhibit 24")].sort()).toEqual([
      "cfo",
      "vp",
    ]);
    expect([...rolesByTitle("See Remarks", "Mr. Orr was appointed Chief Operating Officer.")]).toEqual([]);
    expect([...rolesByTitle("CEO (see remarks)", null)]).toEqual(["ceo"]);
  });
});

test("the boxes of the form and the titles make the roles of a filing's owners", () => {
  const owner = { cik: null, name: null, isDirector: true, isOfficer: true, isTenPercentOwner: false, isOther: null };
  const ceo = { ...owner, officerTitle: "CEO", otherText: null };
  const fund = {
    ...ceo,
    isDirector: null,
    isOfficer: false,
    isTenPercentOwner: true,
    isOther: true,
    officerTitle: null,
  };
  expect(rolesOfFiling({ owners: [ceo], remarks: null })).toEqual(["director", "officer", "ceo"]);
  expect(rolesOfFiling({ owners: [fund, ceo], remarks: null })).toEqual([
    "director",
    "officer",
    "ceo",
    "ten-percent",
    "other",
  ]);
});

/** Every title in the real filings, read by hand. */
const REAL_TITLES: Record<string, string> = {
  CEO: "ceo",
  "CEO Worldwide Amazon Stores": "",
  COO: "coo",
  "Chief Executive Officer": "ceo",
  "Chief Operating Officer": "coo",
  "Co-Founder": "",
  "EVP, CRO & Pres. Life Sciences": "vp",
  "EVP, Chief Human Resources Off": "vp",
  "EVP, Control, Fin Plan & Tax": "vp",
  "EVP, Operations": "vp",
  "Executive Chair": "chair",
  "Executive Chairman of Board": "chair",
  President: "president",
  "President and CEO": "ceo president",
  "SVP Powertrain and Energy Eng.": "vp",
  "SVP, CLO & Secretary": "vp",
  "SVP, GC and Secretary": "general-counsel vp",
  "See Remarks": "",
  "Senior VP, GC, CAO & Secretary": "general-counsel vp",
  "Senior Vice President": "vp",
  "VP, Chief Accounting Officer": "vp",
  "VP, Director of Human Resource": "vp",
  "svp, Culture & Immersion": "vp",
};

const corpus = corpusFolder();

test.skipIf(corpus === null)("every title in the real filings is read as it is by hand", () => {
  const files = ["xml", "txt"].flatMap((folder) => corpusFiles(corpus ?? "", folder));
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const titles = texts.flatMap((text) =>
    [...text.matchAll(/<officerTitle>\s*([^<]*?)\s*</g)].map(([, title]) => title ?? ""),
  );
  const distinct = [...new Set(titles.map((title) => title.replaceAll("&amp;", "&")))].filter((title) => title !== "");
  expect(Object.fromEntries(distinct.sort().map((title) => [title, inTitle(title)]))).toEqual(REAL_TITLES);
});
