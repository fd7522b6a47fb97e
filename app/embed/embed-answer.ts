import { loadCardState } from "@/app/cards/card-state";
import { siteUrl } from "@/app/site-url";
import type { Card } from "@/lib/cards/card";
import { embedPage } from "@/lib/embeds/embed-page";
import { EMBED_POLICY } from "@/lib/requests/security-headers.mjs";

/** A page as other sites may show it in theirs. `rows` are those of the card, if it draws something else. */
export async function embedAnswer(url: string, card: Card, rows: Card["body"] = card.body): Promise<Response> {
  const { footing } = await loadCardState(url, "");
  return new Response(embedPage({ card, rows, home: siteUrl() + url, footing }), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": EMBED_POLICY },
  });
}
