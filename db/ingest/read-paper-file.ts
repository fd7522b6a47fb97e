import { type IncomingFile, type Refusal, sha256 } from "@/db/ingest/read-incoming";
import type { Paper, PaperIdentity } from "@/db/ingest/store-paper";
import type { SubmissionHeader } from "@/lib/edgar/submission";
import { readPaper } from "@/paper/read-paper";

export type PaperFile = { outcome: "read"; paper: Paper } | { outcome: "refused"; refusal: Refusal };

/** Reads a file that is neither XML nor a submission that contains any. */
export async function readPaperFile(
  { fileName, bytes }: IncomingFile,
  header: SubmissionHeader | null,
  identity: PaperIdentity,
): Promise<PaperFile> {
  const refuse = (message: string): PaperFile => ({
    outcome: "refused",
    refusal: { fileName, bytes, sha256: sha256(bytes), line: null, message },
  });
  const read = await readPaper(bytes);
  if (read.outcome === "refused") {
    const type = header?.submissionType;
    const of = type ? ` of form ${type}` : "";
    return refuse(header ? `a submission${of} without an <ownershipDocument>: ${read.message}` : read.message);
  }
  const { reading } = read;
  const owners = reading.document.reportingOwner.length;
  if (identity.owners.length > owners) {
    return refuse(`you named ${identity.owners.length} owners, but the form names ${owners}`);
  }
  return { outcome: "read", paper: { fileName, bytes, reading, corrections: [], identity, header } };
}
