import { crc32 } from "node:zlib";
import type { ZipFile } from "yauzl";
import { inMb } from "@/db/ingest/read-incoming";
import { openZip, type ZipMember, zipMembers } from "@/db/ingest/zip-entries";

/** A zip archive that is opened when a member is read and closed after the last one. */
export class Archive {
  private zip: Promise<ZipFile> | null = null;
  private unread = 0;

  private constructor(
    private readonly path: string,
    readonly members: readonly ZipMember[],
  ) {}

  /** @throws if it is not an archive, or its directory is damaged */
  static async list(path: string): Promise<Archive> {
    const zip = await openZip(path);
    try {
      return new Archive(path, await zipMembers(zip));
    } finally {
      zip.close();
    }
  }

  /** Announces that a member will be read, once. */
  expect() {
    this.unread += 1;
  }

  /** @throws if the member is damaged, or larger than `limit` bytes */
  async read({ entry }: ZipMember, limit: number): Promise<Buffer> {
    this.zip ??= openZip(this.path);
    const zip = await this.zip;
    try {
      return await unpack(zip, entry, limit);
    } finally {
      this.unread -= 1;
      if (this.unread === 0) {
        this.zip = null;
        zip.close();
      }
    }
  }
}

const unpack = (zip: ZipFile, entry: ZipMember["entry"], limit: number) =>
  new Promise<Buffer>((resolve, reject) => {
    if (entry.uncompressedSize > limit) {
      reject(new Error(`it is too large (${inMb(entry.uncompressedSize)} MB); the limit is ${inMb(limit)} MB`));
      return;
    }
    zip.openReadStream(entry, (error, stream) => {
      if (!stream) {
        reject(error);
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > entry.uncompressedSize) stream.destroy(new Error("it is larger than the archive says"));
        else chunks.push(chunk);
      });
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        // A damaged member may still unpack, to another filing than was packed.
        if (bytes.length !== entry.uncompressedSize) reject(new Error("it is shorter than the archive says"));
        else if (crc32(bytes) !== entry.crc32) reject(new Error("its checksum does not match"));
        else resolve(bytes);
      });
      stream.on("error", reject);
    });
  });
