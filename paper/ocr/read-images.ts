import type { PrintedSource } from "@/paper/form/printed-form";
import { imageSize } from "@/paper/image-type";
import { sheetForm } from "@/paper/reading/sheet-form";
import { openRecognizer, type Recognizer } from "@/paper/words/ocr/recognizer";
import { scannedPage } from "@/paper/words/ocr/scanned-page";
import { scannedSheet } from "@/paper/words/ocr/scanned-sheet";
import { type SeenPage, seenPage } from "@/paper/words/ocr/seen-page";
import type { PageImage } from "@/paper/words/pdf/page-image";
import { scannedTables } from "./scanned-tables";

export type ScanOutcome = { outcome: "form"; source: PrintedSource } | { outcome: "refused"; message: string };

const MOST_PAGES = 30;
const MOST_POINTS = 40_000_000;
/** For all pages. A page with a full table takes about 20 seconds. */
const LONGEST = 300_000;
/** Pages that are read at once. Each takes one processor and about 150 MB. */
const MOST_AT_ONCE = 2;

const refused = (message: string): ScanOutcome => ({ outcome: "refused", message });

/** Reads a form from images of its pages, in their order. */
export async function readImages(images: (Buffer | PageImage)[]): Promise<ScanOutcome> {
  if (images.length === 0) return refused("there is no image of a page");
  if (images.length > MOST_PAGES) return refused(`${images.length} pages; the limit for scans is ${MOST_PAGES} pages`);
  for (const [index, image] of images.entries()) {
    const size = image instanceof Uint8Array ? imageSize(image) : image;
    if (!size || size.width === 0 || size.height === 0)
      return refused(`page ${index + 1} is an image that we cannot read`);
    if (size.width * size.height > MOST_POINTS)
      return refused(
        `page ${index + 1} has ${Math.round((size.width * size.height) / 1e6)} megapixels; up to ${MOST_POINTS / 1e6} are read`,
      );
  }
  const first = await openRecognizer();
  if (!first) {
    return refused(
      "Reading scans needs tesseract.js and its English data: npm install tesseract.js @tesseract.js-data/eng",
    );
  }
  const more = await Promise.all(Array.from({ length: Math.min(images.length, MOST_AT_ONCE) - 1 }, openRecognizer));
  const recognizers = [first, ...more].filter((recognizer) => recognizer !== null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<ScanOutcome>((resolve) => {
    timer = setTimeout(() => resolve(refused(`the scan took longer than ${LONGEST / 1000} seconds to read`)), LONGEST);
  });
  try {
    return await Promise.race([readPages(images, recognizers), late]);
  } catch {
    return refused("the image of a page is damaged and cannot be read");
  } finally {
    clearTimeout(timer);
    await Promise.all(recognizers.map((recognizer) => recognizer.close()));
  }
}

/** Each recognizer takes the next page that is still waiting. */
async function readPages(images: (Buffer | PageImage)[], recognizers: Recognizer[]): Promise<ScanOutcome> {
  const pages: (SeenPage | null)[] = images.map(() => null);
  const waiting = [...images.entries()];
  const work = async (recognizer: Recognizer) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, image] = next;
      const isFile = image instanceof Uint8Array;
      const grey = await recognizer.grey(isFile ? image : Buffer.from(image.png));
      pages[index] = grey && (await seenPage(scannedPage(grey, isFile ? null : image.dpi), recognizer));
    }
  };
  await Promise.all(recognizers.map(work));
  const unseen = pages.indexOf(null);
  if (unseen >= 0) return refused(`page ${unseen + 1} is an image that we cannot read`);
  const source = scannedForm(pages.filter((page) => page !== null));
  return source ? { outcome: "form", source } : refused("we found no Form 3, 4 or 5 in the scan");
}

/** The form on the recognised pages. A page that was not scanned may have more owners, footnotes or signatures. */
export function scannedForm(pages: SeenPage[]): PrintedSource | null {
  const sheet = scannedSheet(pages);
  const form = sheetForm(sheet, scannedTables);
  return form && { text: sheet.text, form: { ...form, incomplete: ["owners", "notes", "signatures"] } };
}
