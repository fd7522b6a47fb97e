import { Worker } from "node:worker_threads";
import type { Operators } from "./operators";
import { TOO_COMPLEX } from "./stream-sizes";

/** A page's operators as the PDF library gives them, with what is needed to follow them. */
export type PageOperators = {
  number: number;
  width: number;
  height: number;
  /** From the page's own coordinates to points from the top left corner, as a PDF matrix. */
  transform: number[];
  fnArray: number[];
  argsArray: unknown[];
  /** The width of a font's unit, by the name of the font. */
  fontUnits: Record<string, number>;
  /** The contents of images by their names, on a page that has hardly any text. */
  pictures: Record<string, PictureContent | null>;
};

/** Pixels in rows from the top: one bit, or 1, 3 or 4 bytes, for each. */
export type PictureContent = { width: number; height: number; data: Uint8Array | Uint8ClampedArray };

export type PdfWork = {
  bytes: Uint8Array;
  limits: { pages: number; picture: number; side: number; operators: number; fewLetters: number };
};

export type PdfMessage =
  | { kind: "page"; page: PageOperators; operators: Operators }
  | { kind: "end" }
  | { kind: "refused"; message: string };

/** Fewer letters than any page of a form has: a stamp on a scan, or a page number. */
export const FEW_LETTERS = 40;
/** Pixels of one image. */
export const LARGEST_PICTURE = 40_000_000;

const LIMITS: PdfWork["limits"] = {
  pages: 60,
  picture: LARGEST_PICTURE,
  side: 5_000,
  operators: 200_000,
  fewLetters: FEW_LETTERS,
};
const LONGEST = 20_000;
const MOST_MEGABYTES = 512;

/**
 * Passes on the pages of a PDF one by one, and returns the reason if it cannot be read to its end. It is parsed in a thread that
 * is stopped after a time limit.
 */
export function readPdfPages(
  bytes: Uint8Array,
  take: (page: PageOperators, operators: Operators) => void,
): Promise<{ refused: string | null }> {
  const work: PdfWork = { bytes, limits: LIMITS };
  const worker = new Worker(new URL("./page-operators.mjs", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    // The thread does not need the options of the program that started it, such as a loader, but it finds its own packages by the
    // same paths.
    execArgv: process.execArgv.filter((option) => option.startsWith("--preserve-symlinks")),
  });
  return new Promise((settle) => {
    const end = (refused: string | null) => {
      clearTimeout(timer);
      void worker.terminate();
      settle({ refused });
    };
    const timer = setTimeout(() => end(`the PDF took longer than ${LONGEST / 1000} seconds to read`), LONGEST);
    worker.on("message", (message: PdfMessage) => {
      if (message.kind === "page") {
        try {
          take(message.page, message.operators);
        } catch {
          end("the PDF is damaged and cannot be read");
        }
      } else end(message.kind === "refused" ? message.message : null);
    });
    worker.on("error", (error: Error & { code?: string }) =>
      end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? TOO_COMPLEX : "the PDF is damaged and cannot be read"),
    );
    worker.on("exit", () => end("the PDF is damaged and cannot be read"));
  });
}
