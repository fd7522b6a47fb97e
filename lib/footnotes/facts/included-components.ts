import type { NoteText } from "@/lib/footnotes/note-text";
import { amountValue, numeral } from "@/lib/footnotes/numerals";
import { shareCounts } from "@/lib/footnotes/share-counts";
import type { IncludedComponent, Stated } from "@/lib/footnotes/stated-facts";
import type { Words } from "@/lib/footnotes/words";
import { placesOf } from "./places-of";

/** The named parts that a reported number is said to include. */
export function readIncludedComponents({ lower, sentences }: NoteText): Stated<IncludedComponent[]> | null {
  if (!mayInclude.test(lower)) return null;
  const found = sentences.flatMap((sentence) => (mayInclude.test(sentence.text) ? componentsIn(sentence) : []));
  const distinct = found.filter(
    ({ part }, index) =>
      found.findIndex(({ part: other }) => other.what === part.what && other.shares === part.shares) === index,
  );
  if (distinct.length === 0) return null;
  return { value: distinct.map(({ part }) => part), spans: distinct.map(({ start, end }) => [start, end]) };
}

type Found = { part: IncludedComponent; start: number; end: number };

const mayInclude =
  /\b(?:includ|inclusive\s+of|consist|compris|reflect(?!s?\s+(?:the\s+)?weighted)|of\s+which\b|of\s+(?:these|such|those|the)\s+(?:[\w,]+\s+)?(?:shares|securities|units)\b|represent(?!s?\s+(?:the\s+|an?\s+)?(?:weighted|average)))/i;

const count = `(?<![$€£\\w.,/-])(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${numeral})(?![\\d%]|,\\d|\\.\\d|/|\\(k\\)|\\s*percent|-)`;
const unit =
  "(?:shares?|units?|rsus?|psus?|prsus?|dsus?|stock|securities|options?|interests?|ads[s]?|awards?|equivalents?)";
const anyUnit = new RegExp(`\\b${unit}\\b`, "i");

/** A part begins with its number, with what it is in words, or with a mark of a list. */
const verb =
  /\b(?:also\s+)?(?:(includ(?:es?|ed(?!\s+(?:in|herein|on|under|as|with|above|below|among)\b))|including|inclusive\s+of)|(consists?\s+of|consisted\s+of|consisting\s+of|(?:is|are)\s+comprised\s+of|comprised\s+of|comprises?)|(reflects?|reflecting)|(represents?))\b/gi;
const endsParts =
  /\b(?:excludes?|excluding|but\s+not|does\s+not|do\s+not|not\s+includ\w+|exclusive\s+of|in\s+addition\s+to|net\s+of)\b/i;
const notNumber =
  /\b(?:price|prices|fees?|commissions?|committee|board|family|group|plan|award|agreement|(?<!following\s+(?:the\s+)?(?:reported\s+)?)transactions?|term|definition|distribution|consideration|grant|report|form|filing|beneficiaries|members|trustees|entities|persons?|period|conditions?|criteria|date|policy|program)\s+(?:\([^)]*\)\s*)?(?:that\s+|which\s+|also\s+|reported\s+(?:herein\s+|above\s+)?)*$/i;
const ofNumber =
  /\b(?:number|amount|total|balance|holdings?|ownership|owned|aggregate|position|figure|shares?|securities|units?|rsus?|stock|options|column\s+\d+|following\s+(?:the\s+)?(?:reported\s+)?transactions?\)?|this|these|it|table|line|reported)\b/i;
const negated = /\b(?:not|nor|no\s+longer)\s+(?:\w+\s+)?$/i;

const part =
  "(?!(?:un)?vested\\b\\W*(?:$|and\\b|as\\b)|exercisable|subject\\s+to\\s+(?:vesting|forfeiture))[^;]{3,160}";
/** "7,464 of these shares represent restricted stock units", "of which 500 are RSUs" */
const ofThese = new RegExp(
  `${count}\\s+(?:(?:shares|units)\\s+)?of\\s+(?:these|such|those|the)\\s+(?:reported\\s+|above\\s+)?(?:shares|securities|units)[^;.]{0,40}?\\s+(?:are|represents?|were|consists?\\s+of)\\s+${part}|\\bof\\s+(?:which|(?:these|such|the)\\s+(?:[\\d,]+\\s+)?(?:reported\\s+)?(?:shares|securities|units)(?:\\s+(?:reported|held|owned)(?:\\s+\\w+)?)?),?\\s+${count}\\s+(?:shares\\s+|units\\s+|securities\\s+)?(?:are|represents?|were|is|consists?\\s+of)\\s+${part}`,
  "gi",
);

/** ", in addition to shares owned outright," */
const besides = /^\s*,\s*in\s+addition\s+to\s+[^,;]{1,80},/i;
const ofSome = /\bof\s+(?:which|(?:these|such|those|the)\s+(?:[\w,]+\s+)?(?:shares|securities|units))\b/i;

const MOST_IN_SENTENCE = 8;
const FARTHEST = 200;
const firstWords = /^\W*(?:total\s+|also\s+|balance\s+|amount\s+)?$/i;
const ofBalance = /\b(?:number|amount|total|balance|holdings?|ownership|owned)\b/i;
const reflectsChange =
  /^\s*(?:the\s+)?(?:transfer|sale|disposition|forfeiture|withholding|cancell?ation|gift|distribution|exercise|conversion|split|adjustment|vesting|return)/i;

function componentsIn({ text, start }: Words): Found[] {
  const found: Found[] = [];
  const add = (part: IncludedComponent, from: number, to: number) =>
    found.push({ part, start: start + from, end: start + to });

  for (const match of ofSome.test(text) ? text.matchAll(ofThese) : []) {
    const shares = match[1] ?? match[2] ?? "";
    add({ what: kindOf(match[0]), shares: amountValue(shares) }, match.index, match.index + match[0].length);
  }
  if (found.length > 0) return found;
  const verbs = [...placesOf(text, verb, MOST_IN_SENTENCE)];
  for (const [index, match] of verbs.entries()) {
    const [, includes, consists, reflects, represents] = match;
    const before = text.slice(Math.max(0, match.index - FARTHEST), match.index);
    const isFirst = match.index < FARTHEST && firstWords.test(before);
    if (!isFirst && !ofNumber.test(before)) continue;
    if (negated.test(before) || notNumber.test(before)) continue;
    const from = match.index + match[0].length;
    const next = verbs[index + 1]?.index ?? text.length;
    const all = text.slice(from, next);
    const lead = besides.exec(all)?.[0].length ?? 0;
    const rest = all.slice(0, lead + (endsParts.exec(all.slice(lead))?.index ?? all.length));
    if ((reflects || represents) && !(anyUnit.test(rest) && /\d/.test(rest))) continue;
    if (reflects && (reflectsChange.test(rest) || (!isFirst && !ofBalance.test(before)))) continue;
    const parts = partsOf(rest);
    const isList = parts.length > 1 && parts.every(({ shares }) => shares !== null);
    if (represents && !(isList && parts.some(({ isPlain }) => isPlain))) continue;
    if ((reflects && isFirst && !isList) || (consists && parts.length === 1)) continue;
    for (const part of parts) {
      if (part.isPlain || (/^including$/i.test(includes ?? "") && part.shares === null)) continue;
      add(
        { what: kindOf(part.text), shares: part.shares },
        part.shares === null ? match.index : from + part.start,
        from + part.end,
      );
    }
  }
  return found;
}

type Part = { text: string; start: number; end: number; shares: string | null; isPlain: boolean };

/** No more than "shares of the issuer's common stock, $0.01 par value, owned by the reporting person". */
const plain =
  /^\W*(?:(?:an?|the)\s+)?(?:aggregate\s+(?:of\s+)?)?(?:[\d,.]+\s+)?(?:(?:the\s+)?(?:issuer|company)['’]s\s+|outstanding\s+|issued\s+|vested\s+|unrestricted\s+|additional\s+|directly\s+)*(?:shares?\s+of\s+)?(?:(?:the\s+)?(?:issuer|company)['’]s\s+)?(?:class\s+\w\s+|series\s+\w\s+)?(?:common\s+|ordinary\s+|capital\s+|preferred\s+)?(?:stock|shares?|units?|securities)(?:,?\s+(?:\$?[\d.]+\s+)?par\s+value[^,]*,?)?(?:\s+(?:of\s+the\s+(?:issuer|company)|(?:directly\s+|beneficially\s+)?(?:owned|held)(?:\s+(?:directly|of\s+record|outright))?(?:\s+by\s+the\s+reporting\s+person(?:\s+directly)?)?(?:\s+directly)?))?\W*(?:and|or)?\W*$/i;

/** The parts of a list: one from each number on; where there is no number, the whole. */
function partsOf(words: string): Part[] {
  const starts = shareCounts(words);
  const first = starts[0];
  const cut = (from: number, to: number, shares: string | null): Part => {
    const text = words
      .slice(from, to)
      .replace(
        /[\s,;]*(?:\(?(?:[ivx]+|[a-z]|\d)\)\s*)?(?:and|or)?[\s,;]*(?:\(?(?:[ivx]+|[a-z]|\d)\)\s*)?(?:(?:approximately|an?\s+aggregate\s+of|a\s+total\s+of)\s*)?$/i,
        "",
      );
    return { text, start: from, end: from + text.length, shares, isPlain: plain.test(text) };
  };
  if (!first) return anyUnit.test(words) ? withoutNumbers(words, cut) : [];
  return starts.map((match, index) =>
    cut(match.start, starts[index + 1]?.start ?? words.length, amountValue(match.text)),
  );
}

/** "common stock owned and unvested restricted stock units" */
function withoutNumbers(words: string, cut: (from: number, to: number, shares: null) => Part): Part[] {
  const whole = cut(0, words.length, null);
  const split =
    /\s+and\s+(?=(?:unvested\s+|vested\s+|deferred\s+|performance|restricted|rsus?\b|psus?\b|phantom|shares?\s+(?:acquired|held|purchased|issu))|dividend)/i.exec(
      words,
    );
  if (!split) return [whole];
  const [left, right] = [cut(0, split.index, null), cut(split.index + split[0].length, words.length, null)];
  return anyUnit.test(left.text) ? [left, right] : [whole];
}

/** Kinds of parts by the words that name them; the one that stands first counts. */
const NAMES: readonly (readonly [IncludedComponent["what"], RegExp])[] = [
  [
    "psu",
    /\b(?:performance|market|tsr)[-\s]*(?:and\s+\w+[-\s]*)?(?:based\s+|vesting\s+|vested\s+)*(?:restricted\s+)?(?:stock\s+|share\s+)?(?:units?|rsus?|awards?|shares?|psus?)\b|\b(?:psus?|prsus?|psas?|msus?|pbrsus?)\b|\b(?:rsus?|restricted\s+(?:stock|share)\s+units?)\s+(?:that\s+(?:are\s+)?|which\s+(?:are\s+)?|with\s+|subject\s+to\s+)(?:performance|market)/i,
  ],
  [
    "rsu",
    /\b(?:restricted\s+(?:stock|share|common\s+stock|ordinary\s+share)\s+units?|rsus?|gsus?|restricted\s+units?|stock\s+units?\s+\(rsus?\))\b/i,
  ],
  ["restricted_stock", /\brestricted\s+(?:class\s+\w\s+)?(?:common\s+|ordinary\s+)?(?:stock|shares?)\b/i],
  ["espp", /\b(?:employees?['’]?\s+)?(?:stock|share)\s+purchase\s+(?:and\s+\w+\s+)?(?:plan|program)\b|\bespp\b/i],
  ["401k", /\b401\s*\(?k\)?|\b(?:retirement\s+)?savings\s+(?:and\s+\w+(?:\s+\w+)?\s+)?plan\b|\bthrift\s+plan\b/i],
  [
    "drip",
    /\bdividends?\s+reinvest\w*|\breinvest\w*\s+(?:of\s+)?(?:\w+\s+)?dividends?(?!\s+equivalents?)|\bdrip\b|\bdrp\b/i,
  ],
  ["other", /\bdividend\s+equivalents?\b|\bphantom\b|\bdeferred\b|\bescrow\b/i],
];

function kindOf(words: string): IncludedComponent["what"] {
  let kind: IncludedComponent["what"] = "other";
  let first = Number.POSITIVE_INFINITY;
  for (const [what, pattern] of NAMES) {
    const at = pattern.exec(words)?.index ?? Number.POSITIVE_INFINITY;
    if (at < first) [kind, first] = [what, at];
  }
  return kind;
}
