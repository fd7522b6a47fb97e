import type { FilingEntry } from "@/lib/record/filing";
import { type AmendmentLinks, amendmentLinks, amendmentsInOrder } from "./amendment-links";
import { type ComparedRow, comparedRows } from "./compared-row";
import { type Restatement, restatement } from "./restated-rows";
import { speaksOfAddition } from "./speaks-of-addition";

export type Supersessions = AmendmentLinks & {
  /** By row key (`0001365555-13-000001#I-1`): the row of an amendment that replaced it, the last if there were several. */
  supersededBy: ReadonlyMap<string, string>;
  /** Keys of all rows of amendments that restate another, whether or not they were restated in turn. */
  restating: ReadonlySet<string>;
};

/** What the amendments among connected filings amend, and which rows they restate. Other rows remain current. */
export function supersessions(entries: readonly FilingEntry[]): Supersessions {
  const { links, amendedBy } = amendmentLinks(entries);
  const supersededBy = new Map<string, string>();
  if (amendedBy.size === 0) return { links, amendedBy, supersededBy, restating: new Set() };
  const byNumber = new Map(entries.map((entry) => [entry.filing.accessionNumber, entry]));
  const chains = new Map<string, { filings: FilingEntry[]; standing: ComparedRow[] }>();
  for (const amendment of amendmentsInOrder(entries)) {
    const amends = links.get(amendment.filing.accessionNumber)?.amends;
    const root = byNumber.get(amends ?? "");
    if (!amends || !root) continue;
    const { filings, standing } = chains.get(amends) ?? { filings: [root], standing: comparedRows(root) };
    const rows = comparedRows(amendment);
    const restated = restatement(standing, rows, () => speaksOfAddition(amendment, filings));
    for (const [row, by] of [...restated.pairs, ...restated.combined]) supersededBy.set(row.key, by.key);
    chains.set(amends, { filings: [...filings, amendment], standing: withRestated(standing, rows, restated) });
  }
  return { links, amendedBy, supersededBy: lastRows(supersededBy), restating: new Set(supersededBy.values()) };
}

/** The current rows after an amendment: its own replace those that they restate, and the others are added. */
function withRestated(
  stood: readonly ComparedRow[],
  rows: readonly ComparedRow[],
  { pairs, combined }: Restatement,
): ComparedRow[] {
  const standing = stood.flatMap((row) => (combined.has(row) ? [] : [pairs.get(row) ?? row]));
  rows.forEach((row, index) => {
    if (standing.includes(row)) return;
    const before = rows[index - 1];
    const next = rows.slice(index + 1).find((later) => standing.includes(later));
    const place = before ? standing.indexOf(before) + 1 : next ? standing.indexOf(next) : standing.length;
    standing.splice(place, 0, row);
  });
  return standing;
}

function lastRows(supersededBy: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...supersededBy].map(([row, by]) => {
      let last = by;
      for (let next = supersededBy.get(last); next !== undefined; next = supersededBy.get(last)) last = next;
      return [row, last];
    }),
  );
}
