import type { GreyImage } from "@/paper/words/png";

const MOST_DEGREES = 3;

/** The page straightened, so that its lines of text and rulings are horizontal. */
export function deskewed(image: GreyImage): GreyImage {
  const slope = slopeOf(image);
  return Math.abs(slope) < 0.0004 ? image : sheared(image, slope);
}

/** How far lines sink to the right: the slope at which dark points fall into the fewest rows. */
function slopeOf(image: GreyImage): number {
  const points = darkPoints(image);
  const best = (from: number, to: number, step: number) => {
    let found = { slope: 0, score: -1 };
    for (let slope = from; slope <= to; slope += step) {
      const score = gathered(points, slope, image.height);
      if (score > found.score) found = { slope, score };
    }
    return found.slope;
  };
  const most = Math.tan((MOST_DEGREES * Math.PI) / 180);
  const rough = best(-most, most, 0.002);
  return best(rough - 0.002, rough + 0.002, 0.0002);
}

type Points = { x: Uint16Array; y: Uint16Array };

function darkPoints({ width, height, data }: GreyImage): Points {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 0; x < width; x += 3) {
      if ((data[y * width + x] ?? 255) < 110) {
        xs.push(x);
        ys.push(y);
      }
    }
  }
  return { x: Uint16Array.from(xs), y: Uint16Array.from(ys) };
}

function gathered({ x, y }: Points, slope: number, height: number): number {
  const rows = new Float64Array(height * 2);
  for (let at = 0; at < x.length; at++) {
    const row = Math.round((y[at] ?? 0) - slope * (x[at] ?? 0)) + (height >> 1);
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count) => sum + count * count, 0);
}

/** A small rotation, as a vertical and a horizontal shear. */
function sheared({ width, height, data }: GreyImage, slope: number): GreyImage {
  const turned = new Uint8Array(width * height).fill(255);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = x - slope * (y - middleY);
      const fromY = y + slope * (x - middleX);
      const [x0, y0] = [Math.floor(fromX), Math.floor(fromY)];
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const [dx, dy] = [fromX - x0, fromY - y0];
      const at = y0 * width + x0;
      const above = (data[at] ?? 255) * (1 - dx) + (data[at + 1] ?? 255) * dx;
      const below = (data[at + width] ?? 255) * (1 - dx) + (data[at + width + 1] ?? 255) * dx;
      turned[y * width + x] = above * (1 - dy) + below * dy;
    }
  }
  return { width, height, data: turned };
}
