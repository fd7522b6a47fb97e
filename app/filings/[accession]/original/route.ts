import { findFiling } from "@/app/filings/[accession]/view";
import { movedTo } from "@/app/moved-to";
import { findPaperFile } from "@/db/queries/paper-filing";
import { database } from "@/db/server/client";
import { asFile, errorAnswer } from "@/lib/representations/answers";
import { DATA_POLICY } from "@/lib/requests/security-headers.mjs";
import { paperFileUrl } from "@/lib/urls";

type Context = { params: Promise<{ accession: string }> };

/** The file that a filing was read from, unchanged. Always a download, so that it never opens as a page of this site. */
export async function GET(_request: Request, { params }: Context) {
  const found = await findFiling((await params).accession);
  if (found.outcome === "unknown") return errorAnswer(404, found.message);
  if (found.outcome === "moved") return movedTo(paperFileUrl(found.accessionNumber), 308);
  const { accessionNumber } = found.view.entry.filing;
  const file = await findPaperFile(database(), accessionNumber);
  if (!file) return errorAnswer(404, `${accessionNumber} was not read from a paper form.`);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": "application/octet-stream",
      "x-content-type-options": "nosniff",
      "content-security-policy": DATA_POLICY,
      ...asFile(file.fileName.split(/[\\/]/).pop() ?? "original"),
    },
  });
}
