import type { Pool } from "pg";

/** Beside the numbers that migrating and loading lock. */
const FOLLOWING = 1620;

export type Lead = {
  /** Aborted when the connection that holds the lead is lost: another process may take it then. */
  lost: AbortSignal;
  release: () => void;
};

/** One process of the installation follows, the others stand by. @returns null while another one leads. */
export async function takeLead(pool: Pool): Promise<Lead | null> {
  const client = await pool.connect();
  const lost = new AbortController();
  const onError = (error: Error) => lost.abort(error);
  client.on("error", onError);
  const release = () => {
    client.off("error", onError);
    // Its lock goes with the session.
    client.release(true);
  };
  try {
    const { rows } = await client.query<{ leads: boolean }>("select pg_try_advisory_lock($1) as leads", [FOLLOWING]);
    if (rows[0]?.leads) return { lost: lost.signal, release };
  } catch (error) {
    release();
    throw error;
  }
  release();
  return null;
}
