import { isBlank, type SourceLine } from "@/paper/text/source-lines";

/** Lines that stand together: text in reading order parts what stood apart on the page by blank lines. */
export type TextBlock = SourceLine[];

export function textBlocks(lines: SourceLine[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock = [];
  const close = () => {
    if (open.length > 0) blocks.push(open);
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    const isApart = last !== undefined && (last.page !== line.page || line.line - last.line !== 1);
    if (isBlank(line) || isApart) close();
    if (!isBlank(line)) open.push(line);
  }
  close();
  return blocks;
}
