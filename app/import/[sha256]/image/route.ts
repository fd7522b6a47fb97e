import { drafts, importIsAllowed } from "@/app/import/import-setup";
import { errorAnswer } from "@/lib/representations/answers";
import { DATA_POLICY } from "@/lib/requests/security-headers.mjs";
import { imageType } from "@/paper/image-type";

type Context = { params: Promise<{ sha256: string }> };

/** The uploaded picture, shown next to our reading. Served only as a type that cannot run scripts. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const draft = importIsAllowed() ? await drafts().find((await params).sha256) : null;
  const bytes = draft && (await drafts().bytesOf(draft));
  const type = bytes && imageType(bytes);
  if (!bytes || !type) return errorAnswer(404, "There is no image here.");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "x-content-type-options": "nosniff",
      "content-security-policy": DATA_POLICY,
      "cache-control": "private, max-age=3600",
    },
  });
}
