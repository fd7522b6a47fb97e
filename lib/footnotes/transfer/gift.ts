import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { ALL, MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { relatives } from "@/lib/footnotes/vocabulary/relatives";
import { withoutInnerStops } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersBefore, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { GiftRecipient, Stated } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";

const charitable = pattern()`
  charit(?:y|ies|able(?!\s+(?:remainder|lead)\b))\b | foundations? | non-?\s?profits? | not[\s-]for[\s-]profit |
  schools? | universit(?:y|ies) | colleges?(?!\s+(?:roommate|friend|classmate|savings|fund|education)) | alma\s+mater | academy | church(?:es)? | synagogue | temple | hospitals? |
  museums? | symphony | orchestra | library | 501\s?\(c\) | tax[\s-]exempt | philanthrop\w* | endowments? |
  seminar(?:y|ies) | diocese | parish | monastery | abbey | zoo | conservatory | historical\s+society |
  humane\s+society | food\s+bank | educational\s+\w+ | religious\s+\w+ | united\s+way | red\s+cross
`;
const family = pattern()`
  ${relatives} | famil(?:y|ies) | in-laws? | step-(?:sons?|daughters?|child(?:ren)?|mother|father) | [ut][gt]ma | custodia\w+
`;

const advised = /\bdonor[\s-]*(?:directed|advised)|\bDAF\b/i;

/** The first of these in the words for the recipient counts. */
const RECIPIENTS: readonly [GiftRecipient, RegExp][] = [
  ["donor_advised_fund", advised],
  ["charity", pattern("i")`\b (?:${charitable})`],
  ["trust", /\btrust(?:s|ees?)?\b|\b(?:GRAT|CRT|CRUT|CLAT|SLAT)s?\b|\bunitrust\b/i],
  ["family", pattern("i")`\b (?<!\b(?:ex-|former\s)) (?:${family}) \b`],
];
const somebody = pattern()`
  ^ (?:
    (?:
      an? | the | one | two | three | four | several | various | certain | some | other | his | her | its |
      their | each | third | reporting\s+person | unrelated | unaffiliated | individuals? | (?:former\s+)?employees |
      friends? | caregivers? | god(?:child(?:ren)?|sons?|daughters?) | colleagues? | persons? | non-\w+
    ) \b |
    [A-Z]
  )
`;
const reportingPerson = /^(?:the\s+)?(?:reporting\s+(?:person|owner)|undersigned|him|her\b(?!\s+\w)|holder\b)(?!['’])/i;

const givenShares = pattern()`
  (?:gave(?=(?:(?!\bto\b)[^.;]){0,${NEAR}}\b(?:shares?|stock|units?)\b) | gave(?=\s+(?:all\s+of\s+)?(?:them|these)\s+to\s) | (?<=\b(?:shares?|stock|units?)\b[^.;]{0,${NEAR}})given)
`;
const toRelatives = pattern()`
  \bto\s+ (?:each\s+(?:of\s+)?)? (?:his|her|their|the\s+(?:reporting\s+person|spouse)['’]s) \s+ (?:[\w-]+\s+){0,2}?
  (?:${relatives}) \b (?!['’]) (?![^.;]{0,${CLAUSE}}\b(?:divorce|separation|relations|exchange|price)\b)
`;
const toTrust = pattern()`\bto\s+ (?:the|an?|his|her|their|two|three|each\s+of) \s+ (?:[\w'’.-]+\s+){0,8}? (?:trusts?|GRATs?) \b (?!['’])`;
/** A "contribution" is a gift if it goes to a charity. */
const giving = pattern("gi")`
  \b (?:
    (?:bona\s*-?\s*fide\s+|charitable\s+|exempt\s+|outright\s+)*gift(?:s|ed|ing)?
      (?!\s*(?:tax|card|trust|fund|agreement|&|program|to\s+minors)|-) |
    (?:charitable\s+)?donat(?:e[sd]|ions?|ing) | charitable\s+(?:contributions?|giving|transfers?) |
    (?<!\b(?:is|are|be)\s+)(?:gave|given)\s+away(?=[^.;]{0,${NEAR}}\bto\s) |
    transferred(?=[^.;]{0,${CLAUSE}}\bto\s+[^.;]{0,${NEAR}}(?:donor[\s-]advised|\bDAF\b)) |
    contribut(?:ed|ions?)(?=[^.;]{0,${CLAUSE}}\bto\s+[^.;]{0,${NEAR}}(?:\b(?:${charitable})|donor[\s-]advised)) |
    (?:gave|given)(?=[^.;]{0,${NEAR}}\bto\s+[^.;]{0,${NEAR}}(?:\b(?:${charitable})|donor[\s-]advised)) |
    ${givenShares} (?=[^.;]{0,${CLAUSE}}${toRelatives}) |
    gave(?<=\b(?:reporting\s+person|he|she)\s+(?:also\s+|then\s+)?gave) (?=\s+[\d,]+\s+(?:[\w-]+\s+){0,3}?(?:shares|units)\s+(?:of\s+(?:[\w-]+\s+){1,3})?${toTrust}) |
    # "the shares were given, without consideration, to"
    (?<=\b(?:shares?|stock|units?|securities|options?)\b[^.;]{0,${NEAR}})(?:gave|given) (?=
        ,?\s+ (?:for\s+(?:no|zero|nil)|without) \s+ (?:any\s+)? (?:value|consideration|payment|charge),? \s+ to \s
      ) |
    # "was given these shares by her husband"
    (?:was|were) \s+ given (?= \s+ (?:these|the|[\d,]+) \s+ (?:[\w-]+\s+){0,2}? (?:shares|stock|units) \b [^.;]{0,${NEAR}}? \b by \s+ (?:his|her|the\s+reporting\s+person['’]s) \s+ (?:[\w-]+\s+)? (?:${relatives}) \b (?!['’])) |
    (?:gave|given) (?=
        [^.;]{0,${NEAR}}\bto\s+[^.;]{0,${CLAUSE}}\b (?:for\s+(?:no|zero|nil)|without) \s+ (?:\w+\s+)?
        (?:value|consideration|payment|charge) \b
      ) (?![^.;]{0,${SENTENCE}}\b(?:plan|awards?|grants?|services|issuer|company)\b)
  ) \b
`;

/** It was given at another time, or is only planned. */
const notReported = pattern("i")`
  \b (?:
      previous(?:ly)? | prior | earlier | past | future | former(?:ly)? | subsequent | no(?!\s+(?:\w+\s+)?(?:consideration|payment|value|money|cash)\b) | not | never |
      other\s+than | except(?:\s+for)? | any | unless | if | may(?!\s+\d) | will | whether | permitted |
      without | intends? | excludes? | excluding | includes? | including | consists?\s+of
    ) \b (?:(?!\b(?:was|were|been|made|represents?|reflects?)\b)[^.;]){0,${NEAR}} $ |
  \bto\s+be\s+$ | \bno\s+(?:\w+\s+){0,2}(?:shares|securities|stock|units)\s+(?:were|was|(?:have|has)\s+been)\s+(?:\w+\s+)?$ |
  # "his plan to sell or gift no more than"
  \b(?:plans?|program|intention|intent|commitment|pledge|desire)\s+to\s+(?:\w+\s+(?:or|and)\s+)?(?:otherwise\s+)?$ |
  \b(?:issuer|company|corporation)\s+(?:also\s+|has\s+|\w+ly\s+)?(?:made|makes|matched|matches)\s+(?:an?\s+|the\s+)?$
`;
/** "filed a separate report of his gift" */
const ofOwnReport = /\b(?:separate|own)\s+(?:report|form)s?\s+(?:of|for|on)\s+(?:[\w'’]+\s+){0,2}$/i;
const inOrderTo = pattern("i")`
  \b (?:to\s+(?:fund|make|finance|support|facilitate|cover)|proceeds\s+\w+|purposes?\s+of|in\s+lieu\s+of) \s+
  (?:[\w-]+\s+){0,3} $
`;
/** "converted to make the gift reported on the next line" */
const reportedHere =
  /^\s+(?:(?:that|which)\s+is\s+)?reported\s+(?:here|herein|below|above|(?:on|in)\s+(?:the\s+(?:next|following|same|second)|this)\s+(?:line|row|form|report|filing))\b/i;
const leftOut = /\bnot\s+(?:reflect|include|report|show)\w*\b[^.;]{0,60}$/i;
const sinceReported = pattern("i")`
  ^[^.;]{0,${CLAUSE}}?\b (?:and\s+)?(?:will|shall)\s+be\s+(?:\w+ly\s+)?reported\b |
  ^[^.;]{0,${NEAR}}?\b (?:is|are)\s+(?:\w+ly\s+)?(?:expected|planned|intended|anticipated|scheduled)\s+(?:to\s+(?:be\s+(?:made|completed|effected)|occur|close|take\s+place)|for|in)\b |
  ^[^.;]{0,${NEAR}}\b (?:
    previously\s+reported(?!\s+as\s+(?:\w+ly\s+)?(?:held|owned)) | reported\s+in\s+error | (?:occurred|made)\s+(?:before|prior) |
    (?:(?:was|were)|(?:has|have)\s+been) \s+ (?:(?:already|separately|timely|earlier)\s+)?reported\s+
      (?:(?:late|separately|earlier|timely)\s+)? (?:on|in) \s+ (?:an?\s+|the\s+|his\s+|her\s+)?
      (?:(?:separate|earlier|prior|late|timely)\s+)?forms?\s+[45] |
    (?:was|were)\s+not\s+(?:completed|effected|carried\s+out) | not\s+(?:a\s+)?part\s+of\s+this | (?:did|has|have|had)\s+not\s+(?:in\s+fact\s+)?(?:take|taken|occur|occurred|happen|happened|go|gone|been\s+made|made)\b |
    (?:is|was|are|were)\s+not\s+(?:reported|reflected|included)\s+(?:on|in|here) |
    (?:was|were) \s+ (?:(?:later|subsequently|since)\s+)? (?:rescinded|revoked|cancell?ed|reversed)
  ) \b
`;
const notShown = pattern("i")`^[^.;]{0,${SENTENCE}} \b (?:is|was|are|were) \s+ not \s+ reported \s* (?:[.;,]|$)`;
const receiving = /\b(?:receiv\w+|acquir\w+|obtained)\b[^.;]{0,60}$/i;
const recipientBefore = pattern("i")`
  \b (?:
    (?:transferr?\w*|distributed|assigned|delivered|conveyed|gave|given|contributed|issued)\b[^.;]{0,${CLAUSE}}?\bto |
    (?:became|become)\s+the\s+property\s+of
  ) \s+ (?<to>[^.;]{2,110}?) \s*,?\s*
  (?:as|by(?:\s+way\s+of)?|in\s+the\s+form\s+of|through|via|constituting) \s+ (?:an?\s+)? $
`;
const verbOfGiving =
  /\b(?:transferr?\w*|distributed|assigned|delivered|conveyed|gave|given|contributed|issued|bec[ao]me)\b/gi;

/** "to" before a recipient: not "pursuant to", "to satisfy", "fell to 61,000 shares". */
const toSomebody = pattern("gi")`
  (?<!\b(?:subject|pursuant|prior|due|according|respect|addition|up|reference|fell|rose|declined|increased|reduced)\s) \b(?:in)?to\s+
  (?!(?:satisfy|cover|pay|comply|be|reflect|correct)\b)
`;
const FARTHEST = 200;
const LONGEST_RECIPIENT = 140;
/** "His foundation received these shares by gift from the reporting person": the recipient is the subject. */
const receivedBy = pattern("i")`
  (?:^|[,;]\s+) (?<to>[^,;]{3,${CLAUSE}}?) \s+ (?:received|acquired|was\s+given|were\s+given|got) \b [^.;]{0,${NEAR}}? \b (?:by|as|through) \s+ (?:an?\s+)? (?:way\s+of\s+)? $
`;
const fromInsider = /\bfrom\s+(?:(?:the\s+)?reporting\s+(?:person|owner)\b(?!['’])|him\b|her\b(?!\s+(?!as\b)\w))/i;
/** "An earlier version of this note said that the shares had been gifted." */
const wronglySaid =
  /\b(?:earlier|previous|prior|original)\b[^.;]{0,60}\b(?:said|stated|reported|described|indicated|showed)\b[^.;]{0,60}$/i;
/** The words for the recipient end where those for when, why or how begin. */
const endOfRecipient = pattern("i")`
  \.\s | \.$ | ; | \s\( |
  \s (?:
      for\s+(?:no|zero|estate|nil) | without | pursuant | under | on\s+(?:or\s+about\s+)?[A-Z\d] |
      in\s+(?:\w+\s+)?\d{4} | by\s+(?:the|his|her|reporting) | from\s+(?:the|his|her) | at\s+(?:no|an?) |
      and\s+[\d,]+\s | effective | exempt(?!\s+(?:\w+\s+)?trust) | made | in\s+(?:a|an)\s
    ) |
  ,\s*
    (?:(?:of|for|in|with)\s+(?:which|whom)|which|who|exempt|for\s+no|without|and\s+(?:the|is|was|were|he|she)\b)
`;
/** "the funding by gift of the Roe Trust" */
const fundedBy = /\bfund(?:ing|ed)\s+by\s+(?:way\s+of\s+)?(?:an?\s+)?$/i;
const funded = /^\s+of\s+(?<to>(?:the|an?|his|her|[A-Z])[^.;,]{2,90}?\b(?:trusts?|foundation|fund)\b)/i;
/** Received from somebody. A charitable gift by somebody else is one to a charity. */
const fromGiver = /^[^.;]{0,80}?\bfrom\s+(?!the\s+reporting\s+person\b)/i;

/** Reads whether the reported transaction is a gift, and to whom if the note says so. */
export function readGift({ lower, sentences }: NoteText): Stated<{ to: GiftRecipient | null }> | null {
  if (!/gift|donat|charit|contribut|gave|given|donor|daf\b/.test(lower)) return null;
  let unsaid: Span | null = null;
  for (const { text: words, start } of sentences) {
    const text = withoutInnerStops(words);
    for (const match of placesOf(text, giving, MOST_IN_SENTENCE)) {
      const before = lettersBefore(text, match.index, SENTENCE);
      const end = match.index + match[0].length;
      const after = text.slice(end, end + 320);
      if (
        notReported.test(before) ||
        leftOut.test(before) ||
        ofOwnReport.test(before) ||
        (inOrderTo.test(before) && !reportedHere.test(after)) ||
        wronglySaid.test(before) ||
        sinceReported.test(after) ||
        notShown.test(after)
      )
        continue;
      const { to, span } = recipientOf(match, before, after);
      const found: Span = [start + span[0], start + span[1]];
      if (to) return { value: { to }, spans: [found] };
      unsaid ??= found;
    }
  }
  if (unsaid === null) return null;
  for (const { text, start } of sentences) {
    const donee = isDonee.exec(text);
    const to = kindOf(donee?.groups?.to ?? "");
    if (donee && to)
      return { value: { to }, spans: [unsaid, [start + donee.index, start + donee.index + donee[0].length]] };
  }
  return { value: { to: null }, spans: [unsaid] };
}

/** "The donee is the Roe Dynasty Trust.", after a sentence about a gift. */
const isDonee = pattern("i")`
  (?:^|[.;]\s+|,\s+and\s+) (?:the\s+)? (?:donees?|recipients?) (?:\s+of\s+(?:the|this|these)\s+(?:reported\s+)?(?:gifts?|shares|donations?))? \s+ (?:is|are|was|were) \s+
  (?=(?:an?|the|his|her|their|one|two|three|several|each\s+of|[A-Z]\w+)\s) (?<to>[^.;,]{3,${CLAUSE}})
`;

/** "Gift - Donor Advised Fund." */
const besideDash = /^\s*[-–—:]\s+(?<to>[^.;:]{3,60})/;

type Given = { to: GiftRecipient | null; span: Span };

function recipientOf({ index, 0: words }: RegExpExecArray, before: string, after: string): Given {
  const end = index + words.length;
  const isCharitable = /\bcharitable\b/i.test(words);
  const earlier = recipientBefore.exec(before);
  if (earlier?.groups?.to !== undefined) {
    const verb = [...placesOf(before, verbOfGiving, ALL)].at(-1);
    const to = kindOf(earlier.groups.to);
    if (to) return { to, span: [index - before.length + (verb?.index ?? before.length), end] };
  }
  const isFunding = fundedBy.test(before) ? funded.exec(after) : null;
  if (isFunding) return { to: kindOf(isFunding.groups?.to ?? ""), span: [index, end + isFunding[0].length] };
  const inTrust = /^[^.;]{0,60}?\bin\s+trust\s+for\b/i.exec(after);
  if (inTrust) return { to: "trust", span: [index, end + inTrust[0].length] };
  const afterDash = /^\W*$/.test(before) ? besideDash.exec(after)?.groups?.to : undefined;
  const beside = afterDash === undefined ? null : kindOf(afterDash);
  if (beside) return { to: beside, span: [index, end + after.indexOf(afterDash ?? "") + (afterDash?.length ?? 0)] };
  const subject = receivedBy.exec(before);
  const from = `${before} ${after.slice(0, NEAR)}`;
  const receiver = subject && fromInsider.test(from) ? kindOf(subject.groups?.to ?? "") : null;
  if (subject && receiver) return { to: receiver, span: [index - before.length + subject.index, end] };
  for (const { index: at, 0: preposition } of placesOf(lettersFrom(after, 0, FARTHEST), toSomebody, ALL)) {
    if (/[.;]/.test(after.slice(0, at))) break;
    const place = at + preposition.length;
    const to = lettersFrom(after, place, LONGEST_RECIPIENT).split(";")[0] ?? "";
    const named = to.slice(0, endOfRecipient.exec(to)?.index ?? to.length);
    const span: Span = [index, end + place + named.length];
    const kind = advised.test(to.slice(0, named.length + NEAR)) ? "donor_advised_fund" : kindOf(named);
    if (kind) return { to: kind === "other" && isCharitable ? "charity" : kind, span };
    if (reportingPerson.test(named)) return { to: null, span };
  }
  const isReceived = receiving.test(before) || fromGiver.test(after);
  return { to: isCharitable && !isReceived ? "charity" : null, span: [index, end] };
}

function kindOf(named: string): GiftRecipient | null {
  if (reportingPerson.test(named)) return null;
  const known = RECIPIENTS.find(([, pattern]) => pattern.test(named));
  return known?.[0] ?? (somebody.test(named) ? "other" : null);
}
