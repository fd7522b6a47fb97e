import type { FilingView } from "@/app/filings/[accession]/view";
import { database } from "@/db/client";
import { findRawDocument } from "@/db/queries/raw-document";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { answer, errorAnswer } from "@/lib/representations/answers";
import { unreadableMessage } from "@/lib/representations/problem";

/** The bytes as filed: of the version that the address asks for, or of the latest. */
export async function filedDocument({ entry, versions }: FilingView, params: URLSearchParams): Promise<Response> {
  const { accessionNumber } = entry.filing;
  const asked = params.get("version");
  if (asked !== null && !/^[1-9]\d{0,4}$/.test(asked)) {
    const values: IgnoredValue[] = [
      { kind: "value", name: "version", value: asked, reason: "not a whole number from 1" },
    ];
    return errorAnswer(400, unreadableMessage(values), values);
  }
  const bytes = await findRawDocument(database(), accessionNumber, asked === null ? null : Number(asked));
  if (bytes) return answer(new Uint8Array(bytes), "xml");
  const kept = versions.map(({ version }) => version).join(", ");
  return errorAnswer(
    404,
    asked === null
      ? `The document of ${accessionNumber} is not held.`
      : `There is no version ${asked} of ${accessionNumber}. Held: ${kept}.`,
  );
}
