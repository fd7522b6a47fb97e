import { costsThrough, likeliest, NEVER } from "./likeliest-columns";
import { type ColumnSpan, offCost, typeCost } from "./place-words";
import type { TypedWord } from "./words-of-line";

/**
 * Words of one line that belong together, with the number of their line. `isTied`: a single space separates it from the previous
 * word.
 */
export type Unit = { words: TypedWord[]; at: number; from: number; to: number; isTied: boolean };

export type PlacedUnit = { unit: Unit; column: number; rivals: number[] };

const SOFT = 0.6;

/** The units of a line: words of a text separated by single spaces stay together with their marks; every other word is a unit. */
export function unitsOf(words: TypedWord[], at: number): Unit[] {
  const units: Unit[] = [];
  words.forEach((word, index) => {
    const last = units.at(-1);
    const before = words[index - 1];
    const next = words[index + 1];
    const isWithin =
      word.type === "text" || ((word.type === "letter" || isShort(word)) && next?.type === "text" && next.gap === 1);
    const isItsMark = word.type === "marks" && (last?.words[0]?.type === "text" || last?.words[0]?.type === "marks");
    if (last && before && word.gap === 1 && (isItsMark || (before.type === "text" && isWithin))) {
      last.words.push(word);
      last.to = word.to;
    } else if (
      last &&
      before &&
      word.type === "text" &&
      word.gap === 1 &&
      last.words.length > 1 &&
      (before.type === "letter" || isShort(before))
    ) {
      last.words.push(word);
      last.to = word.to;
    } else {
      units.push({ words: [word], at, from: word.from, to: word.to, isTied: before !== undefined && word.gap === 1 });
    }
  });
  return units;
}

const isShort = ({ type, text }: TypedWord) => type === "number" && text.length < 5 && !text.includes(",");

/**
 * Assigns the units of a row to columns, over all its lines at once: a unit further right is in the same column or a later one,
 * and a column of values has one value.
 */
export function placeRow(units: Unit[], spans: ColumnSpan[]): PlacedUnit[] {
  const hanging = new Map(
    units.flatMap((unit) => {
      const value = valueOver(unit, units);
      return value ? [[unit, value] as const] : [];
    }),
  );
  const placed = placeInOrder(
    units.filter((unit) => !hanging.has(unit)),
    spans,
  );
  const own = new Map(placed.map((one) => [one.unit, one]));
  return units.flatMap((unit) => {
    const one = own.get(hanging.get(unit) ?? unit);
    return one ? [{ ...one, unit }] : [];
  });
}

/**
 * For marks on a line of their own, directly above or below a single value and within its width: that value, to which they
 * belong.
 */
function valueOver(unit: Unit, units: Unit[]): Unit | undefined {
  if (!isMark(unit) || unit.isTied) return undefined;
  const [value, another] = units.filter(
    (other) =>
      !isMark(other) &&
      !isDollar(other) &&
      other.at !== unit.at &&
      Math.abs(other.at - unit.at) <= 1 &&
      unit.from >= other.from - 1 &&
      unit.to <= other.to + 1,
  );
  return another ? undefined : value;
}

function placeInOrder(units: Unit[], spans: ColumnSpan[]): PlacedUnit[] {
  const sorted = [...units].sort((a, b) => placeOf(a) - placeOf(b) || a.at - b.at);
  if (sorted.length === 0) return [];
  const deemed = columnOfDeemed(spans);
  const only = onlyDateBeforeCode(sorted, spans);
  const own = sorted.map((unit) =>
    spans.map((span, column) => (unit === only && column === deemed ? NEVER : ownCost(unit, span))),
  );
  // A state is a column with or without its value: 2 * column + (has a value).
  const costs = costsThrough(
    sorted.length,
    2 * spans.length,
    (state) => {
      const [unit, span] = [sorted[0], spans[state >> 1]];
      const isState = unit && span && stateAfter(unit, span, false) === (state & 1);
      return isState ? (own[0]?.[state >> 1] ?? NEVER) : NEVER;
    },
    (at, from, to) => {
      const [before, unit, span] = [sorted[at - 1], sorted[at], spans[to >> 1]];
      if (!before || !unit || !span || from >> 1 > to >> 1) return NEVER;
      const had = from >> 1 === to >> 1 && (from & 1) === 1;
      if (stateAfter(unit, span, had) !== (to & 1)) return NEVER;
      return stepCost(before, unit, from >> 1, to >> 1, span) + (own[at]?.[to >> 1] ?? NEVER);
    },
  );
  return sorted.map((unit, at) => ({
    unit,
    ...likeliest(
      spans.map((_, column) => Math.min(costs[at]?.[2 * column] ?? NEVER, costs[at]?.[2 * column + 1] ?? NEVER)),
    ),
  }));
}

/** The second of the two date columns before the code: deemed execution dates. */
function columnOfDeemed(spans: ColumnSpan[]): number {
  const code = spans.findIndex(({ kind }) => kind === "code");
  return spans.findLastIndex(({ kind }, column) => kind === "date" && column < code);
}

/** A deemed execution date never occurs alone, so a row's only date before its code is the transaction date. */
function onlyDateBeforeCode(units: Unit[], spans: ColumnSpan[]): Unit | undefined {
  if (!spans.some(({ kind }) => kind === "code")) return undefined;
  const code = units.findIndex(
    (unit, index) =>
      first(unit)?.type === "letter" && units.slice(0, index).some((before) => first(before)?.type === "date"),
  );
  const dates = units.slice(0, code === -1 ? 0 : code).filter((unit) => first(unit)?.type === "date");
  return dates.length === 1 ? dates[0] : undefined;
}

const first = (unit: Unit) => unit.words[0];
const placeOf = (unit: Unit) => (first(unit)?.type === "text" ? unit.from : (unit.from + unit.to) / 2);

const isMark = (unit: Unit) => first(unit)?.type === "marks";
const isDollar = (unit: Unit) => /^-?\$$/.test(first(unit)?.value ?? "");
const hasValue = (unit: Unit, span: ColumnSpan) => span.kind !== "text" && !isMark(unit) && !isDollar(unit);

/** Whether the column has its value after this unit; null if it already had one. */
function stateAfter(unit: Unit, span: ColumnSpan, had: boolean): 0 | 1 | null {
  if (!hasValue(unit, span)) return had ? 1 : 0;
  return had ? null : 1;
}

function ownCost(unit: Unit, span: ColumnSpan): number {
  const word = first(unit);
  if (!word) return NEVER;
  const isInText = span.kind === "text" && unit.isTied && (word.type === "letter" || isShort(word));
  const type = isInText ? 0.4 : typeCost(word, span.kind);
  const outside =
    unit.to <= (span.values?.from ?? 0)
      ? (span.values?.from ?? 0) - unit.to + 1
      : span.values && unit.from >= span.values.to
        ? unit.from - span.values.to + 1
        : 0;
  return type === NEVER
    ? NEVER
    : type +
        Math.min(outside * 0.1, 0.6) +
        softly(
          offCost(
            span,
            word.type === "text" ? unit.from + Math.min(unit.to - unit.from, 4) / 2 : (unit.from + unit.to) / 2,
          ),
        );
}

/** In a whole row the order says more than the place. */
const softly = (cost: number) => cost * SOFT;

function stepCost(before: Unit, unit: Unit, from: number, to: number, span: ColumnSpan): number {
  const isNext = before.at === unit.at && unit.from >= before.to;
  const gap = unit.from - before.to;
  if (to > from)
    return (isNext && gap === 1 ? (isMark(unit) ? 1.2 : 1) : 0) + (isMark(unit) && span.kind === "text" ? 4 : 0);
  if (!isNext) return 0;
  if (span.kind === "text") return gap === 1 ? 0 : gap === 2 ? 1 : 3;
  // Marks of one cell are close to it and to each other.
  return gap <= 1 ? 0 : isMark(before) ? 2 : gap <= 3 ? 0.3 : 1;
}
