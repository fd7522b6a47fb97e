import type { NoteText } from "@/lib/footnotes/vocabulary/note-text";
import type { Holder, Stated } from "@/lib/record/stated-facts";
import type { Span } from "@/lib/record/stated-spans";
import { actingHolders } from "./acting-holders";
import { bareHolders } from "./bare-holders";
import { clauseHolders } from "./clause-holders";
import { deferralPlans } from "./deferral-plans";
import {
  calledHolders,
  holdersAsIt,
  holdersByName,
  insideHolders,
  objectHolders,
  owningTrusts,
  relativesShares,
} from "./described-holders";
import { HeldNote } from "./held-note";
import { holderKind } from "./holder-kind";
import { holderRole } from "./holder-role";
import { managedHolders, mayBeManaged } from "./managed-holders";
import {
  anyOf,
  hasGenitive,
  ofHolder,
  ofParty,
  ofSecurities,
  ofTheirTrade,
  ofTrade,
  ofTrust,
  ofVehicle,
} from "./may-be-held";
import type { FoundHolder } from "./named-holders";
import type { NoteNames } from "./names-in-note";
import { receivingHolders } from "./receiving-holders";
import { holdersByInterest, mayBeOfInterest, mayBeRelative, owningVehicles, relativeClauses } from "./relative-clauses";
import { areOfBoth, isFuller, isSaidAgain, keyOf, ownerOf, written } from "./same-holder";
import { holdersInOtherWords, statedHolders } from "./stated-holders";
import { tradingHolders } from "./trading-holders";

type Reader = (note: HeldNote) => FoundHolder[];

/** The readers of a note, each with a quick test for the words it needs. */
const READERS: readonly (readonly [mayRead: (lower: string) => boolean, read: Reader])[] = [
  [anyOf("held", "owned", "registered", "titled", "carried"), statedHolders],
  [(lower) => (ofHolder(lower) && ofSecurities(lower)) || ofParty(lower), holdersInOtherWords],
  [anyOf("by", "name of", "names of", "behalf", "benefit", "account", "through"), tradingHolders],
  [
    anyOf(
      "transfer",
      "contribut",
      "convey",
      "assign",
      "distribut",
      "gift",
      "gave",
      "given",
      "donat",
      "deposited",
      "moved",
      "passed",
      "changed",
      "made over",
      "ceded",
      "handed",
      "turned over",
      "went",
      "awarded",
      "settled",
      "endowed",
      "change in",
      "change of",
      "issu",
      "register",
      "retitled",
      "re-titled",
      "re-registration",
      "sold ",
      "in favor of",
      "decanted",
      "funded",
      "poured",
      "over to",
      "over into",
      "allotted",
      "granted",
      "grant",
      "award",
      "issuance",
      "delivery",
      "left to",
      "bequeathed",
      "devised",
      "credited",
      "disposition w",
      "acquisition w",
    ),
    receivingHolders,
  ],
  [
    anyOf(
      "hold",
      "held",
      "own",
      "purchased",
      "acquired",
      "bought",
      "sold",
      "exercised",
      "converted",
      "received",
      "elected",
      "retain",
      "entitled",
      "inherited",
      "made",
      "paid",
      "which",
      "purchaser",
      "buyer",
      "seller",
      "acquirer",
      "swap",
      "exposure",
      "was issued",
      "were issued",
      "was allotted",
      "was awarded",
      "wrote",
      "entered into",
      "shorted",
      "covered",
      "obtained",
      "subscribed",
      "redeemed",
      "exchanged",
      "tendered",
      "allocated",
      "credited",
    ),
    actingHolders,
  ],
  [(lower) => ofVehicle(lower), insideHolders],
  [(lower) => ofTrade(lower), objectHolders],
  [
    anyOf(
      "leaving",
      "leaves",
      "the purchaser",
      "the buyer",
      "the seller",
      "the acquirer",
      "selling ",
      "the record",
      "the regis",
      "the direct",
      "the owner",
      "the holder",
    ),
    calledHolders,
  ],
  [
    anyOf(
      "by it",
      ". it ",
      "and it ",
      "; it ",
      ". the ",
      "; the ",
      "the latter",
      "last of ",
      "it holds",
      "it owns",
      "it directly",
      "it beneficially",
      "ownership of its",
      " its shares",
      " its securities",
      " its holdings",
    ),
    holdersAsIt,
  ],
  [(lower) => lower.includes(" name") && hasGenitive(lower), holdersByName],
  [(lower) => hasGenitive(lower) && ofTrust(lower), owningTrusts],
  [(lower) => hasGenitive(lower) && lower.includes("beneficial ownership"), relativesShares],
  [anyOf("deferred compensation plan", "deferral plan", "deferred fee plan"), deferralPlans],
  [mayBeRelative, relativeClauses],
  [(lower) => hasGenitive(lower) && ofTheirTrade(lower), owningVehicles],
  [mayBeOfInterest, holdersByInterest],
  [mayBeManaged, managedHolders],
  [() => true, bareHolders],
];

/** Anyone, other than the insider, who holds or traded the reported securities, for each of some notes. */
export function readHoldersOfEach(notes: readonly NoteText[]): (Stated<Holder[]> | null)[] {
  const all = notes.map(({ text, lower }) => new HeldNote(text, lower));
  for (const [mayRead, read] of READERS) {
    for (const note of all) if (mayRead(note.lower)) note.found.push(...read(note));
  }
  return all.map((note) => (note.found.length > 0 ? stated(note) : null));
}

/** The same by what the clauses of a note say, for sentences that are not in a usual order. */
export function readHoldersByClause({ text, lower, sentences }: NoteText): Stated<Holder[]> | null {
  const note = new HeldNote(text, lower);
  note.found.push(...clauseHolders(note, sentences));
  return note.found.length > 0 ? stated(note) : null;
}

function stated({ text, names, found }: HeldNote): Stated<Holder[]> {
  const byName = new Map<string, FoundHolder>();
  const ownedByBoth = areOfBoth(text, found);
  for (const holder of found) {
    const key =
      holder.relation && holder.isUnnamed
        ? holder.words.join(" ")
        : holder.isUnnamed
          ? `${ownedByBoth ? ownerOf(text, holder) : ""}${written(text, holder).toLowerCase()}`
          : keyOf(text, holder);
    const known = byName.get(key);
    if (!known || isFuller(holder, known)) byName.set(key, firstPlace(names, holder, key));
  }
  const all = [...byName.values()].sort((a, b) => a.start - b.start);
  const holders = all.filter((holder) => !isSaidAgain(text, holder, all));
  return {
    value: holders.map((holder) => {
      const name = written(text, holder);
      return { name, kind: holderKind(holder, name, text), role: holderRole(names, holder) };
    }),
    spans: holders.map(({ start, end }): Span => [start, end]),
  };
}

/** The first place with the full name. */
function firstPlace({ text, words, all }: NoteNames, holder: FoundHolder, key: string): FoundHolder {
  if (holder.isUnnamed) {
    if (/^(?:his|her) /.test(key)) return holder;
    const length = holder.end - holder.start;
    const named = text.slice(holder.start, holder.end).toLowerCase();
    // Whole words: "son" is not found in "person".
    // "Trust" in a name is not "a trust", but it may begin a sentence.
    const isNamed = ({ start }: { start: number }) =>
      text.slice(start, start + length).toLowerCase() === named &&
      !/^\w/.test(text.slice(start + length)) &&
      (text[start] === text[holder.start] || /(?:^|[.;:]\s+)$/.test(text.slice(0, start)));
    const start = words.find(isNamed)?.start ?? holder.start;
    return start < holder.start ? { ...holder, start, end: start + length } : holder;
  }
  const first = all.find((name) => keyOf(text, name) === key);
  return first && first.start < holder.start ? { ...holder, start: first.start, end: first.end } : holder;
}
