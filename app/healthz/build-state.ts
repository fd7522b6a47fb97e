import { readFileSync } from "node:fs";

// On globalThis: the instrumentation and the routes each have a copy of this module.
const shared: typeof globalThis & { section16Build?: string | null } = globalThis;

/** The id of the build on disk; null where there is none, as in development. */
function buildOnDisk(): string | null {
  try {
    return readFileSync(".next/BUILD_ID", "utf8").trim();
  } catch {
    return null;
  }
}

/** Call when the server starts. */
export function rememberBuild(): void {
  shared.section16Build = buildOnDisk();
}

/** Whether the pages on disk are still those that this server started with: after another build their scripts are gone. */
export const isBuildCurrent = (): boolean =>
  shared.section16Build === undefined || shared.section16Build === buildOnDisk();
