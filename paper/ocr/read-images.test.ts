import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { imageSize } from "@/paper/image-type";
import { deskewed } from "@/paper/words/ocr/deskewed";
import { inkOf, levelRulings, uprightRulings } from "@/paper/words/ocr/rulings";
import { tableBands } from "@/paper/words/ocr/table-bands";
import { decodePng, encodePng, type GreyImage } from "@/paper/words/png";
import { readImages } from "./read-images";

const blank = (width: number, height: number): GreyImage => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(230),
});

/** A table of three columns and two rows, as scanned. `slope` is how far its lines sink. */
function ruled(slope = 0): GreyImage {
  const image = blank(600, 300);
  const dot = (x: number, y: number) => {
    const row = Math.round(y + slope * x);
    if (row >= 0 && row < image.height) image.data[row * image.width + Math.round(x)] = 20;
  };
  for (const y of [60, 61, 140, 141, 220, 221]) for (let x = 50; x <= 550; x++) dot(x, y);
  for (const x of [50, 51, 200, 201, 400, 401, 549, 550]) for (let y = 60; y <= 221; y++) dot(x, y);
  return image;
}

describe("the drawn cells of a scanned page", () => {
  test("are found by the rulings around them", () => {
    const ink = inkOf(ruled());
    const bands = tableBands(levelRulings(ink, 60), uprightRulings(ink, 20));
    expect(bands.map(({ cells }) => cells.length)).toEqual([3, 3]);
  });

  test("are found on a page that was scanned at an angle", () => {
    const ink = inkOf(deskewed(ruled(0.015)));
    const bands = tableBands(levelRulings(ink, 60), uprightRulings(ink, 20));
    expect(bands.map(({ cells }) => cells.length)).toEqual([3, 3]);
  });
});

describe("images", () => {
  test("reads a PNG as it was written, and its size without decoding it", () => {
    const image = { width: 3, height: 2, data: Uint8Array.from([0, 128, 255, 255, 128, 0]) };
    expect(decodePng(encodePng(image))).toEqual(image);
    expect(imageSize(encodePng(image))).toEqual({ width: 3, height: 2 });
  });

  /** A PNG with one line of points, without checksums, which we do not read. */
  const line = (width: number, depth: number, colour: number, points: Buffer, palette: number[] = []) => {
    const chunk = (name: string, body: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(body.length);
      return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(1, 4);
    header.set([depth, colour], 8);
    return Buffer.concat([
      encodePng(blank(1, 1)).subarray(0, 8),
      chunk("IHDR", header),
      chunk("PLTE", Buffer.from(palette)),
      chunk("IDAT", deflateSync(Buffer.concat([Buffer.from([0]), points]))),
    ]);
  };
  const greys = (file: Buffer) => Array.from(decodePng(file)?.data ?? []);

  test("reads a PNG of few bits, of a palette, and of colours as grey", () => {
    expect(greys(line(10, 1, 0, Buffer.from([0b10110000, 0b01000000])))).toEqual([
      255, 0, 255, 255, 0, 0, 0, 0, 0, 255,
    ]);
    expect(greys(line(3, 4, 0, Buffer.from([0x0f, 0x80])))).toEqual([0, 255, 136]);
    // 0.3 × 200 + 0.59 × 100 + 0.11 × 10 = 120.1
    const colours = [200, 100, 10, 255, 255, 255];
    expect(greys(line(2, 1, 3, Buffer.from([0b10000000]), colours))).toEqual([255, 120]);
    expect(greys(line(2, 8, 2, Buffer.from(colours)))).toEqual([120, 255]);
    expect(greys(line(1, 8, 6, Buffer.from([200, 100, 10, 0])))).toEqual([120]);
    expect(greys(line(2, 8, 4, Buffer.from([7, 255, 9, 0])))).toEqual([7, 9]);
  });

  test("inflates no more of a PNG than its size needs", () => {
    expect(() => decodePng(line(10, 8, 0, Buffer.alloc(1_000_000)))).toThrow(RangeError);
  });

  test("refuses too many pages, too large a page, and a file that is not an image, before reading anything", async () => {
    const page = encodePng(blank(10, 10));
    expect(await readImages(Array.from({ length: 31 }, () => page))).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("31 pages"),
    });
    expect(await readImages([Buffer.from("no picture")])).toMatchObject({ outcome: "refused" });
    expect(await readImages([])).toMatchObject({ outcome: "refused" });
    const vast = Buffer.from(page);
    vast.writeUInt32BE(100_000, 16);
    vast.writeUInt32BE(100_000, 20);
    expect(await readImages([vast])).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("megapixels"),
    });
  });

  test("reports a file that begins like an image but is not one", async () => {
    const broken = Buffer.concat([encodePng(blank(40, 40)).subarray(0, 45), deflateSync(Buffer.from("x"))]);
    expect(await readImages([broken])).toMatchObject({ outcome: "refused" });
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 40, 0, 40, 1, 1, 0x11, 0, 0, 0, 0]);
    expect(await readImages([jpeg])).toMatchObject({ outcome: "refused" });
  });

  test("a blank page is not a form", async () => {
    expect(await readImages([encodePng(blank(300, 400))])).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("we found no Form"),
    });
  });
});
