import { parseCursor, printCursor } from "@/lib/filters/cursor";
import type { NoteCursor } from "./note-search";

/** As printed in an address. */
export function printNoteCursor({ position, rank, ...filing }: NoteCursor): string {
  const place = `${printCursor(filing)}.${position}`;
  return rank === null ? place : `${place}.${rank}`;
}

export function parseNoteCursor(text: string): NoteCursor | null {
  const [, filing = "", position = "", rank] =
    /^([\w-]+)\.(\d{1,5})(?:\.(\d{1,3}(?:\.\d{1,20})?(?:e-\d{1,2})?))?$/.exec(text) ?? [];
  const place = parseCursor(filing);
  return place && Number(position) <= MOST_POSITION
    ? { ...place, position: Number(position), rank: rank === undefined ? null : Number(rank) }
    : null;
}

/** The maximum of a `smallint`. */
const MOST_POSITION = 32_767;
