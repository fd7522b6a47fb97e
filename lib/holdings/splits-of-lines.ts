import { derivedLines } from "@/lib/holdings/derived-lines";
import type { Split } from "@/lib/holdings/splits";
import type { SeriesRow } from "@/lib/record/row-in-filing";
import { drawnSplits } from "./drawn-splits";

export type SplitsByIssuer = ReadonlyMap<string | null, readonly Split[]>;

/** For each line, the splits that it went through, as far as its security shows them. */
export function splitsOfLines(
  rows: readonly SeriesRow[],
  splits: SplitsByIssuer,
): ReadonlyMap<string, readonly Split[]> {
  return new Map(
    [...splits].flatMap(([issuerCik, ofIssuer]) => [
      ...drawnSplits(derivedLines(rows.filter((row) => row.issuerCik === issuerCik)), ofIssuer),
    ]),
  );
}
