import { SeededDice } from "@/testing/seeded-dice";

/** The number of distinct words. The n-th most frequent word occurs 1/n times as often as the first. */
const VOCABULARY = 60_000;
/** Texts that several filings share. */
const SHARED = 250_000;
/** Footnotes in a hundred whose text is unique. */
const UNIQUE = 35;

const ONSETS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "g",
  "gl",
  "h",
  "k",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "st",
  "t",
  "tr",
  "v",
];
const NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "ou"];
const CODAS = ["", "l", "m", "n", "r", "s", "t", "nd", "rk"];

const wordOf = (rank: number): string => {
  const dice = new SeededDice(rank * 7919);
  const syllables = rank < 200 ? 2 : 2 + dice.below(2);
  let word = "";
  for (let at = 0; at < syllables; at++) word += dice.of(ONSETS) + dice.of(NUCLEI) + dice.of(CODAS);
  return word;
};

/** The invented words, most frequent first. */
export const madeUpWords: readonly string[] = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank + 1));

const MONTHS = ["January", "March", "May", "June", "August", "September", "November", "December"];
const TRUSTS = ["Harrow", "Winslow", "Adair", "Pemberton", "Tolland", "Carrick", "Ashby", "Merrow"];

/** Typical sentences of footnotes: `#` is a number, `%` a price, `@` a date, `~` a name. */
const SENTENCES = [
  "The price reported is a weighted average price. The shares were sold in multiple transactions at prices ranging from $% to $%, inclusive.",
  "The reporting person undertakes to provide to the issuer, any security holder of the issuer, or the staff, upon request, full information regarding the number of shares sold at each separate price within the range.",
  "This transaction was effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on @.",
  "Represents # shares withheld by the issuer to satisfy tax withholding obligations in connection with the vesting of restricted stock units.",
  "Each restricted stock unit represents a contingent right to receive one share of common stock of the issuer.",
  "The restricted stock units vest in four equal annual installments beginning on @, subject to continued service.",
  "The option vested as to one quarter of the shares on @ and vests as to the remainder in # equal monthly installments thereafter.",
  "The shares are held by the ~ Family Trust, of which the reporting person is a trustee.",
  "The reporting person disclaims beneficial ownership of these securities except to the extent of any pecuniary interest therein.",
  "Includes # shares acquired under the issuer's employee stock purchase plan on @.",
  "Shares held directly by ~ Capital Partners, L.P., whose general partner is ~ Management LLC.",
  "Represents a bona fide gift of # shares to a donor-advised fund, for which no consideration was received.",
  "Received upon the conversion of Class B common stock on a one-for-one basis, at no additional cost.",
  "Adjusted to reflect the two-for-one stock split effected on @.",
  "Exempt under Rule 16b-3(d) as a grant from the issuer to an officer or director.",
  "Pro rata distribution by ~ Ventures Fund II, L.P. to its partners without consideration.",
  "Shares sold to cover taxes and fees due upon the settlement of restricted stock units, mandated by the issuer's election.",
  "Not applicable.",
  "See remarks.",
];

/** Each sentence, repeated roughly in proportion to how often it occurs. */
const WEIGHTED = SENTENCES.flatMap((sentence, at) =>
  Array<string>(Math.max(1, 10 - Math.floor(at / 2))).fill(sentence),
);

/** Picks the text of a footnote. Most footnotes share their text, and few texts are shared by many. */
export const pickText = (dice: SeededDice): number =>
  dice.below(100) < UNIQUE ? SHARED + dice.below(2 ** 30) : Math.floor(dice.next() ** 4 * SHARED);

/** The text for a number, always the same. */
export function textOf(number: number): string {
  const dice = new SeededDice(number);
  const sentences: string[] = [];
  for (let length = 50 + dice.below(480); length > 0; length -= sentences.at(-1)?.length ?? 0) {
    sentences.push(dice.below(100) < 62 ? filledIn(dice) : madeUp(dice));
  }
  return sentences.join(" ");
}

function filledIn(dice: SeededDice): string {
  let price = 100 + dice.below(30_000);
  return dice.of(WEIGHTED).replace(/[#%@~]/g, (slot) => {
    if (slot === "#") return (100 + dice.below(50_000)).toLocaleString("en-US");
    if (slot === "@") return `${dice.of(MONTHS)} ${1 + dice.below(28)}, ${2006 + dice.below(20)}`;
    if (slot === "~") return dice.of(TRUSTS);
    price += dice.below(90);
    return (price / 100).toFixed(2);
  });
}

function madeUp(dice: SeededDice): string {
  const words = Array.from({ length: 8 + dice.below(22) }, () => madeUpWords[rankOf(dice)] ?? "");
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const rankOf = (dice: SeededDice): number => Math.floor(Math.exp(dice.next() * Math.log(VOCABULARY))) - 1;
