/** What the form itself prints in its boxes, on the pages of all years. */
const OF_BOXES = [
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
];

/** Headings of both tables, and the sentences between them. */
const OF_TABLES = [
  "(e.g., puts, calls, warrants, options, convertible securities)",
  "1.Title of Security (Instr. 3)",
  "1.Title of Security (Instr. 4)",
  "1. Title of Security (Instr. 3)",
  "1. Title of Security (Instr. 4)",
  "2. Transaction Date (Month/Day/Year)",
  "2A. Deemed Execution Date, if any (Month/Day/Year)",
  "3. Transaction Code (Instr. 8)",
  "4. Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)",
  "4. Securities Acquired (A) or Disposed Of (D) (Instr. 3, 4 and 5)",
  "5. Amount of Securities Beneficially Owned Following Reported Transaction(s) (Instr. 3 and 4)",
  "5. Amount of Securities Beneficially Owned at end of Issuer's Fiscal Year (Instr. 3 and 4)",
  "6. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)",
  "7. Nature of Indirect Beneficial Ownership (Instr. 4)",
  "Code V Amount (A) or (D) Price",
  "Code V (A) (D)",
  "2. Amount of Securities Beneficially Owned (Instr. 4)",
  "3. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)",
  "4. Nature of Indirect Beneficial Ownership (Instr. 5)",
  "1. Title of Derivative Security (Instr. 3)",
  "1. Title of Derivative Security (Instr. 4)",
  "2. Conversion or Exercise Price of Derivative Security",
  "3. Transaction Date (Month/Day/Year)",
  "3A. Deemed Execution Date, if any (Month/Day/Year)",
  "4. Transaction Code (Instr. 8)",
  "5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4, and 5)",
  "5. Number of Derivative Securities Acquired (A) or Disposed of (D) (Instr. 3, 4 and 5)",
  "6. Date Exercisable and Expiration Date (Month/Day/Year)",
  "2. Date Exercisable and Expiration Date (Month/Day/Year)",
  "7. Title and Amount of Underlying Securities (Instr. 3 and 4)",
  "7. Title and Amount of Securities Underlying Derivative Security (Instr. 3 and 4)",
  "3. Title and Amount of Securities Underlying Derivative Security (Instr. 4)",
  "8. Price of Derivative Security (Instr. 5)",
  "9. Number of Derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)",
  "9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s) (Instr. 4)",
  "9. Number of Derivative Securities Beneficially Owned at End of Issuer's Fiscal Year (Instr. 4)",
  "9. Number of derivative Securities Beneficially Owned at End of Issuer's Fiscal Year (Instr. 4)",
  "10. Ownership Form of Derivative Security: Direct (D) or Indirect (I) (Instr. 4)",
  "10. Ownership Form: Direct (D) or Indirect (I) (Instr. 4)",
  "11. Nature of Indirect Beneficial Ownership (Instr. 4)",
  "4. Conversion or Exercise Price of Derivative Security",
  "5. Ownership Form of Derivative Security: Direct (D) or Indirect (I) (Instr. 5)",
  "5. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)",
  "6. Nature of Indirect Beneficial Ownership (Instr. 5)",
  "Date Exercisable Expiration Date",
  "Title Amount or Number of Shares",
  "Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.",
  "Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB control number.",
  "SEC 1474 (9-02)",
  "SEC 1473 (7-02)",
  "SEC 2270 (9-02)",
];

/** For each word, the phrases that contain it, and where. */
type Phrases = Map<string, [phrase: string[], at: number][]>;

function byWord(phrases: string[]): Phrases {
  const found: Phrases = new Map();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    words.forEach((word, at) => {
      const known = found.get(word);
      if (known) known.push([words, at]);
      else found.set(word, [[words, at]]);
    });
  }
  return found;
}

const BOXES = byWord(OF_BOXES);
const TABLES = byWord(OF_TABLES);

/** True if the whole line consists of parts of printed phrases. Such a line contains no value, however it was broken. */
function isOf(phrases: Phrases, line: string): boolean {
  const words = line.trim().split(/\s+/);
  const reached = new Set([0]);
  for (let at = 0; at < words.length; at++) {
    if (!reached.has(at)) continue;
    for (const [phrase, from] of phrases.get(words[at] ?? "") ?? []) {
      for (
        let length = 1;
        words[at + length - 1] === phrase[from + length - 1] && at + length <= words.length;
        length++
      ) {
        reached.add(at + length);
      }
    }
  }
  return reached.has(words.length);
}

export const isOfBoxes = (line: string) => isOf(BOXES, line);

const VALUE_OF_TABLE =
  /^(\(\d{1,2}\) ?)+$|^[A-Z]\(\d{1,2}\)$|^[ADI]$|^V$|^\$|^[\d,]*\d(\.\d+)?( ?\(\d{1,2}\))*( [AD])?$/;

/** True for a line that can only belong to a table: a heading, or a number, a price, a letter or a footnote mark. */
export const isOfTables = (line: string) => VALUE_OF_TABLE.test(line.trim()) || isOf(TABLES, line);
