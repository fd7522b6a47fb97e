/**
 * A text with control characters shown as `\uFFFD`: names of files and damaged lines may hold any, and PostgreSQL takes no
 * NUL. Tabs and line ends stay.
 */
export const readableText = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}/gu, "\uFFFD").toWellFormed();
