import { splitName } from "@/lib/holdings/describe-split";
import type { Split } from "@/lib/holdings/splits";
import type { InsiderSeries } from "@/lib/series/insider-series";
import { plural } from "@/lib/values/counts";
import { formatDate } from "@/lib/values/dates";
import { groupBy } from "@/lib/values/group-by";

/** Sentences on what the pictures leave out or combine. */
export const tradesCaption = ({ timeline, holdings }: InsiderSeries): string[] => {
  const withoutValue = timeline.lanes.reduce((sum, { valueMissing }) => sum + valueMissing, 0);
  const sentences = ["Prices are those reported; there is no market price feed."];
  if (withoutValue > 0) {
    sentences.push(
      `${plural(withoutValue, "trade has", "trades have")} no price in US dollars, or an implausible one. Each is drawn with the smallest marker and left out of the total value.`,
    );
  }
  const summed = [...groupBy(timeline.lanes, ({ summedBy }) => summedBy)].map(
    ([unit, lanes]) => `by ${unit}: ${lanes.map(({ label }) => label).join(", ")}`,
  );
  if (summed.length > 0) sentences.push(`Trades whose markers would overlap are added up (${summed.join("; ")}).`);
  if (holdings.addedUp.length > 0) {
    const titles = [...new Set(holdings.addedUp)].join(", ");
    sentences.push(`Grants with the same title are added up, each at its last reported balance: ${titles}.`);
  }
  const splits = new Set(holdings.panels.flatMap((panel) => panel.splits.map(splitSentence)));
  sentences.push(...splits);
  if (holdings.omitted > 0) {
    sentences.push(`${plural(holdings.omitted, "more line is", "more lines are")} not drawn.`);
  }
  return sentences;
};

const splitSentence = (split: Split): string => {
  const when =
    split.date === null
      ? `between ${formatDate(split.after)} and ${formatDate(split.until)}`
      : `on ${formatDate(split.date)}`;
  return `Balances before the ${splitName(split)} ${when} are adjusted for it in the chart; tables show them as reported.`;
};
