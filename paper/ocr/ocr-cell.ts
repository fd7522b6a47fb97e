import { pattern } from "@/lib/values/pattern";
import type { Place, PrintedCell } from "@/paper/form/printed-form";
import { latin, withDigit } from "./look-alikes";

/** A run of characters of a line of the source. */
export type CellSpan = { line: string; page: number; number: number; from: number; to: number };

type CellKind = "date" | "money" | "number" | "letter" | "marks" | "text";

/** A cell of a damaged table, with its kind; `misread` if it is of this kind but not as the form prints it. */
export type OcrCell = PrintedCell & {
  kind: CellKind;
  misread: boolean;
  /** Its value if the letter in it is the one digit that it can be. It is used only if something else confirms it. */
  ifDigit?: string;
  /** Joined from two lines. */
  isJoined?: true;
  span: CellSpan;
};

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MARK_AT_END = pattern()`
  \s*
  (?: <sup> \s* [({[]? \s* ([\dlIOZSB]{1,2}) \s* [)}\]]? \s* </sup>
  | [({[] \s* ([\dlIOZSB]{1,2}) \s* [)}\]]
  | [({[] \s* (\d{1,2})                  # (2
  | (?<=\s|^) (\d{1,2}) [)}\]]           # 2)
  | ([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})
  )
  [\s,]* $
`;
/** `(g)`, separated from the text before it. */
const LETTER_FOR_MARK = /(?:^|\s)\s*[({[]\s*([gqb])\s*[)}\]]\s*$/;
const WHOLE_MARK = /^\s*(?:<sup>\s*\(?\d{1,2}\)?\s*<\/sup>|\(\d{1,2}\))[\s,]*$/;

/** Reads the characters of a span as a cell. `isMark` says which numbers can be footnote marks. */
export function ocrCell(span: CellSpan, isMark: (mark: string) => boolean): OcrCell {
  const raw = span.line.slice(span.from, span.to);
  const { rest, marks, isDamaged } = withoutMarks(raw, isMark);
  const text = plain(rest);
  const from = span.from + (raw.length - raw.trimStart().length);
  const place: Place = { page: span.page, line: span.number, from, to: from + raw.trim().length };
  const sort = sorted(text, marks);
  return {
    ...sort,
    marks,
    places: [place],
    span,
    ...(isDamaged
      ? { doubt: `A footnote number is hard to read here: “${raw.trim()}”.` }
      : sort.kind === "text" && MAY_END_IN_MARK.test(text)
        ? { doubt: "The last signs of it may be the mark of a footnote." }
        : {}),
  };
}

/** `Stock ©`, `LLC (2|`, `Trust (2) .`, `See Footnote 3`. */
const MAY_END_IN_MARK =
  /[©®™°]\W*\d{0,2}\W*$|[({[]\s*\d{0,2}[|!]?\s*$|[)\s.a-z]\d{1,2}[)}\]]?$|\(\d{1,2}\)\s*\.$|\([gqb]\)$/;

/** Without the signs of markdown and HTML. */
export const plain = (text: string) =>
  text
    .replace(/<\/?(?:sup|sub|u|b|i|em|strong)>/gi, "")
    .replace(/<br\s*\/?>/gi, " ")
    .replace(/\\([$|*_#])/g, "$1")
    .replace(/\*\*/g, "")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();

function withoutMarks(raw: string, isMark: (mark: string) => boolean) {
  const marks: string[] = [];
  let rest = raw;
  let isDamaged = false;
  for (;;) {
    const found = MARK_AT_END.exec(rest) ?? LETTER_FOR_MARK.exec(rest);
    if (!found) break;
    const shown =
      found[1] ??
      found[2] ??
      found[3] ??
      found[4] ??
      [...(found[5] ?? "")].map((digit) => SUPERSCRIPTS.indexOf(digit)).join("");
    const mark = /^\d+$/.test(shown) ? shown : withDigit(shown);
    // `(lS)`: neither a number nor a word.
    const isBroken = mark === null && /^(\d[A-Z]|l[A-Z\dl])$/.test(shown);
    if (!isBroken && (mark === null || mark === "" || !isMark(mark))) break;
    // A letter that may be a digit shows that there is a mark, but not which one.
    if (/^\d+$/.test(shown)) marks.unshift(String(Number(shown)));
    isDamaged ||= shown !== mark || !WHOLE_MARK.test(found[0]);
    rest = rest.slice(0, found.index);
  }
  return { rest, marks, isDamaged };
}

const DATE = /^\d{1,2}\/\d{1,2}\/\d{4}$/;
const DATE_WITH_LETTER = /^[\dA-Za-z|!]{1,2}\/[\dA-Za-z|!]{1,2}\/[\dA-Za-z|!]{4}$/;
const NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const OF_NUMBERS = /^[-\d.,A-Za-z|!]+$/;

function sorted(text: string, marks: string[]): Pick<OcrCell, "text" | "kind" | "misread" | "ifDigit"> {
  if (text === "") return { text, kind: marks.length > 0 ? "marks" : "text", misread: false };
  const folded = latin(text);
  if (/^\S$/.test(folded) && /[A-Za-z|!]/.test(folded))
    return { text: folded, kind: "letter", misread: false, ...ifDigit(folded) };
  if (/^[A-Z]\s?\/\s?K$/.test(folded)) return { text: folded, kind: "letter", misread: false };
  // A space next to a comma or point comes from the scanner: `13, 991,048`, `33 ,321`.
  const bare = folded.replace(/(\d[,.]) (?=\d)|(\d) (?=[,.]\d)/g, "$1$2");
  if (DATE.test(bare)) return { text: bare, kind: "date", misread: false };
  if (DATE_WITH_LETTER.test(bare) && /\d/.test(bare))
    return { text: bare, kind: "date", misread: true, ...ifDigit(bare) };
  const money = /^-?\$/.test(bare);
  const number = bare.replace(/^(-?)\$\s*/, "$1");
  const kind = money ? "money" : "number";
  if (/\d/.test(number) && NUMBER.test(number)) return { text: bare, kind, misread: false };
  const letters = number.match(/[A-Za-z|!]/g) ?? [];
  const digits = number.match(/\d/g) ?? [];
  const isNumber =
    OF_NUMBERS.test(number) &&
    (digits.length >= 2 || money || (digits.length === 1 && withDigit(number) !== null)) &&
    letters.length <= 1 &&
    letters.length + digits.length > 0;
  // `10.` begins a heading.
  const isNumberOfHeading = /^\d{1,2}[Aa]?\.$/.test(bare);
  if (!isNumber || isNumberOfHeading) return { text, kind: "text", misread: false };
  return { text: bare, kind, misread: true, ...ifDigit(bare) };
}

function ifDigit(text: string) {
  const read = withDigit(text);
  const number = read?.replace(/^(-?)\$\s*/, "$1");
  return read !== null && number !== undefined && (NUMBER.test(number) || DATE.test(number)) ? { ifDigit: read } : {};
}

/** The ways to read a cell as two that were merged: split at each space. */
export function partings(cell: OcrCell, isMark: (mark: string) => boolean): [OcrCell, OcrCell][] {
  if (cell.isJoined) return [];
  const { line, from, to } = cell.span;
  const ways: [OcrCell, OcrCell][] = [];
  for (let at = from + 1; at < to - 1; at++) {
    const isGap = line[at] === " " || (line[at] === "<" && line.startsWith("<sup>", at));
    if (!isGap) continue;
    const left = ocrCell({ ...cell.span, to: at }, isMark);
    const right = ocrCell({ ...cell.span, from: at }, isMark);
    if (isThere(left) && isThere(right)) ways.push([left, right]);
  }
  return ways;
}

export const isThere = (cell: PrintedCell) => cell.text !== "" || cell.marks.length > 0;
