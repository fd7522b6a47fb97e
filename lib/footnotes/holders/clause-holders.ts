import { type Clause, clausesOf } from "@/lib/footnotes/vocabulary/clauses";
import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import { CLAUSE, lettersFrom, NEAR, SENTENCE, type Words } from "@/lib/footnotes/vocabulary/words";
import { MONTH } from "@/lib/footnotes/vocabulary/written-dates";
import type { Holder } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import { givesAway, holds, lastAct, mayHold, ofMoney, securities } from "./clause-acts";
import type { HeldNote } from "./held-note";
import { holderKind } from "./holder-kind";
import { holderOwned, ofMembership, toInsider } from "./holding-words";
import type { FoundHolder } from "./named-holders";

/** "shares held by the trust were distributed to the reporting person", "sold by the trustee to pay taxes" */
const goneTo =
  /\b(?:distributed|transferred|returned|released|delivered|passed|reverted|descended)\s+(?:\w+\s+){0,2}?to\s+(?:the\s+reporting\s+person|him|her)\b(?!['’]|\s+\w)/i;
/** "repurchased the shares held by the trust", "held by the trust and reacquired the shares": the trust holds them no more. */
const takenBack = pattern("i")`
  \b (?:reporting\s+person|he|she) \s+ (?:[^.;]{0,${NEAR}}\s(?:and|then)\s+)? (?:re-?acquired|re-?purchased|purchased|bought(?:\s+back)?) \s+ (?:(?:the|these|all|of|[\d,]+)\s+){1,3}
  (?:\w+\s+)? (?:shares|securities|units) \s+ (?:(?:then|previously|that\s+were)\s+)? (?:held|owned)\s+by\b |
  \b received \s+ (?:his|her|its) \s+ (?:pro[\s-]*rata|proportionate|allocable) \s+ (?:share|portion) \s+ of\b |
  \b re-?(?:acquired|purchased) \s+ (?:from\s|(?:the|these|those|such)\s+(?:\w+\s+)?(?:shares|securities)\b)
`;
/** "On behalf of the reporting person, Roe Securities LLC sold the shares": not the broker. */
const actsFor = /(?:^|[.;]\s+)(?:Acting\s+)?on\s+behalf\s+of\s+(?!itself)[^;.]{3,120},\s+\p{Lu}/iu;
const forTaxes =
  /\b(?:sold|sale)\b[\s\S]{0,200}\b(?:to|for)\s+(?:\w+\s+){0,2}?(?:tax|withholding)|\b(?:delivered|surrendered|tendered|returned|forfeited)\b[\s\S]{0,120}\b(?:payment\s+of|satisfaction\s+of|to\s+(?:pay|cover|satisfy))\s+(?:\w+\s+){0,3}?(?:tax|withholding|exercise|purchase\s+price)/i;

/** Shares that nobody holds, that are given as security, or whose transfer was reported before. */
const otherTopic =
  /\b(?:phantom|notional|forward|collar|pledged?|loan|lien|first\s+refusal|security\s+interest|(?:call|put|purchase)\s+option|as\s+(?:earlier|previously)\s+reported|employees?\s+of)\b/i;
const ofShares =
  /\b(?:shares?|stock|securities|units|options|warrants|notes|debentures|ads[s]?)\b|^\W*[\d,]{3,}\s+by\s/i;

/** Where a subject may begin in a clause. */
const subjectAt = pattern("gi")`
  (?:^|[,:(]\s*|\b(?:and|but|that|which|because|since|as|where|when|than|only|of\s+which|to\s+which|then)\s+) (?:each\s+of\s+|both\s+|also\s+|only\s+)?
  (?=\S)
`;
/** "the Agreement by and among Roe Inc., Doe LLC and the Sponsor": its parties. */
const ofAgreement = pattern(
  "i",
)`\bagreement\b [^.;]{0,${CLAUSE}} \b (?:among|between) \s (?:[^.;]|\.(?!\s+[A-Z])){0,${SENTENCE}} $`;
const prepositionAt = pattern("gi")`
  \b (?<preposition>
    by | for(?:\s+the\s+(?:sole\s+)?(?:account|benefit|own\s+account)\s+of)? | on\s+behalf\s+of | (?:in|into|within|inside|to)(?:\s+the\s+(?:names?|accounts?|hands|possession|custody|credit)\s+of)? |
    (?:in|to)\s+(?:an?\s+)?(?:\w+\s+){0,2}accounts?\s+(?:of|for) | through | via | with | among | of
  ) \s+ (?=\S)
`;
const heldInside = /^(?:retirement_plan|trust|other)$/;
const notOfShares = /^(?:corporation|other)$/;
const justSecurities = pattern("i")`
  \b (?:shares? | stock | securities | units | options | warrants | notes | holdings? | purchases? | sales? | position | stake | block | property) (?:\s+(?:and\s+)?(?:all|both))? \s* $
`;
const countBefore =
  /(?:^|[\d,]{2,}\s+(?:(?:shares|units)\s+)?|\b(?:indirect(?:ly)?|line|row|rest|remainder|balance|others?|these)\s*[,:]?\s*)$/i;

/** "A plan adopted by", "an account managed by": something else was done by whom the words name. */
const otherAct = /\b(?:\w{3,}(?:ed|ing)|led|made|form|nominee|escrow|to|from)\b/i;
const inForm = /\bin\s+[\w-]+\s+form\b/i;
/** "to the reporting person by the trust" */
const fromOther = /\b(?:by|from|under)\b/i;
/** "pursuant to", "upon a transfer other than to" */
const notTo =
  /\b(?:pursuant|subject|prior|due|according|respect|relating|related|addition|up|equal|other\s+than|(?:on|upon|any|an?|each)\s+(?:\w+\s+)?(?:transfer|sale|assignment))\s+$/i;
/** "when it was acquired by", "sold by the trustee to pay taxes" */
const ofCompany = /\b(?:it|issuer|company|corporation)\s+(?:was|is|has been|had been)\s+\w+\s*$/i;
const ofOwnership = /\b(?:disclaim|beneficial(?:ly)?\s+own)/i;
/** Words before a name that are no part of it. */
const notName = pattern(
  "i",
)`^ (?: on | between | effective | from | as | in | until | since | after | before | during | by | at | l\.?p | ${MONTH} ) \b`;

/** Holders by what the clauses of a note say of them, whatever the order of the words. */
export function clauseHolders(note: HeldNote, sentences: readonly Words[]): FoundHolder[] {
  if (
    [goneTo, takenBack, actsFor, forTaxes, otherTopic].some((words) => words.test(note.text)) ||
    !ofShares.test(note.text)
  )
    return [];
  return sentences
    .flatMap(clausesOf)
    .filter(({ isOpen, isElsewhere, isDenied }) => !isOpen && !isElsewhere && !isDenied)
    .flatMap((clause) => [...subjects(note, clause), ...objects(note, clause)])
    .filter(({ start, end }) => isName(note.text.slice(start, end)) && !note.isExcluded(start));
}

/** The "LLC" of "Roe GP, LLC", whose comma looks like the end of a clause. */
const bareForm = /^(?:l\.?l\.?c|l\.?l?\.?p|inc|ltd|corp|co|plc|s\.a|n\.v|gmbh)\.?$/i;

/** The brackets of a name are closed. */
const isName = (words: string): boolean =>
  !notName.test(words) && !bareForm.test(words) && words.split("(").length === words.split(")").length;

function* subjects(note: HeldNote, { text, start }: Clause): Generator<FoundHolder> {
  if (!mayHold.test(text)) return;
  for (const { index, 0: words } of placesOf(text, subjectAt)) {
    const list = note.lists.listAt(start + index + words.length, { allowShort: false });
    if (!list || list.end > start + text.length) continue;
    const rest = lettersFrom(text, list.end - start, SENTENCE);
    if (ofAgreement.test(text.slice(0, index))) continue;
    const act = holds.exec(rest)?.[0].length;
    if (act !== undefined && !givesAway.test(rest) && !ofMembership.test(rest.slice(act))) yield* list.holders;
  }
}

function* objects(note: HeldNote, { text, start }: Clause): Generator<FoundHolder> {
  let hasOwner = false;
  for (const { index, 0: words, groups } of placesOf(text, prepositionAt)) {
    const preposition = (groups?.preposition ?? "").toLowerCase().replace(/\s+/g, " ");
    const before = text.slice(0, index);
    if (preposition === "to" && notTo.test(before)) continue;
    if (preposition === "of" && !(justSecurities.test(before) && ofOwnership.test(note.text))) continue;
    // "held by the Roe Trust for his children": those for whom it holds
    if (hasOwner && /^(?:for|on behalf of)\b/.test(preposition)) continue;
    const isHolder = holderTest(preposition, before);
    if (isHolder === null) continue;
    const list = note.lists.listAt(start + index + words.length, { allowShort: false });
    if (!list || fromOther.test(text.slice(index + words.length, (list.holders[0]?.start ?? 0) - start))) continue;
    const after = lettersFrom(note.text, list.end, CLAUSE);
    if (preposition === "to" && underAwards.test(after)) continue;
    if (preposition === "by" && (toInsider.test(after) || holderOwned.test(before))) continue;
    hasOwner ||= preposition === "by";
    yield* list.holders.filter((holder) =>
      isHolder(holderKind(holder, note.text.slice(holder.start, holder.end), note.text)),
    );
  }
}

/** "restricted shares awarded to the trustees of the Trust under the incentive plan": the Trust is the issuer. */
const underAwards =
  /^\s+(?:under|pursuant\s+to)\s+(?:the|its)\s[^.;]{0,60}\b(?:incentive|award|equity|compensation|stock|share)\b[^.;]{0,40}\bplan\b/i;

/** "The economic interest in the shares belongs to": not the shares. */
const onlyEconomic = /\b(?:pecuniary|economic)\s+(?:interests?|benefits?)\b[^.;,]*$/i;

/** "the right to vote the shares was given to" */
const ofPower = /\b(?:right|power|proxy|proxies|authority)s?\s+to\s+(?:vote|dispose|acquire|buy|sell|direct)\b/i;

/** "owned by funds managed by Roe LLC and may be deemed owned by": the clause goes on with what may be. */
const deemed = /\b(?:may|might|could)\s+(?:also\s+)?be\s+deemed\b[^.;,]{0,60}$/i;

type HolderTest = (kind: Holder["kind"]) => boolean;
const anyone: HolderTest = () => true;
const onlyIf = (is: boolean, test = anyone): HolderTest | null => (is ? test : null);

/** Which kinds of holders may follow a preposition; null if none may, so that nobody needs to be looked for there. */
function holderTest(preposition: string, before: string): HolderTest | null {
  if (onlyEconomic.test(before)) return null;
  const did = lastAct(before);
  if (deemed.test(before)) return null;
  if (did && otherAct.test(did.after.replace(inForm, ""))) return null;
  if (/\b(?:names?|accounts?|hands|possession|custody|credit) (?:of|for)$/.test(preposition)) return anyone;
  if (preposition === "of") return (kind) => !notOfShares.test(kind);
  if (preposition === "by")
    return onlyIf(
      did
        ? (did.act === "held" || did.act === "traded") &&
            (securities.test(before.replace(/\bHoldings\b/g, "")) ||
              before.trimStart().toLowerCase().startsWith(did.word)) &&
            did.after.length < NEAR / 2 &&
            !ofCompany.test(before)
        : countBefore.test(before),
    );
  if (!did) return null;
  const isOfMoney = () => (ofMoney.test(before) && !/\bshares\b/i.test(before)) || ofPower.test(before);
  const isInside: HolderTest = (kind) => heldInside.test(kind);
  switch (preposition) {
    case "for":
    case "on behalf of":
      return onlyIf(
        !/\bnominee\b/i.test(before) &&
          /^(?:held|hold|holds|bought|purchased|acquired|sold|made|effected|executed|kept)$/.test(did.word) &&
          securities.test(before),
      );
    case "through":
    case "via":
      return onlyIf(did.act === "held");
    case "with":
      return onlyIf(did.act === "stays" && /^(?:remain|stay|rest|lie|lay)/.test(did.word));
    case "to":
      return onlyIf((did.act === "moved" || /^belong/.test(did.word)) && !isOfMoney() && securities.test(before));
    case "into":
      return onlyIf(did.act === "moved" && !isOfMoney(), isInside);
    case "in":
    case "within":
    case "inside":
      return onlyIf(did.act !== "moved" && securities.test(before), isInside);
    default:
      return null;
  }
}
