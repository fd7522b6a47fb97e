import { describe, expect, it } from "vitest";
import type { NoteFacts } from "@/lib/record/derived-filing";
import type { Implausible } from "@/lib/record/implausible";
import type { Disclaimer, StatedFacts } from "@/lib/record/stated-facts";
import { headlineForTest as headline, type Short } from "@/testing/headline-for-test";
import { saxonRows } from "@/testing/row-for-test";

const sale: Short = {
  transactionCode: "S",
  transactionShares: "7500",
  acquiredDisposedCode: "D",
  pricePerShare: "64.87",
};

const IMPLAUSIBLE_PRICE: Implausible = {
  field: "pricePerShare",
  reason: "other trades",
  cause: "total",
  comparedWith: { amount: "64.87", times: "7500", trades: 2, footnoteId: null },
};

describe("the headline of a filing", () => {
  it("counts rows from paper whose figures are uncertain, but does not describe them", () => {
    expect(headline([sale, { ...sale, transactionShares: "9", uncertain: ["transactionShares"] }])).toBe(
      "Ingrid Tollefsen sold 7,500 Kestrel Grid Systems shares at $64.87 and reported a transaction with an unread or uncertain figure",
    );
    expect(
      headline([
        { ...sale, unread: ["pricePerShare"] },
        { ...sale, unread: ["transactionDate"] },
      ]),
    ).toBe("Ingrid Tollefsen reported 2 transactions with unread or uncertain figures");
  });

  it("states the currency of a price that is not in US dollars, and no price if the currencies of rows differ", () => {
    const inDollars = { ...sale, line: 2 };
    expect(headline([sale], { currencies: new Map([["I-1", "CAD"]]) })).toBe(
      "Ingrid Tollefsen sold 7,500 Kestrel Grid Systems shares at CAD 64.87",
    );
    expect(headline([sale, inDollars], { currencies: new Map([["I-1", "CAD"]]) })).toBe(
      "Ingrid Tollefsen sold 15,000 Kestrel Grid Systems shares",
    );
  });

  it("counts rows with an implausible price, but does not repeat them", () => {
    const implausible = new Map([["I-2", IMPLAUSIBLE_PRICE]]);
    expect(headline([sale, { ...sale, pricePerShare: "486525" }], { implausible })).toBe(
      "Ingrid Tollefsen sold 7,500 Kestrel Grid Systems shares at $64.87 and reported a transaction with an implausible price",
    );
    expect(headline([{ ...sale, line: 2, pricePerShare: "486525" }], { implausible })).toBe(
      "Ingrid Tollefsen reported a transaction with an implausible price",
    );
  });

  it("follows the order of the form, with the two sides of an exercise once", () => {
    const rows = saxonRows().map(({ row }) => row);
    expect(headline([], { names: ["Michael J. Saxon"], issuer: "AmTrust", rows })).toBe(
      "Michael J. Saxon exercised options on 13,200 AmTrust shares at $6.36 and sold 7,663 shares the same day",
    );
  });

  it("adds up rows of one kind, and names a price only if they share it: 7,500 at $64.87", () => {
    expect(headline([sale])).toBe("Ingrid Tollefsen sold 7,500 Kestrel Grid Systems shares at $64.87");
    expect(headline([sale, { ...sale, transactionShares: "2500.5", pricePerShare: "65" }])).toBe(
      "Ingrid Tollefsen sold 10,000.5 Kestrel Grid Systems shares",
    );
  });

  it("does not call the vesting of a stock unit an exercise, or withholding a sale", () => {
    expect(
      headline([
        { transactionCode: "M", transactionShares: "3000", acquiredDisposedCode: "A", pricePerShare: "0" },
        { transactionCode: "F", transactionShares: "1020", acquiredDisposedCode: "D", pricePerShare: "60" },
      ]),
    ).toBe(
      "Ingrid Tollefsen acquired 3,000 Kestrel Grid Systems shares by conversion and had 1,020 shares withheld the same day",
    );
  });

  it("says that code and letter contradict each other instead of calling it a sale", () => {
    expect(headline([{ ...sale, acquiredDisposedCode: "A" }])).toBe(
      "Ingrid Tollefsen reported 7,500 Kestrel Grid Systems shares under code S, marked acquired",
    );
    expect(headline([{ ...sale, acquiredDisposedCode: null }])).toBe(
      "Ingrid Tollefsen reported 7,500 Kestrel Grid Systems shares under code S",
    );
  });

  it("describes options by their underlying shares, and other derivatives by their title", () => {
    const grant: Short = { tableNumber: "II", transactionCode: "A", acquiredDisposedCode: "A" };
    expect(
      headline([
        {
          ...grant,
          securityTitle: "Stock Option (Right to Buy)",
          transactionShares: "500",
          underlyingSecurityShares: "1000",
        },
      ]),
    ).toBe("Ingrid Tollefsen was granted options on 1,000 Kestrel Grid Systems shares");
    expect(
      headline([{ ...grant, securityTitle: "Restricted Stock Units", transactionShares: "500" }], { owners: 2 }),
    ).toBe("Ingrid Tollefsen were granted 500 Restricted Stock Units of Kestrel Grid Systems");
  });

  it("states a value if the form reports no number, and says if an amount is missing", () => {
    const note: Short = { transactionCode: "P", acquiredDisposedCode: "A", securityTitle: "Convertible Note" };
    expect(headline([{ ...note, transactionTotalValue: "30430000.00" }])).toBe(
      "Ingrid Tollefsen bought $30,430,000 of Convertible Note of Kestrel Grid Systems",
    );
    expect(headline([note])).toBe(
      "Ingrid Tollefsen bought an incompletely reported amount of Convertible Note of Kestrel Grid Systems",
    );
  });

  it("stops after three kinds of transactions and counts the rest", () => {
    const kinds = ["P", "S", "G", "J"].map(
      (code): Short => ({
        ...sale,
        transactionCode: code,
        acquiredDisposedCode: code === "P" ? "A" : "D",
        transactionDate: code === "P" ? "2025-06-09" : "2025-06-10",
      }),
    );
    expect(headline(kinds)).toBe(
      "Ingrid Tollefsen bought 7,500 Kestrel Grid Systems shares at $64.87, sold 7,500 shares at $64.87 and reported 2 more transactions",
    );
  });
});

describe("the headline of a filing with indirect rows", () => {
  const FUND = "Thornlea Capital Partners V, L.P.";
  const named = (name: string, disclaimer?: Disclaimer): StatedFacts => ({
    holders: { value: [{ name, kind: "partnership", role: null }], spans: [] },
    ...(disclaimer && { disclaimer: { value: disclaimer, spans: [] } }),
  });
  const facts: NoteFacts = new Map([
    ["F1", named(FUND, "full")],
    ["F2", named("Thornlea Capital Partners V Parallel, L.P.", "full")],
    ["F3", named("Marsh Family Trust")],
  ]);
  const indirect = (row: Short, nature: string | null, note?: string): Short => ({
    ...row,
    directOrIndirect: "I",
    natureOfOwnership: note === undefined ? nature : [nature, note],
  });
  const told = (rows: Short[], other: Parameters<typeof headline>[1] = {}) =>
    headline(rows, { names: ["Esperanza T. Plimpton"], issuer: "Marrowgate Security", facts, ...other });

  it("attributes the sale of two funds to the funds: 10,000,000 + 379,737 shares", () => {
    const rows = [
      indirect({ ...sale, transactionShares: "10000000", pricePerShare: null }, "See Footnotes", "F1"),
      indirect({ ...sale, transactionShares: "379737", pricePerShare: null }, "See Footnotes", "F2"),
    ];
    expect(told(rows)).toBe(
      "Two Thornlea funds sold 10.4 million Marrowgate Security shares, reported by director Esperanza T. Plimpton, who disclaims ownership",
    );
  });

  it("says that a sale was part of an underwritten offering, if a note on every row says so", () => {
    const offering: NoteFacts = new Map([["F9", { underwritten: { value: true, spans: [] } }]]);
    const offered: Short = { ...sale, transactionShares: ["7500", "F9"] };
    expect(told([offered], { facts: offering })).toBe(
      "Esperanza T. Plimpton sold 7,500 Marrowgate Security shares at $64.87 in an underwritten offering",
    );
    expect(told([offered, sale], { facts: offering })).not.toContain("offering");
  });

  it("says who reports jointly with the holder, and does not say which of them disclaims ownership", () => {
    const names = [FUND, "Thornlea Capital Partners GP, LLC", "Esperanza T. Plimpton"];
    expect(told([indirect(sale, "See Footnotes", "F1")], { names, owners: 3, role: null })).toBe(
      `${FUND} sold 7,500 Marrowgate Security shares at $64.87, reported jointly with Thornlea Capital Partners GP, LLC and Esperanza T. Plimpton`,
    );
    expect(told([indirect(sale, "See Footnotes", "F1")], { names: names.slice(1), owners: 2, role: null })).toBe(
      `${FUND} sold 7,500 Marrowgate Security shares at $64.87, reported by Thornlea Capital Partners GP, LLC and Esperanza T. Plimpton`,
    );
  });

  it("does not say who sold if the holder is unknown", () => {
    expect(told([indirect(sale, "By Trust")])).toBe(
      "Esperanza T. Plimpton reported a sale of 7,500 Marrowgate Security shares held indirectly (by Trust) at $64.87",
    );
    expect(told([indirect(sale, "See footnote")])).toBe(
      "Esperanza T. Plimpton reported a sale of 7,500 Marrowgate Security shares held indirectly at $64.87",
    );
  });

  it("leads with the person in a mixed filing, and names the holder of the other row", () => {
    expect(told([sale, indirect({ ...sale, transactionShares: "200" }, "See footnote", "F3")])).toBe(
      "Esperanza T. Plimpton sold 7,500 Marrowgate Security shares at $64.87 and reported a sale of 200 shares held by Marsh Family Trust at $64.87 the same day",
    );
  });

  it("does not attribute one holder's trade to another", () => {
    const bought = indirect({ ...sale, transactionCode: "P", acquiredDisposedCode: "A" }, "See footnote", "F3");
    expect(told([bought, indirect(sale, "See footnote", "F1")])).toBe(
      `Esperanza T. Plimpton reported a purchase of 7,500 Marrowgate Security shares held by Marsh Family Trust at $64.87 and a sale of 7,500 shares held by ${FUND} at $64.87 the same day`,
    );
  });

  it("calls only what an owner acquires from the issuer for nothing a grant: others got it in a merger, or for a price", () => {
    const acquired: Short = { ...sale, transactionCode: "A", acquiredDisposedCode: "A" };
    expect(told([indirect({ ...acquired, pricePerShare: null }, "See footnote", "F1")])).toBe(
      `${FUND} acquired 7,500 Marrowgate Security shares from the issuer, reported by director Esperanza T. Plimpton, who disclaims ownership`,
    );
    expect(told([indirect(acquired, "See footnote", "F3")])).toBe(
      "Marsh Family Trust acquired 7,500 Marrowgate Security shares from the issuer (price stated: $64.87), reported by director Esperanza T. Plimpton",
    );
    expect(told([indirect(acquired, "By Trust")])).toBe(
      "Esperanza T. Plimpton reported an acquisition from the issuer of 7,500 Marrowgate Security shares held indirectly (by Trust) (price stated: $64.87)",
    );
    expect(told([acquired])).toBe(
      "Esperanza T. Plimpton acquired 7,500 Marrowgate Security shares from the issuer (price stated: $64.87)",
    );
    for (const pricePerShare of [null, "0"])
      expect(told([{ ...acquired, pricePerShare }])).toBe(
        "Esperanza T. Plimpton was granted 7,500 Marrowgate Security shares",
      );
  });

  const gift: Short = { transactionCode: "G", transactionShares: "3690", pricePerShare: "0" };
  const given: Short = { ...gift, acquiredDisposedCode: "D" };
  const received: Short = { ...gift, acquiredDisposedCode: "A" };

  it("calls a move into one's own trust a transfer, not a gift given and received", () => {
    expect(told([given, indirect(received, "by trust", "F3")])).toBe(
      "Esperanza T. Plimpton transferred 3,690 Marrowgate Security shares to Marsh Family Trust",
    );
    expect(told([given, indirect(received, "By Trust")])).toBe(
      "Esperanza T. Plimpton transferred 3,690 Marrowgate Security shares to indirect ownership (by Trust)",
    );
    expect(told([indirect(given, "By Trust", "F3"), received])).toBe(
      "Esperanza T. Plimpton transferred 3,690 Marrowgate Security shares from Marsh Family Trust to direct ownership",
    );
    expect(told([indirect(given, "See note", "F1"), indirect(received, "By Trust", "F3")])).toBe(
      `Esperanza T. Plimpton reported a transfer of 3,690 Marrowgate Security shares from ${FUND} to Marsh Family Trust`,
    );
  });

  it("follows a footnote that calls a gift a transfer, unless a footnote calls it a gift", () => {
    const transfer: StatedFacts = { transfer: { value: { kind: "to_trust" }, spans: [] } };
    const giving: StatedFacts = { gift: { value: { to: "trust" }, spans: [] } };
    const row: Short = { ...given, transactionShares: ["3690", "F1"] };
    expect(told([row], { facts: new Map([["F1", transfer]]) })).toBe(
      "Esperanza T. Plimpton transferred 3,690 Marrowgate Security shares to a trust",
    );
    expect(told([row], { facts: new Map([["F1", { ...transfer, ...giving }]]) })).toBe(
      "Esperanza T. Plimpton gave 3,690 Marrowgate Security shares as a gift",
    );
  });
});

describe("a filing without a transaction", () => {
  it("says what it reports as owned", () => {
    const holding: Short = { kind: "holding", sharesOwnedFollowing: "57864" };
    expect(headline([holding], { documentType: "3" })).toBe(
      "Ingrid Tollefsen reported an initial holding of 57,864 shares of Common Stock of Kestrel Grid Systems",
    );
    expect(headline([holding, holding, { ...holding, tableNumber: "II" }], { documentType: "3" })).toBe(
      "Ingrid Tollefsen reported 3 initial holdings in Kestrel Grid Systems, one of them a derivative",
    );
  });

  it("says what a derivative is for", () => {
    const options: Short = {
      kind: "holding",
      tableNumber: "II",
      securityTitle: "Stock Option (right to buy)",
      sharesOwnedFollowing: "9000",
      underlyingSecurityTitle: "Common Stock",
      underlyingSecurityShares: "4500",
    };
    expect(headline([options], { documentType: "3" })).toBe(
      "Ingrid Tollefsen reported an initial holding of 9,000 Stock Options (right to buy) for 4,500 shares of Common Stock of Kestrel Grid Systems",
    );
    expect(headline([{ ...options, sharesOwnedFollowing: null }], { documentType: "3" })).toBe(
      "Ingrid Tollefsen reported an initial holding of Stock Option (right to buy) for 4,500 shares of Common Stock of Kestrel Grid Systems",
    );
  });

  it("states no number that was read with doubt", () => {
    const holding: Short = { kind: "holding", sharesOwnedFollowing: "57864", uncertain: ["sharesOwnedFollowing"] };
    expect(headline([holding], { documentType: "3" })).toBe(
      "Ingrid Tollefsen reported 1 initial holding in Kestrel Grid Systems",
    );
  });

  it("says that the box for no securities is checked, but only if it is", () => {
    expect(headline([], { documentType: "3", noSecuritiesOwned: true })).toBe(
      "Ingrid Tollefsen reported owning no securities of Kestrel Grid Systems",
    );
    expect(headline([])).toBe("Ingrid Tollefsen reported no transactions or holdings in Kestrel Grid Systems");
  });
});
