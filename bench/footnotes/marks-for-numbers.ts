import { pattern } from "@/lib/values/pattern";
import type { ReadNote } from "./score-facts";

const MOST = 40;
const figure = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]*\d)|(?<![\d.,])\d+(?:\.\d+)?(?!,\d{3}|\d)/g;
const before = pattern("i")`
  (?: [#§] | \b (?: rules? | sections? | forms? | footnotes? | notes? | columns? | tables? | items? | exhibits? | series | tranches? | phases? | tiers? | class | no\.? | fiscal |
  january | february | march | april | may | june | july | august | september | october | november | december ) ) \s* \(? $
`;
const after = pattern(
  "i",
)`^ (?: \s*% | \s*percent | / | -(?!(?:for|to)\b)\w | \s?\(k\) | [)\].]\s*\d | \)\s+(?:the\s+)?(?:shares|securities|units)\b )`;
const year = /^(?:19|20)\d\d$/;
const counted =
  /^[^,;.]{0,40}\b(?:shares|units|[rp]sus?|options|warrants|stock|held|owned|by|in|acquired|purchased|granted)\b|^\W*$|^\)/i;

/** The numbers of shares and ratios found that the note writes only as the mark of an item, a label, a year, a rule, a date or a percentage. */
export function marksTakenForNumbers({ text, found: { facts, spans } }: ReadNote): string[] {
  const letters = [...text];
  return ["includes_components", "conversion_ratio", "split"].flatMap((key) => {
    const values = (facts[key] ?? []) as Record<string, string | null>[];
    return values.flatMap((value, index) => {
      const [start, end] = spans[key]?.[index] ?? [0, 0];
      const [ahead, behind] = [letters.slice(Math.max(0, start - MOST), start), letters.slice(end, end + MOST)];
      const words = [ahead, letters.slice(start, end), behind].map((part) => part.join("")).join("");
      return numbersIn(value)
        .filter((number) => isOnlyMark(words, number))
        .map((number) => `${key} ${number}: ${words}`);
    });
  });
}

/** "1" is often not written: "each unit". */
const numbersIn = ({ shares, per, into, ratio }: Record<string, string | null>): string[] =>
  [shares, per, into, ...(ratio?.split(":") ?? [])].filter((number): number is string => !!number && number !== "1");

function isOnlyMark(words: string, number: string): boolean {
  const places = [...words.matchAll(figure)].filter(([written]) => written.replaceAll(",", "") === number);
  return (
    places.length > 0 &&
    places.every(({ 0: written, index }) => {
      const rest = words.slice(index + written.length);
      return before.test(words.slice(0, index)) || after.test(rest) || (year.test(written) && !counted.test(rest));
    })
  );
}
