import { rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import type { DuckDBConnection } from "@duckdb/node-api";
import { CopyComparison } from "@/db/copy/compare-copy";
import { countUnsortedInCopy } from "@/db/copy/count-unsorted-in-copy";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { filingsOfParties } from "@/db/copy/filings-of-parties";
import { nameFilings } from "@/db/copy/find-filings";
import { findParties } from "@/db/copy/find-parties";
import { findPlaces } from "@/db/copy/find-places";
import { groupTrades } from "@/db/copy/group-trades";
import type { ListingCopy } from "@/db/copy/listing-copy";
import {
  type Answered,
  type Question,
  type Reply,
  readFilter,
  readOrder,
  readSentGrouping,
  readSentPlace,
} from "@/db/copy/questions";
import { SecondThread } from "@/db/copy/second-thread";
import { sumTrades } from "@/db/copy/sum-trades";

/** Answers that are kept, by question. */
const MOST_KEPT = 2_000;
/** Answers with more groups, which are parts of a download, would fill the memory. */
const MOST_GROUPS_KEPT = 100;
/** An answer of an older version is given if a new one takes longer than this, in milliseconds, and if it is not older than that. */
const PATIENCE = 100;
const OLDEST = 60_000;
const MOST_GROUPS = 5_000;
/** DuckDB has two threads. Questions that wait behind too many others are not answered. */
const AT_ONCE = 2;
const MOST_WAITING = 100;

/** Answers the questions of web processes over a local socket. Questions that were asked before are answered from memory. */
export class CopyServer {
  readonly #kept = new Map<string, { version: string; answered: Promise<Answered<unknown> | null> }>();
  readonly #older = new Map<string, Answered<unknown>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(
    readonly copy: ListingCopy,
    readonly comparison = new CopyComparison(copy),
    readonly thread = new SecondThread(),
  ) {}

  /** @param socket a path. A file that a killed process left there is replaced. */
  async listen(socket: string): Promise<Server> {
    rmSync(socket, { force: true });
    const server = createServer((connection) => this.#serve(connection));
    await new Promise<void>((settle, fail) => {
      server.once("error", fail).listen(socket, settle);
    });
    return server;
  }

  #serve(connection: Socket) {
    connection.on("error", () => connection.destroy());
    createInterface({ input: connection, crlfDelay: Number.POSITIVE_INFINITY }).on("line", async (line) => {
      const reply = await this.#reply(line).catch(() => null);
      if (reply === null) connection.destroy();
      else if (connection.writable) connection.write(`${JSON.stringify(reply)}\n`);
    });
  }

  async #reply(line: string): Promise<Reply> {
    const { id, ...question } = JSON.parse(line) as Question & { id: number };
    try {
      return { id, answered: await this.answer(question as Question) };
    } catch (error) {
      console.error(`The screener copy cannot answer: ${error instanceof Error ? error.message : error}`);
      return { id, answered: null };
    }
  }

  async answer(question: Question): Promise<Answered<unknown> | null> {
    const version = this.copy.held?.version;
    if (version === undefined) return null;
    if (question.ask === "state") return this.#current(await this.#ask(question));
    if (question.ask === "groups" && question.limit > MOST_GROUPS_KEPT) return this.#inTurn(() => this.#ask(question));
    const key = JSON.stringify(question);
    const kept = this.#kept.get(key);
    if (kept?.version === version) return this.#current(await kept.answered);
    const answered = this.#inTurn(() => this.#ask(question));
    this.#keep(key, version, answered);
    // Counts may be shown with their time. A list must be as new as its page, or it does not come from here.
    const older = question.ask === "facets" || question.ask === "groups" ? this.#older.get(key) : undefined;
    if (older === undefined || Date.now() - older.asOf > OLDEST) return this.#current(await answered);
    return Promise.race([
      answered,
      new Promise<Answered<unknown>>((settle) => setTimeout(() => settle(older), PATIENCE)),
    ]);
  }

  /** The version may have been the newest one since the answer was computed. */
  #current<Given extends Answered<unknown> | null>(answered: Given): Given {
    const held = this.copy.held;
    return answered !== null && held?.version === answered.version ? { ...answered, asOf: held.asOf } : answered;
  }

  #keep(key: string, version: string, answered: Promise<Answered<unknown> | null>) {
    this.#kept.delete(key);
    this.#kept.set(key, { version, answered });
    for (const map of [this.#kept, this.#older])
      for (const first of map.keys()) {
        if (map.size <= MOST_KEPT) break;
        map.delete(first);
      }
    answered.then(
      (found) => {
        if (found === null) this.#kept.delete(key);
        else this.#older.set(key, found);
      },
      () => this.#kept.delete(key),
    );
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#waiting.length >= MOST_WAITING) return null;
    if (this.#running < AT_ONCE) this.#running++;
    else await new Promise<void>((settle) => this.#waiting.push(settle));
    try {
      return await work();
    } finally {
      // The next one takes over the turn, so that nobody who asks in between can take it.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }

  #ask(question: Question): Promise<Answered<unknown> | null> {
    const { comparedAt, differences } = this.comparison;
    return this.copy.ask(async (connection, { version, asOf, lines, filledAt }, classes, counted) => ({
      answer:
        question.ask === "state"
          ? { lines, filledAt, comparedAt, differences }
          : await answerFrom(this.thread, connection, classes, counted, question),
      version,
      asOf,
    }));
  }
}

function answerFrom(
  thread: SecondThread,
  connection: DuckDBConnection,
  classes: FacetClasses,
  lines: () => CountedLines,
  question: Exclude<Question, { ask: "state" }>,
) {
  const asked = readFilter(question);
  if (question.ask === "facets") return thread.countFacets(connection, classes, lines(), asked);
  if (question.ask === "names") return nameFilings(connection, classes, lines(), asked, question.onlyTransactions);
  if (question.ask === "places") return findPlaces(connection, classes, lines(), asked, readSentPlace(question.place));
  if (question.ask === "of-parties") return filingsOfParties(connection, classes, lines(), asked, question);
  if (question.ask === "unsorted")
    return countUnsortedInCopy(connection, classes, lines(), asked, readOrder(question.sort));
  if (question.ask === "sums") return sumTrades(connection, classes, lines(), asked);
  if (question.ask === "parties") return findParties(connection, classes, lines(), asked, question.directory);
  const grouping = readSentGrouping(question.grouping, asked.filter);
  const limit = Math.min(question.limit, MOST_GROUPS);
  return groupTrades(connection, classes, lines(), asked, grouping, { limit, withMonths: question.withMonths });
}
