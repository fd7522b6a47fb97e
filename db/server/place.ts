import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Account, closedFolder, postgresAccount } from "@/db/server/account";
import { DatabaseUnavailable } from "@/db/server/database-unavailable";
import { DEFAULT_DATA_DIR } from "@/lib/settings";

/** Where a clone under /root keeps what PostgreSQL's user has to reach. */
const FALLBACK = "/var/lib/section16";

/** The folder of the embedded server, and the user it runs as. */
export type ServerPlace = { dataDir: string; dataFolder: string; account: Account };

/** @throws DatabaseUnavailable if PostgreSQL's user cannot reach the DATA_DIR in the settings. */
export function findPlace(dataDir: string, say: (notice: string) => void): ServerPlace {
  const asked = resolve(dataDir);
  const account = postgresAccount(join(asked, "postgres"));
  const closed = closedFolder(asked, account);
  if (!closed) return placeAt(asked, account);
  if (dataDir !== DEFAULT_DATA_DIR)
    throw new DatabaseUnavailable(
      `DATA_DIR is ${asked}, but PostgreSQL does not run as root, and its user cannot enter ${closed}. ` +
        `Allow that (chmod o+x ${closed}) or choose another folder.`,
    );
  say(
    `PostgreSQL does not run as root, and its user cannot enter ${closed}, so data and programs are in ${FALLBACK}. ` +
      "Set DATA_DIR to choose another folder.",
  );
  return placeAt(FALLBACK, postgresAccount(join(FALLBACK, "postgres")));
}

function placeAt(folder: string, account: Account): ServerPlace {
  const isNew = !existsSync(folder);
  try {
    mkdirSync(folder, { recursive: true });
    // Whatever the umask, PostgreSQL's user must get through; what is inside has modes of its own.
    if (isNew) chmodSync(folder, account ? 0o755 : 0o700);
  } catch (cause) {
    throw new DatabaseUnavailable(`The data folder ${folder} cannot be created: ${String(cause)}`, { cause });
  }
  const dataDir = realpathSync(folder);
  return { dataDir, dataFolder: join(dataDir, "postgres"), account };
}

/** What is needed to connect: kept beside the data, readable only for its owner. */
export type Access = {
  port: number;
  /** The superuser's, used only to migrate. */
  password: string;
  /** By role. None if an earlier version made the folder; opening the database then sets them. */
  logins?: Record<string, string>;
};

const accessFile = (place: ServerPlace) => join(place.dataDir, "postgres.json");

export function readAccess(place: ServerPlace): Access | null {
  if (!existsSync(accessFile(place))) return null;
  try {
    return JSON.parse(readFileSync(accessFile(place), "utf8"));
  } catch (cause) {
    throw new DatabaseUnavailable(`${accessFile(place)} cannot be read: ${String(cause)}`, { cause });
  }
}

export function writeAccess(place: ServerPlace, access: Access) {
  const unfinished = `${accessFile(place)}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(access), { mode: 0o600 });
  renameSync(unfinished, accessFile(place));
}
