import { eq } from "drizzle-orm";
import type { ClientBase, PoolClient } from "pg";
import { deleteSample } from "@/db/ingest/remove-sample";
import { holdsRealFilings } from "@/db/queries/holds-real-filings";
import { dataSet } from "@/db/schema";
import { databaseOn } from "@/db/server/client";
import { withoutForeignKeyChecks } from "@/db/server/foreign-key-checks";
import { isAlone, setIndexesAside } from "@/db/server/postponed-indexes";
import { DATA_SET_MEMBERS, type DataSetMember } from "@/lib/dataset/data-set-columns";
import { checkOwnerCount, checkRowCount, checkSignatureCount } from "@/lib/edgar/document-rules";
import { addFilingDates, compareKnown } from "./compare-known";
import { copyFilings, orderFilings } from "./copy-filings";
import { copyParts, groupParts, isPart } from "./copy-parts";
import { copyRows, groupRows } from "./copy-rows";
import { type DataSetFile, DataSetRefused, openDataSet } from "./open-data-set";
import { FILING_STATE, QuarterFilings } from "./quarter";
import { storeProblems, storeRefusedRows } from "./store-findings";
import { type NamesSeen, storeNamesSeen } from "./store-names-seen";
import { TableRows } from "./table-rows";

/** The result of loading a quarter. */
export type LoadedDataSet = {
  /** In SUBMISSION.tsv. */
  filings: number;
  stored: number;
  alreadyThere: number;
  /** Stored rows of every table. */
  rows: number;
  /** New filings with a problem. */
  withProblems: number;
  /** Places where the quarter disagrees with filings known from XML. */
  differences: number;
  refusedRows: number;
  sampleRemoved: number;
  indexesSetAside: boolean;
  /** Columns that this version does not know. They are kept with the rows. */
  unknownColumns: string[];
  /** Columns and tables that the quarter lacks. */
  missing: string[];
};

export type LoadOptions = {
  /** Whether indexes may be set aside for the first quarter of a database. The caller makes them again. */
  maySetIndexesAside?: boolean;
  signal?: AbortSignal;
  /** Called with the bytes of the quarter's tables done. */
  onBytes?: (bytes: number) => void;
  /** Called when all rows are sent and the database is busy with them: time to prepare the next quarter. */
  onHandedOver?: () => void;
};

/** An open quarter with a list of its filings: what can be done before its turn. */
export type PreparedDataSet = { file: DataSetFile; quarter: QuarterFilings };

/** @throws DataSetRefused if it is damaged or has no SUBMISSION.tsv. */
export async function prepareDataSet(path: string): Promise<PreparedDataSet> {
  const file = await openDataSet(path);
  try {
    const bytes = await file.read("SUBMISSION");
    if (bytes === null) throw new DataSetRefused("it has no SUBMISSION.tsv");
    return { file, quarter: new QuarterFilings(file.fileName, new TableRows("SUBMISSION", bytes)) };
  } catch (error) {
    file.close();
    throw error;
  }
}

/**
 * After SUBMISSION: footnotes before the rows that cite them, and transactions before holdings, because lines are numbered so.
 */
const AFTER_SUBMISSION = DATA_SET_MEMBERS.filter((member) => member !== "SUBMISSION");

/**
 * Loads a quarter in one transaction, or changes nothing. Known filings are left as they are: those from XML are compared, and
 * differences are reported.
 * @throws DataSetRefused if the data set cannot be read; any error of the database or the connection.
 */
export async function loadDataSet(
  client: PoolClient,
  { file, quarter }: PreparedDataSet,
  { maySetIndexesAside = false, signal, onBytes = () => {}, onHandedOver = () => {} }: LoadOptions = {},
): Promise<LoadedDataSet> {
  await client.query("begin");
  const known = await findLoaded(client, file.sha256);
  if (known) {
    await client.query("rollback");
    return { ...NOTHING, filings: known.filings, alreadyThere: known.filings, refusedRows: known.refusedRows };
  }
  const loaded = { ...NOTHING, missing: [] as string[], unknownColumns: [] as string[] };
  const { submissions } = quarter;
  let doneBytes = file.sizes.SUBMISSION ?? 0;
  noteColumns(submissions, loaded);

  // Other ingests wait until the quarter is stored, so that none can store one of its filings. Readers do not wait.
  await client.query("lock table filing in share row exclusive mode");
  const isFirst = !(await holdsRealFilings(databaseOn(client)));
  if (isFirst) {
    loaded.sampleRemoved = await deleteSample(databaseOn(client));
    loaded.indexesSetAside = maySetIndexesAside && (await isAlone(client));
    if (loaded.indexesSetAside) await setIndexesAside(client);
  }
  await markKnownFilings(client, quarter);
  await withoutForeignKeyChecks(client);
  const hasKnown = quarter.state.includes(FILING_STATE.compare);

  let nextBytes = file.read(AFTER_SUBMISSION[0] as DataSetMember);
  nextBytes.catch(() => undefined);
  await orderFilings(quarter, async () => {
    const bytes = await file.read("OWNER_SIGNATURE");
    return bytes === null ? null : new TableRows("OWNER_SIGNATURE", bytes);
  });
  const issuers: NamesSeen = new Map();
  const owners: NamesSeen = new Map();
  const onRows = () => signal?.throwIfAborted();
  if (hasKnown) {
    await compareKnown(client, quarter, submissions, null);
    await addFilingDates(client, quarter);
  }
  loaded.stored = await copyFilings(client, quarter, issuers, onRows);
  loaded.rows = loaded.stored;
  onBytes(doneBytes);
  quarter.hasNoNotes = file.sizes.FOOTNOTES === undefined;

  let end: () => Promise<void> = async () => {};
  for (const [at, member] of AFTER_SUBMISSION.entries()) {
    const bytes = await nextBytes;
    const following = AFTER_SUBMISSION[at + 1];
    if (following) {
      nextBytes = file.read(following);
      nextBytes.catch(() => undefined);
    }
    signal?.throwIfAborted();
    if (bytes === null) {
      loaded.missing.push(`${member}.tsv`);
      continue;
    }
    // While the database is still busy with the rows.
    const table = new TableRows(member, bytes);
    noteColumns(table, loaded);
    const grouped = isPart(member) ? groupParts(quarter, table) : groupRows(quarter, table);
    await end();
    if (hasKnown) await compareKnown(client, quarter, table, grouped);
    const target = { client, quarter, onRows };
    const copied = isPart(member)
      ? await copyParts(target, table, grouped, owners)
      : await copyRows(target, table, grouped);
    end = copied.end;
    loaded.rows += copied.copied;
    doneBytes += bytes.length;
    onBytes(doneBytes);
  }
  await end();
  onHandedOver();
  await storeNamesSeen(client, quarter, issuers, owners);
  sayCounts(quarter, file.sizes);
  loaded.filings = quarter.count;
  loaded.alreadyThere = quarter.count - loaded.stored;
  loaded.differences = quarter.problems.filter(({ filing }) => quarter.state[filing] === FILING_STATE.compare).length;
  loaded.withProblems = await storeProblems(client, quarter);
  loaded.refusedRows = quarter.refused.length;
  await storeRefusedRows(client, quarter);
  await markToDerive(client, quarter);
  if (file.sha256 !== null) {
    const { sha256, fileName } = file;
    await databaseOn(client)
      .insert(dataSet)
      .values({ sha256, fileName, filings: quarter.count, rows: loaded.rows, refusedRows: quarter.refused.length });
  }
  signal?.throwIfAborted();
  await client.query("commit");
  return loaded;
}

const NOTHING: LoadedDataSet = {
  filings: 0,
  stored: 0,
  alreadyThere: 0,
  rows: 0,
  withProblems: 0,
  differences: 0,
  refusedRows: 0,
  sampleRemoved: 0,
  indexesSetAside: false,
  unknownColumns: [],
  missing: [],
};

/** Queues the quarter's new filings to be derived. */
const markToDerive = (client: PoolClient, quarter: QuarterFilings) =>
  client.query("insert into filing_to_derive select unnest($1::text[]) on conflict do nothing", [
    Array.from({ length: quarter.count }, (_, filing) => filing)
      .filter((filing) => quarter.state[filing] === FILING_STATE.load)
      .map((filing) => quarter.numbers[filing]),
  ]);

async function findLoaded(client: PoolClient, sha256: string | null) {
  if (sha256 === null) return null;
  const [known] = await databaseOn(client).select().from(dataSet).where(eq(dataSet.sha256, sha256));
  return known ?? null;
}

function noteColumns(table: TableRows, loaded: LoadedDataSet) {
  const of = (names: string[]) => names.map((name) => `${table.member}.${name}`);
  loaded.unknownColumns.push(...of(table.header.unknown.map(({ name }) => name)));
  loaded.missing.push(...of(table.header.missing));
}

/** Checks rules about a filing's tables as a whole, if the data set has those tables. */
function sayCounts(quarter: QuarterFilings, sizes: DataSetFile["sizes"]) {
  for (let filing = 0; filing < quarter.count; filing++) {
    if (quarter.state[filing] !== FILING_STATE.load) continue;
    const say = (pointer: string, message: string) =>
      quarter.say(
        filing,
        quarter.submissions,
        quarter.submissions.lines[quarter.submissionRow[filing] ?? 0] ?? null,
        pointer,
        message,
      );
    if (sizes.REPORTINGOWNER !== undefined) checkOwnerCount(quarter.owners[filing] ?? 0, say);
    if (sizes.OWNER_SIGNATURE !== undefined) checkSignatureCount(quarter.signatures[filing] ?? 0, say);
    checkRowCount("I", quarter.linesOfI[filing] ?? 0, say);
    checkRowCount("II", quarter.linesOfII[filing] ?? 0, say);
  }
}

/** Marks the filings of a quarter that we have: those known from XML are compared, and the others left alone. */
async function markKnownFilings(client: ClientBase, quarter: QuarterFilings): Promise<void> {
  const { rows } = await client.query<{ accession_number: string; source: string }>({
    text: "select accession_number, source from filing where accession_number = any($1::text[])",
    values: [quarter.numbers],
  });
  for (const { accession_number, source } of rows) {
    const place = quarter.places.get(accession_number);
    if (place !== undefined) quarter.state[place] = source === "xml" ? FILING_STATE.compare : FILING_STATE.known;
  }
}
