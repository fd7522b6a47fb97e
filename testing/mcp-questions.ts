import { expect } from "vitest";
import { SAXON_NUMBER } from "@/lib/record/accession-number";

// Questions to the tools, each answered by reading the XML in sample/filings.zip, or sample/saxon-form4.txt, with the sums by hand.

const AMBERWICK = "9900000060";
const GOTTSCHALK = "9910000610";
const HELIONYX = "9900000007";
const YARBOROUGH = "9910000078";
const ALDERGATE = "9900000030";
const ALBRECHTSEN = "9910000317";
const CLAIM = { insider: GOTTSCHALK, issuer: AMBERWICK, code: "S" };
const NOVEMBER = { from: "2018-11-01", to: "2018-11-30" };

/** What an answer must contain. */
const row = (place: string, facts: Record<string, string>, status = "counted") =>
  expect.objectContaining({
    place,
    url: `http://localhost:3000/filings/${place}`,
    status,
    facts: expect.objectContaining(
      Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [name, expect.objectContaining({ value, asFiled: value })]),
      ),
    ),
  });
const withRows = (...rows: unknown[]) => ({
  filings: expect.arrayContaining(rows.map((one) => expect.objectContaining({ rows: expect.arrayContaining([one]) }))),
});

const SALES = "9999000001-18-000206";
const GIFTS = "9999000001-18-000207";
const PURCHASE = "9999000001-20-000183";
const TO_TRUST = "9999000001-20-001131";
const DIRECTOR_SALE = "9999000001-25-000322";
const FIRST_REPORT = "9999000001-25-000016";

// Filed by CIKs 9910000394 and 9910000396 together.
const JOINT_SALE = "9999000001-22-000464";

/** What is asked, of which tool, with which arguments, and what its answer has. */
export const QUESTIONS: [question: string, tool: string, asked: Record<string, unknown>, answer: object][] = [
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
  [
    "She sold 7,268 shares in November 2018.",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, shares: "7268" },
    { verdict: "confirmed", places: [{ place: `${SALES}#I-1` }] },
  ],
  [
    "She sold 12,000 shares in November 2018.",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, shares: "12000" },
    { verdict: "confirmed", places: [{ place: `${SALES}#I-1` }, { place: `${SALES}#I-2` }] },
  ],
  [
    "She sold 5,000 shares in November 2018.",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, shares: "5000" },
    { verdict: "differs" },
  ],
  [
    "She sold 7,268 shares at $34.",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, shares: "7268", price: "34" },
    { verdict: "differs" },
  ],
  [
    "She sold 7,268 shares under a plan.",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, shares: "7268", underPlan: true },
    { verdict: "partly" },
  ],
  [
    "She sold 7,268 shares, not under a plan.",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, shares: "7268", underPlan: false },
    { verdict: "partly" },
  ],
  // 7,268 + 4,732, as above.
  [
    "How much of the month is that?",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, shares: "7268" },
    { points: [{ why: "1 of 2 such rows on these days. All 2 in this security add up to 12000 shares." }, {}] },
  ],
  [
    "She sold 7,268 shares on November 9, a day too late.",
    "check_claim",
    { ...CLAIM, from: "2018-11-09", to: "2018-11-09", shares: "7268" },
    {
      verdict: "differs",
      points: [
        { point: "trade", agreement: "differs" },
        {
          point: "day",
          agreement: "differs",
          why: "Such a trade is reported for another day: 2018-11-08, filed on 2018-11-13.",
        },
        { point: "shares", agreement: "agrees" },
      ],
      places: [{ place: `${SALES}#I-1` }],
    },
  ],
  [
    "She sold 12,000 shares on November 13, the day of the filing.",
    "check_claim",
    { ...CLAIM, from: "2018-11-13", to: "2018-11-13", shares: "12000" },
    { verdict: "differs", places: [{ place: `${SALES}#I-1` }, { place: `${SALES}#I-2` }] },
  ],
  [
    "She sold 7,268 shares in October 2018.",
    "check_claim",
    { ...CLAIM, from: "2018-10-01", to: "2018-10-31", shares: "7268" },
    { verdict: "not found", places: [] },
  ],
  [
    "One of two owners who file together sold 97,000 shares on April 25, 2022.",
    "check_claim",
    {
      insider: "9910000394",
      issuer: "9900000037",
      code: "S",
      from: "2022-04-25",
      to: "2022-04-25",
      shares: "97000",
    },
    {
      verdict: "partly",
      points: [
        { point: "trade", agreement: "agrees" },
        {
          point: "owner",
          agreement: "not known",
          why: expect.stringMatching(
            /^Several owners filed this together \(9910000394, 9910000396\), and a row does not say/,
          ),
        },
        { point: "shares", agreement: "agrees" },
      ],
      places: [{ place: `${JOINT_SALE}#I-1` }],
    },
  ],
  [
    "She sold in December 2018.",
    "check_claim",
    { ...CLAIM, from: "2018-12-01", to: "2018-12-31" },
    { verdict: "not found", places: [] },
  ],
  ["She bought in November 2018.", "check_claim", { ...CLAIM, ...NOVEMBER, code: "P" }, { verdict: "not found" }],
  [
    "She gave 3,500 shares on November 13.",
    "check_claim",
    { ...CLAIM, code: "G", from: "2018-11-13", to: "2018-11-13", shares: "3500" },
    { verdict: "confirmed" },
  ],
  [
    "Someone without filings sold Amberwick.",
    "check_claim",
    { ...CLAIM, ...NOVEMBER, insider: "9910099999" },
    { verdict: "outside the record", filingsRead: 0 },
  ],
  // Adaeze Yarborough and Calvin Lindqvist, Helionyx Photonics.
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
  [
    "She bought 2,000 shares at $6.09 on February 10, 2020.",
    "check_claim",
    {
      insider: YARBOROUGH,
      issuer: HELIONYX,
      code: "P",
      from: "2020-02-10",
      to: "2020-02-10",
      shares: "2000",
      price: "6.09",
    },
    { verdict: "confirmed" },
  ],
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
    "What did Albrechtsen sell?",
    "screen",
    { insider: ALBRECHTSEN, code: "S" },
    withRows(
      row(`${DIRECTOR_SALE}#I-1`, { transactionShares: "400", pricePerShare: "43.82", sharesOwnedFollowing: "4221" }),
    ),
  ],
  [
    "Was the box checked? It was left unchecked.",
    "filing",
    { accession: DIRECTOR_SALE },
    { aff10b5One: false, rows: [{ derived: { plan: { state: "not indicated" }, value: "17528" } }] },
  ],
  [
    "She sold 400 shares, not under a plan.",
    "check_claim",
    {
      insider: ALBRECHTSEN,
      issuer: ALDERGATE,
      code: "S",
      from: "2025-04-01",
      to: "2025-04-30",
      shares: "400",
      underPlan: false,
    },
    { verdict: "partly" },
  ],
  [
    "Which days are held? Only invented filings and one from paper are.",
    "coverage",
    {},
    { counts: { filings: 8 }, record: { hasSample: true } },
  ],
  [
    "Is a filing of Apple's held?",
    "find",
    { q: "0000320193-25-000012" },
    { filings: [], notHeld: { what: "filing 0000320193-25-000012" } },
  ],
];

/** The filings of the sample that the questions are about, besides Saxon's. */
export const ASKED_FILINGS = [SALES, GIFTS, PURCHASE, TO_TRUST, DIRECTOR_SALE, FIRST_REPORT, JOINT_SALE];
