import { sql } from "drizzle-orm";
import { REMARKS_POSITION } from "@/db/schema/note-places";
import type { Db } from "@/db/server/client";
import type { MarkedText } from "@/lib/filters/mark-words";
import type { NoteCursor, Passage } from "@/lib/note-search/note-search";

/** A note as filed, and its passages around the search words. */
export type FoundText = {
  accessionNumber: string;
  position: number;
  footnoteId: string | null;
  text: string;
  snippet: Passage[];
};

/** Control characters, which mark words. A text that has any is shown with spaces instead. */
const MARK = { start: "\u0002", stop: "\u0003", between: "\u0004", less: "\u0005", slash: "\u0006" };
const OPTIONS = `StartSel=${MARK.start}, StopSel=${MARK.stop}, FragmentDelimiter=${MARK.between}, MaxFragments=2, MaxWords=36, MinWords=16`;
/** For a text without a marked word. */
const BEGINNING = 240;
/** Far more than a form has room for. Passages after this are not searched. */
const LONGEST = 20_000;

type Row = {
  accession_number: string;
  position: number;
  footnote_id: string | null;
  text: string;
  headline: string | null;
};

/** The texts at some places, in their order, without those that no longer exist. */
export async function listNoteTexts(db: Db, places: readonly NoteCursor[], words: string | null): Promise<FoundText[]> {
  if (places.length === 0) return [];
  const from = Object.values(MARK).join("");
  const plain = sql`translate(left(text, ${LONGEST}), ${`${from}</`}, ${`     ${MARK.less}${MARK.slash}`})`;
  const { rows } = await db.execute<Row>(sql`
    select accession_number, position, footnote_id, text,
      ${words === null ? sql`null` : sql`ts_headline('english', ${plain}, ${words}::tsquery, ${OPTIONS})`} as headline
    from unnest(${sql.param(places.map((place) => place.accessionNumber))}::text[], ${sql.param(places.map((place) => place.position))}::smallint[])
      with ordinality as place (accession_number, position, number)
    cross join lateral (
      select footnote_id, text from footnote f
        where place.position <> ${REMARKS_POSITION} and (f.accession_number, f.position) = (place.accession_number, place.position)
      union all
      select null, remarks from filing
        where place.position = ${REMARKS_POSITION} and filing.accession_number = place.accession_number
    ) as note
    where text is not null
    order by number`);
  return rows.map(({ accession_number: accessionNumber, position, footnote_id: footnoteId, text, headline }) => ({
    accessionNumber,
    position,
    footnoteId,
    text,
    snippet: headline === null ? [beginning(text)] : passages(headline, text),
  }));
}

/** The beginning of a text, up to the end of a word. */
function beginning(text: string): Passage {
  const whole = text.length <= BEGINNING;
  const cut = whole ? text : (/^[\s\S]*\S(?=\s)/.exec(text.slice(0, BEGINNING))?.[0] ?? text.slice(0, BEGINNING));
  return { parts: [{ text: cut.toWellFormed(), isMatch: false }], isCutBefore: false, isCutBehind: !whole };
}

/** Passages as PostgreSQL marks them, in parts. Each is found again in the text to see what was omitted around it. */
function passages(headline: string, text: string): Passage[] {
  let searched = 0;
  return headline.split(MARK.between).flatMap((fragment): Passage[] => {
    const parts = partsOf(fragment);
    const plain = parts.map((part) => part.text).join("");
    if (plain.trim() === "") return [];
    const at = withoutMarks(text).indexOf(withoutMarks(plain), searched);
    if (at < 0) return [{ parts, isCutBefore: true, isCutBehind: true }];
    searched = at + plain.length;
    return [{ parts, isCutBefore: text.slice(0, at).trim() !== "", isCutBehind: text.slice(searched).trim() !== "" }];
  });
}

const anyMark = new RegExp(`[${Object.values(MARK).join("")}]`, "g");
const withoutMarks = (text: string) => text.replace(anyMark, " ");

function partsOf(fragment: string): MarkedText[] {
  const filed = fragment.replaceAll(MARK.less, "<").replaceAll(MARK.slash, "/");
  return filed
    .split(MARK.start)
    .flatMap((piece, at): MarkedText[] => {
      if (at === 0) return [{ text: piece, isMatch: false }];
      const [match = "", rest = ""] = piece.split(MARK.stop);
      return [
        { text: match, isMatch: true },
        { text: rest, isMatch: false },
      ];
    })
    .filter((part) => part.text !== "");
}
