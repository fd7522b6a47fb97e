/** Words that name a security, and those by which a nature of indirect ownership begins. */
const SECURITY =
  /\b(stock|shares?|units?|options?|warrants?|notes?|debentures?|bonds?|rights?|interests?|securit(y|ies)|ads|adrs?|common|preferred)\b/i;
const NATURE = /^(in|through|as|owned|for|joint(ly)?|trust|footnotes?|spouse|indirect|self)\b/i;
const SURELY_NATURE = /^(by|see|held)\b/i;

/** True for a text that reads like the title of a security, not like a nature of ownership. */
export const isSecurityTitle = (text: string) => SECURITY.test(text) && !SURELY_NATURE.test(text);

/** True for a text that begins as only a nature of ownership does. */
export const isNature = (text: string) => SURELY_NATURE.test(text) || (NATURE.test(text) && !SECURITY.test(text));

/** True for a text that ends as only a title does: `Tranche C Common Share Purchase Warrants`. */
export const isOnlyTitle = (text: string) =>
  !isNature(text) && /\b(stock|shares|units?|options?|warrants?)(\s*\([^)]*\))?$/i.test(text);
