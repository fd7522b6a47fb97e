import { type NoteText, noteText } from "@/lib/footnotes/note-text";
import type { FactName, StatedFacts } from "@/lib/record/stated-facts";
import { readConversionRatios } from "./conversion-ratios";
import { readDisclaimer } from "./disclaimer";
import { readExemptAcquisitions } from "./exempt-acquisitions";
import { readGift } from "./gift";
import { readHolders } from "./holders";
import { readIncludedComponents } from "./included-components";
import { readPlanAdopted, readPlanModified, readPlanTerminated } from "./plan-days";
import { readPlanUse } from "./plan-use";
import { readPriceRanges } from "./price-ranges";
import { readSplits } from "./splits";
import { readTaxWithholding } from "./tax-withholding";
import { readTransfer } from "./transfer";
import { readVesting } from "./vesting";
import { readWeightedAverage } from "./weighted-average";

type Readers = { [Name in FactName]: (note: NoteText) => StatedFacts[Name] | null };

/** By fact, what reads it; in the order in which facts are listed. */
const READERS: Partial<Readers> = {
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
};

/** All that a note, or the remarks, states. */
export function readFacts(text: string): StatedFacts {
  const note = noteText(text);
  const facts: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(READERS)) {
    const fact = read(note);
    if (fact) facts[name] = fact;
  }
  return facts;
}
