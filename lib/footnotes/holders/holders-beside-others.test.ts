import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const names = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

describe("a holder with words about others beside it", () => {
  test.each<[string, string[]]>([
    [
      "Tarn Exchange LLC, over whose investments the reporting person has control, received these shares on May 3, 2021.",
      ["Tarn Exchange LLC"],
    ],
    [
      "Tern Partners, L.P., of whose general partner the reporting person is a member, purchased these shares.",
      ["Tern Partners, L.P."],
    ],
    ["The Roe Trust, over whose assets his wife has sole power, owns 5,000 shares.", ["The Roe Trust"]],
    ["Roe One, LLC and Roe Two, LLC, each managed by him, hold the reported shares.", ["Roe One, LLC", "Roe Two, LLC"]],
    ["The Roe Trust and the Doe Trust, both controlled by his wife, own these shares.", ["The Roe Trust", "Doe Trust"]],
    [
      "Roe LP, Doe LP and Poe LP, all advised by Tern Management LLC, hold these shares.",
      ["Roe LP", "Doe LP", "Poe LP"],
    ],
    ["Tern Management LLC, advised by Birch LLP, is the manager of Roe LP. Roe LP holds the shares.", ["Roe LP"]],
    [
      "The fund is the only limited partner of Kite Aggregator (Jersey) L.P., the sole member of Kite Heron LLC, the record holder of the shares.",
      ["Kite Heron LLC"],
    ],
    [
      "Alder GP LLC is the general partner of Alder LP, the managing member of Alder Holdings LLC, the record holder of these shares.",
      ["Alder Holdings LLC"],
    ],
    [
      "The shares were sold by the reporting person's husband from a brokerage account over which she has no control.",
      ["reporting person's husband"],
    ],
    ["The shares were sold by the broker from an account of the reporting person.", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("those who receive", () => {
  test.each<[string, string[]]>([
    ["The Issuer sold to the Roe Trust a warrant exercisable at $1.10 per share.", ["Roe Trust"]],
    ["The Issuer sold to Roe Partners, L.P. 200,000 units at $10.00 per unit.", ["Roe Partners, L.P."]],
    ["The Issuer sold to Birch Bank its London subsidiary.", []],
    ["The Reporting Person sold to the Issuer a warrant for 500 shares.", []],
    [
      "Represents a change in the form of ownership from direct to joint with the reporting person's spouse.",
      ["reporting person's spouse"],
    ],
    [
      "Represents a change in the form of ownership from direct to indirect by the Roe Family Trust.",
      ["Roe Family Trust"],
    ],
    ["Represents a change in the form of ownership from joint with his wife to direct.", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("those who do not hold", () => {
  test.each<[string, string[]]>([
    [
      "Owned by Estuary Shipping Corp., all the shares of which belong to members of the reporting person's family.",
      ["Estuary Shipping Corp."],
    ],
    ["Held by Tern Inc., the outstanding stock of which belongs to the reporting person's children.", ["Tern Inc."]],
    ["Held by Tern LLC, of which all the membership interests belong to his wife.", ["Tern LLC"]],
    [
      "Held by the Roe GRAT. The remaining interest in it at the end of its term will belong to their children.",
      ["Roe GRAT"],
    ],
    ["The voting power belongs to Roe LLC.", []],
    ["Roe Fund LP is the beneficial owner of less than 1% of the Issuer's shares.", []],
    ["Roe Fund LP is the beneficial owner of 5,000 shares.", ["Roe Fund LP"]],
    ["The Reporting Person may in future make gifts to the Ross Family Foundation.", []],
    ["These shares belong to the reporting person's daughter.", ["reporting person's daughter"]],
    [
      "As provided in the Agreement dated May 11, 2021 by and among RTPX, Halcyon Freight, Inc. and the Sponsor, the Sponsor surrendered 8,905,000 shares for no consideration.",
      [],
    ],
    ["Purchased by Alder LLC under a Purchase Agreement by and between the Issuer and Alder LLC.", ["Alder LLC"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("a name that begins with a year", () => {
  test.each<[string, string[]]>([
    [
      "Reflects a distribution by 2016 Tarn Investments LLC to its members. After it, 2016 Tarn Investments LLC holds the shares in Column 5.",
      ["2016 Tarn Investments LLC"],
    ],
    ["On March 3, 2016 Tarn Investments LLC purchased 500 shares.", ["Tarn Investments LLC"]],
    ["In 2016 Tarn Investments LLC acquired the shares.", ["Tarn Investments LLC"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("who owns a company, and a second holder without a verb", () => {
  test.each<[string, string[]]>([
    [
      "Tarn Holdings Ltd. owns all of the shares of Tarn Lux Bidco S.A., the direct holder of the shares reported here.",
      ["Tarn Lux Bidco S.A."],
    ],
    ["Tarn Holdings Inc. owns all of the shares of Class A Common Stock reported here.", ["Tarn Holdings Inc."]],
    ["Roe LP owns 500,000 shares, Doe LP 20,000 shares and Poe LLC 1,200.", ["Roe LP", "Doe LP", "Poe LLC"]],
    ["The Roe Trust holds 5,000 shares and Roe Capital LLC 100% of the trust's debt.", ["The Roe Trust"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("affiliates, references to other notes, and a form after a comma", () => {
  test.each<[string, string[]]>([
    ["Ridge Street LP and its affiliates purchased these shares in a private placement.", ["Ridge Street LP"]],
    ["Reports the exercise by Tarn Fund II LP of warrants for 100,000 shares.", ["Tarn Fund II LP"]],
    ["The exercise by the reporting person of warrants was approved by Tarn Fund II LP.", []],
    ["The reporting person and his affiliates hold 20,000 shares.", []],
    ["By Fern Capital Appreciation Fund, L.P. See Footnote 3.", ["Fern Capital Appreciation Fund, L.P."]],
    [
      "After it, Calder Growth II, LP no longer holds any shares, and Calder Growth II GP, LLC holds 21,004.",
      ["Calder Growth II GP, LLC"],
    ],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("joint ownership, and shares that the report no longer shows", () => {
  test.each<[string, string[]]>([
    ["The shares are registered in the joint names of the Reporting Person and his wife.", ["wife"]],
    ["Held in joint tenancy by the reporting person and his spouse.", ["spouse"]],
    ["The shares are held in a joint account of the reporting person and his brother.", ["brother"]],
    ["The account is in the joint names of the reporting person and his wife and holds no shares.", []],
    ["The shares held by the Aldous Trust are no longer included in the reporting person's holdings.", []],
    ["The shares held by the Aldous Trust are included in the reporting person's holdings.", ["Aldous Trust"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("a holder that the note mentions again in fewer words", () => {
  test.each<[string, string[]]>([
    ["Inherited by the reporting person's spouse and held by the spouse.", ["reporting person's spouse"]],
    ["Bought by the reporting person's daughter and held by the daughter.", ["reporting person's daughter"]],
    ["Acquired by the reporting person's wife; they are owned by such wife.", ["reporting person's wife"]],
    ["Gift to trusts for his sons. He disclaims the shares held by the trusts.", ["trusts for his sons"]],
    ["Transferred to trusts for his children; a bank votes shares held by the trusts.", ["trusts for his children"]],
    ["Held by his spouse and by the reporting person's son.", ["spouse", "reporting person's son"]],
    ["Gift to the Roe Trust. He disclaims those held by trusts for his sons.", ["Roe Trust", "trusts for his sons"]],
    ["Held by his wife. The wife of the founder is a director.", ["wife"]],
    ["Inherited by the reporting person's spouse and held by the trust.", ["trust", "reporting person's spouse"]],
  ])("%s", (text, expected) => {
    expect(names(text).toSorted()).toEqual(expected.toSorted());
  });
});

describe("the other owner, if the insider is one of two", () => {
  test.each<[string, string[]]>([
    ["Transferred from direct ownership to ownership as tenants by the entirety with his wife.", ["wife"]],
    ["Shares are held as tenants by the entirety with his wife.", ["wife"]],
    ["Owned as joint tenants, with right of survivorship, with her husband.", ["husband"]],
    ["The shares were retitled from sole ownership to tenancy by the entirety with his wife.", ["wife"]],
    ["Transferred from sole ownership into community property with her husband.", ["husband"]],
    ["Transferred to joint tenancy with right of survivorship with his wife.", ["wife"]],
    ["Transferred from ownership as tenants by the entirety with his wife to direct ownership.", []],
    ["Formerly held as tenants by the entirety with his wife.", []],
    ["Shares held as tenants by the entirety.", []],
    ["The shares were retitled from joint tenancy with his wife to his sole name.", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("the named trust by which shares are held in trust", () => {
  test.each<[string, string[]]>([
    ["Held in trust for the benefit of his children by the Roe Children's 2006 Trust.", ["Roe Children's 2006 Trust"]],
    ["Shares held in trust for his children under the Roe Family Trust.", ["Roe Family Trust"]],
    ["Held indirectly in trust for his daughter through the Roe GST Trust.", ["Roe GST Trust"]],
    ["Owned in trust for her sons by the Roe Trust and the Doe Trust.", ["Roe Trust", "Doe Trust"]],
    ["Held in trust for his children by Roe Bank.", ["trust for his children"]],
    ["Held in trust for his children by Roe Trust Company, as trustee.", ["trust for his children"]],
    ["Held in trust for his children by his brother.", ["trust for his children"]],
    ["Held in trust for his children and by the Roe Trust.", ["trust for his children", "Roe Trust"]],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("a plan of an employer", () => {
  test.each<[string, string[]]>([
    ["Held by her husband's employer-sponsored pension plan.", ["husband's employer-sponsored pension plan"]],
    ["Held by the employer-sponsored profit sharing plan.", ["employer-sponsored profit sharing plan"]],
    ["Shares held in an employer-provided 401(k) plan.", ["employer-provided 401(k) plan"]],
    ["Held through his company-sponsored retirement plan.", ["company-sponsored retirement plan"]],
    ["Bought under an employer-sponsored stock purchase plan.", []],
    ["Held under a company-sponsored plan.", []],
    ["Granted under the company-sponsored incentive plan.", []],
    ["An employer-sponsored health plan pays the fees; the shares are held by him.", []],
  ])("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});
