import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";

/** The light colours of `app/styles/tokens.css`. Pictures know no style sheet, and are seen on foreign pages. */
export const COLOURS = {
  paper: "#fbfaf8",
  ink: "#17191c",
  ink2: "#4a4e54",
  ink3: "#64686e",
  rule: "#dedbd4",
};

export const HUES: Record<CodeGroup, string> = {
  purchase: "#1d56b0",
  sale: "#bf3a10",
  exercise: "#ad7f0c",
  grant: "#237e5b",
  tax: "#858a92",
  gift: "#75124e",
  other: "#4a4e54",
};

/** How much of the hue is in a tinted mark. */
const TINT = 0.26;

export const fillOf = (group: CodeGroup, fill: MarkFill): string =>
  fill === "solid" ? HUES[group] : fill === "hollow" ? COLOURS.paper : mixed(HUES[group], COLOURS.paper);

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function mixed(hue: string, paper: string): string {
  const under = channels(paper);
  const parts = channels(hue).map((part, index) => Math.round(TINT * part + (1 - TINT) * (under[index] ?? 0)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
