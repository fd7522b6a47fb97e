export type Thing = {
  /** A code's page, or that of something in the database. */
  directory: "filings" | "insiders" | "issuers" | "codes";
  /** As it stands in the address: a number, a CIK, a ticker, a letter. */
  name: string;
};

const DATA_FORMAT = /\.(json|csv|atom|xml|txt)$/;

/** Whether a path asks for a view in a data format. */
export const isDataPath = (path: string) => DATA_FORMAT.test(path);

const ORIGINAL_BYTES = /^\/filings\/[^/]+\/original$|^\/import\/[^/]+\/image$/;
/** Where the suffixes are rewritten to; the address works by itself too. */
const AS_FORMAT = /\/as\/[^/]+$/;

/** Whether what is answered comes from a document, whole or in part, and is no page of ours. */
export const answersWithData = (path: string) => isDataPath(path) || ORIGINAL_BYTES.test(path) || AS_FORMAT.test(path);

/** Whether every percent sign of a path encodes something. */
export function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** What the page of one thing is about; null for any other path, and for data formats, which answer for themselves. */
export function thingInPath(path: string): Thing | null {
  const [, directory, encoded] = path.match(/^\/(filings|insiders|issuers|codes)\/([^/]+)$/) ?? [];
  if (!directory || !encoded || isDataPath(path)) return null;
  try {
    return { directory: directory as Thing["directory"], name: decodeURIComponent(encoded) };
  } catch {
    // A per cent sign that encodes nothing.
    return { directory: directory as Thing["directory"], name: encoded };
  }
}

/** Pages that Next builds for itself, such as `/_global-error`: it would show one to a reader who asks for it, as a failure. */
export const isNextsOwn = (path: string) => /^\/_(?!next\/)/.test(path);

const NOWHERE = "/nowhere";

/** A path that no page has, for one that was asked for and leads nowhere. */
export const nowherePath = (asked: string) => `${NOWHERE}${asked}`;

/** The path as the reader asked for it. */
export const askedPath = (path: string) => (path.startsWith(`${NOWHERE}/`) ? path.slice(NOWHERE.length) : path);
