import type { DocumentNode, OwnershipDocument } from "@/lib/edgar/ownership-document";
import type { PaperReading } from "./paper-reading";

const LISTS = ["reportingOwner", "nonDerivativeTable", "derivativeTable", "footnotes", "ownerSignature"] as const;

/** A document in which a list that could not be read is null: an empty list would mean that the form has none. */
type PublishedDocument = Record<string, DocumentNode>;

/** A reading as `read-form` prints it. An unread pointer leads to a key whose value is null. */
export type PublishedReading = Omit<PaperReading, "document"> & {
  document: PublishedDocument;
  /** Lists that were read in part. */
  incomplete: string[];
};

export function publishedReading({ document, unread, ...reading }: PaperReading): PublishedReading {
  const published: PublishedDocument = { ...document };
  const incomplete: string[] = [];
  for (const name of LISTS) {
    if (!unread.includes(`/${name}`)) continue;
    if (document[name].length > 0) incomplete.push(`/${name}`);
    else published[name] = null;
  }
  return {
    document: published,
    unread: unread.filter((pointer) => !incomplete.includes(pointer)),
    ...reading,
    incomplete,
  };
}

/** The reverse. */
export function readingFromPublished({ document, unread, incomplete, ...reading }: PublishedReading): PaperReading {
  const lists = Object.fromEntries(LISTS.map((name) => [name, document[name] ?? []]));
  return { ...reading, document: { ...document, ...lists } as OwnershipDocument, unread: [...unread, ...incomplete] };
}
