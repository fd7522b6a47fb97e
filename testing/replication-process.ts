/**
 * Replication for Playwright's tests, whose runner cannot import the database's code. They start this file with tsx and an IPC channel.
 * It sends the addresses, then runs one call at a time, and ends when the channel closes.
 */
import { startReplication } from "./replication-for-test";

/** `["one", "freeze"]` or `["store", { n: 1, … }]` */
export type ReplicationCall = [on: "primary" | "one" | "two" | "store" | "hasCaughtUp", ...args: unknown[]];

// The listener also keeps this process running while it waits for a server.
process.on("disconnect", async () => {
  await replication.stop();
  process.exit();
});
const replication = await startReplication();
const { primary, replicas } = replication;
const servers = { primary, one: replicas[0], two: replicas[1] };

process.on("message", async ([on, ...args]: ReplicationCall) => {
  if (on === "store") await replication.store(args[0] as Parameters<typeof replication.store>[0]);
  else if (on === "hasCaughtUp") await replication.hasCaughtUp(servers[args[0] as keyof typeof servers]);
  else {
    const [method, argument] = args as ["start" | "stop" | "freeze" | "ask", never];
    await servers[on][method](argument);
  }
  process.send?.("done");
});
process.send?.({ primary: primary.url, replicas: replicas.map(({ url }) => url) });
