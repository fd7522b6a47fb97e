import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import { columnsOf } from "@/db/copy/duck";
import { longer } from "@/db/copy/longer";

/** Some pairs by number, with the CIKs of both. The CIK of an unknown party is negative. */
export type ReadPairs = { numbers: Int32Array; issuers: BigInt64Array; owners: BigInt64Array };

/** The pairs from a number on, a few thousand at a time. */
export async function readPairs(connection: DuckDBConnection, from: number): Promise<ReadPairs[]> {
  const read: ReadPairs[] = [];
  const query = sql`select pair, coalesce(issuer_cik, -1), coalesce(owner_cik, -1) from pair where pair >= ${sql.raw(String(from))}`;
  for await (const [numbers, issuers, owners] of columnsOf(connection, query))
    read.push({
      numbers: (numbers as Int32Array).slice(),
      issuers: (issuers as BigInt64Array).slice(),
      owners: (owners as BigInt64Array).slice(),
    });
  return read;
}

/** The parties of one kind, numbered from 1. 0 stands for a party that is not known. */
class Parties {
  readonly ciks = [Number.NaN];
  readonly #numbers = new Map<number, number>();

  /** Null if no line has it. */
  find(cik: number): number | null {
    return this.#numbers.get(cik) ?? null;
  }

  numberOf(cik: number): number {
    if (cik < 0) return 0;
    const known = this.#numbers.get(cik);
    if (known !== undefined) return known;
    this.#numbers.set(cik, this.ciks.length);
    return this.ciks.push(cik) - 1;
  }
}

/** Who traded in what: the issuer and the owner of each pair that lines have. No pair is ever removed. */
export class TradingPairs {
  /** Numbers of pairs are below this. */
  length = 1;
  readonly issuers = new Parties();
  readonly owners = new Parties();
  /** For each pair, the number of its issuer. */
  issuerOf: Int32Array = new Int32Array(1);
  ownerOf: Int32Array = new Int32Array(1);

  add(parts: readonly ReadPairs[]) {
    for (const { numbers } of parts) for (const pair of numbers) this.length = Math.max(this.length, pair + 1);
    this.issuerOf = longer(this.issuerOf, this.length);
    this.ownerOf = longer(this.ownerOf, this.length);
    for (const { numbers, issuers, owners } of parts)
      for (const [at, pair] of numbers.entries()) {
        this.issuerOf[pair] = this.issuers.numberOf(Number(issuers[at]));
        this.ownerOf[pair] = this.owners.numberOf(Number(owners[at]));
      }
  }
}
