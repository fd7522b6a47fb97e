import { pattern } from "@/lib/values/pattern";
import {
  emptyCell,
  type PrintedCell,
  type PrintedForm,
  type PrintedOwner,
  type PrintedRelationship,
  type Told,
  UNTOLD_RELATIONSHIP,
} from "@/paper/form/printed-form";
import type { Rectangle } from "@/paper/words/box";
import { linesOf } from "@/paper/words/layout-text";
import type { Phrase } from "@/paper/words/phrases";
import { doubtOf, joined, placesOfWords, plainCell } from "@/paper/words/printed-words";
import type { Sheet, SheetWord } from "@/paper/words/sheet";
import { labelBox, labelled, wordsIn } from "./label-box";
import { labelWords, tickedLines } from "./ticked-line";

const MONTH_DAY_YEAR = /(?:\s*\(Month\s*\/\s*Day\s*\/\s*Year\s*\))?/;

const PERIOD_START = /^[2-4]\s?\.?\s*(?:Date of (?:Earliest|Event)|Statement for)/i;
const PERIOD = pattern("i")`
  ^ [2-4] \s? \.? \s*
  (?: Date\ of\ Earliest\ Transaction (?: \ Required\ to\ be\ Reported )?    # Form 4
  | Date\ of\ Event\ Requiring\ Statement                                   # Form 3
  | Statement\ for\ (?: Issuer ['’]? s\  )? (?: Fiscal\ Year (?: \ Ended )? | Month/Day/Year | Month/Year )
  )
  ${MONTH_DAY_YEAR} \s*
`;
const ORIGINAL_START = /^[45]\s?\.?\s*If Amendment/i;
const ORIGINAL = pattern("i")`
  ^ [45] \s? \.? \s* If\ Amendment,\ ?Date\ (?: of\  )? Original (?: ly )?
  (?: \ ?Filed ${MONTH_DAY_YEAR} | \ \(Month/Year\) ) \s*
`;
const ISSUER_START = /^[23]\s?\.?\s*Issuer Name/i;
const ISSUER = /^[23]\s?\.?\s*Issuer Name (?:and )?Ticker or Trading Symbol\s*/i;
const FOREIGN_SYMBOL = /^2\s?a\.?\s*Foreign Trading Symbol/i;

type Head = Pick<PrintedForm, "issuerName" | "tradingSymbol" | "periodOfReport" | "dateOfOriginal" | "isJoint">;

/** The boxes at the top of the form about the issuer and the dates, and the one for a joint filing. */
export function formHead(sheet: Sheet, phrases: Phrase[]): Head {
  const issuer = labelled(sheet, phrases, ISSUER_START, ISSUER);
  const foreign = phrases.find(({ text }) => FOREIGN_SYMBOL.test(text));
  return {
    ...issuerAndSymbol(
      issuer?.filter((word) => !foreign || word.baseline < foreign.top) ?? null,
      sheet.kind === "typed",
    ),
    periodOfReport: dateIn(labelled(sheet, phrases, PERIOD_START, PERIOD)),
    dateOfOriginal: dateIn(labelled(sheet, phrases, ORIGINAL_START, ORIGINAL)),
    isJoint: jointBox(sheet, phrases),
  };
}

/** As people typed it before 2003: `October 29,1999`, `07/1998`. */
const TYPED_DATE = /^(?:[A-Z][a-z]+ \d{1,2}, ?\d{4}|\d{1,2}\/(?:\d{1,2}\/)?\d{2,4})$/;

/** Words next to a date have run over from a neighbouring box. Words without a date mean that the box was not found. */
function dateIn(words: SheetWord[] | null): Told<PrintedCell> {
  const dates = words?.filter(({ text }) => /^\d{1,2}\/\d{1,2}\S*\/\d{4}$/.test(text)) ?? [];
  if (dates.length > 0) return plainCell(dates);
  if (words && TYPED_DATE.test(joined(words))) return plainCell(words);
  return words && words.length === 0 ? emptyCell() : null;
}

/** `LINKEDIN CORP [LNKD]`. A typed form has the symbol on a separate line. */
function issuerAndSymbol(
  words: SheetWord[] | null,
  isTyped: boolean,
): Pick<PrintedForm, "issuerName" | "tradingSymbol"> {
  const unread = { issuerName: null, tradingSymbol: null };
  if (!words || words.length === 0) return unread;
  const lines = linesOf(words);
  const inLines = lines.flat();
  const [symbolLine = [], ...above] = [...lines].reverse();
  if (isTyped && above.length > 0 && /^\(?[A-Z][A-Z.]{0,6}\)?$/.test(joined(symbolLine))) {
    const symbol = plainCell(symbolLine);
    return {
      issuerName: plainCell(above.flat()),
      tradingSymbol: { ...symbol, text: symbol.text.replace(/[()]/g, "") },
    };
  }
  const opening = inLines.findLastIndex(({ text }) => text.includes("["));
  if (opening < 0) return { ...unread, issuerName: plainCell(inLines) };
  const [bracket] = inLines.slice(opening);
  const symbol = joined(inLines.slice(opening));
  const inside = /\[\s*([^[\]]*?)\s*\]$/.exec(symbol);
  if (!bracket || !inside) return unread;
  const at = bracket.text.indexOf("[");
  const part = (text: string, from: number, to: number): SheetWord => ({
    ...bracket,
    text,
    place: { ...bracket.place, from: bracket.place.from + from, to: bracket.place.from + to },
  });
  const before = at === 0 ? [] : [part(bracket.text.slice(0, at), 0, at)];
  return {
    issuerName: plainCell([...inLines.slice(0, opening), ...before]),
    tradingSymbol: {
      text: inside[1] ?? "",
      marks: [],
      places: placesOfWords(inLines.slice(opening)),
      ...doubtOf(inLines.slice(opening)),
    },
  };
}

function jointBox(sheet: Sheet, phrases: Phrase[]): PrintedForm["isJoint"] {
  const label = phrases.find(({ text }) => /^[67]\s?\.?\s*Individual or/i.test(text));
  const box = label && labelBox(sheet, label);
  if (!label || !box) return null;
  const words = wordsIn(sheet, box);
  const lines = linesOf(words);
  const starts = lines.map((line) =>
    line.findIndex((word, at) => /^Form$/i.test(word.text) && /^filed$/i.test(line[at + 1]?.text ?? "")),
  );
  /** A label may have more than one line. It ends where the other one begins. */
  const labelWith = (whose: RegExp) => {
    const at = lines.findIndex(
      (line, index) => starts[index] !== -1 && whose.test(line.map(({ text }) => text).join(" ")),
    );
    const end = starts.findIndex((start, index) => index > at && start !== -1);
    const start = starts[at] ?? -1;
    if (at < 0 || start < 0) return [];
    return lines
      .slice(at, end < 0 ? undefined : end)
      .flatMap((line, index) =>
        index === 0 ? line.slice(start) : line.filter(({ text }) => !/^[Xx_]+$|^[([][Xx ]?[)\]]$/.test(text)),
      );
  };
  const [one = null, more = null] = tickedLines(
    words,
    [labelWith(/Form filed by One\b/i), labelWith(/Form filed by More\b/i)],
    sheet.kind === "scanned",
  );
  if (one === null || more === null || one.ticked === more.ticked) return null;
  return more;
}

/** The boxes of the relationship, with the title or the text below them. */
export function relationship(sheet: Sheet, label: Phrase): PrintedRelationship {
  const box = labelBox(sheet, label);
  if (!box) return UNTOLD_RELATIONSHIP;
  const cell = relationshipCell(sheet, phraseTop(box, label));
  if (!cell) return UNTOLD_RELATIONSHIP;
  const { words, director, tenPercent, officer, other } = cell;
  const [isDirector = null, isTenPercentOwner = null, isOfficer = null, isOther = null] = tickedLines(
    words,
    [director, tenPercent, officer, other],
    sheet.kind === "scanned",
  );
  const ticks = { isDirector, isTenPercentOwner, isOfficer, isOther };
  if (officer.length === 0 || other.length === 0) return { ...ticks, officerTitle: null, otherText: null };
  const labels = new Set([...officer, ...other]);
  const last = Math.max(...[...labels].map(({ baseline }) => baseline));
  const [left] = other;
  const below = words.filter(
    ({ text, baseline, size }) => baseline > last + 0.4 * size && !/^(?:[_\s]+|\(specify|below\))$/.test(text),
  );
  return {
    ...ticks,
    ...titleAndText(below, isOfficer?.ticked, isOther?.ticked, left?.left ?? Infinity),
  };
}

const phraseTop = (box: Rectangle, label: Phrase): Rectangle => ({ ...box, top: Math.max(box.top, label.top - 1) });

type RelationshipCell = Record<"words" | "director" | "tenPercent" | "officer" | "other", SheetWord[]>;

/** Lines may be drawn within a cell. The relationship extends down to its last label and the line below it. */
function relationshipCell(sheet: Sheet, box: Rectangle): RelationshipCell | null {
  const words = wordsIn(sheet, box);
  const director = labelWords(words, /^Director\b/i, /^10%/);
  const tenPercent = labelWords(words, /^10\s?%/, /^$/);
  const officer = withSecondLine(words, labelWords(words, /^Officer \(give/i, /^Other$/));
  const other = withSecondLine(words, labelWords(words, /^Other\b/i, /^$/));
  const isWhole = [director, tenPercent, officer, other].every(({ length }) => length > 0);
  // A label that was not recognised leaves its own box unread.
  if (!isWhole && sheet.kind !== "scanned") return null;
  return { words, director, tenPercent, officer, other };
}

/** `Officer (give title below)` may continue on the next line until its bracket closes. */
function withSecondLine(words: SheetWord[], label: SheetWord[]): SheetWord[] {
  const [first] = label;
  if (!first || joined(label).includes(")")) return label;
  const below = words
    .filter(
      (word) => word.baseline > first.baseline + 0.5 * first.size && word.baseline < first.baseline + 4 * first.size,
    )
    .sort((a, b) => a.baseline - b.baseline);
  for (const word of below) {
    if (/^(?:title|below\)|\(?specify|give)/i.test(word.text) && Math.abs(word.size - first.size) < 0.1 * first.size) {
      const isOwn = isUnder(label, word, words);
      if (isOwn) label = [...label, word];
      if (word.text.includes(")") && isOwn) break;
    }
  }
  return label;
}

/** True if the word is nearer to the left edge of this label than to that of any other label on the line. */
function isUnder(label: SheetWord[], word: SheetWord, words: SheetWord[]): boolean {
  const [first] = label;
  if (!first) return false;
  const starts = words
    .filter(
      ({ text, baseline }) => /^(?:Officer|Other)$/i.test(text) && Math.abs(baseline - first.baseline) < first.size,
    )
    .map(({ left }) => left);
  const own = starts.filter((left) => left <= word.right).sort((a, b) => b - a)[0];
  return own === undefined ? first.left === Math.min(...starts) : own === first.left;
}

/** One line contains the title, the text, or both as `TITLE / TEXT`; or each is below its own label. */
function titleAndText(
  words: SheetWord[],
  isOfficer: boolean | undefined,
  isOther: boolean | undefined,
  otherLeft: number,
): Pick<PrintedOwner, "officerTitle" | "otherText"> {
  const nothing = emptyCell();
  if (words.length === 0) return { officerTitle: nothing, otherText: nothing };
  if (isOfficer && !isOther) return { officerTitle: plainCell(words), otherText: nothing };
  if (isOther && !isOfficer) return { officerTitle: nothing, otherText: plainCell(words) };
  const under = words.filter(({ left }) => left >= otherLeft - 2);
  const before = words.filter((word) => !under.includes(word));
  const isApart =
    under.length > 0 &&
    before.length > 0 &&
    Math.min(...under.map(({ left }) => left)) - Math.max(...before.map(({ right }) => right)) > 8;
  if (isOfficer && isOther && isApart) return { officerTitle: plainCell(before), otherText: plainCell(under) };
  return { officerTitle: null, otherText: null };
}
