import type { DuckDBConnection } from "@duckdb/node-api";
import { and, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "@/db/copy/duck";
import { type Kind, meaningsOf, readKind } from "@/db/queries/filter-meanings";
import { FACET_NAMES, FACETS } from "@/lib/filters/facets";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";

/** What each choice asks of a class, whatever else is asked for. */
const CHOICES = FACET_NAMES.map((name) =>
  FACETS[name].map((value) => {
    const meanings = meaningsOf({ ...NO_FILTER, [name]: [value] });
    return {
      isKind: (kind: Kind) => meanings.every((meaning) => meaning.isKind(kind)),
      condition: and(...meanings.map(({ condition }) => condition)) ?? sql`true`,
    };
  }),
);

/** The classes of lines, by number from 1: their kinds, and for each facet a bit for every choice that includes them. */
export class FacetClasses {
  readonly kinds: Kind[] = [];
  readonly #byText = new Map<string, Kind>();
  readonly bits: number[][] = FACET_NAMES.map(() => []);

  /** Reads the classes added since the last time. None is ever removed. */
  async readNew(connection: DuckDBConnection) {
    const conditions = CHOICES.flat().map(({ condition }) => sql`coalesce((${condition})::boolean, false)`);
    const rows = await rowsOf<{ class: number; kind: string; meets: boolean[] }>(
      connection,
      sql`select class, kind, [${sql.join(conditions, sql`, `)}] as meets from class as listing
        where class >= ${this.kinds.length}`,
    );
    for (const { class: number, kind: text, meets } of rows) {
      const kind = this.#byText.get(text) ?? readKind(text);
      this.#byText.set(text, kind);
      this.kinds[number] = kind;
      let at = 0;
      for (const [facet, choices] of CHOICES.entries()) {
        let bits = 0;
        for (const [choice, { isKind }] of choices.entries()) if (meets[at++] && isKind(kind)) bits |= 1 << choice;
        (this.bits[facet] as number[])[number] = bits;
      }
    }
  }

  /**
   * Whether a line is of a kind that a filter asks for. Kinds are characters that only we can read, so their list is part of the
   * question.
   * @param onlyTransactions false for filings without a current transaction too
   */
  isOfKind(filter: FilingFilter, onlyTransactions = true): SQL {
    const meanings = meaningsOf(filter);
    const kinds = [...this.#byText].flatMap(([text, kind]) =>
      (kind.code !== "." || !onlyTransactions) && meanings.every(({ isKind }) => isKind(kind)) ? text : [],
    );
    return sql`kind in (select unnest(${sql.param(kinds)}::varchar[]))`;
  }
}
