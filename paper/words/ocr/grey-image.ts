import type { GreyImage } from "@/paper/words/png";

export type Area = { left: number; top: number; right: number; bottom: number };

/** A part of the image, enlarged, with a white border. */
export function enlarged(
  image: GreyImage,
  { left, top, right, bottom }: Area,
  factor: number,
  edge: number,
): GreyImage {
  const width = Math.round((right - left) * factor) + 2 * edge;
  const height = Math.round((bottom - top) * factor) + 2 * edge;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height - 2 * edge; y++) {
    const fromY = Math.min(image.height - 1, top + y / factor);
    for (let x = 0; x < width - 2 * edge; x++) {
      data[(y + edge) * width + x + edge] = between(image, Math.min(image.width - 1, left + x / factor), fromY);
    }
  }
  return { width, height, data };
}

function between({ width, height, data }: GreyImage, x: number, y: number) {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [dx, dy] = [x - x0, y - y0];
  const at = (px: number, py: number) => data[py * width + px] ?? 255;
  return Math.round(
    (at(x0, y0) * (1 - dx) + at(x1, y0) * dx) * (1 - dy) + (at(x0, y1) * (1 - dx) + at(x1, y1) * dx) * dy,
  );
}
