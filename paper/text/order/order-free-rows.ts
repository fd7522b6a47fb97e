import { decimalOf } from "@/paper/cell-values";
import type { PrintedCell, PrintedTableIRow } from "@/paper/printed-form";
import { codesBySigns, datesInTime, naturesByNotes, naturesBySeries, pricesByDays } from "./confirmed-order";
import { inColumnOrder } from "./in-column-order";
import { MARK_BELOW } from "./mark-doubts";
import { partedBySums } from "./parted-by-sums";
import { sameOrNone, says } from "./same-texts";
import type { TableToken } from "./table-tokens";
import { withMarksShown } from "./with-marks-shown";

type Cells = PrintedTableIRow["cells"];

/**
 * Rows of Table I whose texts came out in any order. How many rows there are is told by counting: every row has one title, one
 * balance and one letter of ownership, and every trade a date, a code, an amount and a letter besides. A column is read where its
 * texts are all the same, so that their order does not matter, or where the order is confirmed: each balance is the one before
 * it and the amount. All else is unread. Null where the counts do not agree.
 */
export function orderFreeRows(tokens: TableToken[], isTitle: (text: string) => boolean): PrintedTableIRow[] | null {
  const of = (kind: TableToken["kind"]) => tokens.filter((token) => token.kind === kind);
  const dates = of("date");
  const numbers = of("number");
  const trades = dates.length;
  const count = numbers.length - trades;
  const letters = lettersOf(tokens, trades, count);
  const [titles, natures] = [
    of("words").filter(({ cell }) => isTitle(cell.text)),
    of("words").filter(({ cell }) => !isTitle(cell.text)),
  ];
  // Natures and marks alone make no row.
  if (tokens.every(({ kind, cell }) => kind === "marks" || (kind === "words" && !isTitle(cell.text)))) return [];
  if (!letters || count < 1 || titles.length < count) return null;
  const isOnlyTrades = trades === count;
  if (trades > count) return null;
  const columns: Partial<Record<keyof Cells, TableToken[]>> = {
    // A title more than there are rows is a part of one that a page's end broke.
    securityTitle: titles.length === count ? sameOrNone(titles) : [],
    directOrIndirect: sameOrNone(letters.ownership),
    nature: naturesOf(natures, of("marks"), count),
  };
  if (isOnlyTrades) {
    columns.transactionDate = sameOrNone(dates);
    columns.code = sameOrNone(letters.codes);
    columns.acquiredDisposed = sameOrNone(letters.acquired);
    const { series, ...sums } = amountsAndBalances(tokens, letters.acquired, count);
    Object.assign(columns, sums);
    // Where amounts and balances came out in their order, the other columns did if they agree with them.
    if (count > 2 && sums.amount) {
      if (columns.transactionDate.length === 0) columns.transactionDate = datesInTime(dates);
      if (columns.code.length === 0)
        columns.code = codesBySigns(codesInOrder(tokens, letters), sums.acquiredDisposed ?? []);
      if (!sums.price) columns.price = pricesByDays(of("price"), columns.transactionDate);
      if (columns.nature?.length === 0) {
        const inOrder = naturesBySeries(natures, series ?? []);
        columns.nature = inOrder.length > 0 ? inOrder : naturesByNotes(natures, of("marks"), series ?? []);
      }
    }
  } else if (trades === 0) {
    columns.owned = count === 1 ? numbers : numbers.map(inColumnOrder);
    if (columns.directOrIndirect?.length === 0)
      columns.directOrIndirect = tokens.filter((token) => letters.ownership.includes(token)).map(inColumnOrder);
  }
  const isFirstTrade = trades === 1 && count > 1 && isTitleOf(tokens[0], isTitle) && tokens[1]?.kind === "date";
  if (isFirstTrade) Object.assign(columns, onlyTrade(tokens, letters));
  if (columns.amount) columns.amount = columns.amount.map((amount) => withMarkBelow(amount, tokens));
  const used = new Set(Object.values(columns).flat());
  const rows = Array.from({ length: count }, (_, at): PrintedTableIRow => {
    const cells: Cells = {};
    for (const [column, texts] of Object.entries(columns) as [keyof Cells, TableToken[]][]) {
      const cell = texts[at]?.cell;
      if (cell) cells[column] = cell;
    }
    if (natures.length === 0) cells.nature = EMPTY;
    const isHolding = trades === 0 || (isFirstTrade && at > 0);
    if (cells.transactionDate || cells.code) cells.deemedExecutionDate = EMPTY;
    if (isHolding)
      Object.assign(cells, {
        deemedExecutionDate: EMPTY,
        transactionDate: EMPTY,
        code: EMPTY,
        v: EMPTY,
        amount: EMPTY,
        acquiredDisposed: EMPTY,
        price: EMPTY,
      });
    return { cells, unplaced: [] };
  });
  rows[0]?.unplaced.push(...tokens.filter((token) => !used.has(token)).map(({ cell }) => withMarksShown(cell)));
  return rows;
}

const codesInOrder = (tokens: TableToken[], { codes }: Letters) => tokens.filter((token) => codes.includes(token));

/** A mark that came out below an amount and its letter belongs to the one or the other. */
function withMarkBelow(amount: TableToken, tokens: TableToken[]): TableToken {
  const below = tokens.find(({ kind, block }) => kind === "marks" && block === amount.block);
  if (!below) return amount;
  const marks = [...amount.cell.marks, ...below.cell.marks];
  return { ...amount, cell: { ...amount.cell, marks, doubt: MARK_BELOW } };
}

const isTitleOf = (token: TableToken | undefined, isTitle: (text: string) => boolean) =>
  token?.kind === "words" && isTitle(token.cell.text);

/** A trade above holdings, told by its date right behind the first title: what only a trade has is its. */
function onlyTrade(tokens: TableToken[], { codes, acquired }: Letters): Partial<Record<keyof Cells, TableToken[]>> {
  const [sign] = acquired;
  const isBesidePrice = (token: TableToken) => {
    const before = tokens[tokens.indexOf(token) - 1];
    return before?.kind === "price" && before.block === token.block;
  };
  const numbers = tokens.filter(({ kind }) => kind === "number");
  const amounts = numbers.filter(
    (token) => sign && isFollowedBy(tokens, token, sign.cell.text) && !isBesidePrice(token),
  );
  const owned = numbers.filter(isBesidePrice);
  const prices = tokens.filter(({ kind, cell }) => kind === "price" && cell.text !== "$");
  const only = (texts: TableToken[]) => (texts.length === 1 ? texts : []);
  return {
    transactionDate: tokens.filter(({ kind }) => kind === "date"),
    code: only(codes),
    acquiredDisposed: only(acquired),
    amount: only(amounts),
    price: only(prices),
    owned: only(owned),
  };
}

const isFollowedBy = (tokens: TableToken[], token: TableToken, letter: string) => {
  const next = tokens[tokens.indexOf(token) + 1];
  return next?.kind === "letter" && next.cell.text === letter;
};

const EMPTY: PrintedCell = { text: "", marks: [], places: [] };

type Letters = { codes: TableToken[]; acquired: TableToken[]; ownership: TableToken[] };

/**
 * The letters of a trade's code, of its amount and of ownership. I is ownership, a letter beside a number is the amount's; what is
 * left of A and D is told by how many of each column there must be.
 */
function lettersOf(tokens: TableToken[], trades: number, rows: number): Letters | null {
  const letters = tokens.filter(({ kind, cell }) => kind === "letter" && cell.text !== "V");
  const isBesideNumber = (token: TableToken) => {
    const before = tokens[tokens.indexOf(token) - 1];
    return /^[AD]$/.test(token.cell.text) && before?.kind === "number" && lineOf(before) === lineOf(token);
  };
  const beside = letters.filter(isBesideNumber);
  const indirect = letters.filter(({ cell }) => cell.text === "I");
  const codes = letters.filter(({ cell }) => !/^[ADI]$/.test(cell.text));
  const left = letters.filter(
    (token) => !beside.includes(token) && !indirect.includes(token) && !codes.includes(token),
  );
  const [leftA, leftD] = ["A", "D"].map((letter) => left.filter(({ cell }) => cell.text === letter));
  if (!leftA || !leftD) return null;
  const codesLeft = trades - codes.length;
  const acquiredLeft = trades - beside.length - (leftA.length - codesLeft);
  const ownershipLeft = rows - indirect.length;
  if (codesLeft < 0 || codesLeft > leftA.length || acquiredLeft < 0 || ownershipLeft < 0) return null;
  if (leftD.length !== acquiredLeft + ownershipLeft) return null;
  // Which A is a code and which an amount's does not matter where all say the same.
  const [codesA, acquiredA] = [leftA.slice(0, codesLeft), leftA.slice(codesLeft)];
  const [acquiredD, ownershipD] = [leftD.slice(0, acquiredLeft), leftD.slice(acquiredLeft)];
  if (codesLeft > 0 && acquiredA.length > 0 && new Set(leftA.map(says)).size > 1) return null;
  if (acquiredLeft > 0 && ownershipLeft > 0 && new Set(leftD.map(says)).size > 1) return null;
  const acquired = [...beside, ...acquiredA, ...acquiredD];
  return {
    codes: [...codes, ...codesA],
    acquired,
    ownership: [...indirect, ...ownershipD],
  };
}

const lineOf = ({ cell }: TableToken) => `${cell.places[0]?.page} ${cell.places[0]?.line}`;

type Sums = Partial<Record<"amount" | "acquiredDisposed" | "owned" | "price", TableToken[]>> & { series?: number[] };

/** Amounts, their letters, balances and prices of trades only: told where there is one way to take them as sums. */
function amountsAndBalances(tokens: TableToken[], acquired: TableToken[], count: number): Sums {
  const numbers = tokens.filter(({ kind }) => kind === "number");
  const common = sameOrNone(acquired)[0]?.cell.text;
  const beside = (token: TableToken) => {
    const next = tokens[tokens.indexOf(token) + 1];
    return next?.kind === "letter" && /^[AD]$/.test(next.cell.text) && lineOf(next) === lineOf(token)
      ? next
      : undefined;
  };
  const isBesidePrice = (token: TableToken) => {
    const before = tokens[tokens.indexOf(token) - 1];
    return before?.kind === "price" && before.block === token.block;
  };
  const sums = partedBySums(tokens, numbers, count, (token) => ({
    sign: beside(token)?.cell.text ?? common,
    isAmount: beside(token) ? true : isBesidePrice(token) || isBesideOwnership(tokens, token) ? false : undefined,
  }));
  if (!sums) return {};
  const doubted = (token: TableToken, at: number) => (sums.isConfirmed[at] ? token : inColumnOrder(token));
  return {
    amount: sums.amounts.map(doubted),
    owned: sums.balances.map(doubted),
    acquiredDisposed: sameOrNone(acquired).length > 0 ? acquired : lettersBySign(sums.signs, acquired),
    ...pricesOf(tokens, sums.balances, count),
    series: sums.series,
  };
}

/** A number above an I in one block is a balance. */
function isBesideOwnership(tokens: TableToken[], token: TableToken): boolean {
  const next = tokens[tokens.indexOf(token) + 1];
  return next?.kind === "letter" && next.cell.text === "I" && next.block === token.block;
}

/** The letters as the sums have them, if there are as many of each; the first amount's, which no sum tells, is the one left. */
function lettersBySign(signs: (string | undefined)[], acquired: TableToken[]): TableToken[] {
  if (acquired.some(({ cell }) => cell.marks.length > 0)) return [];
  const left = [...acquired];
  const take = (sign: string | undefined) => {
    const at = left.findIndex(({ cell }) => sign === undefined || cell.text === sign);
    return at === -1 ? [] : left.splice(at, 1);
  };
  const [first, ...others] = signs;
  const rest = others.flatMap(take);
  const letters = [...take(first), ...rest];
  return letters.length === signs.length ? letters : [];
}

/** Natures that all say the same. Their marks may have come out elsewhere: there are as many as natures without. */
function naturesOf(natures: TableToken[], marks: TableToken[], count: number): TableToken[] {
  if (natures.length !== count) return [];
  const same = sameOrNone(natures);
  const marked = natures.find(({ cell }) => cell.marks.length > 0);
  if (!marked || same.length > 0) return same;
  const bare = natures.filter(({ cell }) => cell.marks.length === 0);
  const own = marks.filter(({ cell }) => cell.marks.every((mark) => mark === marked.cell.marks[0]));
  const isSame = natures.every(
    ({ cell }) => cell.text === marked.cell.text && (cell.marks.length === 0 || cell.marks[0] === marked.cell.marks[0]),
  );
  const found = own.reduce((sum, { cell }) => sum + cell.marks.length, 0);
  const attached = natures.reduce((sum, { cell }) => sum + cell.marks.length, 0);
  return isSame && bare.length > 0 && found + attached === count
    ? natures.map((token) => ({ ...token, cell: { ...token.cell, marks: marked.cell.marks.slice(0, 1) } }))
    : [];
}

/**
 * Prices that are all the same; or beside their balances, each, or most of them in their order; or rising or falling from row to
 * row, as sales of one day are listed.
 */
function pricesOf(tokens: TableToken[], balances: TableToken[], count: number): { price?: TableToken[] } {
  const prices = tokens.filter(({ kind, cell }) => kind === "price" && cell.text !== "$");
  if (prices.length !== count) return {};
  if (count === 1 || sameOrNone(prices).length > 0) return { price: prices };
  const isBefore = (price: TableToken, balance: TableToken) =>
    price.block === balance.block && tokens.indexOf(price) + 1 === tokens.indexOf(balance);
  const beside = balances.map((balance) => prices.filter((price) => isBefore(price, balance)));
  const isEachBeside = beside.every((own) => own.length === 1) && new Set(beside.flat()).size === count;
  if (isEachBeside) return { price: beside.flat() };
  const told = beside.flatMap((own, at) => own.map((price) => prices.indexOf(price) === at));
  if (count > 2 && told.length * 2 >= count && told.every(Boolean)) return { price: prices };
  const values = prices.map(({ cell }) => Number(decimalOf(cell.text)));
  const steps = values.slice(1).map((value, at) => Math.sign(value - (values[at] ?? Number.NaN)));
  return count > 2 && steps[0] !== 0 && steps.every((step) => step === steps[0]) ? { price: prices } : {};
}
