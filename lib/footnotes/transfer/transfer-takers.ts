import { CLAUSE, NEAR } from "@/lib/footnotes/vocabulary/words";
import type { TransferKind } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { type Party, partyOf, targetKind } from "./transfer-party";

const reportingPerson = /\breporting\s+(?:person|owner)s?\b/i;
const reportingPersons = /\breporting\s+(?:person|owner)s?\b/gi;

const takes = pattern("i")`
  (?:^|[,;]\s+) (?<who>[^,;.]{3,${NEAR}}?) \s+ (?:(?:has|had)\s+)? (?:acquired|received|obtained) \b [^.;]{0,${NEAR}} $
`;
const fromInsider = /^[^.;]{0,40}?\bfrom\s+(?:the\s+reporting\s+person|him|her)\b(?!['’]|\s+\w+['’])/i;

/** "the Roe Trust, which acquired the shares from the reporting person by transfer" */
const gotFromInsider = pattern("i")`
  \b (?:acquired|received|obtained) \b [^.;]{0,${NEAR}}? \b from\s+(?:the\s+reporting\s+person|him|her)\b(?!['’]) [^.;]{0,20}? \b (?:by|through|in) \s+ (?:an?\s+)? $
`;

/** "Roe LLC acquired the shares by transfer from the reporting person": the subject is the other side. */
export function takerKind(
  before: string,
  verb: string,
  after: string,
  note: string,
): { kind: TransferKind; at: number; reach: number } | null {
  const reach = fromInsider.exec(after)?.[0].length ?? (gotFromInsider.test(before) ? 0 : undefined);
  if (reach === undefined) return null;
  const words = takes.exec(before + verb);
  const who = words?.groups?.who?.replace(/^(?:the|then)\s+/i, "");
  if (!words || who === undefined || reportingPerson.test(who)) return null;
  if (/^(?:which|who)$/i.test(who)) {
    const named = targetKind(
      partyOf(before.slice(Math.max(0, words.index - CLAUSE), words.index).replace(reportingPersons, "")),
    );
    return named && { kind: named, at: words.index, reach };
  }
  const first = note.indexOf(`${who} `);
  const full = first < 0 ? who : note.slice(first, first + who.length + NEAR / 2);
  const kind = targetKind(partyOf(who)) ?? targetKind(partyOf(full));
  return kind && { kind, at: words.index, reach };
}

/** "Roe Holdco LLC received the shares": who did. */
export function subjectOf(before: string): Party | undefined {
  const words =
    /(?:^|[,;.]\s+)(?:the\s+)?(?<who>[A-Z][^,;]{2,60}?(?:,?\s+(?:L\.?L\.?C|L\.?P|Inc|Ltd)\.?)?)\s+(?:(?:also|then|thereby|has|had)\s+)*$/.exec(
      before,
    )?.groups?.who;
  return words === undefined || reportingPerson.test(words) || /^(?:He|She|Mr|Ms|Dr|Mrs)\b/.test(words)
    ? undefined
    : partyOf(words);
}
