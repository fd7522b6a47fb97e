import type { Lesser } from "@/db/server/account";

const NAME = "SECTION16_READER";

/** The setting that gives a site that must run as root the user to read forms as. */
export const readerSetting = (account: Lesser | null): Record<string, string> =>
  account === null ? {} : { [NAME]: `${account.uid}:${account.gid}` };

/** The user to read forms as, if this process runs as root. */
export function lesserReader(): Lesser | null {
  if (process.getuid?.() !== 0) return null;
  const [, uid, gid] = /^(\d+):(\d+)$/.exec(process.env[NAME] ?? "") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}
