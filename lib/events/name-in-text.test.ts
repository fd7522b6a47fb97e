import { describe, expect, test } from "vitest";
import { filedName } from "./filed-name";
import { namedIn } from "./name-in-text";
import { searchedText } from "./searched-text";

const named = (asFiled: string, text: string): string[] => {
  const name = filedName(asFiled);
  return name ? namedIn(searchedText(text), name) : [];
};

describe("a person is named in reading order", () => {
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

describe("a company is named by its whole name, however it is punctuated", () => {
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
    ["SVF II Beaver (DE) LLC", "By SVF II Beaver (DE) LLC", "SVF II Beaver (DE) LLC"],
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
