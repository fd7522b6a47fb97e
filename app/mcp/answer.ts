import { randomBytes } from "node:crypto";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { loadSiteState } from "@/app/freshness";
import { siteUrl } from "@/app/site-url";
import { fenced } from "@/lib/representations/fenced-text";
import type { Count } from "@/lib/values/counts";
import type { UnknownName } from "@/lib/views/nothing-found";

/** How much of what was found is in an answer. */
export type Extent = {
  /** False if the answer was truncated. */
  complete: boolean;
  shown: number;
  /** Null if there are more than `atLeast`. */
  of: number | null;
  atLeast: number;
  /** What `shown` and `of` count. */
  unit: string;
  /** What to pass as `after` for the next part, or null. */
  next: string | null;
};

export const extentOf = (
  unit: string,
  shown: number,
  { count, countAtLeast }: Count,
  next: string | null,
  isFirst = true,
): Extent => ({
  complete: isFirst && next === null && count !== null && shown >= count,
  shown,
  of: count,
  atLeast: countAtLeast,
  unit,
  next,
});

/** Says that names or CIKs in the filter match nobody. Which ones is data, because the nearest known names are a filer's words. */
export const unknownWords = (unknown: readonly UnknownName[]): string =>
  unknown.length === 0 ? "" : " Some of the issuers or insiders asked for are not in this database: see unknownNames.";

type Said = {
  /** Ours alone, without anything that a filer wrote: it is outside the fence. */
  summary: string;
  /** The page with the same data: a path. */
  path: string;
  data: object;
  extent?: Extent;
};

/** The answer of a tool: the data as an object, and once more as text for clients that read only text. */
export async function toolAnswer({ summary, path, data, extent }: Said): Promise<CallToolResult> {
  const { readAt, hasSample } = await loadSiteState();
  const url = siteUrl() + path;
  const structuredContent: Record<string, unknown> = {
    url,
    ...(extent && { extent }),
    record: { readAt, hasSample },
    ...data,
  };
  const truncated = extent && !extent.complete ? ` ${truncatedWords(extent)}` : "";
  const sample = hasSample
    ? " This database includes invented sample filings: where isSample is true, nothing is real."
    : "";
  return {
    content: [
      {
        type: "text",
        text: `${summary}${truncated}${sample}\n${fenced(structuredContent, randomBytes(8).toString("hex"))}`,
      },
      { type: "resource_link", uri: url, name: "The page with this data", mimeType: "text/html" },
    ],
    structuredContent,
  };
}

const truncatedWords = ({ shown, of, atLeast, unit, next }: Extent): string => {
  const all = of === null ? `more than ${atLeast}` : String(of);
  // The position itself may contain a name, if a list is sorted by names.
  const goOn = next === null ? "" : " For the next part, call the tool again with extent.next as after.";
  return `This answer is truncated: it has ${shown} of ${all} ${unit}.${goOn}`;
};

/** What was asked for cannot be read, or is not in the record. The text is ours, apart from what the caller sent. */
export const toolError = (text: string): CallToolResult => ({ content: [{ type: "text", text }], isError: true });
