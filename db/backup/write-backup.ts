import { existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Client } from "pg";
import { to } from "pg-copy-streams";
import { type Pack, pack } from "tar-stream";
import {
  BACKUP_EXIT,
  BackupFailure,
  type BackupHeader,
  CHECKSUMS_NAME,
  type Checksums,
  FORMAT,
  HEADER_NAME,
  partName,
  wholeSha256,
} from "@/db/backup/backup-format";
import { type ListedTable, listTables } from "@/db/backup/list-tables";
import { withSession } from "@/db/backup/private-session";
import { RunningSum } from "@/db/backup/running-sum";
import { isKnownSchema, tablesAt } from "@/db/backup/schema-at";
import { UnfinishedFile } from "@/db/backup/unfinished-file";
import { databaseOn } from "@/db/server/client";
import { MIGRATING } from "@/db/server/migrate";
import { VERSION } from "@/lib/version";

/** Of a table's text, before compression: large enough for gzip to compress well, small enough to keep several in memory. */
const PART = 4 * 1024 * 1024;
/** gzip's level. Level 1 takes a third of the time and makes a file a third larger; level 9 saves another 3 %. */
const LEVEL = 6;
/** Parts that are compressed at once. Each takes a thread of Node's pool, which has four. */
const AT_ONCE = 3;

export type BackupSummary = {
  file: string;
  bytes: number;
  tables: Checksums["tables"];
  sha256: string;
};

export type BackupOptions = {
  /** Whether to overwrite a file of that name. */
  force?: boolean;
  signal?: AbortSignal;
  /** Called with the bytes of tables done, the total, and the table that is being read. */
  onProgress?: (done: number, total: number, table: string) => void;
  /** Called in the transaction of the backup, before its tables are read. */
  onSnapshot?: (client: Client) => Promise<void>;
};

/**
 * Writes every table to a file, all as of one moment; others can read and write meanwhile. One connection is enough: on the same
 * core PostgreSQL writes 132 MB of rows a second, and gzip compresses 78.
 * @throws BackupFailure, or any error of the database; then there is no file.
 */
export async function writeBackup(
  url: string,
  path: string,
  { force = false, signal = new AbortController().signal, onProgress = () => {}, onSnapshot }: BackupOptions = {},
): Promise<BackupSummary> {
  if (!force && existsSync(path))
    throw new BackupFailure(
      `${path} already exists. Choose another name, or replace it with --force.`,
      BACKUP_EXIT.usage,
    );
  return withSession(url, signal, async (client) => {
    const header = await beginSnapshot(client);
    await onSnapshot?.(client);
    const file = await UnfinishedFile.open(path).catch(explainFileError);
    try {
      const summary = await writeArchive(client, file, header, signal, onProgress);
      signal.throwIfAborted();
      await file.finish();
      return { file: path, ...summary };
    } catch (error) {
      await file.discard();
      return explainFileError(error);
    }
  });
}

/** Begins the transaction that sees one moment, and lists what there is. */
async function beginSnapshot(client: Client): Promise<BackupHeader> {
  // Waits for a migration in progress. The next one waits for the locks on the tables.
  await client.query("select pg_advisory_lock_shared($1)", [MIGRATING]);
  const { rows } = await client.query<{ is_there: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null and to_regclass('filing') is not null as is_there",
  );
  if (!rows[0]?.is_there)
    throw new BackupFailure(
      "There is no Section 16 database there yet, so there is nothing to back up.",
      BACKUP_EXIT.usage,
    );
  const { rows: migrationRows } = await client.query<{ createdAt: string; hash: string }>(
    `select created_at::text as "createdAt", hash from drizzle.__drizzle_migrations order by created_at`,
  );
  const migrations = migrationRows.map(({ createdAt, hash }) => ({ createdAt: Number(createdAt), hash }));
  const applied = migrations.map(({ createdAt }) => createdAt);
  if (!isKnownSchema(applied))
    throw new BackupFailure(
      "This database was changed by a newer version of Section 16. Back it up with that version.",
      BACKUP_EXIT.database,
    );
  const ours = tablesAt(Math.max(...applied));
  const names = [...ours].map((name) => client.escapeIdentifier(name));
  await client.query("begin isolation level repeatable read, read only");
  // Lock before the first query, which fixes the moment that we see: a table that TRUNCATE emptied in between would look empty.
  await client.query(`lock table ${names.join(", ")} in access share mode`);
  const tables = (await listTables(databaseOn(client))).filter(({ name }) => ours.has(name));
  await client.query("select pg_advisory_unlock_shared($1)", [MIGRATING]);
  return {
    program: "section16",
    format: FORMAT,
    version: VERSION,
    createdAt: new Date().toISOString(),
    migrations,
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
    sequences: await readSequences(client, tables),
  };
}

async function readSequences(client: Client, tables: readonly ListedTable[]): Promise<BackupHeader["sequences"]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = current_schema::regnamespace and c.relname = any($1) and a.attidentity <> ''
     order by 1, 2`,
    [tables.map(({ name }) => name)],
  );
  const sequences: BackupHeader["sequences"] = [];
  for (const { table, column, sequence } of rows) {
    const { rows: reached } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${sequence}`,
    );
    sequences.push(...reached.map((state) => ({ table, column, ...state })));
  }
  return sequences;
}

async function writeArchive(
  client: Client,
  file: UnfinishedFile,
  header: BackupHeader,
  signal: AbortSignal,
  onProgress: NonNullable<BackupOptions["onProgress"]>,
): Promise<Omit<BackupSummary, "file">> {
  const archive = pack();
  const written = pipeline(archive, file.stream);
  // The code that writes an entry gets the error. Before that, and after it was reported, the rejection counts as handled.
  written.catch(() => undefined);
  for (const stream of [archive, file.stream]) stream.on("error", () => undefined);
  const write = (name: string, content: Buffer | string) =>
    Promise.race([written, addEntry(archive, name, content, new Date(header.createdAt))]);

  const headerText = JSON.stringify(header, null, 1);
  await write(HEADER_NAME, headerText);
  const sizes = await readSizes(client, header);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  const tables: Checksums["tables"] = {};
  for (const [at, { name, columns }] of header.tables.entries()) {
    const { bytes: size = 0, rows: expected = 0 } = sizes[at] ?? {};
    signal.throwIfAborted();
    const sum = new RunningSum();
    let part = 0;
    for await (const bytes of compressed(counted(inParts(readTable(client, name, columns)), sum))) {
      signal.throwIfAborted();
      part++;
      await write(partName(name, part), bytes);
      onProgress(before + Math.floor(size * sum.share(expected, size)), total, name);
    }
    tables[name] = sum.end();
    before += size;
    onProgress(before, total, name);
  }
  const sha256 = wholeSha256(headerText, tables);
  await write(CHECKSUMS_NAME, JSON.stringify({ tables, sha256 }, null, 1));
  archive.finalize();
  await written;
  return { bytes: file.stream.bytesWritten, tables, sha256 };
}

const addEntry = (archive: Pack, name: string, content: Buffer | string, mtime: Date) =>
  new Promise<void>((settle, fail) => {
    archive.entry({ name, mtime }, content, (error) => (error ? fail(error) : settle()));
  });

/** The size of a table and its approximate number of rows; 0 if PostgreSQL has not counted them yet. */
async function readSizes(client: Client, { tables }: BackupHeader): Promise<{ bytes: number; rows: number }[]> {
  const { rows } = await client.query<{ bytes: string; rows: number }>(
    `select pg_table_size(c.oid) as bytes, greatest(c.reltuples, 0) as rows
     from unnest($1::text[]) with ordinality as t (name, at)
       join pg_class c on c.relname = t.name and c.relnamespace = current_schema::regnamespace
     order by t.at`,
    [tables.map(({ name }) => name)],
  );
  return rows.map(({ bytes, rows: count }) => ({ bytes: Number(bytes), rows: count }));
}

async function* readTable(client: Client, name: string, columns: readonly string[]): AsyncGenerator<Buffer> {
  const listed = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  yield* client.query(to(`copy ${client.escapeIdentifier(name)} (${listed}) to stdout`));
}

async function* inParts(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    pieces.push(piece);
    length += piece.length;
    if (length < PART) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(pieces);
}

async function* counted(parts: AsyncIterable<Buffer>, sum: RunningSum): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    sum.add(part);
    yield part;
  }
}

const compress = promisify(gzip);

/** Compresses several parts at once, and returns them in order. */
async function* compressed(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = [];
  for await (const part of parts) {
    const work = compress(part, { level: LEVEL });
    // The caller gets the error when it awaits this. Until then, Node must not report the rejection as unhandled.
    work.catch(() => undefined);
    underWay.push(work);
    const first = underWay.length === AT_ONCE ? underWay.shift() : undefined;
    if (first) yield await first;
  }
  yield* underWay;
}

/** Explains a problem with the file or the disk; passes on other errors. */
function explainFileError(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const path = error instanceof Error && "path" in error ? ` (${error.path})` : "";
  const words = FILE_ERRORS[code];
  if (words)
    throw new BackupFailure(`The backup could not be written${path}: ${words}`, exitCodeOf(code), { cause: error });
  throw error;
}

const FILE_ERRORS: Record<string, string> = {
  ENOSPC: "the disk is full. Make room, or choose a folder on another disk.",
  EDQUOT: "your disk quota is used up. Make room, or choose a folder on another disk.",
  EROFS: "the disk is read-only. Choose a folder on another disk.",
  EIO: "the disk reports an error.",
  EFBIG: "the file is too large for this disk.",
  ENOENT: "there is no such folder.",
  ENOTDIR: "there is no such folder.",
  EISDIR: "it is a folder. Name a file in it.",
  EACCES: "you do not have permission to write there.",
  EPERM: "you do not have permission to write there.",
};

const exitCodeOf = (code: string) =>
  ["ENOENT", "ENOTDIR", "EISDIR", "EACCES", "EPERM"].includes(code) ? BACKUP_EXIT.usage : BACKUP_EXIT.database;
