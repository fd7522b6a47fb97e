import { availableParallelism } from "node:os";
import type { Pool } from "pg";
import { listClosures } from "@/db/derive/closures";
import { startDeriver } from "@/db/derive/deriver";
import { doOrder, type Order } from "@/db/derive/do-order";
import { availableMemory, heapLimits, mostDerivers } from "@/db/server/memory";
import { readSettings } from "@/lib/settings";

/** Does several orders at a time. Orders that are left when the signal aborts are neither done nor reported as done. */
export type DoOrders = (orders: readonly Order[], progress: OrderProgress) => Promise<void>;

type OrderProgress = {
  /** Called before an order is started. */
  onBegin?: (order: Order) => void;
  onDone?: (order: Order, done: number) => void;
  /** Called with the progress of long orders. */
  onPart?: (done: number) => void;
};

/**
 * Deriving is limited by the processor. With several cores it runs in several processes; otherwise, or for little work, in this
 * one.
 */
export async function withDerivers<T>(
  pool: Pool,
  { inProcesses, signal }: { inProcesses: boolean; signal: AbortSignal },
  work: (doOrders: DoOrders) => Promise<T>,
): Promise<T> {
  const url = pool.options.connectionString;
  if (url === undefined || !inProcesses) {
    const closures = await listClosures(pool);
    const derive = (order: Order, onPart: (done: number) => void) => doOrder(pool, order, { closures, signal, onPart });
    return work((orders, progress) => oneAfterTheOther([...orders], derive, signal, progress));
  }
  const memory = availableMemory(memoryLimit());
  const most = Math.min(availableParallelism(), mostDerivers(memory));
  const derivers: ReturnType<typeof startDeriver>[] = [];
  const stop = () => {
    for (const deriver of derivers) deriver.stop();
  };
  signal.addEventListener("abort", stop);
  try {
    return await work(async (orders, progress) => {
      const left = [...orders];
      // A process without an order might still be connecting when the work ends, and the server with it.
      while (derivers.length < Math.min(most, left.length)) derivers.push(startDeriver(url, heapLimits(memory).beside));
      await Promise.all(derivers.map(({ derive }) => oneAfterTheOther(left, derive, signal, progress)));
    });
  } finally {
    signal.removeEventListener("abort", stop);
    for (const deriver of derivers) deriver.end();
  }
}

/** The limit in the settings. The command has already reported a setting that cannot be read. */
function memoryLimit(): number | null {
  const read = readSettings(process.env);
  return "settings" in read ? read.settings.memoryLimitMb : null;
}

async function oneAfterTheOther(
  left: Order[],
  derive: (order: Order, onPart: (done: number) => void) => Promise<number | null>,
  signal: AbortSignal,
  { onBegin = () => {}, onDone = () => {}, onPart = () => {} }: OrderProgress,
): Promise<void> {
  for (;;) {
    const order = signal.aborted ? undefined : left.shift();
    if (!order) return;
    onBegin(order);
    const done = await derive(order, onPart);
    if (done !== null) onDone(order, done);
  }
}
