import { connect } from "@/db/client";
import { listClosures } from "@/db/derive/closures";
import { deriveBatch } from "@/db/derive/derive-batch";
import type { Answer, Order } from "@/db/derive/deriver";

/** Derives the issuers that its parent names, one message at a time, until that one lets go. */
const connection = connect(process.env.DATABASE_URL ?? "", 1);
const closures = await listClosures(connection.pool);

const answer = async ({ issuerCiks, isFromNothing }: Order): Promise<Answer> => {
  try {
    return { filings: await deriveBatch(connection.pool, issuerCiks, { closures, isFromNothing }) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return { error: error instanceof Error ? error.message : String(error), code };
  }
};

process.on("message", async (order: Order) => process.send?.(await answer(order)));
process.once("disconnect", () => connection.end());
// An interruption is the parent's to handle: it lets the batch under way finish.
process.on("SIGINT", () => undefined);
