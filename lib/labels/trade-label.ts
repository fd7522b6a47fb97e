import type { TradeLabel } from "@/lib/record/derived-filing";

/** A purchase or sale of one owner in the shares of one issuer. */
export type KnownTrade = {
  /** `YYYY-MM-DD` */
  date: string;
  /** The day on which it was first reported. */
  knownOn: string;
};

type Label = { label: TradeLabel; routineMonths: number[] };

const UNCLASSIFIED: Label = { label: "unclassified", routineMonths: [] };

/** How many years before a trade decide its label. */
export const YEARS_BEFORE = 3;

/**
 * Whether an owner's trades of a year are routine, after Cohen, Malloy and Pomorski, “Decoding Inside Information” (Journal of
 * Finance 67:3, 2012). It is decided by the trades of the three years before that were reported by January 1, and so never by what
 * became known later. With no trade in one of these years, they are unclassified. They are routine if there was a trade in the same
 * calendar month of all three years, and otherwise opportunistic.
 * @param trades all trades of the owner in this issuer
 */
export function tradeLabels(trades: readonly KnownTrade[]): (year: number) => Label {
  const byYear = new Map<number, { month: number; knownOn: string }[]>();
  for (const { date, knownOn } of trades) {
    const year = Number(date.slice(0, 4));
    const ofYear = byYear.get(year) ?? [];
    ofYear.push({ month: Number(date.slice(5, 7)), knownOn });
    byYear.set(year, ofYear);
  }
  const labels = new Map<number, Label>();
  const decide = (year: number): Label => {
    const years: Set<number>[] = [];
    for (let ago = 1; ago <= YEARS_BEFORE; ago++) {
      const known = (byYear.get(year - ago) ?? []).filter(({ knownOn }) => knownOn < `${year}-01-01`);
      if (known.length === 0) return UNCLASSIFIED;
      years.push(new Set(known.map(({ month }) => month)));
    }
    const routineMonths = [...(years[0] ?? [])].filter((month) => years.every((months) => months.has(month)));
    return {
      label: routineMonths.length > 0 ? "routine" : "opportunistic",
      routineMonths: routineMonths.sort(byNumber),
    };
  };
  return (year) => {
    const label = labels.get(year) ?? decide(year);
    labels.set(year, label);
    return label;
  };
}

/**
 * The label of a trade that several owners report together: that of the owners who can be classified, if they agree. A new fund of
 * an old adviser, for example, cannot be classified by itself.
 */
export function jointLabel(labels: readonly Label[]): Label {
  const classified = labels.filter(({ label }) => label !== "unclassified");
  const [first, ...others] = classified;
  if (!first || others.some(({ label }) => label !== first.label)) return UNCLASSIFIED;
  if (others.length === 0) return first;
  const months = new Set(classified.flatMap(({ routineMonths }) => routineMonths));
  return { label: first.label, routineMonths: [...months].sort(byNumber) };
}

const byNumber = (a: number, b: number) => a - b;
