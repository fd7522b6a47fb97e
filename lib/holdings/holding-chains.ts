import { continuity, impliedPriorBalance } from "@/lib/record/continuity";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { decimalText } from "@/lib/values/ten-thousandths";
import {
  balanceRow,
  type HoldingLineKey,
  holdingLineKey,
  lineFamily,
  lineKeyText,
  natureFamily,
  naturesToldApartByNotes,
  sameFiledTerms,
} from "./holding-line";

/** Rows of one line in time, each with a balance. */
export type HoldingChain = { key: HoldingLineKey; rows: SeriesRow[] };

type Named = {
  source: SeriesRow;
  balance: string;
  key: HoldingLineKey;
  text: string;
  /** The owners of its filing. */
  group: string;
  name: string;
};

type OpenChain = HoldingChain & {
  last: Named;
  /** Its rows in the same filing as this one. */
  lastFiled: Named[];
  /** Owners of each row so far, as they were filed together. */
  groups: Set<string>;
  names: Set<string>;
};

/** Whether two groups of owners, as text, have one in common. */
function overlap(one: string, other: string): boolean {
  if (one === other) return true;
  if (!one.includes("+") && !other.includes("+")) return false;
  const owners = new Set(one.split("+"));
  return other.split("+").some((cik) => owners.has(cik));
}

/**
 * The holding lines of connected filings: balances of one group of owners in one security, held in one way. Rows come in time. A
 * name not seen before continues another line only if the balance follows exactly from that line's last one and from no other:
 * owners join and leave a filing, vehicles are renamed, notes and titles reworded. Of a name's rows in one filing, in whatever
 * order they are listed, the first is the one that follows from no other.
 */
export function holdingChains(rows: readonly SeriesRow[]): HoldingChain[] {
  const named = namedRows(rows);
  const namesIn = namesInFilings(named);
  const chains: OpenChain[] = [];
  const byBalance = new Map<string, Set<OpenChain>>();
  const byName = new Map<string, OpenChain>();
  const byText = new Map<string, OpenChain[]>();
  const goesOnFrom = (row: Named) =>
    continued(row, byBalance, namesIn) ?? ofOtherGroup(row, byText.get(row.text), namesIn);
  named.forEach((row, at) => {
    let chain = byName.get(row.name) ?? goesOnFrom(row) ?? onlyOne(firstRowsBehind(named, at).map(goesOnFrom));
    if (!chain) {
      chain = { key: row.key, rows: [], last: row, lastFiled: [], groups: new Set(), names: new Set() };
      chains.push(chain);
      const alike = byText.get(row.text);
      if (alike) alike.push(chain);
      else byText.set(row.text, [chain]);
    }
    chain.names.add(row.name);
    byName.set(row.name, chain);
    if (!isOfFiling(chain.last, row)) {
      for (const { balance } of chain.lastFiled) byBalance.get(balance)?.delete(chain);
      chain.lastFiled.length = 0;
    }
    chain.lastFiled.push(row);
    chain.rows.push(row.source);
    chain.groups.add(row.group);
    chain.last = row;
    const same = byBalance.get(row.balance);
    if (same) same.add(chain);
    else byBalance.set(row.balance, new Set([chain]));
  });
  return chains.map((chain) => ({ key: chain.key, rows: chain.rows }));
}

const isOfFiling = (a: Named, b: Named): boolean => a.source.filing.accessionNumber === b.source.filing.accessionNumber;

const onlyOne = (found: readonly (OpenChain | null)[]): OpenChain | null => {
  const chains = new Set(found.flatMap((chain) => chain ?? []));
  const [chain = null] = chains;
  return chains.size === 1 ? chain : null;
};

const NO_ROWS: readonly Named[] = [];

/** Of the rows after one, with its name and in its filing, those that follow from no other. */
function firstRowsBehind(named: readonly Named[], at: number): readonly Named[] {
  const [first, row] = [named[0], named[at]];
  if (!first || !row || isOfFiling(first, row)) return NO_ROWS;
  const alike: Named[] = [];
  for (let next = at + 1; next < named.length; next++) {
    const other = named[next];
    if (!other || !isOfFiling(other, row)) break;
    if (other.name === row.name) alike.push(other);
  }
  if (alike.length === 0) return NO_ROWS;
  const balances = new Set(alike.map(({ balance }) => balance)).add(row.balance);
  return alike.filter(({ source }) => {
    const prior = impliedPriorBalance(balanceRow(source));
    return prior !== null && !balances.has(prior);
  });
}

/** The last balance of a line: of the rows of its last filing, that of the one from which no other follows. */
function lastBalance({ last, lastFiled }: OpenChain): string {
  if (lastFiled.length < 2) return last.balance;
  const priors = new Set(lastFiled.map(({ source }) => impliedPriorBalance(balanceRow(source))));
  const ends = lastFiled.filter(({ balance }) => !priors.has(balance));
  return ends.length === 1 && ends[0] ? ends[0].balance : last.balance;
}

/** The rows that state a balance, each with the name of its line as far as the row alone shows it. */
function namedRows(rows: readonly SeriesRow[]): Named[] {
  const stating: { source: SeriesRow; balance: string }[] = [];
  for (const source of rows) {
    const balance = decimalText(source.row.sharesOwnedFollowing.value);
    if (balance !== null) stating.push({ source, balance });
  }
  const apart = naturesToldApartByNotes(stating.map(({ source }) => source));
  return stating.map(({ source, balance }): Named => {
    const key = holdingLineKey(source, { notesTellApart: apart.size > 0 && apart.has(natureFamily(source)) });
    const text = lineKeyText(key);
    const group = source.filing.owners.join("+");
    return { source, balance, key, text, group, name: `${group}|${text}` };
  });
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** The names in each filing, collected when first needed: most groups never need them. */
function namesInFilings(named: readonly Named[]): (accessionNumber: string) => ReadonlySet<string> {
  let names: Map<string, Set<string>> | null = null;
  return (accessionNumber) => {
    if (!names) {
      names = new Map();
      for (const { source, name } of named) {
        const known = names.get(source.filing.accessionNumber);
        if (known) known.add(name);
        else names.set(source.filing.accessionNumber, new Set([name]));
      }
    }
    return names.get(accessionNumber) ?? NO_NAMES;
  };
}

/** The one line from whose last balance this row follows, by the strictest similarity that any line has. */
function continued(
  row: Named,
  byBalance: ReadonlyMap<string, ReadonlySet<OpenChain>>,
  namesIn: (accessionNumber: string) => ReadonlySet<string>,
): OpenChain | null {
  const prior = impliedPriorBalance(balanceRow(row.source));
  const candidates = prior === null || prior === "0" ? undefined : byBalance.get(prior);
  if (!candidates || candidates.size === 0) return null;
  const { accessionNumber } = row.source.filing;
  const present = namesIn(accessionNumber);
  const open = [...candidates].filter(
    (chain) =>
      chain.last.source.filing.accessionNumber !== accessionNumber &&
      [...chain.groups].some((known) => overlap(known, row.group)) &&
      ![...chain.names].some((name) => present.has(name)) &&
      lastBalance(chain) === prior,
  );
  for (const isLike of [isSameLine, isSameFamily, isSameSecurityRetitled]) {
    const like = open.filter(({ last }) => isLike(last, row));
    if (like.length > 0) return like.length === 1 ? (like[0] ?? null) : null;
  }
  return null;
}

/**
 * The one line of the same name that another group of owners reported, if the balance follows from its last one: also from zero,
 * and with fractions to less than one share.
 */
function ofOtherGroup(
  row: Named,
  alike: readonly OpenChain[] | undefined,
  namesIn: (accessionNumber: string) => ReadonlySet<string>,
): OpenChain | null {
  if (!alike) return null;
  const present = namesIn(row.source.filing.accessionNumber);
  const found = alike.filter(
    (chain) =>
      [...chain.groups].some((known) => overlap(known, row.group)) &&
      ![...chain.names].some((name) => present.has(name)) &&
      continuity(lastBalance(chain), balanceRow(row.source)).state === "consistent",
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const isSameLine = (last: Named, row: Named): boolean => last.text === row.text;

const isSameFamily = (last: Named, row: Named): boolean =>
  lineFamily(last.source) === lineFamily(row.source) && sameFiledTerms(last.source.row, row.source.row);

/** "Common Stock" and "Common Stock, Class A": one title has all words of the other, and the way of holding is the same. */
const isSameSecurityRetitled = (last: Named, row: Named): boolean =>
  last.key.issuerCik === row.key.issuerCik &&
  last.key.tableNumber === row.key.tableNumber &&
  last.key.directOrIndirect === row.key.directOrIndirect &&
  last.key.vehicle === row.key.vehicle &&
  (holdsWords(last.key.security, row.key.security) || holdsWords(row.key.security, last.key.security)) &&
  sameFiledTerms(last.source.row, row.source.row);

function holdsWords(title: string, part: string): boolean {
  const words = new Set(title.split(" "));
  return part !== "" && part.split(" ").every((word) => words.has(word));
}
