/** A page without text of its own, as the image that fills it, for recognition as a scan. Pages count from 1. */
export type PageImage = {
  page: number;
  /** In pixels. */
  width: number;
  height: number;
  /** A complete PNG file in 8 bits of grey, not interlaced, upright as the page is shown. */
  png: Uint8Array;
  /** Pixels per inch of the printed page. */
  dpi: number | null;
};
