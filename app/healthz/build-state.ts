import { readFileSync } from "node:fs";

// On globalThis, because the instrumentation and the routes each have a copy of this module.
const shared: typeof globalThis & { section16Build?: string | null } = globalThis;

/** The id of the build on disk, or null if there is none, as in development. */
function buildOnDisk(): string | null {
  try {
    return readFileSync(".next/BUILD_ID", "utf8").trim();
  } catch {
    return null;
  }
}

/** Call once when the server starts. */
export function rememberBuild(): void {
  shared.section16Build = buildOnDisk();
}

/** The id of the build that this server started with; null if there is none. */
export const rememberedBuild = (): string | null => shared.section16Build ?? null;

/** Whether the build on disk is still the one that this server started with. Another build removes the scripts of its pages. */
export const isBuildCurrent = (): boolean =>
  shared.section16Build === undefined || shared.section16Build === buildOnDisk();
