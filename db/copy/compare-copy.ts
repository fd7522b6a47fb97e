import { type SQL, sql } from "drizzle-orm";
import type { Client } from "pg";
import { CLASS_COLUMNS, COPIED, readListingLines } from "@/db/copy/copied-listing";
import { rowsOf } from "@/db/copy/duck";
import type { ListingCopy } from "@/db/copy/listing-copy";
import { readRecordVersion } from "@/db/copy/page-versions";
import { newYorkClock } from "@/lib/values/new-york-time";

/** Lines that are compared together, in a tenth of a second. */
const PART = 20_000;
/** A difference that filling does not remove would otherwise fill the copy without end. */
const FILL_AGAIN_AFTER = 24 * 3_600_000;

/** A line as text that both databases write in the same way. */
const LINE = COPIED.map(({ name, type }) => {
  const value = type === "timestamp" ? `(extract(epoch from ${name}) * 1000000)::bigint` : `${name}::${type}`;
  return `coalesce((${value})::text, '~')`;
}).join(" || '|' || ");

/** How many lines there are, and the sum of a hash of each. `bits` reads 15 hexadecimal digits as a number. */
const digestOf = (lines: string, bits: (digits: string) => string) =>
  `select count(*)::text as lines, coalesce(sum(${bits(`left(md5(${LINE}), 15)`)}), 0)::text as digest from (${lines}) as compared`;

const inPostgres = (condition: string) =>
  digestOf(readListingLines(condition), (digits) => `('x' || ${digits})::bit(60)::bigint`);

/** Filters with choices use a line's class, so we compare the values in its class. */
const inCopy = (condition: string): SQL =>
  sql.raw(
    digestOf(
      `select ${COPIED.map(({ name }) => `${CLASS_COLUMNS.includes(name) ? "class" : "listing"}.${name}`).join(", ")}
        from listing join class using (class) where ${condition}`,
      (digits) => `('0x' || ${digits})::bigint`,
    ),
  );

type Digest = { lines: string; digest: string };

/** Compares the copy with the database, a part at a time, and has it filled again if they differ. */
export class CopyComparison {
  /** The number of the last filing that was compared. */
  #after = "";
  #fillsAgainFrom = Number.NEGATIVE_INFINITY;
  /** When all lines had last been compared, in milliseconds. */
  comparedAt: number | null = null;
  /** Parts that differed since the process started. */
  differences = 0;

  constructor(
    readonly copy: ListingCopy,
    readonly part = PART,
  ) {}

  /**
   * Compares the next part.
   * @param client a connection to PostgreSQL that nothing else uses
   * @returns "postponed" if the copy is behind the database
   */
  async next(client: Client): Promise<"equal" | "different" | "postponed"> {
    await client.query("begin isolation level repeatable read read only");
    try {
      const version = await readRecordVersion(client);
      const [after, until] = [this.#after, await this.#endOfPart(client)];
      const there = await client.query<Digest>(
        inPostgres(`accession_number > '${after}' ${until === null ? "" : `and accession_number <= '${until}'`}`),
      );
      // Numbers of ours, which are negative in the copy, come behind all others.
      const isHere = `filing > ${numberOf(after)} ${until === null ? "or filing < 0" : `and filing <= ${numberOf(until)}`}`;
      const here = await this.copy.ask(async (connection, held) => ({
        version: held.version,
        found: await rowsOf<Digest>(connection, inCopy(isHere)),
      }));
      if (here?.version !== version) return "postponed";
      const [ofRecord, ofCopy] = [there.rows[0] as Digest, here.found[0] as Digest];
      this.#after = until ?? "";
      if (ofRecord.lines === ofCopy.lines && ofRecord.digest === ofCopy.digest) {
        if (until === null) this.comparedAt = Date.now();
        return "equal";
      }
      this.#report(`filings ${after || "from the first"} to ${until ?? "the last"}`, ofRecord, ofCopy);
      return "different";
    } finally {
      await client.query("rollback");
    }
  }

  #report(where: string, ofRecord: Digest, ofCopy: Digest) {
    this.differences++;
    const fillsAgain = Date.now() >= this.#fillsAgainFrom;
    console.error(
      `The screener copy differs from the database, in ${where}: it has ${ofCopy.lines} lines, and the database ${ofRecord.lines}. ${
        fillsAgain ? "We are rebuilding it." : "We rebuilt it less than a day ago, so we leave it as it is."
      }`,
    );
    if (!fillsAgain) return;
    this.copy.expire();
    this.#fillsAgainFrom = Date.now() + FILL_AGAIN_AFTER;
    this.#after = "";
  }

  /** The number of the last filing of the next part; null if no part follows. */
  async #endOfPart(client: Client): Promise<string | null> {
    const { rows } = await client.query<{ until: string | null }>(
      `select max(accession_number) as until, count(*) as lines from (
        select accession_number from listing where accession_number > $1 and accession_number < 'l' order by accession_number limit $2
      ) as part having count(*) = $2`,
      [this.#after, this.part],
    );
    return rows[0]?.until ?? null;
  }
}

/** As in the copy. */
const numberOf = (accessionNumber: string) => BigInt(accessionNumber.replaceAll("-", ""));

const NIGHT = { from: "02:00:00", to: "05:00:00" };
const HALF_A_DAY = 12 * 3_600_000;

/** Whether the copy is to be filled again because it is night in New York, where no filings are accepted then. */
export function isDueAtNight(filledAt: number, now: number): boolean {
  const { time } = newYorkClock(now);
  return time >= NIGHT.from && time < NIGHT.to && now - filledAt > HALF_A_DAY;
}
