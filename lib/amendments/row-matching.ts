import { type ComparedRow, rowsBy } from "./compared-row";

/** A current row, and a row of an amendment that may restate it. */
export type RowPair = { standing: ComparedRow; restating: ComparedRow };

/** Pairs current rows with the rows of an amendment that restate them, one to one, in several passes. */
export class RowMatching {
  readonly pairs = new Map<ComparedRow, ComparedRow>();
  readonly #taken = new Set<ComparedRow>();

  constructor(
    readonly standing: readonly ComparedRow[],
    readonly restating: readonly ComparedRow[],
  ) {}

  openStanding(): ComparedRow[] {
    return this.standing.filter((row) => !this.pairs.has(row));
  }

  openRestating(): ComparedRow[] {
    return this.restating.filter((row) => !this.#taken.has(row));
  }

  pair({ standing, restating }: RowPair): void {
    this.pairs.set(standing, restating);
    this.#taken.add(restating);
  }

  /** Pairs open rows that have a key in common, in the order of the form; rows without a key stay open. */
  pairBy(keyOf: (row: ComparedRow) => string | null, accept: (pair: RowPair) => boolean = () => true): void {
    const open = this.openStanding();
    const openRestating = this.openRestating();
    if (open.length === 0 || openRestating.length === 0) return;
    const byKey = rowsBy(open, keyOf);
    for (const restating of openRestating) {
      const key = keyOf(restating);
      const alike = key === null ? [] : (byKey.get(key) ?? []);
      const standing = alike.find((row) => accept({ standing: row, restating }));
      if (!standing) continue;
      alike.splice(alike.indexOf(standing), 1);
      this.pair({ standing, restating });
    }
  }

  /**
   * Whether rows with one key restate each other if no value decides: the amendment has as many of them as there are current
   * ones, and does not say that it reports more.
   */
  isLikely(keyOf: (row: ComparedRow) => string, saysMore: () => boolean): (pair: RowPair) => boolean {
    const difference = this.#numberOfMore(keyOf);
    return ({ restating }) => difference(restating) === 0 && !saysMore();
  }

  /** Whether the amendment has more rows with the key than there are current ones: these and an addition. */
  hasMore(keyOf: (row: ComparedRow) => string): (pair: RowPair) => boolean {
    const difference = this.#numberOfMore(keyOf);
    return ({ restating }) => difference(restating) > 0;
  }

  #numberOfMore(keyOf: (row: ComparedRow) => string): (restating: ComparedRow) => number {
    let groups: { standing: Map<string, ComparedRow[]>; restating: Map<string, ComparedRow[]> } | null = null;
    return (row) => {
      groups ??= { standing: rowsBy(this.standing, keyOf), restating: rowsBy(this.restating, keyOf) };
      const key = keyOf(row);
      return (groups.restating.get(key)?.length ?? 0) - (groups.standing.get(key)?.length ?? 0);
    };
  }
}
