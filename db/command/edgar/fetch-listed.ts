import { fetchFilings } from "@/db/edgar/fetch-filings";
import type { WantedList } from "@/db/edgar/listed-filings";
import { startIngest } from "@/db/ingest/start-ingest";
import { plural } from "@/lib/values/counts";
import type { Outcome, Work } from "./edgar-command";
import { EXIT } from "./edgar-command";

const n = (value: number) => value.toLocaleString("en");

/**
 * Fetches the listed filings that we do not have, and reports the result.
 * @param listed how many filings were listed in total
 */
export async function fetchListed(
  { edgar, progress }: Work,
  run: string,
  listed: number,
  { count, batches }: WantedList,
): Promise<Outcome> {
  const { tell, signal, connection } = edgar;
  tell({ kind: "to fetch", filings: count });
  const ingest = await startIngest(connection, { run, isSample: false, onEvent: tell });
  const onProgress = progress(count, "filings");
  let notFetched = 0;
  try {
    let before = 0;
    for await (const batch of batches) {
      if (signal?.aborted) break;
      const seen = before;
      notFetched += await fetchFilings(edgar, batch, {
        ingest,
        onProgress: (done, reading) => onProgress(seen + done, reading),
      });
      before += batch.length;
    }
  } finally {
    await ingest.end();
  }
  const { stored, alreadyThere, newVersions, withProblems, refused, notDerived } = ingest.summary;
  const completed = alreadyThere > 0 ? `, ${n(alreadyThere)} completed with details from EDGAR` : "";
  const versions = newVersions > 0 ? ` (${n(newVersions)} as a new version)` : "";
  const missed = notFetched > 0 ? `, ${n(notFetched)} not fetched` : "";
  const lines = [
    `${plural(listed, "filing")} listed, ${n(listed - count)} of them already there: ${n(stored)} stored${versions}${completed}, ${n(refused)} refused${missed}.`,
    ...(withProblems > 0
      ? [`${n(withProblems)} of those stored ${withProblems === 1 ? "has" : "have"} problems: see /about/data.`]
      : []),
    ...(notDerived > 0
      ? [`We could not derive totals, checks and links from ${plural(notDerived, "filing")}: see /about/data.`]
      : []),
  ];
  return {
    code: refused + notFetched + notDerived > 0 ? EXIT.refused : EXIT.done,
    summary: { listed, keptBefore: listed - count, ...ingest.summary, notFetched },
    report: lines.join("\n"),
  };
}
