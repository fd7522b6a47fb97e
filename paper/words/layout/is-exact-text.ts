/**
 * Words that every Form 3, 4 and 5 prints, in each of the SEC's layouts. A text that has all of them letter for letter came from
 * a program, because optical recognition damages some.
 */
const ALWAYS_PRINTED = `
  Address Beneficial Beneficially Conversion Date Derivative Direct Director Exercisable Exercise Expiration
  Explanation Federal Filed Indirect Individual Intentional Issuer Joint/Group Middle Nature Non-Derivative
  Number Officer Owned Ownership Relationship Reminder Reporting Responses Securities Security Signature Symbol
  Ticker Title Trading U.S.C. Underlying calls collection convertible displays indirectly insufficient manually
  misstatements omissions options persons procedure puts respond separate space valid warrants
`
  .trim()
  .split(/\s+/);

/** Signs that a scan's ruled lines leave in text, and that the form never prints. */
const STRAY = /[|‘¢€£°©®_]\s*[|‘]|\|/;

export function isExactText(text: string): boolean {
  if (STRAY.test(text)) return false;
  const words = new Set(text.split(/[^\w./-]+/).flatMap((word) => [word, word.replace(/[.-]+$/, "")]));
  return ALWAYS_PRINTED.filter((word) => !words.has(word)).length <= 1;
}
