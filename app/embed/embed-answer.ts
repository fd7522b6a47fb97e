import { loadCardState } from "@/app/cards/card-state";
import { siteUrl } from "@/app/site-url";
import { type Chart, chartInEmbed } from "@/components/charts/chart-picture";
import type { Card } from "@/lib/cards/card";
import { embedPage } from "@/lib/embeds/embed-page";
import { EMBED_POLICY } from "@/lib/requests/security-headers.mjs";

type Besides = {
  /** Those of the card, if it draws something else. */
  rows?: Card["body"];
  chart?: Chart | null;
};

/** A page that other sites may show in theirs. */
export async function embedAnswer(
  url: string,
  card: Card,
  { rows = card.body, chart = null }: Besides = {},
): Promise<Response> {
  const [path = "", search = ""] = url.split(/(?=\?)/);
  const { footing } = await loadCardState(path, search);
  return new Response(embedPage({ card, rows, chart: chart && chartInEmbed(chart), home: siteUrl() + url, footing }), {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": EMBED_POLICY },
  });
}
