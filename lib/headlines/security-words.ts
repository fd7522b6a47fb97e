import type Big from "big.js";

/** Without the par value at the end of many titles. */
export const shortTitle = (title: string | null): string =>
  title?.replace(/,?\s*\(?\$?[\d.]*\s*(no )?par\b.*$/i, "").trim() || title || "an untitled security";

/** Where the name of a security ends and its terms begin: "Warrant (right to buy)", "Warrant to Purchase Common Shares". */
const TERMS = /\s*(?:[([,;]|\b(?:to|of|due|exercisable|convertible into|held|with)\b).*$/i;

/** Ends in a word for one piece: "Restricted Stock Unit", "Convertible Note". */
const ONE = /\b(?:unit|warrant|right|award|option|share|note|debenture|bond|interest|swap|contract)$/i;

/** Ends in a word that has no plural: "Series B Preferred Stock", "Class A Common". */
const MASS = /\b(?:stock|common|preferred|ordinary)$/i;

/**
 * What a number of securities is followed by: "Restricted Stock Units" if the title has the singular, and "shares of Series B Preferred
 * Stock".
 */
export function securityNoun(number: Big, title: string | null): string {
  const words = shortTitle(title);
  const name = words.replace(TERMS, "");
  if (MASS.test(name)) return `${number.eq(1) ? "share" : "shares"} of ${words}`;
  if (number.eq(1) || !ONE.test(name)) return words;
  return `${name}${name === name.toUpperCase() ? "S" : "s"}${words.slice(name.length)}`;
}

/** @param count the number in words: "3,000" */
export const countedSecurity = (number: Big, count: string, title: string | null): string =>
  `${count} ${securityNoun(number, title)}`;
