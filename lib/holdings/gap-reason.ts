import Big from "big.js";
import { type ShareCount, shareCounts } from "@/lib/footnotes/shares/share-counts";
import { namesSplit, splitStatements } from "@/lib/footnotes/shares/split-ratio";
import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import type { Words } from "@/lib/footnotes/vocabulary/words";
import type { GapReason, GapReasonKind } from "@/lib/record/balance-check";
import { rowNotes } from "@/lib/record/row-in-filing";
import { keyInFiling } from "@/lib/record/row-key";
import { parseDecimal } from "@/lib/values/decimal";
import { pattern } from "@/lib/values/pattern";
import { remembered } from "@/lib/values/remembered";
import type { Gap } from "./gap";
import { fittingSplit } from "./split-fit";

type Note = { id: string; text: string; place: "balance" | "row" | "elsewhere" };
/** A sentence of a note with the numbers of shares in it, exact and as floats. */
type Sentence = Words & { counts: ShareCount[]; sizes: number[] };
/** A gap with its numbers as floats: what is missing or too much, and the balances. */
type Asked = Gap & { missing: number; balances: number[] };
type Kind = Extract<GapReasonKind, "employee plan" | "dividend reinvestment" | "transfer" | "amendment">;
type Said = { kind: GapReasonKind; words: string };

/** The words for each kind. Plans and dividends only add shares. */
const KINDS: readonly { kind: Kind; named: RegExp; onlyAdds: boolean }[] = [
  {
    kind: "employee plan",
    named: pattern("i")`
      \bemployees?['’]?\s+(?:stock|share)\s+(?:purchase|ownership|savings) | \bESPP\b | \bESOP\b |
      (?<!\breinvestment\s+and\s+(?:direct\s+)?)\b(?:stock|share)\s+purchase\s+(?:plan|program) | \b401\s?\(?k\)? |
      \bprofit[\s-]sharing |
      \b(?:savings|thrift|retirement|investment)\b(?:\s+(?:and|&)\s+\w+)?\s+(?:savings\s+)?plan |
      \bdeferred\s+compensation | \bdeferral\s+plan | \bplan\s+(?:account|statement|trustee) |
      \bpayroll\s+deductions? | \bmatching\s+contributions?
    `,
    onlyAdds: true,
  },
  {
    kind: "dividend reinvestment",
    named: pattern("i")`
      \bdividends?\s+re-?investments? | \bre-?invest(?:ed|ing|ment)\b.{0,40}\bdividends? |
      \bdividends?\b.{0,40}\bre-?invest(?:ed|ment) | \bdividend\s+equivalents? | \bDRIP\b |
      \bin\s+lieu\s+of\s+(?:cash\s+)?dividends? | \b16a-11\b
    `,
    onlyAdds: true,
  },
  {
    kind: "transfer",
    named: pattern("i")`
      \b(?:transferr?ed|contributed|conveyed|re-?titled|re-?registered)\b |
      \btransfers?\b(?!\s+(?:agent|restriction)) | \b(?:distributed|distribution)\b.{0,80}\b(?:from|to|by)\b |
      \bchanges?\s+in\s+(?:the\s+)?form\s+of\s+(?:beneficial\s+)?ownership | \b16a-?\s?13\b |
      \bpreviously\s+(?:reported\s+as\s+)?(?:held|owned|held\s+directly|directly\s+held)\b
    `,
    onlyAdds: false,
  },
  {
    kind: "amendment",
    named: pattern("i")`
      \binadvertent(?:ly)?\b | \berror(?:s|neous(?:ly)?)?\b | \bincorrect(?:ly)?\b |
      \bcorrect(?:s|ed|ing|ion|ions)\b | \b(?:previously|erroneously)\s+omitted | \bomitted\b |
      \b(?:over|under|mis)stat(?:ed|es|ement|ing)\b | \bmis-?(?:calculat|report|count)\w* |
      \bfailed\s+to\s+(?:report|include|reflect)
    `,
    onlyAdds: false,
  },
];

/** A transfer without a number must be between forms of ownership. */
const ownTransfer = pattern("i")`
  \bno\s+consideration | \b16a-?\s?13\b | \bform\s+of\s+(?:beneficial\s+)?ownership |
  \b(?:to|from|by|into)\b.{0,60}\b(?:trusts?|llc|l\.l\.c|partnership|spouse|estate\s+planning)\b
`;
const ofBalance =
  /\b(?:total|balance|number|amount|holdings?|beneficial(?:ly)?|own(?:ed|ership)|column\s+5|aggregate)\b/i;
const included =
  /\b(?:includ\w*|reflect\w*|adjust\w*|consist\w*|compris\w*|total|balance|holdings?|beneficially\s+own\w*)\b/i;
const isPart = pattern("i")`
  \b (?:
    includ\w* | reflect\w* | consist\w* | compris\w* | represent\w* | of\s+which |
    of\s+(?:these|the|such|this) | plus | together\s+with
  ) \b
`;
const isTakenOff = pattern("i")`
  \b (?:
    exclud\w* | not\s+includ\w* | no\s+longer | less | net\s+of | forfeit\w* | cancel\w* | surrender\w* |
    withheld | reduc\w* | deduct\w* | dispos\w* | expir\w* | return\w* | decreas\w*
  ) \b
`;

/**
 * Why a balance does not follow, according to the notes of the row's filing: first the row's own notes, with the exact number;
 * then the other notes and the remarks, only with the exact number; then a note on the balance that names a cause and no number.
 * A note with another number explains nothing.
 */
export function gapReason(gap: Gap, { remarks }: { remarks: string | null }): GapReason | null {
  const ids = Object.keys(gap.source.filing.notes);
  if (ids.length === 0 && remarks === null) return null;
  const asked: Asked = {
    ...gap,
    missing: Math.abs(gap.difference.toNumber()),
    balances: [gap.before, gap.expected, gap.reported].map((balance) => balance.toNumber()),
  };
  const own = ownNotes(gap);
  const read = own.map((note) => ({ note, parts: sentencesOf(note.text) }));
  const said =
    first(read, ({ note, parts }) => inNote(gap, note, statedExactly(asked, note, parts))) ??
    sumOverNotes(asked, read) ??
    first(otherNotes(gap, own, ids, remarks), (note) =>
      inNote(gap, note, statedExactly(asked, note, sentencesOf(note.text))),
    );
  return said ?? first(read, ({ note, parts }) => inNote(gap, note, statedWithoutNumber(gap, note, parts)));
}

function first<T>(items: readonly T[], of: (item: T) => GapReason | null): GapReason | null {
  for (const item of items) {
    const reason = of(item);
    if (reason) return reason;
  }
  return null;
}

const inNote = ({ source }: Gap, { id }: Note, said: Said | null): GapReason | null =>
  said && { kind: said.kind, words: said.words, from: keyInFiling(source.filing.accessionNumber, id) };

/** Filers repeat the same words on many filings. */
const sentencesOf = remembered((text): readonly Sentence[] => {
  const counts = shareCounts(text);
  return sentences(text).map((words): Sentence => {
    const within = counts.filter(({ start }) => start >= words.start && start < words.end);
    return {
      text: words.text,
      start: words.start,
      end: words.end,
      counts: within,
      sizes: within.map(({ count }) => count.toNumber()),
    };
  });
}, 5_000);

/** False if neither a number nor a sum of some can be the one we look for. A quick check in floats before exact sums. */
function mayComeTo(sizes: readonly number[], wanted: number): boolean {
  if (sizes.length > MOST_SUMMED) return true;
  let sums = [0];
  for (const size of sizes) sums = sums.concat(sums.map((sum) => sum + size));
  return sums.some((sum) => isNear(sum, wanted));
}

/** Less than one share apart, with room for rounding of floats. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1.01 + b * 1e-9;

/** The row's notes, those on the balance first. */
function ownNotes({ source: { row, filing } }: Gap): Note[] {
  const balance = new Set(row.sharesOwnedFollowing.footnotes);
  const ids = new Set([
    ...balance,
    ...row.securityTitle.footnotes,
    ...row.rowFootnotes,
    ...row.transactionShares.footnotes,
    ...row.transactionCodingFootnotes,
    ...row.natureOfOwnership.footnotes,
    ...rowNotes(row),
  ]);
  return Array.from(ids, (id) => ({
    id,
    text: filing.notes[id] ?? "",
    place: balance.has(id) ? "balance" : "row",
  }));
}

/** The rest of the filing's notes, and its remarks: only those that may state the reason, because most are about other rows. */
function otherNotes(gap: Gap, own: readonly Note[], ids: readonly string[], remarks: string | null): Note[] {
  const { notes } = gap.source.filing;
  const maySay = sayingOf(gap);
  const others = ids
    .filter((id) => maySay(notes[id] ?? "") && own.every((note) => note.id !== id))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((id): Note => ({ id, text: notes[id] ?? "", place: "elsewhere" }));
  if (remarks !== null && maySay(remarks)) others.push({ id: "remarks", text: remarks, place: "elsewhere" });
  return others;
}

/** If the number is not in a text, the text need not be parsed for it. */
function sayingOf({ difference }: Gap): (text: string) => boolean {
  const [digits = ""] = difference.abs().toFixed().split(".");
  const grouped = digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return (text) => text.includes(digits) || text.includes(grouped) || namesSplit(text);
}

function statedExactly(gap: Asked, note: Note, parts: readonly Sentence[]): Said | null {
  const split = fittingSplit(gap, note.text);
  if (split) return { kind: "split", words: split.text };
  for (const sentence of parts) {
    const kind = sentence.counts.length > 0 ? kindByNumber(gap, sentence) : null;
    if (kind) return { kind, words: sentence.text };
  }
  if (note.place === "elsewhere") return null;
  const stated = parts.find(
    (sentence) =>
      sentence.sizes.some((size) => isNear(size, gap.missing)) &&
      sentence.counts.some((count) => isStatedPart(gap, sentence, count, note)),
  );
  return stated ? { kind: "stated in a note", words: stated.text } : null;
}

/** Purchases of two periods, each in its own note. */
function sumOverNotes(gap: Asked, read: readonly { note: Note; parts: readonly Sentence[] }[]): GapReason | null {
  const sizes = read.flatMap(({ parts }) => parts.flatMap((sentence) => sentence.sizes));
  if (read.length < 2 || !mayComeTo(sizes, gap.missing)) return null;
  for (const { kind, named, onlyAdds } of KINDS) {
    if (kind === "amendment" || (onlyAdds && gap.difference.lt(0))) continue;
    const saying = read.flatMap(({ note, parts }) =>
      parts.flatMap((sentence) => {
        const counts = countsOf(named, sentence);
        return counts.length > 0 ? [{ note, sentence, counts }] : [];
      }),
    );
    const [top] = saying;
    if (!top || !sums(saying.flatMap(({ counts }) => counts)).some((sum) => isSame(sum, gap.difference.abs())))
      continue;
    return inNote(gap, top.note, { kind, words: top.sentence.text });
  }
  return null;
}

const isSame = (a: Big, b: Big): boolean => {
  const hasFraction = !a.round(0).eq(a) || !b.round(0).eq(b);
  return hasFraction ? a.minus(b).abs().lt(1) : a.eq(b);
};

/** The kind of the number, or sum of numbers, that equals the difference. */
function kindByNumber(gap: Asked, sentence: Sentence): Kind | null {
  if (!mayNumberTell(gap, sentence)) return null;
  const missing = gap.difference.abs();
  const owned = KINDS.map((each) => ({ ...each, counts: countsOf(each.named, sentence) }));
  for (const { kind, counts: own, onlyAdds } of owned) {
    if (own.length === 0 || (onlyAdds && gap.difference.lt(0))) continue;
    const corrected = kind === "amendment" ? [gap.before, gap.expected, gap.reported] : [];
    if (own.some(({ count }) => [missing, ...corrected].some((number) => isSame(count, number)))) return kind;
    if (sums(own).some((sum) => isSame(sum, missing))) return kind;
  }
  const all = owned.flatMap((each) => (gap.difference.lt(0) && each.onlyAdds ? [] : each.counts));
  const sum = [...new Set(all)].reduce((total, { count }) => total.plus(count), new Big(0));
  return isSame(sum, missing) ? (owned.find((each) => each.counts.length > 0)?.kind ?? null) : null;
}

/** The difference, or one of the balances. */
const mayNumberTell = ({ missing, balances }: Asked, { sizes }: Sentence): boolean =>
  mayComeTo(sizes, missing) || sizes.some((size) => balances.some((balance) => isNear(size, balance)));

/**
 * A number belongs to the words after it up to the next number; if these name no cause, to those before it, or to the cause of
 * the next number: "100 shares on March 1 and 200 shares on June 3 under the plan".
 */
function countsOf(named: RegExp, { text, start, counts }: Sentence): ShareCount[] {
  const behind = counts.map((count, index) =>
    text.slice(count.end - start, (counts[index + 1]?.start ?? start + text.length) - start),
  );
  return counts.filter((count, index) => {
    if (named.test(behind[index] ?? "")) return true;
    if (namesSomething(behind[index] ?? "")) return false;
    const before = text.slice((counts[index - 1]?.end ?? start) - start, count.start - start);
    return named.test(before) || named.test(behind.slice(index + 1).find(namesSomething) ?? "");
  });
}

const otherPart = /\b(?:restricted|units?|rsus?|psus?|options?|unvested|vest\w*|held|escrow|forfeit\w*|granted)\b/i;
const namesSomething = (text: string): boolean => otherPart.test(text) || KINDS.some(({ named }) => named.test(text));

const MOST_SUMMED = 6;

/** Sums of two or more of a few numbers. */
function sums(counts: readonly ShareCount[]): Big[] {
  if (counts.length > MOST_SUMMED) return [counts.reduce((total, { count }) => total.plus(count), new Big(0))];
  let found: { sum: Big; of: number }[] = [{ sum: new Big(0), of: 0 }];
  for (const { count } of counts) {
    found = found.flatMap((each) => [each, { sum: each.sum.plus(count), of: each.of + 1 }]);
  }
  return found.filter(({ of }) => of > 1).map(({ sum }) => sum);
}

/** "Includes 5,000 restricted stock units", if the balance is 5,000 too high; the row's own shares are not part of the gap. */
function isStatedPart({ difference, source }: Gap, sentence: Words, count: ShareCount, note: Note): boolean {
  if (!isSame(count.count, difference.abs())) return false;
  const own = parseDecimal(source.row.transactionShares.value);
  if (note.place !== "balance" && own && isSame(count.count, own)) return false;
  const before = sentence.text.slice(0, count.start - sentence.start);
  const isOff =
    isTakenOff.test(before.slice(-60)) || isTakenOff.test(sentence.text.slice(count.end - sentence.start).slice(0, 60));
  return difference.gt(0) ? isPart.test(sentence.text) && !isTakenOff.test(before.slice(-40)) : isOff;
}

/** A note on the balance, or one that says it is about the balance, with a sentence that names a cause without numbers. */
function statedWithoutNumber(gap: Gap, note: Note, parts: readonly Sentence[]): Said | null {
  for (const { text, counts } of parts) {
    if (counts.length > 0) continue;
    if (note.place !== "balance" && !included.test(text)) continue;
    if (namesSplit(text) && splitStatements(text).length === 0 && agreesWithSplit(gap, text)) {
      return { kind: "split", words: text };
    }
    const found = KINDS.find(
      ({ kind, named, onlyAdds }) =>
        named.test(text) &&
        !(onlyAdds && gap.difference.lt(0)) &&
        (kind !== "transfer" || (note.place === "balance" && ownTransfer.test(text))) &&
        (kind !== "amendment" || ofBalance.test(text)),
    );
    if (found) return { kind: found.kind, words: text };
  }
  return null;
}

/** A split without its ratio: more shares, or fewer after a reverse one. */
const agreesWithSplit = ({ difference }: Gap, text: string): boolean =>
  /\b(?:reverse|consolidation)\b/i.test(text) === difference.lt(0);
