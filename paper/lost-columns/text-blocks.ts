import { isBlank, type SourceLine } from "@/paper/words/source-lines";

/** Consecutive lines. In such text, blank lines separate what was apart on the page. */
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
