import { createReadStream, statSync } from "node:fs";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Entry, extract } from "tar-stream";
import {
  BACKUP_EXIT,
  BackupFailure,
  type BackupHeader,
  CHECKSUMS_NAME,
  type Checksums,
  damaged,
  HEADER_NAME,
  notABackup,
  parseChecksums,
  parseHeader,
  tableOfPart,
  wholeSha256,
} from "@/db/backup/backup-format";
import { RunningSum } from "@/db/backup/running-sum";

/** Larger than any part or header that we write, so that a damaged length cannot fill the memory. */
const LIMIT = 256 * 1024 * 1024;

const decompress = promisify(gunzip);

/** Rows of one table, in COPY's text format. The parts of a table follow each other. */
export type TablePart = { table: string; rows: Buffer };

export async function readBackupHeader(path: string): Promise<BackupHeader> {
  for await (const { name, content } of readEntries(path, () => {})) {
    if (name === HEADER_NAME) return parseHeader(content.toString(), path);
    break;
  }
  throw notABackup(path);
}

/**
 * Reads the rows of all tables and then compares them with the checksums.
 * @param onEnd called with the checksums once the file is known to be complete
 * @throws BackupFailure if the file is damaged or cut off. This may be noticed only at the end, after rows were handed over.
 */
export async function* readRows(
  path: string,
  { onBytes = () => {}, onEnd }: { onBytes?: (bytes: number) => void; onEnd: (checksums: Checksums) => void },
): AsyncGenerator<TablePart> {
  let headerText: string | null = null;
  let checksums: Checksums | null = null;
  const sums = new Map<string, RunningSum>();
  for await (const { name, content } of readEntries(path, onBytes)) {
    const table = tableOfPart(name);
    if (name === HEADER_NAME) {
      headerText = content.toString();
      for (const of of parseHeader(headerText, path).tables) sums.set(of.name, new RunningSum());
    } else if (name === CHECKSUMS_NAME) {
      checksums = parseChecksums(content.toString(), path);
    } else if (table !== null) {
      const sum = sums.get(table);
      if (!sum) throw damaged(path, `it has rows of a table that it does not list (${table})`);
      const rows = await decompress(content, { maxOutputLength: LIMIT }).catch((cause) => {
        throw damaged(path, `rows of ${table} cannot be decompressed`, cause);
      });
      sum.add(rows);
      yield { table, rows };
    }
  }
  if (headerText === null) throw notABackup(path);
  if (checksums === null) throw damaged(path, "its end is missing");
  for (const [table, sum] of sums) {
    const { sha256 } = sum.end();
    if (sha256 !== checksums.tables[table]?.sha256)
      throw damaged(path, `the rows of ${table} do not match their checksum`);
  }
  if (wholeSha256(headerText, checksums.tables) !== checksums.sha256)
    throw damaged(path, "its description does not match its checksum");
  onEnd(checksums);
}

/** Reads a whole backup and compares it with its checksums. @throws BackupFailure if it is not complete. */
export async function checkBackup(
  path: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<{ header: BackupHeader; checksums: Checksums }> {
  const header = await readBackupHeader(path);
  const total = sizeOf(path);
  const found: Checksums[] = [];
  const parts = readRows(path, {
    onBytes: (done) => onProgress(done, total),
    onEnd: (checksums) => found.push(checksums),
  });
  for await (const _ of parts);
  const [checksums] = found;
  if (!checksums) throw damaged(path, "its end is missing");
  return { header, checksums };
}

type Read = { name: string; content: Buffer };

async function* readEntries(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Read> {
  const file = createReadStream(path, { highWaterMark: 1024 * 1024 });
  const archive = extract();
  let isFirst = true;
  file.on("error", (error) => archive.destroy(error));
  file.pipe(archive);
  try {
    for await (const entry of archive) {
      yield { name: entry.header.name, content: await readEntry(entry, path) };
      isFirst = false;
      onBytes(file.bytesRead);
    }
  } catch (error) {
    if (error instanceof BackupFailure) throw error;
    throw explain(error, path, isFirst);
  } finally {
    file.destroy();
  }
}

async function readEntry(entry: Entry, path: string): Promise<Buffer> {
  if ((entry.header.size ?? 0) > LIMIT) throw damaged(path, `${entry.header.name} is too large`);
  const pieces: Buffer[] = [];
  for await (const piece of entry) pieces.push(piece);
  return Buffer.concat(pieces);
}

function explain(error: unknown, path: string, isFirst: boolean): Error {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT") return new BackupFailure(`There is no file ${path}.`, BACKUP_EXIT.usage, { cause: error });
  if (code === "EISDIR")
    return new BackupFailure(`${path} is a folder. Name a backup file.`, BACKUP_EXIT.usage, { cause: error });
  if (code === "EACCES")
    return new BackupFailure(`You do not have permission to read ${path}.`, BACKUP_EXIT.usage, { cause: error });
  if (code === "EIO")
    return new BackupFailure(`${path} cannot be read: the disk reports an error.`, BACKUP_EXIT.database);
  if (!(error instanceof Error)) return damaged(path, String(error));
  return isFirst ? notABackup(path) : damaged(path, error.message.toLowerCase(), error);
}

export const sizeOf = (path: string) => statSync(path).size;
