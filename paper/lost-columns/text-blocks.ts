import { isBlank, type SourceLine } from "@/paper/words/source-lines";

/** Lines that stand together: such text parts what stood apart on the page by blank lines. */
export type TextBlock = SourceLine[];

export function textBlocks(lines: SourceLine[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const above = lines[at - 1];
    const goesOn = above && !isBlank(above) && above.page === line.page && line.line - above.line === 1;
    if (goesOn) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks;
}
