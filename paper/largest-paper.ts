/** Bytes of the largest file that is read: a scanned form of 30 pages has some 10 MB. */
export const LARGEST_PAPER = 20_000_000;
