import type { GreyImage } from "@/paper/words/png";

/** 1 where there is ink. */
export type Ink = { width: number; height: number; data: Uint8Array };

/**
 * A ruling. For a horizontal one `at` is its height, and `from` and `to` are its left and right ends; for a vertical one the axes
 * are swapped.
 */
export type Ruling = { at: number; from: number; to: number; thickness: number };

/** The brightness of the surroundings of each point. */
function surroundings({ width, height, data }: GreyImage): Float32Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const reach = 20;
  const means = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const [y0, y1] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x++) {
      const [x0, x1] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const at = (px: number, py: number) => sums[py * (width + 1) + px] ?? 0;
      means[y * width + x] = (at(x1, y1) - at(x1, y0) - at(x0, y1) + at(x0, y0)) / ((y1 - y0) * (x1 - x0));
    }
  }
  return means;
}

/** A point is ink if it is clearly darker than its surroundings; a shadow is not. */
export function inkOf(image: GreyImage): Ink {
  const means = surroundings(image);
  return { ...image, data: image.data.map((value, at) => (value < (means[at] ?? 255) * 0.8 ? 1 : 0)) };
}

/** The page on white paper. If the paper were grey, its edge would be read as a letter. */
export function onWhitePaper(image: GreyImage): GreyImage {
  const means = surroundings(image);
  // With the ink replaced by the surrounding paper, the rest shows how bright the paper is.
  const bare = image.data.map((value, at) => Math.max(value, Math.min(255, means[at] ?? 255)));
  const paper = surroundings({ ...image, data: bare });
  return {
    ...image,
    data: image.data.map((value, at) => Math.min(255, (value * PAPER) / Math.max(1, paper[at] ?? 255))),
  };
}

/** A little more than white, because paper is not even. */
const PAPER = 262;

const GAP = 4;

/** Horizontal rulings at least `shortest` points long. */
export function levelRulings({ width, height, data }: Ink, shortest: number): Ruling[] {
  const runs: Ruling[] = [];
  for (let y = 1; y < height - 1; y++) {
    let start = -1;
    let last = -1;
    let filled = 0;
    const finish = () => {
      if (start >= 0 && last - start >= shortest && filled > 0.9 * (last - start))
        runs.push({ at: y, from: start, to: last, thickness: 1 });
      start = -1;
      filled = 0;
    };
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const isInk = data[at] === 1 || data[at - width] === 1 || data[at + width] === 1;
      if (isInk) {
        if (start < 0) start = x;
        last = x;
        filled++;
      } else if (start >= 0 && x - last > GAP) finish();
    }
    finish();
  }
  return joined(runs);
}

/** Joins pieces of one ruling that specks or gaps separate. */
export function mended(rulings: Ruling[], gap: number): Ruling[] {
  const whole: Ruling[] = [];
  for (const ruling of [...rulings].sort((a, b) => a.from - b.from)) {
    const known = whole.find((other) => Math.abs(other.at - ruling.at) <= 3 && ruling.from - other.to <= gap);
    if (known) known.to = Math.max(known.to, ruling.to);
    else whole.push({ ...ruling });
  }
  return whole;
}

/** Runs in neighbouring rows are one ruling. */
function joined(runs: Ruling[]): Ruling[] {
  const rulings: (Ruling & { first: number; last: number })[] = [];
  for (const run of runs) {
    const known = rulings.findLast(
      (other) => run.at - other.last <= 2 && run.from <= other.to + GAP && run.to >= other.from - GAP,
    );
    if (!known) rulings.push({ ...run, first: run.at, last: run.at });
    else {
      known.from = Math.min(known.from, run.from);
      known.to = Math.max(known.to, run.to);
      known.last = run.at;
    }
  }
  return rulings
    .map(({ first, last, from, to }) => ({ at: (first + last) / 2, from, to, thickness: last - first + 1 }))
    .filter(({ thickness }) => thickness <= MOST_THICK);
}

/** A ruling is seen one point thicker above and below. Thicker runs are letters or a shadow. */
const MOST_THICK = 14;

function turned({ width, height, data }: Ink): Ink {
  const across = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) across[x * height + y] = data[y * width + x] ?? 0;
  return { width: height, height: width, data: across };
}

export const uprightRulings = (ink: Ink, shortest: number): Ruling[] => levelRulings(turned(ink), shortest);

/** The image without its rulings, which would be read as letters. */
export function withoutRulings(image: GreyImage, levels: Ruling[], uprights: Ruling[]): GreyImage {
  const data = Uint8Array.from(image.data);
  const clear = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < image.width && y < image.height) data[y * image.width + x] = 255;
  };
  for (const { at, from, to, thickness } of levels) {
    const half = thickness / 2;
    for (let y = Math.floor(at - half); y <= Math.ceil(at + half); y++)
      for (let x = from - 2; x <= to + 2; x++) clear(x, y);
  }
  for (const { at, from, to, thickness } of uprights) {
    const half = thickness / 2;
    for (let x = Math.floor(at - half); x <= Math.ceil(at + half); x++)
      for (let y = from - 2; y <= to + 2; y++) clear(x, y);
  }
  return { ...image, data };
}

/** Underlines: short, thin, with nothing directly above and below them. */
export function underlines({ width, height, data }: Ink, shortest: number): Ruling[] {
  const lines: Ruling[] = [];
  const isInk = (x: number, y: number) => data[y * width + x] === 1;
  for (let y = 4; y < height - 4; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(x, y)) continue;
      let end = x;
      while (end < width && isInk(end, y)) end++;
      if (end - x >= shortest) {
        const bare = (row: number, share: number) => {
          let count = 0;
          for (let at = x; at < end; at++) if (!isInk(at, row)) count++;
          return count > share * (end - x);
        };
        const above = [y - 1, y - 2, y - 3].find((row) => bare(row, 0.8));
        const below = [y + 1, y + 2, y + 3].find((row) => bare(row, 0.97));
        if (above !== undefined && below !== undefined && below - above <= 4)
          lines.push({ at: y, from: x, to: end - 1, thickness: 1 });
      }
      x = end;
    }
  }
  return lines;
}

export type InkGroup = { points: number[]; left: number; top: number; right: number; bottom: number };

/** Groups of adjoining points of ink. */
export function inkGroups({ width, height, data }: Ink): InkGroup[] {
  const seen = new Uint8Array(width * height);
  const groups: InkGroup[] = [];
  for (let start = 0; start < data.length; start++) {
    if (data[start] !== 1 || seen[start] === 1) continue;
    const group: InkGroup = { points: [start], left: width, top: height, right: 0, bottom: 0 };
    seen[start] = 1;
    for (let next = 0; next < group.points.length; next++) {
      const at = group.points[next] ?? 0;
      const x = at % width;
      const y = (at - x) / width;
      group.left = Math.min(group.left, x);
      group.right = Math.max(group.right, x + 1);
      group.top = Math.min(group.top, y);
      group.bottom = Math.max(group.bottom, y + 1);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const beside = at + dy * width + dx;
          if (
            x + dx < 0 ||
            x + dx >= width ||
            y + dy < 0 ||
            y + dy >= height ||
            data[beside] !== 1 ||
            seen[beside] === 1
          )
            continue;
          seen[beside] = 1;
          group.points.push(beside);
        }
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Ink without specks: without groups of points smaller than any letter. */
export function withoutSpecks(ink: Ink, smallest: number): Ink {
  const data = Uint8Array.from(ink.data);
  for (const { points } of inkGroups(ink)) if (points.length < smallest) for (const at of points) data[at] = 0;
  return { ...ink, data };
}
