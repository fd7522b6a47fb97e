import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import { isLegalForm } from "@/lib/names/legal-forms";
import type { NameWord } from "@/lib/names/words-of";
import { pattern } from "@/lib/values/pattern";
import { isNameEnd } from "./name-words";

/** "ii", "xli", "lxxv" */
export const isRoman = (plain: string) => /^(?:[ivx]+|(?=.*[vxi])(?:xl|xc|lx{0,3})(?:ix|iv|v?i{0,3}))$/.test(plain);
export const isNumeral = (plain: string) => /^(?:\d+|[a-z]|\d+[a-z]|[a-z]\d+)$/.test(plain) || isRoman(plain);

export const bareMonth = pattern()`^ ${MONTH} $`;
export const abbreviated =
  /^(?:irr|rev|irrev|fam|tr|st|ste|mt|ft|dr|mr|mrs|ms|jr|sr|inc|corp|cos?|ltd|messrs|rt|hon|wm|chas|geo|thos|jas|robt|prof|sgt|lt|capt|col|gen)$/i;

/** A name ends after these, unless another legal form or a numeral follows. */
export const hardForm = new Set(["lp", "llc", "llp", "lllp", "inc", "plc", "gmbh", "ltd"]);

/** Forms that are words of the language, or parts of words, in other letters. */
export const formInCapitals = pattern("u")`
  ^ (?:
    (?:AS|SE)(?!\s+\p{Lu}{2}) | ASA | AB | ApS | A\/S | Oyj? | OYJ? | S\.?p\.?A | S\.?C\.?A | S\.?A\.?S | S\.?r\.?l | KK | K\.K | Bhd | SCSp | A\.Ş | [ADO]\.D | d\.o\.o | [PO]?JSC | OOO | Tbk | K\.?ft | Zrt | [Ss]\.[Rr]\.[Oo] | EOOD | S\.?L\.?U? | S\.?\ ?de\ R\.?L | Ltda | Limitada | SAPI | SICA[VR] | FC?P[CRI][IR]? | SLP | ULC |
    Pvt | BVBA | CVA? | VOF | C\.V | U\.A | KGaA | UG | e[GV] | Anstalt | Est | W\.?L\.?L | FZ[EC]O? | DMCC | QSC | SAOG | ICAV | RSC | VCC | SCA | SNC | SCI | EURL | SE | FLP | S\.L\.P
  ) (?![\p{L}\p{N}])
`;

export const roleWord = pattern()`
  (?:
    member | partner | manager | director | president | chairman | chair | trustee | trustees | officer |
    owner | shareholder | stockholder | custodian | executor | executrix | administrator | beneficiary |
    settlor | grantor | committee | ceo | cfo | board
  )s?$
`;
export const beginsFundName = pattern()`
  ^ (?:
    opportunit(?:y|ies) | growth | income | special | technology | sons | daughters | associates | partners |
    equity | development | research | strategic | company | co | brothers
  ) $
`;

/** Whether words end like the name of a vehicle, ignoring numerals: "Roe Family Trust II". */
export function endsName(words: readonly NameWord[]): boolean {
  let last = words.length - 1;
  while (last > 0 && isNumeral(words[last]?.plain ?? "")) last--;
  const plain = words[last]?.plain ?? "";
  return isLegalForm(plain) || isNameEnd(plain);
}

/** "Company Common Stock Fund", "the Edgar Roe Trust", "Section Nine Partners": words that are usually in no name. */
export const maybeInName = pattern()`
  ^ (?: Common\s+Stock\s+Fund | Edgar |
    (?:Section|Rule|Form|Ordinary) \s+ (?:(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\s+)? (?:Capital|Ventures?|Partners|Holdings?|Investments?|Investors|Fund|Management|Advisors) ) \b
`;
/** "Roe Fund L.P. 1", "Roe Fund LP 3A": the number of a fund, and not of shares. */
export const numberOfFund = /^\d{1,2}[A-Z]?(?:\s*(?:[.;:()"”]|,(?!\d)|$)|\s+(?:and|or|is|are|as|may|holds|owns)\b)/;
/** ", A Limited Partnership", ", A California Limited Partnership": a legal form that is spelled out as a part of the name. */
export const asForm = pattern("u")`
  ^ ,\s+ A \s+ (?:\p{Lu}\p{L}+\s+)? (?:Limited\s+(?:Liability\s+)?Partnership|General\s+Partnership|Partnership|Corporation|Limited\s+Liability\s+Company) (?![\p{L}-])
`;
/** "10,000 shares", "OP units": what is given, and not a part of the name before "of" */
export const sharesNext =
  /^(?:\d[\d,.]*|OP|LTIP|Class|Series|Common|Preferred|Ordinary)\s+(?:\w+\s+){0,3}?(?:shares|units)\b/i;
/** "Roe Life Insurance Co. of Ohio", "Roe Trust Company of America" */
export const ofPlace = pattern("u")`
  ^ (?:Insurance|Assurance|Indemnity|Casualty|Surety|Guaranty|Trust|Bank|Banking|Life|Title) \s+ (?:Co(?:mpany|rp(?:oration)?)?) \.? \s+ of\s+ (?=\p{Lu})
`;

/** "Dated", "U/A/D": words that date a trust, and are not part of its name. */
export function isDating(text: string, { plain, end }: NameWord): boolean {
  return (
    /^(?:dated|dtd|uad|utad|utd|uta|udt)$/.test(plain) ||
    (/^u[atd]?$/.test(plain) && /^(?:\/|\s+(?:dtd|dated|\d|[A-Z][a-z]{2}))/i.test(text.slice(end, end + 8)))
  );
}

/** "THE ROE REMAINDER INTEREST TRUST": words of its name. */
export const ofTrust =
  /^(?:REMAINDER|INTEREST|SPOUSE(?:['’]S)?|CHILDREN(?:['’]S)?)\s+(?:(?:INTEREST|UNIT|ANNUITY|FAMILY|GST)\s+)?(?:UNI)?TRUSTS?\b/;

/** "Roe Fund V, L.P., SL Roe Fund II, L.P.": letters like those of a legal form begin the next name. */
export const beginsAnother = (last: string, gap: string, next: string): boolean =>
  hardForm.has(last) && gap.includes(",") && !/^(?:inc|llc|lp|ltd|limited)$/.test(next);
