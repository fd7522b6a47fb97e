import { besideReported } from "@/lib/footnotes/vocabulary/beside-reported";
import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { MOST_SENTENCES, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { withLists } from "@/lib/footnotes/vocabulary/sentence-lists";
import { sentences } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, NEAR, SENTENCE, type Words, wordsAt } from "@/lib/footnotes/vocabulary/words";
import { MONTH, writtenDates } from "@/lib/footnotes/vocabulary/written-dates";
import type { Stated, Vesting } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { type VestingDate, vestingDates } from "./vesting-dates";
import { type DatedSentence, firstAndLast } from "./vesting-span";
import { statesTerms } from "./vesting-terms";

/** Reads when or on what terms the reported securities vest or become exercisable. */
export function readVesting({ text, lower, sentences }: NoteText): Stated<Vesting> | null {
  if (!mayVest.test(lower) || notReported.test(text) || besideReported.test(text)) return null;
  const statements = withLists(text, sentences.slice(0, MOST_SENTENCES), mayVest).flatMap(
    (sentence) => statementIn(sentence, text) ?? [],
  );
  if (statements.length === 0) return null;
  const { first, last } = firstAndLast(statements);
  const schedule = statements.map(({ from, to }) => text.slice(from, to).replace(/\s+/g, " ")).join(" ");
  return { value: { first, last, schedule }, spans: statements.map(({ from, to }) => [from, to]) };
}

/** A sentence that states a schedule, and the place of its words in the note. */
type Statement = DatedSentence & { from: number; to: number };

const mayVest = pattern()`
  \bvest | exercisable | exerciseable | excercisable | be\ exercised | \bmay\b.{0,160}\bexercise\ (?:the|this|such)\b | \blapse | non-?\s?forfeitable | (?:service|time)(?:[\s-]based)?\ (?:condition|requirement) | comes?\ free | unrestricted |
  restrict.{0,80}\b(?:expire|removed|lifted|ends?\b|ended) | to\ be\ restricted | no\ (?:further|more)\ restrictions | (?:free|released)\s+(?:of|from)\b.{0,30}?\b(?:restrict|repurchase)
`;
const notReported =
  /\bin\s+addition\s+to\s+the\s+securities\s+reported|\bnot\s+(?:yet\s+)?considered\s+reportable|\bnot\s+yet\s+(?:be\s+)?report(?:able|ed)\b|\b(?:is|are)\s+not\s+reportable\b|\bcannot\s+yet\s+be\s+reported\b|\b(?:options?|awards?|units|rsus)\b[^.;]{0,80}\b(?:is|are)\s+not\s+(?:shown|included|reported)\b/i;

const vestingWord = pattern("gi")`
  \b (?:
    vest(?:s|ed|ing)? | (?:exercis(?:e?able)|excercisable) | be\s+exercised | exercise(?=\s+(?:the|this|such)\s+(?:[\w-]+\s+){0,3}?(?:warrants?|options?)\b)(?<=\bmay\b[^.;]{0,${CLAUSE}}) |
    (?:restrictions?|restrict(?:ed|ion)\s+period|forfeiture|repurchase)\b[^;.]{0,${NEAR}}?\b(?:lapse[sd]?|expire[sd]?|ends?|ended|(?:was|were|are|is)\s+(?:removed|lifted)) |
    ceases?\s+to\s+be\s+restricted | (?:has|have)\s+no\s+(?:further|more)\s+restrictions |
    # "the service condition was met as to 1/48th of the units", of awards that also need a liquidity event
    (?:service|time)(?:[\s-]based)?\s+(?:conditions?|requirements?)(?=[^.;,]{0,${NEAR}}?\b(?:was|were|is|are|been|be)\s+(?:deemed\s+)?(?:met|satisfied)\b) |
    non-?\s?forfeitable | becom(?:es?|ing)\s+unrestricted | (?:be)?comes?\s+free(?=\s+(?:on|in|at|over|as|each|every)\b) |
    (?:free|released)\s+(?:of|from)\s+(?:(?:all|any|the|these|such|transfer|forfeiture)\s+){0,2}restrictions? |
    released\s+from\s+ (?:(?:the|this|that|such|its)\s+)? (?:(?:issuer|company)['’]s\s+)? (?:rights?\s+of\s+repurchase|repurchase\s+(?:rights?|options?))
  ) \b
`;
/** ", subject to continued service": a condition that every schedule has is not part of its words. */
const serviceTail = pattern("i")`
  (?:,|;|\()? \s* (?:in\s+each\s+case,?\s*)? (?:\(?\s*) (?:
    subject\s+(?:in\s+each\s+case\s+)?to | provided(?:,\s*however)?,?\s+(?:that\s+)? | assuming |
    so\s+long\s+as | contingent\s+(?:up)?on | conditioned\s+(?:up)?on
  ) \s+ (?:the\s+)? [^;]{0,${CLAUSE}}?\b (?:continu\w+|service|employ\w*|remain\w*|provid\w+) \b[^;]{0,${SENTENCE}}$
`;

const expiry = /,?\s+(?:and|but)\s+(?:will\s+|shall\s+)?(?:expires?|terminates?)\b[^;]*$/i;
/** "100% of the RSUs", "if the price exceeds $20, all units": what vests, or under what condition, before the verb. */
const howMuch = pattern("i")`
  (?:
    \b(?:if|upon|when|once|in\s+the\s+event)\b[^;]{0,${SENTENCE}},\s+[^;,]{0,${CLAUSE}} |
    (?:
      \b(?:one|two|all|an?\s+additional|an?\s+portion|the\s+remain\w+)\b | [\d,.]+\s*% |
      # "1/16th of", "5,000 units", but not the day or the year of "granted on May 1, 2018"
      (?<![\d,./]|\b${MONTH}\.?\s{1,2}) (?!\d{1,2}[/-]\d{1,2}[/-]|(?:19|20)\d\d(?:,\s|\s(?!of\b|shares|units|options|rsus)))
        \d[\d,./]*(?:th|rd|nd|st)?\s
    ) [^;,.]{0,${CLAUSE}}
  ) $
`;

/** More than any sentence has. */
const MOST_WORDS = 16;
/** The most words before a verb that belong to it. */
const FARTHEST = 400;
const degree =
  /(?:\b(?:fully|cliff|immediately|currently|presently|become|becomes|became|full|the|subject\s+to)\s+)+$/i;
const punctuation = /[\s.;,]+$/;

/** "but does not include 300 PSUs that may vest on": those are not reported. */
const leavesOut = /,?\s+but\s+(?:does|do)\s+not\s+include\b/i;

/** "vested on that date": on the only day of the sentence before. */
const onThatDay = /(?<!\bno\s+(?:[\w-]+\s+){1,3})\bvested\s+(?:in\s+full\s+)?on\s+(?:that|such)\s+(?:date|day)\b/i;

/** "As a result, these shares have vested": on the day on which the committee certified it. */
const asAResult = pattern("i")`
  ^\W* (?:as\s+a\s+(?:result|consequence)|consequently|accordingly|therefore) (?:\s+(?:of|thereof)\b[^;.,]{0,${NEAR}})? ,? \s+ (?![^.;]*\b(?:no|not|none|will|would|unless)\b) (?:[\w,-]+\s+){1,8}? vested \b (?!\s+on\b)
`;
const certifiedOn = pattern(
  "i",
)`^\W* on\s [^;.]{6,24}? ,?\s+ [^;]{0,${CLAUSE}}? \b (?:certified|determined|confirmed) \b`;

function dayBefore(note: string, { text, start }: Words): VestingDate[] {
  const byResult = asAResult.exec(text);
  const said = (/\bon\s+(?:that|such)\s/i.test(text) ? onThatDay.exec(text) : null) ?? byResult;
  if (!said || writtenDates(text.slice(0, said.index)).length > 0) return [];
  const before = sentences(note.slice(0, start)).at(-1)?.text ?? "";
  const [day, ...others] = writtenDates(before);
  if (!day || others.length > 0 || /\bexpir/i.test(before) || (said === byResult && !certifiedOn.test(before)))
    return [];
  return [{ ...wordsAt(text, said.index, said.index + said[0].length), date: day.date, isStart: false }];
}

function statementIn(sentence: Words, note: string): Statement | null {
  const { text: whole, start } = sentence;
  const text = whole.slice(0, leavesOut.exec(whole)?.index);
  if (!mayVest.test(text.toLowerCase())) return null;
  let dates: VestingDate[] | null = null;
  for (const { index, 0: match } of placesOf(text, vestingWord, MOST_WORDS)) {
    const word = match.toLowerCase();
    const before = text.slice(Math.max(0, index - FARTHEST), index);
    const after = text.slice(index + word.length);
    dates ??= [...dayBefore(note, { ...sentence, text }), ...vestingDates(text)];
    if (!statesTerms({ word, before, after, sentence: text, dates })) continue;
    const lead = Math.max(degree.exec(before)?.[0].length ?? 0, howMuch.exec(before)?.[0].length ?? 0);
    const tail = serviceTail.exec(after) ?? expiry.exec(after);
    const from = Math.min(dates[0]?.start ?? index, index - lead);
    const to = Math.max(
      index + word.length + (tail?.index ?? after.trimEnd().length),
      ...dates.map((date) => date.end),
    );
    const words = text.slice(from, to).replace(punctuation, "");
    return { sentence: text, dates, from: start + from, to: start + from + words.length };
  }
  return null;
}
