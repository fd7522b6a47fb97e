import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DuckDBConnection } from "@duckdb/node-api";
import { countFacets, joinFacets } from "@/db/copy/count-facets";
import type { CountedLines } from "@/db/copy/counted-lines";
import type { FacetClasses } from "@/db/copy/facet-classes";
import { knownLines, searchFor } from "@/db/copy/found-lines";
import type { ResolvedFilter } from "@/db/copy/questions";
import type { Facets } from "@/lib/filters/facets";

/** What the thread is sent: a filter, and the copy, if it has another version than with the filter before. */
export type ToThread = {
  asked: ResolvedFilter;
  copy: { lines: CountedLines["shared"]; classes: FacetClasses } | null;
};

/** So many lines are counted in the time that it takes to tell another thread about them. */
const FEW_LINES = 1_000_000;

/**
 * A thread that counts half of the lines under a filter of many, while the process counts the other half. Both read the same memory.
 * Groups gain little, because sums of hundreds of thousands of groups keep the memory busy, and not the processors.
 */
export class SecondThread {
  #worker: Worker | null = null;
  #isReady = false;
  /** A thread that ended before it was ready would do so again. */
  #canStart = true;
  #isBusy = false;
  /** The lines that the thread has, and their version. */
  #sent: { lines: CountedLines; version: string | null } | null = null;

  /** @param fewLines with fewer lines to look at, or one processor, the process counts alone */
  constructor(readonly fewLines = availableParallelism() > 1 ? FEW_LINES : Number.POSITIVE_INFINITY) {}

  /** Counts as `countFacets` does. */
  async countFacets(
    connection: DuckDBConnection,
    classes: FacetClasses,
    lines: CountedLines,
    asked: ResolvedFilter,
  ): Promise<Facets> {
    const worker = this.#isAboutMany(connection, classes, lines, asked) ? this.#freeWorker() : null;
    if (worker === null) return countFacets(connection, classes, lines, asked);
    const counting = this.#ask(worker, classes, lines, asked);
    const first = await countFacets(connection, classes, lines, asked, 0);
    const second = (await counting) ?? (await countFacets(connection, classes, lines, asked, 1));
    return joinFacets(first, second);
  }

  async stop() {
    await this.#worker?.terminate();
  }

  #isAboutMany(connection: DuckDBConnection, classes: FacetClasses, lines: CountedLines, asked: ResolvedFilter) {
    if (lines.length < this.fewLines || knownLines(lines, asked) !== null) return false;
    const { isInMemory, ranges } = searchFor(connection, classes, lines, asked);
    return isInMemory && lines.linesIn(ranges) >= this.fewLines;
  }

  /** Null while the thread counts something else, or starts, which takes longer than counting. */
  #freeWorker(): Worker | null {
    if (this.#worker === null && this.#canStart) this.#worker = this.#start();
    return this.#isReady && !this.#isBusy ? this.#worker : null;
  }

  #start(): Worker {
    const worker = new Worker(new URL("./start-counting.mjs", import.meta.url));
    worker.once("message", () => {
      this.#isReady = true;
    });
    worker.on("error", (error) => console.error(`The screener copy's second thread has ended: ${error.message}`));
    worker.once("exit", () => {
      this.#canStart = this.#isReady;
      [this.#worker, this.#sent, this.#isReady] = [null, null, false];
    });
    // The process does not wait for it to end.
    worker.unref();
    return worker;
  }

  /** Null if the thread ends before it answers. */
  async #ask(
    worker: Worker,
    classes: FacetClasses,
    lines: CountedLines,
    asked: ResolvedFilter,
  ): Promise<Facets | null> {
    const { version } = lines;
    const isSent = this.#sent?.lines === lines && this.#sent.version === version;
    const message: ToThread = { asked, copy: isSent ? null : { lines: lines.shared, classes } };
    this.#sent = { lines, version };
    this.#isBusy = true;
    const answer = await new Promise<Facets | null>((settle) => {
      const ended = () => settle(null);
      worker.once("exit", ended);
      worker.once("message", (facets: Facets) => {
        worker.off("exit", ended);
        settle(facets);
      });
      worker.postMessage(message);
    });
    this.#isBusy = false;
    return answer;
  }
}
