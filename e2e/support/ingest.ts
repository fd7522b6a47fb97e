import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The site that can take filings, and its data. Null if the tests run on an existing site. */
export const siteToFill = (): { url: string; dataDir: string } | null => {
  const { E2E_IMPORT_URL: url, E2E_DATA_DIR: folder } = process.env;
  return url && folder ? { url, dataDir: join(folder, "import") } : null;
};

type Form4 = {
  issuer?: string;
  owner?: string;
  security?: string;
  footnote?: string;
  remarks?: string;
  /** Before the document's first element. */
  prolog?: string;
  /** At the end of the document, where EDGAR puts nothing. */
  more?: string;
};

/** A Form 4 with one sale. The texts are inserted as markup. */
export const form4 = ({
  issuer = "Kestrel Grid Corp",
  owner = "Marrow Ada",
  security = "Common Stock",
  footnote = "Sold in several trades.",
  remarks = "None.",
  prolog = "",
  more = "",
}: Form4) => `<?xml version="1.0"?>
${prolog}<ownershipDocument>
  <schemaVersion>X0508</schemaVersion>
  <documentType>4</documentType>
  <periodOfReport>2025-06-02</periodOfReport>
  <issuer><issuerCik>9900901</issuerCik><issuerName>${issuer}</issuerName><issuerTradingSymbol>KSTG</issuerTradingSymbol></issuer>
  <reportingOwner>
    <reportingOwnerId><rptOwnerCik>9900902</rptOwnerCik><rptOwnerName>${owner}</rptOwnerName></reportingOwnerId>
    <reportingOwnerRelationship><isOfficer>1</isOfficer><officerTitle>CFO</officerTitle></reportingOwnerRelationship>
  </reportingOwner>
  <nonDerivativeTable>
    <nonDerivativeTransaction>
      <securityTitle><value>${security}</value></securityTitle>
      <transactionDate><value>2025-06-02</value></transactionDate>
      <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode><equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
      <transactionAmounts>
        <transactionShares><value>100</value></transactionShares>
        <transactionPricePerShare><value>10.5</value><footnoteId id="F1"/></transactionPricePerShare>
        <transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode>
      </transactionAmounts>
      <postTransactionAmounts><sharesOwnedFollowingTransaction><value>900</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
      <ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership></ownershipNature>
    </nonDerivativeTransaction>
  </nonDerivativeTable>
  <footnotes><footnote id="F1">${footnote}</footnote></footnotes>
  <remarks>${remarks}</remarks>
  <ownerSignature><signatureName>/s/ ${owner}</signatureName><signatureDate>2025-06-03</signatureDate></ownerSignature>
  ${more}
</ownershipDocument>
`;

/** Stores documents under new accession numbers, as `npm run ingest` does. */
export function ingest(dataDir: string, documents: Record<string, string>) {
  const folder = folderOf(documents);
  try {
    const { status, stderr, stdout } = spawnSync(process.execPath, argsFor(folder), {
      ...optionsFor(dataDir),
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`ingest ended with ${status}: ${stderr}${stdout}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same while the test goes on. */
export async function ingestMeanwhile(dataDir: string, documents: Record<string, string>): Promise<void> {
  const folder = folderOf(documents);
  try {
    const program = spawn(process.execPath, argsFor(folder), { ...optionsFor(dataDir), stdio: "ignore" });
    const [status] = await once(program, "exit");
    if (status !== 0) throw new Error(`ingest ended with ${status}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function folderOf(documents: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "section16-e2e-"));
  for (const [accessionNumber, document] of Object.entries(documents)) {
    writeFileSync(join(folder, `${accessionNumber}.xml`), document);
  }
  return folder;
}

const argsFor = (folder: string) => ["--import", "tsx", "db/command/ingest.ts", folder];
const optionsFor = (dataDir: string) => ({ cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "" } });
