/** Characters before the ending. Longer names are cut between words: file systems take 255 bytes, and lists of files show less. */
const LONGEST = 92;

/** A file name in ASCII from the title of a list: `transactions-code-p-value-of-at-least-25000.csv`. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3})/g, "")
    // A sign and a decimal point are part of what was asked.
    .replace(/(?<![a-z\d])[-−](?=\d)/g, "minus-")
    .replaceAll("%", "-percent")
    .replace(/[^a-z\d.]+|\.(?!\d)|(?<!\d)\./g, "-")
    .replace(/^-+|-+$/g, "")
    .replace(/-{2,}/g, "-");
  const cut = plain.length <= LONGEST ? plain : plain.slice(0, LONGEST + 1).replace(/-[^-]*$/, "");
  return `${cut.slice(0, LONGEST) || "section-16"}.${ending}`;
}
