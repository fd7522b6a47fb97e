/**
 * How much of one text is read for facts and search words, in characters. The longest that 530 real filings hold has
 * 1,918; a text without a limit could keep its reader busy for hours.
 */
export const TEXT_LIMIT = 20_000;

/** The beginning of a text that readers of facts look at: usually all of it. */
export const withinTextLimit = (text: string): string =>
  text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT).toWellFormed() : text;

/**
 * How much of a name its owner or issuer is listed and found by: an index takes some 2,700 bytes. The filing keeps all of it.
 */
const NAME_LIMIT = 300;

export const withinNameLimit = (name: string): string =>
  name.length > NAME_LIMIT ? name.slice(0, NAME_LIMIT).toWellFormed() : name;

/** A text as a message quotes it. */
export const shortened = (text: string, length = 500): string =>
  text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
