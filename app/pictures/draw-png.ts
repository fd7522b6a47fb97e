import { renderAsync } from "@resvg/resvg-js";
import { encodePng } from "@/app/pictures/encode-png";
import { PICTURE_FONTS } from "@/app/pictures/picture-fonts";
import { Turns } from "@/app/turns";

/** Each takes a core for a twentieth of a second. Others wait, but not as long as those who fetch pictures do. */
const turns = new Turns({ atOnce: 2, waiting: 40, patience: 8_000 });

/**
 * An SVG of ours as a PNG, drawn outside the thread that answers readers. Null if there is nothing to draw, "busy" if too many others wait.
 * @param find looks again for the picture when it is its turn, because those before may have drawn it
 */
export async function drawPng(
  svg: () => Promise<string | null>,
  { width, find, signal }: { width: number; find: () => Promise<Buffer | null>; signal?: AbortSignal },
): Promise<Buffer | "busy" | null> {
  const turn = await turns.take(signal);
  if (turn === null) return "busy";
  try {
    const known = await find();
    if (known !== null) return known;
    const drawn = await svg();
    if (drawn === null) return null;
    const picture = await renderAsync(drawn, { font: PICTURE_FONTS, fitTo: { mode: "width", value: width } });
    return await encodePng(picture);
  } finally {
    turn.end();
  }
}
