import Big from "big.js";
import { type SplitRatio, splitStatements } from "@/lib/footnotes/shares/split-ratio";
import type { GapReason } from "@/lib/record/balance-check";
import type { FilingEntry } from "@/lib/record/filing";
import { rowKey } from "@/lib/record/row-in-filing";
import { keyInFiling } from "@/lib/record/row-key";
import { compareText, earlierOf, laterOf } from "@/lib/values/compare-text";
import { daysBefore } from "@/lib/values/days-before";
import { type Gap, type GapWindow, gapWindow } from "./gap";
import { chanceOf, fitsSplit, simpleRatios } from "./split-fit";

/** A split or reverse split of an issuer's shares, inferred from the balances of its insiders or stated in a note. */
export type Split = {
  ratio: SplitRatio;
  /** It took effect after this day … */
  after: string;
  /** … and on or before this one. */
  until: string;
  /** The day, if a note states it. */
  date: string | null;
  /** Keys of the rows whose balances show it. */
  evidence: string[];
  /** What a note says about it, and where: `0001365555-13-000001#F1`, or `#remarks`. */
  words: string | null;
  from: string | null;
};

/** A split as a filing states it. */
export type FiledSplit = { ratio: SplitRatio; date: string | null; words: string; from: string };

type StatingFiling = {
  filing: Pick<FilingEntry["filing"], "accessionNumber" | "remarks">;
  notes: FilingEntry["notes"];
};

/** All splits that the notes and the remarks of a filing state. */
export const statedSplits = ({ filing: { accessionNumber, remarks }, notes }: StatingFiling) =>
  [...inOrder(notes), ["remarks", remarks ?? ""] as const].flatMap(([id, text]) =>
    splitStatements(text).map(({ ratio, date, text: words }): FiledSplit => {
      return { ratio, date, words, from: keyInFiling(accessionNumber, id) };
    }),
  );

const inOrder = (notes: Readonly<Record<string, string>>) =>
  Object.entries(notes).sort(([a], [b]) => a.length - b.length || compareText(a, b));

type Sign = GapWindow & {
  key: string;
  insider: string;
  before: Big;
  chance: Big;
  ratio: SplitRatio;
  statement: FiledSplit | null;
};

/**
 * The splits that the gaps of one issuer show. Either two insiders who never filed together changed by the same simple ratio
 * between the same days, or one did and a filing states the split: that insider's, or another on the issuer that names the day.
 * @param stated what the issuer's filings state. We also read the notes of the filings with the gaps.
 */
export function splits(gaps: readonly Gap[], stated: readonly FiledSplit[] = []): Split[] {
  const insiderOf = insiders(gaps);
  const byRatio = new Map<string, Sign[]>();
  for (const gap of gaps) {
    for (const sign of signsOf(gap, insiderOf(gap), stated)) {
      const key = `${sign.ratio.new}:${sign.ratio.old}`;
      const same = byRatio.get(key);
      if (same) same.push(sign);
      else byRatio.set(key, [sign]);
    }
  }
  const found = [...byRatio.values()].flatMap(together).filter(isShown).map(splitOf);
  return found.filter((split) => !isProduct(split, found)).sort(inTime);
}

const inTime = (a: Split, b: Split): number =>
  compareText(a.until, b.until) || compareText(a.evidence[0] ?? "", b.evidence[0] ?? "");

function signsOf(gap: Gap, insider: string, stated: readonly FiledSplit[]): Sign[] {
  const window = gapWindow(gap);
  if (window === null || window.after === window.until) return [];
  const sign = { ...window, key: rowKey(gap.source), insider, before: gap.before };
  const { filing } = gap.source;
  const isWithin = ({ date }: FiledSplit): boolean => date !== null && date > window.after && date <= window.until;
  const ofFiling = [
    ...statedSplits({ filing: { ...filing, remarks: null }, notes: filing.notes }),
    ...stated.filter(({ from }) => from.startsWith(`${filing.accessionNumber}#`)),
  ];
  const fitting = [...ofFiling, ...stated.filter(isWithin)].filter(({ ratio }) => fitsSplit(gap, ratio));
  const statement = fitting.find(isWithin) ?? fitting[0];
  if (!statement) {
    return simpleRatios(gap).map((ratio) => ({ ...sign, ratio, chance: chanceOf(gap, ratio), statement: null }));
  }
  const { ratio, date } = statement;
  const day = date !== null && isWithin(statement) ? { after: daysBefore(date, 1), until: date } : {};
  return [{ ...sign, ...day, ratio, chance: chanceOf(gap, ratio), statement }];
}

/** Signs whose windows share a day: first the day on which most insiders agree. */
function together(signs: readonly Sign[]): Sign[][] {
  const groups: Sign[][] = [];
  let open = [...signs].sort((a, b) => compareText(a.until, b.until) || compareText(a.key, b.key));
  while (open.length > 0) {
    let [best, most]: [Sign[], number] = [[], 0];
    for (const day of new Set(open.map(({ until }) => until))) {
      const onDay = open.filter((sign) => sign.after < day && day <= sign.until);
      const agreeing = new Set(onDay.map(({ insider }) => insider)).size;
      if (agreeing > most) [best, most] = [onDay, agreeing];
    }
    groups.push(best);
    const taken = new Set(best);
    open = open.filter((sign) => !taken.has(sign) && (most > 1 || sign.statement !== null));
  }
  return groups;
}

/** An issuer has many balances, so agreement by chance must be rarer than this. */
const RARE = new Big("0.0001");

/**
 * Shown by a statement, or by two or more insiders whose balances are unlikely to agree by chance. Equal balances count once,
 * because a whole board gets equal grants.
 */
function isShown(signs: readonly Sign[]): boolean {
  if (signs.some(({ statement }) => statement !== null)) return true;
  const telling = new Map<string, Sign>();
  for (const sign of signs) {
    const known = telling.get(sign.insider);
    if (!known || sign.chance.lt(known.chance)) telling.set(sign.insider, sign);
  }
  const distinct = new Map([...telling.values()].map((sign) => [sign.before.toFixed(), sign]));
  const chance = [...distinct.values()].reduce((product, each) => product.times(each.chance), new Big(1));
  return distinct.size > 1 && chance.lte(RARE);
}

function splitOf(signs: readonly Sign[]): Split {
  const after = signs.reduce((latest, sign) => laterOf(latest, sign.after), "");
  const until = signs.reduce((first, sign) => earlierOf(first, sign.until), signs[0]?.until ?? "");
  const stated = signs.flatMap(({ statement }) => statement ?? []);
  const dated = stated.find(({ date }) => date !== null && date > after && date <= until);
  const said = dated ?? stated[0];
  return {
    ratio: signs[0]?.ratio ?? { new: "1", old: "1" },
    after,
    until,
    date: dated?.date ?? null,
    evidence: signs.map(({ key }) => key),
    words: said?.words ?? null,
    from: said?.from ?? null,
  };
}

/** The split that explains a gap; its words are those of the note that states it, if one does. */
export function splitReason(gap: Gap, found: readonly Split[]): GapReason | null {
  const window = gapWindow(gap);
  if (window === null) return null;
  const split = found.find(
    ({ ratio, after, until }) => after < window.until && window.after < until && fitsSplit(gap, ratio),
  );
  if (!split) return null;
  const own = rowKey(gap.source);
  const from = split.from ?? split.evidence.find((key) => key !== own) ?? own;
  return { kind: "split", words: split.words, from };
}

/** Two splits one after the other, seen as one by insiders who did not report between them. */
function isProduct(split: Split, found: readonly Split[]): boolean {
  const parts = found.filter((other) => other !== split && other.until > split.after && other.after < split.until);
  return parts.some((one) =>
    parts.some(
      (other) =>
        one !== other &&
        new Big(one.ratio.new)
          .times(other.ratio.new)
          .times(split.ratio.old)
          .eq(new Big(one.ratio.old).times(other.ratio.old).times(split.ratio.new)),
    ),
  );
}

/** Owners who file together count as one. */
function insiders(gaps: readonly Gap[]): (gap: Gap) => string {
  const leaders = new Map<string, string>();
  const leaderOf = (owner: string): string => {
    let leader = owner;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next;
    return leader;
  };
  for (const { source, prior } of gaps) {
    const [first, ...others] = [...source.filing.owners, ...prior.filing.owners];
    if (first === undefined) continue;
    for (const owner of others) leaders.set(leaderOf(owner), leaderOf(first));
  }
  return ({ source }) => leaderOf(source.filing.owners[0] ?? source.filing.accessionNumber);
}
