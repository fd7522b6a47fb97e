import { type Entry, getFileNameLowLevel, open, validateFileName, type ZipFile } from "yauzl";

export type ZipMember = {
  entry: Entry;
  name: string;
  /** Why the member must not be read; null if it may. */
  problem: string | null;
};

/**
 * The members of an archive, as its directory lists them, without folders.
 * @param zip opened by `openZip`, so that a bad name or a wrong size is the fault of its member alone
 */
export const zipMembers = (zip: ZipFile) =>
  new Promise<ZipMember[]>((resolve, reject) => {
    const members: ZipMember[] = [];
    zip.on("entry", (entry: Entry) => {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
      const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
      if (!name.endsWith("/")) members.push({ entry, name, problem: problemOf(entry, name) });
      zip.readEntry();
    });
    zip.on("end", () => resolve(members));
    zip.on("error", reject);
    zip.readEntry();
  });

const ARCHIVE_OPTIONS = {
  lazyEntries: true,
  autoClose: false,
  decodeStrings: false,
  validateEntrySizes: false,
} as const;

function problemOf(entry: Entry, name: string): string | null {
  if (validateFileName(name) !== null) return "its name points outside the archive";
  if (entry.isEncrypted()) return "it is encrypted: unpack the archive with its password first";
  return null;
}

/** An archive on disk, to be listed by `zipMembers`. The caller closes it. */
export const openZip = (path: string) =>
  new Promise<ZipFile>((resolve, reject) =>
    open(path, ARCHIVE_OPTIONS, (error, zip) => (zip ? resolve(zip) : reject(error))),
  );
