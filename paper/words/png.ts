import { crc32, deflateSync, inflateSync } from "node:zlib";

/** An image in grey: one byte for each point, 0 is black. */
export type GreyImage = { width: number; height: number; data: Uint8Array };

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes per point by the PNG's colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Reads a PNG with 1 to 8 bits a channel that is not interlaced. Null for any other.
 *
 * We use no library, because files come from strangers: `fast-png` 8 inflates a file of 380 kB to 1.2 GB before it looks at the
 * size of the image, and `pngjs` 7 does so if the image is interlaced, and takes four bytes for each point.
 */
export function decodePng(bytes: Uint8Array): GreyImage | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 8).equals(SIGNATURE)) return null;
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const [depth = 0, colour = 0, , , interlace = 0] = file.subarray(24, 29);
  const channels = CHANNELS[colour];
  if (channels === undefined || depth > 8 || interlace !== 0) return null;
  const parts: Buffer[] = [];
  let palette = Buffer.alloc(0);
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === "IDAT") parts.push(body);
    if (name === "PLTE") palette = Buffer.from(body);
    at += 12 + length;
  }
  const stride = Math.ceil((width * channels * depth) / 8);
  const lines = inflateSync(Buffer.concat(parts), { maxOutputLength: (stride + 1) * height + 16 });
  unfilter(lines, stride, height, Math.max(1, (channels * depth) >> 3));
  const data = new Uint8Array(width * height);
  const most = (1 << depth) - 1;
  const greys = Uint8Array.from({ length: most + 1 }, (_, sample) =>
    colour === 3
      ? grey(palette[sample * 3] ?? 0, palette[sample * 3 + 1] ?? 0, palette[sample * 3 + 2] ?? 0)
      : (sample * 255) / most,
  );
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1) + 1;
    for (let x = 0; x < width; x++) {
      const at = row + x * channels;
      const bit = x * depth;
      data[y * width + x] =
        channels >= 3
          ? grey(lines[at] ?? 0, lines[at + 1] ?? 0, lines[at + 2] ?? 0)
          : depth === 8
            ? (lines[at] ?? 0)
            : ((lines[row + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & most;
    }
    if (channels < 3) for (let at = y * width; at < (y + 1) * width; at++) data[at] = greys[data[at] ?? 0] ?? 0;
  }
  return { width, height, data };
}

const grey = (red: number, green: number, blue: number): number => Math.round(red * 0.3 + green * 0.59 + blue * 0.11);

function unfilter(lines: Buffer, stride: number, height: number, step: number) {
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1) + 1;
    const filter = lines[row - 1] ?? 0;
    if (filter === 0) continue;
    for (let x = 0; x < stride; x++) {
      const left = x >= step ? (lines[row + x - step] ?? 0) : 0;
      const up = y > 0 ? (lines[row + x - stride - 1] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (lines[row + x - step - stride - 1] ?? 0) : 0;
      const before =
        filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : nearest(left, up, corner);
      lines[row + x] = ((lines[row + x] ?? 0) + before) & 0xff;
    }
  }
}

function nearest(left: number, up: number, corner: number) {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

/** The image as a PNG file. A higher level makes it smaller, and takes longer. */
export function encodePng({ width, height, data }: GreyImage, level = 1): Buffer {
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) lines.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(lines, { level })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.from(name, "latin1"), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(whole));
  return Buffer.concat([length, whole, sum]);
}
