import type { GreyImage } from "@/paper/words/png";
import { deskewed } from "./deskewed";
import type { Area } from "./grey-image";
import {
  type Ink,
  inkGroups,
  inkOf,
  levelRulings,
  mended,
  onWhitePaper,
  type Ruling,
  underlines,
  uprightRulings,
  withoutRulings,
  withoutSpecks,
} from "./rulings";
import { type Band, tableBands } from "./table-bands";

/** A straightened page, with the rows of its tables. */
export type ScannedPage = {
  image: GreyImage;
  ink: Ink;
  /** Points per inch. */
  dpi: number;
  bands: Band[];
  levels: Ruling[];
};

const INCHES = { short: 8.5, long: 11 };

export function scannedPage(picture: GreyImage, known: number | null): ScannedPage {
  const straight = onWhitePaper(deskewed(picture));
  const dpi = known ?? straight.width / (straight.width > straight.height ? INCHES.long : INCHES.short);
  const seen = inkOf(straight);
  const levels = mended(levelRulings(seen, Math.round(dpi * 0.3)), Math.round(dpi * 0.07));
  const uprights = mended(uprightRulings(seen, Math.round(dpi * 0.14)), Math.round(dpi * 0.07));
  const image = withoutRulings(straight, underlines(seen, Math.round(dpi * 0.12)), []);
  return {
    image,
    ink: withoutSpecks(inkOf(image), Math.max(6, (dpi / 55) ** 2)),
    dpi,
    bands: tableBands(levels, uprights),
    levels,
  };
}

/** A cell cut out of its page, without the rulings around it, and the box around its ink. */
export type CutCell = { image: GreyImage; ink: Area };

/** Null if there are only specks. */
export function cutCell({ image, ink, dpi }: ScannedPage, { left, top, right, bottom }: Area): CutCell | null {
  const width = Math.max(0, right - left);
  const height = Math.max(0, bottom - top);
  const data = new Uint8Array(width * height);
  const marks = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = (y + top) * image.width + left;
    data.set(image.data.subarray(row, row + width), y * width);
    marks.set(ink.data.subarray(row, row + width), y * width);
  }
  const thin = Math.max(3, dpi * 0.022);
  const box = { left: width, top: height, right: 0, bottom: 0 };
  let count = 0;
  for (const group of inkGroups({ width, height, data: marks })) {
    const touches = group.left <= 1 || group.top <= 1 || group.right >= width - 1 || group.bottom >= height - 1;
    const size = { width: group.right - group.left, height: group.bottom - group.top };
    const isThin = Math.min(size.width, size.height) <= thin;
    // No letter is so tall or so wide.
    const isRuling = isThin && Math.max(size.width, size.height) > dpi * 0.19;
    if (isRuling || (touches && isThin)) {
      for (const at of group.points)
        for (const near of [at - width, at - 1, at, at + 1, at + width])
          if (near >= 0 && near < data.length) data[near] = 255;
      continue;
    }
    count += group.points.length;
    box.left = Math.min(box.left, group.left);
    box.top = Math.min(box.top, group.top);
    box.right = Math.max(box.right, group.right);
    box.bottom = Math.max(box.bottom, group.bottom);
  }
  const isSpeck = count < dpi * 0.06 || (box.bottom - box.top < dpi * 0.035 && box.right - box.left < dpi * 0.05);
  return isSpeck ? null : { image: { width, height, data }, ink: box };
}

/** A cell without its rulings. */
export const inside = ({ left, top, right, bottom }: Area, dpi: number): Area => {
  const edge = Math.max(2, Math.round(dpi * 0.012));
  return {
    left: Math.ceil(left) + edge,
    top: Math.ceil(top) + edge,
    right: Math.floor(right) - edge,
    bottom: Math.floor(bottom) - edge,
  };
};
