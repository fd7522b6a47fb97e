import { readDisclaimer } from "@/lib/footnotes/holders/disclaimer";
import { readHolders } from "@/lib/footnotes/holders/holders";
import { readPlanAdopted, readPlanModified, readPlanTerminated, readPlanUse } from "@/lib/footnotes/plan/plan-facts";
import { readPriceRanges } from "@/lib/footnotes/price/price-ranges";
import { readWeightedAverage } from "@/lib/footnotes/price/weighted-average";
import { readConversionRatios } from "@/lib/footnotes/shares/conversion-ratios";
import { readExemptAcquisitions } from "@/lib/footnotes/shares/exempt-acquisitions";
import { readIncludedComponents } from "@/lib/footnotes/shares/included-components";
import { readSplits } from "@/lib/footnotes/shares/splits";
import { readTaxWithholding } from "@/lib/footnotes/tax/tax-withholding";
import { readGift } from "@/lib/footnotes/transfer/gift";
import { readTransfer } from "@/lib/footnotes/transfer/transfer";
import { readUnderwritten } from "@/lib/footnotes/transfer/underwritten";
import { readVesting } from "@/lib/footnotes/vesting/vesting";
import { type NoteText, noteText } from "@/lib/footnotes/vocabulary/note-text";
import type { FactName, StatedFacts } from "@/lib/record/stated-facts";

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

/** Everything that a footnote, or the remarks, states. */
export function readFacts(text: string): StatedFacts {
  const note = noteText(text);
  const facts: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(READERS)) {
    const fact = read(note);
    if (fact) facts[name] = fact;
  }
  return facts;
}
