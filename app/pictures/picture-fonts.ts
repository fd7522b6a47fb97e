import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Measure, PictureFont } from "@/lib/cards/fit-text";
import { once } from "@/lib/values/once";

/** The build cuts them (`scripts/cut-fonts.ts`). */
const FOLDER = "app/fonts";

const FILES = ["text", "strong", "text-ext", "heading", "heading-ext", "id"];

/** Nothing is drawn in a font of the machine, which would differ from one to the next. */
export const PICTURE_FONTS = {
  loadSystemFonts: false,
  fontFiles: FILES.map((name) => join(FOLDER, `picture-${name}.ttf`)),
  defaultFontFamily: "Inter",
};

/** A letter that no font has is drawn as a box. */
const UNKNOWN = 0.7;

const loadWidths = once(
  (): Record<string, Record<string, number>> => JSON.parse(readFileSync(join(FOLDER, "picture-widths.json"), "utf8")),
);

/** How wide a text is, without kerning, which makes it slightly narrower. */
export const measureText: Measure = (text, font) => {
  const widths = loadWidths();
  const [own, ext] = [widths[`picture-${font}`], widths[`picture-${EXTENDED[font]}`]];
  return [...text].reduce((sum, character) => sum + (own?.[character] ?? ext?.[character] ?? UNKNOWN), 0);
};

const EXTENDED: Record<PictureFont, string> = { text: "text-ext", strong: "text-ext", heading: "heading-ext" };
