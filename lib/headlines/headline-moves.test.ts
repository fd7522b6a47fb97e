import { describe, expect, it } from "vitest";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { headlineForTest as headline, type Short } from "@/testing/headline-for-test";

const WHO = "Ingrid Tollefsen";

const row = (transactionCode: string, letter: "A" | "D", shares: string, other: Short = {}): Short => ({
  transactionCode,
  acquiredDisposedCode: letter,
  transactionShares: shares,
  ...other,
});

const held: Short = { directOrIndirect: "I", natureOfOwnership: "By IRA" };
const inTable2: Short = { tableNumber: "II", securityTitle: "Series C Preferred Stock" };
const note = (stated: StatedFacts): NoteFacts => new Map([["F1", stated]]);

describe("a filing with more kinds of transactions than a headline has room for", () => {
  const grant = row("A", "A", "2447");
  const gift = row("G", "D", "500");
  const seriesB = row("C", "D", "40000", { ...inTable2, securityTitle: "Series B Preferred Stock" });
  const seriesC = row("C", "D", "900000", { ...inTable2 });

  it("leads with the largest instead of the first, and counts the rest: 2 rows", () => {
    expect(headline([grant, seriesB, seriesC, gift])).toBe(
      `${WHO} converted 900,000 shares of Series C Preferred Stock of Kestrel Grid Systems, converted 40,000 shares of Series B Preferred Stock and reported 2 more transactions`,
    );
  });

  it("leads with trades in the market, the most valuable first: 100 × $50 is more than 300 × $10", () => {
    expect(
      headline([
        seriesC,
        gift,
        row("S", "D", "300", { pricePerShare: "10" }),
        row("S", "D", "100", { ...held, pricePerShare: "50" }),
      ]),
    ).toBe(
      `${WHO} reported a sale of 100 Kestrel Grid Systems shares held indirectly (by IRA) at $50.00, sold 300 shares at $10.00 and reported 2 more transactions`,
    );
  });
});

it("shares titled only Common are shares", () => {
  expect(headline([row("S", "D", "1500", { securityTitle: "Common" })])).toBe(
    `${WHO} sold 1,500 Kestrel Grid Systems shares`,
  );
});

describe("an exercise or conversion", () => {
  const option = row("M", "D", "500", {
    tableNumber: "II",
    securityTitle: "Stock Option",
    conversionOrExercisePrice: "6.36",
    underlyingSecurityShares: "500",
  });

  it("of the owner's own options is the owner's, though a trust receives the shares", () => {
    const shares = row("M", "A", "500", {
      pricePerShare: "6.36",
      directOrIndirect: "I",
      natureOfOwnership: "By Marsh Family Trust",
    });
    expect(headline([shares, option])).toBe(
      `${WHO} exercised options on 500 Kestrel Grid Systems shares at $6.36 (received by Marsh Family Trust)`,
    );
  });

  it("is only reported by the owner if another holder had the options too", () => {
    const ofTrust: Short = { directOrIndirect: "I", natureOfOwnership: "By IRA" };
    expect(headline([row("M", "A", "500", { pricePerShare: "6.36", ...ofTrust }), { ...option, ...ofTrust }])).toBe(
      `${WHO} reported an exercise of options on 500 Kestrel Grid Systems shares held indirectly (by IRA) at $6.36`,
    );
  });

  it("takes one clause if several series are converted into one class of stock: 300 + 200 = 500", () => {
    expect(
      headline([
        row("C", "A", "500"),
        row("C", "D", "600", { ...inTable2, underlyingSecurityShares: "300" }),
        row("C", "D", "400", { ...inTable2, securityTitle: "Series D", underlyingSecurityShares: "200" }),
      ]),
    ).toBe(`${WHO} acquired 500 Kestrel Grid Systems shares by conversion`);
  });

  it("takes one clause if both sides are in Table II: 72,660 at four for one are 18,165", () => {
    const given = row("C", "D", "72660", { ...inTable2, underlyingSecurityShares: "18165" });
    const received = row("C", "A", "18165", { tableNumber: "II", securityTitle: "Class B Common Stock" });
    expect(headline([given, received])).toBe(
      `${WHO} acquired 18,165 shares of Class B Common Stock of Kestrel Grid Systems by conversion`,
    );
    expect(headline([given, { ...received, transactionShares: "18000" }])).toContain("converted 72,660");
  });
});

describe("what a footnote says about a row", () => {
  const fromIssuer = row("A", "A", "352", { pricePerShare: ["63.79", "F1"] });

  it("makes securities with a price a grant if it calls them an award: the price is what they were worth", () => {
    expect(headline([fromIssuer], { facts: note({ award: { value: "award", spans: [] } }) })).toBe(
      `${WHO} was granted 352 Kestrel Grid Systems shares`,
    );
    expect(headline([fromIssuer])).toBe(
      `${WHO} acquired 352 Kestrel Grid Systems shares from the issuer (price stated: $63.79)`,
    );
  });

  it("says that what others hold was not paid for", () => {
    const facts = note({ award: { value: "no consideration", spans: [] } });
    expect(headline([{ ...fromIssuer, ...held }], { facts })).toBe(
      `${WHO} reported an acquisition from the issuer of 352 Kestrel Grid Systems shares held indirectly (by IRA) without payment (price stated: $63.79)`,
    );
  });

  it("says that code J was a distribution, but not because of a footnote on the balance", () => {
    const facts = note({ transfer: { value: { kind: "distribution" }, spans: [] } });
    const given = row("J", "D", "400", { transactionCodingFootnotes: ["F1"] });
    expect(headline([given], { facts })).toBe(`${WHO} distributed 400 Kestrel Grid Systems shares`);
    expect(headline([{ ...given, acquiredDisposedCode: "A" }], { facts })).toBe(
      `${WHO} received 400 Kestrel Grid Systems shares in a distribution`,
    );
    expect(headline([row("J", "D", "400", { sharesOwnedFollowing: ["0", "F1"] })], { facts })).toBe(
      `${WHO} disposed of 400 Kestrel Grid Systems shares (code J)`,
    );
  });

  it("says that code J was a redemption or a forfeiture", () => {
    const given = row("J", "D", "500", { transactionCodingFootnotes: ["F1"] });
    expect(headline([given], { facts: note({ surrender: { value: "redeemed", spans: [] } }) })).toBe(
      `${WHO} surrendered 500 Kestrel Grid Systems shares for redemption`,
    );
    expect(headline([given], { facts: note({ surrender: { value: "forfeited", spans: [] } }) })).toBe(
      `${WHO} forfeited 500 Kestrel Grid Systems shares`,
    );
  });

  it("says that a price is an average", () => {
    expect(headline([row("S", "D", "1500", { pricePerShare: "66.903" })], { averages: new Set(["I-1"]) })).toBe(
      `${WHO} sold 1,500 Kestrel Grid Systems shares at an average of $66.903`,
    );
  });
});

it("counts gifts: 100 + 250 = 350", () => {
  const gifts = [row("G", "D", "100"), row("G", "D", "250", { transactionDate: "2025-06-12" })];
  expect(headline(gifts)).toBe(`${WHO} gave 350 Kestrel Grid Systems shares in two gifts`);
  expect(headline(gifts.map((gift) => ({ ...gift, ...held })))).toBe(
    `${WHO} reported two gifts, in all 350 Kestrel Grid Systems shares held indirectly (by IRA)`,
  );
});

it("says that a filing is one of several parts, if the remarks do", () => {
  const remarks = "This report is the second of two forms for one day of sales.";
  expect(headline([row("S", "D", "100")], { remarks })).toBe(
    `${WHO} sold 100 Kestrel Grid Systems shares (part 2 of 2)`,
  );
});
