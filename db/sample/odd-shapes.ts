import { addYears, day, dayText } from "@/db/sample/calendar";
import { isTransaction } from "@/db/sample/desk";
import { type Cell, cell, type Filing, type Row, type TransactionRow } from "@/db/sample/filing";
import * as notes from "@/db/sample/notes/long-notes";

/** Something that real filings do and few expect; all of it stays valid by the schema. */
type OddShape = { name: string; times: number; fits: (filing: Filing) => boolean; apply: (filing: Filing) => void };

/** Gives each odd shape to some filings, spread over the years; no filing gets two. */
export function addOddShapes(filings: readonly Filing[]): void {
  for (const { name, times, fits, apply } of ODD_SHAPES) {
    const fitting = filings.filter((filing) => filing.oddities.length === 0 && !filing.superseded && fits(filing));
    for (let count = 0; count < Math.min(times, fitting.length); count++) {
      const filing = fitting[Math.floor(((count + 0.5) * fitting.length) / times)];
      if (!filing || filing.oddities.length > 0) continue;
      apply(filing);
      filing.oddities.push(name);
    }
  }
}

const trades = (filing: Filing): TransactionRow[] => filing.tableI.filter(isTransaction);
const hasTrades = (filing: Filing) => filing.documentType === "4" && trades(filing).length > 0;

/** Rows may be shared by several filings of one group: they are changed in a copy. */
function changeRows(filing: Filing, change: (row: Row) => Row): void {
  filing.tableI = filing.tableI.map(change);
  filing.tableII = filing.tableII.map(change);
}

function changeFirstTrade(filing: Filing, change: (row: TransactionRow) => TransactionRow): void {
  const index = filing.tableI.findIndex(isTransaction);
  const row = filing.tableI[index];
  if (row && isTransaction(row)) filing.tableI = filing.tableI.with(index, change(row));
}

const changeTrades = (filing: Filing, change: (row: TransactionRow) => TransactionRow) =>
  changeRows(filing, (row) => (isTransaction(row) ? change(row) : row));

const withValue = (from: Cell, change: (value: string) => string): Cell => ({
  ...from,
  value: from.value === null ? null : change(from.value),
});

const addNotes = (from: Cell, ...more: string[]): Cell => ({ ...from, notes: [...from.notes, ...more] });

const EASTERN = "-05:00";

const grantOf = (filing: Filing): number =>
  filing.tableII.findIndex((row) => isTransaction(row) && row.code === "A" && row.terms?.exercisePrice.value != null);

function redateGrant(filing: Filing, redate: (date: string) => string): void {
  const index = grantOf(filing);
  const row = filing.tableII[index];
  if (!row || !isTransaction(row)) return;
  filing.tableII = filing.tableII.with(index, { ...row, date: withValue(row.date, redate), gap: "filer's mistake" });
}

const contradiction = (code: "P" | "S"): OddShape => ({
  name: `code ${code} with the other letter`,
  times: 1,
  fits: (filing) =>
    hasTrades(filing) &&
    trades(filing)[0]?.code === code &&
    trades(filing)[0]?.gap === null &&
    trades(filing).length === 1,
  apply: (filing) =>
    changeFirstTrade(filing, (row) => ({
      ...row,
      acquiredDisposed: cell(code === "P" ? "D" : "A"),
      gap: "filer's mistake",
    })),
});

export const ODD_SHAPES: readonly OddShape[] = [
  contradiction("P"),
  contradiction("S"),
  {
    name: "decimal without a leading zero",
    times: 5,
    fits: (filing) => trades(filing).some((row) => row.price.value?.startsWith("0.") && Number(row.price.value) > 0),
    apply: (filing) =>
      changeTrades(filing, (row) => ({ ...row, price: withValue(row.price, (value) => value.replace(/^0\./, ".")) })),
  },
  {
    name: "trailing zeros",
    times: 6,
    fits: (filing) => hasTrades(filing) && trades(filing).every((row) => !row.amount.value?.includes(".")),
    apply: (filing) =>
      changeTrades(filing, (row) => ({
        ...row,
        amount: withValue(row.amount, (value) => `${value}.0`),
        following: withValue(row.following, (value) => (value.includes(".") ? value : `${value}.0000`)),
      })),
  },
  {
    name: "leading zeros",
    times: 1,
    fits: hasTrades,
    apply: (filing) =>
      changeFirstTrade(filing, (row) => ({ ...row, amount: withValue(row.amount, (value) => `00${value}`) })),
  },
  {
    name: "dates with a time zone",
    times: 3,
    fits: hasTrades,
    apply: (filing) => {
      changeTrades(filing, (row) => ({ ...row, date: withValue(row.date, (value) => value + EASTERN) }));
      filing.period += EASTERN;
      filing.signatures = filing.signatures.map(({ name, date }) => ({ name, date: date + EASTERN }));
    },
  },
  {
    name: "white space around values",
    times: 3,
    fits: (filing) => hasTrades(filing) && !filing.style.oneLine,
    apply: (filing) => {
      changeRows(filing, (row) => ({ ...row, title: withValue(row.title, (value) => ` ${value} `) }));
      filing.remarks = filing.remarks && `\n        ${filing.remarks}\n    `;
    },
  },
  {
    name: "comment in the document",
    times: 2,
    fits: hasTrades,
    apply: (filing) => {
      filing.comment = " Prepared with Filing Desk 4.2 ";
    },
  },
  {
    name: "note of several lines",
    times: 8,
    fits: (filing) =>
      hasTrades(filing) && trades(filing).some((row) => row.codeNotes.some((note) => note.length > 120)),
    apply: (filing) =>
      changeTrades(filing, (row) => ({
        ...row,
        codeNotes: row.codeNotes.map((note) => note.replaceAll(/([,;.]) /g, "$1\n            ")),
      })),
  },
  {
    name: "note that runs over into the next",
    times: 4,
    fits: (filing) => hasTrades(filing) && filing.owners.some(({ name }) => name.endsWith("L.P.")),
    apply: (filing) =>
      changeFirstTrade(filing, (row) => ({
        ...row,
        title: addNotes(row.title, ...notes.structureInTwoParts(filing.issuer.name)),
      })),
  },
  {
    name: "notes on nearly every field",
    times: 3,
    fits: (filing) => hasTrades(filing) && trades(filing).length <= 2,
    apply: (filing) =>
      changeFirstTrade(filing, (row) => ({
        ...row,
        title: addNotes(row.title, notes.onTitle, notes.general),
        date: addNotes(row.date, notes.onDate, notes.general),
        codeNotes: [...row.codeNotes, notes.onCode, notes.general],
        amount: addNotes(row.amount, notes.onAmount, notes.general),
        price: addNotes(row.price, notes.onPrice),
        acquiredDisposed: addNotes(row.acquiredDisposed, notes.general),
        following: addNotes(row.following, notes.onBalance, notes.general),
        directOrIndirect: addNotes(row.directOrIndirect, notes.onOwnership),
      })),
  },
  {
    name: "row of no shares",
    times: 3,
    fits: (filing) => hasTrades(filing) && trades(filing).at(-1)?.code === "A" && trades(filing).length < 5,
    apply: (filing) => {
      const last = trades(filing).at(-1);
      if (last) filing.tableI = [...filing.tableI, { ...last, amount: cell("0", notes.noneEarned), gap: null }];
    },
  },
  {
    name: "date after filing",
    times: 1,
    fits: (filing) => grantOf(filing) >= 0,
    apply: (filing) => redateGrant(filing, (date) => dayText(addYears(day(date), 1))),
  },
  {
    name: "century left out of a date",
    times: 1,
    fits: (filing) => grantOf(filing) >= 0,
    apply: (filing) => redateGrant(filing, (date) => `00${date.slice(2)}`),
  },
  {
    name: "signed before the period",
    times: 1,
    fits: (filing) => hasTrades(filing) && filing.signatures.length === 1,
    apply: (filing) => {
      filing.signatures = filing.signatures.map(({ name }) => ({ name, date: dayText(day(filing.period) - 3) }));
    },
  },
  {
    name: "note that nothing refers to",
    times: 3,
    fits: hasTrades,
    apply: (filing) => filing.looseNotes.push(notes.looseNote),
  },
  {
    name: "angle brackets in a note",
    times: 3,
    fits: hasTrades,
    apply: (filing) => changeFirstTrade(filing, (row) => ({ ...row, amount: addNotes(row.amount, notes.brackets) })),
  },
  {
    name: "letters beyond ASCII",
    times: 3,
    fits: hasTrades,
    apply: (filing) =>
      changeFirstTrade(filing, (row) => ({ ...row, amount: addNotes(row.amount, notes.foreignLetters) })),
  },
  {
    name: "remarks of great length",
    times: 3,
    fits: (filing) => filing.remarks === "" && filing.owners.length > 1,
    apply: (filing) => {
      filing.remarks = notes.longRemarks(filing.issuer.name);
    },
  },
  {
    name: "total in the price column",
    times: 2,
    fits: (filing) =>
      hasTrades(filing) &&
      trades(filing).length === 1 &&
      trades(filing)[0]?.code === "S" &&
      Number(trades(filing)[0]?.amount.value) > 5000,
    apply: (filing) =>
      changeFirstTrade(filing, (row) => {
        const total = Math.round(Number(row.amount.value) * Number(row.price.value));
        return { ...row, price: cell(`${total}.00`, notes.totalAsPrice) };
      }),
  },
  {
    name: "value of the underlying security",
    times: 2,
    fits: (filing) => filing.tableII.some((row) => row.inDollars && isTransaction(row)),
    apply: (filing) =>
      changeRows(filing, (row) =>
        row.inDollars && isTransaction(row) ? { ...row, underlying: { value: row.amount } } : row,
      ),
  },
];
