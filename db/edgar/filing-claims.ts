import type { Pool } from "pg";

/** The filings that this process is fetching. No two processes fetch the same one, and a killed process blocks none. */
export type FilingClaims = {
  /** False while another process, or another worker of this one, has it. */
  take: (accessionNumber: string) => Promise<boolean>;
  release: (accessionNumber: string) => Promise<void>;
  end: () => void;
};

/** Different from the kinds of locks in `storeFiling`. */
const KIND = 16;

/** Locks of a separate session: they are released when it ends, however it ends. */
export async function filingClaims(pool: Pool): Promise<FilingClaims> {
  const client = await pool.connect();
  let lost: Error | null = null;
  const onError = (error: Error) => {
    lost = error;
  };
  client.on("error", onError);
  const held = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (lock: "pg_try_advisory_lock" | "pg_advisory_unlock", accessionNumber: string): Promise<boolean> => {
    const asked = turn.then(async () => {
      const text = `select ${lock}(${KIND}, hashtext($1)) as done`;
      const { rows } = await client.query<{ done: boolean }>(text, [accessionNumber]);
      return rows[0]?.done ?? false;
    });
    turn = asked.catch(() => undefined);
    return asked;
  };
  return {
    async take(accessionNumber) {
      // A session can take its own lock twice.
      if (held.has(accessionNumber)) return false;
      held.add(accessionNumber);
      const isFree = await ask("pg_try_advisory_lock", accessionNumber);
      if (!isFree) held.delete(accessionNumber);
      return isFree;
    },
    async release(accessionNumber) {
      held.delete(accessionNumber);
      await ask("pg_advisory_unlock", accessionNumber);
    },
    end() {
      client.off("error", onError);
      client.release(lost ?? held.size > 0);
    },
  };
}
