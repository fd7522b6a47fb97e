import type { ClientBase } from "pg";
import { OPERATIONS, RECORD } from "@/db/schema";

/** The stamps of each issuer, and of each filing without one, as in `page_version`. */
export type Versions = Map<string, bigint>;

/** The version of the whole record, as in tags of pages. */
export const recordVersion = (versions: Versions): string =>
  String([...versions.values()].reduce((all, stamp) => all ^ stamp, 0n));

export async function readRecordVersion(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string | null }>({
    name: "copy_record_version",
    text: `select coalesce(bit_xor(stamp), 0)::text as version from (
      select stamp from page_version where subject = $1
      union all select stamp from page_change where subject <> $2) as stamps`,
    values: [RECORD, OPERATIONS],
  });
  return rows[0]?.version ?? "0";
}

export async function readVersions(client: ClientBase): Promise<Versions> {
  const { rows } = await client.query<{ subject: string; stamp: string }>({
    text: `select subject, bit_xor(stamp)::text as stamp from (
      select subject, stamp from page_version where subject <> all($1)
      union all select subject, stamp from page_change where subject <> all($1)) as stamps group by subject`,
    values: [[RECORD, OPERATIONS]],
  });
  return new Map(rows.map(({ subject, stamp }) => [subject, BigInt(stamp)]));
}

/** The subjects whose stamps differ. A subject without a stamp has none. */
export const changedSubjects = (before: Versions, now: Versions): string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter(
    (subject) => (before.get(subject) ?? 0n) !== (now.get(subject) ?? 0n),
  );
