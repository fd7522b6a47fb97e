import type { FactName } from "@/lib/record/stated-facts";

/** A fact of a note: its name in code, its key in published data, and its label. */
export type FactNames = { name: FactName; key: string; words: string };

/** All facts, in the order in which they are listed. */
export const FACT_NAMES: readonly FactNames[] = [
  { name: "weightedAverage", key: "weighted_average", words: "Weighted average price" },
  { name: "priceRanges", key: "price_ranges", words: "Price range" },
  { name: "planUse", key: "plan_10b5_1", words: "Rule 10b5-1 plan" },
  { name: "planAdopted", key: "plan_adopted", words: "Plan adopted" },
  { name: "planModified", key: "plan_modified", words: "Plan modified" },
  { name: "planTerminated", key: "plan_terminated", words: "Plan terminated" },
  { name: "taxWithholding", key: "tax_withholding", words: "To pay tax or the exercise price" },
  { name: "disclaimer", key: "disclaims_beneficial_ownership", words: "Disclaimer of beneficial ownership" },
  { name: "holders", key: "holder", words: "Holder" },
  { name: "vesting", key: "vesting", words: "Vesting" },
  { name: "includedComponents", key: "includes_components", words: "Included in the number" },
  { name: "gift", key: "gift", words: "Gift" },
  { name: "transfer", key: "transfer", words: "Transfer" },
  { name: "splits", key: "split", words: "Stock split" },
  { name: "conversionRatios", key: "conversion_ratio", words: "Conversion ratio" },
  { name: "exemptAcquisitions", key: "exempt_acquisition", words: "Exempt under a rule" },
];
