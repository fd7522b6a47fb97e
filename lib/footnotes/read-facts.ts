import { readDisclaimer } from "@/lib/footnotes/holders/disclaimer";
import { readHoldersByClause, readHoldersOfEach } from "@/lib/footnotes/holders/holders";
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
import { readAward } from "@/lib/footnotes/transfer/award";
import { mayMove, readTransferByClause } from "@/lib/footnotes/transfer/clause-transfers";
import { readGift } from "@/lib/footnotes/transfer/gift";
import { readSurrender } from "@/lib/footnotes/transfer/surrender";
import { readTransfer } from "@/lib/footnotes/transfer/transfer";
import { readUnderwritten } from "@/lib/footnotes/transfer/underwritten";
import { readVesting } from "@/lib/footnotes/vesting/vesting";
import { type NoteText, noteText } from "@/lib/footnotes/vocabulary/note-text";
import type { FactName, Stated, StatedFacts } from "@/lib/record/stated-facts";

type Reader<Fact> = (notes: readonly NoteText[]) => readonly (Fact | null)[];
type Readers = { [Name in FactName]: Reader<StatedFacts[Name]> };

const each =
  <Fact>(read: (note: NoteText) => Fact | null): Reader<Fact> =>
  (notes) =>
    notes.map(read);

/** The reader of each fact, in the order in which facts are listed. */
const READERS: Readers = {
  weightedAverage: each(readWeightedAverage),
  priceRanges: each(readPriceRanges),
  planUse: each(readPlanUse),
  planAdopted: each(readPlanAdopted),
  planModified: each(readPlanModified),
  planTerminated: each(readPlanTerminated),
  taxWithholding: each(readTaxWithholding),
  disclaimer: each(readDisclaimer),
  holders: readHoldersOfEach,
  vesting: each(readVesting),
  includedComponents: each(readIncludedComponents),
  gift: each(readGift),
  transfer: each(readTransfer),
  splits: each(readSplits),
  conversionRatios: each(readConversionRatios),
  exemptAcquisitions: each(readExemptAcquisitions),
  underwritten: each(readUnderwritten),
  award: each(readAward),
  surrender: each(readSurrender),
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
export const readFacts = (text: string): StatedFacts => readFactsOfEach([text])[0] ?? {};

/**
 * What each of some texts states. A reader reads many of them before the next one begins: together, their patterns are compiled to more
 * than a processor keeps at hand, and reading one text after the other takes half as long again.
 */
export function readFactsOfEach(texts: readonly string[]): StatedFacts[] {
  const all: Record<string, unknown>[] = [];
  let together = FIRST_TOGETHER;
  while (all.length < texts.length) {
    all.push(...readTogether(texts.slice(all.length, all.length + together)));
    together = Math.min(2 * together, MOST_TOGETHER);
  }
  return all;
}

/** V8 optimizes the first 16 MB of patterns, so a small first batch makes all readers compile their common patterns before the rare ones. */
const FIRST_TOGETHER = 20;
/** Larger batches are no faster per note. */
const MOST_TOGETHER = 300;

function readTogether(texts: readonly string[]): Record<string, unknown>[] {
  const notes = texts.map(noteText);
  const all = notes.map((): Record<string, unknown> => ({}));
  for (const name of NAMES) {
    for (const [index, fact] of readFrom(notes, name, texts).entries()) {
      const facts = all[index];
      if (fact && facts) facts[name] = fact;
    }
  }
  return all;
}

/** What no reader finds in the words of a note may still be stated in the main words of its clauses. */
function readFrom(
  notes: readonly NoteText[],
  name: FactName,
  texts: readonly string[],
): readonly (Stated<unknown> | null)[] {
  const facts = READERS[name](notes);
  const byClause = BY_CLAUSES[name];
  return notes.map((note, index) => {
    const text = texts[index] ?? "";
    const fact = facts[index];
    if (fact) return asFiled(fact, note, text);
    if (!byClause?.mayRead.test(note.lower)) return null;
    const again = byClause.read(note.main);
    return again && asFiled(again, note.main, text);
  });
}

/** One fact alone. */
export const readFact = <Name extends FactName>(name: Name, text: string): StatedFacts[Name] | null =>
  (readFrom([noteText(text)], name, [text])[0] ?? null) as StatedFacts[Name] | null;

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
