import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { mcpServer } from "@/app/mcp/server";

// Answers one model over standard input and output, until the input ends. `scripts/mcp.ts` starts it with a database.

// Standard output is for the protocol alone.
console.log = console.error;
serveStdio(mcpServer, { onerror: ({ message }) => console.error(message) });
// Connections to the database would keep the process alive.
process.stdin.once("end", () => process.exit());
