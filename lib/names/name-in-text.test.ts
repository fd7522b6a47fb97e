import { describe, expect, test } from "vitest";
import { filedName } from "./filed-name";
import { namedIn } from "./name-in-text";
import { searchedText } from "./searched-text";

const named = (asFiled: string, text: string): string[] => {
  const name = filedName(asFiled);
  return name ? namedIn(searchedText(text), name) : [];
};

describe("finds a person in reading order", () => {
  test.each([
    ["Saxon Michael J", "Mr. Michael Saxon is a member of the general partner.", "Michael Saxon"],
    ["Saxon Michael J", "held by Michael J. Saxon, a director", "Michael J. Saxon"],
    ["SAXON MICHAEL JAMES", "Michael J. Saxon's shares", "Michael J. Saxon"],
    ["Saxon Michael", "Michael J. Saxon", "Michael J. Saxon"],
    ["SMITH DARLA M", "by Darla Smith.", "Darla Smith"],
    ["Sergey Brin", "shares of Sergey Brin", "Sergey Brin"],
    ["O'Toole Amie Thuener", "Amie Thuener O’Toole", "Amie Thuener O’Toole"],
    ["OTOOLE AMIE", "Amie O'Toole", "Amie O'Toole"],
    ["Falconi Campos Vicente", "Vicente Falconi Campos", "Vicente Falconi Campos"],
    ["HUANG JEN HSUN", "Jen-Hsun Huang and another, as trustees", "Jen-Hsun Huang"],
    ["Nunez Jose", "José Núñez", "José Núñez"],
    ["SAXON MICHAEL J", "Joint filer: SAXON MICHAEL J", "SAXON MICHAEL J"],
    ["SAXON MICHAEL J JR", "Michael J. Saxon, Jr. is trustee", "Michael J. Saxon, Jr"],
    ["Musk Elon", "The Elon Musk Revocable Trust", "Elon Musk"],
  ])("%s by “%s”", (asFiled, text, words) => {
    expect(named(asFiled, text)).toEqual([words]);
  });

  test.each([
    ["Saxon Michael J", "Mr. Saxon disclaims beneficial ownership", "the surname alone"],
    ["SMITH DARLA M", "Darla Smithfield and the Smithfield Trust", "a longer surname"],
    ["Saxon Michael J", "Michael K. Saxon", "another middle initial"],
    ["Saxon Michael", "Michael James Saxon", "a middle name that is not filed"],
    ["Saxon Michael J", "M. Saxon", "an initial for a given name"],
    ["Saxon Michael J", "J. Michael Saxon", "another first name"],
    ["Saxon Michael J", "Mary Michael Saxon", "another first name in full"],
    ["Saxon Michael J", "Michael J. Saxon Jr. is a director", "a son"],
    ["Smith John", "John Smith Jones", "a longer name"],
    ["Smith John", "John Smith-Jones", "a double name"],
    ["Smith John", "John Smith Capital Partners", "a house that has the name"],
    ["James John", "Messrs. James, John and Smith", "a list of surnames"],
    ["GRANT WILL", "The award will grant, and will grant again", "words that are no names"],
    ["Saxon Michael", "shares held by Michael. Saxon Capital", "two sentences"],
  ])("%s not by “%s”: %s", (asFiled, text) => {
    expect(named(asFiled, text)).toEqual([]);
  });
});

describe("finds a company by its whole name, with any punctuation", () => {
  test.each([
    ["Harrow Street Partners LP", "held by Harrow Street Partners, L.P.", "Harrow Street Partners, L.P."],
    [
      "HARROW STREET PARTNERS L P",
      "Harrow Street Partners Limited Partnership",
      "Harrow Street Partners Limited Partnership",
    ],
    ["Wyckmere Ventures Partners, L.L.C.", "Wyckmere Ventures Partners LLC is", "Wyckmere Ventures Partners LLC"],
    ["SB Global Advisers Ltd", "SB Global Advisers Limited", "SB Global Advisers Limited"],
    ["BANK OF AMERICA CORP /DE/", "Bank of America Corporation", "Bank of America Corporation"],
    [
      "MERRILL LYNCH, PIERCE, FENNER & SMITH INC.",
      "by Merrill Lynch Pierce Fenner and Smith Inc",
      "Merrill Lynch Pierce Fenner and Smith Inc",
    ],
    [
      "Sequoia Capital U.S. Venture 2010 Fund, L.P.",
      "by Sequoia Capital US Venture 2010 Fund LP",
      "Sequoia Capital US Venture 2010 Fund LP",
    ],
    ["QWF II Heron (DE) LLC", "By QWF II Heron (DE) LLC", "QWF II Heron (DE) LLC"],
    ["The Founders Fund VI, LP", 'The Founders Fund VI, LP ("FF-VI")', "Founders Fund VI, LP"],
    ["Thigmotropism LLC", "held directly by Thigmotropism LLC.", "Thigmotropism LLC"],
    ["Harrow Street Partners LP", "managed by Harrow Street Partners (the “Manager”)", "Harrow Street Partners"],
    [
      "Walton Family Holdings Trust",
      'by the Walton Family Holdings Trust (the "Trust")',
      "Walton Family Holdings Trust",
    ],
  ])("%s by “%s”", (asFiled, text, words) => {
    expect(named(asFiled, text)).toEqual([words]);
  });

  test.each([
    ["Harrow Street Partners LP", "Harrow Street Partners LLC", "another legal form"],
    ["Harrow Street Partners LP", "Harrow Street Partners II, L.P.", "the next fund"],
    ["Wyckmere Ventures IV, L.P.", "Wyckmere Ventures IV-B, L.P.", "a fund beside it"],
    ["Kestrel Grid Ventures IV, L.P.", "Kestrel Grid Ventures IV-B", "a fund beside it, without its form"],
    ["Kestrel Grid Ventures IV, L.P.", "Kestrel Grid Ventures IV Principals Fund", "a longer name"],
    ["Growth Fund III, L.P.", "Sequoia Growth Fund III, L.P.", "common words of a longer name"],
    ["Harrow Fund, L.P.", "a fund of Harrow Fund", "one distinctive word without its form"],
    ["Grid Ventures LP", "Kestrel Grid Ventures LP", "the end of a longer name"],
    ["Harrow Street Partners LP", "Harrow and Street, partners", "its words, apart"],
    ["Mithril LP", "Mithril II LP", "a number between"],
  ])("%s not by “%s”: %s", (asFiled, text) => {
    expect(named(asFiled, text)).toEqual([]);
  });
});

describe("finds a company with a name of common words only by the whole name", () => {
  test.each([
    ["3H Capital Ltd", "held directly by 3H Capital Ltd., which", "3H Capital Ltd"],
    ["3H CAPITAL LTD", "3H Capital Limited is the manager", "3H Capital Limited"],
    [
      "Growth Capital Partners LLC",
      'by Growth Capital Partners, L.L.C. (the "Manager")',
      "Growth Capital Partners, L.L.C.",
    ],
    ["Fund of Funds II LP", "by Fund of Funds II, L.P.", "Fund of Funds II, L.P."],
  ])("%s by “%s”", (asFiled, text, words) => {
    expect(named(asFiled, text)).toEqual([words]);
  });

  test.each([
    ["3H Capital Ltd", "managed by 3H Capital", "without its form"],
    ["3H Capital Ltd", "3H Capital LP", "another form"],
    ["Growth Capital Partners LLC", "Juniper Growth Capital Partners LLC", "the end of a longer name"],
    ["Growth Capital Partners LLC", "invests as growth capital partners LLC", "words that are no name"],
    ["Family Investment LLC", "held by a Family investment LLC", "words that are no name"],
    ["Investments LLC", "Investments LLC", "one word"],
    ["Family Trust", "held by the Family Trust", "what many are called"],
    ["Charitable Remainder Unitrust", "by a Charitable Remainder Unitrust", "what many are called"],
  ])("%s not by “%s”: %s", (asFiled, text) => {
    expect(named(asFiled, text)).toEqual([]);
  });
});

describe("finds a name between ordinary words in text all in capitals", () => {
  test.each([
    ["Saxon Michael J", "THE SHARES ARE HELD BY THE FUND, WHICH MICHAEL SAXON CONTROLS.", "MICHAEL SAXON"],
    ["Saxon Michael J", "SHARES REPORTED BY MICHAEL J. SAXON AS TRUSTEE UNDER RULE 10b5-1", "MICHAEL J. SAXON"],
    ["SMITH DARLA M", "OWNED BY SMITH DARLA M AND OTHERS", "SMITH DARLA M"],
    ["May Peter W", "HELD BY PETER W. MAY WHO IS A PARTNER", "PETER W. MAY"],
    ["Harrow Street Partners LP", "HARROW STREET PARTNERS, L.P. IS THE OWNER", "HARROW STREET PARTNERS, L.P."],
    ["Harrow Street Partners LP", "ALL SOLD BY HARROW STREET PARTNERS AND ITS MANAGER", "HARROW STREET PARTNERS"],
    ["Growth Capital Partners LLC", "SHARES OWNED BY GROWTH CAPITAL PARTNERS LLC ONLY", "GROWTH CAPITAL PARTNERS LLC"],
  ])("%s by “%s”", (asFiled, text, words) => {
    expect(named(asFiled, text)).toEqual([words]);
  });

  test.each([
    ["GRANT WILL", "THE AWARD IS MADE AND WILL GRANT THE RIGHT TO SHARES", "words that are no names"],
    ["Smith John", "HELD BY JOHN SMITH CAPITAL PARTNERS LP", "a house that has the name"],
    ["Smith John", "HELD BY JOHN SMITH JONES AS TRUSTEE", "a longer name"],
    ["Saxon Michael J", "HELD BY MARY MICHAEL SAXON AS TRUSTEE", "another first name in full"],
    ["Saxon Michael J", "MICHAEL AND DARLA SAXON ARE TRUSTEES", "its words, apart"],
    ["Harrow Street Partners LP", "HARROW STREET PARTNERS OVERSEAS FUND LP", "a longer name"],
    ["Harrow Street Partners LP", "HELD BY HARROW STREET PARTNERS MANAGER LLC", "a longer name"],
    ["Growth Capital Partners LLC", "JUNIPER GROWTH CAPITAL PARTNERS LLC", "the end of a longer name"],
    ["Growth Capital Partners LLC", "HELD BY GROWTH CAPITAL PARTNERS", "without its form"],
    ["Family Investment LLC", "HELD BY A FAMILY INVESTMENT LLC", "words that are no name"],
  ])("%s not by “%s”: %s", (asFiled, text) => {
    expect(named(asFiled, text)).toEqual([]);
  });
});
