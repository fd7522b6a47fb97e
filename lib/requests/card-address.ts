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

/** The chart of the page of an insider or issuer as a file. */
export function chartUrl(url: string, format: "png" | "svg"): string {
  const [path = "", query] = url.split("?");
  return `${path}/chart.${format}${query ? `?${query}` : ""}`;
}

const PICTURE = /\/(?:card\.png|chart\.(?:png|svg))$/;

/** The page of which an address is the card or the chart; null if it is neither. */
export function pageOfPicture(path: string, search: string): { path: string; search: string } | null {
  if (!PICTURE.test(path)) return null;
  const kept = search
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "" && !pair.startsWith(`${CARD_VERSION}=`));
  return { path: path.replace(PICTURE, ""), search: kept.length === 0 ? "" : `?${kept.join("&")}` };
}
