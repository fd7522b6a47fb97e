import type { WrittenMethod } from "@/app/about/methods/methods";

/** What is made of forms that are no XML. */
export const PAPER_METHODS: readonly WrittenMethod[] = [
  {
    id: "paper",
    title: "Forms read from paper",
    text: "A form that is no XML (EDGAR’s page, a PDF, a scan, its text) is read cell by cell, by the columns and boxes of the printed form. A text that cannot be given to one cell with certainty is given to none, and the cell is “unread”; a value that may be wrong is “uncertain” and says why. Then come the checks that a form allows: a balance follows from the one before and the trade, Table I acquires what Table II gives up, a price lies within the range of its note, dates follow each other. A check confirms or contradicts what was read and never makes a value; on a scan, what a check contradicts is uncertain.",
    source: "the file alone. The filing’s page shows its text, and each value leads to the line in which it was read.",
    limits: [
      "Rows with an unread or uncertain date, code, letter, amount or price are left out of totals, which say how many.",
      "Paper does not say who is who: issuer and owners are tied to known ones by CIK, by symbol and name, or by name and address, and by no likeness of names. A name that looks damaged stands as it was read, with what it may be beside it.",
      "A value that a person corrected says so, with what was read.",
      "When the XML of the same filing comes, it takes the reading’s place, and the differences are listed.",
    ],
  },
];
