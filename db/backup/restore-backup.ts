import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { getTableName } from "drizzle-orm";
import { type Client, DatabaseError } from "pg";
import { from } from "pg-copy-streams";
import {
  BACKUP_EXIT,
  BackupFailure,
  type BackupHeader,
  type Checksums,
  damaged,
  tooNew,
} from "@/db/backup/backup-format";
import { setKeysAside } from "@/db/backup/keys-aside";
import { withSession } from "@/db/backup/private-session";
import { readBackupHeader, readRows, sizeOf } from "@/db/backup/read-backup";
import { isKnownSchema, makeSchemaAt, tablesAt, tablesEver } from "@/db/backup/schema-at";
import { silenceTriggers } from "@/db/backup/silence-triggers";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { DERIVED_TABLES } from "@/db/derive/derived-tables";
import { holdsRealFilings } from "@/db/queries/holds-real-filings";
import { eventRow, searchedNote, statedFacts, tradeCluster } from "@/db/schema";
import { connect, databaseOn } from "@/db/server/client";
import { connectOrCreate, MIGRATING, migrateDatabase } from "@/db/server/migrate";
import { NEWEST_KNOWN } from "@/db/server/newer-database";

export type LoadSummary = {
  header: BackupHeader;
  checksums: Checksums;
  /** Whether the backup's schema was older. It was then migrated, and every filing waits to be derived again. */
  migrated: boolean;
};

export type RestoreSummary = LoadSummary & {
  /** Filings that were derived after loading. */
  derived: number;
  /** Filings that could not be derived. They stay in the queue. */
  failed: number;
};

export type RestoreOptions = {
  signal?: AbortSignal;
  /** Called with the progress of a stage and what is being worked on. */
  onProgress?: (stage: RestoreStage, done: number, total: number, name?: string) => void;
};

/** `load` counts bytes of the file, `index` keys and indexes, `derive` filings. */
export type RestoreStage = "load" | "index" | "derive";

const DERIVED = new Set(
  [...Object.values(DERIVED_TABLES), eventRow, tradeCluster, searchedNote, statedFacts].map((table) =>
    getTableName(table),
  ),
);

/**
 * Restores a backup into a database without filings; a sample is replaced. If it is interrupted after loading, the next start
 * resumes it.
 * @throws BackupFailure, or any error of the database.
 */
export async function restoreBackup(url: string, path: string, options: RestoreOptions = {}): Promise<RestoreSummary> {
  const loaded = await loadBackup(url, path, options);
  return { ...loaded, ...(await derive(url, options)) };
}

/**
 * Loads a backup and migrates it to the newest schema. Everything up to the backup's own schema happens in one transaction.
 * @throws BackupFailure if nothing was changed, or any error of the database.
 */
export async function loadBackup(
  url: string,
  path: string,
  { signal = new AbortController().signal, onProgress = () => {} }: RestoreOptions = {},
): Promise<LoadSummary> {
  const header = await readBackupHeader(path);
  const applied = header.migrations.map(({ createdAt }) => createdAt);
  if (!isKnownSchema(applied)) throw tooNew(path, header.version);
  const migration = Math.max(...applied);
  const migrated = migration < NEWEST_KNOWN;
  await (await connectOrCreate(url)).end();
  const checksums = await withSession(url, signal, async (client) => {
    await expectAlone(client);
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATING]);
    await expectNoFilings(client);
    await dropTables(client);
    await makeSchemaAt(client, migration);
    const loaded = await load(client, path, header, { migration, migrated, signal, onProgress }).catch((error) => {
      throw isOfContent(error) ? damaged(path, error.message, error) : error;
    });
    signal.throwIfAborted();
    await client.query("commit");
    return loaded;
  });
  await migrateDatabase(url);
  return { header, checksums, migrated };
}

/** The server needs a moment to end a closed connection. */
const OTHERS_MAY_LEAVE_WITHIN = 3_000;

/**
 * Call it outside a transaction, because within one PostgreSQL always shows the same connections.
 * @throws BackupFailure if another program is connected.
 */
async function expectAlone(client: Client): Promise<void> {
  for (const limit = Date.now() + OTHERS_MAY_LEAVE_WITHIN; ; await sleep(100)) {
    const { rows } = await client.query<{ name: string; others: boolean }>(
      `select current_database() as name, exists (select from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null) as others`,
    );
    const [{ name = "", others = false } = {}] = rows;
    if (!others) return;
    if (Date.now() > limit)
      throw new BackupFailure(
        `Another program is connected to the database ${name}. Stop the site and everything else that uses it, then restore again.`,
        BACKUP_EXIT.usage,
      );
  }
}

/** @throws BackupFailure if filings would be lost. */
async function expectNoFilings(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; isMade: boolean }>(
    `select current_database() as name, to_regclass('filing') is not null as "isMade"`,
  );
  const [{ name = "", isMade = false } = {}] = rows;
  if (isMade && (await holdsFilings(client)))
    throw new BackupFailure(
      `The database ${name} already has filings, and a backup can only be restored into an empty database. ` +
        "To keep them, choose another DATA_DIR or DATABASE_URL. To replace them, empty the database first: npm run db:reset",
      BACKUP_EXIT.usage,
    );
}

/** The sample does not count. A refused document does, because its bytes may be nowhere else. */
async function holdsFilings(client: Client): Promise<boolean> {
  if (await holdsRealFilings(databaseOn(client))) return true;
  const { rows } = await client.query<{ any: boolean }>("select exists (select from refused_document) as any");
  return rows[0]?.any ?? false;
}

async function dropTables(client: Client): Promise<void> {
  await client.query("drop schema if exists rebuild cascade");
  for (const table of tablesEver())
    await client.query(`drop table if exists ${client.escapeIdentifier(table)} cascade`);
  await client.query("drop table if exists drizzle.__drizzle_migrations");
}

/** The schema is the backup's own, so a value, key or column that the database refuses means that the file is damaged. */
const isOfContent = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && /^(22|23|42)/.test(error.code ?? "") && error.code !== INSUFFICIENT_PRIVILEGE;

const INSUFFICIENT_PRIVILEGE = "42501";

type LoadOptions = Required<RestoreOptions> & { migration: number; migrated: boolean };

async function load(
  client: Client,
  path: string,
  header: BackupHeader,
  { migration, migrated, signal, onProgress }: LoadOptions,
): Promise<Checksums> {
  const tables = tablesAt(migration);
  const columns = new Map(header.tables.map((table) => [table.name, table.columns]));
  const strange = [...columns.keys()].find((name) => !tables.has(name));
  if (strange) throw damaged(path, `it lists a table ${strange} that its version did not have`);
  const makeKeys = await setKeysAside(client, [...tables]);
  const letTriggersFire = await silenceTriggers(client);
  // Migrations may have written rows, and the backup has those too.
  await client.query(`truncate ${[...tables].map((table) => client.escapeIdentifier(table)).join(", ")}`);
  const total = sizeOf(path);
  let done = 0;
  let checksums: Checksums | null = null;
  let copying: Copying | null = null;
  const parts = readRows(path, {
    onBytes: (bytes) => {
      done = bytes;
    },
    onEnd: (sums) => {
      checksums = sums;
    },
  });
  for await (const { table, rows } of parts) {
    signal.throwIfAborted();
    // Derive again what an older version derived.
    if (migrated && DERIVED.has(table)) continue;
    if (copying?.table !== table) {
      await copying?.end();
      copying = new Copying(client, table, columns.get(table) ?? []);
    }
    await copying.send(rows);
    onProgress("load", done, total, table);
  }
  await copying?.end();
  if (checksums === null) throw damaged(path, "its end is missing");
  await setSequences(client, header);
  await settlePostponed(client);
  if (migrated && tables.has("filing_to_derive"))
    await client.query("insert into filing_to_derive select accession_number from filing on conflict do nothing");
  await makeKeys((made, of, name) => {
    signal.throwIfAborted();
    onProgress("index", made, of, name);
  });
  await letTriggersFire();
  return checksums;
}

/** A COPY in progress. The table was created in this transaction, so its rows can be frozen at once. */
class Copying {
  private readonly stream;
  private readonly failed: Promise<never>;

  constructor(
    client: Client,
    readonly table: string,
    columns: readonly string[],
  ) {
    const listed = columns.map((column) => client.escapeIdentifier(column)).join(", ");
    this.stream = client.query(from(`copy ${client.escapeIdentifier(table)} (${listed}) from stdin with (freeze)`));
    this.failed = once(this.stream, "error").then(([error]) => {
      throw error;
    });
    this.failed.catch(() => undefined);
    this.stream.on("error", () => undefined);
  }

  async send(rows: Buffer): Promise<void> {
    const sent = new Promise<void>((settle) => this.stream.write(rows, () => settle()));
    await Promise.race([this.failed, sent]);
  }

  async end(): Promise<void> {
    const finished = new Promise<void>((settle) => this.stream.end(() => settle()));
    await Promise.race([this.failed, finished]);
  }
}

async function setSequences(client: Client, { sequences }: BackupHeader): Promise<void> {
  for (const { table, column, value, isCalled } of sequences)
    await client.query("select setval(pg_get_serial_sequence(quote_ident($1), $2), $3, $4)", [
      table,
      column,
      value,
      isCalled,
    ]);
}

/** Indexes that a load had set aside when the backup was taken have been created again. Other postponed work is still listed. */
const settlePostponed = (client: Client) =>
  client.query("delete from postponed_index where definition ~* '^(create|alter) '");

async function derive(url: string, { signal, onProgress = () => {} }: RestoreOptions) {
  const connection = connect(url);
  let failed = 0;
  try {
    const derived = await deriveWaiting(connection, {
      signal,
      onProgress: (done, total) => onProgress("derive", done, total),
      onFailed: (accessionNumbers) => {
        failed += accessionNumbers.length;
      },
    });
    if (signal?.aborted)
      throw new BackupFailure(
        "Interrupted. The backup is restored; what is derived from its filings is completed at the next start, or by npm run derive -- --waiting.",
        BACKUP_EXIT.interrupted,
      );
    return { derived, failed };
  } finally {
    await connection.end();
  }
}
