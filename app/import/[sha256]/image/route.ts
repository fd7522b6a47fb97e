import { drafts, importIsAllowed } from "@/app/import/import-setup";
import { asFile, errorAnswer } from "@/lib/representations/answers";
import { DATA_POLICY } from "@/lib/requests/security-headers.mjs";
import { imageType, isPdf } from "@/paper/image-type";

type Context = { params: Promise<{ sha256: string }> };

/**
 * The uploaded picture or PDF, shown next to our reading. A picture is served only as a type that cannot run scripts, and a PDF
 * only as a download, so that it never opens as a page of this site.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const draft = importIsAllowed() ? await drafts().find((await params).sha256) : null;
  const bytes = draft && (await drafts().bytesOf(draft));
  const type = bytes && (isPdf(bytes) ? "application/octet-stream" : imageType(bytes));
  if (!bytes || !type) return errorAnswer(404, "There is no image here.");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "x-content-type-options": "nosniff",
      "content-security-policy": DATA_POLICY,
      "cache-control": "private, max-age=3600",
      ...(isPdf(bytes) ? asFile(draft.fileName) : {}),
    },
  });
}
