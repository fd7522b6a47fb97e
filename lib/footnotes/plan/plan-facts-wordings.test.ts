import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";
import { noteText } from "@/lib/footnotes/vocabulary/note-text";
import { readPlanAdopted, readPlanModified, readPlanTerminated, readPlanUse } from "./plan-facts";

/** The use, then the days of adoption, modification and termination. A dash means none; nothing follows the last value. */
function read(text: string): string | null {
  const note = noteText(text);
  const days = [readPlanAdopted, readPlanModified, readPlanTerminated].map(
    (each) => each(note)?.value.join(", ") ?? "-",
  );
  const use = readPlanUse(note)?.value;
  return use ? [use, ...days].join(" | ").replace(/( \| -)+$/, "") : null;
}

describe("wordings of a 10b5-1 plan", () => {
  test.each([
    [
      "The reporting person's adviser, acting alone and within a 10b5-1 plan of May 1, 2018, made the sales.",
      "made_under | 2018-05-01",
    ],
    ["No sale was made within the 10b5-1 plan.", "not_under"],
    [
      "Option exercise and sale made pursuant to a Rule 10b5-1 Sales Plan executed on February 28, 2018.",
      "made_under | 2018-02-28",
    ],
    ["Sales were effected under a 10b5-1 plan that was executed on 6/13/2017.", "made_under | 2017-06-13"],
    [
      "On September 9, 2025, the Reporting Person adopted a Rule 10b5-1 trading arrangement for the sale of up to 40,000 shares through December 2026.",
      "mentioned | 2025-09-09",
    ],
    ["The reporting person adopted a 10b5-1 plan for sales until March 31, 2024.", "mentioned"],
    [
      "The Reporting Person terminated his 10b5-1 plan, adopted on August 3, 2021, on January 14, 2022.",
      "mentioned | 2021-08-03 | - | 2022-01-14",
    ],
    [
      "She amended her Rule 10b5-1 plan, which she had entered into on May 4, 2020, effective December 1, 2020.",
      "mentioned | 2020-05-04 | 2020-12-01",
    ],
    [
      "The sales reported on this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on May 30, 2023.",
      "made_under | 2023-05-30",
    ],
    [
      "The transactions reported herein were made pursuant to a written plan adopted on May 30, 2023 that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c).",
      "made_under | 2023-05-30",
    ],
    ["The shares were sold pursuant to the reporting person's 10b5-1 plan.", "made_under"],
    ["This sale was made under a 10b5-1 plan dated 8/15/06.", "made_under | 2006-08-15"],
    ["Sold pursuant to a 10b5-1 Plan adopted in February 2024.", "made_under | 2024-02"],
    [
      "Transactions pursuant to Rule 10b5-1 Plan entered into by the Reporting Person on March 14, 2022.",
      "made_under | 2022-03-14",
    ],
    ["10b5-1 sale. Plan adopted June 10, 2021.", "made_under | 2021-06-10"],
    ["Automatic sale pursuant to 10b5-1 Plan", "made_under"],
    ["10b5-1 Plan", "made_under"],
    ["Sale under 10b-5-1 plan.", "made_under"],
    ["Rule 10b5-1 Trading Plan transaction.", "made_under"],
    ["Sale executed pursuant to a pre-arranged 10b5-1 trading plan.", "made_under"],
    ["These shares were sold under a Rule 10b5-1 Sales Plan, dated as set forth in Exhibit 10.", "made_under"],
    [
      "The option exercise and sale reported were effected pursuant to a 10b5-1 trading plan adopted by Ms. Roe on November 12, 2019.",
      "made_under | 2019-11-12",
    ],
    [
      "The sale was made pursuant to a Rule 10b5-1 plan adopted on February 28, 2020, as amended on March 1, 2021.",
      "made_under | 2020-02-28 | 2021-03-01",
    ],
    [
      "Sold pursuant to a Rule 10b5-1 plan adopted on February 28, 2020 and modified on March 1, 2021.",
      "made_under | 2020-02-28 | 2021-03-01",
    ],
    [
      "On March 1, 2021 the reporting person terminated her Rule 10b5-1 trading plan.",
      "mentioned | - | - | 2021-03-01",
    ],
    [
      "The Rule 10b5-1 plan adopted on February 28, 2020 was terminated on March 1, 2021.",
      "mentioned | 2020-02-28 | - | 2021-03-01",
    ],
    [
      "On February 28, 2020, the reporting person adopted a plan intended to comply with Rule 10b5-1.",
      "mentioned | 2020-02-28",
    ],
    ["The sale was not made pursuant to a Rule 10b5-1 plan.", "not_under"],
    ["This transaction was not made under a 10b5-1 plan.", "not_under"],
    ["The shares were sold outside of the reporting person's Rule 10b5-1 plan.", "not_under"],
    ["None of the sales were made pursuant to a Rule 10b5-1 trading plan.", "not_under"],
    ["These sales were open market sales and were not part of a 10b5-1 plan.", "not_under"],
    ["Non-10b5-1 sale", "not_under"],
    ["Discretionary sale (not under 10b5-1 plan)", "not_under"],
    ["Not a 10b5-1 transaction.", "not_under"],
    [
      "The sales reported in this Form 4 were effected pursuant to a Rule 10b5-1 trading plan previously adopted by the reporting person.",
      "made_under",
    ],
    ["Shares sold by the broker under instructions that satisfy Rule 10b5-1(c)(1)(i)(B).", "made_under"],
    [
      "The transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c), adopted on September 8, 2023.",
      "made_under | 2023-09-08",
    ],
    [
      "Transaction effected pursuant to a Rule 10b5-1 trading plan. Date of plan adoption: September 8, 2023.",
      "made_under | 2023-09-08",
    ],
    ["Pursuant to 10b5-1 plan (adopted 09/08/2023).", "made_under | 2023-09-08"],
    ["Transaction made pursuant to Rule 10b5-1 trading plan; adoption date: 9/8/2023.", "made_under | 2023-09-08"],
    [
      "Exercise and sale pursuant to Rule 10b5-1 trading arrangement (adoption date September 8, 2023).",
      "made_under | 2023-09-08",
    ],
    [
      "In accordance with Rule 10b5-1, the shares were automatically sold to cover taxes under the Company's mandatory sell-to-cover policy.",
      "made_under",
    ],
    ["The reporting person may sell shares under a Rule 10b5-1 plan in the future.", "mentioned"],
    ["The reporting person intends to adopt a Rule 10b5-1 plan.", "mentioned"],
    [
      "The sales reported were effected pursuant to a Rule 10b5-1 trading plan adopted by the Trust on December 6, 2013.",
      "made_under | 2013-12-06",
    ],
    [
      "These transactions were effected by the Roe Trust dated May 1, 1999 pursuant to a Rule 10b5-1 plan that was adopted on December 6, 2013.",
      "made_under | 2013-12-06",
    ],
    ["The sales were made pursuant to a 10b5-1 plan which will terminate on December 31, 2024.", "made_under"],
    ["The sales complete the plan under Rule 10b5-1 pursuant to which the shares were sold.", "made_under"],
    ["This Form 4/A is filed to report that the sale was made pursuant to a Rule 10b5-1 plan.", "made_under"],
    [
      "The checkbox for Rule 10b5-1 was inadvertently not checked; the transaction was made pursuant to a Rule 10b5-1 plan.",
      "made_under",
    ],
    ["The purpose of this amendment is to uncheck the Rule 10b5-1 plan box.", "mentioned"],
    [
      "Sales pursuant to an SEC Rule 10b5-1 trading plan effective November 10, 2008, adopted November 5, 2008.",
      "made_under | 2008-11-05",
    ],
    ["Sales pursuant to SEC Rule 10b5-1 trading plan effective November 10, 2008.", "made_under"],
    [
      "The shares were sold pursuant to a selling plan established on January 10, 2005 under Rule 10b5-1 of the Securities Exchange Act of 1934.",
      "made_under | 2005-01-10",
    ],
    ["The reporting person sold shares under a 10b5‑1 plan put in place December 1, 2022.", "made_under | 2022-12-01"],
    [
      "The sales were made pursuant to the terms of a Rule 10b5-1 trading plan executed by the reporting person on December 1, 2022.",
      "made_under | 2022-12-01",
    ],
    ["RULE 10B5-1 TRADING PLAN ADOPTED ON DECEMBER 1, 2022", "made_under | 2022-12-01"],
    ["Rule 10b-5 trading plan", "made_under"],
    ["Transaction under Rule 10(b)(5)-1 plan.", "made_under"],
    [
      "Sales effected under a stock trading plan adopted by the reporting person on December 1, 2022 pursuant to Rule 10b5-1 under the Exchange Act.",
      "made_under | 2022-12-01",
    ],
    [
      "All transactions on this form were made under a prearranged stock trading plan. The plan was adopted on December 1, 2022 and complies with Rule 10b5-1.",
      "made_under | 2022-12-01",
    ],
    [
      "The shares were sold under the reporting person's previously disclosed Rule 10b5-1 plan, which was adopted on December 1, 2022 and expires December 1, 2023.",
      "made_under | 2022-12-01",
    ],
    [
      "The transaction reported on this Form 4 was effected pursuant to a Rule 10b5-1 trading plan adopted by the spouse of the reporting person on 1 December 2022.",
      "made_under | 2022-12-01",
    ],
    [
      "The sales were made in accordance with a Rule 10b5-1 trading plan adopted Dec. 1, 2022.",
      "made_under | 2022-12-01",
    ],
    ["The sale was made pursuant to a 10b5-1 plan adopted in a prior quarter on 12/01/22.", "made_under | 2022-12-01"],
    [
      "Sold under 10b5-1 plans adopted on December 1, 2022 and March 1, 2023, respectively.",
      "made_under | 2022-12-01, 2023-03-01",
    ],
    ["The reporting person's sales are made under a Rule 10b5-1 plan.", "made_under"],
    ["The sale reported was made per a 10b5-1 plan.", "made_under"],
    ["Gift was made pursuant to a Rule 10b5-1 plan.", "made_under"],
    ["Shares were purchased under the Company's 10b5-1 purchase plan by the reporting person.", "made_under"],
    ["Following completion of his Rule 10b5-1 plan, the reporting person owns 5,000 shares.", "mentioned"],
    ["The reporting person sold these shares independently of any Rule 10b5-1 plan.", "not_under"],
    ["Rule 10b5-1 plan sale (plan adopted 3/1/21).", "made_under | 2021-03-01"],
    ["Per 10b5-1 plan.", "made_under"],
    ["Shares sold automatically by Roe & Co. under a 10b5-1.", "made_under"],
    ["Sale per Rule 10b5-1 plan entered 3/1/2021", "made_under | 2021-03-01"],
    [
      "Trades by the broker in its sole discretion under a 10b5-1 trading plan signed March 1, 2021.",
      "made_under | 2021-03-01",
    ],
    ["10b5-1 plan sales; plan established March 2021.", "made_under | 2021-03"],
    [
      "Sale under the 10b5-1 plan of March 1, 2021, as modified September 1, 2021.",
      "made_under | 2021-03-01 | 2021-09-01",
    ],
    [
      "The last sale under the Rule 10b5-1 plan adopted March 1, 2021, which was terminated on September 15, 2021.",
      "made_under | 2021-03-01 | - | 2021-09-15",
    ],
    [
      "Effective September 15, 2021 the reporting person cancelled his Rule 10b5-1 trading plan.",
      "mentioned | - | - | 2021-09-15",
    ],
    [
      "The reporting person entered into a Rule 10b5-1 plan on March 1, 2021; no sales have been made under it.",
      "mentioned | 2021-03-01",
    ],
    ["Sales under the reporting person's Rule 10b5-1 plan will begin in June.", "mentioned"],
    ["The reporting person's 10b5-1 plan expired on March 1, 2021.", "mentioned"],
    ["The box for Rule 10b5-1 plans was checked in error.", "mentioned"],
    ["Not pursuant to a 10b5-1 plan.", "not_under"],
    ["The reported sale, though made while a 10b5-1 plan was in effect, was not made under that plan.", "not_under"],
    ["Sale not made under the Rule 10b5-1 plan adopted by the Issuer.", "not_under"],
    ["Open-market purchase; no 10b5-1 plan was involved.", "not_under"],
    ["Sold pursuant to Rule 10b5-1(c).", "made_under"],
    ["The exercise of the option and the sale of the shares were both made under a 10b5-1 plan.", "made_under"],
    [
      "The shares were sold pursuant to a prearranged trading plan under Rule 10b5-1 that Mr. Roe put in place on March 1, 2021.",
      "made_under | 2021-03-01",
    ],
    [
      "Sales made by the Roe Family Trust under its Rule 10b5-1 plan, which the trustees adopted on March 1, 2021.",
      "made_under | 2021-03-01",
    ],
    [
      "On March 1, 2021 the reporting person established a plan under Rule 10b5-1, pursuant to which the sales reported here were made.",
      "made_under | 2021-03-01",
    ],
    ["Some of these shares were sold under a 10b5-1 plan and others were not.", "made_under"],
    ["300 of the 1,000 shares were sold under a Rule 10b5-1 plan.", "made_under"],
    ["The prior Form 4 failed to state that the sale on May 3 was made under a Rule 10b5-1 plan.", "mentioned"],
    ["Amended to state that the sale was made under a Rule 10b5-1 plan.", "made_under"],
    [
      "The trades in Table I took place under a written plan (Rule 10b5-1), in effect since May 1, 2021 and adopted March 1, 2021.",
      "made_under | 2021-03-01",
    ],
    ["The trades were made under a Rule 10b5-1 plan in existence since March 2021.", "made_under"],
    ["Sold under a 10b5-1 plan; first trade under the plan: May 3, 2021.", "made_under"],
    ["The reporting person does not currently have a Rule 10b5-1 plan.", "mentioned"],
    ["Disposition under a plan intended to comply with SEC Rule 10b5‑1(c)(1).", "made_under"],
    ["SALE PURSUANT TO 10B5-1 PLAN DTD 03/01/2021", "made_under | 2021-03-01"],
    ["10b5-1 plan, adopted as of March 1, 2021.", "made_under | 2021-03-01"],
    [
      "The sales reported on this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted by Jane Roe on March 1, 2021, and include shares sold to cover taxes.",
      "made_under | 2021-03-01",
    ],
    ["Effected pursuant to Rule 10b5-1 trading plan adopted 2021-03-01.", "made_under | 2021-03-01"],
    ["These trades were executed pursuant to a Rule 10b5-1 trading plan during an open window.", "made_under"],
    ["Shares sold pursuant to a Rule 10b5-1 plan for estate planning purposes.", "made_under"],
    ["The sale was executed in accordance with the reporting person's established Rule 10b5-1 plan.", "made_under"],
    ["Transaction made under the Roe 2020 GRAT's Rule 10b5-1 plan.", "made_under"],
    [
      "The transaction occurred pursuant to the reporting person's 10b5-1 plan; the reporting person had no discretion.",
      "made_under",
    ],
    [
      "The Reporting Person's transaction was effected under a Rule 10b5-1 plan, adopted on March 1, 2021, relating to shares from the exercise of options expiring on March 1, 2022.",
      "made_under | 2021-03-01",
    ],
    [
      "Sold pursuant to a trading plan dated March 1, 2021, as amended June 1, 2021, that complies with Rule 10b5-1.",
      "made_under | 2021-03-01 | 2021-06-01",
    ],
    [
      "The plan under Rule 10b5-1, adopted on March 1, 2021 and last modified on June 1, 2021, governed the sales, which were effected under the plan.",
      "made_under | 2021-03-01 | 2021-06-01",
    ],
    [
      "The reporting person has adopted a Rule 10b5-1 plan on March 1, 2021 under which up to 5,000 shares may be sold.",
      "mentioned | 2021-03-01",
    ],
    ["The Rule 10b5-1 plan was terminated by the reporting person on June 1, 2021.", "mentioned | - | - | 2021-06-01"],
    ["Sales of shares not made under 10b5-1 plan", "not_under"],
    [
      "The transaction was not effected pursuant to a Rule 10b5-1(c) plan, and the box is checked in error.",
      "not_under",
    ],
    ["This was a discretionary transaction and not made pursuant to a 10b5-1 trading plan.", "not_under"],
    ["Sold under a 10b5-1 plan that Mr. Roe set up on February 4, 2019.", "made_under | 2019-02-04"],
    [
      "All sales reported were by a broker acting under a 10b5-1 plan entered into February 4, 2019.",
      "made_under | 2019-02-04",
    ],
    ["The sale was a market order; the reporting person's 10b5-1 plan was not used.", "not_under"],
    ["The last sale under the 10b5-1 plan was reported on the prior Form 4.", "mentioned"],
    [
      "The reporting person's 10b5-1 plan, adopted February 4, 2019, was amended June 4, 2019.",
      "mentioned | 2019-02-04 | 2019-06-04",
    ],
    [
      "Sale of shares underlying RSUs under a durable 10b5-1 instruction letter dated February 4, 2019 to cover taxes.",
      "made_under | 2019-02-04",
    ],
    ["Sales under the plan (Rule 10b5-1) are expected to start in July.", "mentioned"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("no 10b5-1 plan", () => {
  test.each(["The shares were sold under the 2010 trading plan.", "Acquired under the 2010 Equity Plan."])(
    "%s",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe("a plan and the reported transactions", () => {
  test.each([
    ["Automatic sale – 10b5-1 plan established on the 3rd of May, 2021", "made_under"],
    ["Sale - Rule 10b5-1 Plan adopted May 3, 2021", "made_under"],
    ["Scheduled 10b5-1 sale", "made_under"],
    ["Option exercise and sale - 10b5-1 plan", "made_under"],
    ["Automatic 10b5-1 plan sale.", "made_under"],
    ["Sales: 10b5-1 plan dated March 4, 2020.", "made_under"],
    ["The reporting person's Rule 10b5-1 plan triggered this sale.", "made_under"],
    ["The reporting person's 10b5-1 trading plan required this transaction.", "made_under"],
    ["A 10b5-1 plan adopted by Ms. Roe on June 1, 2022 governs these sales.", "made_under"],
    ["These sales were dictated by a Rule 10b5-1 plan.", "made_under"],
    ["The sales reported herein are governed by a Rule 10b5-1 trading plan adopted on June 1, 2022.", "made_under"],
    ["The broker sold the shares as instructed in a Rule 10b5-1 plan.", "made_under"],
    ["Sold as part of a pre-arranged stock trading plan designed to comply with Rule 10b5-1.", "made_under"],
    [
      "This transaction was automatically executed under a trading plan intended to comply with Rule 10b5-1(c) of the Securities Exchange Act of 1934.",
      "made_under",
    ],
    [
      "The reporting person adopted a trading plan under Rule 10b5-1 on March 2, 2020. The sales reported on this form were made under the plan.",
      "made_under",
    ],
    [
      "The transactions reported on this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted by the Trust.",
      "made_under",
    ],
    ["Shares sold in accordance with the terms of a 10b5-1 selling plan.", "made_under"],
    ["Pre-planned sale under SEC Rule 10b5-1.", "made_under"],
    [
      "The sale was effected by the broker in compliance with a Rule 10b5-1 instruction letter dated 3/4/2019.",
      "made_under",
    ],
    ["All of the transactions listed were pre-arranged in a 10b5-1 plan.", "made_under"],
    ["The sales set out above were prearranged pursuant to 10b5-1 plan in effect since 2012.", "made_under"],
    ["Mr. Roe's 10b5-1 plan accounts for this sale.", "made_under"],
    ["The sale resulted from a limit order under the reporting person's 10b5-1 plan.", "made_under"],
    ["Sale occurred automatically under 10b5-1 Plan.", "made_under"],
    [
      "This Form 4 is amended to check the box indicating that the transaction was made pursuant to a Rule 10b5-1 plan.",
      "made_under",
    ],
    ["This sale was not made pursuant to a 10b5-1 plan.", "not_under"],
    ["The shares were sold outside of the reporting person's 10b5-1 plan.", "not_under"],
    ["Although Ms. Roe has a Rule 10b5-1 plan, these shares were not sold under that plan.", "not_under"],
    [
      "Having terminated her Rule 10b5-1 plan on May 3, 2021, Ms. Roe sold the shares in the open market and not under any plan.",
      "not_under",
    ],
    ["After her Rule 10b5-1 plan expired, Ms. Roe sold these shares without any such plan.", "not_under"],
    ["The sale was discretionary and was not covered by the reporting person's 10b5-1 plan.", "not_under"],
    ["Transaction was not part of a Rule 10b5-1 trading plan.", "not_under"],
    ["These sales are independent of the reporting person's Rule 10b5-1 plan.", "not_under"],
    ["The box was checked in error; the transaction was not made under a 10b5-1 plan.", "not_under"],
    ["Open market purchase, not pursuant to 10b5-1 plan.", "not_under"],
    ["None of the reported sales were made under a Rule 10b5-1 plan.", "not_under"],
    ["On May 3, 2021 the reporting person entered into a Rule 10b5-1 plan to sell up to 50,000 shares.", "mentioned"],
    ["In connection with his resignation, Mr. Roe's 10b5-1 plan was terminated on May 3, 2021.", "mentioned"],
    ["In connection with the merger, the Rule 10b5-1 plan of the reporting person was cancelled.", "mentioned"],
    ["Under its terms, Ms. Roe's 10b5-1 plan of May 2019 was suspended on June 2, 2020.", "mentioned"],
    ["The reporting person has terminated the Rule 10b5-1 plan under which he had been selling shares.", "mentioned"],
    [
      "Following this transaction, 20,000 shares remain subject to sale under the reporting person's 10b5-1 plan.",
      "mentioned",
    ],
    ["The reporting person's Rule 10b5-1 plan, adopted on May 3, 2021, has been completed.", "mentioned"],
    ["Future sales may be made under a Rule 10b5-1 plan adopted on May 3, 2021.", "mentioned"],
    [
      "As a result of a change in brokers, the Rule 10b5-1 plan dated May 3, 2019 was amended on March 15, 2020.",
      "mentioned",
    ],
    ["The Rule 10b5-1 plan covers up to 30,000 shares and ends on December 31, 2025.", "mentioned"],
    [
      "The sales reported on this Form 4 were effected pursuant to a Rule 10b5-1 trading plan adopted by the Reporting Person on 08/15/2023.",
      "made_under",
    ],
    ["Sales pursuant to Rule 10b5-1 trading plan.", "made_under"],
    ["Transaction executed pursuant to a pre-arranged trading plan under Rule 10b5-1.", "made_under"],
    ["Sales were effected by a broker pursuant to instructions given under Rule 10b5-1.", "made_under"],
    [
      "All sales reported herein were made pursuant to a written plan for trading securities adopted in accordance with Rule 10b5-1.",
      "made_under",
    ],
    ["Shares sold pursuant to sales plan established in compliance with Rule 10b5-1.", "made_under"],
    ["Sold pursuant to 10b5-1 Plan.", "made_under"],
    [
      "The transactions were effected in accordance with a 10b5-1 plan previously adopted by the reporting person.",
      "made_under",
    ],
    [
      "Exercise of options and sale of underlying shares under a Rule 10b5-1 plan dated November 10, 2022, which will expire on November 10, 2023.",
      "made_under",
    ],
    [
      "These transactions were made pursuant to a Rule 10b5-1(c) trading plan that will terminate on May 1, 2024 or when all shares are sold.",
      "made_under",
    ],
    [
      "The purchase was made under the issuer's dividend reinvestment arrangement that satisfies Rule 10b5-1.",
      "made_under",
    ],
    ["The shares were sold by the trust pursuant to a pre-existing 10b5-1 plan.", "made_under"],
    [
      "The option exercise and subsequent sale were carried out pursuant to a Rule 10b5-1 Plan in order to diversify the reporting person's holdings.",
      "made_under",
    ],
    ["This sale was previously arranged under the terms of a Rule 10b5-1 sales plan.", "made_under"],
    ["Sale effected in connection with a Rule 10b5-1 trading plan.", "made_under"],
    ["The shares sold were subject to a Rule 10b5-1 plan.", "made_under"],
    ["Sold to cover taxes under an automatic sale instruction intended to satisfy Rule 10b5-1(c).", "made_under"],
    [
      "The sale of shares was effected pursuant to mandatory sell-to-cover instructions meeting the requirements of Rule 10b5-1.",
      "made_under",
    ],
    ["Transaction made per 10b5-1 trading plan adopted 2/14/2024.", "made_under"],
    ["The reported sale is being made pursuant to a 10b5-1 plan.", "made_under"],
    ["Sale made according to pre-existing 10b5-1 Plan.", "made_under"],
    ["10b5-1 trading plan sale", "made_under"],
    ["Shares sold as part of the reporting person's Rule 10b5-1 diversification program.", "made_under"],
    [
      "The transaction reported was triggered under the reporting person's Rule 10b5-1 plan when the price reached a preset limit.",
      "made_under",
    ],
    [
      "Sales made under the Reporting Person's Rule 10b5-1 Plan, which plan had been adopted on May 3, 2021 and amended on June 1, 2022.",
      "made_under",
    ],
    ["Some of the shares were sold under a 10b5-1 plan and some in the open market.", "made_under"],
    [
      "The transactions reported on this Form 4 were not made pursuant to a contract, instruction or written plan intended to satisfy the affirmative defense conditions of Rule 10b5-1(c).",
      "not_under",
    ],
    ["This transaction was not executed under a 10b5-1 plan.", "not_under"],
    ["The sale did not occur pursuant to a Rule 10b5-1 trading arrangement.", "not_under"],
    ["The sale to cover was not pursuant to a Rule 10b5-1 plan, but was required by the issuer.", "not_under"],
    ["Sale was made outside of a 10b5-1 trading plan.", "not_under"],
    ["The purchases were made in the open market and are not subject to a Rule 10b5-1 plan.", "not_under"],
    ["The box relating to Rule 10b5-1 was inadvertently checked. The sale was not made under a plan.", "not_under"],
    [
      "The reporting person has entered into a Rule 10b5-1 trading plan, pursuant to which sales may begin on August 1, 2023.",
      "mentioned",
    ],
    ["The Reporting Person intends to adopt a Rule 10b5-1 plan to sell a portion of these shares.", "mentioned"],
    ["The Rule 10b5-1 plan adopted May 3, 2021 expired by its terms on May 3, 2022.", "mentioned"],
    [
      "All shares subject to the reporting person's 10b5-1 plan have now been sold and the plan has ended.",
      "mentioned",
    ],
    ["The original Form 4 did not check the Rule 10b5-1 box and the plan's adoption date was omitted.", "mentioned"],
    ["The reporting person no longer has a Rule 10b5-1 plan.", "mentioned"],
    ["The shares are to be sold under a Rule 10b5-1 plan adopted on May 3, 2021.", "mentioned"],
    [
      "The reporting person's Rule 10b5-1 plan provides for the sale of up to 40,000 shares through May 2024.",
      "mentioned",
    ],
  ])("%s", (text, expected) => {
    expect(readFact("planUse", text)?.value).toBe(expected);
  });
});

describe("days of a plan that was amended more than once", () => {
  test.each([
    [
      "Sold under a 10b5-1 plan dated June 3, 2016, amended on March 14, 2017 and again on September 12, 2017.",
      "2017-03-14, 2017-09-12",
    ],
    [
      "Sold under a 10b5-1 plan adopted June 3, 2016, amended first on March 14, 2017 and then on September 12, 2017.",
      "2017-03-14, 2017-09-12",
    ],
    [
      "Sold under a 10b5-1 plan, as amended on March 14, 2017, and further on September 12, 2017.",
      "2017-03-14, 2017-09-12",
    ],
    [
      "Sold under a 10b5-1 plan, as amended March 14, 2017 and, most recently, September 12, 2017.",
      "2017-03-14, 2017-09-12",
    ],
    [
      "Sold under a 10b5-1 plan, as amended March 14, 2017, and as further amended September 12, 2017.",
      "2017-03-14, 2017-09-12",
    ],
    ["Sold under a 10b5-1 plan (adopted in May 2019; last modified by Ms. Roe on March 2, 2020).", "2020-03-02"],
  ])("%s", (text, expected) => {
    expect(readFact("planModified", text)?.value.join(", ") ?? "-").toBe(expected);
  });
});

describe("days of a plan that was terminated later", () => {
  test.each([
    ["Sold under Ms. Roe's 10b5-1 plan (adopted in May 2019; since terminated by her on March 2, 2020).", "2020-03-02"],
    ["Sold under Ms. Roe's 10b5-1 plan (adopted May 1, 2019, terminated March 2, 2020).", "2020-03-02"],
    [
      "Sold under Ms. Roe's 10b5-1 plan (entered into in June 2019; it was revoked by the reporting person as of March 2, 2020).",
      "2020-03-02",
    ],
    ["Sales made under Ms. Roe's Rule 10b5-1 plan, which she cancelled on March 2, 2020.", "2020-03-02"],
    ["Sold under Ms. Roe's 10b5-1 plan (adopted May 1, 2019; expired March 2, 2020).", "-"],
  ])("%s", (text, expected) => {
    expect(readFact("planTerminated", text)?.value.join(", ") ?? "-").toBe(expected);
  });
});

describe("a trade outside a plan that the note names before", () => {
  test.each([
    [
      "On February 9, 2024, he terminated the Rule 10b5-1 trading arrangement. The sale reported here took place after that termination and outside the arrangement.",
      "not_under",
    ],
    [
      "On May 2, 2023 she terminated her Rule 10b5-1 plan. These sales were made independently of the plan.",
      "not_under",
    ],
    ["His Rule 10b5-1 trading plan expired on May 2, 2023. The sale was made apart from that plan.", "not_under"],
    ["She has a Rule 10b5-1 plan. The reported purchase was separate from the plan.", "not_under"],
    ["He ended his Rule 10b5-1 plan on June 1, 2022. This sale was unrelated to the terminated plan.", "not_under"],
    ["She has a Rule 10b5-1 plan. She may sell shares outside the plan.", "mentioned"],
    ["She has a Rule 10b5-1 plan. No sales outside the plan were made.", "mentioned"],
  ])("%s", (text, expected) => {
    expect(readFact("planUse", text)?.value).toBe(expected);
  });
});

test.each([
  [
    "The trading plan pursuant to which the shares were sold was adopted on May 30, 2023. It is meant to satisfy Rule 10b5-1.",
    "made_under | 2023-05-30",
  ],
  [
    "The plan by which these sales were effected follows a policy of the issuer. It complies with Rule 10b5-1.",
    "made_under",
  ],
  [
    "The incentive plan under which the shares were acquired was approved in 2020. The reporting person has no Rule 10b5-1 trading plan.",
    "mentioned",
  ],
  [
    "The trading plan under which no shares were sold was adopted on May 30, 2023. It is intended to comply with Rule 10b5-1.",
    "mentioned | 2023-05-30",
  ],
  [
    "Sold under two Rule 10b5-1 plans, one adopted on May 30, 2023 and the other on June 5, 2024.",
    "made_under | 2023-05-30, 2024-06-05",
  ],
  [
    "Sales under Rule 10b5-1 plans, adopted on May 30, 2023 and, the third one, on June 5, 2024.",
    "made_under | 2023-05-30, 2024-06-05",
  ],
  ["Sold under an irrevocable Rule 10b5-1 instruction that was given on May 30, 2023.", "made_under | 2023-05-30"],
  ["Sold under a Rule 10b5-1 direction which the reporting person gave on May 30, 2023.", "made_under | 2023-05-30"],
  [
    "Sold under Rule 10b5-1 plans, of which one was adopted on May 30, 2023 and another, since ended, on June 5, 2024.",
    "made_under | 2023-05-30, 2024-06-05",
  ],
  ["Sold under Rule 10b5-1 instructions she delivered on May 30, 2023.", "made_under | 2023-05-30"],
  ["Sold under a Rule 10b5-1 plan; notice of the sale was given on May 30, 2023.", "made_under"],
])("a plan whose rule is named in another sentence, or that replaced another: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Shares sold pursuant to a non-discretionary 10b5-1 plan.", "made_under"],
  ["Sold under a non-binding instruction, then a written Rule 10b5-1 plan.", "made_under"],
  ["Sold under a non-Rule 10b5-1 trading arrangement.", "not_under"],
  ["Sold under a non-10b5-1 plan.", "not_under"],
  ["In accordance with the reporting person's 10b5-1 Trading Plan effective 02/01/2016.", "made_under"],
  ["Under a 10b5-1 plan which was adopted on May 30, 2023.", "made_under | 2023-05-30"],
  ["Sold under a Rule 10b5-1 plan, the adoption of which was announced on April 2, 2014.", "made_under"],
  ["Sold under a Rule 10b5-1 plan adopted on May 30, 2023, as disclosed on August 2, 2023.", "made_under | 2023-05-30"],
])("a plan that leaves no discretion, is effective, or was announced: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "The reporting person did not choose these sales, which her 10b5-1 plan of May 30, 2023 required.",
    "made_under | 2023-05-30",
  ],
  [
    "The plan, adopted on May 30, 2023 and intended to satisfy Rule 10b5-1(c), called for this purchase.",
    "made_under | 2023-05-30",
  ],
  [
    "The plan, adopted on May 30, 2023 and intended to satisfy Rule 10b5-1(c), called for regular reports.",
    "mentioned | 2023-05-30",
  ],
  ["Although the reporting person has a Rule 10b5-1 plan, this gift was not made under it.", "not_under"],
  ["The reporting person's Rule 10b5-1 plan has ended, and the sales reported here were not part of it.", "not_under"],
])("a plan that called for a trade, or did not: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Pursuant to the 10b5-1 plan that the reporting person adopted on May 30, 2023.", "made_under | 2023-05-30"],
  [
    "The sales disclosed under Item 408 are those of a 10b5-1 plan that was adopted on May 30, 2023; none has been made.",
    "mentioned | 2023-05-30",
  ],
  ["Sales under the 10b5-1 plan of the Roe Charitable Trust, adopted in March 2019.", "made_under | 2019-03"],
])("the plan as an object, of an owner, or of another rule: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "The plan under which this sale was made, a Rule 10b5-1 plan, terminated on its own terms on July 1, 2022.",
    "made_under | - | - | 2022-07-01",
  ],
  ["Sold under a 10b5-1 plan (plan date May 30, 2023).", "made_under | 2023-05-30"],
  [
    "Sold under a Rule 10b5-1 plan adopted on May 30, 2023; the issuer's insider trading policy was adopted on March 1, 2019.",
    "made_under | 2023-05-30",
  ],
  [
    "Sold under a plan that meets Rule 10b5-1 and the issuer's policy, adopted on May 30, 2023 (the issuer's policy was adopted on March 1, 2019).",
    "made_under | 2023-05-30",
  ],
])("a plan that terminated by its terms, its date, and the day of a policy: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Sold under his amended Rule 10b5-1 plan; the amendment was made on May 30, 2023.", "made_under | - | 2023-05-30"],
  ["Sold under his Rule 10b5-1 plan; the sale was made on May 30, 2023.", "made_under"],
])("an amendment named behind the plan: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "In connection with her resignation, she terminated on July 6, 2024 the Rule 10b5-1 plan that she adopted on May 9, 2024.",
    "mentioned | 2024-05-09 | - | 2024-07-06",
  ],
  [
    "He adopted a Rule 10b5-1 plan on May 3, 2022. He amended it on June 4, 2022.",
    "mentioned | 2022-05-03 | 2022-06-04",
  ],
  [
    "The plan in the Form 4 filed on May 2, 2023 was terminated on June 1, 2023; it was a Rule 10b5-1 plan.",
    "mentioned | - | - | 2023-06-01",
  ],
  [
    "He ended one 10b5-1 plan and adopted another on May 2, 2023; the reported sale occurred under the latter.",
    "made_under | 2023-05-02",
  ],
  ["She adopted a Rule 10b5-1 plan on May 2, 2023. No shares had been sold under it.", "mentioned | 2023-05-02"],
])("a plan that was ended, amended or followed by another: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "The Rule 10b5-1 plan was adopted on May 3, 2021 to sell shares from vesting equity awards. The sales were made under the plan.",
    "made_under | 2021-05-03",
  ],
  [
    "The trading plan meeting the requirements of Rule 10b5-1 which governs these sales was signed on March 3, 2021.",
    "made_under | 2021-03-03",
  ],
  ["The Rule 10b5-1 plan that governs sales of the shares will be adopted in May.", "mentioned"],
  ["The Rule 10b5-1 plan covers 500 shares from option exercises. The sales were made under the plan.", "made_under"],
  [
    "The Rule 10b5-1 plan was adopted on June 1, 2023. The shares were issued on settlement of an award under the plan.",
    "mentioned | 2023-06-01",
  ],
  [
    "The Rule 10b5-1 plan was adopted on May 3, 2021. The shares were acquired under the equity plan.",
    "mentioned | 2021-05-03",
  ],
  [
    "Ms. Roe's 10b5-1 plan was adopted on May 3, 2021 and terminated on June 1, 2022. These sales were made under it before its termination.",
    "made_under | 2021-05-03 | - | 2022-06-01",
  ],
  [
    "The reporting person modified on May 24, 2024 the amount and timing of the sales under the Rule 10b5-1 arrangement adopted on September 8, 2023. This sale was effected under the arrangement as modified.",
    "made_under | 2023-09-08 | 2024-05-24",
  ],
  [
    "The reporting person changed on May 24, 2024 the timing of sales under his Rule 10b5-1 plan.",
    "mentioned | - | 2024-05-24",
  ],
  [
    "He amended on May 24, 2024 the price limits of the Rule 10b5-1 plan that he had adopted on September 8, 2023.",
    "mentioned | 2023-09-08 | 2024-05-24",
  ],
  [
    "The company modified on May 24, 2024 the exercise price of the options. Sold under a Rule 10b5-1 plan adopted on June 1, 2023.",
    "made_under | 2023-06-01",
  ],
])("a plan for shares from awards, and what was changed in a plan: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "The prior Form 4 is being amended to reflect that all sales reported were made pursuant to a Rule 10b5-1 plan adopted on May 4, 2023.",
    "made_under | 2023-05-04",
  ],
  [
    "The earlier Form 4 was corrected to show that the transactions were made under a 10b5-1 trading plan.",
    "made_under",
  ],
  ["The previous Form 4 reported sales made under a 10b5-1 plan.", "mentioned"],
  [
    "The sales were made under a 10b5-1 instruction letter given to the issuer on May 4, 2023.",
    "made_under | 2023-05-04",
  ],
  [
    "Sold under a trading plan by and among Ms. Kestrel, her spouse and a broker, dated as of May 4, 2023, that complies with Rule 10b5-1.",
    "made_under | 2023-05-04",
  ],
  [
    "The loan agreement by and between Ms. Kestrel and a bank, dated May 4, 2023, is secured by shares. Sales were made under a 10b5-1 plan.",
    "made_under",
  ],
  [
    "Shares were sold pursuant to a Rule 10b5-1 instruction contained in the award agreement adopted by Ms. Kestrel on May 4, 2023.",
    "made_under | 2023-05-04",
  ],
  ["Shares were sold under a 10b5-1 plan. The award agreement was adopted on May 4, 2023.", "made_under"],
])("an amended report, a letter and an agreement with a broker: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "Purchases were made pursuant to a 10b5-1 plan between Ms. Kestrel and Doe & Co., dated May 4, 2022.",
    "made_under | 2022-05-04",
  ],
  ["Sales were made under a 10b5-1 plan with a broker dated May 4, 2022.", "made_under | 2022-05-04"],
  [
    "She entered into a Rule 10b5-1 purchase plan on May 4, 2022, under which these shares were bought.",
    "made_under | 2022-05-04",
  ],
  [
    "This Form 4/A is filed to check the 10b5-1 box; the sales were made under a plan adopted May 4, 2022.",
    "made_under | 2022-05-04",
  ],
  ["The box for Rule 10b5-1 does not apply. The shares were issued under a plan adopted in 2012.", null],
  ["The 10b5-1 plan adopted on May 4, 2022 will begin on September 1, 2022.", "mentioned | 2022-05-04"],
])("the parties to a plan, a plan named by its day, and one that will begin: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
