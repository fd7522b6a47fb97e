import "@/db/command/exit-on-crash";
import { startIngest } from "@/db/ingest/start-ingest";
import { DraftFolder } from "@/db/paper/draft-folder";
import { UNAVAILABLE } from "@/db/paper/store-apart";
import { connect } from "@/db/server/client";
import { handedOverUrl } from "@/db/server/prepare-database";
import { correctedReading } from "@/paper/drafts/corrected-reading";
import { withoutTakenOut } from "@/paper/drafts/taken-out";
import { settingsOrExit } from "./command-settings";
import { whyNot } from "./with-database";

/**
 * `store-draft.ts SHA-256`: stores a corrected draft as a run of the ingest, and prints the ingest's answer: `{"outcome":
 * "stored", "accessionNumber": …}` or `{"outcome": "refused", "message": …}`.
 */
const { dataDir } = settingsOrExit();
const databaseUrl = handedOverUrl();
const drafts = new DraftFolder(dataDir);
const draft = await drafts.find(process.argv[2] ?? "");
if (databaseUrl === null || draft?.read?.outcome !== "read") {
  process.stderr.write("There is no such draft, or no database to store it in.\n");
  process.exit(2);
}

const { fileName, read } = draft;
const reading = correctedReading(read.reading, draft.corrections);
const connection = connect(databaseUrl, 4);
try {
  const ingest = await startIngest(connection, { run: "import", isSample: false });
  const taken = await ingest.takePaper({
    fileName,
    bytes: await drafts.bytesOf(draft),
    ...withoutTakenOut({ ...draft, reading }),
  });
  // Deriving from it can wait: pages are complete without.
  await ingest.end().catch((error) => console.error("Totals, checks and links could not be derived yet.", error));
  process.stdout.write(JSON.stringify(taken));
} catch (error) {
  const message = whyNot(error, dataDir);
  if (message === null) throw error;
  process.stderr.write(`${message}\n`);
  process.exitCode = UNAVAILABLE;
} finally {
  await connection.end();
}
