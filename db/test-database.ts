import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { type Connection, connect } from "@/db/client";

export type TestDatabase = Connection & {
  url: string /** Closes the pool and removes the database. */;
  drop: () => Promise<void>;
};

/** An empty, migrated database of its own for a test file. Call it in `beforeAll`, and `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("templateUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(template, `create database ${name} template ${template.pathname.slice(1)}`);
  const address = new URL(template);
  address.pathname = `/${name}`;
  const connection = connect(address.href);
  return {
    ...connection,
    url: address.href,
    async drop() {
      await connection.end();
      await onServer(template, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(template: URL, statement: string) {
  const address = new URL(template);
  address.pathname = "/postgres";
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query(statement);
  await client.end();
}
