import { pattern } from "@/lib/values/pattern";
import type { HeldNote } from "./held-note";
import { controlledBy } from "./holding-words";
import { andOthers } from "./list-words";
import { vehicleNear } from "./name-words";
import type { FoundHolder } from "./named-holders";

const bareLead = pattern("i")`
  ^\s* (?:\(?\d+\)\s*|\*+\s*)? (?:
    (?:represents|reflects|includes|consists\s+of|nature\s+of)? \s* (?:these\s+|the\s+|all\s+)? (?:
      shares | securities | stock | holdings? | units | options | owned | held | indirect(?:ly)? |
      direct(?:ly)? | beneficial(?:ly)? | ownership | as\s+follows
    )? [\s:,-]+
  )* (?:(?:by|through|via|in(?:\s+the\s+names?\s+of)?|as|for|(?:held\s+)?jointly\s+with)\s*:?\s+)?
  (?:(?:the\s+|a\s+|sole\s+)*(?:\w?[ug]tma\s+)?(?:co-?)?(?:trustees?|custodian)\s+(?:of|for|under)\s+)?
`;
const bareEnd = pattern("i")`
  ^\s* (?:\((?:[^()]|\([^()]*\))*\)\s*)* (?:
    [.;] | $ | ${andOthers}\s*(?:[.;]|$) | :\s+(?:shares|units|stock)\b | (?:\s+|,\s+)see\s+(?:also\s+)?(?:foot)?(?:notes?|remarks|exhibit|explanation)\b | \s+at\s+(?:an?|the|his|her)\s | ,\s+of\s+whose\b |
    \s+ ${controlledBy} | \s+[-–—]+\s+(?:\d{1,3}\s?%|wholly|solely|(?:the\s+)?reporting|he\b|she\b|an?\s|his\s|her\s|its\s|company|entity|owned|controlled|trustees?\b|sole\b|managed) |
    ,?\s+ for\s+ (?:(?:the\s+)?reporting\s+person['’]s|his|her|the\s+(?:sole\s+)?(?:benefit|account)) \b |
    ,?\s+ (?:(?:that|who)\s+)? (?:lives|living|resides|residing)\s+(?:in|with)\b |
    ,?\s+ (?:
        (?:(?:of|for|in|over)|with\s+respect\s+to|as\s+to)\s+which | whose | a\s | an\s | as\s | where\s | dated\s | for\s+the\s+benefit |
        fbo\b | u\/ | which\s+(?:is|(?:the\s+)?reporting|mr|ms|dr)\b | in\s | under\s | trustees?\s*(?:[.;]|$) |
        (?:held|established|created|set\s+up|opened|maintained|registered) \s+ (?:under|pursuant|in|at|with) \b |
        is\s+held\b | held\s+by\s+(?:the\s+)?reporting
      ) |
    ,\s+(?:the\s|its\s|reporting\s+person|mr\b|ms\b|sole\b|trustee|beneficiary|(?:[\w.’']+\s+){1,6}trustees?\b)
  )
`;
const mainVerb = pattern("i")`
  ,\s+ (?:
    may | is | are | was | were | has | have | had | will | shall | disclaims? | adopted | entered | sold |
    purchased | acquired | distributed | elected | effected | holds | owns | nominated | designated | appointed | approved | agreed | granted | filed |
    signed | received | transferred | declared | consented | waived | guaranteed | lent | loaned | assumed | merged | completed | became
  ) \b
`;

/** Words about a sale, an award, or what the report leaves out. */
const notBare = pattern("i")`
  ^\W* (?:
    (?:automatic\s+)?(?:sales?|sold) | exclud\w+ | omit\w* | does\s+not | each | this | on | pursuant | upon | under |
    options? |
    (?:the|this|these|represents?) \s+ (?:an?\s+)? (?:stock\s+|employee\s+|restricted\s+|performance\s+)* (?:
        options? | price | awards? | grants? | rsus? | psus? | reporting | restricted | weighted | number |
        total | amount | transactions? | sales? | issuer | vesting | date | conversion | exercise | aggregate
      ) |
    grant(?:ed)? | awards? | restricted | weighted | rsus? | psus? | vest\w* | exercise | price | if | when |
    (?:gifts?|donations?|contributions?|transfers?|distributions?|receipt) \s+ (?:of|by|to|from|in) |
    not | no | to | between | during | since | from | adjusted | conversion | deferred | performance | phantom |
    shares\s+(?:withheld|issued|surrendered|were|are\s+not) | see | executive | chief | exhibit
  ) \b
`;

/** "By: Roe LP, its general partner": a signature. */
const isSignature = /^\s*By:\s[^;]{3,80},\s+its\s+(?:sole\s+)?(?:general\s+partner|manag\w+|attorney|authori[sz]ed)\b/i;
const mayBeBare = (text: string): boolean =>
  text.length <= MOST_BARE && !isSignature.test(text) && !notBare.test(text) && vehicleNear.test(text.slice(0, 140));
const MOST_BARE = 700;
/** "the following entities:", "three entities," */
const countedFirst = /^(?:each\s+of\s+)?(?:the\s+following\b|(?:the\s+)?(?:two|three|four|five|six)\s+\w+[,:]\s*$)/i;
/** "The", "the trust of", before a name. */
const LONGEST_ARTICLE = 14;

/** "Corporation (Roe Lumber, Inc.)", "partnership - Roe Associates" */
const kindThenName =
  /^(?:company|corporation|partnership|llc|limited\s+(?:liability\s+company|partnership)|foundation|trust)(?:\s*\(|\s+[-–—]\s+|:\s+)(?:the\s+)?/i;
/** "a family trust (the": the name of the vehicle follows. */
const called = /^[\w\s'’-]{3,40}\((?:the\s+)?$/i;

/** "Shares of the Roe Trust; the reporting person is its trustee": a trust of his, and not the issuer. */
function sharesOfTrust({ text, lists }: HeldNote) {
  const lead = /^\W*(?:(?:These|The)\s+)?(?:shares|securities|units|stock)\s+of\s+/i.exec(text)?.[0].length;
  const list = lead === undefined ? null : lists.listAt(lead, { allowShort: false });
  return list && hisTrust.test(text.slice(list.end)) ? list : null;
}
const hisTrust =
  /^(?:,?\s+(?:dated|u\/a)[^;]{3,60}?)?[,;]\s+(?:(?:of|for)\s+which\b|whose\b|(?:the\s+)?reporting\s+person\s+is\b|(?:he|she)\s+is\b)[^.]{0,80}\b(?:trustee|beneficiary|settlor|grantor|manager|general\s+partner|member)/i;

/** A note that consists only of the name: "The Roe Trust, of which the reporting person is trustee." */
export function bareHolders(note: HeldNote): FoundHolder[] {
  const { text, found } = note;
  if (found.length > 0 || !mayBeBare(text)) return [];
  const start = bareLead.exec(text)?.[0].length ?? 0;
  const company = /^(?:company|corporation|partnership)(?=\.?$)/i.exec(text.slice(start))?.[0];
  if (company && start > 0) {
    return [{ start, end: start + company.length, words: [company.toLowerCase()], isUnnamed: true, relation: null }];
  }
  const kind = kindThenName.exec(text.slice(start))?.[0].length;
  const named = kind === undefined ? null : note.names.at(start + kind);
  if (named?.isVehicle && /^\)?\.?\s*$/.test(text.slice(named.end)))
    return [{ ...named, isUnnamed: false, relation: null }];
  const list = note.lists.listAt(start, { allowShort: false }) ?? sharesOfTrust(note);
  if (!list) return [];
  const rest = /^[^.;]*[.;]?/.exec(text.slice(list.end))?.[0] ?? "";
  const before = text.slice(start, list.holders[0]?.start);
  const isFirst =
    /\b(?:trustees?|ttees?|custodian|atf)\b/i.test(before) ||
    (before.length <= LONGEST_ARTICLE && !before.includes(",")) ||
    countedFirst.test(before) ||
    called.test(before) ||
    (list.holders[0]?.relation !== null && /,\s*$/.test(before));
  return isFirst && bareEnd.test(text.slice(list.end)) && !mainVerb.test(rest) ? list.holders : [];
}
