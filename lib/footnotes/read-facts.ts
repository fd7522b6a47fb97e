import { readDisclaimer } from "@/lib/footnotes/holders/disclaimer";
import { readHolders, readHoldersByClause } from "@/lib/footnotes/holders/holders";
import { vehicleNear } from "@/lib/footnotes/holders/name-words";
import { readPlanAdopted, readPlanModified, readPlanTerminated, readPlanUse } from "@/lib/footnotes/plan/plan-facts";
import { readPriceRanges } from "@/lib/footnotes/price/price-ranges";
import { readWeightedAverage } from "@/lib/footnotes/price/weighted-average";
import { mayHaveParts, readPartsByClause } from "@/lib/footnotes/shares/clause-parts";
import { readConversionRatios } from "@/lib/footnotes/shares/conversion-ratios";
import { readExemptAcquisitions } from "@/lib/footnotes/shares/exempt-acquisitions";
import { readIncludedComponents } from "@/lib/footnotes/shares/included-components";
import { mayLink, readLinkedCounts } from "@/lib/footnotes/shares/linked-counts";
import { readSplits } from "@/lib/footnotes/shares/splits";
import { readTaxWithholding } from "@/lib/footnotes/tax/tax-withholding";
import { mayMove, readTransferByClause } from "@/lib/footnotes/transfer/clause-transfers";
import { readGift } from "@/lib/footnotes/transfer/gift";
import { readTransfer } from "@/lib/footnotes/transfer/transfer";
import { readUnderwritten } from "@/lib/footnotes/transfer/underwritten";
import { readVesting } from "@/lib/footnotes/vesting/vesting";
import { type NoteText, noteText } from "@/lib/footnotes/vocabulary/note-text";
import type { FactName, Stated, StatedFacts } from "@/lib/record/stated-facts";

type Readers = { [Name in FactName]: (note: NoteText) => StatedFacts[Name] | null };

/** The reader of each fact, in the order in which facts are listed. */
const READERS: Readers = {
  weightedAverage: readWeightedAverage,
  priceRanges: readPriceRanges,
  planUse: readPlanUse,
  planAdopted: readPlanAdopted,
  planModified: readPlanModified,
  planTerminated: readPlanTerminated,
  taxWithholding: readTaxWithholding,
  disclaimer: readDisclaimer,
  holders: readHolders,
  vesting: readVesting,
  includedComponents: readIncludedComponents,
  gift: readGift,
  transfer: readTransfer,
  splits: readSplits,
  conversionRatios: readConversionRatios,
  exemptAcquisitions: readExemptAcquisitions,
  underwritten: readUnderwritten,
};

const NAMES = Object.keys(READERS) as FactName[];

type ClauseReader = { mayRead: RegExp; read: (note: NoteText) => Stated<unknown> | null };

/** Readers that ask the clauses of a note, for facts whose sentences take many orders, each with a quick test for its words. */
const BY_CLAUSES: Partial<Record<FactName, ClauseReader>> = {
  holders: { mayRead: vehicleNear, read: readHoldersByClause },
  includedComponents: { mayRead: mayHaveParts, read: readPartsByClause },
  transfer: { mayRead: mayMove, read: readTransferByClause },
  conversionRatios: { mayRead: mayLink, read: readLinkedCounts },
};

/** Everything that a footnote, or the remarks, states. */
export function readFacts(text: string): StatedFacts {
  const note = noteText(text);
  const facts: Record<string, unknown> = {};
  for (const name of NAMES) {
    const fact = readFrom(note, name, text);
    if (fact) facts[name] = fact;
  }
  return facts;
}

/** What no reader finds in the words of a note may still be stated in the main words of its clauses. */
function readFrom(note: NoteText, name: FactName, text: string): Stated<unknown> | null {
  const fact = READERS[name](note);
  if (fact) return asFiled(fact, note, text);
  const byClause = BY_CLAUSES[name];
  if (!byClause?.mayRead.test(note.lower)) return null;
  const again = byClause.read(note.main);
  return again && asFiled(again, note.main, text);
}

/** One fact alone. */
export function readFact<Name extends FactName>(name: Name, text: string): StatedFacts[Name] | null {
  const note = noteText(text);
  return readFrom(note, name, text) as StatedFacts[Name] | null;
}

/** A fact with its places in the text as filed, and in the words of the filing. */
function asFiled(fact: Stated<unknown>, note: NoteText, text: string): Stated<unknown> {
  if (note.text === text) return fact;
  const spans = fact.spans.map(note.toFiled);
  const words = spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, " "));
  return { value: inFiledWords(fact.value, words), spans };
}

function inFiledWords(value: unknown, words: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inFiledWords(item, words.slice(index, index + 1)));
  if (typeof value !== "object" || value === null) return value;
  if ("name" in value) return { ...value, name: words.join(" ") };
  return "schedule" in value ? { ...value, schedule: words.join(" ") } : value;
}
