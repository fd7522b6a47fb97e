/** The seven groups of codes, each with the same mark, colour and lane everywhere. */
export type CodeGroup = "purchase" | "sale" | "exercise" | "grant" | "tax" | "gift" | "other";

/** How free the decision was: a purchase or sale (P or S), the same under a 10b5-1 plan, or any other transaction. */
export type MarkFill = "solid" | "tint" | "hollow";

export type TransactionCodeLetter =
  | "P"
  | "S"
  | "M"
  | "X"
  | "O"
  | "C"
  | "A"
  | "F"
  | "D"
  | "G"
  | "W"
  | "J"
  | "K"
  | "U"
  | "I"
  | "L"
  | "Z"
  | "E"
  | "H";

export type TransactionCode = {
  code: TransactionCodeLetter;
  group: CodeGroup;
  /** The word on the chip. For M it depends on the row, so use {@link chipWord}. */
  word: string;
  /** What distinguishes the code from its neighbours in a list of filters: "open market or private". */
  qualifier: string;
  /** The form's meaning, without a full stop, for use after "S: " or alone. */
  meaning: string;
  /** The rule of the Exchange Act that the code names or that governs it; `null` if there is none. */
  rule: string | null;
  /** True if only rows of Table II can have the code. */
  derivativeOnly: boolean;
  /** How the code is commonly misread. */
  misreading: string;
};

/** In the order of lanes, legends and filters. */
export const codeGroups: readonly { group: CodeGroup; label: string }[] = [
  { group: "purchase", label: "Purchase" },
  { group: "sale", label: "Sale" },
  { group: "exercise", label: "Exercise and conversion" },
  { group: "grant", label: "Grant or award" },
  { group: "tax", label: "Tax and return to issuer" },
  { group: "gift", label: "Gift and inheritance" },
  { group: "other", label: "Other" },
];

const table: { [Letter in TransactionCodeLetter]: TransactionCode & { code: Letter } } = {
  P: {
    code: "P",
    group: "purchase",
    word: "Purchase",
    qualifier: "open market or private",
    meaning: "Open-market or private purchase of a security, derivative or not",
    rule: null,
    derivativeOnly: false,
    misreading:
      "Often taken for a purchase on an exchange. The code also covers private deals, such as purchases in an offering or from another holder.",
  },
  S: {
    code: "S",
    group: "sale",
    word: "Sale",
    qualifier: "open market or private",
    meaning: "Open-market or private sale of a security, derivative or not",
    rule: null,
    derivativeOnly: false,
    misreading:
      "Often taken for a free decision to sell. Many sales are set months ahead by a plan, or are made to pay tax on vesting or an exercise.",
  },
  M: {
    code: "M",
    group: "exercise",
    word: "Exercise",
    qualifier: "or conversion, exempt under Rule 16b-3",
    meaning: "Exercise or conversion of a derivative security, exempt under Rule 16b-3",
    rule: "Rule 16b-3",
    derivativeOnly: false,
    misreading:
      "Often taken for a purchase, because shares come in. They come from an option or stock unit granted earlier; the row in Table II is the same event.",
  },
  X: {
    code: "X",
    group: "exercise",
    word: "Exercise",
    qualifier: "in or at the money",
    meaning: "Exercise of a derivative security that is in or at the money",
    rule: "Rule 16b-6(b)",
    derivativeOnly: false,
    misreading:
      "Often taken for the exercise of an employee’s option, which is code M. X is for derivatives outside Rule 16b-3, such as warrants.",
  },
  O: {
    code: "O",
    group: "exercise",
    word: "Exercise",
    qualifier: "out of the money",
    meaning: "Exercise of a derivative security that is out of the money",
    rule: "Rule 16b-6(b)",
    derivativeOnly: false,
    misreading:
      "Often taken for “other”, which is J, or for any option exercise. With O, the holder paid more than the market price.",
  },
  C: {
    code: "C",
    group: "exercise",
    word: "Conversion",
    qualifier: "of a derivative",
    meaning: "Conversion of a derivative security into another class",
    rule: "Rule 16b-6(b)",
    derivativeOnly: false,
    misreading:
      "Often mistaken for new investment. Preferred stock, notes or another class of share was exchanged, usually without a payment.",
  },
  A: {
    code: "A",
    group: "grant",
    word: "Grant",
    qualifier: "or award from the issuer",
    meaning: "Grant, award or other acquisition from the issuer under Rule 16b-3(d)",
    rule: "Rule 16b-3(d)",
    derivativeOnly: false,
    misreading: "Often confused with the A in column 4, which only means “acquired” and can appear with any code.",
  },
  F: {
    code: "F",
    group: "tax",
    word: "Tax withheld",
    qualifier: "for tax or exercise price",
    meaning: "Shares withheld or delivered to pay tax or an exercise price, under Rule 16b-3",
    rule: "Rule 16b-3(e)",
    derivativeOnly: false,
    misreading:
      "Often counted as a sale. Nothing reached the market: the issuer kept part of what vested or was exercised.",
  },
  D: {
    code: "D",
    group: "tax",
    word: "To issuer",
    qualifier: "disposed of to the issuer",
    meaning: "Disposition of the issuer’s securities back to the issuer under Rule 16b-3(e)",
    rule: "Rule 16b-3(e)",
    derivativeOnly: false,
    misreading:
      "Often taken for “derivative”, or confused with the D in column 4 (“disposed of”) and the D for direct ownership.",
  },
  G: {
    code: "G",
    group: "gift",
    word: "Gift",
    qualifier: "bona fide, no payment",
    meaning: "Bona fide gift",
    rule: "Rule 16b-5",
    derivativeOnly: false,
    misreading: "Often taken for a sale at $0, or counted twice if the trust that receives the gift is reported too.",
  },
  W: {
    code: "W",
    group: "gift",
    word: "Inheritance",
    qualifier: "by will or law of descent",
    meaning: "Acquisition or disposition by will or the laws of descent and distribution",
    rule: "Rule 16b-5",
    derivativeOnly: false,
    misreading: "Often taken for a warrant, or for tax withholding, which is F.",
  },
  J: {
    code: "J",
    group: "other",
    word: "Other",
    qualifier: "described in a footnote",
    meaning: "Other acquisition or disposition, described in a footnote",
    rule: null,
    derivativeOnly: false,
    misreading:
      "Often counted as a purchase or sale because of its letter A or D. Only the footnote says what happened; often a fund distributed shares to its partners.",
  },
  K: {
    code: "K",
    group: "other",
    word: "Equity swap",
    qualifier: "or similar instrument",
    meaning: "Transaction in an equity swap or a similar instrument",
    rule: null,
    derivativeOnly: false,
    misreading:
      "Often looked for as a separate code. Current filings mark the swap beside another code, and print K after that code.",
  },
  U: {
    code: "U",
    group: "other",
    word: "Tender",
    qualifier: "in a change of control",
    meaning: "Disposition by tendering shares in a change of control",
    rule: null,
    derivativeOnly: false,
    misreading: "Often taken for a view on the price. When a company is taken over, every holder gets the same offer.",
  },
  I: {
    code: "I",
    group: "other",
    word: "Plan switch",
    qualifier: "discretionary, Rule 16b-3(f)",
    meaning: "Discretionary transaction in a benefit plan under Rule 16b-3(f), such as a switch between funds",
    rule: "Rule 16b-3(f)",
    derivativeOnly: false,
    misreading: "Often confused with W (inheritance), or with the I for indirect ownership.",
  },
  L: {
    code: "L",
    group: "other",
    word: "Small acquisition",
    qualifier: "Rule 16a-6",
    meaning: "Small acquisition under Rule 16a-6",
    rule: "Rule 16a-6",
    derivativeOnly: false,
    misreading: "Often confused with the L in column V, which marks a late report.",
  },
  Z: {
    code: "Z",
    group: "other",
    word: "Voting trust",
    qualifier: "deposit or withdrawal",
    meaning: "Deposit into or withdrawal from a voting trust",
    rule: "Rule 16b-8",
    derivativeOnly: false,
    misreading:
      "Often taken for buying or selling. The shares change hands in name only; the economic owner is the same.",
  },
  E: {
    code: "E",
    group: "other",
    word: "Short derivative",
    qualifier: "expired",
    meaning: "Expiration of a short derivative position",
    rule: "Rule 16b-6(d)",
    derivativeOnly: true,
    misreading: "Often confused with H, its long counterpart, or with the E in column V, which marks an early report.",
  },
  H: {
    code: "H",
    group: "other",
    word: "Long derivative",
    qualifier: "ended, value received",
    meaning: "Expiration or cancellation of a long derivative position with value received",
    rule: "Rule 16b-6(d)",
    derivativeOnly: true,
    misreading: "Often taken for “holding”, or confused with E. H is for positions that ended in exchange for value.",
  },
};

/** Every code, by group in the order of {@link codeGroups}. */
export const transactionCodes: readonly TransactionCode[] = Object.values(table);

/**
 * V is not a code itself but is printed beside one: a transaction reported earlier than required. It does not mean a 10b5-1 plan
 * and says nothing about the issuer. In the XML it is `transactionTimeliness` "E"; "L" means late.
 */
export const earlyReportFlag = {
  flag: "V",
  word: "reported early",
  meaning: "Transaction reported voluntarily, earlier than required",
  misreading:
    "Often taken for a 10b5-1 plan or a deal with the issuer. It is a flag next to the code, and says only when the transaction was reported.",
} as const;

const isLetter = (code: string): code is TransactionCodeLetter => Object.hasOwn(table, code);

/** The table's entry for a code as filed; `null` for an unknown code, which is shown as filed. */
export const transactionCode = (code: string): TransactionCode | null => (isLetter(code) ? table[code] : null);

export const codeGroup = (code: string): CodeGroup => transactionCode(code)?.group ?? "other";

/**
 * The word beside the letter. M covers both exercise and conversion: it is an exercise if Table II reports an exercise price,
 * otherwise a conversion. Every other code has one word.
 */
export const chipWord = (code: string, row: { hasExercisePrice: boolean }): string => {
  if (code === "M" && !row.hasExercisePrice) return "Conversion";
  return transactionCode(code)?.word ?? "Unknown code";
};

/** One sentence for titles and screen readers: "S: open-market or private sale of a security, derivative or not". */
export const codeSentence = (code: string): string => {
  const known = transactionCode(code);
  if (!known) return `${code}: not a code on Forms 3, 4 and 5; shown as filed`;
  return `${code}: ${known.meaning.charAt(0).toLowerCase()}${known.meaning.slice(1)}`;
};

/** The fill of a group's mark. Only purchases and sales can be tinted. */
export const markFill = (group: CodeGroup, underPlan: boolean): MarkFill => {
  if (group !== "purchase" && group !== "sale") return "hollow";
  return underPlan ? "tint" : "solid";
};
