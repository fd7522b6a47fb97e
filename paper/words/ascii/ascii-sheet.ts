import type { SourceText } from "@/paper/form/printed-form";
import {
  levelAbove,
  PITCH,
  type PlacedLine,
  placedLines,
  SIZE,
  uprightAt,
  wordAt,
  x,
} from "@/paper/words/layout/text-grid";
import { emptySheet, type Sheet, type SheetWord } from "@/paper/words/sheet";

const FIRST_BOX = /^\s*1\.\s+Name and Address of Reporting Person/i;
const TABLE = /Table\s+I{1,2}\s*-+\s*(Non-? ?)?Deriv/i;
const EXPLANATION = /^\s*Explanation of Responses/i;
const NUMBERED = /^\s*(\d)\.\s+\S/;
const FEWEST_BOXES = 4;
/** EDGAR's tags, and those that show where the columns of a table begin. */
const TAG = /^\s*<\/?\w/;
const COLUMN_TAGS = /^\s*<S>/i;
/** A line drawn across a table, with the `- ` that EDGAR puts before a line of dashes. */
const RULE = /^(?:- )?[\s|+]*[-_=]{5}[-_=\s|+]*$/;
/** Boxes such as `( )`, footnote marks, and words, which marks may follow without a space. */
const WORD = /[([][ Xx]?[)\]]|\(\d{1,2}\)|(?:(?!\(\d{1,2}\))[^\s|])+/g;
/** Dashes alone mean that the cell is empty. */
const DASHES = /^\s*-+\s*$/;

/**
 * A form from before 2003, drawn in characters, as words and lines at their places: numbered boxes, one below the other, and
 * tables with bars between their columns, or with EDGAR's tags where these begin. Null for any other text.
 */
export function asciiSheet(text: SourceText): Sheet | null {
  const lines = placedLines(text);
  const from = lines.findIndex((line) => FIRST_BOX.test(line.text));
  const tables = lines.flatMap((line, at) => (TABLE.test(line.text) ? [at] : []));
  const [first = -1] = tables;
  const boxes = numberedLines(lines.slice(from, first));
  const [top, bottom] = [lines[from], lines[first]];
  if (from < 0 || first < from || boxes.length < FEWEST_BOXES || !top || !bottom) return null;
  const right = Math.max(...lines.map((line) => line.text.length)) + 1;
  const sheet: Sheet = { ...emptySheet("typed"), text, bottom: PITCH * (lines.length + 1), width: x(right + 3) };
  for (const line of [...boxes, bottom]) sheet.levels.push(levelAbove(line, 0, right));
  for (const at of [0, right]) sheet.uprights.push(uprightAt(at - 0.5, top.baseline - SIZE, bottom.baseline - SIZE));
  const end = lines.findIndex((line, at) => at > first && EXPLANATION.test(line.text));
  const isOfRows = new Set<PlacedLine>();
  for (const [index, start] of tables.entries()) {
    const body = lines.slice(start, tables[index + 1] ?? (end < 0 ? undefined : end));
    const [tags, ...rows] = body.slice(body.findIndex((line) => COLUMN_TAGS.test(line.text)));
    if (!tags || !COLUMN_TAGS.test(tags.text)) continue;
    const table = rows.some((line) => barsOf(line).length > 2) ? tableWithBars(rows) : tableWithTags(tags, rows, right);
    for (const line of rows) isOfRows.add(line);
    if (!table) continue;
    const head = { top: tags.baseline - 0.5 * SIZE, bottom: tags.baseline };
    sheet.grids.push(
      table.edges.slice(1).map((edge, at) => ({ left: x(table.edges[at] ?? 0), right: x(edge), ...head })),
    );
    for (const line of table.rules) sheet.levels.push(levelAbove(line, 0, right));
    for (const { baseline } of rows)
      for (const edge of table.edges) sheet.uprights.push(uprightAt(edge, baseline - SIZE, baseline - SIZE + PITCH));
    sheet.words.push(...table.words);
  }
  for (const line of lines)
    if (!isOfRows.has(line) && !TAG.test(line.text) && !RULE.test(line.text)) sheet.words.push(...wordsIn(line));
  return sheet;
}

/** The lines with the numbers of boxes. They count up from 1, because a line of an address may also begin with a number. */
function numberedLines(lines: PlacedLine[]): PlacedLine[] {
  let last = 0;
  return lines.filter(({ text }) => {
    const number = Number(NUMBERED.exec(text)?.[1] ?? 0);
    const isNext = last === 0 ? number === 1 : number > last;
    if (isNext) last = number;
    return isNext;
  });
}

const wordsIn = (line: PlacedLine, from = 0, to = line.text.length): SheetWord[] =>
  [...line.text.slice(from, to).matchAll(WORD)].map(({ 0: text, index }) => wordAt(line, text, from + index));

/** Where the columns begin and the last one ends, the lines above which a row begins, and the words of the rows. */
type TypedTable = { edges: number[]; rules: PlacedLine[]; words: SheetWord[] };

const barsOf = ({ text }: PlacedLine) => [...text.matchAll(/\|/g)].map(({ index }) => index);

/** A row ends at the next rule. Null if the bars are not in the same places on every line. */
function tableWithBars(lines: PlacedLine[]): TypedTable | null {
  const isOfRow = (line: PlacedLine) => !RULE.test(line.text) && barsOf(line).length > 2;
  const ruled = lines.filter((line) => barsOf(line).length > 2);
  const bars = ruled[0] ? barsOf(ruled[0]) : [];
  if (ruled.some((line) => barsOf(line).join() !== bars.join())) return null;
  const words: SheetWord[] = [];
  let isFull: boolean[] = [];
  for (const line of lines) {
    if (!isOfRow(line)) {
      isFull = [];
      continue;
    }
    isFull = bars.map((to, column) => {
      const from = (bars[column - 1] ?? -1) + 1;
      const text = line.text.slice(from, to);
      if (DASHES.test(text)) return false;
      const [first, ...others] = wordsIn(line, from, to);
      if (!first) return false;
      // A word is broken wherever its cell is full (`Options to Purchase Co`, `mmon Stock`).
      words.push(isFull[column] && /^\S/.test(text) ? { ...first, goesOn: true } : first, ...others);
      return /\S$/.test(text);
    });
  }
  return { edges: [-1, ...bars], rules: lines.filter((line) => !isOfRow(line)), words };
}

/**
 * A row has its values on one line. Lines below it with text only in the first or last column continue those cells. Null if a
 * word runs from one column into the next.
 */
function tableWithTags(tags: PlacedLine, lines: PlacedLine[], right: number): TypedTable | null {
  const starts = [...tags.text.matchAll(/<[SC]>/gi)].map(({ index }) => index);
  const end = lines.findIndex((line) => TAG.test(line.text));
  const rules: PlacedLine[] = [];
  const words: SheetWord[] = [];
  let isOpen = false;
  for (const line of end < 0 ? lines : lines.slice(0, end)) {
    const isEmpty = line.text.trim() === "" || RULE.test(line.text);
    const hasValues = /\S/.test(line.text.slice(starts[1], starts.at(-1)));
    if (isEmpty || hasValues || !isOpen) rules.push(line);
    isOpen = !isEmpty;
    if (isEmpty) continue;
    const isCut = starts.slice(1).some((start) => /^\S\S/.test(line.text.slice(start - 1)));
    if (isCut || line.text.includes("\t")) return null;
    words.push(...wordsIn(line));
  }
  return { edges: [-1, ...starts.slice(1).map((start) => start - 0.5), right], rules, words };
}
