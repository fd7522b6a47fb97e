import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { isDataSet } from "@/db/dataset/open-data-set";
import { type IncomingFile, isPaper, type Refusal, sha256 } from "@/db/ingest/read-incoming";
import { zipEntries } from "@/db/ingest/zip-entries";

/** A file to be read when its turn comes, or an archive that could not be opened. */
export type Listed = { fileName: string; read: () => Promise<IncomingFile | Refusal> };

export type FileList = {
  files: Listed[];
  /** Archives and folders of the SEC's Insider Transactions Data Sets, told by what is in them. */
  dataSets: string[];
  /** Files in folders and archives that are no candidates by their name. */
  skipped: number;
};

/** A path that was named and is not there. */
export class NothingThere extends Error {}

/** A document larger than this is no ownership document; the largest real ones are under 1 MB. */
const LARGEST_FILE = 64 * 1024 * 1024;

/**
 * Lists what the paths hold: files as named, folders through and through, `.zip` archives by their members. In folders
 * and archives only `.xml`, `.zip` and kinds of files that a form on paper may be are candidates, and the latter only if they
 * are one. An archive or folder with tables of a data set is one whole.
 */
export async function listFiles(paths: string[]): Promise<FileList> {
  const list: FileList = { files: [], dataSets: [], skipped: 0 };
  for (const path of paths) await addPath(path, list, true);
  return list;
}

async function addPath(path: string, list: FileList, isNamed: boolean) {
  const found = await stat(path).catch(() => null);
  if (!found) {
    if (isNamed) throw new NothingThere(`There is no file or folder at ${path}.`);
    list.skipped += 1;
    return;
  }
  if (await isDataSet(path, isNamed)) {
    list.dataSets.push(path);
  } else if (found.isDirectory()) {
    const names = (await readdir(path)).sort();
    for (const name of names) if (!name.startsWith(".")) await addPath(join(path, name), list, false);
  } else if (/\.zip$/i.test(path)) {
    await addArchive(path, list);
  } else if (isNamed || isCandidate(path)) {
    list.files.push({
      fileName: path,
      read: async () => asCandidate({ fileName: path, bytes: await readFile(path) }, isNamed),
    });
  } else {
    list.skipped += 1;
  }
}

const isCandidate = (name: string) => /\.(xml|txt|html?|pdf|png|jpe?g)$/i.test(name);

function asCandidate(file: IncomingFile, isNamed: boolean): IncomingFile | Refusal {
  if (file.bytes.length > LARGEST_FILE) {
    const message = `${Math.round(file.bytes.length / 1024 / 1024)} MB: too large for an ownership document`;
    return { fileName: file.fileName, bytes: Buffer.alloc(0), sha256: sha256(file.bytes), line: null, message };
  }
  return isNamed || !isPaper(file.bytes) ? file : { ...file, isAmongOthers: true };
}

/** Archives of filings are read whole: the members are small and compress well. */
async function addArchive(path: string, list: FileList) {
  const bytes = await readFile(path);
  const refuse = (reason: string) =>
    list.files.push({
      fileName: path,
      read: async () => ({
        fileName: path,
        bytes,
        sha256: sha256(bytes),
        line: null,
        message: `not a readable zip archive: ${reason}`,
      }),
    });
  let zip: ZipFile;
  let entries: Entry[];
  try {
    zip = await openZip(bytes);
    entries = await zipEntries(zip);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
    return;
  }
  for (const entry of entries) {
    if (entry.fileName.endsWith("/")) continue;
    const fileName = `${path}/${entry.fileName}`;
    if (!isCandidate(entry.fileName)) {
      list.skipped += 1;
      continue;
    }
    list.files.push({
      fileName,
      read: async () => {
        try {
          return asCandidate({ fileName, bytes: await readEntry(zip, entry) }, false);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          return {
            fileName,
            bytes: Buffer.alloc(0),
            sha256: sha256(`${sha256(bytes)}/${entry.fileName}`),
            line: null,
            message: `damaged in the archive: ${reason}`,
          };
        }
      },
    });
  }
}

const openZip = (bytes: Buffer) =>
  new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => (zip ? resolve(zip) : reject(error))),
  );

const readEntry = (zip: ZipFile, entry: Entry) =>
  new Promise<Buffer>((resolve, reject) => {
    if (entry.uncompressedSize > LARGEST_FILE) {
      reject(new Error("too large for an ownership document"));
      return;
    }
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        // A damaged member may still unpack, into another filing than was packed.
        if (crc32(bytes) === entry.crc32) resolve(bytes);
        else reject(new Error("its checksum does not agree"));
      });
      stream.on("error", reject);
    });
  });
