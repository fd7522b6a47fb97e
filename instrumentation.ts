import type { Instrumentation } from "next";
import { REQUEST_ID } from "@/lib/request-id";

/** Next calls this once, before the server answers. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { rememberBuild } = await import("@/app/healthz/build-state");
  rememberBuild();
  const { startObserving } = await import("@/app/observe/start-observing");
  startObserving();
}

/** What a page or a route threw, by the id that the reader sees. Next has printed the error itself. */
export const onRequestError: Instrumentation.onRequestError = (error, { path, headers }, { routePath }) => {
  const digest = error instanceof Error && "digest" in error ? ` (${error.digest})` : "";
  console.error(`Request ${headers[REQUEST_ID]} failed${digest}: ${path.split("?", 1)[0]}, ${routePath}`);
};
