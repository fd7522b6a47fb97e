import type { DocumentRow } from "@/lib/edgar/ownership-document";
import { acquiredDisposedOf, type CellReader, cellText, decimalOf, directOrIndirectOf } from "./cell-values";
import type { PrintedCell, PrintedTableIIRow, PrintedTableIRow } from "./printed-form";
import type { ReadingLog } from "./reading-notes";
import { isFilled, RowWriter } from "./row-writer";

export type RowPlace = {
  pointer: string;
  line: number;
  notes: ReadingLog;
  isExact: boolean;
  /** How dates are written in this kind of source. */
  dateOf: CellReader;
};

/** A row of Table I in the document's shape. */
export function tableIRow({ cells, unplaced }: PrintedTableIRow, place: RowPlace): DocumentRow {
  const kind = kindOf(
    [cells.transactionDate, cells.deemedExecutionDate, cells.code, cells.v],
    [cells.amount, cells.acquiredDisposed],
  );
  const writer = writerOf(kind, place, unplaced);
  writer.field(["securityTitle"], cells.securityTitle, cellText);
  writeTrade(writer, cells, place.dateOf, () => {
    writer.shares("transactionAmounts", AMOUNT, cells.amount);
    writer.field(["transactionAmounts", "transactionPricePerShare"], cells.price, decimalOf);
    writer.field(["transactionAmounts", "transactionAcquiredDisposedCode"], cells.acquiredDisposed, acquiredDisposedOf);
  });
  writeHolding(writer, cells);
  return writer.document;
}

/** A row of Table II. Its A or D follows from the column, (A) or (D), that contains the amount. */
export function tableIIRow({ cells, unplaced }: PrintedTableIIRow, place: RowPlace): DocumentRow {
  const amounts = [cells.amountAcquired, cells.amountDisposed, cells.amountOfEither];
  const kind = kindOf([cells.transactionDate, cells.deemedExecutionDate, cells.code, cells.v], amounts);
  const writer = writerOf(kind, place, unplaced);
  writer.field(["securityTitle"], cells.securityTitle, cellText);
  writer.field(["conversionOrExercisePrice"], cells.exercisePrice, decimalOf);
  writeTrade(writer, cells, place.dateOf, () => {
    writeAmount(writer, cells);
    writer.field(["transactionAmounts", "transactionPricePerShare"], cells.price, decimalOf);
  });
  writer.field(["exerciseDate"], cells.exerciseDate, place.dateOf);
  writer.field(["expirationDate"], cells.expirationDate, place.dateOf);
  writer.field(["underlyingSecurity", "underlyingSecurityTitle"], cells.underlyingTitle, cellText);
  writer.shares(
    "underlyingSecurity",
    { shares: "underlyingSecurityShares", value: "underlyingSecurityValue" },
    cells.underlyingShares,
  );
  writeHolding(writer, cells);
  return writer.document;
}

const AMOUNT = { shares: "transactionShares", value: "transactionTotalValue" };

function writerOf(
  kind: DocumentRow["kind"] | "unknown",
  { pointer, line, notes, isExact }: RowPlace,
  unplaced: PrintedCell[],
): RowWriter {
  if (kind === "unknown") notes.isUncertain(`${pointer}/kind`, KIND_UNREAD);
  for (const { text, places } of unplaced) {
    const message = `Not assigned to a column of this row: “${text}”`;
    notes.problems.push({ pointer, place: places[0] ?? null, message });
  }
  return new RowWriter({ kind: kind === "unknown" ? "transaction" : kind, line }, pointer, notes, isExact);
}

const KIND_UNREAD =
  "We cannot tell whether this row is a transaction or a holding, because its date, code and amount are unread.";

/** A row with nothing in the columns of a trade is a holding. */
function kindOf(
  trade: (PrintedCell | undefined)[],
  amounts: (PrintedCell | undefined)[],
): DocumentRow["kind"] | "unknown" {
  const told = [...trade.filter((cell) => cell && !isFormType(cell)), ...amounts];
  if (told.some((cell) => cell && isFilled(cell))) return "transaction";
  return trade.some((cell) => cell !== undefined) ? "holding" : "unknown";
}

/** For a holding, a Form 5 prints the form where a code would be. */
const isFormType = ({ text }: PrintedCell) => /^[345]$/.test(text);

type TradeCells = PrintedTableIRow["cells"] & PrintedTableIIRow["cells"];

function writeTrade(writer: RowWriter, cells: TradeCells, dateOf: CellReader, writeAmounts: () => void) {
  writer.field(["transactionDate"], cells.transactionDate, dateOf);
  writer.field(["deemedExecutionDate"], cells.deemedExecutionDate, dateOf);
  const isCoded = writer.document.kind === "transaction" || (cells.code && isFilled(cells.code));
  if (isCoded) writer.coding(cells.code, cells.v);
  writeAmounts();
}

function writeAmount(writer: RowWriter, { amountAcquired, amountDisposed, amountOfEither }: TradeCells) {
  const filled = [amountAcquired, amountDisposed].filter((cell) => cell && isFilled(cell));
  const [cell] = filled;
  if (amountOfEither) {
    writer.shares("transactionAmounts", AMOUNT, amountOfEither);
    writer.letter(null, amountOfEither);
  } else if (cell && filled.length === 1) {
    writer.shares("transactionAmounts", AMOUNT, cell);
    writer.letter(cell === amountAcquired ? "A" : "D", cell);
  } else if (cell || !amountAcquired || !amountDisposed) {
    writer.shares("transactionAmounts", AMOUNT, undefined);
    writer.letter(null, undefined);
  }
}

function writeHolding(writer: RowWriter, cells: TradeCells) {
  writer.shares(
    "postTransactionAmounts",
    { shares: "sharesOwnedFollowingTransaction", value: "valueOwnedFollowingTransaction" },
    cells.owned,
  );
  writer.field(["ownershipNature", "directOrIndirectOwnership"], cells.directOrIndirect, directOrIndirectOf);
  writer.field(["ownershipNature", "natureOfOwnership"], cells.nature, cellText);
}
