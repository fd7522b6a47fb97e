import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

const MEMORY = "/dev/shm";
/** Bytes: more than the databases of a run take together, and room for its programs. */
const NEEDED = { files: 4 * 2 ** 30, memory: 8 * 2 ** 30 };
const PREFIX = "section16-test-";

/**
 * A folder for the databases and other temporary files of tests: in memory if there is room and TMPDIR says nothing else, because some
 * disks take long to create the many files of a database. Folders of killed runs are removed. A PostgreSQL whose folder is gone ends
 * within a minute.
 */
export function makeTestFolder() {
  for (const parent of [tmpdir(), ...(existsSync(MEMORY) ? [MEMORY] : [])]) {
    for (const name of readdirSync(parent)) {
      const pid = Number(name.match(/^section16-test-(\d+)-/)?.[1]);
      if (pid && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
  const folder = mkdtempSync(join(isRoomInMemory() ? MEMORY : tmpdir(), `${PREFIX}${process.pid}-`));
  // Like the usual folder. PostgreSQL has another user when this runs as root.
  chmodSync(folder, 0o1777);
  return folder;
}

function isRoomInMemory() {
  if (process.env.TMPDIR) return false;
  const probe = join(MEMORY, `${PREFIX}${process.pid}`);
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < NEEDED.files || freemem() < NEEDED.memory) return false;
    writeFileSync(probe, "", { mode: 0o755 });
    // Programs cannot be started there if it is mounted so.
    accessSync(probe, constants.X_OK);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
