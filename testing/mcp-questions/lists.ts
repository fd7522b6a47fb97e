import { expect } from "vitest";
import { SAXON_NUMBER } from "@/lib/record/accession-number";
import {
  ALBRECHTSEN,
  AMBERWICK,
  DIRECTOR_SALE,
  GIFTS,
  GOTTSCHALK,
  HELIONYX,
  PURCHASE,
  type Question,
  row,
  SALES,
  withRows,
  YARBOROUGH,
} from "./asked";

/** What is found: names, trades, balances, footnotes, and what is in the record. */
export const ABOUT_LISTS: Question[] = [
  [
    "Which footnotes speak of withholding for income tax?",
    "footnotes",
    { q: "income tax withholding" },
    { extent: { of: 1 }, notes: [{ text: expect.stringContaining("satisfy income tax withholding liabilities") }] },
  ],
  ["Which filings are about Saxon?", "find", { q: "Saxon" }, { filings: [{ accessionNumber: SAXON_NUMBER }] }],
  // Lakshmi Gottschalk, Amberwick Biologics.
  ["Who is Gottschalk?", "find", { q: "Gottschalk" }, { insiders: [{ cik: GOTTSCHALK, role: "CFO and Treasurer" }] }],
  [
    "Which company has the ticker AMBW?",
    "find",
    { q: "AMBW" },
    { issuers: [{ cik: AMBERWICK, name: "Amberwick Biologics, Inc." }] },
  ],
  [
    "What did she sell on November 8, 2018?",
    "screen",
    { insider: GOTTSCHALK, code: "S" },
    {
      extent: { of: 2, complete: true },
      ...withRows(
        row(`${SALES}#I-1`, { transactionShares: "7268", pricePerShare: "33.46" }),
        row(`${SALES}#I-2`, { transactionShares: "4732", pricePerShare: "34.2382" }),
      ),
    },
  ],
  // 7,268 + 4,732; 7,268 × 33.46 = 243,187.28 and 4,732 × 34.2382 = 162,015.1624.
  [
    "How many shares in all, for how much?",
    "screen",
    { insider: GOTTSCHALK, code: "S" },
    { sums: { sold: { rows: 2, shares: "12000", value: "405202.4424" }, bought: { rows: 0, shares: "0" } } },
  ],
  [
    "What did she give?",
    "screen",
    { insider: GOTTSCHALK, code: "G", side: "D" },
    {
      extent: { of: 1 },
      ...withRows(row(`${GIFTS}#I-1`, { transactionShares: "3500", sharesOwnedFollowing: "66597" })),
    },
  ],
  // 108,339 + 3,500.
  [
    "What did the trust hold after the gift?",
    "insider",
    { cik: GOTTSCHALK },
    {
      balances: expect.arrayContaining([
        expect.objectContaining({ balance: "111839", ownership: "I", place: `${GIFTS}#I-2` }),
      ]),
    },
  ],
  [
    "What did she hold herself?",
    "insider",
    { cik: GOTTSCHALK },
    {
      balances: expect.arrayContaining([
        expect.objectContaining({ balance: "66597", ownership: "D", place: `${GIFTS}#I-1` }),
      ]),
    },
  ],
  [
    "Who traded at Amberwick?",
    "issuer",
    { cik: AMBERWICK },
    {
      insiders: { of: 1, rows: [{ cik: GOTTSCHALK, role: "CFO and Treasurer" }] },
      totals: { sales: { events: 2, shares: "12000" }, purchases: { events: 0 } },
    },
  ],
  // Adaeze Yarborough, Helionyx Photonics.
  [
    "What did Yarborough buy?",
    "insider",
    { cik: YARBOROUGH, code: "P" },
    {
      extent: { of: 1 },
      ...withRows(
        row(`${PURCHASE}#I-2`, { transactionShares: "2000", pricePerShare: "6.09", sharesOwnedFollowing: "31707" }),
      ),
    },
  ],
  // 2,000 × 6.09.
  [
    "For how much?",
    "screen",
    { issuer: HELIONYX, code: "P" },
    { sums: { bought: { rows: 1, shares: "2000", value: "12180" } } },
  ],
  [
    "What is the average price made of?",
    "footnotes",
    { q: "5.95", issuer: HELIONYX },
    {
      notes: [
        {
          place: `${PURCHASE}#F2`,
          text: expect.stringContaining("between $5.95 and $6.19"),
          citedBy: [`${PURCHASE}#I-2`],
        },
      ],
    },
  ],
  // Hana Albrechtsen, Aldergate Packaging.
  [
    "What did Albrechtsen sell?",
    "screen",
    { insider: ALBRECHTSEN, code: "S" },
    withRows(
      row(`${DIRECTOR_SALE}#I-1`, { transactionShares: "400", pricePerShare: "43.82", sharesOwnedFollowing: "4221" }),
    ),
  ],
  [
    "Which days are in the record? It has only invented filings and one from paper.",
    "coverage",
    {},
    { counts: { filings: 8 }, record: { hasSample: true } },
  ],
  [
    "Is a filing of Apple's in the record?",
    "find",
    { q: "0000320193-25-000012" },
    { filings: [], notHeld: { what: "filing 0000320193-25-000012" } },
  ],
];
