import { userInfo } from "node:os";
import { DatabaseError } from "pg";

type Trouble = {
  /** Node's code. */
  code: string;
  /** How other programs report it. */
  words: RegExp;
  reason: string;
  advice: string;
};

const MAKE_ROOM = "Free some space there and try again.";

const TROUBLES: Trouble[] = [
  { code: "ENOSPC", words: /no space left on device/i, reason: "the disk is full", advice: MAKE_ROOM },
  { code: "EDQUOT", words: /disk quota exceeded/i, reason: "the disk quota is used up", advice: MAKE_ROOM },
  {
    code: "EROFS",
    words: /read-only file system/i,
    reason: "the file system is read-only",
    advice: "Make it writable, or set DATA_DIR to a folder that is.",
  },
  {
    code: "EIO",
    words: /input\/output error/i,
    reason: "the disk reports an error",
    advice: "Look at the machine's log and check the disk before you continue.",
  },
];

/** SQLSTATEs: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const SQLSTATES: Record<string, string> = { "53100": "ENOSPC", "58030": "EIO" };

const NOT_PERMITTED = ["EACCES", "EPERM"];

/** System calls on files whose errors do not name the file. */
const OF_FILES = ["write", "writev", "fsync", "fdatasync", "ftruncate", "read", "close"];

/**
 * Says in one sentence what could not be written, where and why, if the cause of an error is a disk that is full, read-only or
 * broken, or a missing permission. Null for any other error. Commands then end with exit code 3.
 * @param where named if the error does not name a file
 */
export function diskTrouble(error: unknown, where = "A file"): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof DatabaseError) {
    const code = SQLSTATES[error.code ?? ""];
    const trouble = TROUBLES.find((one) => one.code === code || one.words.test(error.message));
    return trouble
      ? `The database could not be written: ${trouble.reason} (${error.message}). ${trouble.advice}`
      : null;
  }
  return ofFile(error, where) ?? diskTrouble(error.cause, where);
}

function ofFile(error: NodeJS.ErrnoException & { dest?: string }, where: string): string | null {
  const { code = "", syscall = "", path, dest } = error;
  const file = dest ?? path;
  if (file === undefined && !OF_FILES.includes(syscall)) return null;
  const verb = syscall === "read" ? "read" : "written";
  const trouble = TROUBLES.find((one) => one.code === code);
  if (trouble) return `${file ?? where} could not be ${verb}: ${trouble.reason}. ${trouble.advice}`;
  if (!NOT_PERMITTED.includes(code)) return null;
  const opened = syscall === "open" || syscall === "scandir" || syscall.endsWith("stat");
  return `${file ?? where} could not be ${opened ? "opened" : verb}: the user ${userName()} has no permission.`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `number ${process.getuid?.()}`;
  }
}

/** The same for the output of another program. @param where what it was writing */
export function diskTroubleIn(output: string, where: string): string | null {
  const trouble = TROUBLES.find(({ words }) => words.test(output));
  return trouble ? `${where} could not be written: ${trouble.reason}. ${trouble.advice}` : null;
}

/** Whether the disk is full, rather than read-only or forbidden. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && FULL.includes(String(error.code))) || isDiskFull(error.cause);
}

const FULL = ["ENOSPC", "EDQUOT", "53100"];
