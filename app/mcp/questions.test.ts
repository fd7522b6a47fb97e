import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/mcp/route";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { storeSaxonForm4 } from "@/db/ingest/store-saxon-form4";
import { mcpClient } from "@/testing/mcp-client-for-test";
import { ASKED_FILINGS, QUESTIONS } from "@/testing/mcp-questions";
import { listed, readSample } from "@/testing/sample-filings";
import { serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  serveFrom(database);
  await storeSaxonForm4(database.pool);
  const wanted = ASKED_FILINGS.map((number) => `${number}.txt`);
  const filings = (await readSample()).filter(({ fileName }) => wanted.includes(fileName));
  await ingestFiles(database, filings.map(listed), { isSample: true });
});
afterAll(() => database.drop());

/** The command `npm run mcp`, without the start of a database. */
async function stdioClient(): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--import", "tsx", "app/mcp/stdio.ts"],
    env: {
      ...(process.env as Record<string, string>),
      DATABASE_URL: database.url,
      SITE_URL: "http://localhost:3000",
    },
  });
  await client.connect(transport, { timeout: 170_000 });
  return client;
}

test("there are at least 40 questions", () => expect(QUESTIONS.length).toBeGreaterThanOrEqual(40));

describe.each([
  ["HTTP", () => mcpClient(POST)],
  ["standard input and output", stdioClient],
])("a question to the tools over %s", (_, connect) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect();
  });
  afterAll(() => client.close());

  test.each(QUESTIONS)("%s", async (_question, name, asked, answer) => {
    const { structuredContent, isError } = await client.callTool({ name, arguments: asked });
    expect(isError ?? false).toBe(false);
    expect(structuredContent).toMatchObject(answer);
  });
});
