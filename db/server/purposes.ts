/** What a connection is for. Migrations have neither a role nor limits: only they run as the owner. */
export type Purpose = "read" | "write";

/** The database role for each purpose. `grant-roles.ts` says what each may do. */
export const DATABASE_ROLES: Record<Purpose, string> = { read: "section16_read", write: "section16_write" };

/**
 * The timeouts of every connection, by its purpose.
 *
 * A page answers within 15 seconds or not at all. Exports are read page by page, so their statements are as short. A writing
 * statement may take as long as it needs. A writing transaction may be idle for five minutes, far longer than a batch takes to
 * derive; others wait longer than that for its locks, so a stuck program ends before those that wait for it give up.
 */
const SETTINGS: Record<Purpose, Record<string, string>> = {
  read: {
    default_transaction_read_only: "on",
    statement_timeout: "15s",
    lock_timeout: "10s",
    idle_in_transaction_session_timeout: "60s",
  },
  write: {
    lock_timeout: "10min",
    idle_in_transaction_session_timeout: "5min",
  },
};

/**
 * Adds the timeouts of a purpose to the address of a database, and the role to use, if any. As part of the address, they apply to
 * every process and connection that uses it.
 */
export const urlFor = (purpose: Purpose, url: string, role: string | null = null): string =>
  withSettings(url, { ...(role === null ? {} : { role }), ...SETTINGS[purpose] });

/** Adds settings for every connection to the address of a database. */
export function withSettings(url: string, settings: Record<string, string>): string {
  const address = new URL(url);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const given = address.searchParams.get("options");
  // The last one wins. Options that are already in the address may be needed to reach the server.
  address.searchParams.set("options", [...(given ? [given] : []), ...options].join(" "));
  return address.href;
}
