/**
 * A text with control characters shown as `\uFFFD`. File names and damaged lines may contain them, and PostgreSQL does not accept
 * NUL. Tabs and line breaks are kept.
 */
export const readableText = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}/gu, "\uFFFD").toWellFormed();

/** A readable text on one line, so that it cannot look like several lines of a log or a message. */
export const inOneLine = (text: string): string => readableText(text).replace(/\s+/g, " ").trim();
