import { type RenderedImage, renderAsync } from "@resvg/resvg-js";
import { expect, test, vi } from "vitest";
import { drawPng } from "@/app/pictures/draw-png";

vi.mock("@resvg/resvg-js", async (original) => {
  const resvg = await original<typeof import("@resvg/resvg-js")>();
  const withoutPng = (picture: RenderedImage) =>
    Object.assign(picture, {
      asPng: () => {
        throw new Error("This would compress in the thread that answers readers.");
      },
    });
  return { ...resvg, renderAsync: async (svg: string) => withoutPng(await resvg.renderAsync(svg)) };
});

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="63"><rect width="100%" height="100%" fill="#fbf9f4"/>${content}</svg>`;
const MARKS = svg(
  '<circle cx="40" cy="30" r="20.5" fill="#bf3a10" fill-opacity="0.5"/><path d="M0 60L120 3" stroke="#111"/>',
);

test("a PNG is compressed outside the thread that answers readers, and has the pixels that were drawn", async () => {
  const png = await drawPng(async () => MARKS, { width: 120, find: async () => null });
  if (!(png instanceof Buffer)) throw new Error("Nothing was drawn.");
  const read = await renderAsync(
    svg(`<image width="120" height="63" href="data:image/png;base64,${png.toString("base64")}"/>`),
  );
  const drawn = await renderAsync(MARKS);
  expect([read.width, read.height]).toEqual([120, 63]);
  expect(read.pixels.equals(drawn.pixels)).toBe(true);
  // The marks are in it.
  expect(read.pixels.equals((await renderAsync(svg(""))).pixels)).toBe(false);
});
