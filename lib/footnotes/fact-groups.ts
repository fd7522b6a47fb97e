import type { FactName } from "@/lib/record/stated-facts";

/** Facts in the groups in which they are offered for selection, each with a verb phrase for a note that states it. */
export const FACT_GROUPS: readonly {
  label: string;
  facts: readonly { name: FactName; verb: string; what: string }[];
}[] = [
  {
    label: "Price",
    facts: [
      { name: "weightedAverage", verb: "give", what: "a weighted average price" },
      { name: "priceRanges", verb: "give", what: "a price range" },
    ],
  },
  {
    label: "10b5-1 plan",
    facts: [
      { name: "planUse", verb: "mention", what: "a Rule 10b5-1 plan" },
      { name: "planAdopted", verb: "give", what: "the adoption date of a plan" },
      { name: "planModified", verb: "give", what: "the modification date of a plan" },
      { name: "planTerminated", verb: "give", what: "the termination date of a plan" },
    ],
  },
  {
    label: "Reason for the transaction",
    facts: [
      { name: "taxWithholding", verb: "mention", what: "shares used to pay tax or the exercise price" },
      { name: "gift", verb: "mention", what: "a gift" },
      { name: "transfer", verb: "mention", what: "a transfer" },
      { name: "exemptAcquisitions", verb: "name", what: "an exemption rule" },
    ],
  },
  {
    label: "Holder",
    facts: [
      { name: "holders", verb: "name", what: "a holder" },
      { name: "disclaimer", verb: "disclaim", what: "beneficial ownership" },
    ],
  },
  {
    label: "Shares",
    facts: [
      { name: "vesting", verb: "say", what: "how shares vest" },
      { name: "includedComponents", verb: "list", what: "parts of the number" },
      { name: "splits", verb: "mention", what: "a stock split" },
      { name: "conversionRatios", verb: "give", what: "a conversion ratio" },
    ],
  },
];
