import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

type Handler = (request: Request) => Promise<Response>;

/** Requests of a client at the site, as they reach our route. */
export const requestsTo =
  (handler: Handler, more: Record<string, string> = {}) =>
  async (url: string | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    for (const [name, value] of Object.entries({ host: request.url.split("/")[2] ?? "", ...more }))
      request.headers.set(name, value);
    // The guard answers every other method.
    return request.method === "POST" ? handler(request) : new Response(null, { status: 405 });
  };

/** The protocol's own client, connected to a route. */
export async function mcpClient(handler: Handler, headers: Record<string, string> = {}): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(
    new StreamableHTTPClientTransport(new URL("http://localhost:3000/mcp"), { fetch: requestsTo(handler, headers) }),
  );
  return client;
}
