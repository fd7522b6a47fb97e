import { insteadOf } from "@/app/search/instead-of";
import type { readSearchQuery } from "@/app/search/view";
import { nearestSymbol } from "@/db/queries/nearest-names";
import { findReadingNames } from "@/db/queries/reading-names";
import {
  listIssuersBySymbol,
  suggestCiks,
  suggestFilings,
  suggestInsiders,
  suggestIssuers,
  type Typed,
} from "@/db/queries/suggest-parties";
import { type Db, database } from "@/db/server/client";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { viewsTitled } from "@/lib/filters/ready-views";
import { accessionRange, type SearchQuery } from "@/lib/filters/search-query";
import { listedName, type NamedOwner } from "@/lib/record/filing-names";
import { filingUrl, insiderUrl, issuerUrl, searchUrl, transactionsUrl } from "@/lib/urls";
import type { Suggestion, SuggestionsView } from "@/lib/views/suggestions";

const MOST = 8;
const FILINGS = 3;
const VIEWS = 3;

/** Tickers are looked up together, and only the first few that are unknown get a nearest one. */
const MOST_TICKERS = 20;
const MOST_NEAREST = 3;

export async function loadSuggestions({
  query,
  ignored,
}: ReturnType<typeof readSearchQuery>): Promise<SuggestionsView> {
  const rows = await suggestionsFor(database(), query);
  return {
    title: query.kind === "empty" ? "Suggestions" : `Suggestions: ${query.text}`,
    url: searchUrl(query.text),
    query,
    ignored,
    rows,
  };
}

/** Names of insiders are in reading order too, as in lists. */
export async function suggestionsFor(db: Db, query: SearchQuery): Promise<Suggestion[]> {
  const rows = await find(db, query);
  const names = await findReadingNames(
    db,
    rows.flatMap((row) => insiderOf(row) ?? []),
  );
  return rows.map((row) => {
    const insider = insiderOf(row);
    const listed = insider && listedName(insider, names);
    return listed && listed !== insider.name ? { ...row, nameInReadingOrder: listed } : row;
  });
}

/** The insider that a suggestion names. */
function insiderOf(row: Suggestion): NamedOwner | null {
  if (row.kind === "insider") return row;
  return row.kind === "filing" ? { cik: row.insiderCik, name: row.insider } : null;
}

async function find(db: Db, query: SearchQuery): Promise<Suggestion[]> {
  const { text } = query;
  switch (query.kind) {
    case "empty":
    case "too long":
    case "no words":
      return [];
    case "accession number":
      return filings(db, { from: query.accessionNumber, to: query.accessionNumber });
    case "accession range":
      return filings(db, query.range);
    case "cik": {
      const range = /^0\d{6,}$/.test(text) ? accessionRange(text) : null;
      const [parties, found] = await Promise.all([
        suggestCiks(db, query.cik, MOST - FILINGS),
        range ? filings(db, range) : [],
      ]);
      return [...parties.slice(0, MOST - found.length).map(withUrl), ...found];
    }
    case "symbol":
      return (await suggestIssuers(db, { text: query.symbol, words: query.words }, MOST)).map(withUrl);
    case "insider":
      return (await suggestInsiders(db, { text: query.words.join(" "), words: query.words }, MOST)).map(withUrl);
    case "words": {
      const tickers = await tickersIn(db, text);
      return tickers.length > 0 ? tickers : byName(db, { text, words: query.words });
    }
  }
}

async function byName(db: Db, typed: Typed): Promise<Suggestion[]> {
  const [issuers, insiders] = await Promise.all([
    suggestIssuers(db, typed, MOST),
    // A single letter is only ever a ticker.
    typed.text.length > 1 ? suggestInsiders(db, typed, MOST) : [],
  ]);
  const views = viewsTitled(typed.words).slice(0, VIEWS);
  const names = MOST - views.length;
  const ofIssuers = Math.max(Math.floor(names / 2), names - insiders.length);
  const found: Suggestion[] = [
    ...[...issuers.slice(0, ofIssuers), ...insiders].slice(0, names).map(withUrl),
    ...views.map(({ title, url }) => ({ kind: "view" as const, title, url })),
  ];
  return found.length > 0 ? found : insteadOf(db, typed);
}

/** A text of several tickers, separated by commas or spaces. Without a comma, words are tickers only if all of them are known. */
async function tickersIn(db: Db, text: string): Promise<Suggestion[]> {
  const symbols = [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ""))].map((word) =>
    word.replace(/^\$/, "").toUpperCase(),
  );
  const areTickers = symbols.every((symbol) => /^[A-Z][A-Z.-]{0,9}$/.test(symbol));
  if (symbols.length < 2 || symbols.length > MOST_TICKERS || !areTickers) return [];
  const issuers = await listIssuersBySymbol(db, symbols);
  const missing = symbols.filter((symbol) => !issuers.some(({ tradingSymbol }) => tradingSymbol === symbol));
  if (issuers.length === 0 || (missing.length > 0 && !text.includes(","))) return [];
  const unknown = await Promise.all(
    missing.map(async (symbol, at) => ({
      symbol,
      nearest: at < MOST_NEAREST ? await nearestSymbol(db, symbol) : null,
    })),
  );
  const filter = { ...NO_FILTER, issuer: issuers.flatMap(({ cik }) => (cik === null ? [] : [{ cik }])) };
  return [{ kind: "tickers", url: filterUrl(transactionsUrl(), filter), issuers, unknown }];
}

const filings = async (db: Db, range: { from: string; to: string }): Promise<Suggestion[]> =>
  (await suggestFilings(db, range, FILINGS)).map((row) => ({ ...row, url: filingUrl(row.accessionNumber) }));

type Party = Awaited<ReturnType<typeof suggestIssuers | typeof suggestInsiders>>[number];

const withUrl = (party: Party): Suggestion => ({
  ...party,
  url: party.kind === "issuer" ? issuerUrl(party.cik) : insiderUrl(party.cik),
});
