import "@/db/command/exit-on-crash";
import { fileURLToPath } from "node:url";
import { settingsOrExit } from "@/db/command/command-settings";
import { withDatabase } from "@/db/command/with-database";
import { urlFor } from "@/db/server/purposes";
import { runNode } from "./node-program";

const ANSWERER = fileURLToPath(new URL("../app/mcp/stdio.ts", import.meta.url));

/**
 * `npm run --silent mcp`: answers a model over standard input and output, until the input ends. The site need not be running. The answers
 * come from a process of their own, which only reads.
 */
const { siteUrl } = settingsOrExit();
process.exitCode = await withDatabase(async (url) => {
  const answerer = runNode(
    ["--import", "tsx", ANSWERER],
    { ...process.env, DATABASE_URL: urlFor("read", url), SITE_URL: siteUrl },
    "inherit",
    { readsInput: true },
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void answerer.stop());
  const ended = await answerer.ended;
  return typeof ended === "number" ? ended : 0;
});
