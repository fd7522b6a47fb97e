import { join } from "node:path";
import { Client } from "pg";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { listFiles } from "@/db/ingest/list-files";
import { loadSample } from "@/db/ingest/load-sample";
import { corpusFolder } from "./corpus";
import { listed, readLargestIssuers } from "./sample-filings";
import { createTestDatabase, serverUrl, type TestDatabase, type TestUser } from "./test-database";

const issuersOfSample = async (database: TestDatabase, count: number) =>
  ingestFiles(database, (await readLargestIssuers(count)).map(listed), { isSample: true });

/** Filings that several test files begin with. */
const RECORDS = {
  sample: ({ url }: TestDatabase) => loadSample(url),
  two_issuers: (database: TestDatabase) => issuersOfSample(database, 2),
  three_issuers: (database: TestDatabase) => issuersOfSample(database, 3),
  /** The folder `xml` of the corpus. */
  real_filings: async (database: TestDatabase) => {
    const { files } = await listFiles([join(corpusFolder() ?? "", "xml")]);
    return ingestFiles(database, files, { isSample: false });
  },
};

/** A database for one test file, with filings in it. The first file of a run that asks for them stores them, and each gets a copy. */
export async function createDatabaseWith(record: keyof typeof RECORDS, user?: TestUser): Promise<TestDatabase> {
  const name = `with_${record}`;
  const server = new Client({ connectionString: serverUrl() });
  await server.connect();
  try {
    // Others wait meanwhile. If this process is killed, the next one starts from scratch.
    await server.query("select pg_advisory_lock(hashtext($1))", [name]);
    if ((await server.query("select from pg_database where datname = $1", [name])).rowCount === 0) {
      const database = await createTestDatabase();
      await RECORDS[record](database);
      await database.end();
      await server.query(`alter database ${new URL(database.url).pathname.slice(1)} rename to ${name}`);
    }
  } finally {
    await server.end();
  }
  return createTestDatabase(user, name);
}
