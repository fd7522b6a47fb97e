import Big from "big.js";
import { rowId } from "@/lib/record/reported-row";
import { inFilingOrder, rowDate, type SeriesRow } from "@/lib/record/row-in-filing";
import { compareText } from "@/lib/values/compare-text";
import { parseDecimal } from "@/lib/values/decimal";
import { groupBy } from "@/lib/values/group-by";
import { effectiveDay } from "./drawn-splits";
import { securityName, vehicleText } from "./holding-line";
import type { LastBalance } from "./last-balances";
import type { Split } from "./splits";

/** One line's part in the holdings of a security. */
export type HeldPart = Omit<LastBalance, "gaps" | "table" | "issuer"> & {
  gaps: { explained: number; unexplained: number };
  /** How many others reported it with this insider. It may be theirs. */
  jointOwners: number;
  /** Another part names the same vehicle, or states the same balance and is reported jointly: they may be the same shares. */
  mayBeSame: boolean;
  /** Splits since its report, and the balance after them, which is in the total. Null if there was none. */
  since: { splits: readonly Split[]; balance: string } | null;
};

/** A holding reported by value in dollars, not in shares: it is not in any total. */
export type HeldValue = Pick<LastBalance, "ownership" | "vehicle" | "asOf" | "filing" | "row"> & { value: string };

/** An insider's holdings of a security of Table I, by the last report of each line. Totals never span securities. */
export type HeldSecurity = {
  issuer: string | null;
  /** Title as last filed. */
  title: string | null;
  /** Sum over the lines, as exact decimal text. Null if none is reported in shares. */
  total: string | null;
  /** The direct and the indirect part of the total. */
  direct: string;
  indirect: string;
  /** The days of the oldest and newest of the balances in the total. */
  from: string | null;
  to: string | null;
  /** Lines with shares left: direct first, then the largest. */
  parts: HeldPart[];
  /** Lines whose holding a later filing reports on another line. They are in no total. */
  restated: HeldPart[];
  /** Lines that came to zero. */
  ended: HeldPart[];
  values: HeldValue[];
};

/**
 * @param balances of all lines
 * @param rows current rows, for what is reported by value
 * @param splits by line: those that its security went through
 */
export function heldSecurities(
  balances: readonly LastBalance[],
  rows: readonly SeriesRow[],
  splits: ReadonlyMap<string, readonly Split[]> = new Map(),
): HeldSecurity[] {
  const lines = groupBy(
    balances.filter(({ table }) => table === "I"),
    ({ issuer, security }) => keyOf(issuer, security),
  );
  const values = groupBy(rows.filter(isValueOfTableI), ({ issuerCik, row }) =>
    keyOf(issuerCik, row.securityTitle.value),
  );
  return [...new Set([...lines.keys(), ...values.keys()])]
    .map((key) => heldSecurity(lines.get(key) ?? [], values.get(key) ?? [], splits))
    .sort(byReports);
}

const keyOf = (issuer: string | null, title: string | null) => `${issuer ?? ""}|${securityName(title)}`;

/** Securities still held first, then those last reported. */
const byReports = (a: HeldSecurity, b: HeldSecurity): number =>
  Number(b.parts.length > 0) - Number(a.parts.length > 0) || compareText(b.to ?? "", a.to ?? "");

function heldSecurity(
  lines: readonly LastBalance[],
  rows: readonly SeriesRow[],
  splits: ReadonlyMap<string, readonly Split[]>,
): HeldSecurity {
  const nonzero = lines.filter(({ balance }) => !isZero(balance));
  const left = nonzero.filter(({ laterReport }) => laterReport === null);
  const same = sameShares(left);
  const partOf = (line: LastBalance): HeldPart => {
    const { gaps, table: _table, issuer: _issuer, ...rest } = line;
    const explained = gaps.filter(({ reason }) => reason !== null).length;
    return {
      ...rest,
      gaps: { explained, unexplained: gaps.length - explained },
      jointOwners: Math.max(0, line.owners.length - 1),
      mayBeSame: same.has(line),
      since: sinceSplits(line, splits.get(line.holdingLine) ?? []),
    };
  };
  const parts = left.map(partOf).sort(byWeight);
  const dates = (left.length > 0 ? left : lines).flatMap(({ asOf }) => asOf ?? []).sort();
  const [newest] = lines;
  const lastRow = rows.at(-1);
  return {
    issuer: newest?.issuer ?? lastRow?.issuerCik ?? null,
    title: newest?.security ?? lastRow?.row.securityTitle.value ?? null,
    total: lines.length === 0 ? null : sum(parts),
    direct: sum(parts.filter(({ ownership }) => ownership !== "I")),
    indirect: sum(parts.filter(({ ownership }) => ownership === "I")),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    parts,
    restated: nonzero
      .filter(({ laterReport }) => laterReport !== null)
      .map(partOf)
      .sort(byWeight),
    ended: lines.filter(({ balance }) => isZero(balance)).map(partOf),
    values: heldValues(rows),
  };
}

function sinceSplits(line: LastBalance, splits: readonly Split[]): HeldPart["since"] {
  const { asOf } = line;
  const since = splits.filter((split) => asOf !== null && effectiveDay(split) > asOf);
  if (since.length === 0) return null;
  const balance = since.reduce((shares, { ratio }) => shares.times(ratio.new).div(ratio.old), amount(line));
  return { splits: since, balance: balance.round(0, Big.roundDown).toFixed() };
}

const isZero = (balance: string): boolean => parseDecimal(balance)?.eq(0) === true;

const amount = ({ balance }: { balance: string }): Big => parseDecimal(balance) ?? new Big(0);

const sum = (parts: readonly HeldPart[]): string =>
  parts.reduce((total, part) => total.plus(amount(part.since ?? part)), new Big(0)).toFixed();

const byWeight = (a: HeldPart, b: HeldPart): number =>
  Number(a.ownership === "I") - Number(b.ownership === "I") || amount(b).cmp(amount(a));

/**
 * Lines that may be the same shares twice: two that name one vehicle, or two with equal balances reported jointly, once by the
 * owner who holds them and once by the one who holds through that owner.
 */
function sameShares(lines: readonly LastBalance[]): ReadonlySet<LastBalance> {
  const byVehicle = groupBy(
    lines.filter(({ vehicle }) => vehicle !== null),
    ({ vehicle }) => nameOf(vehicle),
  );
  const byBalance = groupBy(
    lines.filter(({ owners }) => owners.length > 1),
    (line) => amount(line).toFixed(),
  );
  return new Set([...byVehicle.values(), ...byBalance.values()].filter((group) => group.length > 1).flat());
}

const nameOf = (vehicle: string | null): string =>
  (vehicle ?? "")
    .toLowerCase()
    .replaceAll(".", "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^by (?:the )?/, "");

const isValueOfTableI = ({ row }: SeriesRow): boolean =>
  row.tableNumber === "I" && row.sharesOwnedFollowing.value === null && row.valueOwnedFollowing.value !== null;

/** The last of each way of holding. */
function heldValues(rows: readonly SeriesRow[]): HeldValue[] {
  const last = new Map<string, HeldValue>();
  for (const source of [...rows].sort(inFilingOrder)) {
    const { row, filing } = source;
    const vehicle = vehicleText(row, filing.notes);
    const ownership = row.directOrIndirect.value;
    last.set(`${ownership}|${nameOf(vehicle)}`, {
      ownership: ownership === "D" || ownership === "I" ? ownership : null,
      vehicle,
      value: row.valueOwnedFollowing.value ?? "",
      asOf: rowDate(source),
      filing: filing.accessionNumber,
      row: rowId(row),
    });
  }
  return [...last.values()].filter(({ value }) => !isZero(value));
}
