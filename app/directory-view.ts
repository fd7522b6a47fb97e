import { partiesFromCopy } from "@/app/from-copy";
import { countBroader, findUnknownNames } from "@/app/nothing-found";
import { oneParam } from "@/app/search-params";
import { readTickers } from "@/db/queries/asked-parties";
import { countDirectory, listDirectory } from "@/db/queries/list-parties";
import { findPartyNames } from "@/db/queries/party-names";
import { type Db, database } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import {
  type FilingFilter,
  type FilterName,
  filterUrl,
  type IgnoredValue,
  type Params,
  parseFilter,
} from "@/lib/filters/filing-filter";
import { type NameCursor, parseNameCursor, printNameCursor } from "@/lib/filters/name-cursor";
import { relaxedFilters } from "@/lib/filters/relaxed-filters";
import { insidersUrl, issuersUrl } from "@/lib/urls";
import type { Directory, DirectoryView } from "@/lib/views/directory";

export const DIRECTORY_PAGE_SIZE = 50;

export const DIRECTORY_FILTERS: readonly FilterName[] = [
  "insider",
  "issuer",
  "filedFrom",
  "filedTo",
  "tradedFrom",
  "tradedTo",
  "code",
  "form",
];

export const directoryUrl = (directory: Directory) => (directory === "insiders" ? insidersUrl() : issuersUrl());

export type DirectoryQuery = { filter: FilingFilter; ignored: IgnoredValue[]; cursor: NameCursor | null };

export function readDirectoryQuery(params: Params): DirectoryQuery {
  const { filter, ignored } = parseFilter(params, { only: DIRECTORY_FILTERS, others: ["after"] });
  const after = oneParam(params, "after", ignored);
  const cursor = after === undefined ? null : parseNameCursor(after);
  if (after !== undefined && cursor === null) {
    ignored.push({ kind: "value", name: "after", value: after, reason: "not a position in this list" });
  }
  return { filter, ignored, cursor };
}

export async function loadDirectoryView(
  directory: Directory,
  { filter: asked, ignored, cursor }: DirectoryQuery,
): Promise<DirectoryView> {
  const db = database();
  const path = directoryUrl(directory);
  const filter = await readTickers(db, asked);
  const hrefOf = (other: FilingFilter) => filterUrl(path, other);
  const [page, names, unknown] = await Promise.all([
    listDirectory(db, directory, filter, cursor, DIRECTORY_PAGE_SIZE, () => partiesFromCopy(db, directory, filter)),
    findPartyNames(db, filter),
    cursor === null ? findUnknownNames(db, filter, hrefOf) : [],
  ]);
  const words = describeFilter(filter, names);
  const isEmpty = page.entries.length === 0 && cursor === null;
  const broader = relaxedFilters(filter, names).map(({ filter: other, ...said }) => ({
    ...said,
    href: hrefOf(other),
    count: (client: Db) => countDirectory(client, directory, other),
  }));
  return {
    directory,
    title: titleOf(directory, words),
    url: filterUrl(path, filter),
    filter,
    words,
    names,
    ignored,
    page,
    unknown,
    relaxed: isEmpty ? await countBroader(db, broader, directory.slice(0, -1)) : [],
    isFirstPage: cursor === null,
    next: page.next ? filterUrl(path, filter, { after: printNameCursor(page.next) }) : null,
  };
}

function titleOf(directory: Directory, words: string): string {
  const title = directory === "insiders" ? "Insiders" : "Issuers";
  return words === "" ? title : `${title}: ${words}`;
}

/** The title of a whole directory, for a file of it. */
export async function directoryTitle(directory: Directory, asked: FilingFilter): Promise<string> {
  const filter = await readTickers(database(), asked);
  return titleOf(directory, describeFilter(filter, await findPartyNames(database(), filter)));
}
