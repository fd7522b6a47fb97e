import { describe, expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

const names = (text: string) => (readFact("holders", text)?.value ?? []).map(({ name }) => name);

const reads = (cases: readonly (readonly [string, string[]])[]) =>
  test.each(cases)("%s", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

describe("names that look like other words", () => {
  reads([
    ["The units are held by Roe Founder Holdings LP.", ["Roe Founder Holdings LP"]],
    ["Held by the founder of the Issuer.", []],
    ["Held by SH Capital LLC and SH II LP.", ["SH Capital LLC", "SH II LP"]],
    ["500 SH held by wife.", ["wife"]],
    ["The Issuer ranked 12th of those that remained in the S&P 500, and the units were earned.", []],
    [
      "Held by the Roe Trust f/b/o Ann Roe and the Roe Trust f/b/o Karl Roe.",
      ["Roe Trust f/b/o Ann Roe", "Roe Trust f/b/o Karl Roe"],
    ],
    ["Held in the names of both spouses.", []],
  ]);
});

describe("a holder and the owners of it", () => {
  reads([
    ["Held by Roe Farms, Inc., the stock of which is owned by his siblings.", ["Roe Farms, Inc."]],
    ["Held by RFC, and Roe Bancorp holds an indirect interest in the shares.", ["RFC"]],
    ["The partnership that owns these shares, Roe LP, is managed by him.", ["Roe LP"]],
    ["Restricted shares awarded to trustees of the Trust under the 2020 Omnibus Incentive Plan.", []],
    ["Options awarded to the Roe Trust.", ["Roe Trust"]],
    ["A unit split effected by the Partnership.", []],
  ]);
});

describe("where the holder follows", () => {
  reads([
    ["Sold in the range of $9.01 to $9.98 per share by the Roe Trust.", ["Roe Trust"]],
    ["Sale of the resulting shares by the Roe Trust.", ["Roe Trust"]],
    ["The sale, by the Roe Trust, was made under a plan.", ["Roe Trust"]],
    ["He is custodian of the shares for his minor son.", ["minor son"]],
    ["Transferred from his account to that of the Roe Living Trust.", ["Roe Living Trust"]],
    ["Disposition under a domestic relations order in favor of his ex-wife.", ["ex-wife"]],
    ["By wife, in her IRA.", ["wife"]],
    ["Gift to an endowment fund of a university.", []],
    ["Includes 900 shares held for his account under the Bank's 401(k) plan.", ["Bank's 401(k) plan"]],
    ["Acquired shares through the Bank's 401(k) plan.", []],
    ["Represents his proportionate holding in the Roe Company Stock Fund.", ["Roe Company Stock Fund"]],
  ]);
});
