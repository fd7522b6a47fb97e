import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Rectangle } from "@/paper/words/box";
import type { GreyImage } from "@/paper/words/png";
import { decodePng, encodePng } from "@/paper/words/png";

/** A line of text in an image: its words and their ends, with the confidence of their letters (0 to 100). */
export type SeenLine = Rectangle & { words: SeenWord[]; confidence: number };
type SeenWord = { text: string; left: number; right: number };

export const textOfLine = ({ words }: SeenLine) => words.map(({ text }) => text).join(" ");

export type Recognizer = {
  /** The image in a file as grey points. */
  grey: (file: Buffer) => Promise<GreyImage | null>;
  /** Lines of a block of text. `letters` are all that can occur in it. */
  lines: (image: GreyImage, kind?: "block" | "line" | "letter" | "page", letters?: string) => Promise<SeenLine[]>;
  close: () => Promise<void>;
};

/** Page segmentation modes of Tesseract. */
const MODES = { block: "6", line: "7", letter: "10", page: "4" };

/**
 * Tesseract with the English data of its package: nothing is downloaded and nothing is stored. Null if these optional packages
 * are not installed.
 */
export async function openRecognizer(): Promise<Recognizer | null> {
  const installed = await load();
  if (!installed) return null;
  const { createWorker, langPath } = installed;
  const worker = await createWorker("eng", 1, { langPath, cacheMethod: "none", gzip: true, errorHandler: () => {} });
  await worker.setParameters({ user_defined_dpi: "300" });
  return {
    grey: async (file) => {
      const direct = decodePng(file);
      if (direct) return direct;
      const { data } = await worker.recognize(file, {}, { text: false, imageGrey: true });
      const [, encoded] = data.imageGrey?.split(",") ?? [];
      return encoded ? decodePng(Buffer.from(encoded, "base64")) : null;
    },
    lines: async (image, kind = "block", letters = "") => {
      const options = { tessedit_pageseg_mode: MODES[kind], tessedit_char_whitelist: letters };
      const { data } = await worker.recognize(encodePng(image), options as object, { text: false, blocks: true });
      return (data.blocks ?? [])
        .flatMap(({ paragraphs }) => paragraphs)
        .flatMap(({ lines }) => lines)
        .flatMap(({ words, confidence }) => {
          const boxes = words.map(({ bbox }) => bbox);
          const line = {
            words: words.map(({ text, bbox }) => ({ text, left: bbox.x0, right: bbox.x1 })),
            top: Math.min(...boxes.map(({ y0 }) => y0)),
            bottom: Math.max(...boxes.map(({ y1 }) => y1)),
            left: Math.min(...boxes.map(({ x0 }) => x0)),
            right: Math.max(...boxes.map(({ x1 }) => x1)),
            confidence,
          };
          return textOfLine(line).trim() === "" ? [] : [line];
        })
        .sort((a, b) => a.top - b.top);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

async function load() {
  try {
    const { createWorker } = await import("tesseract.js");
    const require = createRequire(join(process.cwd(), "package.json"));
    const langPath = join(dirname(require.resolve("@tesseract.js-data/eng/package.json")), "4.0.0_best_int");
    return { createWorker, langPath };
  } catch {
    return null;
  }
}
