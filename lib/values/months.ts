/** The months in English, as filings and pages write them. */
export const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

export const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));
