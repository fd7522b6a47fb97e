import { expect, test } from "vitest";
import { readFacts } from "./read-facts";

const holders = (text: string) => (readFacts(text).holders?.value ?? []).map(({ name }) => name);

test.each([
  ["Ownership of the shares is attributed to her because her brother, who lives in her home, owns them.", ["brother"]],
  ["The Issuer's registrar holds these shares in certificated form for the Corliss Trust.", ["Corliss Trust"]],
  ["The notes remained with Teal Point Holdings, L.P. after the tender.", ["Teal Point Holdings, L.P."]],
  ["It was the Corliss Trust that, as its trustee had decided, sold the shares.", ["Corliss Trust"]],
  [
    "1,200 shares by Amory Children's Trust; 900 shares by Amory Marital Trust; the rest direct.",
    ["Amory Children's Trust", "Amory Marital Trust"],
  ],
])("reads the holders of “%s”", (text, expected) => {
  expect(holders(text)).toEqual(expected);
});

test.each([
  "The sales were made under a plan adopted by the Corliss Trust on May 3, 2021.",
  "The shares were returned to the reporting person by his 2019 grantor retained annuity trust.",
  "A Class B share converts into a Class A share upon a transfer other than to a family trust.",
  "His 2012 transfer to the Corliss Trust was reported on a Form 5 and is mentioned here only because the trust has since sold the shares.",
  "Sold by the trustee of the issuer's equity trust to meet tax obligations on vested awards.",
])("finds no holder in “%s”", (text) => {
  expect(holders(text)).toEqual([]);
});

test.each([
  ["The conversion rate is 31.25 shares per $1,000 of notes.", [["1000", "31.25"]]],
  ["Upon the merger, 1.4 shares of Roe Bancorp replaced each share of Doe Financial.", [["1", "1.4"]]],
  ["Unless the holder objects, six Class D shares become two Class A shares on the date of listing.", [["6", "2"]]],
  ["One ADS now stands for 40 shares.", [["1", "40"]]],
  ["Each vested award converts into a number of shares that depends on the price then.", []],
  ["The shares vest in each of the fiscal years 2025 to 2029, at a conversion ratio still to be set.", []],
])("reads the ratios of “%s”", (text, expected) => {
  expect((readFacts(text).conversionRatios?.value ?? []).map(({ per, into }) => [per, into])).toEqual(expected);
});

test.each([
  ["The shares were put by the reporting person into a three-year GRAT on June 8, 2021.", "to_trust"],
  ["Held directly before March 1 and through the Corliss Trust since; nothing was paid.", "to_trust"],
  ["Corliss Vale Two LLC acquired the shares by transfer from the reporting person for no consideration.", "to_entity"],
  ["Acquired from his wholly-owned company, Corliss Vale Inc., for no consideration.", "from_entity"],
  ["The reporting person took back these shares from the Corliss Trust and gave it cash of the same value.", undefined],
])("reads the transfer of “%s”", (text, expected) => {
  expect(readFacts(text).transfer?.value.kind).toBe(expected);
});

test.each([
  // denied
  "It is untrue that the notes remained with Teal Point Holdings, L.P.",
  "The notes ceased to remain with Teal Point Holdings, L.P.",
  "It is denied that the shares were shifted to the Corliss Trust.",
  "It is no longer true that one ADS stands for 40 shares.",
  "The total never contained 500 RSUs.",
  "The balance covers neither the 400 RSUs nor the 200 ESPP shares.",
  // not so yet, or only if
  "Assuming that the notes remained with Teal Point Holdings, L.P., they are listed.",
  "In case the notes remained with Teal Point Holdings, L.P., they are listed.",
  "The notes are alleged to have remained with Teal Point Holdings, L.P.",
  "A rumor says that Teal Point LLC took up the options.",
  "The offer to have the warrants rest with Teal Point LLC lapsed.",
  "A request that the stock be shifted into the Corliss Trust is pending.",
  "The total would have contained 400 RSUs had they vested.",
  "The total may contain up to 400 RSUs.",
  // of others
  "The shares of another director rest with the Corliss Trust.",
  "The total shown on his earlier Form 4 counted 400 RSUs.",
])("states nothing from “%s”", (text) => {
  expect(readFacts(text)).toEqual({});
});

test.each([
  "His 10b5-1 plan hardly led to these sales.",
  "It is doubtful whether a Rule 10b5-1 plan led to these sales.",
  "The Rule 10b5-1 plan of another officer led to these sales.",
])("reads no use of a plan from “%s”", (text) => {
  expect(readFacts(text).planUse?.value).not.toBe("made_under");
});

test("shares that the issuer puts into a trust are no transfer of the insider", () => {
  expect(readFacts("The issuer carried over shares into a trust for its creditors.").transfer).toBeUndefined();
});
