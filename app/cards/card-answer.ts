import { pngAnswer } from "@/app/pictures/picture-answer";
import { measureText } from "@/app/pictures/picture-fonts";
import { CARD_SIZE, type Card } from "@/lib/cards/card";
import { drawCard } from "@/lib/cards/draw-card";

/**
 * The card of a page.
 * @param find loads what the card shows, or answers that there is no such page
 */
export const cardAnswer = (request: Request, find: () => Promise<Card | Response>): Promise<Response> =>
  pngAnswer(request, {
    name: "card",
    width: CARD_SIZE.width,
    draw: async (footing) => {
      const card = await find();
      return card instanceof Response ? card : drawCard(card, footing, measureText);
    },
  });
