import type { Lesser } from "@/db/server/account";

const NAME = "SECTION16_READER";

/** Tells a site that must run as root which user should read forms. */
export const readerSetting = (account: Lesser | null): Record<string, string> =>
  account === null ? {} : { [NAME]: `${account.uid}:${account.gid}` };

/** The user to read forms as, if this process runs as root. */
export function lesserReader(): Lesser | null {
  if (process.getuid?.() !== 0) return null;
  const [, uid, gid] = /^(\d+):(\d+)$/.exec(process.env[NAME] ?? "") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}
