import type { CodeGroup, MarkFill } from "@/lib/record/transaction-codes";
import type { WalkSeries } from "@/lib/series/holding-walk";
import { endSentence } from "@/lib/values/end-sentence";

/** The size that sites and messengers show without cutting it. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** A code with its mark. */
export type CardMark = { group: CodeGroup; fill: MarkFill; code: string };

/** A column of a card's rows. Widths are in pixels; those of all columns and the gaps between them fill the card. */
export type CardColumn = {
  /** For tables, which have a head. */
  label: string;
  width: number;
  align: "start" | "end";
};

export type CardRow = {
  /** Drawn in front of the second cell. */
  mark: CardMark | null;
  cells: string[];
};

/** The most rows that a card shows. */
export const MOST_ROWS = 5;

export type CardRows = {
  columns: CardColumn[];
  rows: CardRow[];
  /** How many there are; null if there are too many to count. */
  inAll: number | null;
};

/** What a card shows of a page: its finding, and whose and when. */
export type Card = {
  /** The subject, and what else is known about it: "AmTrust Financial Services", "Form 4", "July 15, 2013". */
  eyebrow: [subject: string, ...more: string[]];
  /** The first sentence of the page, or the name of whom it is about. */
  headline: string;
  /** What the page says about that name. */
  sentence: string | null;
  /** "Amended July 20, 2013"; null if it is not. */
  amended: string | null;
  body:
    | { kind: "walk"; walk: WalkSeries; legend: (CardMark & { word: string })[] }
    | ({ kind: "rows" } & CardRows)
    | null;
};

/** The card as a sentence, for readers who cannot see it. */
export const cardInWords = ({ headline, sentence, amended }: Card): string =>
  [sentence === null ? headline : `${headline}: ${sentence}`, amended]
    .flatMap((part) => (part === null ? [] : endSentence(part)))
    .join(" ");
