import { join } from "node:path";
import { loadCardState } from "@/app/cards/card-state";
import { drawPng } from "@/app/pictures/draw-png";
import { KeptPictures } from "@/app/pictures/kept-pictures";
import { measureText } from "@/app/pictures/picture-fonts";
import { searchOf } from "@/app/search-params";
import { CARD_SIZE, type Card } from "@/lib/cards/card";
import { drawCard } from "@/lib/cards/draw-card";
import { errorAnswer } from "@/lib/representations/answers";
import { CARD_VERSION, pageOfCard } from "@/lib/requests/card-address";
import { DEFAULT_DATA_DIR } from "@/lib/settings";
import { once } from "@/lib/values/once";

const MOST_BYTES = 256 * 1024 * 1024;

const keptCards = once(
  () => new KeptPictures(join(process.env.DATA_DIR?.trim() || DEFAULT_DATA_DIR, "cards"), MOST_BYTES),
);

/** A picture whose address has its version never changes. Another one may be older or newer than the page. */
const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_NOW = "public, max-age=300";

/**
 * The card of a page, which is drawn once for each version of the page.
 * @param find loads what the card shows, or answers that there is no such page
 */
export async function cardAnswer(request: Request, find: () => Promise<Card | Response>): Promise<Response> {
  const search = searchOf(request);
  const { pathname } = new URL(request.url);
  const page = pageOfCard(pathname, search) ?? { path: pathname, search };
  const { version, footing } = await loadCardState(page.path, page.search);
  const asked = new URLSearchParams(search).get(CARD_VERSION);
  const pictures = keptCards();
  const found = () => (version === null ? Promise.resolve(null) : pictures.find(version));
  const known = await found();
  if (known !== null) return picture(known, asked === version);

  let refused: Response | null = null;
  const drawn = await drawPng(
    async () => {
      const card = await find();
      if (!(card instanceof Response)) return drawCard(card, footing, measureText);
      refused = card;
      return null;
    },
    { width: CARD_SIZE.width, find: found, signal: request.signal },
  );
  if (drawn === "busy")
    return errorAnswer(503, "Too many pictures are being drawn. Try again in a moment.", undefined, {
      "retry-after": "5",
    });
  if (drawn === null) return refused ?? errorAnswer(404, "There is no picture at this address.");
  if (version !== null) await pictures.keep(version, drawn);
  return picture(drawn, version !== null && asked === version);
}

const picture = (bytes: Buffer, isVersioned: boolean) =>
  new Response(new Uint8Array(bytes), {
    headers: { "content-type": "image/png", "cache-control": isVersioned ? FOR_EVER : FOR_NOW },
  });
