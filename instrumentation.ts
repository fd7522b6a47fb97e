import type { Instrumentation } from "next";
import { queryFailure } from "@/db/queries/query-failure";
import { failureAnswer } from "@/lib/representations/failure-answer";
import { FAILED_REQUESTS, FAILURE_ID } from "@/lib/requests/failed-request.mjs";
import type { SharedWithGuard } from "@/lib/requests/guarded-request";
import { REQUEST_ID } from "@/lib/requests/request-id";

/** Next calls this once, before the server accepts requests. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { rememberBuild } = await import("@/app/healthz/build-state");
  rememberBuild();
  const { findTag: section16FindTag } = await import("@/app/page-state");
  Object.assign(globalThis, { section16FindTag } satisfies SharedWithGuard);
  const { startObserving } = await import("@/app/observe/start-observing");
  startObserving();
  const { startAnnouncing } = await import("@/app/websub/announce-feeds");
  startAnnouncing();
}

/**
 * Logs what a page or route threw, with the id that the reader sees. Next has printed the error itself. The request guard
 * sends our answer instead of Next's.
 */
export const onRequestError: Instrumentation.onRequestError = (error, { path, headers }, { routePath }) => {
  const digest = error instanceof Error && "digest" in error ? ` (${error.digest})` : "";
  const [asked = ""] = path.split("?", 1);
  const failure = queryFailure(error) ?? "failed";
  console.error(`Request ${headers[REQUEST_ID]} failed${digest}: ${asked}, ${routePath}, ${failure}`);
  const answer = failureAnswer(failure, asked, String(headers[REQUEST_ID] ?? ""));
  // Not imported, because Next also compiles this file for the edge runtime, which lacks the module, and would warn.
  process
    .getBuiltinModule("node:diagnostics_channel")
    .channel(FAILED_REQUESTS)
    .publish({ failureId: headers[FAILURE_ID], answer, isUnreachable: failure === "unreachable" });
};
