import type { Pool } from "pg";

/** Work that one process of the installation does. The numbers differ from those of migrations and loads. */
const LOCKS = { follow: 1620, alerts: 1621 } as const;

export type Lead = {
  /** Aborted when the connection with the lock is lost: another process may then take over. */
  lost: AbortSignal;
  release: () => void;
};

/** One process of the installation does the work, and the others stand by. @returns null while another one does it. */
export async function takeLead(pool: Pool, work: keyof typeof LOCKS): Promise<Lead | null> {
  const client = await pool.connect();
  const lost = new AbortController();
  const onError = (error: Error) => lost.abort(error);
  client.on("error", onError);
  const release = () => {
    client.off("error", onError);
    // Its lock is released with the session.
    client.release(true);
  };
  try {
    const { rows } = await client.query<{ leads: boolean }>("select pg_try_advisory_lock($1) as leads", [LOCKS[work]]);
    if (rows[0]?.leads) return { lost: lost.signal, release };
  } catch (error) {
    release();
    throw error;
  }
  release();
  return null;
}
