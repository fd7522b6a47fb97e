import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBackup } from "@/db/backup/write-backup";
import { deriveWaiting } from "@/db/derive/derive-waiting";
import { ingestFiles } from "@/db/ingest/ingest-files";
import { storeSaxonForm4 } from "@/db/ingest/store-saxon-form4";
import { connect } from "@/db/server/client";
import { migrateDatabase } from "@/db/server/migrate";
import { openDatabase } from "@/db/server/open-database";
import { listed, readSample } from "@/testing/sample-filings";

/** Of one issuer, oldest first: enough for amendments, joint filings and notes, and few enough for a file of 200 kB. */
const FILINGS = 50;

/** `npx tsx testing/make-release.ts FILE`: see db/backup/releases/README.md. */
async function make(path: string) {
  const folder = mkdtempSync(join(tmpdir(), "section16-release-"));
  // PostgreSQL's user needs access when this runs as root.
  chmodSync(folder, 0o755);
  const server = await openDatabase({ databaseUrl: null, dataDir: folder }, { durable: false });
  try {
    await migrateDatabase(server.url);
    const connection = connect(server.url);
    const files = await filingsOfOneIssuer();
    await storeSaxonForm4(connection.pool);
    await ingestFiles(connection, files.map(listed), { isSample: false });
    await ingestFiles(connection, [listed(corrected(files[0])), listed(NOT_WELL_FORMED)], { isSample: false });
    await deriveWaiting(connection);
    await connection.end();
    const { bytes, tables } = await writeBackup(server.url, path);
    console.log(`${tables.filing?.rows} filings, ${bytes} bytes`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Text = { fileName: string; text: string };

const NOT_WELL_FORMED: Text = {
  fileName: "damaged.xml",
  text: "<ownershipDocument><documentType>4</ownershipDocument>",
};

/** The same filing with other remarks: a second version. */
function corrected(filing: Text | undefined): Text {
  if (!filing) throw new Error("There is no filing to correct.");
  return {
    ...filing,
    text: filing.text.replace("</ownershipDocument>", "<remarks>Corrected.</remarks></ownershipDocument>"),
  };
}

async function filingsOfOneIssuer(): Promise<Text[]> {
  const byIssuer = new Map<string, Text[]>();
  for (const { issuerCik, ...filing } of await readSample()) {
    byIssuer.set(issuerCik, [...(byIssuer.get(issuerCik) ?? []), filing]);
  }
  const chosen = [...byIssuer.values()]
    .map((filings) => filings.slice(0, FILINGS))
    .find(
      (filings) =>
        filings.some(({ text }) => text.split("<reportingOwner>").length > 2) &&
        filings.some(({ text }) => /<documentType>.*\/A</.test(text)),
    );
  if (!chosen)
    throw new Error("The sample has no issuer with a joint filing and an amendment among its first filings.");
  return chosen;
}

const [path] = process.argv.slice(2);
if (path) await make(path);
else {
  console.error("Name the file to write: npx tsx testing/make-release.ts db/backup/releases/0.2.0.tar");
  process.exitCode = 2;
}
