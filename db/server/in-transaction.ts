import type { Pool, PoolClient } from "pg";

/**
 * Does work in one transaction on one connection, or changes nothing.
 * @param begin `begin`, with whatever locks come first in the same turn of the wire
 */
export async function inTransaction<T>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // A connection that is lost while no query waits for it says so by an event, which unheard would end the process. The
  // next query fails and says it again.
  client.on("error", ignore);
  let failed: unknown = null;
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    failed = error;
    await client.query("rollback").catch(ignore);
    throw error;
  } finally {
    client.off("error", ignore);
    client.release(failed instanceof Error && !("code" in failed) ? failed : undefined);
  }
}

const ignore = () => undefined;
