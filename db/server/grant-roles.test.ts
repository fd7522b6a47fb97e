import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { findAlerts } from "@/db/queries/alerts";
import { DATABASE_ROLES, urlFor } from "@/db/server/purposes";
import { filingForTest } from "@/testing/ingested-filing-for-test";
import { asOwner, createTestDatabase, type TestDatabase } from "@/testing/test-database";
import { connect } from "./client";
import { isTimedOut } from "./may-retry";
import { migrateDatabase } from "./migrate";
import { openDatabase } from "./open-database";
import { prepareDatabase } from "./prepare-database";

const NOT_ALLOWED = "42501";
const READ_ONLY = "25006";

let database: TestDatabase;
let read: string;
let write: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestFiles(database, [filingForTest({ n: 1, rows: [{ held: "100" }] })], { isSample: false });
  read = urlFor("read", database.url, DATABASE_ROLES.read);
  write = urlFor("write", database.url, DATABASE_ROLES.write);
});
afterAll(() => database.drop());

async function ask(url: string, ...statements: string[]) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const refusal = async (url: string, ...statements: string[]) =>
  ask(url, ...statements).then(
    () => "allowed",
    (error) => error.code,
  );

test("the site's role can read at least part of every table", async () => {
  const tables = await ask(
    database.url,
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'drizzle')",
  );
  expect(tables.length).toBeGreaterThan(30);
  for (const { name } of tables) expect(await refusal(read, `select from ${name} limit 1`)).toBe("allowed");
  expect(await ask(read, "select count(*)::int as filings from filing")).toEqual([{ filings: 1 }]);
});

test("the site's role cannot read whom alerts go to or what they say, only the hosts of receivers", async () => {
  await ask(
    database.url,
    `insert into alert (alert_id, origin, view, channel, target, rate, state) values
      ('r', 'reader', '/filings', 'mail', 'ada@example.org', 'daily', 'active'),
      ('w', 'file', '/filings', 'webhook', 'HTTPS://hooks.example.org:8443/T0PS3CRET?x=y', 'daily', 'active')`,
    "insert into delivery (delivery_id, alert_id, body, last_error) values ('m', 'r', 'a body', 'Mailbox unavailable')",
  );
  for (const hidden of [
    "target from alert",
    "* from alert",
    "alert from alert",
    "body from delivery",
    "* from delivery",
  ])
    expect([hidden, await refusal(read, `select ${hidden}`)]).toEqual([hidden, NOT_ALLOWED]);
  expect(await ask(read, "select receiver from alert order by alert_id")).toEqual([
    { receiver: "@example.org" },
    { receiver: "hooks.example.org:8443" },
  ]);
  const connection = connect(read);
  try {
    const shown = JSON.stringify(await findAlerts(connection.db, 10));
    expect(shown).toContain("hooks.example.org:8443");
    expect(shown).not.toMatch(/ada|T0PS3CRET/);
  } finally {
    await connection.end();
  }
});

test("a role that could read everything loses the columns that it does not need", async () => {
  await ask(database.url, `grant select on alert, delivery to ${DATABASE_ROLES.read}`);
  expect(await refusal(read, "select target from alert")).toBe("allowed");
  await migrateDatabase(database.url);
  expect(await refusal(read, "select target from alert")).toBe(NOT_ALLOWED);
  expect(await refusal(read, "select receiver from alert")).toBe("allowed");
});

/** What an injected query might try. */
const ATTACKS = {
  "insert a filing": "insert into ingest_run (source) values ('intruder')",
  "change one": "update filing set issuer_name = 'intruder'",
  "delete one": "delete from filing",
  "empty a table": "truncate footnote",
  "make a table": "create table intruder (id integer)",
  "drop one": "drop table footnote cascade",
  "run a program": "copy (select 1) to program 'id'",
  "write a file": "copy (select 1) to '/tmp/intruder'",
  "read a file": "select pg_read_file('postgresql.conf')",
  "make a role": "create role intruder superuser",
  "set indexes aside": "select set_indexes_aside(array['filing'])",
};

test.each(Object.entries(ATTACKS))(
  "the site's role cannot %s, even in a transaction that may write",
  async (_, attack) => {
    expect([NOT_ALLOWED, READ_ONLY]).toContain(await refusal(read, attack));
    expect(await refusal(read, "set default_transaction_read_only = off", attack)).toBe(NOT_ALLOWED);
  },
);

test.each(["make a table", "drop one", "run a program", "write a file", "read a file", "make a role"] as const)(
  "the role of commands cannot %s",
  async (attack) => {
    expect(await refusal(write, ATTACKS[attack])).toBe(NOT_ALLOWED);
  },
);

test("the role of commands cannot choose what is run when indexes are created again", async () => {
  const smuggled = "insert into postponed_index values ('intruder', 'create role intruder superuser')";
  expect(await refusal(write, smuggled)).toBe(NOT_ALLOWED);
});

test("the role of commands drops indexes and creates them again as they were", async () => {
  const indexes = "select indexdef from pg_indexes where schemaname = 'public' order by 1";
  const before = await ask(write, indexes);
  await ask(write, "select set_indexes_aside(array['filing'])");
  expect((await ask(write, indexes)).length).toBeLessThan(before.length);
  await ask(write, "select make_postponed_index(name) from postponed_index");
  expect(await ask(write, indexes)).toEqual(before);
});

test("a page's statement ends after 15 seconds, a command's does not; both give up waiting locks and idle transactions", async () => {
  const limits = `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle`;
  expect(await ask(read, limits)).toEqual([{ statement: "15s", lock: "10s", idle: "1min" }]);
  expect(await ask(write, limits)).toEqual([{ statement: "0", lock: "10min", idle: "5min" }]);
});

test("tells timeouts from other errors, however deep", async () => {
  const timedOut = await ask(read, "set statement_timeout = 20", "select pg_sleep(5)").catch((error) => error);
  expect(isTimedOut(timedOut)).toBe(true);
  expect(isTimedOut(new Error("Failed query", { cause: timedOut }))).toBe(true);
  expect(isTimedOut(await ask(read, "select 1 / 0").catch((error) => error))).toBe(false);
});

describe("on the reader's own server", () => {
  const say: string[] = [];
  const how = { databaseReadUrl: null, databaseReplicaUrls: [], say: (notice: string) => say.push(notice) };

  /** A user who owns a new, empty database. */
  async function owner(attributes: string) {
    const name = `owner_${randomBytes(6).toString("hex")}`;
    await asOwner(database, `create role ${name} login password 'secret' ${attributes}`);
    await asOwner(database, `create database ${name} owner ${name}`);
    const url = new URL(database.url);
    url.username = name;
    url.password = "secret";
    url.pathname = `/${name}`;
    return {
      url: url.href,
      async drop() {
        await asOwner(database, `drop database ${name} with (force)`);
        await asOwner(database, `drop owned by ${name} cascade; drop role ${name}`);
      },
    };
  }

  async function prepare(url: string, databaseReadUrl: string | null = null) {
    say.length = 0;
    return prepareDatabase(await openDatabase({ databaseUrl: url, dataDir: "/nowhere" }), { ...how, databaseReadUrl });
  }

  test("a user who may create roles reads as one that can only read, and writes as one that owns nothing", async () => {
    const own = await owner("createrole");
    // Another user created the roles of the test server, so this user may not use them before that one allows it.
    const name = new URL(own.url).username;
    await asOwner(database, `grant ${DATABASE_ROLES.read}, ${DATABASE_ROLES.write} to ${name} with admin option`);
    const urls = await prepare(own.url);
    expect(say).toEqual([]);
    expect(await ask(urls.read, "select current_user")).toEqual([{ current_user: DATABASE_ROLES.read }]);
    expect(await refusal(urls.read, "set default_transaction_read_only = off", ATTACKS["insert a filing"])).toBe(
      NOT_ALLOWED,
    );
    expect(await refusal(urls.write, ATTACKS["make a table"])).toBe(NOT_ALLOWED);
    const connection = connect(urls.write);
    await ingestFiles(connection, [filingForTest({ n: 2, rows: [{ held: "7" }] })], { isSample: false });
    await connection.end();
    expect(await ask(urls.read, "select count(*)::int as filings from filing")).toEqual([{ filings: 1 }]);
    await own.drop();
  });

  test("a user who may not create roles reads in read-only transactions, and a notice says what to do", async () => {
    const own = await owner("nocreaterole");
    const urls = await prepare(own.url);
    expect(say).toEqual([expect.stringContaining('see "Roles" in the README')]);
    expect(await refusal(urls.read, ATTACKS["insert a filing"])).toBe(READ_ONLY);
    expect(await refusal(urls.write, ATTACKS["insert a filing"])).toBe("allowed");
    await own.drop();
  });

  test("the site reads as the user in DATABASE_READ_URL", async () => {
    const own = await owner("nocreaterole");
    const reader = `reader_${randomBytes(6).toString("hex")}`;
    await asOwner(database, `create role ${reader} login password 'secret' in role ${DATABASE_ROLES.read}`);
    const readUrl = new URL(own.url);
    readUrl.username = reader;
    const urls = await prepare(own.url, readUrl.href);
    expect(say).toEqual([]);
    expect(await ask(urls.read, "select current_user, count(*)::int as filings from filing")).toEqual([
      { current_user: reader, filings: 0 },
    ]);
    expect(await refusal(urls.read, ATTACKS["insert a filing"])).toBe(READ_ONLY);

    readUrl.password = "guess";
    await expect(prepare(own.url, readUrl.href)).rejects.toThrow(/^DATABASE_READ_URL: .* refuses the user/);
    await own.drop();
    await asOwner(database, `drop role ${reader}`);
  });
});
