/** The end of the path of a page's card. */
export const CARD = "/card.png";

/** The parameter with which the address of a card changes whenever the card does. */
export const CARD_VERSION = "v";

/** The page of which an address is the card; null if it is not one. */
export function pageOfCard(path: string, search: string): { path: string; search: string } | null {
  if (!path.endsWith(CARD)) return null;
  const kept = search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "" && !pair.startsWith(`${CARD_VERSION}=`));
  return { path: path.slice(0, -CARD.length), search: kept.length === 0 ? "" : `?${kept.join("&")}` };
}
