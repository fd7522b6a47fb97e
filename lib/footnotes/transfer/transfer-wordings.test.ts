import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const read = (text: string) => readFact("transfer", text)?.value.kind ?? null;

describe("wordings of a movement", () => {
  test.each([
    ["As his mother's heir the reporting person became the owner of these shares.", "inheritance"],
    ["The shares would pass to his heirs.", null],
    ["Shares received by the reporting person as beneficiary of his grandmother's estate.", "inheritance"],
    ["Ms. Tang established the Tang May 2024 GRAT and contributed 600,000 shares to it.", "to_trust"],
    ["The shares were previously held by the reporting person's spouse and are now held directly.", "other"],
    ["The shares were previously held by the reporting person's spouse.", null],
    ["The transaction represents a change from indirect ownership to direct ownership.", "other"],
    ["The shares changed from being held directly to being held indirectly.", "other"],
    ["The percentage of indirect ownership changed from 5.1% to 4.9%.", null],
    ["On her death the shares went to the reporting person, her only son.", "inheritance"],
    ["The shares were moved from the reporting person's IRA to a brokerage account in his own name.", "other"],
    ["Shares transferred to the reporting person's revocable trust for estate planning purposes.", "to_trust"],
    ["Transfer of shares from direct ownership to the Roe Family Trust.", "to_trust"],
    ["Represents a transfer for no consideration to a grantor retained annuity trust.", "to_trust"],
    ["Contribution of shares to a GRAT.", "to_trust"],
    [
      "The reporting person transferred these shares to a family trust for no consideration; the reporting person is the trustee.",
      "to_trust",
    ],
    ["Transferred from the Roe GRAT to the reporting person in satisfaction of the annuity payment.", "from_trust"],
    ["Shares transferred from the Roe Trust to the reporting person.", "from_trust"],
    ["Transferred to spouse.", "to_family"],
    ["The reporting person transferred 500 shares to his domestic partner for no consideration.", "to_family"],
    ["Shares transferred to the reporting person's stepson without consideration.", "to_family"],
    ["Shares transferred to her cousins without consideration.", "to_family"],
    ["Shares transferred to the Roe Family Partnership.", "to_entity"],
    ["Transferred, without payment, to the Roe Grandchildren 2014 Trust.", "to_trust"],
    ["Shares contributed to Roe Partners, L.P., in exchange for partnership interests.", "to_entity"],
    ["Transfer to a family limited partnership.", "to_entity"],
    ["Transferred to a limited liability company controlled by the reporting person.", "to_entity"],
    ["Transferred from Roe Capital LLC to the reporting person for no consideration.", "from_entity"],
    [
      "Represents a pro rata distribution by Roe Ventures Fund II, L.P. to its partners without consideration.",
      "distribution",
    ],
    [
      "On May 3, 2021, Roe Ventures II, L.P. distributed 300,000 shares to its limited and general partners on a pro rata basis for no consideration.",
      "distribution",
    ],
    [
      "Represents a pro rata in-kind distribution of shares for no additional consideration by the Fund to its partners.",
      "distribution",
    ],
    ["Shares received in a pro rata distribution from Roe Ventures, L.P.", "distribution"],
    [
      "Shares acquired in a distribution in kind from the Fund, of which the reporting person is a limited partner.",
      "distribution",
    ],
    ["Represents receipt of shares in a pro-rata distribution from Roe GP LLC for no consideration.", "distribution"],
    ["In-kind distribution to members of the LLC.", "distribution"],
    ["Distribution to the beneficiaries of the trust.", "distribution"],
    ["Transferred pursuant to a domestic relations order.", "divorce"],
    ["Shares transferred to former spouse in connection with divorce.", "divorce"],
    [
      "Shares transferred to the reporting person's ex-spouse pursuant to a qualified domestic relations order.",
      "divorce",
    ],
    ["Transfer under a marital settlement agreement.", "divorce"],
    ["Acquired by inheritance.", "inheritance"],
    ["Shares received from the estate of the reporting person's late father.", "inheritance"],
    ["Acquired pursuant to the will of the reporting person's mother.", "inheritance"],
    ["Received by will or the laws of descent and distribution.", "inheritance"],
    ["Change in form of beneficial ownership from indirect to direct.", "other"],
    ["Transfer of shares from one account of the reporting person to another.", "other"],
    [
      "Represents a change in the form of ownership of the reporting person by virtue of the receipt of shares.",
      "other",
    ],
    ["Exempt transfer for no consideration.", "other"],
    ["Transferred from indirect to direct ownership.", "other"],
    ["Transferred to joint account with spouse.", "other"],
    ["Shares were moved to the reporting person's living trust.", "to_trust"],
    ["Re-registered in the name of the Roe Living Trust; no change in pecuniary interest.", "to_trust"],
    ["Funding of a grantor retained annuity trust.", "to_trust"],
    ["Shares placed in a trust for the benefit of the reporting person's children.", "to_trust"],
    ["Contributed to a voting trust.", "to_trust"],
    ["Transfer to GRAT", "to_trust"],
    ["Transfers to two GRATs", "to_trust"],
    ["Shares exchanged with the Roe Trust for assets of equal value. Transfer to the trust.", "to_trust"],
    ["Return of shares from GRAT to grantor.", "from_trust"],
    ["Annuity payment from GRAT.", "from_trust"],
    ["Transfer from revocable trust to the reporting person.", "from_trust"],
    ["Reacquired from a grantor trust by substitution of assets.", "from_trust"],
    ["Transferred without consideration to the reporting person's wife.", "to_family"],
    ["Transfer between spouses: shares transferred to husband.", "to_family"],
    ["Contributed to Roe Investments, LLC in exchange for units.", "to_entity"],
    ["Capital contribution of shares to a partnership.", "to_entity"],
    ["Shares assigned to an affiliated fund.", "to_entity"],
    ["Shares moved to a wholly-owned holding company.", "to_entity"],
    ["Shares transferred from the LLC to its sole member, the reporting person.", "from_entity"],
    ["Moved to direct ownership from Roe Holdings Inc.", "from_entity"],
    ["In-kind distribution by the partnership to its limited partners.", "distribution"],
    ["Distribution from Roe Partners LP to reporting person as limited partner.", "distribution"],
    ["Pro rata distribution to members without consideration.", "distribution"],
    ["Distributed by trust to its beneficiaries upon termination.", "distribution"],
    ["Liquidating distribution from an LLC.", "distribution"],
    ["Received as part of a distribution in kind by the fund.", "distribution"],
    ["Transferred to ex-husband pursuant to a divorce decree.", "divorce"],
    ["Division of marital property.", "divorce"],
    ["Awarded to former wife in dissolution of marriage.", "divorce"],
    ["Transfer incident to divorce.", "divorce"],
    ["QDRO transfer.", "divorce"],
    ["Inheritance from parent.", "inheritance"],
    ["Shares passed to the reporting person on the death of his wife.", "inheritance"],
    ["Shares received as beneficiary of the estate of Jane Roe.", "inheritance"],
    ["Distributed to the reporting person from her father's estate.", "inheritance"],
    ["Transfer upon death of spouse.", "inheritance"],
    ["Transferred between accounts.", "other"],
    ["Shares transferred from 401(k) plan to brokerage account.", "other"],
    ["Change from indirect to direct ownership.", "other"],
    ["Private transfer to a third party for no consideration.", "other"],
    ["Reclassified from indirect to direct ownership.", "other"],
    [
      "Represents shares distributed pro rata for no consideration by Roe Capital Partners IV, L.P. to its general partner and limited partners.",
      "distribution",
    ],
    [
      "On March 1, 2021, Roe IV distributed, for no consideration, 100,000 shares to its limited partners and to Roe GP, its general partner, representing each such partner's pro rata interest.",
      "distribution",
    ],
    [
      "These shares were acquired as a result of a pro rata distribution for no consideration by Roe IV.",
      "distribution",
    ],
    ["Received in liquidation of the partnership as a distribution to its partners.", "distribution"],
    ["The Reporting Person transferred 500 shares to a trust for the benefit of his wife.", "to_trust"],
    ["Transfer of shares by the reporting person to the Roe 2021 Annuity Trust, exempt under Rule 16a-13.", "to_trust"],
    ["Shares were transferred from the GRAT back to the reporting person.", "from_trust"],
    ["Returned from GRAT upon expiration of its term.", "from_trust"],
    ["Shares contributed by the reporting person to Roe Family LLC for no consideration.", "to_entity"],
    ["Reflects a change in the form of beneficial ownership from direct to indirect.", "other"],
    ["Transferred from reporting person's direct holdings to indirect holdings.", "other"],
    ["Shares transferred to the reporting person's former spouse pursuant to a divorce settlement.", "divorce"],
    ["Shares inherited upon the death of the reporting person's father.", "inheritance"],
    ["Contribution to exchange fund trust by the reporting person of 300 shares.", "to_trust"],
    ["Transfer to family limited partnership in exchange for limited partnership interests.", "to_entity"],
    ["The trust contributed its shares to Roe LP, of which it is the sole limited partner.", "to_entity"],
    ["LLC transferred shares to reporting person", "from_entity"],
    ["Change in the form of ownership following the winding up of a custodial account.", "other"],
    ["Pro rata distribution by fund; reporting person received 300 shares.", "distribution"],
    ["300 shares passed out to the members of the LLC on a pro rata basis as a distribution.", "distribution"],
    ["Transfer to former wife under a property settlement.", "divorce"],
    ["Division of marital assets under a court order in the reporting person's divorce", "divorce"],
    ["Received under the will of the reporting person's uncle.", "inheritance"],
    ["Passed by will.", "inheritance"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("no reported movement", () => {
  test.each([
    "Shares transferred to the issuer in payment of taxes.",
    "The shares are freely transferable.",
    "Received one share of common stock for each share of target stock in the merger.",
    "Shares were distributed upon vesting of the RSUs.",
    "Deferred units will be distributed upon retirement.",
    "Shares acquired through dividend distribution reinvestment.",
    "The reporting person is the beneficiary of a trust that received shares in 1999 at formation.",
    "The Class B common stock converts upon transfer.",
    "Assignment of the sale agreement.",
    "The options are transferable only to family members.",
    "The shares were contributed to the company's 401(k) plan.",
    "The securities were distributed in an underwritten offering.",
    "Transferred shares as a gift to his daughter.",
    "Shares transferred to the company stock fund.",
    "Certificate transfer pending.",
    "Pledged to a bank as collateral.",
    "Shares loaned under a share lending agreement.",
    "Sold in a private transaction to a third party at $5.00 per share.",
    "Contribution of capital to the fund.",
    "Received from the issuer as a stock dividend.",
    "Received on conversion of notes.",
    "Assignment of voting rights by proxy.",
    "No consideration was paid. Shares received as a stock award.",
    "The reporting person received the shares as merger consideration.",
    "Reporting person received shares in exchange for his units in Roe Holdings LLC pursuant to the merger agreement.",
    "The issuer's transfer agent recorded the cancellation.",
    "Rights to acquire shares were assigned no value.",
    "Units contributed under the issuer's deferred compensation plan.",
    "Shares moved in price.",
    "The RSUs will be returned to the plan.",
    "The reporting person is assigned to the board by the fund.",
    "Shares delivered to the underwriters on closing.",
    "Shares deposited with the escrow agent.",
    "Units exchanged for shares under the exchange agreement.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("securities that came back", () => {
  test.each([
    ["Shares returned to the reporting person by the family partnership upon its dissolution.", "from_entity"],
    ["Returned to reporting person by an LLC he controls.", "from_entity"],
    ["Returned to the reporting person by the GRAT as an annuity payment.", "from_trust"],
    ["Shares released to the reporting person by the trust on its termination.", "from_trust"],
    ["Shares reverted to the undersigned from Roe Holdings LLC.", "from_entity"],
    ["Roe Partners LP returned these shares to the reporting person.", "from_entity"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("securities that did not move", () => {
  test.each([
    "Shares returned to the reporting person by his broker after a loan.",
    "Shares returned to the issuer by the partnership.",
  ])("%s", (text) => {
    expect(read(text)).toBeNull();
  });
});

describe("what would follow from a transfer", () => {
  test.each([
    [
      "A Class F share that is given away or transferred to anyone who is not a Qualified Stockholder would become one Class A share.",
      null,
    ],
    ["Any share of Class B stock that is sold or transferred to an outsider becomes one share of Class A stock.", null],
    ["Class F shares that are given away or assigned to anyone else would become Class A shares.", null],
    ["A unit which is transferred to a competitor will lose its vote.", null],
    [
      "Each Class B share, once it is transferred to a person other than a family member, turns into a Class A share.",
      null,
    ],
    ["The shares that were transferred to the Roe Trust became Class A shares.", "to_trust"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe("securities owned directly and formerly indirectly, or the reverse", () => {
  test.each([
    ["These shares were previously reported as indirectly owned and have since become directly owned.", "other"],
    ["Formerly held indirectly, these shares are now owned directly.", "other"],
    ["The shares had been reported as directly held and have become indirectly owned.", "other"],
    ["These securities, previously disclosed as indirect holdings, are now held directly.", "other"],
    ["The shares were once owned indirectly and have since become directly held.", "other"],
    ["The shares were previously reported as directly owned and are still directly owned.", null],
    ["The shares previously reported as indirectly owned are now indirectly owned by another fund.", null],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

test.each([
  [
    "As previously disclosed, in 2021 he contributed 9,000 shares to the Roe GRAT. The Roe GRAT has now distributed 4,000 of them to him.",
    "distribution",
  ],
  ["In a transaction reported on a Form 4 filed May 3, 2021, she transferred the shares to the Roe Trust.", null],
  [
    "As reported on a Form 4, the spouse holds no shares. The reported shares were transferred to the Roe Trust.",
    "to_trust",
  ],
])("a movement reported on another form: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("a transfer between the accounts of one owner is another change in the form of ownership", () => {
  expect(read("Transfer between accounts of the reporting person, with no change in pecuniary interest.")).toBe(
    "other",
  );
});

test("the name of an act is not a transfer", () => {
  expect(read("Held for the reporting person's son in a Uniform Transfers to Minors Act account.")).toBeNull();
});

test.each([
  ["The reporting person withdrew the shares from the Roe Revocable Trust.", "from_trust"],
  ["The reporting person withdrew from the offering.", null],
  ["The shares passed to the reporting person under his late mother's will.", "inheritance"],
  ["Re-registration of the shares into the name of her living trust.", "to_trust"],
  ["The partnership's shares were allocated to its limited partners.", "distribution"],
  ["Shares were allocated to the reporting person's account under the plan.", null],
])("withdrawn, registered or allocated: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["The shares were put into a trust for his children.", "to_trust"],
  ["The shares were put up for sale.", null],
  ["The reporting person's children received the shares from their grandmother's estate.", "inheritance"],
  ["Shares received as a beneficiary on the termination of the Roe Trust.", "distribution"],
  ["Under the plan of liquidation of Roe Holdings LLC the reporting person received 4,100 shares.", "distribution"],
  ["Shares distributed upon termination of a trust of which she was a beneficiary.", "distribution"],
  ["Shares received on the termination of her employment.", null],
  ["Shares moved from joint ownership with spouse to the reporting person alone.", "other"],
  ["Contribution of the shares to the capital of Roe LLC.", "to_entity"],
  ["Shares acquired under the laws of descent and distribution.", "inheritance"],
  ["The option is not transferable except by the laws of descent and distribution.", null],
])("on liquidation, from joint ownership, or to capital: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("a trust with a number gave the shares back", () => {
  expect(read("On January 10, 2011 the Roe GRAT No. 2 transferred 61,000 shares to the reporting person.")).toBe(
    "from_trust",
  );
});

test.each([
  ["Roe Holdings LLC received the shares by transfer from the reporting person.", "to_entity"],
  ["Shares acquired from his company, Roe Consulting Inc., for no consideration.", "from_entity"],
  ["The transfer to the Roe Trust reported earlier did not take place.", null],
  ["His transfer of 500 shares to the Roe Trust was reported on his Form 4 of May 3.", null],
])("received, from a company, or not in this report: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test("reads a movement to somebody who now holds the shares", () => {
  expect(read("The shares were transferred to, and are now held by, Fairlane Partners LP.")).toBe("to_entity");
});

test.each([
  ["He did not receive any of the shares which Alder Ventures III, L.P. distributed to its partners.", null],
  ["She received none of the shares that Alder Fund LP distributed to its limited partners.", null],
  ["He received no consideration for the shares that Alder Fund LP distributed to its partners.", "distribution"],
  ["The Halvorsen 2020 GRAT No. 2 paid an annuity to him in the form of 61,250 shares.", "from_trust"],
  ["The Halvorsen GRAT paid 61,250 shares to the reporting person as its annual annuity.", "from_trust"],
  ["The trust paid cash to the reporting person as an annuity.", null],
])("shares that went to others, and annuities: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Transferred by will upon the death of the reporting person's husband.", "inheritance"],
  ["The shares may be transferred by will or the laws of descent.", null],
  ["Contribution of shares to a charitable remainder trust.", "to_trust"],
  ["Contribution of shares to the Roe Charitable Foundation.", null],
])("a will, and a trust that is charitable in part: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "The LLC sold the shares and distributed the net proceeds to its members.",
  "He distributed the membership interests in Roe LLC, which owns the shares, to his children.",
  "He transferred his membership interest in Roe LLC, which holds 10,000 shares, to a trust.",
])("proceeds and interests are no securities: %s", (text) => {
  expect(read(text)).toBeNull();
});

test.each([
  [
    "Held by the Roe Annuity Trust, which acquired 500 shares from the reporting person by transfer in 2020.",
    "to_trust",
  ],
  [
    "Held by Roe Holdings LLC, which received the shares from the reporting person in a transfer for no value.",
    "to_entity",
  ],
  ["Held by Roe Holdings LLC, which acquired the shares from the reporting person by purchase.", null],
  ["Held by the Roe Trust, which acquired the shares from the Issuer by transfer of a claim.", null],
])("the holder who got the shares, in a relative clause: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Transfer among trusts: 600 shares moved from the Roe Trust to the Roe Exempt Descendants Trust.", "to_trust"],
  ["Shares formerly held in the 401(k) plan were withdrawn in kind on retirement and are now held directly.", "other"],
  ["In-kind withdrawal from the 401(k) plan of shares now held directly.", "other"],
  ["Shares moved from the reporting person's direct ownership to his individual retirement account.", "other"],
  ["Received by the reporting person as beneficiary of his late mother's IRA.", "inheritance"],
  ["He left Roe Partners and received his proportionate share of the stock held by the partnership.", "distribution"],
  ["He received his proportionate share of the cash proceeds.", null],
  ["Shares previously held jointly with spouse, now held individually by the reporting person.", "other"],
  ["Shares formerly held jointly are now included in the total.", null],
  ["Shares transferred to broker for sale.", null],
  ["Transferred to the transfer agent in certificated form.", null],
  ["Units withdrawn from the plan were paid in cash.", null],
  ["Shares withdrawn in kind may be subject to tax.", null],
  [
    "Includes shares held by a GRAT, which were returned to the reporting person in satisfaction of the annuity.",
    "from_trust",
  ],
])("shares that left a plan or a trust: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  [
    "In the spin-off, the reporting person received one share of the Issuer for every three shares of Roe Corp.",
    "distribution",
  ],
  ["Received in the spin-off of the Issuer from Roe Corp.", "distribution"],
  ["In connection with the spin-off, the RSUs were adjusted under the employee matters agreement.", null],
  ["In the spin-off, the reporting person received shares under replacement awards.", null],
  ["The award was granted in connection with the spin-off of the Issuer.", null],
  ["Roe Holdings LLC distributed cash to its members.", null],
])("shares received in a spin-off: %s", (text, expected) => {
  expect(read(text)).toBe(expected);
});
