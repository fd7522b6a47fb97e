import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { isUnreadable } from "@/lib/filters/filing-filter";
import { linkHeader, type Pages, SERVICE_DESCRIPTION } from "@/lib/representations/links";
import { errorBody, PROBLEM_TYPE, unreadableMessage } from "@/lib/representations/problem";
import { DATA_POLICY } from "@/lib/requests/security-headers.mjs";

const TYPES = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
  atom: "application/atom+xml; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  text: "text/plain; charset=utf-8",
} as const;

/** Any script may read the data formats, because the data is public. Scripts inside a document never run. */
const DATA_HEADERS = {
  "access-control-allow-origin": "*",
  "content-security-policy": DATA_POLICY,
  link: SERVICE_DESCRIPTION,
};

/** An answer in a data format. */
export function answer(body: BodyInit, type: keyof typeof TYPES, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    headers: { "content-type": TYPES[type], ...DATA_HEADERS, ...headers },
  });
}

export const jsonAnswer = (data: object) => answer(inLines(data), "json");

/** The same for a page that has links, of which a list also names the pages around it. */
export const linkedAnswer = (request: Request, data: object) =>
  answer(inLines(data), "json", { link: linkHeader(request, data as Pages) });

const inLines = (data: object) => `${JSON.stringify(data, null, 1)}\n`;

export function errorAnswer(
  status: number,
  message: string,
  values?: IgnoredValue[],
  headers: Record<string, string> = {},
): Response {
  const body = inLines(errorBody(status, message, values));
  return new Response(body, { status, headers: { "content-type": PROBLEM_TYPE, ...DATA_HEADERS, ...headers } });
}

/** In data formats a value that cannot be read is an error, because a broader list than requested would be misleading. */
export function unreadableAnswer(ignored: IgnoredValue[]): Response | null {
  const values = ignored.filter(isUnreadable);
  return values.length > 0 ? errorAnswer(400, unreadableMessage(values), values) : null;
}

/** The name of a file saved from the browser. */
export const asFile = (name: string) => ({
  "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "-")}"`,
});

/** The answer for a format that a page does not have. */
export const noSuchFormat = (format: string, formats: readonly string[]) =>
  errorAnswer(
    404,
    `This page is not available as .${format}. It is available as ${formats.map((f) => `.${f}`).join(", ")}.`,
  );
