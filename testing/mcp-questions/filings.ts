import { expect } from "vitest";
import { SAXON_NUMBER } from "@/lib/record/accession-number";
import { DIRECTOR_SALE, FIRST_REPORT, type Question, row, SALES, TO_TRUST } from "./asked";

/** What one filing says. */
export const ABOUT_FILINGS: Question[] = [
  // Saxon's Form 4 of July 15, 2013, from a scan.
  [
    "Who signed Saxon's form?",
    "filing",
    { accession: SAXON_NUMBER },
    { form: "4", source: "paper", owners: [{ name: "Saxon Michael J" }] },
  ],
  [
    "How many options did Saxon exercise, at what price?",
    "filing",
    { accession: SAXON_NUMBER },
    {
      rows: expect.arrayContaining([
        expect.objectContaining({
          place: `${SAXON_NUMBER}#I-1`,
          facts: expect.objectContaining({
            transactionCode: expect.objectContaining({ value: "M" }),
            transactionShares: expect.objectContaining({ value: "13200" }),
            pricePerShare: expect.objectContaining({ value: "6.36" }),
            sharesOwnedFollowing: expect.objectContaining({ value: "167577" }),
          }),
        }),
      ]),
    },
  ],
  [
    "What did Saxon sell first?",
    "filing",
    { accession: SAXON_NUMBER },
    {
      rows: expect.arrayContaining([
        expect.objectContaining({
          place: `${SAXON_NUMBER}#I-2`,
          facts: expect.objectContaining({
            transactionShares: expect.objectContaining({ value: "5688" }),
            pricePerShare: expect.objectContaining({ value: "39.0616" }),
          }),
        }),
      ]),
    },
  ],
  [
    "What did Saxon sell next, and what was left?",
    "filing",
    { accession: SAXON_NUMBER },
    {
      rows: expect.arrayContaining([
        expect.objectContaining({
          place: `${SAXON_NUMBER}#I-3`,
          facts: expect.objectContaining({
            transactionShares: expect.objectContaining({ value: "1975" }),
            pricePerShare: expect.objectContaining({ value: "40.1352" }),
            sharesOwnedFollowing: expect.objectContaining({ value: "159914" }),
          }),
        }),
      ]),
    },
  ],
  [
    "Was it under a plan? The form has no box, but a footnote says so.",
    "filing",
    { accession: SAXON_NUMBER },
    {
      aff10b5One: null,
      notes: expect.arrayContaining([
        expect.objectContaining({
          text: expect.stringContaining(
            "Rule 10b5-1 trading plan adopted by the reporting person on September 19, 2011",
          ),
        }),
      ]),
    },
  ],
  // Lakshmi Gottschalk, Amberwick Biologics.
  [
    "Over which range of prices?",
    "filing",
    { accession: SALES },
    {
      notes: expect.arrayContaining([
        expect.objectContaining({ place: `${SALES}#F1`, text: expect.stringContaining("between $33.21 and $34.00") }),
      ]),
    },
  ],
  [
    "What did she hold through a trust?",
    "filing",
    { accession: SALES },
    {
      rows: expect.arrayContaining([
        row(`${SALES}#I-3`, { sharesOwnedFollowing: "108339", directOrIndirect: "I", natureOfOwnership: "by Trust" }),
      ]),
    },
  ],
  ["When was it filed?", "filing", { accession: SALES }, { filingDate: "2018-11-13", periodOfReport: "2018-11-08" }],
  // November 8 is a Thursday. November 12, Veterans Day observed, is no business day, so the 13th is the second one.
  ["Was it on time?", "filing", { accession: SALES }, { lateness: { days: 2, due: "2018-11-13", late: false } }],
  // Adaeze Yarborough and Calvin Lindqvist, Helionyx Photonics.
  [
    "What did she give to her trust?",
    "filing",
    { accession: TO_TRUST },
    {
      rows: [
        row(`${TO_TRUST}#I-1`, { transactionShares: "1800", acquiredDisposedCode: "D", sharesOwnedFollowing: "43844" }),
        row(`${TO_TRUST}#I-2`, { transactionShares: "1800", acquiredDisposedCode: "A", sharesOwnedFollowing: "11613" }),
      ],
    },
  ],
  // 9,813 + 1,800 = 11,613, and no price is reported for a gift.
  [
    "At what price? None is reported, which is not zero.",
    "filing",
    { accession: TO_TRUST },
    { rows: [{ facts: { pricePerShare: { value: null, asFiled: null, footnotes: ["F1"] } } }, {}] },
  ],
  [
    "What did Lindqvist own when he became a director?",
    "filing",
    { accession: FIRST_REPORT },
    { form: "3", noSecuritiesOwned: true, rows: [], extent: { of: 0, complete: true } },
  ],
  // Hana Albrechtsen, Aldergate Packaging.
  [
    "Was the box checked? It was left unchecked.",
    "filing",
    { accession: DIRECTOR_SALE },
    { aff10b5One: false, rows: [{ derived: { plan: { state: "not indicated" }, value: "17528" } }] },
  ],
];
