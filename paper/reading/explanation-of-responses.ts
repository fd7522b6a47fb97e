import type { PrintedNote } from "@/paper/form/printed-form";
import { cellOfPieces, isBlank, type Piece, pieceOf, type SourceLine } from "@/paper/words/source-lines";

/** `(1)` on printed pages, `1.` on EDGAR's own. */
const MARK_STYLES = [/^\s*\((\d{1,2})\)(?=\s|$)/, /^\s*(\d{1,2})\.(?=\s|$)/];
const SENTENCE_OF_FORM =
  /^\s*(\*{1,2}\s*)?(If the form is filed by more than one reporting person, see|Intentional misstatements or omissions of facts)/i;
/** Left over from the signatures above. */
const LEFT_OVER = /^\s*(\*{1,2}|Date|\*{0,2}\s*Signature of Reporting Person)\s*$/;

export const isSentenceOfForm = (text: string) => SENTENCE_OF_FORM.test(text) || LEFT_OVER.test(text);

const MOST_LINES = 2000;

export const CUT_OFF = "It ends mid-sentence at the edge of the page, and may continue.";
const UNSURE_ENDS = "We are not certain where this footnote begins and ends.";

/**
 * `at`: the line of text after the mark. `alone`: on a line of its own. `leads`: alone, and separated from its text by a blank
 * line.
 */
type Mark = { mark: string; at: number; alone: boolean; leads: boolean; place: SourceLine };

/**
 * The footnotes below `Explanation of Responses`. A mark may be before the first line of its footnote or, where the page centres
 * it next to a longer one, before the middle line or between two lines. We divide the lines by the places of the marks and the
 * ends of sentences. A footnote whose lines could belong to its neighbour is uncertain.
 */
export function readNotes(lines: SourceLine[]): { notes: PrintedNote[]; before: Piece[]; areApart: boolean } {
  const own = lines.filter((line) => !isSentenceOfForm(line.text));
  const { texts, marks } = textsAndMarks(own);
  if (marks.length === 0) return { notes: [], before: texts, areApart: false };
  const first = marks[0];
  const costs = boundaryCosts(texts);
  // 99 footnotes of 1,000 characters fill about 800 lines. With more lines we do not look for the best division.
  const isTop =
    texts.length > MOST_LINES || (marks.every(({ alone }) => !alone) && first?.at === 0 && marksAreFirst(costs, marks));
  const apart = startsApart(own, marks);
  const { starts, isCertain } = apart
    ? { starts: apart, isCertain: true }
    : isTop
      ? { starts: marks.map(({ at }) => at), isCertain: texts.length <= MOST_LINES }
      : parted(texts, costs, marks);
  const before = texts.slice(0, starts[0] ?? 0);
  const notes = marks.map(({ mark }, index) => {
    const pieces = texts.slice(starts[index], starts[index + 1] ?? texts.length);
    const text = cellOfPieces(pieces);
    // This line contains another mark: the next footnote begins somewhere here.
    const holdsNext = index === marks.length - 1 && new RegExp(`\\(${Number(mark) + 1}\\)`).test(text.text);
    const doubt = isCertain && !holdsNext ? (isCutOff(pieces, texts) ? CUT_OFF : undefined) : UNSURE_ENDS;
    return { mark, text: doubt === undefined ? text : { ...text, doubt } };
  });
  // If several footnotes are cut off, another one that does not end a sentence was cut off too.
  const isAnyCut = notes.filter(({ text }) => text.doubt === CUT_OFF).length > 1;
  const doubted = notes.map((note) =>
    isAnyCut && !note.text.doubt && !ENDS.test(note.text.text)
      ? { ...note, text: { ...note.text, doubt: CUT_OFF } }
      : note,
  );
  return { notes: doubted, before, areApart: apart !== null };
}

/**
 * True if a text ends in the middle of a sentence at the right edge of its lines: a page too wide for its paper is cut off there,
 * and so is its text.
 */
export function isCutOff(pieces: Piece[], all: Piece[]): boolean {
  const last = pieces.at(-1);
  const widest = Math.max(...all.map(({ text }) => text.length));
  return last !== undefined && widest > 100 && last.text.length >= widest * 0.97 && !ENDS.test(last.text);
}

/** The style of the first footnote's mark. */
function styleOf(lines: SourceLine[]): RegExp | undefined {
  const isFirst = (text: string, style: RegExp) => style.exec(text)?.[1] === "1";
  const first = lines.find(({ text }) => MARK_STYLES.some((style) => isFirst(text, style)));
  return MARK_STYLES.find((style) => (first ? isFirst(first.text, style) : lines.some(({ text }) => style.test(text))));
}

/** Marks count up from the first one. A number in brackets that is out of sequence at the start of a line is text. */
function textsAndMarks(lines: SourceLine[]) {
  const texts: Piece[] = [];
  const marks: Mark[] = [];
  const style = styleOf(lines);
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) continue;
    const found = style?.exec(line.text);
    const mark = found?.[1];
    const last = marks.at(-1);
    const follows = mark && (last ? Number(mark) === Number(last.mark) + 1 : Number(mark) >= 1);
    if (!found || !mark || !follows) {
      texts.push(pieceOf(line));
      continue;
    }
    const rest = pieceOf(line, found[0].length);
    const next = lines[index + 1];
    const alone = rest.text === "";
    marks.push({ mark, at: texts.length, alone, leads: alone && next !== undefined && isBlank(next), place: line });
    if (rest.text !== "") texts.push(rest);
  }
  return { texts, marks };
}

/**
 * The starts of the footnotes if blank lines separate them: blocks of lines, each with one mark. A block that a page break cuts
 * has its mark on one side of the break. Null if the blocks are not the footnotes.
 */
function startsApart(lines: SourceLine[], marks: Mark[]): number[] | null {
  const blocks: { start: number; texts: number; marks: number; beginsPage: boolean }[] = [];
  let texts = 0;
  let found = 0;
  let last: SourceLine | undefined;
  let isApart = true;
  for (const line of lines) {
    if (isBlank(line)) {
      isApart = true;
      continue;
    }
    const beginsPage = last !== undefined && line.page !== last.page;
    if (isApart || beginsPage) blocks.push({ start: texts, texts: 0, marks: 0, beginsPage });
    const block = blocks.at(-1);
    const mark = marks[found];
    const hasMark = mark !== undefined && mark.place.page === line.page && mark.place.line === line.line;
    if (hasMark) found += 1;
    const hasText = !(hasMark && mark.alone);
    if (hasText) texts += 1;
    if (block) {
      block.marks += hasMark ? 1 : 0;
      block.texts += hasText ? 1 : 0;
    }
    isApart = false;
    last = line;
  }
  const whole: typeof blocks = [];
  for (const block of blocks) {
    const before = whole.at(-1);
    if (block.beginsPage && before && (block.marks === 0 || before.marks === 0)) {
      before.texts += block.texts;
      before.marks += block.marks;
    } else whole.push({ ...block });
  }
  return whole.every(({ texts, marks }) => marks === 1 && texts > 0) ? whole.map(({ start }) => start) : null;
}

/**
 * True if every mark is before the first line of its footnote: the line before it ends a sentence, or does not fill the width.
 */
function marksAreFirst(costs: readonly number[], marks: Mark[]) {
  return (
    marks.slice(1).every(({ at }) => (costs[at] ?? 0) < 2) &&
    marks.slice(1).every(({ at }, index) => at > (marks[index]?.at ?? 0))
  );
}

const ENDS = /[.;:!?)"”'’]$/;

/** For each line, how little the place before it resembles the boundary between two footnotes. */
function boundaryCosts(texts: readonly Piece[]): number[] {
  const widest = Math.max(...texts.map(({ text }) => text.length));
  return texts.map((after, at) => {
    const before = texts[at - 1];
    if (!before) return 0;
    const ends = ENDS.test(before.text) ? 0 : before.text.length > widest * 0.85 ? 3 : 1;
    const isLong = before.text.length > widest * 0.93 ? 0.5 : 0;
    return ends + isLong + (/^[a-z,;)]/.test(after.text) ? 2 : 0);
  });
}

/** How far a mark is from the middle of its footnote or, at a lower cost, from its first line. */
function markCost({ at, alone, leads }: Mark, start: number, end: number) {
  if (leads && at === start) return 0;
  const middle = (start + end - 1) / 2;
  const stands = alone ? at - 0.5 : at;
  const off = Math.max(0, Math.abs(stands - middle) - 0.5);
  const isFirst = at === start;
  return Math.min(off * 3, isFirst ? 1.5 : Number.POSITIVE_INFINITY);
}

type Parting = { cost: number; starts: number[] };

/** The best division of the lines among the marks. It is not certain if another is as good. */
function parted(texts: Piece[], costs: readonly number[], marks: Mark[]): { starts: number[]; isCertain: boolean } {
  // By the end of the footnotes so far: the two best ways to get there.
  let reached = new Map<number, Parting[]>();
  const [first] = marks;
  for (let start = 0; start <= Math.min(first?.at ?? 0, texts.length - 1); start++) {
    reached.set(start, [{ cost: start === 0 ? 0 : 2 + (costs[start] ?? 0), starts: [] }]);
  }
  marks.forEach((mark, index) => {
    const isLast = index === marks.length - 1;
    const next = new Map<number, Parting[]>();
    for (const [start, ways] of reached) {
      const reach = marks[index + 1]?.at ?? texts.length;
      for (
        let end = Math.max(start + 1, mark.at + (mark.alone ? 0 : 1));
        end <= (isLast ? texts.length : reach);
        end++
      ) {
        if (isLast && end !== texts.length) continue;
        if (start > mark.at) continue;
        const step = markCost(mark, start, end) + (isLast ? 0 : (costs[end] ?? 0));
        const here = next.get(end) ?? [];
        for (const way of ways) here.push({ cost: way.cost + step, starts: [...way.starts, start] });
        here.sort((a, b) => a.cost - b.cost);
        next.set(end, here.slice(0, 2));
      }
    }
    reached = next;
  });
  const [best, second] = reached.get(texts.length) ?? [];
  if (!best) return { starts: marks.map(({ at }) => at), isCertain: false };
  return { starts: best.starts, isCertain: !second || second.cost - best.cost >= 0.5 };
}
