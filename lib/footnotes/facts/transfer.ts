import type { NoteText } from "@/lib/footnotes/note-text";
import type { Stated, TransferKind } from "@/lib/footnotes/stated-facts";
import type { Span } from "@/lib/footnotes/stated-spans";
import { type Party, partyOf } from "./transfer-party";

type Found = { kind: TransferKind; span: Span };

/** Reported securities moved without a sale and not as a gift; the first movement that is stated, if its other side is. */
export function readTransfer({ lower, sentences }: NoteText): Stated<{ kind: TransferKind }> | null {
  if (!anyMovement.test(lower)) return null;
  let unsaid: Found | null = null;
  for (const { text, start } of sentences) {
    if (!anyMovement.test(text)) continue;
    for (const { kind, span } of movements(text)) {
      const found: Found = { kind, span: [span[0] + start, span[1] + start] };
      if (kind !== "other") return stated(found);
      unsaid ??= found;
    }
  }
  return unsaid && stated(unsaid);
}

const stated = ({ kind, span }: Found): Stated<{ kind: TransferKind }> => ({ value: { kind }, spans: [span] });

const anyMovement =
  /transfer|distribut|contribut|convey|inherit|bequest|bequeath|divorce|domestic relations|marital|dissolution of|former spouse|form of|received|annuity|estate|retitl|re-titl|assign|deposited|moved|rolled|returned|will (?:of|and)/i;

/** In the order in which they are stated. */
function movements(sentence: string): Found[] {
  const found = [...distributions(sentence), ...transfers(sentence), ...changesOfForm(sentence), ...byLaw(sentence)];
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Not done: told of another time to come, of what may or must not be, or of what a plan or a title calls a transfer. */
const open =
  /\b(?:will|would|shall|should|may(?!\s+\d)|might|can|cannot|could|any|if|unless|(?<!\b(?:acquired|received|obtained)\s)upon|until|no|not|nor|never|without|intends?\s+to|expects?\s+to|agreed\s+to|obligated\s+to|required\s+to|rights?\s+to|limited\s+to|entitled\s+to|permitted|prohibit\w*|restrict\w*|subject\s+to|subsequent|prior\s+to|future|other\s+than|except\w*|whether)\s+(?:[\w-]+\s+){0,3}$/i;
const hasHappened = /\b(?:was|were|been|has|have|had)\s+(?:\w+ly\s+)?$/i;
const asGift = /\b(?:gift(?:s|ed)?|donat\w+)\b/i;
const toCharity = /\bcharit\w*|\bfoundation\b|\bnon-?\s?profit\b|\bdonor[\s-]advised\b/i;
const soldFor =
  /\b(?:in\s+exchange\s+for\s+(?:cash|\$|an?\s+(?:promissory\s+)?note)|for\s+(?:an?\s+)?(?:aggregate\s+|total\s+)?(?:purchase|sale)\s+price|at\s+(?:an?\s+)?(?:purchase\s+|aggregate\s+)?price\s+(?:of\s+)?\$?[1-9]|purchase\s+agreement)\b/i;
const ofMerger =
  /\b(?:mergers?|business\s+combination|exchange\s+offer|tender\s+offer|reclassifi\w+|recapitali[sz]ation)\b/i;
const divorce =
  /\b(?:divorced?|domestic\s+relations|marital\s+(?:settlement|separation|property|dissolution)|dissolution\s+of\s+(?:(?:the|his|her|their)\s+)?(?:\w+\s+\w+['’]s\s+)?marriage|former\s+(?:spouse|wife|husband)|ex-(?:spouse|wife|husband)|separation\s+agreement|property\s+settlement)\b/i;
const inheritance =
  /\b(?:inherit\w*|bequest\w*|bequeath\w*|devised|(?:last\s+)?will\s+(?:and\s+testament|of\s+(?:the|his|her))|intestate|decedent|estate\s+of|(?:his|her|the\s+\w+['’]s|father['’]s|mother['’]s)\s+estate(?!\s+(?:planning|tax)))\b/i;

function isDone(sentence: string, at: number): boolean {
  const before = sentence.slice(Math.max(0, at - 60), at);
  return !open.test(before) || hasHappened.test(before);
}

const distributing = /\bdistribut(?:ed|ions?|es|ing)\b/gi;
const pro_rata = /\bpro[\s-]*rata\b|\bin[\s-]kind\b/i;
const otherDistribution =
  /^\s*(?:dates?|agreement|rights?|equivalents?|plan|compliance|yields?|of\s+(?:cash|proceeds|RSUs?|the\s+(?:cash|proceeds)))\b|^\s*(?:\w+\s+){0,6}(?:from|under)\s+(?:the\s+|an?\s+|his\s+|her\s+)?(?:[\w'’()&.-]+\s+){0,5}?(?:401|plan\b|deferr|account\b|retirement|IRA\b)/i;
const ofDividend =
  /\b(?:stock\s+dividend|split|dividends?(?:\s+(?:and|or))?|underwritten|secondary|public|vests?(?:\s+and)?|cash|liquidating\s+cash|in\s+the\s+form\s+of\s+a\s+\w+\s+dividend)\s*(?:\w+\s+)?$/i;
const sideOfDistribution = /\b(?:by|from|to|among)\s+(?=(?<party>[^.;]{2,110}))/gi;

/** By a fund, partnership, company or trust to its partners, members or beneficiaries; made or received. */
function* distributions(sentence: string): Generator<Found> {
  for (const match of sentence.matchAll(distributing)) {
    const end = match.index + match[0].length;
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(end, end + 220);
    if (otherDistribution.test(after) || ofDividend.test(before) || !isDone(sentence, proRataStart(before))) continue;
    if (asGift.test(before.slice(-60)) || asGift.test(after.slice(0, 60))) continue;
    const sides = Array.from(after.matchAll(sideOfDistribution), ({ groups, index, 0: words }) => {
      const named = cut(groups?.party ?? "");
      return { party: partyOf(named), end: end + index + words.length + named.length };
    }).filter(({ party }) => party !== "other");
    const isProRata = pro_rata.test(before.slice(-40)) || pro_rata.test(after.slice(0, 60));
    const [first] = sides;
    if (first?.party === "issuer" && !sides.some(({ party }) => party === "owners")) continue;
    if (!first && !isProRata && !asOwner.test(before)) continue;
    const last = sides.find(({ party }) => party === "owners") ?? first;
    const span: Span = [receiptStart(before) ?? match.index, last?.end ?? end];
    const words = sentence.slice(Math.max(0, match.index - 120), end + 200);
    if (divorce.test(words)) yield { kind: "divorce", span };
    else if (inheritance.test(words)) yield { kind: "inheritance", span };
    else yield { kind: "distribution", span };
  }
}

const asOwner = /\bas\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:beneficiary|partner|member)\b/i;

const proRataStart = (before: string): number =>
  /(?:\b(?:pro[\s-]*rata|in[\s-]kind|liquidating|for|of|an?|the)\W+)+$/i.exec(before)?.index ?? before.length;

/** "Receipt of shares pursuant to a pro rata distribution" */
const receiptStart = (before: string): number | null =>
  /\b(?:recei(?:pt|ved)|acquir(?:ed|ed\s+upon)|acquisition|distribut\w+|transferr?ed)\b[^.;]{0,120}$/i.exec(before)
    ?.index ?? null;

const moving =
  /\b(?:(?<verb>transferred|contributed|conveyed|assigned|deposited|moved|re-?titled|re-?registered|rolled\s+over|received|returned|reverted|released)|(?<noun>transfers?|contributions?|conveyances?|assignments?|receipt|annuity\s+payments?|roll-?over))\b/gi;
const otherTransfer =
  /^\s*(?:agents?|restrictions?|tax(?:es)?|of\s+(?:control|employment|(?:his|her|the)\s+employment)|ability|pricing|date|by\s+(?:will|gift|operation)|or\s+(?:sale|other|dispos)|except|provisions?|limitations?)\b/i;
const ofSecurities =
  /\b(?:shares?|stock|units?|securities|options?|warrants?|rsus?|notes?|interests?|ads|holdings?|ownership|all\s+of|these|[\d,]{3,})\b/i;
/** What moved is the row itself: "Transferred to the trust." */
const atHead =
  /^\W*(?:(?:this|represents?|reflects?|the|an?|exempt|internal|non-market|was|were|transaction|bona\s+fide)\s+){0,5}$/i;
const notSecurities =
  /^\s*(?:all\s+(?:of\s+)?)?(?:(?:his|her|its|their|the|any|such|economic|pecuniary|right|rights|title|and|to)\s+){0,4}(?:rights?|benefits?|proceeds|economic|voting|employment|duties|interest\s+in\s+(?:the\s+)?(?:proceeds|llc)|membership)\b/i;
const receives = /^(?:received|returned|reverted|released|receipt|annuity\s+payments?)$/i;
const contributes = /^(?:contribut|assign|deposit|convey|moved|re|roll)/i;

function* transfers(sentence: string): Generator<Found> {
  for (const match of sentence.matchAll(moving)) {
    const end = match.index + match[0].length;
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(end, end + 260);
    if (otherTransfer.test(after) || notSecurities.test(after) || !isDone(sentence, match.index)) continue;
    if (/\b(?:401|matching|employee|employer|company|plan|capital|non-?)[\s-]*$/i.test(before)) continue;
    if (!atHead.test(before) && !ofSecurities.test(before.slice(-140)) && !ofSecurities.test(after.slice(0, 90)))
      continue;
    const clause = clauseAround(before, after);
    if (asGift.test(clause) || soldFor.test(clause) || ofMerger.test(sentence)) continue;
    if (contributes.test(match[0]) && toCharity.test(clause)) continue;
    const found = transferOf(match, sentence, before, after);
    if (found) yield found;
  }
}

const clauseAround = (before: string, after: string): string =>
  before.slice(-70).replace(/^.*[;]/s, "") + after.replace(/[;].*$/s, "").slice(0, 160);

const intoPlan = /\b(?:deferred\s+compensation|deferral|401|savings|retirement)\b|\bplan\b/i;

type Side = { party: Party; start: number; end: number } | null;

function transferOf(match: RegExpExecArray, sentence: string, before: string, after: string): Found | null {
  const end = match.index + match[0].length;
  const to = sideOf(after, /\b(?:to|into)\s+(?!(?:satisfy|cover|pay|reflect|comply|correct|effect|be)\b)/i);
  const from = sideOf(after, /\bfrom\s+(?!and\s+after\b)/i);
  const by = sideOf(after, /\bby\s+(?!(?:reason|virtue|operation|way)\b)/i);
  const reach = Math.max(to?.end ?? 0, to ? 0 : (from?.end ?? by?.end ?? 0));
  const span: Span = [match.index, end + reach];
  const words = sentence.slice(Math.max(0, match.index - 120), end + 200);
  const isReceived = receives.test(match[0]);
  const isReceipt = /^recei/i.test(match[0]);
  if (isReceived && !from && (isReceipt || !by)) return null;
  if (/^\s*(?:no|none)\b/i.test(after)) return null;
  const source = from ?? (isReceipt ? null : by);
  if (to && intoPlan.test(after.slice(to.start, to.end))) return null;
  if (to?.party === "issuer" || source?.party === "issuer") return null;
  if (divorce.test(words)) return { kind: "divorce", span };
  if (inheritance.test(words)) return { kind: "inheritance", span };
  const kind = isReceived ? sourceKind(source?.party) : (targetKind(to?.party) ?? sourceKind(source?.party));
  if (kind) return { kind, span };
  if (isReceived || contributes.test(match[0])) return null;
  const isTold =
    match.groups?.verb !== undefined || /\b(?:represents?|reflects?|exempt|this|these|such)\b/i.test(before);
  return isTold || to || from ? { kind: "other", span } : null;
}

function targetKind(party: Party | undefined): TransferKind | null {
  if (party === "trust") return "to_trust";
  if (party === "family") return "to_family";
  if (party === "entity") return "to_entity";
  return party === "owners" ? "distribution" : null;
}

function sourceKind(party: Party | undefined): TransferKind | null {
  if (party === "trust") return "from_trust";
  return party === "entity" ? "from_entity" : null;
}

/** Who stands after the preposition, up to the next one. */
function sideOf(after: string, preposition: RegExp): Side {
  const match = preposition.exec(after);
  if (!match) return null;
  const start = match.index + match[0].length;
  const words = cut(after.slice(start, start + 130));
  return { party: partyOf(words), start, end: start + words.length };
}

const endOfParty =
  /[;]|\.\s|\.$|\s\((?!["“])|,?\s+and\s+(?:includes?|then|subsequent\w*|the|is|was|were|he|she)\s|\s(?:to|into|from|by|for\s+(?:no|zero|estate|nil|the\s+purpose)|without|pursuant|under|on\s+(?:or\s+about\s+)?[A-Z\d]|in\s+(?:connection|satisfaction|exchange|accordance|an?|the|\w+\s+\d{4})|effective|exempt|where|that|which)\s|,\s*(?:(?:of|for|in|with|over)\s+(?:which|whom)|which|who|whose|exempt|for|without|and\s+(?:the|is|was|were|are|he|she)|as|in|on|an?|the)\s/i;
const cut = (words: string): string => words.slice(0, endOfParty.exec(words)?.index ?? words.length).trimEnd();

const changeOfForm =
  /\b(?:chang(?:es?|ed|ing)|conversion)\s+(?:in|of|to)?\s*(?:the\s+|its\s+|their\s+|only\s+)?(?:(?:form|nature|manner|character)\s+of\s+|form\s+to\s+)?(?:the\s+|(?:his|her)\s+)?(?:beneficial\s+|indirect\s+|record\s+)?(?:ownership|holding)\b(?:\s+form)?|\bfrom\s+(?:direct\s+to\s+indirect|indirect\s+to\s+direct)\b/gi;
const isForm = /\b(?:form|nature|manner|character|direct)\b/i;

/** "A change in the form of beneficial ownership" */
function* changesOfForm(sentence: string): Generator<Found> {
  for (const match of sentence.matchAll(changeOfForm)) {
    if (!isForm.test(match[0]) || !isDone(sentence, match.index)) continue;
    yield { kind: "other", span: [match.index, match.index + match[0].length] };
  }
}

const passing =
  /\b(?:inherit(?:ed|ance)|bequests?|bequeathed|devised|(?:acquired|received|passed|disposed|disposition|acquisition|awarded|divi(?:ded|sion)|allocated|split)\b(?=[^.;]{0,140}\b(?:divorce|domestic\s+relations|marital|dissolution\s+of|separation\s+agreement|property\s+settlement|(?:last\s+)?will\s+(?:and|of)|estate\s+of|intestate|bequest|inheritance)))\b/gi;

/** Divorce and inheritance, where no word of transfer is used. */
function* byLaw(sentence: string): Generator<Found> {
  for (const match of sentence.matchAll(passing)) {
    const end = match.index + match[0].length;
    const words = sentence.slice(match.index, end + 160);
    if (!isDone(sentence, match.index) || asGift.test(words)) continue;
    const cause = divorce.exec(words) ?? inheritance.exec(words);
    if (!cause) continue;
    const kind = divorce.test(words) ? "divorce" : "inheritance";
    yield { kind, span: [match.index, Math.max(end, match.index + cause.index + cause[0].length)] };
  }
}
