import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => {
  const fact = readFact("transfer", text);
  const [start, end] = fact?.spans[0] ?? [0, 0];
  return fact && `${fact.value.kind} “${text.slice(start, end)}”`;
};
const kind = (text: string) => readFact("transfer", text)?.value.kind ?? null;

describe("marks the words from the movement to the other side", () => {
  test.each([
    [
      "On June 3, 2021 she transferred 500 shares to the Roe Family Trust for no consideration.",
      "to_trust “transferred 500 shares to the Roe Family Trust”",
    ],
    [
      "Represents a pro rata distribution of Class A Stock of the Issuer to partners or members and includes others.",
      "distribution “distribution of Class A Stock of the Issuer to partners or members”",
    ],
    ["Reflects a change in form of beneficial ownership.", "other “change in form of beneficial ownership”"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("kinds", () => {
  test.each([
    ["Includes 900 shares previously held directly that were transferred to The Roe Revocable Trust.", "to_trust"],
    ["Shares transferred to the holder's revocable trust", "to_trust"],
    ["The reporting person contributed these shares to a grantor retained annuity trust.", "to_trust"],
    ["Transfer of shares to a trust for the benefit of his children.", "to_trust"],
    ["Transfer from the reporting person to his children's trusts.", "to_trust"],
    ["Transferred into the Roe 2020 GRAT without consideration.", "to_trust"],
    ["The number of shares owned reflects the transfer of 45,960 shares to the Roe Trust.", "to_trust"],
    ["Shares were assigned to the trustee of the Roe Trust.", "to_trust"],
    ["Shares transferred from the Roe GRAT to the reporting person as an annuity payment.", "from_trust"],
    ["The reporting person received these shares from the Roe 2019 Annuity Trust.", "from_trust"],
    ["Transferred by the Roe Trust to the reporting person.", "from_trust"],
    ["Shares returned to the reporting person by the GRAT.", "from_trust"],
    ["Transferred to the reporting person's spouse for no value.", "to_family"],
    ["The trust transferred 100 shares to each of her children.", "to_family"],
    ["The shares were contributed to Roe Holdings, LLC.", "to_entity"],
    ["Contribution of shares to Roe Family Partners, L.P. in return for units.", "to_entity"],
    ["Shares were transferred to an estate planning vehicle.", "to_entity"],
    ["The shares were transferred from direct ownership to a limited partnership.", "to_entity"],
    ["Transferred from Roe Holdings LLC to the reporting person.", "from_entity"],
    [
      "Received by Roe Seed Fund L.P. as part of a pro rata distribution-in-kind to the limited partners.",
      "distribution",
    ],
    ["Includes transfers of 12,446 shares to Mr. Roe from grantor retained annuity trusts.", "from_trust"],
    ["Reflects the contribution of shares received upon exercise to a revocable trust.", "to_trust"],
    ["Shares acquired upon distribution from Roe Equity Partners II, LP.", "distribution"],
    [
      "On May 3, 2021 the Fund made an in-kind distribution to its limited partners for no consideration.",
      "distribution",
    ],
    [
      "Represents the receipt of 87 shares pursuant to pro rata distributions effected by Roe Ventures to its members.",
      "distribution",
    ],
    ["The fund distributed all of its shares to its partners.", "distribution"],
    ["Shares distributed by Roe Capital Fund, L.P. to the reporting person.", "distribution"],
    [
      "The transaction is a distribution of 210,000 shares, for no consideration, by the Trust to a beneficiary of the Trust.",
      "distribution",
    ],
    ["A pro-rata, in-kind distribution by 2012 Roe Investments LLC to its members.", "distribution"],
    ["PRO RATA DISTRIBUTION IN KIND.", "distribution"],
    ["Transferred to the reporting person's former spouse.", "divorce"],
    ["Shares disposed of pursuant to a domestic relations order.", "divorce"],
    ["Acquired from his ex-wife under a divorce settlement.", "divorce"],
    ["Shares transferred in accordance with a marital settlement agreement.", "divorce"],
    ["Shares inherited from the reporting person's father.", "inheritance"],
    ["Acquired by bequest.", "inheritance"],
    ["Received by the reporting person from the estate of her mother.", "inheritance"],
    [
      "Share numbers reflect changes in form of beneficial ownership for no consideration in exempt transfers.",
      "other",
    ],
    ["The shares were transferred for no consideration.", "other"],
    ["Transfer from direct to indirect ownership.", "other"],
    ["The shares were transferred from an individual account to a joint account with his spouse.", "other"],
    ["A change in form of ownership: the shares were contributed to Roe LLC.", "to_entity"],
  ])("%s", (text, expected) => {
    expect(kind(text)).toBe(expected);
  });
});

describe("nothing moved", () => {
  test.each([
    "Each share of Class B will convert into one share of Class A upon any transfer, whether or not for value.",
    "The shares may not be transferred before the end of the period.",
    "Shares transferred to the Issuer upon forfeiture.",
    "The shares were transferred as a gift to the Roe Family Trust.",
    "The options are not transferable except by will.",
    "Held by the Roe Trust, the transfer agent of which is a bank.",
    "The shares are subject to transfer restrictions.",
    "Received one share of the acquirer for each share in the merger.",
    "The units will be distributed in shares on January 1, 2025.",
    "Distribution of shares from the deferred compensation plan of the issuer.",
    "The stock dividend distributed on August 28, 2020 was a five-for-one split.",
    "Sold in an underwritten public distribution.",
    "Dividend equivalents and distributions on units accrue.",
    "Shares received upon vesting of restricted stock units from the Issuer.",
    "The reporting person transferred the shares at a purchase price of $5.00 to a buyer.",
    "Matching contributions to the 401(k) plan.",
    "The shares vest and are distributed to the reporting person in three instalments.",
    "The reporting person is an employee of the fund and has assigned all rights to the proceeds to the fund.",
    "Each share converts upon a transfer to any person who is not a permitted transferee.",
    "The phantom units were transferred into the deferred compensation account of the issuer.",
    "The pecuniary interest is limited to distributions from the partnership.",
    "No shares were transferred to the trust.",
    "These shares are to be distributed by the fund to its partners.",
    "The units were received as director compensation.",
    "The shares are held by the reporting person's former spouse.",
  ])("%s", (text) => {
    expect(kind(text)).toBeNull();
  });
});
