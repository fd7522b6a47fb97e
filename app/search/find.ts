import { insteadOf } from "@/app/search/instead-of";
import { listDirectory } from "@/db/queries/list-parties";
import {
  findHeldNumber,
  findSearchExamples,
  listFilingsInRange,
  searchFilings,
  searchFilingsOfBoth,
} from "@/db/queries/search-filings";
import {
  findCik,
  findTickerParties,
  listMatchingCiks,
  MOST_MATCHES,
  type NameHits,
  searchInsiders,
  searchIssuers,
  searchSymbols,
} from "@/db/queries/search-names";
import type { Db } from "@/db/server/client";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { type Party, parseParty } from "@/lib/filters/party";
import type { SearchQuery } from "@/lib/filters/search-query";
import {
  edgarFilerUrl,
  edgarFilingUrl,
  filingUrl,
  insidersUrl,
  insiderUrl,
  issuersUrl,
  issuerUrl,
  searchUrl,
  transactionsUrl,
} from "@/lib/urls";
import { type Count, describeCount } from "@/lib/values/counts";
import type { PartyGroup, SearchView } from "@/lib/views/search";

const GROUP_SIZE = 20;

/** The number of ways to split a query into issuer and insider grows with its words. */
const MOST_PAIRED_WORDS = 6;

/** Parts that are left out keep their default, which is empty. */
type Found = Partial<SearchView>;

const NOTHING: Found = {};

type FoundNames = { hits: { cik: string; matchedName: string | null }[]; inAll: number };

const NO_HITS: NameHits = { hits: [], inAll: 0 };

export const NO_PARTIES: PartyGroup = { hits: [], inAll: { count: 0, countAtLeast: 0 }, all: null };

/** Searches according to the form of the query. */
export async function findFor(db: Db, query: SearchQuery): Promise<Found> {
  switch (query.kind) {
    case "empty":
      return { examples: await findSearchExamples(db) };
    case "too long":
    case "no words":
      return {};
    case "accession number":
      return findByNumber(db, query.accessionNumber);
    case "accession range":
      return { filings: { ...(await listFilingsInRange(db, query.range, GROUP_SIZE)), all: [] } };
    case "cik":
      return findByCik(db, query.cik);
    case "symbol": {
      const { ciks } = await findTickerParties(db, query.symbol);
      const hits = await searchSymbols(db, query.symbol, GROUP_SIZE);
      const [only] = ciks;
      return {
        goesTo: ciks.length === 1 && only !== undefined ? issuerUrl(only) : null,
        issuers: await partyGroup(db, "issuers", hits, null),
        filings: await filingsOf(db, { issuers: hits.hits.map(({ cik }) => cik), insiders: [] }, []),
      };
    }
    case "insider":
      return findByWords(db, query.words, { only: "insiders" });
    case "words":
      return findByTickerOrWords(db, query);
  }
}

async function findByNumber(db: Db, accessionNumber: string): Promise<Found> {
  const held = await findHeldNumber(db, accessionNumber);
  if (held === null) {
    const isLocal = accessionNumber.startsWith("local-");
    const edgarUrl = isLocal ? null : edgarFilingUrl(accessionNumber);
    return { notHeld: { what: `filing ${accessionNumber}`, edgarUrl } };
  }
  const filings = await listFilingsInRange(db, { from: held, to: held }, 1);
  return { goesTo: filingUrl(held), filings: { ...filings, all: [] } };
}

async function findByCik(db: Db, cik: string): Promise<Found> {
  const { isIssuer, isOwner } = await findCik(db, cik);
  if (!isIssuer && !isOwner) {
    const notHeld = { what: `an issuer or insider with the CIK ${cik}`, edgarUrl: edgarFilerUrl(cik) };
    // The digits can also be part of a name.
    return { ...(await findByWords(db, [cik])), notHeld };
  }
  const one = (isOne: boolean): FoundNames => (isOne ? { hits: [{ cik, matchedName: null }], inAll: 1 } : NO_HITS);
  return {
    goesTo: isIssuer && isOwner ? null : isIssuer ? issuerUrl(cik) : insiderUrl(cik),
    issuers: await partyGroup(db, "issuers", one(isIssuer), null),
    insiders: await partyGroup(db, "insiders", one(isOwner), null),
    filings: await filingsOf(db, { issuers: [cik], insiders: [cik] }, []),
  };
}

async function findByTickerOrWords(db: Db, { words, symbol }: Extract<SearchQuery, { kind: "words" }>): Promise<Found> {
  const ticker = symbol === null ? null : await findTickerParties(db, symbol);
  const [only] = ticker?.ciks ?? [];
  const isTicker = ticker?.ciks.length === 1 && !ticker.isAlsoName;
  return { ...(await findByWords(db, words)), goesTo: isTicker && only !== undefined ? issuerUrl(only) : null };
}

async function findByWords(db: Db, words: string[], { only }: { only?: "insiders" } = {}): Promise<Found> {
  const q = words.join(" ");
  const [ofIssuers, ofInsiders, issuerCiks, insiderCiks] = await Promise.all([
    only ? NO_HITS : searchIssuers(db, q, GROUP_SIZE),
    searchInsiders(db, q, GROUP_SIZE),
    only ? [] : listMatchingCiks(db, "issuers", words),
    listMatchingCiks(db, "insiders", words),
  ]);
  if (ofIssuers.inAll + ofInsiders.inAll === 0) {
    // The words may name an owner without a CIK.
    const filings = await filingsOf(db, { issuers: [], insiders: [], words }, []);
    if (filings.entries.length > 0) return { filings };
    const [pair, instead] = await Promise.all([
      words.length > 1 && !only ? findByPair(db, words) : NOTHING,
      insteadOf(db, { text: q, words }),
    ]);
    return pair.filings ? pair : { ...pair, instead };
  }
  const [issuers, insiders, filings] = await Promise.all([
    partyGroup(db, "issuers", ofIssuers, q),
    partyGroup(db, "insiders", ofInsiders, q),
    filingsOf(db, { issuers: issuerCiks, insiders: insiderCiks, words }, [
      ...(ofIssuers.inAll > 0 ? [{ label: "Transactions at these issuers", href: namedUrl({ issuer: q }) }] : []),
      ...(ofInsiders.inAll > 0 ? [{ label: "Transactions of these insiders", href: namedUrl({ insider: q }) }] : []),
    ]),
  ]);
  return { issuers, insiders, filings };
}

/** "Tim Cook Apple": no single name has all the words, but some name the insider and the others the issuer. */
async function findByPair(db: Db, words: string[]): Promise<Found> {
  if (words.length <= MOST_PAIRED_WORDS) {
    for (let cut = 1; cut < words.length; cut++) {
      const [first, second] = [words.slice(0, cut), words.slice(cut)];
      for (const [insider, issuer] of [
        [first, second],
        [second, first],
      ] as const) {
        const issuers = await listMatchingCiks(db, "issuers", issuer);
        const insiders = issuers.length > 0 ? await listMatchingCiks(db, "insiders", insider) : [];
        const filings = await searchFilingsOfBoth(db, { issuers, insiders }, GROUP_SIZE);
        if (filings.entries.length === 0) continue;
        const href = namedUrl({ issuer: issuer.join(" "), insider: insider.join(" ") });
        return { filings: { ...filings, all: href ? [{ label: "Transactions of this insider there", href }] : [] } };
      }
    }
  }
  const alone = await Promise.all(words.slice(0, MOST_PAIRED_WORDS).map((word) => countAlone(db, word)));
  return { wordsAlone: alone.filter((found) => found !== null) };
}

async function countAlone(db: Db, word: string): Promise<NonNullable<Found["wordsAlone"]>[number] | null> {
  const [issuers, insiders] = await Promise.all([searchIssuers(db, word, 1), searchInsiders(db, word, 1)]);
  const counts = [
    issuers.inAll > 0 ? describeCount(matches(issuers), "issuer") : null,
    insiders.inAll > 0 ? describeCount(matches(insiders), "insider") : null,
  ].filter((count) => count !== null);
  return counts.length > 0 ? { word, url: searchUrl(word), count: counts.join(", ") } : null;
}

/** A search stops counting at this many names. */
const matches = ({ inAll }: Pick<NameHits, "inAll">): Count =>
  inAll < MOST_MATCHES ? { count: inAll, countAtLeast: inAll } : { count: null, countAtLeast: MOST_MATCHES };

async function partyGroup(
  db: Db,
  directory: "issuers" | "insiders",
  found: FoundNames,
  q: string | null,
): Promise<PartyGroup> {
  if (found.hits.length === 0) return NO_PARTIES;
  const asked = found.hits.map(({ cik }) => ({ cik }));
  const filter = { ...NO_FILTER, [directory === "issuers" ? "issuer" : "insider"]: asked };
  const { entries } = await listDirectory(db, directory, filter, null, asked.length);
  const byCik = new Map(entries.map((entry) => [entry.cik, entry]));
  const names = q === null ? null : namesParty(q);
  const path = directory === "issuers" ? issuersUrl() : insidersUrl();
  return {
    hits: found.hits.flatMap(({ cik, matchedName }) => {
      const entry = byCik.get(cik);
      return entry ? [{ ...entry, matchedName }] : [];
    }),
    inAll: matches(found),
    all: names ? filterUrl(path, { ...NO_FILTER, [directory === "issuers" ? "issuer" : "insider"]: [names] }) : null,
  };
}

async function filingsOf(
  db: Db,
  parties: { issuers: string[]; insiders: string[]; words?: string[] },
  all: { label: string; href: string | null }[],
): Promise<NonNullable<Found["filings"]>> {
  return {
    ...(await searchFilings(db, parties, GROUP_SIZE)),
    all: all.flatMap(({ label, href }) => (href === null ? [] : [{ label, href }])),
  };
}

/** The text as a filter parses it. Null if it has too many words, or digits that the filter would read as a CIK. */
function namesParty(text: string): Party | null {
  const party = parseParty(text);
  return party && "words" in party ? party : null;
}

/** The address of the screener for names. */
function namedUrl(names: { issuer?: string; insider?: string }): string | null {
  const filter = structuredClone(NO_FILTER);
  for (const field of ["issuer", "insider"] as const) {
    const text = names[field];
    const party = text === undefined ? undefined : namesParty(text);
    if (party === null) return null;
    if (party) filter[field] = [party];
  }
  return filterUrl(transactionsUrl(), filter);
}
