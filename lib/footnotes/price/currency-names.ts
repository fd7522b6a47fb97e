import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { pattern } from "@/lib/values/pattern";

/** What notes call currencies other than the US dollar: ISO 4217 code, names, and the signs before an amount. */
type CurrencyNames = { code: string; names: string; signs?: string };

const CURRENCIES: readonly CurrencyNames[] = [
  {
    code: "CAD",
    names: "canadian\\s+(?:dollars?|currency|funds)|cdn\\.?\\s+(?:dollars?|funds)",
    signs: "C\\$|CA\\$|CAD\\s?\\$|C[Dd][Nn]\\.?\\s?\\$|Can\\$",
  },
  { code: "AUD", names: "australian\\s+(?:dollars?|currency)", signs: "A\\$|AU\\$|AUD\\s?\\$" },
  { code: "NZD", names: "new\\s+zealand\\s+dollars?", signs: "NZ\\$" },
  { code: "HKD", names: "hong\\s+kong\\s+dollars?", signs: "HK\\s?\\$" },
  { code: "SGD", names: "singapore\\s+dollars?", signs: "S\\$|SG\\$" },
  { code: "TWD", names: "(?:new\\s+)?taiwan(?:ese)?\\s+dollars?|nt\\s+dollars?", signs: "NT\\s?\\$" },
  {
    code: "GBP",
    names: "pounds?\\s+sterling|(?:british|english|u\\.?k\\.?)\\s+pounds?(?:\\s+sterling)?|pence|pounds",
    signs: "£|GBp|GBX",
  },
  { code: "EUR", names: "euros?", signs: "€" },
  { code: "CHF", names: "swiss\\s+francs?" },
  { code: "SEK", names: "swedish\\s+kron(?:a|or|er|e)s?" },
  { code: "NOK", names: "norwegian\\s+kron(?:a|or|er|e)s?" },
  { code: "DKK", names: "danish\\s+kron(?:a|or|er|e)s?" },
  { code: "ILS", names: "(?:new\\s+)?israeli\\s+(?:new\\s+)?she[kq]els?|new\\s+she[kq]els?|nis", signs: "NIS|₪" },
  { code: "CNY", names: "renminbi|rmb|(?:chinese\\s+)?yuan", signs: "RMB" },
  { code: "JPY", names: "(?:japanese\\s+)?yen", signs: "¥" },
  { code: "BRL", names: "brazilian\\s+rea(?:is|ls?)|reais", signs: "R\\$" },
  { code: "INR", names: "indian\\s+rupees?", signs: "₹" },
  { code: "KRW", names: "(?:south\\s+)?korean\\s+won", signs: "₩" },
  { code: "MXN", names: "mexican\\s+pesos?", signs: "Mex\\$" },
  { code: "ARS", names: "argentin(?:e|ian)\\s+pesos?" },
  { code: "CLP", names: "chilean\\s+pesos?" },
  { code: "PHP", names: "philippine\\s+pesos?" },
  { code: "ZAR", names: "south\\s+african\\s+rands?" },
  { code: "PLN", names: "polish\\s+z[lł]ot(?:y|ys|ych)" },
  { code: "TRY", names: "turkish\\s+liras?" },
  { code: "RUB", names: "russian\\s+rou?bles?" },
  { code: "THB", names: "thai\\s+baht" },
  { code: "MYR", names: "malaysian\\s+ringgits?" },
  { code: "KZT", names: "(?:kazakh(?:stani)?\\s+)?tenge" },
];

/** Codes that are not English words. */
const SPELT = CURRENCIES.map(({ code }) => code).filter((code) => code !== "TRY");

const number = pattern()`\d[\d,]* (?:\.\d+)?`;

/** A currency as a note writes it, and whether an amount is next to it. */
export type CurrencyMention = { code: string; start: number; end: number; isAmount: boolean };

const named = pattern("gi")`(?<![\w.]) ${CURRENCIES.map(({ names }) => `(${names})`)} (?!\w)`;
const spelt = pattern("g")`(?<![A-Za-z]) (${SPELT}) (?![A-Za-z$])`;
const SIGNS = CURRENCIES.flatMap(({ code, signs }) => (signs ? [`(?<${code}>${signs})`] : []));
const signed = pattern("g")`(?<![A-Za-z.]) ${SIGNS} \s? (?=${number})`;
const amountBefore = pattern()`${number} \s*[("“]*$`;
const amountAfter = pattern()`^\s? ${number}`;

/** Few notes name a currency, so we first test quickly for the beginnings of all names, signs and codes. */
const beginnings = pattern("i")`
  [£€₪₩₹] | [A-Za-z]\$ |
  \b (?:
      cad | aud | nzd | hk | sgd | twd | nt | gb[px] | eur | chf | sek | nok | dkk | ils | cny | jpy | brl |
      inr | krw | mxn | ars | clp | php | zar | pln | rub | thb | myr | kzt | canad | cdn | austral | new\ z |
      hong | singap | taiw | new\ t | u\.?k | brit | engl | pound | pence | swiss | swed | norw | dani |
      israel | new\ she | new\ isr | she[kq]el | nis\b | renm | rmb | chin | yuan | japan | yen\b | brazil |
      rea[il] | india | korea | south | mexic | argent | chil | philip | polish | turk | russia | thai | malay |
      kazakh | tenge
    )
`;

/** All mentions of currencies other than the US dollar. */
export function currencyMentions(text: string): CurrencyMention[] {
  if (!beginnings.test(text)) return [];
  const mention = (code: string, { index, 0: words }: RegExpExecArray): CurrencyMention => {
    const end = index + words.length;
    const isAmount = amountBefore.test(text.slice(Math.max(0, index - 24), index)) || amountAfter.test(text.slice(end));
    return { code, start: index, end, isAmount };
  };
  return [
    ...[...placesOf(text, named, ALL)].map((match) => {
      const at = match.slice(1).findIndex((group) => group !== undefined);
      return mention(CURRENCIES[at]?.code ?? "", match);
    }),
    ...[...placesOf(text, spelt, ALL)].map((match) => mention(match[1] ?? "", match)),
    ...[...placesOf(text, signed, ALL)].map((match) => {
      const [code = ""] = Object.entries(match.groups ?? {}).find(([, sign]) => sign !== undefined) ?? [];
      return { ...mention(code, match), isAmount: true };
    }),
  ];
}
