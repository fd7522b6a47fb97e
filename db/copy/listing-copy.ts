import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sql } from "drizzle-orm";
import type { Client } from "pg";
import { NUMBERED_TABLES, newRows, numberedLines, SHAPE } from "@/db/copy/copied-listing";
import { createTables, firstFree, type Held, putVersions, readNumbers, readState } from "@/db/copy/copy-tables";
import { CountedLines } from "@/db/copy/counted-lines";
import { type Duck, openDuck, rowsOf, runTogether } from "@/db/copy/duck";
import { FacetClasses } from "@/db/copy/facet-classes";
import { loadIncoming, removeIncoming } from "@/db/copy/load-incoming";
import { changedSubjects, readVersions, recordVersion, type Versions } from "@/db/copy/page-versions";
import { readAllParts, readShared } from "@/db/copy/read-lines";
import { EVERYTHING } from "@/db/schema";

const NAME = "listing.duckdb";
const NEXT = "listing.next.duckdb";
const TEMPORARY = "temporary";

/** If more issuers have changed, filling the copy again is faster. */
const MOST_CHANGED = 3_000;
/** With more gaps than this, and than half of the lines, the copy is filled again. */
const MOST_GAPS = 100_000;

/**
 * Bytes in the write-ahead log. DuckDB would write them into the file as soon as a change is committed, and this checkpoint takes two
 * seconds at the size of the public record. We make it between changes, and DuckDB only if there is no time between them.
 */
const MUCH_LOG = 16 * 1024 * 1024;
const MOST_LOG = "256MB";

type Followed = "unchanged" | "updated" | "filled" | "postponed";

/** Megabytes with which DuckDB answers as fast as with twice as many, because counts and groups come from our own memory. */
const ENOUGH_TO_ANSWER = 200;

/** In place of an answer, if lines were replaced in the meantime. */
const OUT_OF_STEP = Symbol("out of step");
const STEP = 5;

/**
 * A copy of `listing` in a file of DuckDB, for counts and groups of millions of lines. One process opens it. All that it answers is
 * from one snapshot of the database.
 */
export class ListingCopy {
  #duck: Duck | null = null;
  #versions: Versions = new Map();
  #held: Held | null = null;
  #classes = new FacetClasses();
  #lines = new CountedLines();
  #isExpired = false;
  #exchange: Promise<void> | null = null;
  #following: Promise<unknown> = Promise.resolve();
  readonly #asking = new Set<Promise<unknown>>();

  private constructor(
    readonly folder: string,
    readonly memory: number,
  ) {}

  /** @param memory megabytes that DuckDB may use */
  static async open(folder: string, memory: number): Promise<ListingCopy> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const copy = new ListingCopy(folder, memory);
    copy.#remove(NEXT);
    removeIncoming(folder);
    if (existsSync(copy.#at(NAME))) await copy.#openFile().catch(() => copy.#forget());
    return copy;
  }

  /** Null until the copy is filled. */
  get held(): Held | null {
    return this.#held;
  }

  /** Asks the copy; null if there is none yet. */
  async ask<T>(
    question: (
      connection: DuckDBConnection,
      held: Held,
      classes: FacetClasses,
      lines: () => CountedLines,
    ) => Promise<T>,
  ): Promise<T | null> {
    for (;;) {
      while (this.#exchange !== null) await this.#exchange;
      const [duck, classes, lines] = [this.#duck, this.#classes, this.#lines];
      if (duck === null) return null;
      const asking = duck.on(async (connection) => {
        // One snapshot for the whole question. What is in memory may still be of the one before.
        await connection.run("begin");
        const [state] = await rowsOf<{ version: string }>(connection, sql`select version from state`);
        const held = this.#held;
        let areRead = false;
        const isInStep = () => lines.version === state?.version;
        if (held === null || held.version !== state?.version || !isInStep()) return OUT_OF_STEP;
        const answer = await question(connection, held, classes, () => {
          areRead = true;
          return lines;
        });
        return areRead && !isInStep() ? OUT_OF_STEP : answer;
      });
      this.#asking.add(asking);
      const answer = await asking.finally(() => this.#asking.delete(asking));
      if (answer !== OUT_OF_STEP) return answer;
      // The lines in memory follow the file within milliseconds.
      await sleep(STEP);
    }
  }

  /**
   * Brings the copy to the newest snapshot: it replaces the lines of changed issuers, or all if there are too many.
   * @param client a connection to PostgreSQL that nothing else uses
   * @param mayFill false to leave the copy as it is if all lines have to be replaced
   */
  follow(client: Client, mayFill = true): Promise<Followed> {
    // Work over a connection that was lost may still be under way, and would write the same files.
    const following = this.#following.then(() => this.#follow(client, mayFill));
    this.#following = following.catch(() => undefined);
    return following;
  }

  async #follow(client: Client, mayFill: boolean): Promise<Followed> {
    await client.query("begin isolation level repeatable read read only");
    try {
      const asOf = Date.now();
      const versions = await readVersions(client);
      const changed = changedSubjects(this.#versions, versions);
      const [duck, held] = [this.#duck, this.#held];
      const isWorn = held !== null && held.gaps > Math.max(MOST_GAPS, held.lines / 2);
      if (
        duck === null ||
        held === null ||
        this.#isExpired ||
        isWorn ||
        changed.length > MOST_CHANGED ||
        changed.includes(EVERYTHING)
      ) {
        if (!mayFill) return "postponed";
        await this.#fill(client, versions, asOf);
        return "filled";
      }
      if (changed.length === 0) return "unchanged";
      await this.#replace(client, duck, changed, versions, asOf);
      return "updated";
    } finally {
      await client.query("rollback");
    }
  }

  /** Notes that the copy still had the newest version at a time, in milliseconds. */
  confirm(asOf: number) {
    if (this.#held !== null) this.#held = { ...this.#held, asOf };
  }

  /** Makes the next update fill the copy again, even if nothing has changed. */
  expire() {
    this.#isExpired = true;
  }

  /** Writes the write-ahead log into the file if it is long and nobody is asking. Call it when there is nothing to follow. */
  tidy(muchLog = MUCH_LOG): Promise<void> {
    const tidying = this.#following.then(async () => {
      const log = statSync(this.#at(`${NAME}.wal`), { throwIfNoEntry: false });
      // DuckDB refuses while anyone reads what was there before the last change, and a long question must not keep changes waiting.
      if (log === undefined || log.size <= muchLog || this.#asking.size > 0) return;
      await this.#duck?.on((connection) => connection.run("checkpoint"));
    });
    this.#following = tidying.catch(() => undefined);
    return tidying;
  }

  get isExpired(): boolean {
    return this.#isExpired;
  }

  close() {
    this.#duck?.close();
    this.#duck = null;
  }

  #at(name: string) {
    return join(this.folder, name);
  }

  #remove(...names: string[]) {
    for (const name of names)
      for (const file of [name, `${name}.wal`]) rmSync(this.#at(file), { force: true, recursive: true });
  }

  /** For a file of another shape, or a damaged one. */
  #forget() {
    this.close();
    this.#held = null;
    this.#versions = new Map();
    this.#remove(NAME);
  }

  async #openFile(lines?: CountedLines) {
    const memory = Math.min(this.memory, ENOUGH_TO_ANSWER);
    const duck = await openDuck(this.#at(NAME), this.#at(TEMPORARY), memory);
    this.#duck = duck;
    await duck.on(async (connection) => {
      const [made] = await rowsOf<{ shape: string }>(connection, sql`select shape from state`);
      if (made?.shape !== SHAPE) throw new Error("The file has another shape.");
      const versions = await rowsOf<{ subject: string; stamp: string }>(connection, sql`select * from version`);
      this.#versions = new Map(versions.map(({ subject, stamp }) => [subject, BigInt(stamp)]));
      await connection.run(`set checkpoint_threshold = '${MOST_LOG}'`);
      this.#classes = new FacetClasses();
      this.#classes.add(await this.#classes.readNew(connection));
      this.#held = await readState(connection);
      this.#lines = lines ?? (await CountedLines.of(connection, this.#held.version));
    });
  }

  /** Makes a new file beside the old one, which answers until the new one takes its place. */
  async #fill(client: Client, versions: Versions, asOf: number) {
    this.#remove(NEXT);
    const next = await openDuck(this.#at(NEXT), this.#at(TEMPORARY), Math.round(this.memory / 2));
    let lines: CountedLines | undefined;
    try {
      await next.on(async (connection) => {
        await loadIncoming(client, connection, { folder: this.folder, table: "table", condition: "true" });
        await createTables(connection, versions, asOf);
        lines = await CountedLines.of(connection, recordVersion(versions));
      });
    } finally {
      next.close();
    }
    await this.#exchangeFile(lines);
    this.#isExpired = false;
  }

  /** Questions wait for the few milliseconds that this takes. */
  async #exchangeFile(lines?: CountedLines) {
    let settle = () => {};
    this.#exchange = new Promise((done) => {
      settle = done;
    });
    try {
      await Promise.allSettled(this.#asking);
      this.#forget();
      renameSync(this.#at(NEXT), this.#at(NAME));
      await this.#openFile(lines);
    } finally {
      this.#exchange = null;
      settle();
    }
  }

  /** Issuers are replaced as a whole, so that it does not matter which of their filings changed, or disappeared. */
  async #replace(client: Client, duck: Duck, subjects: readonly string[], versions: Versions, asOf: number) {
    const issuers = subjects.filter((subject) => /^\d+$/.test(subject));
    // Filings without an issuer are few, so they are replaced together.
    const others = issuers.length < subjects.length ? "issuer_cik is null" : "false";
    const isChanged = `issuer_cik = any('{${issuers.join()}}') or ${others}`;
    const wasChanged = sql`(issuer_cik in (select unnest(${sql.param(issuers)}::bigint[])) or ${sql.raw(others)})`;
    await duck.on(async (connection) => {
      await loadIncoming(client, connection, { folder: this.folder, table: "temp table", condition: isChanged });
      const gone = await readNumbers(connection, wasChanged);
      const from = await firstFree(connection, this.#lines.length);
      const { gaps } = await readState(connection);
      const change = [
        sql`delete from listing where ${wasChanged}`,
        ...NUMBERED_TABLES.map((table) => sql.raw(`insert into ${table} ${newRows(table, true)}`)),
        sql.raw(`insert into listing ${numberedLines(from)}`),
        sql`delete from version where subject in (select unnest(${sql.param(subjects)}::varchar[]))`,
        putVersions(new Map(subjects.map((subject) => [subject, versions.get(subject) ?? 0n]))),
        sql`update state set version = ${recordVersion(versions)}, as_of = ${String(asOf)}, gaps = ${String(gaps + gone.length)}`,
      ];
      // Nothing can fail after the change is committed, so the memory never differs from the file.
      const { read, classes, held } = await runTogether(connection, change, async () => {
        const parts = await readAllParts(connection, from);
        const shared = await readShared(connection, from, this.#lines.parties.length);
        return {
          read: { parts, shared },
          classes: await this.#classes.readNew(connection),
          held: await readState(connection),
        };
      });
      this.#classes.add(classes);
      this.#lines.replace(gone, read, held.version);
      this.#versions = versions;
      this.#held = held;
    });
  }
}
