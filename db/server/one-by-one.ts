import type { PoolClient } from "pg";

/**
 * A connection that sends each query when the one before is answered. Sections of a page ask at the same time, and a transaction answers
 * one at a time. From version 9 on, pg no longer keeps them waiting itself.
 */
export function oneByOne(client: PoolClient): PoolClient {
  let last: Promise<unknown> = Promise.resolve();
  const query = (...asked: Parameters<PoolClient["query"]>) => {
    const answer = last.then(() => client.query(...asked));
    last = Promise.resolve(answer).catch(() => undefined);
    return answer;
  };
  return new Proxy(client, { get: (of, name) => (name === "query" ? query : Reflect.get(of, name, of)) });
}
