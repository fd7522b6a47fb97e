import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type ClientBase } from "pg";
import { ListingCopy } from "@/db/copy/listing-copy";
import { storeIndustry } from "@/db/ingest/store-industry";
import { ISSUERS } from "@/testing/random-listing";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const FILINGS = 200;
/** The megabytes that DuckDB may use. */
export const COPY_MEMORY = 200;

type CopiedListing = {
  database: TestDatabase;
  client: Client;
  folder: string;
  copy: ListingCopy;
  /** @param copy the last one that the test opened */
  end: (copy: ListingCopy) => Promise<void>;
};

/**
 * A database with random filings in `listing`, and a copy that follows it, for one test file.
 * @param put stores a filing: `putFiling` of `randomListing`
 * @param add what else the database is to have before it is copied
 */
export async function createCopiedListing(
  put: (client: Client, n: number) => Promise<unknown>,
  add: (client: Client) => Promise<unknown> = async () => undefined,
): Promise<CopiedListing> {
  const database = await createTestDatabase("owner");
  const folder = mkdtempSync(join(tmpdir(), "section16-copy-"));
  const client = new Client({ connectionString: database.url });
  await client.connect();
  for (let n = 1; n <= FILINGS; n++) await put(client, n);
  await add(client);
  const copy = await ListingCopy.open(folder, COPY_MEMORY);
  const followed = await copy.follow(client);
  if (followed !== "filled") throw new Error(`the copy is ${followed}`);
  const end = async (last: ListingCopy) => {
    last.close();
    await client.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { database, client, folder, copy, end };
}

/** Stores the industries of the random issuers. That of the fourth one is not known. */
export async function storeIndustries(client: ClientBase) {
  for (const [at, code] of ["3674", "3559", "3612"].entries())
    await storeIndustry(client, ISSUERS[at] as string, { code, name: "", source: "filing", asOf: "2024-01-02" });
}
