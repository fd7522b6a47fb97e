import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { saleWithNote } from "./support/sample";
import { expect, test } from "./support/test";

test.skip(({ isMobile }) => isMobile, "no page is drawn: once is enough");

test("a model asks over the network what a page shows, and gets the address of that page", async ({
  request,
  baseURL,
}) => {
  const { accessionNumber, id, issuer, owners, transactionDate, transactionShares } = await saleWithNote(request);
  const client = new Client({ name: "journey", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${baseURL}/mcp`)));
  try {
    expect((await client.listTools()).tools).toHaveLength(8);
    const ask = async (name: string, args: Record<string, unknown>) => {
      const { structuredContent, isError } = await client.callTool({ name, arguments: args });
      expect(isError ?? false, name).toBe(false);
      return structuredContent;
    };
    // What the site calls itself, which may be another name of this machine.
    const { url } = await (await request.get(`/filings/${accessionNumber}.json`)).json();
    expect(await ask("filing", { accession: accessionNumber })).toMatchObject({
      url,
      rows: expect.arrayContaining([
        expect.objectContaining({ place: `${accessionNumber}#${id}`, url: `${url}#${id}`, status: "counted" }),
      ]),
    });
    expect((await request.get(url)).status()).toBe(200);
    const day = transactionDate.value ?? "";
    const claim = { insider: owners[0]?.cik, issuer: issuer.cik, code: "S", from: day, to: day };
    expect(await ask("check_claim", { ...claim, shares: transactionShares.value })).toMatchObject({
      verdict: "confirmed",
      places: expect.arrayContaining([expect.objectContaining({ place: `${accessionNumber}#${id}` })]),
    });
    expect(await ask("check_claim", { ...claim, shares: "1" })).toMatchObject({ verdict: "differs" });
  } finally {
    await client.close();
  }
});

test("a page of another site is refused", async ({ request }) => {
  const answer = await request.post("/mcp", {
    headers: { origin: "https://elsewhere.example", accept: "application/json, text/event-stream" },
    data: { jsonrpc: "2.0", id: 1, method: "tools/list", params: {} },
  });
  expect(answer.status()).toBe(403);
});

test("the guide for models leads to addresses that answer", async ({ request }) => {
  const guide = await (await request.get("/llms.txt")).text();
  const addresses = [...guide.matchAll(/\]\((\S+)\)/g)].flatMap(([, url]) => url ?? []);
  expect(addresses.length).toBeGreaterThan(15);
  // Those of one filing, insider or issuer have a place for its number.
  for (const url of addresses.filter((each) => !each.includes("{"))) {
    const { pathname, search } = new URL(url);
    expect((await request.get(pathname + search)).status(), url).toBe(200);
  }
});
