import { oneParam } from "@/app/search-params";
import type { FilingView } from "@/components/filing/filing-view";
import { findRawDocument } from "@/db/queries/raw-document";
import { database } from "@/db/server/client";
import type { IgnoredValue, Params } from "@/lib/filters/filing-filter";
import { answer, errorAnswer, unreadableAnswer } from "@/lib/representations/answers";

/** The bytes as filed, of the version in the address or of the latest. */
export async function filedDocument({ entry, versions }: FilingView, params: Params): Promise<Response> {
  const { accessionNumber } = entry.filing;
  const unread: IgnoredValue[] = [];
  const asked = oneParam(params, "version", unread) ?? null;
  if (asked !== null && !/^[1-9]\d{0,4}$/.test(asked)) {
    unread.push({ kind: "value", name: "version", value: asked, reason: "not a whole number from 1" });
  }
  const unreadable = unreadableAnswer(unread);
  if (unreadable) return unreadable;
  const bytes = await findRawDocument(database(), accessionNumber, asked === null ? null : Number(asked));
  if (bytes) return answer(new Uint8Array(bytes), "xml");
  const kept = versions.map(({ version }) => version).join(", ");
  return errorAnswer(
    404,
    asked === null
      ? `The document of ${accessionNumber} is not in this database.`
      : `There is no version ${asked} of ${accessionNumber}. Available: ${kept}.`,
  );
}
