import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Settings } from "@/lib/settings";

/**
 * What signs the links in mail: the setting, or a secret in the data folder, made on the first call. If it were lost, nobody could
 * unsubscribe by the links in earlier mail.
 */
export function alertSecret({ alertSecret, dataDir }: Pick<Settings, "alertSecret" | "dataDir">): string {
  if (alertSecret !== null) return alertSecret;
  const folder = join(resolve(dataDir), "alerts");
  const file = join(folder, "secret");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    const made = `${file}.${process.pid}`;
    writeFileSync(made, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
    try {
      // Several processes may start at once. The first one makes it, and none reads a part of it.
      linkSync(made, file);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      rmSync(made);
    }
  }
  return readFileSync(file, "utf8").trim();
}
