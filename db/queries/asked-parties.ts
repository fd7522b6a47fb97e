import { inArray, type SQL, sql } from "drizzle-orm";
import { isIssuerName, wordsMatch } from "@/db/queries/filing-conditions";
import { nearestSymbol, nearestWords } from "@/db/queries/nearest-names";
import { issuer, issuerName, owner, ownerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import type { FilingFilter } from "@/lib/filters/filing-filter";
import { isTickerLike, type NamedParty, type Party, partyWords } from "@/lib/filters/party";

/** A name or CIK in a filter that matches nobody, and the nearest known name. */
export type UnknownParty = { of: "issuer" | "insider"; asked: Party; nearest: Party | null };

/** The most unknown parties that we report, because each name takes several queries. */
const MOST_UNKNOWN = 5;

/** Reads words that are not an issuer's name as tickers, if at least one of them is a ticker: "CVNS QRVX". */
export async function readTickers<F extends Pick<FilingFilter, "issuer">>(db: Db, filter: F): Promise<F> {
  const parties = await Promise.all(
    filter.issuer.map(async (party): Promise<Party[]> => {
      if (!("words" in party) || party.words.length < 2 || !party.words.every(isTickerLike)) return [party];
      const tickers = party.words.map((word) => ({ ticker: word.toUpperCase() }));
      const [isName, ...areTickers] = await Promise.all(
        [party, ...tickers].map((named) => isKnown(db, "issuer", named)),
      );
      return isName || !areTickers.includes(true) ? [party] : tickers;
    }),
  );
  return { ...filter, issuer: parties.flat() };
}

export async function findUnknownParties(
  db: Db,
  filter: Pick<FilingFilter, "issuer" | "insider">,
): Promise<UnknownParty[]> {
  const asked = (["issuer", "insider"] as const).flatMap((of) =>
    filter[of].flatMap((party) => ("cik" in party ? [] : [{ of, asked: party }])),
  );
  const known = await Promise.all(asked.map(({ of, asked }) => isKnown(db, of, asked)));
  const unknown = asked.filter((_, index) => !known[index]).slice(0, MOST_UNKNOWN);
  const [named, ...numbered] = await Promise.all([
    Promise.all(unknown.map(async ({ of, asked }) => ({ of, asked, nearest: await nearest(db, of, asked) }))),
    unknownCiks(db, "issuer", filter.issuer),
    unknownCiks(db, "insider", filter.insider),
  ]);
  return [...named, ...numbered.flat()].slice(0, MOST_UNKNOWN);
}

async function unknownCiks(db: Db, of: UnknownParty["of"], parties: readonly Party[]): Promise<UnknownParty[]> {
  const asked = parties.filter((party) => "cik" in party);
  if (asked.length === 0) return [];
  const table = of === "issuer" ? issuer : owner;
  const ciks = asked.map(({ cik }) => cik);
  const found = await db.select({ cik: table.cik }).from(table).where(inArray(table.cik, ciks));
  const known = new Set(found.map(({ cik }) => cik));
  return asked.flatMap((party) => (known.has(party.cik) ? [] : [{ of, asked: party, nearest: null }]));
}

async function nearest(db: Db, of: UnknownParty["of"], asked: NamedParty): Promise<Party | null> {
  const words = partyWords(asked);
  const [word = ""] = words;
  const symbol = of === "issuer" && words.length === 1 && isTickerLike(word) ? await nearestSymbol(db, word) : null;
  if (symbol?.tradingSymbol) return { ticker: symbol.tradingSymbol };
  const near = await nearestWords(db, words);
  // If the filter asked for an issuer, the nearest name may be an insider's, and the reverse.
  return near && (await isKnown(db, of, { words: near })) ? { words: near } : null;
}

async function isKnown(db: Db, of: UnknownParty["of"], party: NamedParty): Promise<boolean> {
  const isNamed: SQL =
    of === "issuer"
      ? sql`(select from ${issuerName} where ${isIssuerName(party)})`
      : sql`(select from ${ownerName} where ${wordsMatch(ownerName.words, partyWords(party))})`;
  const { rows } = await db.execute<{ is_known: boolean }>(sql`select exists ${isNamed} as is_known`);
  return rows[0]?.is_known ?? false;
}
