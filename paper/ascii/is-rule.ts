const RULE = /^[\s|+]*[-_=]{5}[-_=\s|+]*$/;

/** A line drawn across a table, with the `- ` that EDGAR puts before a line of dashes. */
export const isRule = (text: string) => RULE.test(text.replace(/^- /, ""));
