import type { Metadata } from "next";
import { loadCardState } from "@/app/cards/card-state";
import { publicSiteUrl } from "@/app/site-url";
import { CARD_SIZE, type Card, cardInWords } from "@/lib/cards/card";
import { embedOf } from "@/lib/embeds/embed-code";
import { cardUrl } from "@/lib/requests/card-address";
import { inFormat, oembedUrl } from "@/lib/urls";

const MEDIA_TYPES = {
  json: "application/json",
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  atom: "application/atom+xml",
} as const;

type Described = { title: string; description?: string; url: string };

/** The metadata of a page: its description, its canonical address and its data formats. */
export const viewMetadata = (
  { title, description, url }: Described,
  formats: readonly (keyof typeof MEDIA_TYPES)[],
): Metadata => ({
  title,
  // Without a description, the page has the site's.
  ...(description !== undefined && { description }),
  alternates: {
    canonical: url,
    types: Object.fromEntries(formats.map((format) => [MEDIA_TYPES[format], inFormat(url, format)])),
  },
});

/** The same for a page with a card, which is shown where somebody shares a link to the page. */
export async function sharedMetadata(
  view: Described,
  card: Card,
  formats: readonly (keyof typeof MEDIA_TYPES)[],
): Promise<Metadata> {
  const sentence = cardInWords(card);
  const description = view.description ?? sentence;
  const site = publicSiteUrl();
  const metadata = viewMetadata({ ...view, description }, formats);
  const shared = { title: view.title, description };
  // Nobody else can fetch a picture from a site that only this machine can reach.
  if (site === null)
    return { ...metadata, openGraph: { ...OPEN_GRAPH, ...shared }, twitter: { card: "summary", ...shared } };
  const [path = "", query] = view.url.split("?");
  const { version } = await loadCardState(path, query ? `?${query}` : "");
  const image = { url: site + cardUrl(view.url, version ?? undefined), alt: sentence };
  return {
    ...metadata,
    alternates: {
      ...metadata.alternates,
      types: {
        ...metadata.alternates?.types,
        ...(embedOf(view.url) && { "application/json+oembed": site + oembedUrl(site + view.url) }),
      },
    },
    openGraph: {
      ...OPEN_GRAPH,
      ...shared,
      url: site + view.url,
      images: [{ ...image, ...CARD_SIZE, type: "image/png" }],
    },
    twitter: { card: "summary_large_image", ...shared, images: [image] },
  };
}

const OPEN_GRAPH = { type: "website", siteName: "Section 16", locale: "en_US" } as const;
