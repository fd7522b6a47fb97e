import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";

const deflate = promisify<Buffer, { level: number; chunkSize: number }, Buffer>(deflateRaw);

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DEFLATED = 8;
const VERSION = 20;

/** Writes a zip archive of a few files that fit in memory. */
export async function writeZip(path: string, files: { name: string; bytes: Buffer }[]) {
  const packed = await Promise.all(
    files.map(async ({ name, bytes }) => ({
      name: Buffer.from(name),
      size: bytes.length,
      crc: crc32(bytes),
      bytes: await deflate(bytes, { level: 1, chunkSize: Math.max(1024, Math.ceil(bytes.length / 2)) }),
    })),
  );
  const file = await open(path, "w");
  try {
    const directory: Buffer[] = [];
    let at = 0;
    for (const { name, size, crc, bytes } of packed) {
      const facts = Buffer.alloc(26);
      facts.writeUInt16LE(VERSION, 0);
      facts.writeUInt16LE(DEFLATED, 4);
      facts.writeUInt32LE(crc, 10);
      facts.writeUInt32LE(bytes.length, 14);
      facts.writeUInt32LE(size, 18);
      facts.writeUInt16LE(name.length, 22);
      await file.writev([signature(LOCAL), facts, name, bytes]);
      const place = Buffer.alloc(14);
      place.writeUInt32LE(at, 10);
      directory.push(signature(CENTRAL), versionMadeBy(), facts, place, name);
      at += 30 + name.length + bytes.length;
    }
    const central = Buffer.concat(directory);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(files.length, 4);
    end.writeUInt16LE(files.length, 6);
    end.writeUInt32LE(central.length, 8);
    end.writeUInt32LE(at, 12);
    await file.writev([central, signature(END), end]);
  } finally {
    await file.close();
  }
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

function versionMadeBy(): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(VERSION, 0);
  return bytes;
}
