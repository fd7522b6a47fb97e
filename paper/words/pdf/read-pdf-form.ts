import type { PrintedForm, PrintedSource, SourceText } from "@/paper/form/printed-form";
import { sheetForm } from "@/paper/reading/sheet-form";
import { sheetOf } from "@/paper/words/sheet";
import type { PageDrawing } from "./page-drawing";
import type { PageImage } from "./page-image";
import { pageImage } from "./page-images";
import { FEW_LETTERS, readPdfPages } from "./pdf-pages";
import { readPageDrawing } from "./read-page-drawing";
import { streamFailure, TOO_COMPLEX } from "./stream-sizes";

export type PdfOutcome =
  | { outcome: "form"; source: PrintedSource }
  /** There is text, but not in the drawn boxes of the form: its lines as they are laid out. */
  | { outcome: "text"; text: SourceText; problems: PrintedForm["problems"] }
  /** Pages without text of their own: their images. */
  | { outcome: "images"; pages: PageImage[] }
  /** `message` says what was found, to follow "not read:". */
  | { outcome: "refused"; message: string };

const MOST_IMAGES = 30;
/** On one page. */
const MOST_LETTERS = 50_000;
const MOST_RULINGS = 20_000;

/** Reads a form from a PDF, by its text and the lines drawn around it. Never throws because of what a file contains. */
export async function readPdfForm(bytes: Uint8Array): Promise<PdfOutcome> {
  const failure = streamFailure(bytes);
  if (failure !== null) return { outcome: "refused", message: failure };
  const drawings: PageDrawing[] = [];
  const images: PageImage[] = [];
  const { refused } = await readPdfPages(bytes, (page, operators) => {
    const drawing = readPageDrawing(page, operators);
    drawings.push(drawing);
    const image = isPicture(drawing) && images.length <= MOST_IMAGES ? pageImage(drawing, page.pictures) : null;
    if (image) images.push(image);
  });
  if (refused !== null) return { outcome: "refused", message: refused };
  if (!drawings.every(isPicture)) {
    const isLarge = drawings.some(
      ({ glyphs, rulings }) => glyphs.length > MOST_LETTERS || rulings.length > MOST_RULINGS,
    );
    if (isLarge) return { outcome: "refused", message: TOO_COMPLEX };
    try {
      return outcomeOf(drawings);
    } catch {
      return { outcome: "refused", message: "the PDF is damaged: its pages cannot be read" };
    }
  }
  if (images.length === 0) {
    return { outcome: "refused", message: "this PDF has neither text nor images of its pages" };
  }
  if (images.length > MOST_IMAGES) {
    return { outcome: "refused", message: `a PDF of ${drawings.length} scanned pages; the limit is ${MOST_IMAGES}` };
  }
  return { outcome: "images", pages: images };
}

/** A page without letters of its own. Letters that a scanner's software hides under its image do not count. */
const isPicture = ({ glyphs }: PageDrawing) => glyphs.length < FEW_LETTERS;

function outcomeOf(drawings: PageDrawing[]): PdfOutcome {
  const sheet = sheetOf(drawings);
  const problems: PrintedForm["problems"] = [];
  for (const { number } of drawings.filter(({ glyphs }) => glyphs.some(({ isCut }) => isCut))) {
    problems.push({
      message: `Page ${number} is incomplete: text is cut off at its right edge`,
    });
  }
  for (const { number } of drawings.filter((drawing) => isPicture(drawing) && drawing.pictures.length > 0)) {
    problems.push({ message: `Page ${number} is an image, which we did not read` });
  }
  const form = sheetForm(sheet);
  if (!form) return { outcome: "text", text: sheet.text, problems };
  return {
    outcome: "form",
    source: { text: sheet.text, form: { ...form, problems: [...form.problems, ...problems] } },
  };
}
