/** A page that has no text of its own, as the picture that fills it: what a reader for scans works on. Pages count from 1. */
export type PageImage = {
  page: number;
  /** In pixels. */
  width: number;
  height: number;
  /** A whole PNG file in 8 bits of grey, not interlaced, upright as the page is shown. */
  png: Uint8Array;
  /** Pixels per inch on the page as printed. */
  dpi: number | null;
};
