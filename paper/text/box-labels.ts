/** What the form itself prints in boxes 1 to 6, in the words of EDGAR's pages for Forms 3, 4 and 5, of all years. */
const LABELS = [
  "(Print or Type Responses)",
  "1. Name and Address of Reporting Person *",
  "(Last) (First) (Middle)",
  "(Street)",
  "(City) (State) (Zip)",
  "(Zip/Postal Code)",
  "(Country)",
  "2. Issuer Name and Ticker or Trading Symbol",
  "2a. Foreign Trading Symbol",
  "3a. Foreign Trading Symbol",
  "2. Date of Event Requiring Statement (Month/Day/Year)",
  "3. Issuer Name and Ticker or Trading Symbol",
  "3. Date of Earliest Transaction (Month/Day/Year)",
  "3. Statement for Issuer's Fiscal Year Ended (Month/Day/Year)",
  "4. If Amendment, Date Original Filed(Month/Day/Year)",
  "5. If Amendment, Date Original Filed(Month/Day/Year)",
  "4. If Amendment, Date of Original Filed (Month/Day/Year)",
  "5. If Amendment, Date of Original Filed (Month/Day/Year)",
  "4. Relationship of Reporting Person(s) to Issuer",
  "5. Relationship of Reporting Person(s) to Issuer",
  "(Check all applicable)",
  "Director 10% Owner",
  "Officer (give title below) Other (specify below)",
  "6. Individual or Joint/Group Filing(Check Applicable Line)",
  "6. Individual or Joint/Group Reporting (check applicable line)",
  "Form filed by One Reporting Person",
  "Form filed by More than One Reporting Person",
].map(normal);

/** The sentences at the top, above box 1. */
const TOP = [
  "UNITED STATES SECURITIES AND EXCHANGE COMMISSION",
  "Washington, D.C. 20549",
  "OMB APPROVAL",
  "OMB Number: 3235-0287 3235-0104 3235-0362",
  "Estimated average burden hours per response... 0.5 1.0",
  "hours per response: 0.5 1.0",
  "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES",
  "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES",
  "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES",
  "Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940",
  "Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).",
  "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.",
  "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.",
  "Rule 10b5-1(c) Transaction Indication",
  "Form 3 Holdings Reported",
  "Form 4 Transactions Reported",
  "FORM 3 FORM 4 FORM 5",
].map(normal);

function normal(text: string) {
  return text.toLowerCase().replace(/[\s_]+/g, "");
}

/** True for a text that is a label of a box, or a part of one that was broken over lines. */
export function isBoxLabel(text: string) {
  const bare = normal(text);
  return (
    bare !== "" &&
    (LABELS.some((label) => label.includes(bare) && (bare.length > 4 || label === bare)) ||
      /^\((last|first|middle|street|city|state|zip|country)\)$/.test(bare) ||
      /^(code|below)\)$/.test(bare))
  );
}

export const isTopSentence = (text: string) => {
  const bare = normal(text);
  return bare.length > 3 && TOP.some((sentence) => sentence.includes(bare));
};
