import { basename, join } from "node:path";
import { dataSetProgress } from "@/db/command/rebuild-stages";
import { dataSetReport } from "@/db/dataset/data-set-sentence";
import { type DataSetSummary, ingestDataSets } from "@/db/dataset/ingest-data-sets";
import { DataSetRefused, openDataSet } from "@/db/dataset/open-data-set";
import { discard, download } from "@/db/edgar/download";
import { findDataSets, parseDataSetNames, type WantedDataSet } from "@/db/edgar/find-data-sets";
import { printQuarter } from "@/lib/values/quarter";
import { EXIT, NotPossible, type Outcome, type Work } from "./edgar-command";

/** `npm run ingest -- dataset 2024q3 …`: quarters of the SEC's data sets, fetched and loaded. */
export async function ingestPublishedDataSets(work: Work, names: string[]): Promise<Outcome> {
  const asked = parseDataSetNames(names);
  if ("unreadable" in asked) {
    throw new NotPossible(
      `dataset ${asked.unreadable}: enter a quarter such as 2024q3, a range such as 2006q1..2024q3, or “all”. Data sets begin with 2006q1.`,
    );
  }
  const { edgar, settings, progress } = work;
  const folder = join(settings.dataDir, "downloads");
  const wanted = await findDataSets(edgar, asked);
  const fetched = new Map<string, WantedDataSet>();
  const missing: string[] = [];
  const update = progress(wanted.length, "data sets");
  for (const [index, dataSet] of wanted.entries()) {
    edgar.signal?.throwIfAborted();
    const name = printQuarter(dataSet.quarter);
    const path = join(folder, `${name}_form345.zip`);
    if (await fetchArchive(work, dataSet, path)) fetched.set(path, dataSet);
    else if (dataSet.isNamed) missing.push(name);
    update(index + 1, name);
  }

  const first = await load(work, [...fetched.keys()]);
  const again: string[] = [];
  for (const [path, dataSet] of fetched) {
    if (!first.refused.has(path)) continue;
    // Damage inside an archive is noticed only when it is unpacked. Fetch it once more before refusing it.
    await discard(path);
    if (await fetchArchive(work, dataSet, path)) again.push(path);
  }
  const second = again.length > 0 && !edgar.signal?.aborted ? await load(work, again) : null;
  for (const [path, message] of second?.refused ?? []) {
    edgar.tell({ kind: "data set refused", fileName: path, message });
    await discard(path);
  }
  return outcomeOf([first.summary, ...(second ? [second.summary] : [])], second?.refused.size ?? 0, missing);
}

/** @returns false if EDGAR does not have it */
async function fetchArchive({ edgar }: Work, { addresses }: WantedDataSet, path: string): Promise<boolean> {
  for (const address of addresses) {
    for (const isLast of [false, true]) {
      const outcome = await download(edgar, address, path);
      if (outcome === "absent") break;
      // An archive that was cut off at its source looks complete to the connection. The second time, loading refuses it.
      if (isLast || (await isOpenable(path))) return true;
      await discard(path);
    }
  }
  return false;
}

async function isOpenable(path: string): Promise<boolean> {
  try {
    (await openDataSet(path, { hash: false })).close();
    return true;
  } catch (error) {
    if (error instanceof DataSetRefused) return false;
    throw error;
  }
}

/** Report refusals only if the second try fails too. */
async function load({ edgar, stages }: Work, paths: string[]) {
  const refused = new Map<string, string>();
  const update = stages(await dataSetProgress(edgar.connection));
  const summary = await ingestDataSets(edgar.connection, paths, {
    signal: edgar.signal,
    onProgress: update,
    onEvent(event) {
      if (event.kind !== "data set refused") edgar.tell(event);
      else for (const path of paths) if (basename(path) === basename(event.fileName)) refused.set(path, event.message);
    },
  });
  return { summary, refused };
}

function outcomeOf(parts: DataSetSummary[], dataSetsRefused: number, notPublished: string[]): Outcome {
  const sum = (name: keyof DataSetSummary) => parts.reduce((total, part) => total + part[name], 0);
  const summary = {
    dataSets: sum("dataSets"),
    dataSetsRefused,
    filings: sum("filings"),
    stored: sum("stored"),
    alreadyThere: sum("alreadyThere"),
    rows: sum("rows"),
    withProblems: sum("withProblems"),
    differences: sum("differences"),
    refusedRows: sum("refusedRows"),
    notDerived: sum("notDerived"),
  };
  const missing = notPublished.length > 0 ? `\nNot published: ${notPublished.join(", ")}.` : "";
  return {
    code: dataSetsRefused + summary.notDerived > 0 ? EXIT.refused : notPublished.length > 0 ? EXIT.usage : EXIT.done,
    summary: { ...summary, notPublished },
    report: `${dataSetReport(summary)}${missing}`,
  };
}
