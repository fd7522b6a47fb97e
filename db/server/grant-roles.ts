import { getTableColumns, getTableName, is } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import { type PgColumn, PgTable } from "drizzle-orm/pg-core";
import { type ClientBase, DatabaseError } from "pg";
import * as schema from "@/db/schema";
import { DATABASE_ROLES } from "@/db/server/purposes";

const { read: READ, write: WRITE } = DATABASE_ROLES;
const casing = new CasingCache("snake_case");

/** Its statements run as its owner when indexes are created again, so nobody else may write to it. */
const OWNERS_ALONE = getTableName(schema.postponedIndex);
const TABLES = Object.values(schema).flatMap((table) => (is(table, PgTable) ? getTableName(table) : []));
const WRITTEN = TABLES.filter((name) => name !== OWNERS_ALONE);

/** What the site does not show, and therefore does not read: whom alerts go to, and the messages. */
const HIDDEN = new Map<PgTable, PgColumn[]>([
  [schema.alert, [schema.alert.target]],
  [schema.delivery, [schema.delivery.body]],
]);
const READ_WHOLE = TABLES.filter((name) => ![...HIDDEN.keys()].some((table) => getTableName(table) === name));
/** Of the others, the columns that the site may read. */
const READ_IN_PART = [...HIDDEN].map(([table, hidden]) => ({
  table: `public.${getTableName(table)}`,
  columns: Object.values(getTableColumns(table))
    .filter((column) => !hidden.includes(column))
    .map((column) => casing.getColumnCasing(column)),
}));

/** What only the owner of the tables may do, as exactly this: see the migrations that create them. */
const FUNCTIONS = [
  "set_indexes_aside(text[])",
  "make_postponed_index(text)",
  "begin_rebuild(text[], text)",
  "make_rebuilt_index(text)",
  "add_rebuilt_keys()",
  "check_rebuilt_keys(text)",
  "swap_rebuilt()",
  "drop_rebuild()",
];

/** SQLSTATEs: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const NOT_ALLOWED = "42501";
const MADE_MEANWHILE = ["42710", "23505", "XX000"];

const codeOf = (error: unknown) => (error instanceof DatabaseError ? (error.code ?? "") : "");

type Means = { isSuperuser: boolean; mayMakeRoles: boolean; version: number; missing: string[] };

/**
 * Creates the roles by which the site reads and commands write, if this user may, and grants each what it needs and nothing
 * else. Call it as the owner of the tables, after migrating.
 * @returns whether connections of this user can take on both roles.
 */
export async function grantRoles(client: ClientBase): Promise<boolean> {
  const means = await findMeans(client);
  if (means.missing.length > 0) {
    if (!means.mayMakeRoles) return false;
    for (const role of means.missing) await unlessMade(client.query(`create role ${role} nologin`));
  }
  if (!(await areGranted(client, means))) await grant(client, means);
  for (const role of [READ, WRITE]) if (!(await mayTakeOn(client, role, means))) return false;
  return true;
}

async function findMeans(client: ClientBase): Promise<Means> {
  const { rows } = await client.query<Means>({
    text: `select rolsuper as "isSuperuser", rolsuper or rolcreaterole as "mayMakeRoles",
        current_setting('server_version_num')::int as version,
        array(select name from unnest($1::text[]) as name where to_regrole(name) is null) as missing
      from pg_roles where rolname = current_user`,
    values: [[READ, WRITE]],
  });
  return rows[0] ?? { isSuperuser: false, mayMakeRoles: false, version: 0, missing: [READ, WRITE] };
}

/** Roles belong to the whole server, so the migration of another database may create them at the same time. */
async function unlessMade(making: Promise<unknown>) {
  try {
    await making;
  } catch (error) {
    if (!MADE_MEANWHILE.includes(codeOf(error))) throw error;
  }
}

/** Since version 17, ANALYZE needs the right to maintain. Before that, autovacuum has to do it. */
const writing = ({ version }: Means) =>
  `select, insert, update, delete, truncate${version >= 170_000 ? ", maintain" : ""}`;

/** Granting writes to the system catalogs, so we do it only if something is missing. */
async function areGranted(client: ClientBase, means: Means): Promise<boolean> {
  const { rows } = await client.query<{ all: boolean }>({
    text: `
      select has_schema_privilege($1, 'drizzle', 'usage')
        and has_table_privilege($1, 'drizzle.__drizzle_migrations', 'select')
        and (select bool_and(has_function_privilege($2, function, 'execute')) from unnest($6::text[]) as function)
        and has_schema_privilege($1, 'public', 'usage') and has_schema_privilege($2, 'public', 'usage')
        and (select bool_and(has_table_privilege($1, name, 'select')) from unnest($3::text[]) as name)
        and (select bool_and(has_column_privilege($1, part ->> 'table', name, 'select'))
          from json_array_elements($7) as part, json_array_elements_text(part -> 'columns') as name)
        and not (select bool_or(has_table_privilege($1, part ->> 'table', 'select')) from json_array_elements($7) as part)
        and (select bool_and(has_table_privilege($2, name, privilege))
          from unnest($4::text[]) as name, unnest(string_to_array($5, ', ')) as privilege) as all`,
    values: [
      READ,
      WRITE,
      READ_WHOLE.map(inPublic),
      WRITTEN.map(inPublic),
      writing(means),
      FUNCTIONS,
      JSON.stringify(READ_IN_PART),
    ],
  });
  return rows[0]?.all ?? false;
}

const inPublic = (name: string) => `public.${name}`;

async function grant(client: ClientBase, means: Means) {
  await client.query(`
    grant usage on schema public, drizzle to ${READ}, ${WRITE};
    grant select on drizzle.__drizzle_migrations to ${READ}, ${WRITE};
    grant select on ${READ_WHOLE.map(inPublic).join(", ")} to ${READ};
    ${READ_IN_PART.map(({ table, columns }) => `revoke select on ${table} from ${READ}; grant select (${columns.join(", ")}) on ${table} to ${READ};`).join("\n")}
    grant ${writing(means)} on ${WRITTEN.map(inPublic).join(", ")} to ${WRITE};
    grant select, delete on ${inPublic(OWNERS_ALONE)} to ${WRITE};
    grant execute on function ${FUNCTIONS.join(", ")} to ${WRITE}`);
  if (!means.isSuperuser) return;
  // Bulk loads skip checks of rows that they have just written, and need to know whether a site is connected.
  await client.query(`grant pg_read_all_stats to ${WRITE}`);
  if (means.version >= 150_000) await client.query(`grant set on parameter session_replication_role to ${WRITE}`);
}

async function mayTakeOn(client: ClientBase, role: string, { isSuperuser, version }: Means): Promise<boolean> {
  if (isSuperuser) return true;
  const withSet = version >= 160_000;
  const isMember = async () => {
    const { rows } = await client.query<{ may: boolean }>("select pg_has_role($1, $2) as may", [
      role,
      withSet ? "set" : "member",
    ]);
    return rows[0]?.may ?? false;
  };
  if (await isMember()) return true;
  try {
    await client.query(`grant ${role} to current_user${withSet ? " with set true, inherit false" : ""}`);
  } catch (error) {
    if (codeOf(error) !== NOT_ALLOWED) throw error;
  }
  return isMember();
}
