import { describe, expect, it } from "vitest";
import type { DocumentRow, OwnershipDocument } from "@/lib/edgar/ownership-document";
import { checksOf } from "./checks-of";

const field = (value: string | null, footnotes: string[] = []) => ({ value, footnotes });

function trade(
  line: number,
  code: string,
  letter: string,
  shares: string,
  owned: string,
  more: object = {},
): DocumentRow {
  return {
    kind: "transaction",
    line,
    securityTitle: field("Common Stock"),
    transactionDate: field("2013-07-15"),
    transactionCoding: { transactionCode: code },
    transactionAmounts: {
      transactionShares: field(shares),
      transactionAcquiredDisposedCode: field(letter),
    },
    postTransactionAmounts: { sharesOwnedFollowingTransaction: field(owned) },
    ownershipNature: { directOrIndirectOwnership: field("D") },
    ...more,
  };
}

const document = (parts: Partial<OwnershipDocument>): OwnershipDocument => ({
  documentType: "4",
  periodOfReport: null,
  reportingOwner: [],
  nonDerivativeTable: [],
  derivativeTable: [],
  footnotes: [],
  ownerSignature: [],
  ...parts,
});

const told = (parts: Partial<OwnershipDocument>) =>
  checksOf(document(parts)).map(({ outcome, message }) => `${outcome}: ${message}`);

describe("balances of neighbouring rows", () => {
  it("follow from the trades", () => {
    // 167,577 − 5,688 = 161,889; 161,889 − 1,975 = 159,914
    const rows = [
      trade(1, "M", "A", "13200", "167577"),
      trade(2, "S", "D", "5688", "161889"),
      trade(3, "S", "D", "1975", "159914"),
    ];
    expect(told({ nonDerivativeTable: rows })).toEqual([
      "confirmed: 167,577 − 5,688 = 161,889",
      "confirmed: 161,889 − 1,975 = 159,914",
    ]);
  });

  it("also follow if the newest trade comes first", () => {
    const rows = [trade(1, "S", "D", "1975", "159914"), trade(2, "S", "D", "5688", "161889")];
    expect(told({ nonDerivativeTable: rows })).toEqual(["confirmed: 161,889 − 1,975 = 159,914"]);
  });

  it("are not compared across vehicles", () => {
    const indirect = {
      ownershipNature: { directOrIndirectOwnership: field("I"), natureOfOwnership: field("By Trust") },
    };
    const rows = [trade(1, "S", "D", "5", "10"), trade(2, "S", "D", "5", "100", indirect)];
    expect(told({ nonDerivativeTable: rows })).toEqual([]);
  });
});

describe("an exercise", () => {
  const option: DocumentRow = {
    ...trade(1, "M", "D", "13200", "0"),
    underlyingSecurity: { underlyingSecurityShares: field("13200") },
  };

  it("is confirmed if Table I acquires what Table II disposes of", () => {
    const rows = { nonDerivativeTable: [trade(1, "M", "A", "13200", "167577")], derivativeTable: [option] };
    expect(told(rows)).toEqual([
      "confirmed: Table I acquires 13,200 by code M on 2013-07-15, and Table II gives as many",
    ]);
  });

  it("is reported if the two tables disagree", () => {
    const rows = { nonDerivativeTable: [trade(1, "M", "A", "18200", "167577")], derivativeTable: [option] };
    expect(told(rows)).toEqual([
      "contradicted: Table I acquires 18,200 by code M on 2013-07-15, and Table II gives 13,200",
    ]);
  });
});

describe("a price", () => {
  const priced = (price: string) =>
    trade(1, "S", "D", "5688", "161889", {
      transactionAmounts: { transactionPricePerShare: field(price, ["F3"]) },
    });
  const footnotes = [
    { id: "F3", text: "A weighted average price. These shares were sold at prices ranging from $39.00 to $39.07." },
  ];

  it("is checked against the range in its footnote", () => {
    expect(told({ nonDerivativeTable: [priced("39.0616")], footnotes })).toEqual([
      "confirmed: the price 39.0616 lies within 39.00 to 39.07 of its note",
    ]);
    expect(told({ nonDerivativeTable: [priced("89.0616")], footnotes })).toEqual([
      "contradicted: the price 89.0616 does not lie within 39.00 to 39.07 of its note",
    ]);
  });
});

describe("dates", () => {
  it("box 3 of a Form 4 must be the earliest transaction, and no signature may be earlier than the last", () => {
    const rows = { nonDerivativeTable: [trade(1, "S", "D", "1", "1")], periodOfReport: "2013-07-15" };
    expect(told({ ...rows, ownerSignature: [{ signatureDate: "2013-07-14" }] })).toEqual([
      "confirmed: the earliest transaction is of 2013-07-15, as box 3 says",
      "contradicted: signed on 2013-07-14, before the last transaction of 2013-07-15",
    ]);
  });
});

it("a footnote that names its own number confirms it", () => {
  const text =
    "information regarding the number of shares sold at each price within the range set forth in footnote 3.";
  expect(told({ footnotes: [{ id: "F3", text }] })).toEqual(["confirmed: note 3 names its own number"]);
  expect(told({ footnotes: [{ id: "F4", text }] })).toEqual([]);
});
