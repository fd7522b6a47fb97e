import { expect } from "vitest";
import {
  ALBRECHTSEN,
  ALDERGATE,
  AMBERWICK,
  GOTTSCHALK,
  HELIONYX,
  JOINT_SALE,
  type Question,
  SALES,
  YARBOROUGH,
} from "./asked";

const CLAIM = { insider: GOTTSCHALK, issuer: AMBERWICK, code: "S" };
const NOVEMBER = { from: "2018-11-01", to: "2018-11-30" };

/** Whether a sentence agrees with the filings. */
export const CLAIMS: Question[] = [
  // Lakshmi Gottschalk, Amberwick Biologics.
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
  // 7,268 + 4,732.
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
  // Adaeze Yarborough, Helionyx Photonics.
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
  // Hana Albrechtsen, Aldergate Packaging.
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
];
