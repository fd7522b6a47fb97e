import type { SourceLine } from "@/paper/words/source-lines";
import { FORM_3_TABLE_I, FORM_3_TABLE_II, TABLE_I, TABLE_II, type TextColumn } from "./form-columns";
import type { ColumnSpan } from "./place-words";

type HeadingWord = { text: string; from: number; to: number; line: number };

/** Words of the headings of Tables I and II on Forms 3, 4 and 5. */
const WORDS = new Set(
  `table i ii - – — non-derivative non derivative securities acquired disposed of or beneficially owned (e.g., puts calls warrants options convertible
  title security instr transaction transactions transaction(s) date (month/day/year) deemed execution if any code a d amount following reported
  ownership form direct indirect nature beneficial v price conversion exercise number exercisable and expiration underlying shares at end issuer's
  fiscal year (instr 1 2 2a 3 3a 4 5 6 7 8 9 10 11`
    .split(/\s+/)
    .map(bare),
);

function bare(word: string) {
  return word
    .toLowerCase()
    .replace(/[().,:;*]/g, "")
    .replace(/’/g, "'");
}

const isHeadingWord = (word: string) => {
  const plain = bare(word);
  // A letter in a heading is in brackets, `(A)`; without them it is a value. V alone is a heading.
  if (/^[aid]$/.test(plain)) return /\(/.test(word) || /\)/.test(word);
  if (/^\d/.test(plain)) return WORDS.has(plain);
  return (
    plain === "" ||
    WORDS.has(plain) ||
    /^\d+a?(title|transaction|date|number|price|nature|ownership|amount)?$/.test(plain)
  );
};

/** True for a line that contains only words of the tables' headings. */
export const isHeadingLine = (text: string) =>
  text.trim() !== "" && text.trim().split(/\s+/).every(isHeadingWord) && !/^\s*(\(\d{1,2}\)\s*)+$/.test(text);

const words = (lines: SourceLine[]): HeadingWord[] =>
  lines.flatMap((line, at) =>
    [...line.text.matchAll(/\d{1,2}A?\.(?=\s|[A-Z])|\S+/g)].map((found) => ({
      text: found[0],
      from: found.index,
      to: found.index + found[0].length,
      line: at,
    })),
  );

const middle = ({ from, to }: { from: number; to: number }) => (from + to) / 2;
const between = (left: HeadingWord, right: HeadingWord) => (left.to + right.from) / 2;

type Numbers = Map<string, HeadingWord>;

/** The first word of each numbered heading, from left to right. */
function numbered(list: HeadingWord[], order: string[]): Numbers | null {
  const found: Numbers = new Map();
  let last: HeadingWord | undefined;
  for (const number of order) {
    const word = list.find(({ text, from }) => text === `${number}.` && (!last || from > last.from));
    if (!word) return null;
    found.set(number, word);
    last = word;
  }
  return found;
}

const lowest = (list: HeadingWord[], test: (word: HeadingWord) => boolean) =>
  list
    .filter(test)
    .reduce<HeadingWord | undefined>((low, word) => (!low || word.line >= low.line ? word : low), undefined);

const leftmost = (list: HeadingWord[], test: (word: HeadingWord) => boolean) =>
  list
    .filter(test)
    .reduce<HeadingWord | undefined>((left, word) => (!left || word.from < left.from ? word : left), undefined);

type Bounds = (number | undefined)[];
/** For each column, the heading word directly above its values. */
type Headings = Partial<Record<string, HeadingWord>>;

/** Spans of columns by the bounds between them; null if one is missing. Drifted headings may leave a column without width. */
function spansOf(columns: TextColumn<string>[], bounds: Bounds, headings: Headings = {}): ColumnSpan[] | null {
  const spans: ColumnSpan[] = [];
  for (const [index, { kind, name }] of columns.entries()) {
    const from = spans.at(-1)?.to ?? 0;
    const bound = index === columns.length - 1 ? 10_000 : bounds[index];
    if (bound === undefined) return null;
    const to = Math.max(from, bound);
    const heading = headings[name];
    spans.push({ kind, from, to, ...(heading ? { heading: middle(heading) } : {}) });
  }
  return spans;
}

/** The columns of Table I below these lines of headings. `hasV`: a Form 5 prints no column V. */
export function tableISpans(lines: SourceLine[], form: "3" | "4" | "5"): ColumnSpan[] | null {
  const list = words(lines);
  if (form === "3") {
    const numbers = numbered(list, ["2", "3", "4"]);
    return (
      numbers &&
      spansOf(
        FORM_3_TABLE_I,
        ["2", "3", "4"].map((number) => numbers.get(number)?.from),
      )
    );
  }
  const numbers = numbered(list, ["2", "2A", "3", "4", "5", "6", "7"]);
  const at = (number: string) => numbers?.get(number)?.from;
  const [group, owned, codes] = [at("4"), at("5"), at("3")];
  if (!numbers || group === undefined || owned === undefined || codes === undefined) return null;
  const price = lowest(list, (word) => word.text === "Price");
  const amount = list.find((word) => word.text === "Amount" && word.line === price?.line && word.to <= price.from);
  if (!amount || !price) return null;
  const letter = lowest(
    list,
    (word) => /^\([AD]\)$/.test(word.text) && word.from >= amount.to && word.to <= price.from + 1,
  );
  const v = lowest(list, (word) => word.text === "V" && word.from > codes && word.to <= amount.from + 1);
  const code = lowest(
    list,
    (word) =>
      word.text === "Code" && word.from >= codes - 4 && word.to <= (v ?? amount).from && (!v || v.line === word.line),
  );
  if (!letter || !code) return null;
  return spansOf(TABLE_I, [
    at("2"),
    at("2A"),
    codes,
    v ? (middle(code) + middle(v)) / 2 + 1 : group,
    v ? Math.max(group, v.to) : group,
    between(amount, letter),
    between(letter, price),
    Math.max(owned, price.to),
    at("6"),
    at("7"),
  ]);
}

export function tableIISpans(lines: SourceLine[], form: "3" | "4" | "5"): ColumnSpan[] | null {
  const list = words(lines);
  const order = form === "3" ? ["2", "3", "4", "5", "6"] : ["2", "3", "3A", "4", "5", "6", "7", "8", "9", "10", "11"];
  const numbers = numbered(list, order);
  if (!numbers) return null;
  const at = (number: string) => numbers.get(number)?.from;
  const dates = at(form === "3" ? "2" : "6");
  const titles = at(form === "3" ? "3" : "7");
  const behind = at(form === "3" ? "4" : "8");
  if (dates === undefined || titles === undefined || behind === undefined) return null;
  const exercisable = lowest(list, (word) => word.text === "Exercisable");
  const expiration = lowest(
    list,
    (word) => word.text === "Expiration" && exercisable !== undefined && word.from > exercisable.from,
  );
  const title = lowest(list, (word) => word.text === "Title" && word.from > dates);
  const last = lowest(list, (word) => word.text === "Shares" && title !== undefined && word.from >= title.to);
  const shares = leftmost(
    list,
    (word) =>
      /^(Amount|Number|Shares)$/.test(word.text) &&
      title !== undefined &&
      last !== undefined &&
      word.from >= title.to &&
      word.to <= last.to + 4 &&
      word.line >= title.line - 3,
  );
  if (!exercisable || !expiration || !title || !shares) return null;
  const dateBound = between(exercisable, expiration);
  const titleBound = between(title, shares);
  if (form === "3") return spansOf(FORM_3_TABLE_II, [dates, dateBound, titles, titleBound, behind, at("5"), at("6")]);
  const [codes, amounts] = [at("4"), at("5")];
  if (codes === undefined || amounts === undefined) return null;
  const acquired = lowest(
    list,
    (word) =>
      word.text === "(A)" &&
      word.from >= amounts - 6 &&
      list.some((other) => other.text === "(D)" && other.line === word.line && other.from >= word.to),
  );
  const disposed = list.find((word) => word.text === "(D)" && word.line === acquired?.line && word.from >= acquired.to);
  const v = lowest(list, (word) => word.text === "V" && word.from > codes && (!acquired || word.to <= acquired.from));
  const code = lowest(
    list,
    (word) => word.text === "Code" && word.from >= codes - 4 && (!v || (word.to <= v.from && v.line === word.line)),
  );
  if (!acquired || !disposed || !code) return null;
  const spans = spansOf(
    TABLE_II,
    [
      at("2"),
      at("3"),
      at("3A"),
      codes,
      v ? (middle(code) + middle(v)) / 2 + 1 : amounts,
      v ? Math.max(amounts, v.to) : amounts,
      disposed.to <= exercisable.from ? between(disposed, exercisable) : Math.max(dates, disposed.to + 1),
      dateBound,
      titles,
      titleBound,
      behind,
      at("9"),
      at("10"),
      at("11"),
    ],
    { code, exerciseDate: exercisable, expirationDate: expiration },
  );
  const halves: [number, number] = [middle(acquired), middle(disposed)];
  return spans?.map((span, index) => (TABLE_II[index]?.name === "amountOfEither" ? { ...span, halves } : span)) ?? null;
}
