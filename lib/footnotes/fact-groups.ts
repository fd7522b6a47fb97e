import type { FactName } from "@/lib/record/stated-facts";

/** Facts as they stand together where one is chosen, each with what a note does that states it. */
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
      { name: "planUse", verb: "speak", what: "of a Rule 10b5-1 plan" },
      { name: "planAdopted", verb: "date", what: "the adoption of a plan" },
      { name: "planModified", verb: "date", what: "the modification of a plan" },
      { name: "planTerminated", verb: "date", what: "the termination of a plan" },
    ],
  },
  {
    label: "Reason of the transaction",
    facts: [
      { name: "taxWithholding", verb: "tell", what: "of shares that paid tax or exercise price" },
      { name: "gift", verb: "tell", what: "of a gift" },
      { name: "transfer", verb: "tell", what: "of a transfer" },
      { name: "exemptAcquisitions", verb: "name", what: "an exemption rule" },
    ],
  },
  {
    label: "Who holds",
    facts: [
      { name: "holders", verb: "name", what: "a holder" },
      { name: "disclaimer", verb: "disclaim", what: "beneficial ownership" },
    ],
  },
  {
    label: "Shares",
    facts: [
      { name: "vesting", verb: "tell", what: "how shares vest" },
      { name: "includedComponents", verb: "name", what: "parts of the number" },
      { name: "splits", verb: "tell", what: "of a stock split" },
      { name: "conversionRatios", verb: "give", what: "a conversion ratio" },
    ],
  },
];
