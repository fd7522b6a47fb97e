import type { PrintedCell, PrintedSignature } from "@/paper/form/printed-form";
import { linesOf } from "@/paper/words/layout-text";
import type { Phrase } from "@/paper/words/phrases";
import { joined, plainCell } from "@/paper/words/printed-words";
import type { SheetWord } from "@/paper/words/sheet";

const CAPTION = /Signature of Reporting/i;
const DATE = /^\d{1,2}\/\d{1,2}\/\d{4}\S*$/;

type Signatures = { signatures: PrintedSignature[]; words: Set<SheetWord> };

/**
 * The signatures above their captions. `from` is the start of their part: the heading before the first caption, or null if the
 * form has none. In that case, text further left than the caption is not a signature.
 */
export function formSignatures(phrases: Phrase[], from: number | null): Signatures {
  const captions = phrases.filter(({ text }) => CAPTION.test(text));
  const signatures: PrintedSignature[] = [];
  const used = new Set<SheetWord>();
  let top = from ?? 0;
  for (const caption of captions) {
    const date = phrases
      .filter(
        ({ text, left, baseline }) =>
          /^Date$/i.test(text) && left > caption.left && Math.abs(baseline - caption.baseline) < 2.5 * caption.size,
      )
      .sort((a, b) => Math.abs(a.baseline - caption.baseline) - Math.abs(b.baseline - caption.baseline))[0];
    const above = phrases.filter(
      (phrase) =>
        phrase.baseline > top && phrase.bottom <= caption.top + 1 && !/^\*{1,2}$/.test(phrase.text) && phrase !== date,
    );
    const block =
      from === null ? rightOf(above, caption) : above.filter((phrase) => !date || phrase.bottom <= date.top + 1);
    for (const word of block.flatMap(({ words }) => words)) used.add(word);
    signatures.push(...signed(block, date));
    const secondLine = phrases.find(
      ({ text, left, top }) =>
        /^Person$/i.test(text) &&
        Math.abs(left - caption.left) < 20 &&
        top - caption.bottom < caption.size &&
        top > caption.top,
    );
    for (const phrase of [caption, date, secondLine]) for (const word of phrase?.words ?? []) used.add(word);
    top = secondLine?.bottom ?? caption.bottom;
  }
  return { signatures, words: used };
}

/** In a scan the captions may be lost: names that have their date on the same line. */
export function recognizedSignatures(phrases: Phrase[], area: { top: number; bottom: number } | null): Signatures {
  const words = phrases.filter(({ top }) => area && top >= area.top && top < area.bottom).flatMap(({ words }) => words);
  const signatures = linesOf(words).flatMap((line): PrintedSignature[] => {
    const at = line.findLastIndex(({ text }) => /^\d{2}\/\d{2}\/\d{4}\W*$/.test(text));
    const [name, date] = [plainCell(line.slice(0, at)), plainCell(line.slice(at, at + 1))];
    const isSigned = at > 0 && /[A-Za-z]{3}/.test(name.text) && !/[A-Za-z\d]/.test(joined(line.slice(at + 1)));
    const without = (cell: PrintedCell, signs: RegExp) => ({ ...cell, text: cell.text.replace(signs, "") });
    return isSigned ? [{ name: without(name, /^[-_.:|‘'“"*\s]+|\s*[-_.:|}\])]+$/g), date: without(date, /\D+$/) }] : [];
  });
  return { signatures, words: new Set(words) };
}

/** On a form from before 2003 the name is below its caption, and the date below `DATE`. */
export function typedSignature(phrases: Phrase[]): Signatures {
  const at = phrases.findIndex(({ text }) => CAPTION.test(text));
  const [caption, ...below] = at < 0 ? [] : phrases.slice(at);
  const dateAt = below.findIndex(({ text }) => /^DATE:?$/i.test(text));
  const [first] = below;
  const name = below.filter((phrase, index) => (dateAt < 0 ? phrase.baseline === first?.baseline : index < dateAt));
  const date = dateAt < 0 ? undefined : below[dateAt + 1];
  const cell = (own: Phrase[]) => (own.length > 0 ? plainCell(own.flatMap(({ words }) => words)) : null);
  return {
    signatures: caption ? [{ name: cell(name), date: cell(date ? [date] : []) }] : [],
    words: new Set([...(caption ? [caption] : []), ...below].flatMap(({ words }) => words)),
  };
}

/** The lines directly above a caption that begin no further left than it does. */
function rightOf(above: Phrase[], caption: Phrase): Phrase[] {
  const block: Phrase[] = [];
  for (const phrase of [...above].sort((a, b) => b.baseline - a.baseline)) {
    if (phrase.left < caption.left - caption.size) break;
    block.unshift(phrase);
  }
  return block;
}

/** Names, and the dates above the caption `Date`. */
function signed(block: Phrase[], caption: Phrase | undefined): PrintedSignature[] {
  const words = block.flatMap(({ words }) => words);
  const isOver = ({ left, right }: SheetWord) =>
    caption !== undefined && right > caption.left - 3 * caption.size && left < caption.right + 3 * caption.size;
  const isAlone = (word: SheetWord) => block.some(({ words }) => words.length === 1 && words[0] === word);
  const dated = words.filter(({ text }) => DATE.test(text));
  // Text may move the caption away from its date, which is then alone.
  const own = dated.filter(isOver).length > 0 ? dated.filter(isOver) : dated.filter(isAlone);
  const isDate = (word: SheetWord) => own.includes(word);
  const dates = own.sort((a, b) => a.baseline - b.baseline);
  const names = words.filter((word) => !isDate(word));
  if (names.length === 0 && dates.length === 0) return [];
  if (dates.length <= 1) {
    return [{ name: names.length > 0 ? plainCell(names) : null, date: dates.length > 0 ? plainCell(dates) : null }];
  }
  const groups = parted(names);
  return dates.map((date, index) => {
    const group = groups.length === dates.length ? groups[index] : undefined;
    return { name: group ? plainCell(group) : null, date: plainCell([date]) };
  });
}

/** Lines split at gaps that are wider than those within a name. */
function parted(words: SheetWord[]): SheetWord[][] {
  const groups: SheetWord[][] = [];
  let last: SheetWord | undefined;
  for (const line of linesOf(words)) {
    const [first] = line;
    const group = groups.at(-1);
    if (group && last && first && first.baseline - last.baseline < 1.35 * first.size) group.push(...line);
    else groups.push([...line]);
    last = first;
  }
  return groups;
}
