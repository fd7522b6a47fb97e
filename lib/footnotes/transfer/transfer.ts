import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import { ALL, placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { withoutInnerStops } from "@/lib/footnotes/vocabulary/sentences";
import { CLAUSE, lettersBefore, NEAR, SENTENCE } from "@/lib/footnotes/vocabulary/words";
import type { Stated, TransferKind } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { distributions } from "./transfer-distributions";
import { partyOf, sourceKind, targetKind } from "./transfer-party";
import { sideOf, transfersOf } from "./transfer-sides";
import { asGift, causeByLaw, cut, isDone, kindByLaw, type Movement, notIncluded } from "./transfer-words";

/** The longest words for the other side. */
const LONGEST_PARTY = 200;

const anyMovement = pattern("i")`
  transfer | \bheirs?\b | distribut | contribut | convey | inherit | bequest | bequeath | divorce | domestic\ relations |
  marital | dissolution\ of | former\ spouse | form\ of | received | annuity | estate | retitl | re-titl |
  assign | receipt | deposit | funded | moved | passed | rolled | return | registered | community\ property | joint | will\ (?:of|and|or) | by\ will | journal |
  ownership | title | (?:record|registered|legal)\ (?:owner|holder) | in\ which | reallocat | re-allocat |
  divided | division | allocation | apportion | shared\ (?:out|among|between|equally|ratably) | split\ (?:up|among|between|equally|ratably|evenly) | decant | pour | conveyed | devolve | descended | entitled | succeeded | \bcame\b | now\ (?:held|owned|registered|titled|direct|indirect) | directly\ (?:held|owned) | (?:held|owned)\ (?:in)?directly |
  in\ specie | redemption | interspousal | to\ fund\b | in-specie | liquidating | redistribut | from\ (?:being\ )?(?:(?:held|owned)\ )?(?:in)?direct | qdro | placed | funding | acquired\ from | death | released |
  reverted | descent | succession | made\ over | ceded | went\ | deliver | obtained | acquired\ (?:the|these|[\d,]+)\b | settled | endow | took\ | awarded | hands\ of | put\ in | termination\ of | liquidation\ of | withdr | re-?registration | allocated | ['’]s\ (?:last\ )?will
`;

/**
 * Reads whether reported securities moved without a sale or gift. The first stated movement counts, if its other side is stated.
 */
export function readTransfer({ text: whole, lower, sentences }: NoteText): Stated<{ kind: TransferKind }> | null {
  if (!anyMovement.test(lower)) return null;
  let unsaid: Movement | null = null;
  const isFree = isUnpaid.test(lower);
  for (const [index, { text, start }] of sentences.entries()) {
    if (!anyMovement.test(text) || notIncluded.test(sentences[index + 1]?.text ?? "")) continue;
    for (const { kind, span } of movements(withoutInnerStops(text), isFree, whole)) {
      const found: Movement = { kind, span: [span[0] + start, span[1] + start] };
      if (kind !== "other") return stated(found);
      unsaid ??= found;
    }
  }
  return unsaid && stated(unsaid);
}

const stated = ({ kind, span }: Movement): Stated<{ kind: TransferKind }> => ({ value: { kind }, spans: [span] });

/** In the order of the text. */
function movements(sentence: string, isFree: boolean, note: string): Movement[] {
  const found = [
    ...inSpinOff(sentence),
    ...distributions(sentence),
    ...onLiquidation(sentence),
    ...transfersOf(sentence, note),
    ...changesOfForm(sentence, isFree),
    ...heldOtherwise(sentence),
    ...byLaw(sentence),
  ];
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

const ownedSo = pattern()`(?:\s+(?:beneficial\s+)?(?:ownership|holdings?|held|owned))?`;
const aside = pattern()`(?:\s*\([^()]{1,${NEAR}}\))?`;
const directly = pattern()`(?:being\s+)?(?:(?:held|owned)\s+)?direct(?:ly)?${ownedSo}${aside}`;
const indirectly = pattern()`(?:being\s+)?(?:(?:held|owned)\s+)?indirect(?:ly)?${ownedSo}${aside}`;
const changeOfForm = pattern("gi")`
  \b (?:chang(?:es?|ed|ing)|conversion) (?:\s+(?!(?:of|in|and|from)\b)\w+){0,4}? \s+ (?:in|of|to)? \s* (?:the\s+|its\s+|their\s+|only\s+)? (?:
    (?:(?:form|nature|manner|character)\s+of\s+|form\s+to\s+)? (?:the\s+reporting\s+person['’]s\s+|(?:the|his|her)\s+)?
      (?:beneficial\s+|indirect\s+|record\s+|registered\s+|legal\s+)* (?:ownership|holding|title) \b (?:\s+form)? |
    (?:record|registered|legal|nominal)\s+(?:holder|owner)s? \b |
    (?:form|manner|way|name)s?\s+in\s+which\s+ (?:[\w,]+\s+){1,4}? (?:is|are|was|were)\s+ (?:held|owned|titled|registered) \b
  ) |
  (?<!\b(?:issuer|company|corporation|registrant|target)['’]s\s+) \b(?:ownership|title|holding)\b
    (?!\s+of\s+(?:the\s+)?(?:issuer|company|corporation|registrant)\b) [^.;,]{0,${NEAR}}? \bchanged\b |
  \b (?:(?:internal|intra-?group) \s+ (?:re-?organi[sz]ation|re-?structuring|re-?arrangement)|re-?allocation) \s+of\s+
    (?:(?:the|these|his|her|its|such|[\d,]+)\s+){0,2} (?:shares|securities|stock|units|holdings) \b |
  \b re-?(?:distributed|allocated|allocation(?=\s+of\s)(?:\s+of\s+(?:[\w,]+\s+){0,3}(?:shares|securities|stock|units))?) \s+ (?:among|between) \b |
  # "converted from joint ownership to individual ownership"
  \b converted \s+ from \s+ (?:joint|community|indirect|direct) \s+ (?:\w+\s+)? (?:ownership|tenancy|property|holdings?) \b |
  \b (?:division|partition|severance|termination) \s+of\s+ (?:the\s+|their\s+)?
    (?:community\s+property|joint\s+(?:tenancy|ownership|account)) \b |
  # "exempt estate planning transactions that resulted in an increase in the shares owned directly"
  \b estate[\s-]planning\s+transactions? \b (?!\s+(?:may|might|could|can|will)\b) (?=[^.;]{0,${CLAUSE}}\b(?:result(?:ed|ing)\s+in|increas(?:ed|ing)|decreas(?:ed|ing))\b[^.;]{0,${SENTENCE}}\b(?:in)?directly\b) |
  \bfrom\s+(?:${directly}\s+to\s+${indirectly}|${indirectly}\s+to\s+${directly})\b
`;
const isForm = /\b(?:estate|re-?allocation|property|joint|form|nature|manner|way|character|direct(?:ly)?)\b/i;
/** Without these words, a change in ownership may be a sale, or a change in its percentage. */
const isUnpaid = pattern("i")`
  \b (?:without|no|zero|nil|nominal|nothing) \b (?:\s+[\w-]+){0,3}? \s*
  (?:payment|consideration|value|money|cash|price|paid|given|exchanged) \b
`;
/** "No change", but not "no payment for the change". */
const noChange =
  /\b(?:no|not|without|never|neither|nor)\s+(?:(?:an?|any|the|been|constitute|represent|reflect|involve)\s+){0,3}(?:\w+\s+)?$/i;
const ofPercentage = /^\s+(?:percentage|interest|level|stake)/i;
const fromSomebody = /^[^.;]{0,20}?\bfrom\s+/i;
const toSomebody = /^[^.;]{0,60}?\b(?:to|into|in\s+the\s+names?\s+of)\s+/i;

/** "A change in the form of beneficial ownership", "a change in ownership without payment" */
function* changesOfForm(sentence: string, isFree: boolean): Generator<Movement> {
  for (const match of placesOf(sentence, changeOfForm, ALL)) {
    const end = match.index + match[0].length;
    const after = sentence.slice(end, end + LONGEST_PARTY);
    const isToTrust = /\btitle\b/i.test(match[0]) && sideOf(after, toSomebody)?.party === "trust";
    if (!isForm.test(match[0]) && !isToTrust && (!isFree || ofPercentage.test(after))) continue;
    if (!isDone(sentence, match.index, noChange)) continue;
    const [to, from] = [sideOf(after, toSomebody), sideOf(after, fromSomebody)];
    const kind = targetKind(to?.party) ?? sourceKind(from?.party);
    const reach = Math.max(to?.end ?? 0, from?.end ?? 0);
    yield { kind: kind ?? "other", span: [match.index, kind === null ? end : end + reach] };
  }
}

const heldAs = ["held", "owned", "registered", "titled", "carried"];
const heldNow = pattern("gi")`
  (?:\b(?:previously|formerly|before)\b [^.;]{0,${NEAR}}? \b${heldAs}\b | \b(?:he|she|they|reporting\s+person)\s+(?:had\s+)?(?:held|owned)\s+directly\b)
  [^.;]{0,${NEAR}}? (?:\b (?:is|are) \s+ | ,\s+) now (?:\s+presently)? (?:\s+${heldAs})?
  (?:\s+(?:directly|indirectly|of\s+record))? \s+ (?:by|in\s+the\s+names?\s+of|in|through) \s+ (?<party>[^.;]{3,110})
`;

const isNow = pattern()`(?:is|are)\s+now | (?:has|have)\s+(?:now\s+|since\s+)?(?:become|been) | became`;
const heldDirectly = pattern()`
  (?:in)?directly\s+(?:beneficially\s+)?${heldAs} | ${heldAs}\s+(?:in)?directly | (?:in)?direct\s+(?:holdings?|ownership)
`;
const onceOtherwise = pattern("gi")`
  \b (?:previously|formerly|before|had\s+been|once) \b [^.;]{0,${NEAR}}? \b (?<was>${heldDirectly}) \b [^.;]{0,${CLAUSE}}? \b
  ${isNow} \s+ (?:[\w-]+\s+){0,2}? (?<is>${heldDirectly}) \b
`;
/** "previously held by his spouse and are now held directly" */
const onceByAnother = pattern("gi")`
  \b (?:previously|formerly) \s+ (?:reported\s+as\s+)? ${heldAs} \s+ (?:of\s+record\s+)? (?:by|in|through) \s+
  [^.;]{3,${CLAUSE}}? \b ${isNow} \s+ (?:[\w-]+\s+){0,2}? (?:directly\s+${heldAs}|${heldAs}\s+directly) \b |
  # "previously held jointly with his spouse, now held individually"
  \b (?:previously|formerly) \s+ (?:(?:reported|shown)\s+as\s+)? ${heldAs} \s+ jointly \b [^.;]{0,${NEAR}}? \b now \s+ (?:\w+ly\s+)? ${heldAs} \s+ (?:individually|solely|directly|alone|only|outright) \b |
  # "withdrawn in kind from the 401(k) plan"
  \b (?:withdrawn|in[\s-]kind\s+withdrawal|withdrawal\s+in\s+kind) (?:\s+in\s+kind)? \s+ (?:of\s+[\d,]*\s*(?:\w+\s+)?shares\s+)? from\s+
    (?:(?:the|his|her|an?|issuer['’]s|company['’]s|reporting\s+person['’]s)\s+)+ (?:[\w()-]+\s+){0,4}? (?:plan|IRA|account) \b (?<=\bin[\s-]kind\b[^.;]*)
    (?= [^.;]{0,${NEAR}} \b (?:held|owned|hold|own) \b )
`;
const isIndirect = /\bindirect/i;

/** "Shares previously held directly are now held by the Roe Trust", "reported as indirectly owned, have become directly owned" */
function* heldOtherwise(sentence: string): Generator<Movement> {
  for (const { index, 0: words, groups } of placesOf(sentence, onceOtherwise, ALL)) {
    if (isIndirect.test(groups?.was ?? "") !== isIndirect.test(groups?.is ?? ""))
      yield { kind: "other", span: [index, index + words.length] };
  }
  for (const { index, 0: words } of placesOf(sentence, onceByAnother, ALL))
    yield { kind: "other", span: [index, index + words.length] };
  for (const { index, 0: words, groups } of placesOf(sentence, heldNow, ALL)) {
    const named = cut(groups?.party ?? "");
    const end = index + words.length - (groups?.party?.length ?? 0) + named.length;
    yield { kind: targetKind(partyOf(named)) ?? "other", span: [index, end] };
  }
}

const passing = pattern("gi")`
  \b (?:
    inherit(?:ed|ance) | intestate\s+succession | inheritance |
    # "as his mother's heir he became the owner"
    as\s+ (?:[\w'’]+\s+){0,4}? heirs? (?=[^.;]{0,${NEAR}}\b(?:became|acquired|received)\b) | QDRO | bequests? | bequeathed | devised |
    (?:acquired|received|passed|(?:became|become)\s+entitled|succeeded(?=\s+to\b)|came(?=\s+(?:in)?to\b)|devolved|descended|disposed|disposition|acquisition|awarded|divi(?:ded|sion)|allocated|set\s+aside|split) \b
      (?=
        [^.;]{0,${CLAUSE}}\b (?:
          divorce | former\s+(?:wife|husband|spouse) | domestic\s+relations | marital | dissolution\s+of | separation\s+agreement |
          property\s+settlement | (?:last\s+)?will\s+(?:and|of) | by\s+will\b | laws?\s+of\s+descent | death\s+of | (?:his|her)\s+\w+['’]s\s+death | judgment\s+of\s+dissolution | estate\s+of |
          (?:(?:grand)?(?:mother|father)|parents?|aunt|uncle|brother|sister|spouse|wife|husband|decedent)['’]s\s+estate(?!\s+(?:planning|tax)) | intestate | bequest | inheritance | (?:as|an?)\s+beneficiary\s+of\s+(?:\w+\s+)?[\w'’]+\s+estate\b | as\s+(?:an?\s+|the\s+)?beneficiary\s+of\s+(?:his|her)\s+(?:late|deceased)\s
        )
      )
  ) \b
`;

/** "received on the termination of the Roe Trust", "under the plan of liquidation of Roe LLC … received" */
const liquidation = pattern("gi")`
  \b(?:received|acquired|distributed|receipt|acquisition) \b [^.;]{0,${CLAUSE}}? \b
    (?:termination|dissolution|liquidation|winding[\s-]up) \s+of\s+ (?<party>[^.;]{2,${CLAUSE}}) |
  \b(?:termination|dissolution|liquidation|winding[\s-]up) \s+of\s+ (?<source>[^.;]{2,${CLAUSE}}?) \b
    (?:received|acquired|took|got) \b (?=[^.;]{0,${NEAR}}\b(?:shares|stock|units|securities)\b)
`;

function* onLiquidation(sentence: string): Generator<Movement> {
  for (const { index, 0: words, groups } of placesOf(sentence, liquidation, ALL)) {
    const kind = partyOf(cut(groups?.party ?? groups?.source ?? ""));
    const at = groups?.source === undefined ? index : index + words.lastIndexOf(" ");
    if ((kind === "trust" || kind === "entity") && isDone(sentence, at))
      yield { kind: "distribution", span: [index, index + words.length] };
  }
}

/** "In the spin-off, the reporting person received one share for every three shares of Roe Corp." */
const spinOff = pattern("gi")`
  \b spin-?\s?offs? \b [^.;]{0,${CLAUSE}}? \b (?:reporting\s+person|he|she) \s+ received \s+ (?:(?:an?|one|[\d.,]+|the|these|additional)\s+){0,2} (?:(?:common|ordinary|class\s+\w)\s+)? shares? \b |
  \b (?<!\bhave\s|\bbe\s) received \s+ (?:by\s+the\s+reporting\s+person\s+)? (?:in|as\s+a\s+result\s+of|through)\s+ (?:the|an?|its) \s+ (?:[\w'’.-]+\s+){0,3}? spin-?\s?off \b |
  # "received as a dividend in specie", "in-kind dividend by Roe plc"
  \b (?:received|acquired|receipt\s+of|obtained) \b [^.;]{0,${CLAUSE}}? \b (?: (?:dividends?|redemption|return\s+of\s+capital|repayment\s+of\s+capital) \s+ in[\s-](?:kind|specie) | in[\s-](?:kind|specie)\s+(?:dividends?|redemption|return\s+of\s+capital) | liquidating\s+dividends? | (?:redemption|repurchase)\s+of\s+(?:(?:his|her|its|the|reporting\s+person['’]s)\s+)*(?:(?:limited\s+|general\s+)?partner(?:ship)?|membership|llc)\s+interests? ) \b |
  \b redemption\s+in\s+kind\s+of\s+(?:(?:his|her|its|the|reporting\s+person['’]s)\s+)*(?:[\w-]+\s+){0,2}?interests? \b |
  # "received his proportionate share of the stock held by the partnership"
  \b received \s+ (?:his|her|its) \s+ (?:pro[\s-]*rata|proportionate|allocable) \s+ (?:share|portion) \s+ of\s+ (?:(?:the|these|those)\s+)? (?:[\d,]+\s+)? (?:\w+\s+){0,2}? (?:shares|stock|units) \b
`;
const ofAward = /\b(?:restricted|rsus?|psus?|options?|awards?|units?|adjusted|replacement|granted)\b/i;

function* inSpinOff(sentence: string): Generator<Movement> {
  for (const { index, 0: words } of placesOf(sentence, spinOff, ALL)) {
    if (isDone(sentence, index) && !ofAward.test(sentence))
      yield { kind: "distribution", span: [index, index + words.length] };
  }
}

/** "his interest in the family trust passed to": not the securities. */
const ofInterest =
  /\binterests?\s+in\s+(?!(?:the|these|such|said)\s+(?:\w+\s+)?(?:shares|securities|units))[^.;,]{2,50}\s+$/i;
/** "sold pursuant to a division of assets" */
const soldUnder = pattern("i")`
  \b (?:sold|sales?) \b [^.;,]{0,${NEAR}} \b (?:pursuant\s+to|under|in\s+(?:connection|accordance)\s+with|as\s+part\s+of|as\s+a\s+result\s+of|due\s+to) \s+ (?:the\s+terms\s+of\s+)? (?:(?:an?|the|his|her|their)\s+)? (?:[\w-]+\s+)? $
`;
/** "Pursuant to a property settlement, his former wife received half of the options": the law is named first. */
const lawAhead = pattern("i")`
  ^\W* (?:pursuant\s+to|as\s+a\s+result\s+of|(?:up)?on|following|under|by|by\s+the\s+terms\s+of|in\s+accordance\s+with|as\s+provided\s+in) \s [^.;]{3,${CLAUSE}}? \b (?:received|acquired|was\s+awarded|were\s+awarded|took|obtained|succeeded\s+to|became\s+the\s+(?:sole\s+)?owner\s+of) \s+
  (?:(?:the|these|those|all|half|one-half|a|portion|part|of|such|[\d,]+)\s+){1,4} (?:[\w-]+\s+){0,2}? (?:shares|options?|units|stock|securities) \b
`;

/** Divorce and inheritance, without a word for a transfer. */
function* byLaw(sentence: string): Generator<Movement> {
  const ahead = lawAhead.exec(sentence);
  const law = ahead && isDone(sentence, ahead.index) && !asGift.test(ahead[0]) ? kindByLaw(ahead[0]) : null;
  if (ahead && law) yield { kind: law, span: [ahead.index, ahead.index + ahead[0].length] };
  for (const match of placesOf(sentence, passing, ALL)) {
    const end = match.index + match[0].length;
    const words = sentence.slice(match.index, end + 160);
    if (!isDone(sentence, match.index) || asGift.test(words)) continue;
    const before = lettersBefore(sentence, match.index, CLAUSE);
    if (ofInterest.test(before) || soldUnder.test(before)) continue;
    const cause = causeByLaw(words);
    const kind = kindByLaw(words);
    if (!cause || !kind) continue;
    yield { kind, span: [match.index, Math.max(end, match.index + cause.index + cause[0].length)] };
  }
}
