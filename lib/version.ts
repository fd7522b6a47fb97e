import manifest from "@/package.json";

/** The version of this program, as named in CHANGELOG.md. */
export const VERSION: string = manifest.version;
