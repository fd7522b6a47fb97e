import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("exemptAcquisitions", text);
  return fact?.value.map(({ rule }, index) => `${rule} “${text.slice(...(fact.spans[index] ?? [0, 0]))}”`) ?? [];
};

describe("exempt under a rule of Section 16", () => {
  test.each([
    ["This grant is exempt under Rule 16b-3(d).", "16b-3(d) “Rule 16b-3(d)”"],
    ["Shares acquired in a transaction exempt pursuant to Rule 16b-3(d)(1).", "16b-3(d)(1) “Rule 16b-3(d)(1)”"],
    ["Exempt transaction pursuant to Section 16b-3(e).", "16b-3(e) “Section 16b-3(e)”"],
    ["Such transfers are exempt from Section 16 reporting pursuant to Rule 16a- 13.", "16a-13 “Rule 16a- 13”"],
    ["The split was exempt from reporting by Rule 16a-9(a).", "16a-9(a) “Rule 16a-9(a)”"],
    ["Acquired in a merger; exempt under 16b‑7.", "16b-7 “16b‑7”"],
    ["In reliance on the exemption provided by Rule 16b-6(b), no report was due.", "16b-6(b) “Rule 16b-6(b)”"],
    ["A RULE 16B-3(D) EXEMPT GRANT.", "16B-3(D) “RULE 16B-3(D)”"],
    ["A transfer by domestic relations order, exempt under Rule 16a-12.", "16a-12 “Rule 16a-12”"],
    ["Under Rule 16a-13 this change in form is not required to be reported.", "16a-13 “Rule 16a-13”"],
    ["Dividend equivalents are exempt from Section 16(a) under Rule 16a-11.", "16a-11 “Rule 16a-11”"],
    ["Approved by the board for purposes of the exemption of Rule 16b-3(d).", "16b-3(d) “Rule 16b-3(d)”"],
    [
      "Exempt under Rule 16b-3(e): shares withheld on the vesting of an award made in accordance with Rule 16b-3.",
      "16b-3(e) “Rule 16b-3(e)”",
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test("several rules, each once", () => {
    expect(read("Exempt under Rule 16b-3(d) and Rule 16b-3(e). The grant is exempt under Rule 16b-3(d).")).toEqual([
      "16b-3(d) “Rule 16b-3(d)”",
      "16b-3(e) “Rule 16b-3(e)”",
    ]);
  });

  test.each([
    "Exempt from Section 16.",
    "The sale was exempt under Rule 144.",
    "The grant is not exempt under Rule 16b-3.",
    "For purposes of Rule 16a-1(a)(4), the filing is no admission.",
    "The plan was approved under Rule 16b-3 by the committee.",
    "A gift exempt from tax. The reporting person, for purposes of Rule 16a-1(a)(2), owns the shares.",
    "Sold under an exemption from registration, Section 4(a)(2).",
  ])("states no exempt acquisition: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
