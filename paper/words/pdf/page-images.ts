import { encodePng } from "@/paper/words/png";
import type { PageDrawing, Picture } from "./page-drawing";
import type { PageImage } from "./page-image";
import { LARGEST_PICTURE, type PageOperators, type PictureContent } from "./pdf-pages";

/** Finer scans are reduced, because a form is readable at this resolution. */
const FINEST_DPI = 400;
const POINTS = 72;
/** The compression level, because pages are stored. */
const SMALL = 3;

type Grey = { pixels: Uint8Array; width: number; height: number };

/**
 * A page as an image; null if it has none. A scanner puts one image on a page, or several in strips, and may rotate them. They
 * are assembled as the page shows them.
 */
export function pageImage(drawing: PageDrawing, contents: PageOperators["pictures"]): PageImage | null {
  const laid: { picture: Picture; grey: Grey }[] = [];
  for (const picture of drawing.pictures) {
    const content = contentOf(picture.source, contents);
    const grey = content && greyOf(content);
    if (grey) laid.push({ picture, grey });
  }
  if (laid.length === 0) return null;
  const finest = Math.max(...laid.map(({ picture, grey }) => pixelsPerPoint(picture, grey)));
  const { width: pageWidth, height: pageHeight } = drawing;
  const scale = Math.min(finest, FINEST_DPI / POINTS, Math.sqrt(LARGEST_PICTURE / (pageWidth * pageHeight)));
  const width = Math.max(1, Math.round(pageWidth * scale));
  const height = Math.max(1, Math.round(pageHeight * scale));
  const pixels = new Uint8Array(width * height).fill(255);
  for (const { picture, grey } of laid) lay(picture, grey, { pixels, width, height, scale });
  return {
    page: drawing.number,
    width,
    height,
    png: encodePng({ width, height, data: pixels }, SMALL),
    dpi: Math.round(scale * POINTS),
  };
}

/** The page's operators contain an image as its name, as an object with its name, or in full. */
function contentOf(source: unknown, contents: PageOperators["pictures"]): PictureContent | null {
  if (typeof source === "string") return contents[source] ?? null;
  const { width, height, data } = (source ?? {}) as { width?: unknown; height?: unknown; data?: unknown };
  if (typeof data === "string") return contents[data] ?? null;
  const isWhole = typeof width === "number" && typeof height === "number";
  return isWhole && (data instanceof Uint8Array || data instanceof Uint8ClampedArray) ? { width, height, data } : null;
}

function pixelsPerPoint({ matrix: [a, b, c, d] }: Picture, { width, height }: Grey): number {
  return Math.max(width / Math.hypot(a, b), height / Math.hypot(c, d));
}

/** For each pixel of the page, takes the pixel of the image at that place. */
function lay({ matrix, ...box }: Picture, source: Grey, target: Grey & { scale: number }): void {
  const [a, b, c, d, e, f] = matrix;
  const area = a * d - b * c;
  if (Math.abs(area) < 1e-6) return;
  const { scale } = target;
  const firstRow = Math.max(0, Math.floor(box.top * scale));
  const lastRow = Math.min(target.height, Math.ceil(box.bottom * scale));
  const first = Math.max(0, Math.floor(box.left * scale));
  const last = Math.min(target.width, Math.ceil(box.right * scale));
  for (let row = firstRow; row < lastRow; row += 1) {
    for (let column = first; column < last; column += 1) {
      const x = (column + 0.5) / scale - e;
      const y = (row + 0.5) / scale - f;
      const sourceColumn = Math.floor(((d * x - c * y) / area) * source.width);
      const sourceRow = Math.floor((1 - (a * y - b * x) / area) * source.height);
      if (sourceColumn < 0 || sourceColumn >= source.width || sourceRow < 0 || sourceRow >= source.height) continue;
      const at = row * target.width + column;
      // Strips and layers only ever add ink.
      target.pixels[at] = Math.min(
        target.pixels[at] ?? 255,
        source.pixels[sourceRow * source.width + sourceColumn] ?? 255,
      );
    }
  }
}

function greyOf({ width, height, data: bytes }: PictureContent): Grey | null {
  const size = width * height;
  if (!(size > 0) || size > LARGEST_PICTURE) return null;
  const pixels = new Uint8Array(size);
  const channels = bytes.length / size;
  if (channels === 1) pixels.set(bytes);
  else if (channels === 3 || channels === 4) {
    for (let at = 0, from = 0; at < size; at += 1, from += channels) {
      pixels[at] = (299 * (bytes[from] ?? 0) + 587 * (bytes[from + 1] ?? 0) + 114 * (bytes[from + 2] ?? 0)) / 1000;
    }
  } else {
    // One bit for each pixel, with rows padded to whole bytes.
    const rowBytes = Math.ceil(width / 8);
    if (bytes.length < rowBytes * height) return null;
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        const bit = ((bytes[row * rowBytes + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1;
        pixels[row * width + column] = bit * 255;
      }
    }
  }
  return { pixels, width, height };
}
