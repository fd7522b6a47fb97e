import { isOfOther } from "@/lib/footnotes/vocabulary/other-objects";
import { MOST_IN_SENTENCE, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersFrom, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Span } from "@/lib/record/stated-spans";
import { pattern } from "@/lib/values/pattern";
import { type Party, partyOf, sourceKind, targetKind } from "./transfer-party";
import { subjectOf, takerKind } from "./transfer-takers";
import { asGift, cut, isDone, kindByLaw, type Movement, toEstate } from "./transfer-words";

const toCharity = /\bcharit\w*\b(?!\s+(?:remainder|lead)\b)|\bfoundation\b|\bnon-?\s?profit\b|\bdonor[\s-]advised\b/i;
const soldFor = pattern("i")`
  \b (?:
    in\s+exchange\s+for\s+(?:cash|\$|an?\s+(?:promissory\s+)?note) |
    for\s+(?:their|its|the|his|her)\s+original\s+(?:purchase\s+)?price | for\s+(?:an?\s+)?(?:aggregate\s+|total\s+)?(?:purchase|sale)\s+price |
    at\s+(?:an?\s+)?(?:purchase\s+|aggregate\s+)?price\s+(?:of\s+)?\$?[1-9] | purchase\s+agreement
  ) \b
`;
const ofEqualValue = /\b(?:equal|equivalent)\s+(?:fair\s+)?(?:market\s+)?value|\bsubstitut/i;
const ofMerger =
  /\b(?:mergers?|business\s+combination|exchange\s+offer|tender\s+offer|reclassifi\w+|recapitali[sz]ation)\b/i;
/** "Following the merger, the shares that he received in the merger were contributed to": another event. */
const mergerBefore = pattern("gi")`
  \b (?:following|after|since) \s+ (?:the\s+)? (?:(?:closing|completion|consummation|effectiveness|effective\s+time)\s+of\s+)? (?:(?:the|such|this|that)\s+)? (?:mergers?|business\s+combination) \b |
  \b (?:received|acquired|issued) \s+ (?:by\s+[^.;,]{2,${NEAR}}?\s+)? in\s+ (?:connection\s+with\s+)? (?:the|such|this)\s+ (?:merger|business\s+combination) \b
`;
const isOfMerger = (sentence: string): boolean =>
  ofMerger.test(sentence) && ofMerger.test(sentence.replace(mergerBefore, ""));

const moving = pattern("gi")`
  \b (?:
    (?<verb>
      transferred | re-?transferred | re-?conveyed | re-?assigned | re-?delivered | decanted | funded(?=\s+(?:into\b|(?:the|an?|his|her|two|three)\s[^.;]{3,${CLAUSE}}\bwith\b)) | fund(?<=\bused\s+to\s+fund) | poured\s+over | paid\s+over | signed\s+over | disbursed(?=\s+(?:to|from|by)\b) |
      # "satisfied the annuity by delivering 500 shares"
      (?:transferr|deliver|convey|assign|contribut|return|re-?register|re-?titl|mov)ing(?<=\bby\s\w+)(?<!\b(?:will|would|may|might|could|can|shall|must|intends?|to)\s[^.;]{0,${NEAR}}\bby\s\w+) |
      contributed | conveyed | assigned | deposited | moved | re-?titled | re-?registered |
      rolled\s+over | withdr(?:ew|awn) | placed | put(?=\s+(?:[\w,]+\s+){0,5}?in(?:to)?\b) | passed(?=\s+(?:from\s[^.;,]{3,${NEAR}}\s)?to\b) | went(?<=\b(?:shares|stock|units|securities|they|which)\b[^.;]{0,${NEAR}}went)(?=\s+(?:to(?!\s+(?:pay|cover|satisfy|meet)\b)|from|into)\b) |
      made\s+over | ceded | handed\s+over | turned\s+over | delivered | settled(?<!-settled) | endowed | came(?=\s+into\s+the\s+hands\s+of) | took(?=\s+(?:his|her|its|their)\s) | (?:acquired|obtained)(?=\s+(?:[\w,]+\s+){0,4}?from\s[^;]{3,${CLAUSE}}?\bfor\s+(?:no|zero|nil)\s+(?:\w+\s+)?(?:consideration|payment|value)) | received | re-?acquired | returned | reverted | released(?!\s+from\s+[^.;,]{0,${NEAR}}\b(?:repurchase|restrictions?|escrow|lock-?\s?up|pledge|forfeiture)\b) |
      # "as sole member of Roe LLC, he caused the company to assign the shares to himself"
      (?:assign|convey|deliver|contribute)(?=\s)(?<=\bcaused\s[^.;]{2,${NEAR}}?\sto\s\w+) |
      # "the GRAT paid an annuity in the form of 5,000 shares"
      paid(?=\s+(?:(?:an?|the|its)\s+)?(?:\w+\s+)?(?:annuity\b[^.;]{0,${NEAR}}\bshares|[\d,]{3,}\s+(?:\w+\s+)?shares\s+to)\b)(?<=\b(?:GRAT|trust)\b[^;]{0,${NEAR}}paid)
    ) |
    (?<noun>
      transfers? | contributions? | conveyances? | assignments? | receipt | returns?(?=\s+(?:to\s+(?:the\s+reporting\s+person|him|her)\s+)?of\b) |
      funding(?=\s+of\s+(?:[\w-]+\s+){1,5}?(?:trusts?|GRATs?)\b) | deposits?(?=\s+of\s[^.;,]{2,${NEAR}}\s(?:in|into|with)\s) | annuity\s+(?:payments?|distribution|distributions(?=\s+of\s+[\d,]+)) | roll-?over | withdrawals? | re-?(?:registration|titling) |
      journal(?:s|ed)?(?!\s+of\s+commerce)
    )
  ) \b
`;
const otherTransfer = pattern("i")`
  ^\s* (?:
    agents? | restrictions? | tax(?:es)? | to\s+minors | of\s+(?:control|employment|(?:his|her|the)\s+employment) | ability |
    pricing | date | by\s+(?:will|gift|operation) | or\s+(?:sale|other|dispos) | except | provisions? |
    limitations?
  ) \b
`;
const ofSecurities = pattern("i")`
  \b (?:
    shares? | stock | units? | securities | options? | warrants? | rsus? | notes? | interests? | ads |
    holdings? | ownership | title | all\s+of | these | [\d,]{3,}
  ) \b
`;
/** The row itself is what moved: "Transferred to the trust." */
const atHead = pattern("i")`
  ^\W* (?:rule\s+16\S+\s*[-–:,]\s*)? (?:
    (?:
      private | interspousal | intra-?family | estate[\s-]planning | this | represents? | reflects? | the |
      an? | exempt | court[\s-]ordered | internal | non-market | was | were | transaction | bona\s+fide
    ) \s+
  ){0,5} $
`;
const notSecurities = pattern("i")`
  ^\s* \$\s?\d |
  ^\s* (?:all\s+(?:of\s+)?)?
  (?:(?:his|her|its|their|the|any|such|economic|pecuniary|right|rights|title|and|to)\s+){0,4} (?:
    rights? | benefits? | proceeds | economic | voting | employment | duties |
    interest\s+in\s+(?:the\s+)?(?:proceeds|llc) | membership | (?:of\s+)?(?:capital(?!\s+of\b)|cash|funds)
  ) \b
`;
/** "ownership of the issuer passed to its lenders", "control of the LLC passed to his son" */
const ofControl = pattern("i")`
  \b (?:ownership\s+of\s+(?:the\s+)?(?:issuer|company|corporation|registrant)|control\s+of\s+(?:\w+\s+){1,3} | interests?\s+in\s+(?!(?:the|these|such|said)\s+(?:\w+\s+)?(?:shares|securities|units))(?:[\w'’-]+\s+){1,6} | (?:membership|partnership|economic|pecuniary|partner|llc)\s+interests?\s+(?:was|were|has\s+been)\s+) \s* $
`;
/** "transferred electronically by the transfer agent" */
const byAgent =
  /^\s+(?:\w+ly\s+)?by\s+(?:the|an?|its)\s+(?:transfer\s+agent|broker|plan\s+administrator|custodian|depositary)\b/i;
/** "Transferred by operation of law" says how, if that law is named too. */
const byLaw = /^\s*by\s+(?:operation|will)\b/i;
const isOtherTransfer = (after: string): boolean =>
  otherTransfer.test(after) && !(byLaw.test(after) && kindByLaw(after) !== null);
/** "Each such transferred share will convert": which share, and not that it was transferred. */
const ofSome = /\b(?:each|every|any|such|the)\s+$/i;
const asAttribute =
  /^\s+(?:(?:class\s+\w|common|ordinary)\s+)?(?:share|unit)\b|^\s+(?:shares|units|securities)\s+(?:will|shall|may|can|convert|automatically)\b/i;
/** "the value of the units transferred, which is", "a valuation of the units transferred.": which units. */
const isOfNoun = (before: string, after: string): boolean =>
  /^,\s+which\s/i.test(after) ||
  (/^\W*$/.test(after) && /\b(?:valu\w+|prices?|number|amount)\s+of\s+[^,;.]*$/i.test(before));
const receives =
  /^(?:withdr\w+|received|acquired|obtained|re-?acquired|returns?|returned|reverted|released|receipt|annuity\s+(?:payments?|distributions?))$/i;
const contributes =
  /^(?:contribut|deliver|decant|pour|paid|sign|disburs|ceded|handed|turned|settled|endowed|came|took|made|fund|put|placed|passed|assign|deposit|convey|moved|re(?!-?(?:titl|regist))|roll)/i;
/** "moved between his accounts": both sides are of one owner. */
const between = /^[^.;,]{0,40}\b(?:between|among)\b/i;

/** Securities that were transferred, contributed, assigned or received, and to or from whom. */
export function* transfersOf(sentence: string, note: string): Generator<Movement> {
  for (const match of placesOf(sentence, moving, MOST_IN_SENTENCE)) {
    const end = match.index + match[0].length;
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(end, end + 260);
    if (asAttribute.test(after) && /^transferred$/i.test(match[0]) && ofSome.test(before)) continue;
    if (/^transferred$/i.test(match[0]) && !isPassive.test(before) && isOfNoun(before, after)) continue;
    if (
      ofControl.test(before) ||
      byAgent.test(after) ||
      isOtherTransfer(after) ||
      notSecurities.test(after) ||
      isOfOther(after) ||
      !isDone(sentence, match.index)
    )
      continue;
    if (/\b(?:401|matching|employee|employer|company|plan|non-?)[\s-]*$/i.test(before)) continue;
    if (ofPlan.test(before) || (/^deliver/i.test(match[0]) && asPayment.test(after))) continue;
    if (/\bcapital\s+$/i.test(before) && !ofShares.test(after)) continue;
    if (!atHead.test(before) && !ofSecurities.test(before.slice(-140)) && !ofSecurities.test(after.slice(0, CLAUSE)))
      continue;
    const clause = clauseAround(before, after);
    if (asGift.test(clause) || (soldFor.test(clause) && !ofEqualValue.test(clause)) || isOfMerger(sentence)) continue;
    if (contributes.test(match[0]) && toCharity.test(clause)) continue;
    const found = transferOf(match, sentence, before, after);
    const taker = found?.kind === "other" || found === null ? takerKind(before, match[0], after, note) : null;
    if (taker) yield { kind: taker.kind, span: [taker.at, end + taker.reach] };
    else if (found)
      yield found.kind === "other" && /\binterspousal\s+$/i.test(before) ? { ...found, kind: "to_family" } : found;
    else if (/\binterspousal\s+$/i.test(before)) yield { kind: "to_family", span: [match.index, end] };
  }
}

/** "the plan was transferred to a new broker", "which plan was administratively moved" */
const ofPlan =
  /\b(?:plan|program|arrangement),?\s+(?:(?:that|which)\s+(?:plan\s+)?)?(?:was|is|has\s+been|had\s+been)\s+(?:\w+ly\s+)?$/i;

/** "shares delivered to Roe Corp. in payment of the exercise price": a payment, and no transfer. */
const asPayment = pattern("i")`
  ^\s+to\s [^;]{2,${NEAR}}? \b (?:(?:for|in|as)\s+(?:the\s+)?(?:payment|satisfaction)\s+of|to\s+(?:pay|cover|satisfy)) \s [^;.]{0,${NEAR}}? \b (?:tax(?:es)?|withholding|(?:exercise|option|purchase|strike)s?\s+(?:exercise\s+)?(?:price|cost)) \b
`;

const ofShares = /^\s+of\s+(?:the\s+|these\s+|[\d,]+\s+)?(?:\w+\s+)?shares\b/i;

const clauseAround = (before: string, after: string): string =>
  before.slice(-70).replace(/^.*[;]/s, "") + after.replace(/[;].*$/s, "").slice(0, 160);

const intoPlan =
  /\b(?:deferred\s+compensation|deferral|401|savings|(?<!individual\s)retirement)\b|\bplan\b|\bstock\s+fund\b/i;

/** "transferred to the broker for sale": those who only keep or sell the securities. */
const agent =
  /^(?:(?:the|an?|his|her|its|issuer['’]s|company['’]s)\s+)*(?:transfer\s+agent|(?:executing\s+|plan\s+)?brokers?|brokerage\s+firm|DTC|escrow\s+agent|counterpart(?:y|ies)|(?:swap\s+)?dealer|underwriters?|initial\s+purchasers?|lenders?|exchange\s+agent|plan\s+administrator)\b(?!['’]|\s+account)/i;

const toSomebody =
  /\b(?:to|into|(?<!\baccount\s)in(?:to)?\s+the\s+names?\s+of)\s+(?!(?:satisfy|cover|pay|meet|reflect|comply|correct|effect|be|fund\s+(?:the\s+|an?\s+|its\s+)?(?:\w+\s+)?(?:annuity|payments?))\b)/i;
/** Verbs with their own words before the other side: "placed in a trust", "funding of a GRAT". */
const towards: Readonly<Record<string, RegExp>> = {
  placed: /^\s+in(?:to)?\s+/i,
  put: /^\s+(?:[\w,]+\s+){0,5}?in(?:to)?\s+(?:the\s+names?\s+of\s+)?/i,
  funding: /^\s+of\s+/i,
  funded: /^\s+(?:into\s+|(?=(?:the|an?|his|her|two|three)\s[^.;]*\bwith\s+(?:(?:these|the|all)\s+)?[\d,]*\s*shares))/i,
  fund: /^\s+/i,
  deposit: /\s(?:in|into|with)\s+/i,
  deposits: /\s(?:in|into|with)\s+/i,
  settled: /^\s+(?=(?:the|an?|his|her)\s[^.;]*\bwith\s+(?:(?:these|the|all)\s+)?[\d,]*\s*shares)/i,
  endowed: /^\s+(?=(?:the|an?|his|her)\s[^.;]*\bwith\s+(?:(?:these|the|all)\s+)?[\d,]*\s*shares)/i,
  came: /^\s+into\s+the\s+hands\s+of\s+/i,
};

type Side = { party: Party; start: number; end: number } | null;

function transferOf(match: RegExpExecArray, sentence: string, before: string, after: string): Movement | null {
  const end = match.index + match[0].length;
  const next = withAntecedent(sideOf(after, towards[match[0].toLowerCase()] ?? toSomebody), before, after);
  if (!next && /^(?:settled|endowed|came)$/i.test(match[0])) return null;
  const to = next ?? toWhich(before, after);
  const from = sideOf(after, /(?<!\b(?:exempt(?:ed)?|exemption)\s)\b(?:from|out\s+of)\s+(?!and\s+after\b)/i);
  const by = sideOf(after, /\bby\s+(?!(?:reason|virtue|operation|way)\b)/i);
  const reach = Math.max(to?.end ?? 0, to ? 0 : (from?.end ?? by?.end ?? 0));
  const span: Span = [match.index, end + reach];
  const words = sentence.slice(Math.max(0, match.index - 120), end + 200);
  const isReceived = receives.test(match[0]);
  const isReceipt = /^recei/i.test(match[0]);
  const giver =
    /^(?:returned|reverted)$/i.test(match[0]) && (to?.party === "self" || to?.party === "other")
      ? (whoTransferred(before) ?? whoHeld(before) ?? whatEnded(before))
      : paysAnnuity.test(before)
        ? whoTransferred(before)
        : null;
  if (isReceived && !from && (isReceipt || (!by && !giver)) && !inProportion.test(after)) return null;
  if (/^\s*(?:no|none)\b/i.test(after)) return null;
  const source =
    from ??
    (isReceipt ? null : by) ??
    giver ??
    (to?.party === "self" || inOwnName.test(after) ? (whoTransferred(before) ?? whoHeld(before)) : null);
  if (to && (intoPlan.test(after.slice(to.start, to.end)) || agent.test(after.slice(to.start, to.end)))) return null;
  if (to?.party === "issuer" || source?.party === "issuer") return null;
  if (from?.party === "joint") return { kind: targetKind(to?.party) ?? "other", span };
  const giverOfEstate =
    to && toEstate.test(after.slice(to.start)) ? sourceKind((from ?? whoHeld(before))?.party) : null;
  if (giverOfEstate) return { kind: giverOfEstate, span };
  const law = kindByLaw(words);
  if (law) return { kind: law, span };
  const isShare =
    inProportion.test(after) &&
    [partyOf(before), to?.party, from?.party].some((party) => party === "owners" || party === "entity");
  if (isShare && (isReceived || contributes.test(match[0]))) return { kind: "distribution", span };
  const receiver = isReceipt && from ? targetKind(subjectOf(before)) : null;
  const kind =
    receiver ?? (isReceived ? sourceKind(source?.party) : (targetKind(to?.party) ?? sourceKind(source?.party)));
  if (kind) return { kind, span };
  const isPlace = (side: Side) => side !== null && ownPlace.test(after.slice(side.start, side.end));
  const isOther = between.test(after) || (isPlace(from) && isPlace(to));
  if (isReceived || (contributes.test(match[0]) && !isOther)) return null;
  const isStated =
    match.groups?.verb !== undefined ||
    between.test(after) ||
    /\b(?:represents?|reflects?|exempt|this|these|such)\b/i.test(before);
  return isStated || to || from ? { kind: "other", span } : null;
}

/** "The Roe GRAT made an annuity payment of 4,000 shares" */
const paysAnnuity = /\b(?:made|paid|satisfied|completed)\s+(?:an?|its|the|his|her)\s+(?:[\w-]+\s+){0,3}$/i;
/** "established the Roe GRAT and contributed 600 shares to it" */
const withAntecedent = (side: Side, before: string, after: string): Side =>
  side && /^it$/i.test(after.slice(side.start, side.end).replace(/\W+$/, ""))
    ? { ...side, party: partyOf(before.replace(reportingPersons, "")) }
    : side;

const whichBefore = pattern("i")`
  (?<party>[^;]{3,${CLAUSE}}?) ,?\s+ (?:to|into|in)\s+which\s+ (?:(?:he|she|the\s+reporting\s+person)(?:\s+(?:has|had|and\s+(?:his|her)\s+\w+|\w+ly))*) \s+ $
`;
const sharesNext =
  /^\s+(?:(?:all|the|these|those|such|his|her|of|an|aggregate|total)\s+)*(?:[\d,]{2,}\s+)?(?:(?:of|the|these|such|common|ordinary|issuer['’]s)\s+){0,3}(?:shares|stock|units|securities|them)\b/i;

/** "the GRAT, to which he transferred 600 shares": the other side comes before the verb. */
function toWhich(before: string, after: string): Side {
  const words = sharesNext.test(after) ? whichBefore.exec(before.slice(-SENTENCE))?.groups?.party : undefined;
  if (words === undefined) return null;
  const last = words.replace(/^.*\b(?:by|in|to|into|through|and)\s+/is, "");
  return { party: partyOf(last), start: 0, end: 0 };
}

const reportingPersons = /\breporting\s+(?:person|owner)s?\b/gi;

const inProportion =
  /^[^.;]{0,120}?\b(?:pro[\s-]+rata|in\s+proportion\s+to|proportionate|in\s+respect\s+of\s+(?:his|her|its|their)\s+(?:\w+\s+)?interests?)\b/i;

/** "moved from his IRA to an account in his name" */
const ownPlace = /\b(?:accounts?|iras?|certificates?|book[\s-]entry|direct\s+(?:ownership|holdings?))\b/i;

/** "Shares previously held by the Roe Trust were re-registered": the other side is the holder before. */
const heldBefore = pattern("i")`
  \b (?:held|owned|registered) \s+ (?:(?:directly|of\s+record|indirectly|beneficially)\s+)? (?:by|in|through) \s+ (?:the\s+names?\s+of\s+)?
  (?<party>[^;.]{3,${CLAUSE}}?) ,?\s+ (?:which\s+)? (?:was|were|has\s+been|have\s+been) \s+ (?:\w+ly\s+)? $
`;
const inOwnName =
  /^\s+in(?:to)?\s+(?:his|her|the\s+reporting\s+person['’]s)\s+(?:own\s+|sole\s+|individual\s+)*names?\b/i;
function whoHeld(before: string): Side {
  const party = heldBefore.exec(before)?.groups?.party;
  return party === undefined ? null : { party: partyOf(party.replace(reportingPersons, "")), start: 0, end: 0 };
}

/** "On the revocation of the trust, the shares were returned" */
const ended = /\b(?:revocation|termination|expiration|expiry|end)\s+of\s+(?:the|his|her|an?)\s+(?<party>[^.;,]{2,80})/i;
function whatEnded(before: string): Side {
  const party = ended.exec(before)?.groups?.party;
  return party === undefined ? null : { party: partyOf(party), start: 0, end: 0 };
}

const isPassive = /\b(?:was|were|been|is|are|be)\s+(?:\w+ly\s+)?$/i;

/** "The trust transferred 100 shares to the reporting person": the party before the verb. */
function whoTransferred(before: string): Side {
  if (isPassive.test(before)) return null;
  const start = Math.max(0, before.length - 60);
  const words = before.slice(start).replace(/^.*(?:[,;]|(?<!\bNo)\.)\s(?=(?:[^,;.]|(?<=\bNo)\.)*$)/s, "");
  const party = partyOf(words);
  // "On termination of the Roe GRAT, its remaining shares reverted", "the trustee of the Roe Trust, which ended then, delivered"
  const isTrusts = party === "other" && partyOf(before.replace(reportingPersons, "")) === "trust";
  return { party: isTrusts ? "trust" : party, start, end: before.length };
}

/** The party after the preposition, up to the next preposition. */
export function sideOf(after: string, preposition: RegExp): Side {
  const match = preposition.exec(after);
  if (!match) return null;
  const start = match.index + match[0].length;
  const words = cut(lettersFrom(after, start, CLAUSE));
  return { party: partyOf(words), start, end: start + words.length };
}
