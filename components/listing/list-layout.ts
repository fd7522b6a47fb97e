import { isStandard, type ListColumn } from "@/lib/filters/list-columns";
import type { ListOrder } from "@/lib/filters/list-order";

export type ColumnName = "filed" | "insider" | ListColumn;
export type ColumnOrder = { column: ListOrder["column"]; label: string; isName?: true };

type Column = {
  label: string;
  /** Said beside the label where columns are chosen. */
  hint?: string;
  isNumeric?: true;
  /** Whether it is about the filing, and has one cell for all its rows. */
  isOfFiling?: true;
  /** In rem. That of a standard column is also in screener.css, which makes some narrower on tablets. */
  width: number;
  orders?: readonly ColumnOrder[];
};

export const COLUMNS: Record<ColumnName, Column> = {
  filed: { label: "Filed", isOfFiling: true, width: 5.75, orders: [{ column: "filed", label: "Filed" }] },
  // Takes the remaining width. This is the least.
  insider: {
    label: "Insider",
    isOfFiling: true,
    width: 7.5,
    orders: [{ column: "insider", label: "Insider", isName: true }],
  },
  issuer: {
    label: "Issuer",
    isOfFiling: true,
    width: 8.75,
    orders: [{ column: "issuer", label: "Issuer", isName: true }],
  },
  transaction: { label: "Transaction", width: 9.25 },
  // Days from trade to filing are in the same column.
  traded: {
    label: "Traded",
    width: 7.25,
    orders: [
      { column: "traded", label: "Traded" },
      { column: "delay", label: "Delay" },
    ],
  },
  security: { label: "Security", width: 7.5 },
  shares: { label: "Shares", isNumeric: true, width: 5.25, orders: [{ column: "shares", label: "Shares" }] },
  price: { label: "Price", isNumeric: true, width: 5.25, orders: [{ column: "price", label: "Price" }] },
  value: { label: "Value", isNumeric: true, width: 6.5, orders: [{ column: "value", label: "Value" }] },
  held: { label: "Held after", isNumeric: true, width: 6 },
  change: { label: "Change", isNumeric: true, width: 4, orders: [{ column: "change", label: "Change" }] },
  months: { label: "24 months", hint: "of the holding", isNumeric: true, width: 5.5 },
  notes: { label: "Footnotes", isNumeric: true, width: 4.75 },
  role: { label: "Role", isOfFiling: true, width: 7.5 },
  holder: { label: "Holder", hint: "if indirect", width: 9 },
  delay: { label: "Delay", hint: "business days", isNumeric: true, width: 5 },
  plan: { label: "Plan adopted", hint: "date", width: 7 },
  label: { label: "Label", hint: "routine or not", width: 7 },
  industry: { label: "Industry", hint: "SIC", isOfFiling: true, width: 9 },
  first: { label: "First purchase", hint: "in this database", width: 6.5 },
  row: { label: "Row", hint: "I-2", width: 3.5 },
  accession: { label: "Accession number", isOfFiling: true, width: 10.5 },
};

/** Ranges of window widths, from the widest, and the least that the table then has, in rem. */
const WINDOWS = [
  { name: "any", table: 83.5 },
  { name: "1400", table: 74.75 },
  { name: "1260", table: 59.5 },
  { name: "1000", table: 43.25 },
] as const;

type WindowName = (typeof WINDOWS)[number]["name"];

/**
 * @property label named on phones, where a chosen column is a line
 * @property width of a chosen column; undefined for one that takes what is left
 */
type LaidOut = { name: ColumnName; className: string; label?: string; width?: string };

export type ListLayout = {
  columns: readonly LaidOut[];
  /** Columns of rows that begin the table's rows and never leave. A cell that spans more would add columns to the table. */
  span: number;
  isStandard: boolean;
  /** The columns that a window of this range has no room for, and a wider one has. */
  cut: readonly { window: WindowName; labels: readonly string[] }[];
};

/**
 * Where the columns of a list go. The standard ones leave narrow windows in the order of screener.css. Those that a reader has chosen leave
 * from the last one on, and the list says which did.
 */
export function listLayout(chosen: readonly ListColumn[]): ListLayout {
  const names: ColumnName[] = ["filed", "insider", ...chosen];
  const standard = isStandard(chosen);
  const roomFor = (table: number) => {
    const end = names.findIndex((_, index) => widthOf(names.slice(0, index + 1)) > table);
    return end < 0 ? names.length : end;
  };
  const rooms = WINDOWS.map(({ name, table }) => ({ window: name, fit: standard ? names.length : roomFor(table) }));
  const shown = names.slice(0, rooms[0]?.fit);
  // If the others leave much room, all columns share it.
  const insiderWidth =
    widthOf(names) + MORE_FOR_INSIDER <= WINDOWS[3].table ? COLUMNS.insider.width + MORE_FOR_INSIDER : null;
  const columns = shown.map((name, index): LaidOut => {
    const leaves = rooms.find(({ fit }) => index >= fit)?.window;
    const classes = [`col-${name}`, COLUMNS[name].isNumeric && "num", leaves && `is-to-${leaves}`];
    const className = classes.filter(Boolean).join(" ");
    if (standard) return { name, className };
    const width = name === "insider" ? insiderWidth : COLUMNS[name].width;
    return { name, className, label: COLUMNS[name].label, width: width === null ? undefined : `${width}rem` };
  });
  return {
    columns,
    span: standard ? STANDARD_SPAN : spanOf(columns),
    isStandard: standard,
    cut: rooms.flatMap(({ window, fit }, index) => {
      const labels = names.slice(fit, rooms[index - 1]?.fit).map((name) => COLUMNS[name].label);
      return labels.length > 0 ? [{ window, labels }] : [];
    }),
  };
}

const MORE_FOR_INSIDER = 6.5;
const widthOf = (names: readonly ColumnName[]) => names.reduce((sum, name) => sum + COLUMNS[name].width, 0);

/** Transaction, traded, shares, value and held after. */
const STANDARD_SPAN = 5;

function spanOf(columns: readonly LaidOut[]): number {
  const rows = columns.slice(columns.findIndex(({ name }) => !COLUMNS[name].isOfFiling));
  const end = rows.findIndex(({ name, className }) => COLUMNS[name].isOfFiling || className.includes("is-to-"));
  return Math.max(1, end < 0 ? rows.length : end);
}
