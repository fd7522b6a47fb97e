import { listClosures } from "@/db/derive/closures";
import { doOrder, type Order, type OrderAnswer } from "@/db/derive/do-order";
import { connect } from "@/db/server/client";

/** Does the orders of its parent, one message at a time, until the parent disconnects. */
const connection = connect(process.env.DATABASE_URL ?? "", 1);
const closures = await listClosures(connection.pool);
const stop = new AbortController();
const answer = (said: OrderAnswer) => process.send?.(said);

const obey = async (order: Order): Promise<OrderAnswer> => {
  const onPart = (done: number) => answer({ isPart: true, done });
  try {
    return { isPart: false, done: await doOrder(connection.pool, order, { closures, signal: stop.signal, onPart }) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return { error: error instanceof Error ? error.message : String(error), code };
  }
};

process.on("message", async (order: Order | "stop") => {
  if (order === "stop") stop.abort();
  else answer(await obey(order));
});
process.once("disconnect", () => connection.end());
// The parent handles interruptions: it lets the current batch finish.
process.on("SIGINT", () => undefined);
