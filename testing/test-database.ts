import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { type Connection, connect } from "@/db/server/client";
import { DATABASE_ROLES, urlFor } from "@/db/server/purposes";

export type TestDatabase = Connection & {
  /** The owner's address, for commands, which migrate it, and for changes of the schema. */
  url: string;
  /** Closes the pool and removes the database. */
  drop: () => Promise<void>;
};

/** Of the connection: the role that commands write as, or the owner, for tests of the schema itself. */
export type TestUser = "writer" | "owner";

/**
 * A migrated database for one test file. Call it in `beforeAll`, and `drop` in `afterAll`.
 * @param original the name of the database that it is a copy of, if it should not be empty: see `createDatabaseWith`
 */
export async function createTestDatabase(user: TestUser = "writer", original?: string): Promise<TestDatabase> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  // Copying files takes less than half as long as the usual way, which writes every page to the log of changes.
  await onServer(`create database ${name} template ${original ?? template.pathname.slice(1)} strategy file_copy`);
  const address = new URL(template);
  address.pathname = `/${name}`;
  const connection = connect(user === "owner" ? address.href : urlFor("write", address.href, DATABASE_ROLES.write));
  return {
    ...connection,
    url: address.href,
    async drop() {
      await connection.end();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

/** Runs statements that the writing role may not: changes of the schema, and of what only migrations write. */
export async function asOwner({ url }: Pick<TestDatabase, "url">, statements: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}

/**
 * Ends other connections to a database, and returns how many. Nothing else happens in this process meanwhile, so that what is to be
 * interrupted cannot be faster.
 * @param which a condition on `pg_stat_activity`
 */
export function cutConnections({ url }: Pick<TestDatabase, "url">, which = "true"): number {
  const cut = `
    import { Client } from "pg";
    const client = new Client({ connectionString: process.argv[1] });
    await client.connect();
    const { rowCount } = await client.query(\`select pg_terminate_backend(pid, 20000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and \${process.argv[2]}\`);
    await client.end();
    console.log(rowCount);`;
  return Number(
    execFileSync(process.execPath, ["--input-type=module", "--eval", cut, url, which], { encoding: "utf8" }),
  );
}

/** The address of the server's own database, which no test changes. */
export function serverUrl(): string {
  const address = new URL(inject("templateUrl"));
  address.pathname = "/postgres";
  return address.href;
}

const onServer = (statement: string) => asOwner({ url: serverUrl() }, statement);
