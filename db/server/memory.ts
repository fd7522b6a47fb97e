import { totalmem } from "node:os";

const MB = 1024 * 1024;

/**
 * The megabytes that Section 16 and its database may use together. In a container, its limit counts instead of the machine's
 * memory.
 * @param limitMb a lower limit, from the settings
 */
export const availableMemory = (limitMb: number | null = null): number =>
  Math.floor(
    Math.min(
      totalmem() / MB,
      (process.constrainedMemory() || Number.POSITIVE_INFINITY) / MB,
      limitMb ?? Number.POSITIVE_INFINITY,
    ),
  );

const between = (least: number, most: number, share: number) => Math.round(Math.min(most, Math.max(least, share)));

/**
 * The most megabytes of objects (V8's old space) for each process, which needs about 100 more for itself. With 1 GB, the site,
 * `npm run follow` and PostgreSQL fit together. Without limits, V8 lets a server grow to 4 GB before it tidies up.
 */
export function heapLimits(available: number) {
  return {
    site: between(320, 4096, available * 0.32),
    /** `npm run follow`, derivation beside the site, and each process that derives. */
    beside: between(192, 2048, available * 0.2),
    /** The process with the copy of `listing`. */
    copy: 256,
    /** The reader of one paper form. */
    paper: between(384, 1024, available * 0.4),
  };
}

/** How many processes may derive at once: each needs up to 300 MB, and as much again in PostgreSQL and in caches. */
export const mostDerivers = (available: number) => between(1, 8, available / 600);

/** The megabytes that DuckDB may use for the copy of `listing`. All public filings take 770 more, for what questions ask of each line. */
export const copyMemory = (available: number) => between(128, 400, available * 0.15);
