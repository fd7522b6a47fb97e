/** What a form itself prints, as lists of words: a line of nothing else, in whatever pieces it was broken, is no value. */
export type FormWords = { starts: Map<string, [phrase: string[], at: number][]> };

export function formWords(phrases: string[]): FormWords {
  const starts: FormWords["starts"] = new Map();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    words.forEach((word, at) => {
      const found = starts.get(word) ?? [];
      found.push([words, at]);
      starts.set(word, found);
    });
  }
  return { starts };
}

/** How many words from `at` on are a part of one phrase, at most. */
function longestPart(words: string[], at: number, { starts }: FormWords): number {
  let longest = 0;
  for (const [phrase, from] of starts.get(words[at] ?? "") ?? []) {
    let length = 0;
    while (at + length < words.length && words[at + length] === phrase[from + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** True where the whole line is parts of the form's own phrases. */
export function isOfForm(line: string, form: FormWords): boolean {
  const words = line.trim().split(/\s+/);
  const reached = words.map(() => false);
  reached.push(false);
  reached[0] = true;
  for (let at = 0; at < words.length; at++) {
    if (!reached[at]) continue;
    const longest = longestPart(words, at, form);
    for (let length = 1; length <= longest; length++) reached[at + length] = true;
  }
  return reached[words.length] === true;
}

/** Boxes 1 to 6 on the pages of all years. */
export const BOX_WORDS = formWords([
  "(Print or Type Responses)",
  "1. Name and Address of Reporting Person *",
  "1. Name and Address of Reporting Person*",
  "(Last) (First) (Middle)",
  "(Street)",
  "(City) (State) (Zip)",
  "(Zip/Postal Code)",
  "(Country)",
  "2. Issuer Name and Ticker or Trading Symbol",
  "3. Issuer Name and Ticker or Trading Symbol",
  "2a. Foreign Trading Symbol",
  "3a. Foreign Trading Symbol",
  "2. Date of Event Requiring Statement (Month/Day/Year)",
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
  "6. Individual or Joint/Group Filing (Check Applicable Line)",
  "6. Individual or Joint/Group Reporting (check applicable line)",
  "X Form filed by One Reporting Person",
  "X Form filed by More than One Reporting Person",
  "_____ __X__ _X_ ___",
  "_____ Director __X__ Director _____ 10% Owner __X__ 10% Owner",
  "_____ Officer __X__ Officer _____ Other __X__ Other",
  "_X_ Form ___ Form",
  "1.Title of Security (Instr. 3)",
  "1.Title of Security (Instr. 4)",
  "1. Title of Security (Instr. 3)",
  "1. Title of Security (Instr. 4)",
  "Rule 10b5-1(c) Transaction Indication",
  "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.",
  "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10.",
  "Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).",
  "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES",
  "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES",
  "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES",
  "UNITED STATES SECURITIES AND EXCHANGE COMMISSION",
  "Washington, D.C. 20549",
  "OMB APPROVAL",
  "OMB Number: 3235-0287 3235-0104 3235-0362",
  "Estimated average burden hours per response... 0.5 1.0",
  "hours per response: 0.5 1.0",
  "Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934 or Section 30(h) of the Investment Company Act of 1940",
  "Form 3 Holdings Reported",
  "Form 4 Transactions Reported",
  "SEC Form 3 4 5",
  "FORM 3",
  "FORM 4",
  "FORM 5",
]);
