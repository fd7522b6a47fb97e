/**
 * What can be inserted into a pattern: another pattern, without its flags, a list of words, any of which matches, or a number, as in
 * `[^;]{0,${CLAUSE}}`.
 */
type Part = RegExp | readonly string[] | number;

/**
 * A regular expression written over several lines, with comments. Spaces are dropped, and so is everything from `#` to the end of
 * the line, except in `[…]`. `\ ` and `\#` are the characters themselves.
 * @example
 * pattern("i")`
 *   \b ${TRADED} \s+ by \b  # "sold by"
 * `
 */
export const pattern =
  (flags = "") =>
  ({ raw }: TemplateStringsArray, ...parts: readonly Part[]): RegExp =>
    new RegExp(String.raw({ raw: raw.map(withoutLayout) }, ...parts.map(asGroup)), flags);

const withoutLayout = (written: string): string =>
  written.replace(/\\[\s\S]|\[(?:\\.|[^\]\\])*\]|\s+|#.*/g, (token) => {
    if (/^\\[\s#]/.test(token)) return token.slice(1);
    return /^[\s#]/.test(token) ? "" : token;
  });

/** A space in a word matches any white space. */
const asGroup = (part: Part): string => {
  if (typeof part === "number") return String(part);
  return `(?:${part instanceof RegExp ? part.source : part.map((word) => word.replaceAll(" ", "\\s+")).join("|")})`;
};
