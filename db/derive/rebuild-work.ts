import type { ClientBase, Pool } from "pg";
import { inTransaction } from "@/db/server/in-transaction";

/** The stages of a rebuild, in their order. */
export const REBUILD_STAGES = ["issuers", "facts", "lines", "listing", "indexes", "keys"] as const;
export type RebuildStage = (typeof REBUILD_STAGES)[number];

/** A piece of a rebuild, done in one transaction that also records it as done. */
export type WorkPiece<Task> = { id: number; size: number; task: Task };

/** Records pieces that are to be done. Their sizes are for showing progress. */
export const planWork = (
  client: ClientBase | Pool,
  stage: RebuildStage,
  pieces: readonly { size: number; task: unknown }[],
) =>
  client.query(
    `insert into rebuild.work (stage, size, task)
      select $1, (piece->>'size')::int, piece->'task' from json_array_elements($2::json) with ordinality as _ (piece, place)
      order by place`,
    [stage, JSON.stringify(pieces)],
  );

export async function listWork<Task>(pool: Pool, stage: RebuildStage): Promise<WorkPiece<Task>[]> {
  const { rows } = await pool.query<WorkPiece<Task>>(
    "select id, size, task from rebuild.work where stage = $1 and not is_done order by id",
    [stage],
  );
  return rows;
}

/** The size of a stage, and how much of it is done. */
export async function sizeOfStage(pool: Pool, stage: RebuildStage): Promise<{ total: number; done: number }> {
  const { rows } = await pool.query<{ total: number; done: number }>(
    `select coalesce(sum(size), 0)::int as total, coalesce(sum(size) filter (where is_done), 0)::int as done
      from rebuild.work where stage = $1`,
    [stage],
  );
  return rows[0] ?? { total: 0, done: 0 };
}

/**
 * Records a piece as done, in the transaction that does it, before anything else.
 * @returns false if it is already done, by a process that outlived the run which had started it
 */
export async function takeWork(client: ClientBase, id: number): Promise<boolean> {
  const { rowCount } = await client.query("update rebuild.work set is_done = true where id = $1 and not is_done", [id]);
  return rowCount === 1;
}

/** Drops a piece, and puts others in its place. */
export const replaceWork = (pool: Pool, id: number, others: (client: ClientBase) => Promise<unknown>): Promise<void> =>
  inTransaction(pool, async (client) => {
    if (!(await takeWork(client, id))) return;
    await client.query("update rebuild.work set size = 0 where id = $1", [id]);
    await others(client);
  });
