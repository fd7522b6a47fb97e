import { setTimeout as sleep } from "node:timers/promises";
import { goOn, orDiskTrouble, sayNo, turnedAway } from "@/app/import/import-answers";
import { drafts } from "@/app/import/import-setup";
import { sha256Of } from "@/db/paper/draft-folder";
import { readDraft } from "@/db/paper/read-draft";
import { findFilingOfContent } from "@/db/queries/filing-of-content";
import { database } from "@/db/server/client";
import { receivedForm } from "@/lib/requests/received-form";
import { draftUrl, importedFilingUrl } from "@/lib/urls";
import { LARGEST_PAPER } from "@/paper/largest-paper";

/** Bytes that a multipart form adds to its file. */
const AROUND = 100_000;
const LONGEST_NAME = 200;
const PATIENCE = 10_000;

/** Accepts an uploaded file, reads it, and redirects to the reading. */
export const POST = (request: Request): Promise<Response> => orDiskTrouble(request, () => upload(request));

async function upload(request: Request): Promise<Response> {
  const no = turnedAway(request);
  if (no) return no;
  const received = await receivedForm(request, LARGEST_PAPER + AROUND);
  if (received.outcome === "too large") return tooLarge(request);
  const file = received.outcome === "received" ? received.form.get("file") : null;
  if (!(file instanceof File) || file.size === 0) {
    return sayNo(
      request,
      400,
      "No file was uploaded",
      "The file is missing or empty. Choose a file and send it again.",
    );
  }
  if (file.size > LARGEST_PAPER) return tooLarge(request);
  const bytes = Buffer.from(await file.arrayBuffer());
  const folder = drafts();
  const sha256 = sha256Of(bytes);
  const accessionNumber = await findFilingOfContent(database(), sha256);
  if (accessionNumber) {
    await folder.wasStored({ sha256 }, { accessionNumber, outcome: "already there", differences: [] });
    return goOn(request, importedFilingUrl(accessionNumber, sha256));
  }
  const draft = await folder.keep(nameToShow(file.name), bytes);
  // Most forms are read by then. For a scan, the page says that it is still being read.
  if (draft.read === null) await Promise.race([readDraft(folder, draft), sleep(PATIENCE)]);
  return goOn(request, draftUrl(draft.sha256));
}

const tooLarge = (request: Request) =>
  sayNo(
    request,
    413,
    "The file is too large",
    `The limit is ${LARGEST_PAPER / 1e6} MB. Upload only the pages of the form, or a scan at 200 dots per inch.`,
  );

/** For display only, never a path: we choose the names under which files are kept. */
const nameToShow = (name: string) =>
  (name.split(/[\\/]/).pop() ?? "").replace(/\p{C}/gu, "").slice(-LONGEST_NAME) || "unnamed file";
