import { createHash } from "node:crypto";
import { readAsOfDay } from "@/app/as-of";
import { rememberedBuild } from "@/app/healthz/build-state";
import { loadPageState } from "@/app/page-state";
import { guardedRequest } from "@/lib/requests/guarded-request";
import { thingInPath } from "@/lib/requests/page-address";
import { formatDate, newYorkDate } from "@/lib/values/dates";

/** What a card says of the record, and its version: equal versions mean equal cards. Null if the version is not known. */
export type CardState = { version: string | null; footing: string };

/** The state of the card of a page. The day is on the card, because others may show it for months. */
export async function loadCardState(path: string, search: string): Promise<CardState> {
  const now = new Date();
  const { version, frame } = await (guardedRequest()?.state ?? loadPageState(path, search, now.getTime()));
  const day = newYorkDate(now);
  const { directory } = thingInPath(path) ?? {};
  const hasPastDays = directory === "insiders" || directory === "issuers";
  const asOf = hasPastDays ? readAsOfDay(new URLSearchParams(search), [], day) : null;
  const parts = [path, search, rememberedBuild(), version, day, frame.hasSample];
  return {
    version: version && createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 16),
    footing: `${frame.hasSample ? "Invented sample data" : "SEC filings"} ${
      asOf === null ? `as of ${formatDate(day)}` : `as known on ${formatDate(asOf)} (accessed ${formatDate(day)})`
    }`,
  };
}
