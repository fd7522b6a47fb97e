import { sql } from "drizzle-orm";
import { wordsMatch } from "@/db/queries/filing-conditions";
import { issuer, issuerName, ownerName } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { likeness } from "@/lib/values/likeness";
import type { SuggestedIssuer } from "@/lib/views/suggestions";

/** One letter of four, or two of seven, may be wrong. */
const LIKE_ENOUGH = 0.7;
/** A shorter word resembles too many others. */
const SHORTEST = 4;
/** Each word is looked up by itself. */
const MOST_WORDS = 5;

/**
 * The words, with each one that is in no name replaced by the nearest word that begins a name. Null if no word is replaced, or if
 * none is near enough.
 */
export async function nearestWords(db: Db, words: string[]): Promise<string[] | null> {
  if (words.length > MOST_WORDS) return null;
  const corrected = await Promise.all(
    words.map(async (word) => ((await isInNames(db, word)) ? word : await nearestWord(db, word))),
  );
  const known = corrected.filter((word) => word !== null);
  return known.length < words.length || known.join() === words.join() ? null : known;
}

async function isInNames(db: Db, word: string): Promise<boolean> {
  const { rows } = await db.execute<{ is_known: boolean }>(sql`
    select exists (select from ${issuerName} where ${wordsMatch(issuerName.words, [word])})
      or exists (select from ${ownerName} where ${wordsMatch(ownerName.words, [word])}) as is_known`);
  return rows[0]?.is_known ?? false;
}

/** Reads words that begin names: surnames, and first words of companies. The first two letters must be right, or swapped. */
async function nearestWord(db: Db, word: string): Promise<string | null> {
  if (word.length < SHORTEST) return null;
  const [first = "", second = ""] = word;
  const beginnings = [...new Set([first + second, second + first])];
  const firstWords = (names: typeof issuerName | typeof ownerName) =>
    beginnings.map(
      (two) => sql`
        select first_word as word from ${names}
        where first_word >= ${two} and first_word < ${`${two}\u{10FFFF}`} and length(first_word) between ${word.length - 2} and ${word.length + 2}
        group by 1`,
    );
  const { rows } = await db.execute<{ word: string }>(
    sql.join([...firstWords(issuerName), ...firstWords(ownerName)], sql` union `),
  );
  return mostLike(word, rows, ({ word: other }) => other)?.word ?? null;
}

/** The issuer whose ticker is most like a text that is not a ticker. */
export async function nearestSymbol(db: Db, symbol: string): Promise<SuggestedIssuer | null> {
  const { rows } = await db.execute<{ cik: string; name: string | null; symbol: string }>(sql`
    select cik, name, upper(trading_symbol) as symbol from ${issuer}
    where starts_with(upper(trading_symbol), ${symbol.slice(0, 1).toUpperCase()})`);
  const found = mostLike(symbol.toUpperCase(), rows, (row) => row.symbol);
  return found && { cik: found.cik, name: found.name, tradingSymbol: found.symbol };
}

function mostLike<T>(text: string, all: T[], textOf: (one: T) => string): T | null {
  let best: T | null = null;
  let most = LIKE_ENOUGH;
  for (const one of all) {
    const alike = likeness(text, textOf(one));
    if (alike < most || (alike === most && best !== null)) continue;
    best = one;
    most = alike;
  }
  return best;
}
