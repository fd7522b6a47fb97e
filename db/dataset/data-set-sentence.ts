import type { DataSetEvent, DataSetSummary } from "@/db/dataset/ingest-data-sets";
import { notDerivedSentence } from "@/db/derive/derive-waiting";

const n = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;

/** What a run over data sets reports, in words. */
export function dataSetSentence(event: DataSetEvent): string {
  switch (event.kind) {
    case "sample removed":
      return `The sample was removed (${event.filings} filings). To load it again, run npm run sample.`;
    case "not derived":
      return notDerivedSentence(event.accessionNumbers, event.message);
    case "indexes made":
      return `${n(event.indexes, "index", "indexes")} built in ${seconds(event.seconds)}.`;
    case "derived":
      return `${n(event.filings, "filing")} derived in ${seconds(event.seconds)}.`;
    case "data set refused":
      return `Refused ${event.fileName}: ${event.message}. The database is unchanged.`;
    case "data set stored":
      return [
        `${event.fileName}: ${n(event.stored, "filing")} stored (${n(event.rows, "row")} in ${seconds(event.seconds)}), ${event.alreadyThere.toLocaleString("en-US")} already there`,
        ...(event.withProblems > 0 ? [`${event.withProblems.toLocaleString("en-US")} with problems`] : []),
        ...(event.differences > 0 ? [`${n(event.differences, "disagreement")} with filings known from XML`] : []),
        ...(event.refusedRows > 0 ? [`${n(event.refusedRows, "row")} refused`] : []),
        ...(event.unknownColumns.length > 0 ? [`new columns, kept as filed: ${event.unknownColumns.join(", ")}`] : []),
        ...(event.missing.length > 0 ? [`missing: ${event.missing.join(", ")}`] : []),
      ].join("; ");
  }
}

export function dataSetReport(summary: DataSetSummary): string {
  const {
    dataSets,
    dataSetsRefused,
    filings,
    stored,
    alreadyThere,
    rows,
    withProblems,
    differences,
    refusedRows,
    notDerived,
  } = summary;
  const refused = dataSetsRefused > 0 ? `, ${n(dataSetsRefused, "data set")} refused` : "";
  return [
    `${n(dataSets, "data set")} read${refused}: ${n(filings, "filing")}, ${stored.toLocaleString("en-US")} stored with ${n(rows, "row")}, ${alreadyThere.toLocaleString("en-US")} already there.`,
    ...(withProblems > 0
      ? [
          `${withProblems.toLocaleString("en-US")} of the stored filings ${withProblems === 1 ? "has" : "have"} problems: see /about/data.`,
        ]
      : []),
    ...(differences > 0
      ? [`${n(differences, "disagreement")} with filings known from XML, which are not changed: see /about/data.`]
      : []),
    ...(refusedRows > 0 ? [`${n(refusedRows, "row")} could not be stored and are listed at /about/data.`] : []),
    ...(notDerived > 0
      ? [`We could not derive totals, checks and links from ${n(notDerived, "filing")}: see /about/data.`]
      : []),
  ].join("\n");
}

const seconds = (value: number) => `${value.toFixed(1)} s`;
