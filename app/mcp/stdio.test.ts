import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, test } from "vitest";
import { filingForTest, transactionForTest as row } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const database = serveFilings([
  filingForTest({ n: 1, filed: "2025-06-03", rows: [row("S", "D", "2025-06-02", "100", "10", "900")] }),
]);

test("answers over standard input and output, on which nothing else is written, and ends with its input", async () => {
  const client = new Client({ name: "test", version: "1" });
  const problems: Error[] = [];
  client.onerror = (error) => problems.push(error);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--import", "tsx", "app/mcp/stdio.ts"],
    env: {
      ...(process.env as Record<string, string>),
      DATABASE_URL: database().url,
      SITE_URL: "http://localhost:3000",
    },
  });
  await client.connect(transport, { timeout: 170_000 });
  const { structuredContent } = await client.callTool({ name: "screen", arguments: { code: "S" } });
  // 100 × $10.
  expect(structuredContent).toMatchObject({ extent: { of: 1, complete: true }, sums: { sold: { value: "1000" } } });
  await client.close();
  expect(problems).toEqual([]);
});
