const ROW = /<tr(?:\s[^<>]*)?>/i;
const CELL = /<t[dh](?:\s[^<>]*)?>/i;
const WIDE = /<t[dh]\s[^<>]*\bcolspan\s*=\s*["']?(\d{1,2})[^<>]*>/i;
const TABLE = /<\/?(?:table|thead|tbody|tfoot)(?:\s[^<>]*)?>/gi;

/**
 * Some programs give tables as HTML within their text. Returns the text with one line for each row and tabs between its cells.
 */
export function tablesInTabs(text: string): string {
  const [before = "", ...rows] = text.split(ROW);
  if (rows.length === 0) return text;
  const lines = rows.map((row) => {
    const end = row.search(/<\/tr\s*>/i);
    const [inside, behind] = end < 0 ? [row, ""] : [row.slice(0, end), row.slice(row.indexOf(">", end) + 1)];
    return `${rowInTabs(inside)}\n${behind.trim() === "" ? "" : behind}`;
  });
  return `${before}\n${lines.join("")}`.replace(TABLE, "\n");
}

function rowInTabs(row: string): string {
  const starts = row.match(new RegExp(CELL, "gi")) ?? [];
  const [, ...cells] = row.split(CELL);
  return cells
    .map((cell, index) => {
      const end = cell.search(/<\/t[dh]\s*>/i);
      const text = (end < 0 ? cell : cell.slice(0, end))
        .trim()
        .replace(/\s*\n\s*/g, "<br>")
        .replace(/\t/g, " ");
      const columns = Number(WIDE.exec(starts[index] ?? "")?.[1] ?? 1);
      return text + "\t".repeat(Math.max(0, columns - 1));
    })
    .join("\t");
}
