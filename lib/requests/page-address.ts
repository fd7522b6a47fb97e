import { visibleControls } from "@/lib/values/visible-controls";
import { pageOfPicture } from "./card-address";

export type Thing = {
  /** The page of a code, or of something in the database. */
  directory: "filings" | "insiders" | "issuers" | "codes";
  /** As in the address: a number, a CIK, a ticker, a letter. */
  name: string;
  /** For the page of a filing at one of its rows or notes: `I-2`, `F1`, `remarks`, or whatever else the address has. */
  place?: string;
};

const DATA_FORMAT = /\.(json|csv|ndjson|atom|xml|txt)$/;

/** Whether a path asks for a view in a data format. */
export const isDataPath = (path: string) => DATA_FORMAT.test(path);

/** The page whose content a data path has. */
export const withoutFormat = (path: string) => path.replace(DATA_FORMAT, "").replace(/^\/index$/, "/");

const PART_OF_FILING = /^\/filings\/[^/]+\/(?:original|citation\/[^/]+)$|^\/import\/[^/]+\/image$/;
/** The target of rewritten suffixes. The address also works by itself. */
const AS_FORMAT = /\/as\/[^/]+$/;

/** Of what others may show in frames. */
const EMBEDS = "/embed/";

/** Whether the answer is all or part of a document, and not a page of ours. */
export const answersWithData = (path: string) =>
  isDataPath(path) ||
  isPicture(path) ||
  path.startsWith(EMBEDS) ||
  path === "/oembed" ||
  PART_OF_FILING.test(path) ||
  AS_FORMAT.test(path);

/** Whether a path asks for the card or the chart of a page. Pictures have versions of their own and no tag. */
export const isPicture = (path: string) => pageOfPicture(path, "") !== null;

/** A query without the empty parameters that a plain form sends for fields left blank: `?code=P&filed-from=` is `?code=P`. */
export function withoutEmptyParams(search: string): string {
  const pairs = search.replace(/^\?/, "").split("&");
  const kept = pairs.filter((pair) => !/^[^=]+(?:=(?:\+|%20)*)?$/.test(pair)).join("&");
  return kept === "" ? "" : `?${kept}`;
}

/** Whether every percent sign of a path encodes something. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The subject of a page about one thing; null for any other path, and for data formats, which handle their own errors. */
export function thingInPath(path: string): Thing | null {
  const [, filing, list, place] = path.match(/^\/filings\/([^/]+)\/(rows|notes)\/([^/]+)$/) ?? [];
  if (filing !== undefined && place !== undefined && !isDataPath(path)) {
    // A row that is asked for as a note is not there.
    return { directory: "filings", name: filing, place: (list === "rows") === /^I/.test(place) ? place : "" };
  }
  const [, directory, encoded] = path.match(/^\/(filings|insiders|issuers|codes)\/([^/]+)$/) ?? [];
  if (!directory || !encoded || isDataPath(path)) return null;
  try {
    return { directory: directory as Thing["directory"], name: decodeURIComponent(encoded) };
  } catch {
    // A percent sign that encodes nothing.
    return { directory: directory as Thing["directory"], name: encoded };
  }
}

/** The filing, insider or issuer whose version applies to an address. */
export type Shown = {
  /** The filing, insider or issuer that it is about. */
  thing: (Omit<Thing, "directory"> & { directory: Exclude<Thing["directory"], "codes"> }) | null;
  /** `record` is everything stored and derived; `operations` adds how it was loaded. */
  scope: "thing" | "record" | "operations";
};

/** What the page, data format or file at an address shows. */
export function shownAt(asked: string, query: string): Shown {
  const { path, search } = pageOfPicture(asked, query) ?? { path: asked, search: query };
  const page = path
    .replace(/^\/embed(?=\/)/, "")
    .replace(DATA_FORMAT, "")
    .replace(AS_FORMAT, "")
    .replace(/\/(?:original|citation\/[^/]+)$/, "");
  const { directory, name, place } = thingInPath(page) ?? {};
  if (directory === undefined || name === undefined || directory === "codes")
    return { thing: null, scope: page === "/about/data" ? "operations" : "record" };
  // A filter can name other people and companies, and shows their names.
  const thing = place === undefined ? { directory, name } : { directory, name, place };
  return { thing, scope: directory === "filings" || search === "" ? "thing" : "record" };
}

/** Pages that Next builds for itself, such as `/_global-error`, which it would show as a failure to a reader who asks for it. */
export const isNextsOwn = (path: string) => /^\/_(?!next\/)/.test(path);

const NOWHERE = "/nowhere";

/** A path without a page, for requests that get the page for an unknown address. */
export const nowherePath = (asked: string) => `${NOWHERE}${asked}`;

/** The path as the reader requested it. */
export const askedPath = (path: string) => (path.startsWith(`${NOWHERE}/`) ? path.slice(NOWHERE.length) : path);

/** A path as a person would read it. */
export function readable(path: string): string {
  try {
    return visibleControls(decodeURIComponent(path));
  } catch {
    return path;
  }
}
