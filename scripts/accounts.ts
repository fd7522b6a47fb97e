import { readFileSync } from "node:fs";
import { handOverFolders, insteadOfRoot, type Lesser } from "@/db/server/account";
import type { Settings } from "@/lib/settings";
import { say } from "./steps.mjs";

/** The users of the processes; null is the user of this one. */
export type Accounts = { site: Lesser | null; readers: Lesser | null };

/** Started as root, we run everything that handles uploads and filings as another user, if possible. */
export function whoRuns({ dataDir, port }: Settings): Accounts {
  const { account, reason } = insteadOfRoot(process.cwd(), dataDir);
  const needsRoot =
    reason ?? (account !== null && port < firstFreePort() ? `only root can listen on port ${port}` : null);
  if (needsRoot !== null) {
    const readers = account === null ? "" : " Uploaded forms are read as another user.";
    say(
      `The site and the commands it starts run as root, because ${needsRoot}.${readers} To change that, start Section 16 ` +
        "as an ordinary user with a PORT of 1024 or more, from a folder that every user can open, such as /opt/section16.",
    );
    return { site: null, readers: account };
  }
  if (account !== null) handOverFolders(dataDir, ["paper-drafts", "downloads", "screener", "cards", "alerts"], account);
  return { site: account, readers: account };
}

/** The first port on which users other than root may listen. */
function firstFreePort(): number {
  try {
    return Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
  } catch {
    return 1024;
  }
}
