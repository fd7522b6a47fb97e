import type { WrittenMethod } from "@/app/about/methods/methods";
import { FACT_NAMES } from "@/lib/footnotes/fact-names";

const listed = new Intl.ListFormat("en").format(FACT_NAMES.map(({ words }) => words.toLowerCase()));

/** What is derived of notes and remarks. */
export const NOTE_METHODS: readonly WrittenMethod[] = [
  {
    id: "footnotes",
    title: "Facts read from footnotes",
    text: `A note, or the remarks, is read for what it says in so many words: ${listed}. Each fact has a place in the text, and the words are underlined where the note is open. Numbers are taken as they are written and dates only where they are written; nothing is counted out. What a note denies, or tells of another transaction than those reported, is no fact. Notes that were cut by EDGAR’s limit of 1,000 characters and go on in the next are read together. Equal texts state equal facts, so facts are kept by text.`,
    source: "the texts of footnotes and remarks, one at a time; never the tables, and never other filings.",
    limits: [
      "Facts are told from wording alone: a wording that we do not know is no fact, and a sentence with an odd turn may be misread. The note itself stands beside every fact.",
      "The text is shown as filed, and is never corrected.",
      "A fact of a note is one of the rows that cite it, and not always of each of them.",
    ],
  },
  {
    id: "price-ranges",
    title: "Averages and price ranges",
    text: "A price is marked “avg” where a note at the price says that it is an average. The range stands beside it only where the notes at that price state one low and one high and no other, and the price lies between them. A range in US dollars that is wider than $1 is marked: the SEC staff’s letter of June 25, 2008 lets trades of one day stand on one line at their average if their prices lie within $1.",
    source: "the footnotes of transactionPricePerShare.",
    limits: [
      "A range that lies beside its price, as through a slip of the pen, is read in the note but not shown at the price.",
      "Wider than $1 is not to say that a rule was broken: a line may also hold trades that the letter does not speak of.",
    ],
  },
  {
    id: "covers",
    title: "Sold to cover taxes or the exercise price",
    text: "A sale (code S) is told to cover taxes or the exercise price where one of its own notes says that shares were sold for it.",
    source: "all footnotes of the row.",
    limits: ["Not every share of such a row needs to have been sold for it: notes say “partly” as well."],
  },
  {
    id: "note-search",
    title: "Search of footnotes",
    text: "Every note and all remarks are searched, in the words of the filing and by their stems: “vesting” finds “vests”. Best first ranks by how often and how close together the words stand, among the newest 10,000 notes that have them.",
    source: "the texts of footnotes and remarks.",
    limits: [
      "Words that every text has (the, of, and) are passed over, but for their place in a phrase.",
      "Notes of rows that an amendment has replaced are found too, and are marked.",
    ],
  },
];
