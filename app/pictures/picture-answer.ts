import { join } from "node:path";
import { loadCardState } from "@/app/cards/card-state";
import { drawPng } from "@/app/pictures/draw-png";
import { KeptPictures } from "@/app/pictures/kept-pictures";
import { searchOf } from "@/app/search-params";
import { errorAnswer } from "@/lib/representations/answers";
import { CARD_VERSION, pageOfPicture } from "@/lib/requests/card-address";
import { DATA_POLICY } from "@/lib/requests/security-headers.mjs";
import { DEFAULT_DATA_DIR } from "@/lib/settings";
import { once } from "@/lib/values/once";

const MOST_BYTES = 256 * 1024 * 1024;

const keptPictures = once(
  () => new KeptPictures(join(process.env.DATA_DIR?.trim() || DEFAULT_DATA_DIR, "cards"), MOST_BYTES),
);

/** A picture whose address has a version never changes. Any other may be older or newer than the page. */
const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_NOW = "public, max-age=300";

type Drawing = {
  /** Distinguishes the pictures of one page. */
  name: "card" | "chart";
  width: number;
  /** The picture as SVG, or the answer that there is no such page. `footing` says what the record is, and its day. */
  draw: (footing: string) => Promise<string | Response>;
};

/** A picture of a page as PNG, which is drawn once for each version of the page. */
export async function pngAnswer(request: Request, { name, width, draw }: Drawing): Promise<Response> {
  const { version, footing } = await stateOf(request);
  const asked = new URLSearchParams(searchOf(request)).get(CARD_VERSION);
  const pictures = keptPictures();
  const kept = version && (name === "card" ? version : `${version}-${name}`);
  const found = () => (kept === null ? Promise.resolve(null) : pictures.find(kept));
  const known = await found();
  if (known !== null) return picture(new Uint8Array(known), "image/png", asked === version);

  let refused: Response | null = null;
  const drawn = await drawPng(
    async () => {
      const svg = await draw(footing);
      if (typeof svg === "string") return svg;
      refused = svg;
      return null;
    },
    { width, find: found, signal: request.signal },
  );
  if (drawn === "busy")
    return errorAnswer(503, "Too many pictures are being drawn. Try again in a moment.", undefined, {
      "retry-after": "5",
    });
  if (drawn === null) return refused ?? errorAnswer(404, "There is no picture at this address.");
  if (kept !== null) await pictures.keep(kept, drawn);
  return picture(new Uint8Array(drawn), "image/png", version !== null && asked === version);
}

/** The same as SVG, which takes less time to draw than to keep. */
export async function svgAnswer(request: Request, draw: Drawing["draw"]): Promise<Response> {
  const svg = await draw((await stateOf(request)).footing);
  if (typeof svg !== "string") return svg;
  const answer = picture(svg, "image/svg+xml; charset=utf-8", false);
  // Opened by itself, an SVG is a document.
  answer.headers.set("content-security-policy", DATA_POLICY);
  return answer;
}

function stateOf(request: Request) {
  const search = searchOf(request);
  const { pathname } = new URL(request.url);
  const page = pageOfPicture(pathname, search) ?? { path: pathname, search };
  return loadCardState(page.path, page.search);
}

const picture = (body: BodyInit, type: string, isVersioned: boolean) =>
  new Response(body, { headers: { "content-type": type, "cache-control": isVersioned ? FOR_EVER : FOR_NOW } });
