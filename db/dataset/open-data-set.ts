import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import type { ZipFile } from "yauzl";
import { openZip, type ZipMember, zipMembers } from "@/db/ingest/zip-entries";
import { type DataSetMember, memberOfFile } from "@/lib/dataset/data-set-columns";

/** A data set that cannot be loaded, with the reason in plain words. The database is unchanged. */
export class DataSetRefused extends Error {}

export type DataSetFile = {
  /** `2024q3_form345.zip`, without folders, so that it is the same wherever the file is. */
  fileName: string;
  /** Of the archive's bytes; null for a folder of unpacked tables, or if it was not requested. */
  sha256: string | null;
  /** Bytes, unpacked. */
  sizes: Partial<Record<DataSetMember, number>>;
  /** The bytes of a member; null if the data set has none. */
  read: (member: DataSetMember) => Promise<Buffer | null>;
  close: () => void;
};

/** Far larger than any quarter's largest table, and still within the memory of the process. */
const LARGEST_MEMBER = 256 * 1024 * 1024;

/**
 * Opens a quarter: the SEC's archive, or a folder with its unpacked tables. Without `hash` it is only inspected.
 * @throws DataSetRefused if it is damaged or has no SUBMISSION.tsv.
 */
export async function openDataSet(path: string, { hash = true } = {}): Promise<DataSetFile> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new DataSetRefused(`there is no file or folder at ${path}`);
  return found.isDirectory() ? openFolder(path) : openArchive(path, hash);
}

async function openFolder(path: string): Promise<DataSetFile> {
  const files = new Map<DataSetMember, string>();
  const sizes: DataSetFile["sizes"] = {};
  for (const name of (await readdir(path)).sort()) {
    const member = memberOfFile(name);
    if (member === null || files.has(member)) continue;
    files.set(member, join(path, name));
    sizes[member] = (await stat(join(path, name))).size;
  }
  requireSubmission(sizes);
  return {
    fileName: basename(path),
    sha256: null,
    sizes,
    read: async (member) => {
      const file = files.get(member);
      return file === undefined ? null : readFile(file);
    },
    close() {},
  };
}

async function openArchive(path: string, hash: boolean): Promise<DataSetFile> {
  let zip: ZipFile;
  const members = new Map<DataSetMember, ZipMember>();
  const sizes: DataSetFile["sizes"] = {};
  try {
    zip = await openZip(path);
  } catch (error) {
    throw damaged(error);
  }
  try {
    for (const zipped of await zipMembers(zip)) {
      const member = memberOfFile(zipped.name);
      if (member === null || members.has(member)) continue;
      members.set(member, zipped);
      sizes[member] = zipped.entry.uncompressedSize;
    }
    requireSubmission(sizes);
    return {
      fileName: basename(path),
      sha256: hash ? await sha256OfFile(path) : null,
      sizes,
      read: async (member) => {
        const zipped = members.get(member);
        return zipped === undefined ? null : readMember(zip, zipped);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof DataSetRefused ? error : damaged(error);
  }
}

function requireSubmission(sizes: DataSetFile["sizes"]) {
  if (sizes.SUBMISSION === undefined) {
    throw new DataSetRefused("it has no SUBMISSION.tsv, which lists the filings");
  }
  for (const [member, size] of Object.entries(sizes)) {
    if (size > LARGEST_MEMBER)
      throw new DataSetRefused(`${member}.tsv is ${Math.round(size / 1e6)} MB, which is too large for one quarter`);
  }
}

const damaged = (error: unknown) =>
  new DataSetRefused(
    `it is not a complete zip archive; it is damaged or was cut off (${error instanceof Error ? error.message : String(error)})`,
  );

const inflate = promisify<Buffer, { chunkSize: number; maxOutputLength: number }, Buffer>(inflateRaw);

/** Unpack it in one piece on a thread of its own. Piece by piece it would take thousands of turns of this one. */
async function readMember(zip: ZipFile, { entry, name, problem }: ZipMember): Promise<Buffer> {
  try {
    if (problem !== null) throw new Error(problem);
    const packed = await packedBytes(zip, entry);
    const size = Math.max(64, entry.uncompressedSize);
    const bytes =
      entry.compressionMethod === 0 ? packed : await inflate(packed, { chunkSize: size, maxOutputLength: size });
    if (bytes.length !== entry.uncompressedSize) throw new Error(`${bytes.length} bytes of ${entry.uncompressedSize}`);
    if (crc32(bytes) !== entry.crc32) throw new Error("its checksum does not match");
    return bytes;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataSetRefused(`${name} is damaged in the archive (${reason})`);
  }
}

const packedBytes = (zip: ZipFile, entry: ZipMember["entry"]) =>
  new Promise<Buffer>((resolve, reject) => {
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
      reject(new Error(`it uses compression method ${entry.compressionMethod}, which we cannot read`));
      return;
    }
    const options = entry.compressionMethod === 8 ? { decompress: false } : {};
    zip.openReadStream(entry, options, (error, stream) => {
      if (!stream) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => resolve(Buffer.concat(chunks)));
      stream.on("error", reject);
    });
  });

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest("hex");
}
