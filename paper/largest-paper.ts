/** Bytes of the largest file that is read. A scanned form of 30 pages is about 10 MB. */
export const LARGEST_PAPER = 20_000_000;
