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
  }, 60_000);

  test("a blank page is not a form", async () => {
    expect(await readImages([encodePng(blank(300, 400))])).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("we found no Form"),
    });
  }, 60_000);
});
