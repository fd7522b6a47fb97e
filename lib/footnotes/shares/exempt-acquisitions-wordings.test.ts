import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) =>
  readFact("exemptAcquisitions", text)
    ?.value.map(({ rule }) => rule)
    .join(", ") ?? null;

describe("wordings of an exemption", () => {
  test.each([
    ["Acquisition exempt pursuant to Rule 16b-3(d).", "16b-3(d)"],
    ["Disposition to the issuer exempt under Rule 16b-3(e).", "16b-3(e)"],
    ["Exempt transaction under Rule 16b-3.", "16b-3"],
    ["Exempt under Rule 16b-3(d) and (e).", "16b-3(d), 16b-3(e)"],
    ["Exempt from reporting under Rule 16a-13.", "16a-13"],
    ["Exempt under Rule 16b-7 of the Exchange Act.", "16b-7"],
    ["Acquired in a stock split exempt from Section 16 under Rule 16a-9.", "16a-9"],
    ["The stock dividend was exempt under Rule 16a-9(a).", "16a-9(a)"],
    ["Exempt from Section 16(b) by virtue of Rule 16b-6(b).", "16b-6(b)"],
    ["The grant was exempt from Section 16(b) pursuant to Rule 16b-3(d)(1).", "16b-3(d)(1)"],
    ["Transactions exempt under Rules 16b-3(d) and 16b-3(e).", "16b-3(d), 16b-3(e)"],
    ["Acquired under a dividend reinvestment plan in transactions exempt under Rule 16a-11.", "16a-11"],
    ["Acquired under the ESPP, exempt under Rule 16b-3(c).", "16b-3(c)"],
    ["Discretionary transaction exempt under Rule 16b-3(f).", "16b-3(f)"],
    ["Rule 16b-3 exempt grant.", "16b-3"],
    ["Gift exempt under Rule 16b-5.", "16b-5"],
    ["Change in form of beneficial ownership exempt pursuant to Rule 16a-13.", "16a-13"],
    ["In transactions exempt under Rule 16b-3, the reporting person acquired 500 units.", "16b-3"],
    ["The acquisition is intended to be exempt from Section 16(b) under Rule 16b-3(d).", "16b-3(d)"],
    ["Approved by the board so as to qualify for the exemption provided by Rule 16b-3(d)(1).", "16b-3(d)(1)"],
    ["The dispositions qualify for exemption under Rule 16b-3.", "16b-3"],
    ["Pursuant to Rule 16a-13, this transfer is exempt.", "16a-13"],
    ["Restricted stock grant under Rule 16b-3(d) plan, exempt.", "16b-3(d)"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("no exemption under a rule of Section 16", () => {
  test.each([
    "Exempt from Section 16.",
    "Exempt under Rule 144.",
    "The sale is not exempt under Rule 16b-3.",
    "Pursuant to Rule 16a-1(a)(4), the filing shall not be an admission.",
    "Exemption under Section 4(a)(2) of the Securities Act.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("a rule named without an exemption", () => {
  test.each([
    "Reported under Rule 16a-3(f).",
    "Issued under a plan that complies with Rule 16b-3.",
    "Payment of exercise price by withholding shares of a security issued in accordance with Rule 16b-3.",
    "Beneficial owner as defined in Rule 16a-1(a)(2).",
    "Small acquisition deferred under Rule 16a-6.",
    "For purposes of Rule 16a-1(a)(4), the reporting person disclaims ownership (see Rule 16a-1(a)(4)).",
    "Transaction effected under the Omnibus Plan, a Rule 16b-3 plan (Rule 16b-3 plan).",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});
