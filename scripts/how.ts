import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { heapLimits } from "@/db/server/memory";
import type { Settings } from "@/lib/settings";
import type { Accounts } from "./accounts";
import type { Shutdown } from "./shutdown";

/** How every process is run. */
export type How = {
  settings: Settings;
  dev: boolean;
  accounts: Accounts;
  limits: ReturnType<typeof heapLimits>;
  shutdown: Shutdown;
  /** Null if there is to be no copy of `listing`. */
  copy: PlaceOfCopy | null;
  /** The socket on which the alert process answers readers; null if they cannot subscribe. */
  readersDesk: string | null;
};

type PlaceOfCopy = { folder: string; socket: string };

/** Addresses of sockets are limited to about 100 bytes. */
const LONGEST_SOCKET = 100;

/** Where the copy is, if we can write there. Several start commands on one data folder share it. */
export function placeOfCopy({ screenerCopy, dataDir }: Settings): PlaceOfCopy | null {
  if (screenerCopy === "never") return null;
  const folder = join(resolve(dataDir), "screener");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    return null;
  }
  return { folder, socket: socketIn(folder, "copy.sock") };
}

function socketIn(folder: string, file: string): string {
  const socket = join(folder, file);
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return socket.length <= LONGEST_SOCKET ? socket : join(tmpdir(), `section16-${name}.sock`);
}

/** Where the alert process answers readers, if they may subscribe. */
export function placeOfDesk({ allowAlerts, smtpUrl, dataDir }: Settings): string | null {
  if (!allowAlerts || smtpUrl === null) return null;
  const folder = join(resolve(dataDir), "alerts");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return socketIn(folder, "desk.sock");
}
