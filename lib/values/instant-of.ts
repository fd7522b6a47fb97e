/**
 * An instant as PostgreSQL prints it: `2022-05-06 18:30:57+00`. Filings without any date are sorted by the year 1, which `Date` would read
 * as 2001 unless it is written as in ISO 8601.
 */
export const instantOf = (text: string): Date =>
  new Date(text.startsWith("00") ? text.replace(" ", "T").replace(/\+00$/, "Z") : text);
