/** The end of the path of a page's card. */
const CARD = "/card.png";

/** The parameter with which the address of a card changes whenever the card does. */
export const CARD_VERSION = "v";

/** The picture that others show beside a link to a page. With its version in the address, it may be kept for ever. */
export function cardUrl(url: string, version?: string): string {
  const [path = "", query] = url.split("?");
  const params = [query, version && `${CARD_VERSION}=${version}`].filter(Boolean).join("&");
  return `${path}${CARD}${params === "" ? "" : `?${params}`}`;
}

/** The page of which an address is the card; null if it is not one. */
export function pageOfCard(path: string, search: string): { path: string; search: string } | null {
  if (!path.endsWith(CARD)) return null;
  const kept = search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "" && !pair.startsWith(`${CARD_VERSION}=`));
  return { path: path.slice(0, -CARD.length), search: kept.length === 0 ? "" : `?${kept.join("&")}` };
}
