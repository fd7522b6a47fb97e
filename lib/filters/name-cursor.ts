/** Where the next page of a directory begins: after this name, in lower case, and CIK. */
export type NameCursor = { name: string; cik: string };

/** The CIK comes first, because a name may contain any character. */
export const printNameCursor = ({ name, cik }: NameCursor) => `${cik}.${name}`;

export function parseNameCursor(text: string): NameCursor | null {
  const parts = text.match(/^(\d{1,10})\.([^\p{Cc}]{0,300})$/u);
  return parts ? { cik: parts[1] ?? "", name: parts[2] ?? "" } : null;
}
