import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where `app/styles/fonts.css` finds the faces. Only a build needs them, and they are not in the repository. */
export const CUT_FONTS = "app/fonts";
const STAMP = join(CUT_FONTS, "stamp");

/** This file, which decides what the fonts contain. */
export const CUT_FONTS_RECIPE = "scripts/cut-fonts.ts";

const codes = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

const ASCII = codes(0x20, 0x7e);
const ACCENTED = `${codes(0xc0, 0xff).replace(/[×÷]/g, "")}ıŒœ`;
const TEXT_MARKS = "\u00a0§–—‘’“”…·•€£½";
const MORE_MARKS = "©®°±×÷™";
const RARE_MARKS = "«»¼¾¢¥−↑↓";

/** For names such as Łukasz and Erdős, as far as the packages have them. These faces load only where such a letter occurs. */
export const LATIN_EXT = `${codes(0x100, 0x17f).replace(/[ĬĭıĲĳŉŒœŦŧ]/g, "")}ƏƠơƯưȘșȚț`;

const INTER = "@fontsource-variable/inter/files/inter";
const SERIF = "@fontsource-variable/source-serif-4/files/source-serif-4";
const MONO = "@fontsource/ibm-plex-mono/files/ibm-plex-mono";

type Face = {
  /** A file of an installed package. */
  from: string;
  characters: string;
  /** In addition to those that OpenType always applies. */
  features: string[];
  axes?: Record<string, number | { min: number; max: number; default: number }>;
};

/** The style sheets set text in these weights only: 400, 560, 600. */
const INTER_WEIGHTS = { wght: { min: 400, max: 600, default: 400 } };
/** The serif changes with its size. Each face has the shapes for the sizes at which it is set: 14 to 16, 16 to 38 and 20 pixels. */
const [TEXT, HEADING, SIGNATURE] = [
  { opsz: 16, wght: 400 },
  { opsz: 28, wght: 600 },
  { opsz: 20, wght: 400 },
];

export const FACES: Record<string, Face> = {
  inter: {
    from: `${INTER}-latin-wght-normal`,
    characters: ASCII + ACCENTED + TEXT_MARKS + MORE_MARKS + RARE_MARKS,
    // `calt` raises the hyphens of dates to the height of digits.
    features: ["kern", "calt", "tnum"],
    axes: INTER_WEIGHTS,
  },
  "inter-ext": {
    from: `${INTER}-latin-ext-wght-normal`,
    characters: LATIN_EXT,
    features: ["kern"],
    axes: INTER_WEIGHTS,
  },
  serif: {
    from: `${SERIF}-latin-opsz-normal`,
    characters: ASCII + ACCENTED + TEXT_MARKS + MORE_MARKS,
    features: ["kern", "liga"],
    axes: TEXT,
  },
  "serif-ext": {
    from: `${SERIF}-latin-ext-opsz-normal`,
    characters: LATIN_EXT,
    features: ["kern"],
    axes: TEXT,
  },
  "serif-heading": {
    from: `${SERIF}-latin-opsz-normal`,
    characters: ASCII + ACCENTED + TEXT_MARKS,
    features: ["kern", "liga"],
    axes: HEADING,
  },
  "serif-heading-ext": {
    from: `${SERIF}-latin-ext-opsz-normal`,
    characters: LATIN_EXT,
    features: ["kern"],
    axes: HEADING,
  },
  "serif-italic": {
    from: `${SERIF}-latin-opsz-italic`,
    characters: `${ASCII}${ACCENTED}–’`,
    features: ["kern", "liga"],
    axes: SIGNATURE,
  },
  "serif-italic-ext": {
    from: `${SERIF}-latin-ext-opsz-italic`,
    characters: LATIN_EXT,
    features: ["kern"],
    axes: SIGNATURE,
  },
  mono: {
    from: `${MONO}-latin-400-normal`,
    characters: ASCII + ACCENTED + TEXT_MARKS + MORE_MARKS + RARE_MARKS,
    features: [],
  },
  "mono-ext": {
    from: `${MONO}-latin-ext-400-normal`,
    characters: LATIN_EXT,
    features: [],
  },
  "mono-strong": {
    from: `${MONO}-latin-600-normal`,
    characters: ASCII,
    features: [],
  },
};

/**
 * For pictures, which are drawn on the server (`app/pictures`). What draws them reads neither variable fonts nor WOFF2, so each weight is
 * a file. Letters that the first file of a family lacks are taken from the others.
 */
export const PICTURE_FACES: Record<string, Face> = {
  "picture-text": { ...pick("inter"), axes: { wght: 400 } },
  "picture-strong": { ...pick("inter"), axes: { wght: 600 } },
  "picture-text-ext": { ...pick("inter-ext"), axes: { wght: 400 } },
  "picture-heading": { ...pick("serif-heading"), axes: { opsz: 32, wght: 600 } },
  "picture-heading-ext": { ...pick("serif-heading-ext"), axes: { opsz: 32, wght: 600 } },
  "picture-id": pick("mono-strong"),
};

function pick(name: string): Face {
  const face = FACES[name];
  if (!face) throw new Error(`There is no face ${name}.`);
  return face;
}

/** The same packages and the same faces give the same bytes. */
export async function cutFace(
  { from, characters, features, axes }: Face,
  targetFormat: "woff2" | "sfnt" = "woff2",
): Promise<Buffer> {
  const { default: subsetFont } = await import("subset-font");
  return subsetFont(readFileSync(join("node_modules", `${from}.woff2`)), characters, {
    targetFormat,
    keepFeatures: features,
    noHinting: true,
    ...(axes && { variationAxes: axes }),
  });
}

/** The width of each character of a font, as a part of its size. */
export async function characterWidths(font: Buffer, characters: string): Promise<Record<string, number>> {
  const { Blob, Buffer: Text, Face, Font, shape } = await import("harfbuzzjs");
  const face = new Face(new Blob(new Uint8Array(font).buffer));
  const sized = new Font(face);
  return Object.fromEntries(
    [...characters].map((character) => {
      const text = new Text();
      text.addText(character);
      text.guessSegmentProperties();
      shape(sized, text);
      const width = text.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      return [character, Math.round((width / face.upem) * 1000) / 1000];
    }),
  );
}

/**
 * Makes the font files that pages load, and those for pictures, from those in the packages, which have more characters, weights and
 * features than we use: 109 kB instead of 253 for pages. Does nothing if the files exist.
 */
export async function cutFonts(): Promise<void> {
  const wanted = createHash("sha256")
    .update(readFileSync(CUT_FONTS_RECIPE))
    .update(readFileSync("package-lock.json"))
    .digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  rmSync(CUT_FONTS, { recursive: true, force: true });
  mkdirSync(CUT_FONTS, { recursive: true });
  for (const [name, face] of Object.entries(FACES))
    writeFileSync(join(CUT_FONTS, `${name}.woff2`), await cutFace(face));
  const widths: Record<string, Record<string, number>> = {};
  for (const [name, face] of Object.entries(PICTURE_FACES)) {
    const font = await cutFace(face, "sfnt");
    writeFileSync(join(CUT_FONTS, `${name}.ttf`), font);
    widths[name] = await characterWidths(font, face.characters);
  }
  writeFileSync(join(CUT_FONTS, "picture-widths.json"), JSON.stringify(widths));
  writeFileSync(STAMP, wanted);
}
