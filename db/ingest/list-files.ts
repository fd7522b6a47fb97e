import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { Archive } from "@/db/ingest/archive";
import { isDataSet } from "@/db/ingest/is-data-set";
import { type IncomingFile, inMb, isPaper, type Refusal, sha256 } from "@/db/ingest/read-incoming";
import type { ZipMember } from "@/db/ingest/zip-entries";

/** A file to read when its turn comes, or one that is refused before it is read. */
export type Listed = { fileName: string; read: () => Promise<IncomingFile | Refusal> };

export type FileList = {
  files: Listed[];
  /** Archives and folders of the SEC's Insider Transactions Data Sets, recognised by their content. */
  dataSets: string[];
  /** Files in folders and archives that their name rules out. */
  skipped: number;
};

/** A path on the command line that does not exist. */
export class PathNotFound extends Error {}

/** The largest file that we read: a submission may have exhibits. The largest real ones are under 1 MB. */
const LARGEST_FILE = 64_000_000;

/**
 * Lists the files at some paths: files as named, folders with everything below them, `.zip` archives by their members. In folders
 * and archives only `.xml`, `.zip` and the kinds of file that a paper form may be are candidates, and the latter only if they
 * turn out to be a form. An archive or folder with tables of a data set counts as one. A folder is visited once, however many
 * links lead to it.
 */
export async function listFiles(paths: string[]): Promise<FileList> {
  const list: FileList = { files: [], dataSets: [], skipped: 0 };
  const visited = new Set<string>();
  for (const path of paths) await addPath(path, list, visited, true);
  return list;
}

async function addPath(path: string, list: FileList, visited: Set<string>, isNamed: boolean) {
  const found = await stat(path).catch(() => null);
  if (!found) {
    if (isNamed) throw new PathNotFound(`There is no file or folder at ${path}.`);
    if (isXml(path)) refuseAtOnce(list, path, "the link points to a file that does not exist");
    else list.skipped += 1;
    return;
  }
  if (found.isDirectory()) {
    const real = await realpath(path);
    if (visited.has(real)) return;
    visited.add(real);
    try {
      if (await isDataSet(path, isNamed)) list.dataSets.push(path);
      else
        for (const name of (await readdir(path)).sort())
          if (!name.startsWith(".")) await addPath(join(path, name), list, visited, false);
    } catch (error) {
      refuseAtOnce(list, path, `the folder cannot be read: ${reasonOf(error)}`);
    }
  } else if (!found.isFile()) {
    // Reading a pipe or a device could take forever.
    if (isNamed || isCandidate(path) || isArchive(path)) refuseAtOnce(list, path, "not a regular file");
    else list.skipped += 1;
  } else if (isArchive(path)) {
    if (await isDataSet(path, isNamed).catch(() => false)) list.dataSets.push(path);
    else await addArchive(path, found.size, list);
  } else if (isNamed || isCandidate(path)) {
    list.files.push({ fileName: path, read: () => readListed(path, found.size, isNamed) });
  } else {
    list.skipped += 1;
  }
}

const isXml = (name: string) => /\.xml$/i.test(name);
const isArchive = (name: string) => /\.zip$/i.test(name);
const isCandidate = (name: string) => /\.(xml|txt|html?|pdf|png|jpe?g)$/i.test(name);

async function readListed(path: string, size: number, isNamed: boolean): Promise<IncomingFile | Refusal> {
  if (size > LARGEST_FILE) {
    return unreadRefusal(path, `the file is too large (${inMb(size)} MB). The limit is ${inMb(LARGEST_FILE)} MB`, size);
  }
  try {
    return asCandidate({ fileName: path, bytes: await readFile(path) }, isNamed);
  } catch (error) {
    return unreadRefusal(path, `the file cannot be read: ${reasonOf(error)}`);
  }
}

/** A file called `.xml` is always stored, or refused by name; other files in a folder may be anything. */
const asCandidate = (file: IncomingFile, isNamed: boolean): IncomingFile =>
  isNamed || isXml(file.fileName) || !isPaper(file.bytes) ? file : { ...file, isAmongOthers: true };

async function addArchive(path: string, size: number, list: FileList) {
  let archive: Archive;
  try {
    archive = await Archive.list(path);
  } catch (error) {
    const message = `not a readable zip archive: ${reasonOf(error)}`;
    const bytes = size > LARGEST_FILE ? null : await readFile(path).catch(() => null);
    list.files.push({
      fileName: path,
      read: async () =>
        bytes
          ? { fileName: path, bytes, sha256: sha256(bytes), line: null, message }
          : unreadRefusal(path, message, size),
    });
    return;
  }
  for (const member of archive.members) {
    const fileName = `${path}/${member.name}`;
    if (isArchive(member.name)) {
      refuseAtOnce(list, fileName, "we do not open archives inside archives: unpack it first");
    } else if (!isCandidate(member.name)) {
      list.skipped += 1;
    } else if (member.problem !== null) {
      refuseAtOnce(list, fileName, `cannot be read from the archive: ${member.problem}`);
    } else {
      archive.expect();
      list.files.push({ fileName, read: () => readMember(archive, member, fileName) });
    }
  }
}

async function readMember(archive: Archive, member: ZipMember, fileName: string): Promise<IncomingFile | Refusal> {
  try {
    return asCandidate({ fileName, bytes: await archive.read(member, LARGEST_FILE) }, false);
  } catch (error) {
    return unreadRefusal(fileName, `damaged in the archive: ${reasonOf(error)}`, member.entry.crc32);
  }
}

const refuseAtOnce = (list: FileList, fileName: string, message: string) =>
  list.files.push({ fileName, read: async () => unreadRefusal(fileName, message) });

/** The refusal of a file whose bytes are unavailable. Its name and another number replace their digest. */
const unreadRefusal = (fileName: string, message: string, number = 0): Refusal => ({
  fileName,
  bytes: Buffer.alloc(0),
  sha256: sha256(`${fileName}:${number}`),
  line: null,
  message,
});

/** What went wrong, without the path, which the file's name already gives. */
const reasonOf = (error: unknown): string => {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.replace(/^(E[A-Z]+): ([^,]+), .*$/s, "$2");
};
