import type { ClientBase, Pool, PoolClient } from "pg";

/** Does work in one transaction on a connection of its own, or changes nothing. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // A connection that is lost while no query waits emits an error event, which would end the process if nobody listened. The
  // next query fails with the same error.
  client.on("error", ignore);
  let failed: unknown = null;
  try {
    return await asTransaction(client, work);
  } catch (error) {
    failed = error;
    throw error;
  } finally {
    client.off("error", ignore);
    client.release(failed instanceof Error && !("code" in failed) ? failed : undefined);
  }
}

/** Does work in one transaction on a given connection, or changes nothing. */
export async function asTransaction<C extends ClientBase, T>(client: C, work: (client: C) => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(ignore);
    throw error;
  }
}

const ignore = () => undefined;
