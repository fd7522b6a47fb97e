import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { lettersBefore, lettersFrom, NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";
import { nameKey } from "./defined-names";
import type { NoteNames } from "./names-in-note";

/** Allows a lower-case or capital first letter for the words of a pattern. Names of persons keep their capitals. */
const anyCase = ({ source }: RegExp): RegExp =>
  new RegExp(source.replace(/(?<![\\A-Za-z])[a-z](?=[a-z])/g, (letter) => `[${letter.toUpperCase()}${letter}]`));

const insider = anyCase(pattern()`
  (?:(?:the|each)\s+)? reporting\s+(?:person|owner)s? | insider | undersigned | he | she
`);
const person = pattern()`
  ${insider} |
  (?:Mr|Mrs|Ms|Dr|Messrs)\.?\s+[A-Z][\w'’-]+(?:\s+and\s+[A-Z][\w'’-]+)? |
  (?:[A-Z](?:\.|[a-z'’-][\w'’-]*)\s+){1,3}[A-Z][a-z'’-][\w'’-]*
`;
const also = pattern()`(?:\s*,?\s+(?:and|together\s+with)\s+(?:his|her|their|the\s+[Rr]eporting\s+[Pp]erson['’]s)\s+\w+)?`;
const being = pattern()`(?:is|are|was|were|serves?|acts?|served|also\s+serves|currently\s+serves) (?:\s+as)?`;
const nouns = anyCase(pattern()`
  (?:co-?)? (?:
    trustees? | managers? | members? | partners? | directors? | officers? | president | chairman | chair | ceo | executive |
    principals? | shareholders? | stockholders? | owners? | beneficiary | beneficiaries | custodian | executor | executrix |
    administrator | settlor | grantor | adviser | advisor | protector
  )
`);
const qualities = anyCase(pattern()`
  one\s+of\s+the | an? | the | its | sole | joint | also | controlling | majority | vice | senior | chief | investment |
  managing | general | limited | executive | beneficial | co | special | independent | current | non-managing | founding |
  authorized
`);
const secondQualities = anyCase(/sole|an?|the|managing|beneficial|principal|general|investment/);
const role = pattern()`
  (
    (?:${qualities} [\s-]+)* ${nouns} (?:\s+ (?:and|or) \s+ (?:${secondQualities} \s+)* ${nouns})?
    (?:\s+of\s+the\s+[Ii]nvestment\s+[Cc]ommittee)?
  )
`;

/** ", of which the reporting person is the trustee" */
const ofWhich = pattern()`
  ^ (?:\s*\((?:[^()]|\([^()]*\))*\)){0,2} \s*,?\s+ (?:of|for|in) \s+which\s+ ${person} ${also} \s+ ${being} \s+
  ${role}
`;
/** "the reporting person is a managing member of" */
const elsewhere = pattern("g")`
  (?:^|[\s("“]) (?:${person}${also}\s+${being}|[Bb]y\s+virtue\s+of\s+(?:his\s+|her\s+)?(?:being|serving\s+as))
  \s+ ${role} (\s+(?:of|for)\s+(?:each\s+of\s+)?)?
`;
/** "held by the reporting person as trustee of" */
const asTrustee = /\bas\s+(?:the\s+|sole\s+)*((?:co-\s?)?trustees?|custodian)\s+(?:of|for|under)\b/i;
/** "by virtue of his shared voting and investment power" */
const power = pattern()`
  (?:^|[\s("“])
  (?:${person}${also}\s+(?:has|have|holds?|retains?|exercises?)|[Bb]y\s+virtue\s+of\s+(?:his|her|its|their)) \s+
  ((?:(?:sole|shared)\s+)?(?:voting|investment|dispositive)[\w\s,]{0,${NEAR}}?(?:power|control|authority)) \b
`;
const company = pattern("i")`
  \b (?:
    llc | l\.l\.c\. | lp | l\.p\. | inc\.? | ltd\.? | corp\.? | company | partners | management | capital |
    ventures | advisors | fund | trust | holdings | gp
  ) \s+ (?:is|are|was|serves?|acts?) \b
`;
const ofSecurities = /^(?:such|these|the|those|any|all)\s+(?:\w+\s+){0,2}(?:securities|shares|stock|interests)\b/i;
const back = /^(?:the|such|this)\s+\w+/i;

const cleaned = (words: string): string =>
  words
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^(?:(?:an?|the|its|also)\s+)+/i, "");

/** The insider's role in a holder, or in its manager, in the words of the note; null if it states none. */
export function holderRole(names: NoteNames, { start, end }: { start: number; end: number }): string | null {
  const { text } = names;
  const ownName = nameKey(names.at(start)?.words ?? []);
  const own = ofWhich.exec(text.slice(end, end + 320))?.[1];
  if (own) return cleaned(own);
  for (const { 0: words, 1: noun = "", 2: of, index } of placesOf(text, elsewhere, ALL)) {
    const behind = index + words.length;
    if (company.test(words) || ofSecurities.test(lettersFrom(text, behind, NEAR))) continue;
    if (of === undefined) {
      if (/trustee/i.test(noun)) return cleaned(noun);
      continue;
    }
    const name = names.at(behind) ?? names.at(behind + 4);
    if (name === null && back.test(text.slice(behind))) return cleaned(noun);
    if (name === null) continue;
    const isOwn = nameKey(name.words) === ownName;
    return cleaned(isOwn ? noun : `${noun} of ${text.slice(name.start, name.end)}`);
  }
  const trustee = asTrustee.exec(lettersBefore(text, start, NEAR));
  if (trustee) return cleaned(trustee[1] ?? "");
  const powers = power.exec(text)?.[1];
  return powers ? cleaned(powers) : null;
}
