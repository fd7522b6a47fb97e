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

/** The dark colours of the same style sheet, for embeds. */
const DARK = {
  paper: "#131518",
  ink: "#eceae5",
  ink2: "#b4b6ba",
  ink3: "#979ba1",
  rule: "#2b2f34",
};

const DARK_HUES: Record<CodeGroup, string> = {
  purchase: "#5fa3f2",
  sale: "#f4703a",
  exercise: "#efc86c",
  grant: "#7be8c6",
  tax: "#aeb4ba",
  gift: "#d0609f",
  other: "#b4b6ba",
};

/** The colours in which a chart is drawn. */
export type Palette = typeof COLOURS & {
  hueOf: (group: CodeGroup) => string;
  fillOf: (group: CodeGroup, fill: MarkFill) => string;
};

/** For files. */
export const fileColours = (): Palette => ({ ...COLOURS, hueOf: (group) => HUES[group], fillOf });

/** For embeds, which are light or dark as the reader wants: names of the properties in {@link embedProperties}. */
export const embedColours = (): Palette => ({
  paper: "var(--paper)",
  ink: "var(--ink)",
  ink2: "var(--ink-2)",
  ink3: "var(--ink-3)",
  rule: "var(--rule)",
  hueOf: (group) => `var(--${group})`,
  fillOf: (group, fill) =>
    fill === "solid" ? `var(--${group})` : fill === "hollow" ? "var(--paper)" : `var(--${group}-tint)`,
});

const groups = Object.keys(HUES) as CodeGroup[];

/** The same colours as CSS. */
export const embedProperties = (): string =>
  [
    ...(["paper", "ink", "ink2", "ink3", "rule"] as const).map(
      (name) => `--${name.replace(/\d$/, "-$&")}:light-dark(${COLOURS[name]},${DARK[name]})`,
    ),
    ...groups.flatMap((group) => [
      `--${group}:light-dark(${HUES[group]},${DARK_HUES[group]})`,
      `--${group}-tint:light-dark(${mixed(HUES[group], COLOURS.paper)},${mixed(DARK_HUES[group], DARK.paper)})`,
    ]),
  ].join(";");

export const fillOf = (group: CodeGroup, fill: MarkFill): string =>
  fill === "solid" ? HUES[group] : fill === "hollow" ? COLOURS.paper : mixed(HUES[group], COLOURS.paper);

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function mixed(hue: string, paper: string): string {
  const under = channels(paper);
  const parts = channels(hue).map((part, index) => Math.round(TINT * part + (1 - TINT) * (under[index] ?? 0)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
