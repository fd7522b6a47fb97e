import { type AnyColumn, TRADE_COLUMNS } from "@/paper/form/form-columns";
import { type OcrCell, partings } from "./ocr-cell";
import type { TableColumn } from "./table-columns";

export type PlacedCells = {
  cells: Partial<Record<AnyColumn, OcrCell>>;
  unplaced: OcrCell[];
  /** False if the headings fit no explanation, and only the order of kinds was used. */
  byHeads: boolean;
};

/** The columns by their place, each with the column of its heading if known. */
export type Heads = (AnyColumn | null)[];

type Item = { cell: OcrCell; at: number };
/** `partsMark` if a value and the mark after it are read as two merged cells. */
type Arrangement = { items: Item[]; cost: number; partsMark?: true };
type Placement = { columns: Map<number, OcrCell>; cost: number; partsMark?: true };

type IsMark = (mark: string) => boolean;

/**
 * Assigns the cells of a row to columns. OCR may have lost an empty cell (which moves all later ones a column to the left),
 * merged two cells, or dropped a cell. We try everything that could have happened and keep the explanations with the least
 * damage; a cell is placed only if they all agree on its column. If the headings fit none, the kinds of the cells and the form's
 * order must decide.
 */
export function placeOcrRow(
  cells: (OcrCell | null)[],
  heads: Heads,
  columns: TableColumn[],
  isMark: IsMark,
): PlacedCells {
  const present = cells.filter((cell) => cell !== null);
  const explained = (ways: Arrangement[]) => best(ways.flatMap((way) => placements(way, heads, columns)));
  const once = explained(damagedOnce(cells, isMark));
  // An explanation with two accidents is no better than one.
  const byHeads = once.some(({ cost }) => cost < 2)
    ? once
    : explained([...damagedOnce(cells, isMark), ...damagedTwice(cells, isMark)]);
  const byOrder =
    byHeads.length > 0
      ? byHeads
      : best([
          ...byKinds(present, columns, 0),
          ...unmerged(standing(cells), isMark).flatMap((items) =>
            byKinds(
              items.map(({ cell }) => cell),
              columns,
              1,
            ),
          ),
        ]);
  const withoutOne = byOrder.length > 0 ? [] : explained(unreadableOnce(cells, isMark));
  const found = byOrder.length > 0 ? byOrder : withoutOne;
  const { cells: placed, unplaced } = agreed(found, present, columns);
  const isByHeads = byHeads.length > 0 || withoutOne.length > 0;
  if (isByHeads && heads.includes("amountOfEither") && placed.amountAcquired) {
    placed.amountOfEither = placed.amountAcquired;
    delete placed.amountAcquired;
  }
  return { cells: placed, unplaced, byHeads: isByHeads };
}

function best(placements: Placement[]): Placement[] {
  const least = Math.min(...placements.map(({ cost }) => cost));
  const found = placements.filter(({ cost }) => cost === least && cost <= MOST_DAMAGE);
  if (!found.every(({ partsMark }) => partsMark)) return found;
  // The mark more likely belongs to the value before it, so explanations that read it so count too, at one accident more.
  return [...found, ...placements.filter(({ cost, partsMark }) => !partsMark && cost === least + 1)];
}

const MOST_DAMAGE = 3;

const standing = (cells: (OcrCell | null)[]): Item[] => cells.flatMap((cell, at) => (cell ? [{ cell, at }] : []));

/** The row as it is, and as it was before an empty cell was lost or two cells were merged. */
function damagedOnce(cells: (OcrCell | null)[], isMark: IsMark): Arrangement[] {
  const asItStands = standing(cells);
  const once = [...shifted(asItStands), ...unmerged(asItStands, isMark, (item) => !isValueWithMark(item))];
  return [
    { items: asItStands, cost: 0 },
    ...once.map((items) => ({ items, cost: 1 })),
    ...unmerged(asItStands, isMark, isValueWithMark).map((items) => ({ items, cost: 1, partsMark: true as const })),
  ];
}

const isValueWithMark = ({ cell }: Item) => cell.kind !== "text" && cell.kind !== "letter" && cell.marks.length > 0;

const damagedTwice = (cells: (OcrCell | null)[], isMark: IsMark): Arrangement[] =>
  unmerged(standing(cells), isMark)
    .flatMap((items) => [...shifted(items), ...unmerged(items, isMark)])
    .map((items) => ({ items, cost: 2 }));

/** The row without one cell in which no words are left: its content is of no column's kind. */
const unreadableOnce = (cells: (OcrCell | null)[], isMark: IsMark): Arrangement[] =>
  cells.flatMap((cell, at) =>
    cell === null || /[A-Za-z]{3}/.test(cell.text)
      ? []
      : damagedOnce(cells.with(at, null), isMark).map((way) => ({ ...way, cost: way.cost + 1 })),
  );

const shifted = (items: Item[]): Item[][] =>
  items.map((_, from) => items.map(({ cell, at }, index) => ({ cell, at: index >= from ? at + 1 : at })));

function unmerged(items: Item[], isMark: IsMark, isWanted: (item: Item) => boolean = () => true): Item[][] {
  return items.flatMap((item, index) => {
    if (!isWanted(item)) return [];
    const { cell, at } = item;
    const isOfWords = cell.kind === "text" || cell.kind === "marks";
    const isNextFree = items[index + 1]?.at !== at + 1;
    // A value with its mark may be a value and the next cell, of which only the mark is left. Two columns of words are never
    // adjacent.
    const ways = partings(cell, isMark).filter(([left, right]) =>
      isOfWords ? left.kind !== "text" || right.kind !== "text" : right.kind === "marks",
    );
    const [before, after] = [items.slice(0, index), items.slice(index + 1)];
    const isBeforeFree = at > 0 && before.at(-1)?.at !== at - 1;
    return ways.flatMap(([left, right]) => [
      [
        ...before,
        { cell: left, at },
        { cell: right, at: at + 1 },
        ...after.map((item) => (isNextFree ? item : { ...item, at: item.at + 1 })),
      ],
      ...(isBeforeFree ? [[...before, { cell: left, at: at - 1 }, { cell: right, at }, ...after]] : []),
    ]);
  });
}

/** The placements of an arrangement under the headings. An unknown heading may be any column between its neighbours. */
function placements({ items, cost, partsMark }: Arrangement, heads: Heads, columns: TableColumn[]): Placement[] {
  const order = heads.map((name) =>
    name === null ? null : columns.findIndex((column) => column.name === orderName(name, columns)),
  );
  let ways: Placement[] = [{ columns: new Map(), cost, ...(partsMark ? { partsMark } : {}) }];
  let last = -1;
  for (const { cell, at } of items) {
    const told = order[at];
    if (told === undefined) return [];
    let choices: number[];
    if (told !== null) choices = [told];
    else {
      const before = Math.max(last, ...order.slice(0, at).map((index) => index ?? -1));
      const after = order.slice(at).find((index) => index !== null) ?? columns.length;
      choices = columns.map((_, index) => index).filter((index) => index > before && index < after);
    }
    const next: Placement[] = [];
    for (const way of ways) {
      for (const choice of choices) {
        const column = columns[choice];
        if (!column?.fits(cell) || (way.columns.size > 0 && choice <= Math.max(...way.columns.keys()))) continue;
        next.push({ ...way, columns: new Map([...way.columns, [choice, cell]]) });
      }
    }
    ways = next;
    last = told ?? last;
    if (ways.length === 0) return [];
  }
  const shown = new Set(heads.flatMap((name) => (name === null ? [] : [name])));
  const isUntold = heads.includes(null);
  return ways.flatMap((way) => judged(way, columns, (name) => isUntold || shown.has(name)));
}

/** If both amounts of Table II are in one column, it takes the place of the first. */
const orderName = (name: AnyColumn, columns: TableColumn[]): AnyColumn =>
  name === "amountOfEither" && columns.some((column) => column.name === "amountAcquired") ? "amountAcquired" : name;

/** Every way to assign the texts to columns in order, by their kinds alone. */
function byKinds(cells: OcrCell[], columns: TableColumn[], cost: number): Placement[] {
  const ways: Placement[] = [];
  const place = (index: number, from: number, placed: Map<number, OcrCell>) => {
    if (ways.length > MOST_WAYS) return;
    const cell = cells[index];
    if (cell === undefined) {
      ways.push(...judged({ columns: placed, cost }, columns, () => true));
      return;
    }
    columns.forEach((column, at) => {
      if (at < from || !(column.isSurely ?? column.fits)(cell)) return;
      place(index + 1, at + 1, new Map([...placed, [at, cell]]));
    });
  };
  place(0, 0, new Map());
  return ways.length > MOST_WAYS ? [] : ways;
}

const MOST_WAYS = 2000;
/** A required column that a placement leaves empty counts as damage. An amount cannot be under both (A) and (D). */
function judged(placement: Placement, columns: TableColumn[], isShown: (name: AnyColumn) => boolean): Placement[] {
  const filled = new Set([...placement.columns.keys()].map((index) => columns[index]?.name));
  if (filled.has("amountAcquired") && filled.has("amountDisposed")) return [];
  const isTrade = [...filled].some(
    (name) => name !== undefined && (TRADE_COLUMNS.includes(name) || name === "amountOfEither"),
  );
  const missing = columns.filter(
    ({ name, required }) =>
      isShown(name) && !filled.has(name) && (required === "always" || (required === "trade" && isTrade)),
  ).length;
  const direct = [...placement.columns].find(([index]) => columns[index]?.name === "directOrIndirect")?.[1];
  const noNature = direct?.text === "I" && isShown("nature") && !filled.has("nature") ? 1 : 0;
  const noAmount =
    isTrade &&
    columns.some(({ name }) => name === "amountAcquired") &&
    !filled.has("amountAcquired") &&
    !filled.has("amountDisposed")
      ? 1
      : 0;
  return [{ ...placement, cost: placement.cost + missing + noNature + noAmount }];
}

const keyOf = ({ span, text, marks }: OcrCell) => `${span.page}:${span.number}:${span.from}:${text}:${marks.join()}`;

/** The cells on which all placements agree. If some put an amount under (A) and others under (D), it may be either. */
function agreed(placements: Placement[], cells: OcrCell[], columns: TableColumn[]): Omit<PlacedCells, "byHeads"> {
  const placed: PlacedCells["cells"] = {};
  const [first] = placements;
  if (!first) return { cells: placed, unplaced: cells };
  columns.forEach(({ name }, index) => {
    const cell = first.columns.get(index);
    if (cell && placements.every(({ columns }) => keyed(columns.get(index)) === keyOf(cell))) placed[name] = cell;
  });
  const eithers = placements.map(({ columns: filled }) => {
    const at = (name: AnyColumn) => filled.get(columns.findIndex((column) => column.name === name));
    return at("amountAcquired") ?? at("amountDisposed");
  });
  const [either] = eithers;
  if (
    either &&
    !placed.amountAcquired &&
    !placed.amountDisposed &&
    eithers.every((cell) => keyed(cell) === keyOf(either))
  ) {
    placed.amountOfEither = either;
  }
  const isCovered = ({ span }: OcrCell) => {
    const inside = Object.values(placed).filter(
      ({ span: taken }) =>
        taken.number === span.number && taken.page === span.page && taken.from >= span.from && taken.to <= span.to,
    );
    return (
      inside.length > 0 &&
      inside.some(({ span: taken }) => taken.from === span.from) &&
      inside.some(({ span: taken }) => taken.to === span.to)
    );
  };
  return { cells: placed, unplaced: cells.filter((cell) => !isCovered(cell)) };
}

const keyed = (cell: OcrCell | undefined) => (cell ? keyOf(cell) : null);
