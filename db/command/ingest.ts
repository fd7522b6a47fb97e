import "@/db/command/exit-on-crash";
import { Command, CommanderError } from "commander";
import { addEdgarCommands } from "@/db/command/edgar/commands";
import { dataSetReport, dataSetSentence } from "@/db/dataset/data-set-sentence";
import { ingestDataSets } from "@/db/dataset/ingest-data-sets";
import { notDerivedSentence } from "@/db/derive/derive-waiting";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { type FileList, type Listed, listFiles, PathNotFound } from "@/db/ingest/list-files";
import { isPaper } from "@/db/ingest/read-incoming";
import type { IngestEvent, IngestSummary } from "@/db/ingest/start-ingest";
import { NO_IDENTITY, type PaperIdentity } from "@/db/ingest/store-paper";
import { type Connection, connect } from "@/db/server/client";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";
import { newYorkDate } from "@/lib/values/dates";
import { isCalendarDate } from "@/lib/values/is-calendar-date";
import { startStages } from "./progress";
import { dataSetProgress } from "./rebuild-stages";
import { withDatabaseAndFiles } from "./with-database";

/** `npm run ingest -- PATH…`. Exit codes: 0 done, 1 something was refused or not derived, 2 usage, 3 database, 130 interrupted. */
const EXIT = { done: 0, refused: 1, usage: 2, database: 3, interrupted: 130 } as const;

type Flags = { accession?: string; issuer?: string; owner?: string[]; filed?: string; json?: boolean };

const and = (cik: string, before: string[] = []) => [...before, cik];

const program = new Command("ingest")
  .description(
    "Loads filings into the database: ownership XML, EDGAR full submissions (.txt), paper forms (pages, PDFs, scans and text), the SEC's quarterly data sets, .zip archives, and folders of these.",
  )
  .argument("<path...>", "files, folders or .zip archives")
  .option("--accession <number>", "the accession number of the document, if you name only one")
  .option("--issuer <cik>", "the issuer of the paper form, if you name only one")
  .option("--owner <cik>", "its reporting owner; repeat for several, in the order of the form", and)
  .option("--filed <date>", "the date it was filed, such as 2013-07-17")
  .option("--json", "print one JSON object per line, the summary last")
  .exitOverride()
  .helpCommand(false)
  .action(ingest);
addEdgarCommands(program);

async function ingest(paths: string[], flags: Flags) {
  const identity = readIdentity(flags);
  if (typeof identity === "string") {
    fail(identity);
    return;
  }
  let list: FileList;
  try {
    list = await listFiles(paths);
  } catch (error) {
    if (!(error instanceof PathNotFound)) throw error;
    fail(error.message);
    return;
  }
  if (list.files.length === 0 && list.dataSets.length === 0) {
    fail(
      `There is nothing to read: no .xml, .txt, .html, .pdf, .png, .jpg or .zip file${list.skipped > 0 ? ` among ${list.skipped} files` : ""}.`,
    );
    return;
  }
  const given = IDENTITY_FLAGS.filter((name) => flags[name] !== undefined);
  const [only] = list.files;
  if (given.length > 0 && (list.files.length !== 1 || list.dataSets.length > 0)) {
    fail(`--${given[0]} applies to a single document, but you named ${list.files.length + list.dataSets.length}.`);
    return;
  }
  if (only && given.some((name) => name !== "accession") && !(await isPaperFile(only))) {
    fail(`--issuer, --owner and --filed apply only to paper forms; ${only.fileName} already states them.`);
    return;
  }

  process.exitCode = await withDatabaseAndFiles({ reads: paths }, async (url) => {
    const interrupt = new AbortController();
    process.once("SIGINT", () => interrupt.abort());
    process.once("SIGTERM", () => interrupt.abort());
    const { signal } = interrupt;
    const connection = connect(url);
    try {
      const ofDataSets =
        list.dataSets.length > 0 ? await ingestLocalDataSets(connection, list.dataSets, flags, signal) : EXIT.done;
      const ofFiles =
        list.files.length > 0 && !signal.aborted
          ? await ingestListed(connection, list, flags, identity, signal)
          : EXIT.done;
      return signal.aborted ? EXIT.interrupted : Math.max(ofDataSets, ofFiles);
    } finally {
      await connection.end();
    }
  });
}

const IDENTITY_FLAGS = ["accession", "issuer", "owner", "filed"] as const;

/** What the command line says about the one filing; a sentence if it cannot be read. */
function readIdentity(flags: Flags): PaperIdentity | string {
  if (IDENTITY_FLAGS.every((name) => flags[name] === undefined)) return NO_IDENTITY;
  const { accession, issuer, owner = [], filed } = flags;
  const accessionNumber = accession === undefined ? null : parseAccessionNumber(accession);
  if (accession !== undefined && accessionNumber === null) {
    return `--accession ${accession}: not an accession number such as 0000320193-25-000012.`;
  }
  if (filed !== undefined && !(/^\d{4}-\d\d-\d\d$/.test(filed) && isCalendarDate(filed)))
    return `--filed ${filed}: not a date such as 2013-07-17.`;
  if (filed !== undefined && filed > newYorkDate(new Date())) return `--filed ${filed}: this date is in the future.`;
  const notCik = [issuer ?? [], owner].flat().find((text) => parseCik(text) === null);
  if (notCik !== undefined) return `${notCik} is not a CIK of 1 to 10 digits.`;
  return {
    issuer: issuer === undefined ? null : parseCik(issuer),
    owners: owner.map(parseCik),
    accessionNumber,
    filingDate: filed ?? null,
  };
}

async function isPaperFile({ read }: Listed): Promise<boolean> {
  const file = await read();
  return !("message" in file) && isPaper(file.bytes);
}

/** Quarters of the SEC's data sets: each is loaded completely or not at all. */
async function ingestLocalDataSets(connection: Connection, paths: string[], flags: Flags, signal: AbortSignal) {
  const progress = startStages(await dataSetProgress(connection));
  const summary = await ingestDataSets(connection, paths, {
    signal,
    onProgress(done, total, stage) {
      if (!flags.json) progress.update(done, total, stage);
    },
    onEvent(event) {
      if (flags.json) process.stdout.write(`${JSON.stringify(event)}\n`);
      else progress.say(dataSetSentence(event));
    },
  }).finally(progress.end);
  process.stdout.write(
    flags.json ? `${JSON.stringify({ kind: "summary", ...summary })}\n` : `${dataSetReport(summary)}\n`,
  );
  if (signal.aborted)
    process.stderr.write(
      "Interrupted. Data sets that were complete are stored. To continue, run the same command again.\n",
    );
  return summary.dataSetsRefused + summary.notDerived > 0 ? EXIT.refused : EXIT.done;
}

async function ingestListed(
  connection: Connection,
  list: FileList,
  flags: Flags,
  identity: PaperIdentity,
  signal: AbortSignal,
) {
  const progress = startStages([
    { name: "files", words: "storing", unit: "files", share: 60 },
    { name: "filings", words: "deriving from filings", unit: "filings", share: 40, isDecidedLater: true },
  ]);
  let done = 0;
  const summary = await ingestFiles(connection, list.files, {
    isSample: false,
    identity,
    signal,
    onDeriving(done, total) {
      if (!flags.json) progress.update(done, total, "filings");
    },
    onEvent(event) {
      if (event.kind !== "sample removed" && event.kind !== "not derived") done += 1;
      if (flags.json) {
        process.stdout.write(`${JSON.stringify(event)}\n`);
        return;
      }
      if (event.kind === "refused" || event.kind === "sample removed" || event.kind === "not derived")
        progress.say(sentence(event));
      else {
        for (const difference of event.differences ?? []) progress.say(`${event.fileName}: ${difference}`);
        progress.update(done, list.files.length, "files");
      }
    },
  }).finally(progress.end);
  summary.skipped += list.skipped;
  process.stdout.write(flags.json ? `${JSON.stringify({ kind: "summary", ...summary })}\n` : report(summary));
  if (summary.read === 0 && list.dataSets.length === 0) return EXIT.usage;
  return summary.refused + summary.notDerived > 0 ? EXIT.refused : EXIT.done;
}

function sentence(event: Extract<IngestEvent, { kind: "refused" | "sample removed" | "not derived" }>): string {
  if (event.kind === "not derived") return notDerivedSentence(event.accessionNumbers, event.message);
  if (event.kind === "sample removed")
    return `The sample was removed (${event.filings} filings). To load it again, run npm run sample.`;
  return `Refused ${event.fileName}${event.line ? `, line ${event.line}` : ""}: ${event.message}`;
}

function report({
  read,
  stored,
  alreadyThere,
  newVersions,
  withProblems,
  refused,
  skipped,
  notDerived,
}: IngestSummary): string {
  const versions = newVersions > 0 ? ` (${newVersions} as a new version)` : "";
  const lines = [
    `${read} read: ${stored} stored${versions}, ${alreadyThere} already there, ${refused} refused.`,
    ...(withProblems > 0
      ? [`${withProblems} of those stored ${withProblems === 1 ? "has" : "have"} problems: see /about/data.`]
      : []),
    ...(notDerived > 0
      ? [
          `We could not derive totals, checks and links from ${notDerived} ${notDerived === 1 ? "filing" : "filings"}: see /about/data.`,
        ]
      : []),
    ...(skipped > 0 ? [`${skipped} other ${skipped === 1 ? "file was" : "files were"} skipped.`] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function fail(message: string) {
  process.stderr.write(`${message}\n`);
  process.exitCode = EXIT.usage;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
