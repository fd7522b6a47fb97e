import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { inArray, or } from "drizzle-orm";
import { findStoredFiling } from "@/db/queries/filing-record";
import { findRawDocument } from "@/db/queries/raw-document";
import { filing, filingToDerive, formerAddress } from "@/db/schema";
import type { Connection } from "@/db/server/client";
import { textsIn, textsOf } from "@/fuzz/documents/read-independently";
import { emptyAllTables } from "@/fuzz/empty-all-tables";
import type { HandedFile } from "@/fuzz/mutations/mutations";
import { documentFromRecord } from "@/lib/edgar/document-from-record";
import { readableText } from "@/lib/values/readable-text";
import { startProgram } from "@/testing/program";

export type Batch = { good: readonly HandedFile[]; mutated: readonly HandedFile[] };
export type BatchResult = { stored: number; refused: number; withProblems: number; faults: string[] };

type Run = { code: number | null; events: IngestLine[]; errors: string };
type IngestLine = {
  kind: string;
  fileName?: string;
  accessionNumber?: string;
  problems?: number;
  /** Filings that could not be derived, and why. */
  accessionNumbers?: string[];
  message?: string;
};

const LIMIT_MS = 240_000;

/**
 * Ingests damaged documents together with good ones, twice, as users do, and reports what went wrong: it must finish, name every
 * file, store every good one, and leave nothing queued without saying so.
 */
export async function ingestMutated(
  url: string,
  connection: Connection,
  { good, mutated }: Batch,
): Promise<BatchResult> {
  const { db } = connection;
  await emptyAllTables(db);
  const folder = mkdtempSync(join(tmpdir(), "section16-mutated-"));
  try {
    for (const { fileName, bytes } of [...good, ...mutated]) writeFileSync(join(folder, fileName), bytes);
    const first = await runIngest(url, folder);
    const faults = faultsOf(first, folder, good, mutated);
    if (faults.length === 0) faults.push(...(await faultsOfTables(db, first)));
    if (faults.length === 0) {
      const again = await runIngest(url, folder);
      faults.push(...faultsOf(again, folder, good, mutated).map((fault) => `second run: ${fault}`));
      const news = again.events.filter(({ kind }) => kind === "stored").map(({ fileName }) => nameIn(folder, fileName));
      if (news.length > 0) faults.push(`second run: stored again: ${news.join(", ")}`);
    }
    const ofKind = (kind: string) => first.events.filter((event) => event.kind === kind);
    const stored = [...ofKind("stored"), ...ofKind("new version")];
    return {
      stored: stored.length,
      refused: ofKind("refused").length,
      withProblems: stored.filter(({ problems }) => (problems ?? 0) > 0).length,
      faults,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runIngest(url: string, folder: string): Promise<Run> {
  const program = startProgram(["db/command/ingest.ts", "--json", folder], { DATABASE_URL: url });
  const isOver = new AbortController();
  const limit = sleep(LIMIT_MS, undefined, { signal: isOver.signal })
    .then(program.kill)
    .catch(() => undefined);
  const code = await program.ended;
  isOver.abort();
  await limit;
  const lines = program.output().split("\n");
  const events = lines.flatMap((line): IngestLine[] => (line.startsWith("{") ? [JSON.parse(line)] : []));
  return { code, events, errors: program.errors() };
}

const nameIn = (folder: string, fileName = "") => fileName.slice(folder.length + 1);
/** A file's name as reported. */
const reportedName = ({ fileName }: HandedFile) => readableText(fileName);

/** Text files without a form are counted and not named; anything called XML is named. */
const mustBeNamed = ({ fileName }: HandedFile) => /\.xml$/i.test(fileName);

function faultsOf(
  { code, events, errors }: Run,
  folder: string,
  good: readonly HandedFile[],
  mutated: readonly HandedFile[],
): string[] {
  if (code === null) return [`the ingest did not end within ${LIMIT_MS / 1_000} s`];
  if (code !== 0 && code !== 1) return [`the ingest ended with exit code ${code}: ${errors.slice(-1_500)}`];
  if (!events.some(({ kind }) => kind === "summary"))
    return [`the ingest ended without a summary: ${errors.slice(-1_500)}`];
  const outcomes = new Map(events.map(({ fileName, kind }) => [nameIn(folder, fileName), kind]));
  const isIn = (file: HandedFile) =>
    ["stored", "already there", "new version"].includes(outcomes.get(reportedName(file)) ?? "");
  const faults: string[] = [];
  for (const file of good)
    if (!isIn(file)) faults.push(`the good ${file.fileName} was not stored: ${outcomes.get(reportedName(file))}`);
  for (const file of mutated) {
    if (mustBeNamed(file) && !outcomes.has(reportedName(file)))
      faults.push(`${file.fileName} was neither stored nor refused`);
  }
  const isRefused = events.some(({ kind }) => kind === "refused");
  if (code === 0 && isRefused) faults.push("something was refused, and the exit code is 0");
  return faults;
}

async function faultsOfTables(db: Connection["db"], { code, events }: Run): Promise<string[]> {
  const faults: string[] = [];
  const waiting = (await db.select().from(filingToDerive)).map(({ accessionNumber }) => accessionNumber);
  const named = new Set(
    events.flatMap(({ kind, accessionNumbers = [] }) => (kind === "not derived" ? accessionNumbers : [])),
  );
  if (waiting.length > 0) {
    const reasons = events.flatMap(({ kind, message }) => (kind === "not derived" ? (message ?? []) : []));
    const isNamed = waiting.every((number) => named.has(number));
    faults.push(
      `${waiting.length} could not be derived${isNamed ? "" : ", and not all are named"} (exit code ${code}): ${reasons.join("; ")}`,
    );
  }
  const numbers = [...new Set(events.flatMap(({ accessionNumber }) => accessionNumber ?? []))];
  if (numbers.length === 0) return faults;
  const known = await db.select({ number: filing.accessionNumber }).from(filing);
  const former = await db
    .select({ number: formerAddress.localNumber })
    .from(formerAddress)
    .where(or(inArray(formerAddress.localNumber, numbers)));
  const present = new Set([...known, ...former].map(({ number }) => number));
  for (const number of numbers)
    if (!present.has(number)) faults.push(`${number} was reported as stored and is not there`);
  for (const { number } of known) {
    const stored = await findStoredFiling(db, number);
    const bytes = await findRawDocument(db, number, null);
    if (!stored || !bytes) continue;
    // Stored documents can be put together again, and contain every text.
    const lost = lostTexts(bytes, documentFromRecord(stored.record));
    if (lost.length > 0) {
      const file = events.find(({ accessionNumber }) => accessionNumber === number)?.fileName ?? number;
      faults.push(
        `${basename(file)} was stored without ${lost
          .slice(0, 3)
          .map((text) => `“${text.slice(0, 80)}”`)
          .join(", ")}`,
      );
    }
  }
  return faults;
}

/** Larger documents are only stored: the other parser would take minutes. */
const LARGEST_READ = 300_000;

function lostTexts(bytes: Buffer, document: unknown): string[] {
  if (bytes.length > LARGEST_READ) return [];
  const xml = decoded(bytes);
  // Neither parser expands entities that the document declares.
  const texts = xml === null || xml.includes("<!DOCTYPE") ? null : textsIn(xml);
  const counts = new Map<string, number>();
  for (const text of textsOf(document)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return (texts ?? []).filter((text) => {
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count < 1;
  });
}

function decoded(bytes: Buffer): string | null {
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w.-]+)/.exec(bytes.subarray(0, 200).toString("latin1"))?.[1];
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  try {
    const encoding = marked ?? declared ?? "utf-8";
    // One-byte text differs in a few characters between decoders, and is compared among the valid documents.
    return /^(?:windows-1252|iso-8859-1|us-ascii|ascii)$/i.test(encoding)
      ? null
      : new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
