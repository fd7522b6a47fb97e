/**
 * How many characters of one text are read for facts and search words. The longest in 530 real filings has 1,918; a text without
 * a limit could keep its reader busy for hours.
 */
export const TEXT_LIMIT = 20_000;

/** The beginning of a text that the readers of facts see, which is usually all of it. */
export const withinTextLimit = (text: string): string =>
  text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT).toWellFormed() : text;

/**
 * How many characters of a name are used to list and find its owner or issuer, because an index accepts about 2,700 bytes. The
 * filing keeps the whole name.
 */
const NAME_LIMIT = 300;

export const withinNameLimit = (name: string): string =>
  name.length > NAME_LIMIT ? name.slice(0, NAME_LIMIT).toWellFormed() : name;

/** A text as quoted in a message. */
export const shortened = (text: string, length = 500): string =>
  text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
