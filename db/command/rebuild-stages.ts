import type { Stage } from "@/db/command/progress";
import type { DataSetStage } from "@/db/dataset/ingest-data-sets";
import { isBegun } from "@/db/derive/rebuild";
import type { RebuildStage } from "@/db/derive/rebuild-work";
import { holdsRealFilings } from "@/db/queries/holds-real-filings";
import type { Connection } from "@/db/server/client";

/** The share of each stage in the total time, in percent, as measured with 240,000 filings. */
const STAGES: Record<RebuildStage, Omit<Stage, "name">> = {
  issuers: { words: "deriving from filings", unit: "filings", share: 33 },
  facts: { words: "reading footnotes", unit: "footnotes", share: 34 },
  lines: { words: "preparing the search of footnotes", unit: "filings", share: 13 },
  listing: { words: "preparing lists", unit: "filings", share: 10 },
  indexes: { words: "building indexes", unit: "MB", share: 8 },
  keys: { words: "checking keys", unit: "MB", share: 2 },
};

/** The stages in which everything is derived, as progress shows them. */
export const REBUILD_PROGRESS: readonly Stage[] = Object.entries(STAGES).map(([name, stage]) => ({ name, ...stage }));

/** The stage in which filings that wait are derived, without a rebuild. */
const WAITING: Stage = { name: "filings", words: "deriving from filings", unit: "filings", share: 60 };
export const WAITING_PROGRESS: readonly Stage[] = [WAITING];

const ROWS: Stage & { name: DataSetStage } = { name: "rows", words: "loading rows", unit: "MB", share: 40 };

/** The stages of loading data sets: with everything derived again at their end, or only what they add. */
export const dataSetProgress = async ({ db, pool }: Connection): Promise<readonly Stage[]> =>
  !(await holdsRealFilings(db)) || (await isBegun(pool))
    ? [
        ROWS,
        { name: "row indexes" satisfies DataSetStage, words: "building indexes on rows", unit: "indexes", share: 10 },
        ...REBUILD_PROGRESS,
      ]
    : [
        ROWS,
        // A data set may have only filings that we know.
        { ...WAITING, name: "filings" satisfies DataSetStage, isDecidedLater: true },
      ];
