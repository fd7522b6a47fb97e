import { createHash } from "node:crypto";
import { z } from "zod";

/**
 * A backup is a tar archive, so that `tar` and `gunzip` can read it without this program:
 *
 *     backup.json                      what it is: see `headerType`
 *     tables/filing_row/000001.gz      rows of a table in the text format of COPY, in parts compressed one by one
 *     checksums.json                   rows, bytes and SHA-256 of each table: see `checksumsType`
 *
 * Text rather than COPY's binary format: it does not depend on how a version of PostgreSQL stores a type, and a person can read it.
 */
export const FORMAT = 1;

export const HEADER_NAME = "backup.json";
export const CHECKSUMS_NAME = "checksums.json";

/** Names are used in SQL. */
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const headerType = z.object({
  program: z.literal("section16"),
  format: z.number().int(),
  /** Of the program that wrote the backup. */
  version: z.string(),
  createdAt: z.string(),
  /** The schema: the migrations that the database had, oldest first, by the time in their journal. */
  migrations: z.array(z.object({ createdAt: z.number(), hash: z.string() })).min(1),
  tables: z.array(z.object({ name: identifier, columns: z.array(identifier).min(1) })),
  /** The numbers that identity columns have reached. */
  sequences: z.array(
    z.object({ table: identifier, column: identifier, value: z.string().regex(/^\d+$/), isCalled: z.boolean() }),
  ),
});

export type BackupHeader = z.infer<typeof headerType>;

const tableSumType = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() });

/** Of a table's rows in COPY's text format, before compression. */
export type TableSum = z.infer<typeof tableSumType>;

const checksumsType = z.object({ tables: z.record(identifier, tableSumType), sha256: z.string() });

export type Checksums = z.infer<typeof checksumsType>;

/** The contents of a backup in one line. It stays the same if the file is compressed again. */
export const wholeSha256 = (header: string, tables: Checksums["tables"]) =>
  createHash("sha256").update(header).update("\n").update(JSON.stringify(tables)).digest("hex");

export const partName = (table: string, part: number) => `tables/${table}/${String(part).padStart(6, "0")}.gz`;

/** The table that an entry of the archive belongs to; null for other entries. */
export const tableOfPart = (name: string) => name.match(/^tables\/([a-z0-9_]+)\/\d+\.gz$/)?.[1] ?? null;

/** @throws BackupFailure if it is not a backup, or has a format that this version does not know. */
export function parseHeader(text: string, path: string): BackupHeader {
  const read = headerType.safeParse(json(text));
  if (!read.success) throw notABackup(path);
  if (read.data.format > FORMAT) throw tooNew(path, read.data.version);
  return read.data;
}

/** @throws BackupFailure */
export function parseChecksums(text: string, path: string): Checksums {
  const read = checksumsType.safeParse(json(text));
  if (!read.success) throw damaged(path, "its checksums cannot be read");
  return read.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Exit codes: 0 done, 1 the file is damaged or not a backup, 2 usage, 3 database or disk, 130 interrupted. */
export const BACKUP_EXIT = { done: 0, refused: 1, usage: 2, database: 3, interrupted: 130 } as const;

/** Why a backup could not be made or restored, in words for the person at the terminal. */
export class BackupFailure extends Error {
  override name = "BackupFailure";
  constructor(
    message: string,
    readonly exitCode: (typeof BACKUP_EXIT)[keyof typeof BACKUP_EXIT],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const notABackup = (path: string) =>
  new BackupFailure(`${path} is not a backup of Section 16. Backups are made by npm run backup.`, BACKUP_EXIT.refused);

export const damaged = (path: string, why: string, cause?: unknown) =>
  new BackupFailure(`${path} is damaged: ${why}. Nothing was changed. Try an older backup.`, BACKUP_EXIT.refused, {
    cause,
  });

export const tooNew = (path: string, version: string) =>
  new BackupFailure(
    `${path} was made by version ${version} of Section 16, which is newer than this one. Nothing was changed. ` +
      "Update the program, then restore again.",
    BACKUP_EXIT.database,
  );
