import { type SQL, sql } from "drizzle-orm";
import { CLOSURES, closuresOf } from "@/db/queries/closures";
import { SITE_STATE, type SiteState, type SiteStateRow, siteStateOf } from "@/db/queries/data-state";
import { EVERYTHING, OPERATIONS, RECORD } from "@/db/schema";
import type { Db } from "@/db/server/client";
import { prepared } from "@/db/server/prepared";
import { parseAccessionNumber } from "@/lib/record/accession-number";
import { parseCik } from "@/lib/record/cik";
import type { Shown } from "@/lib/requests/page-address";

type FoundPage = {
  /** Whether a filing, insider or issuer has a page, under the given name or one that it redirects to. */
  isThere: boolean;
  /** Changes in every transaction that changes what the page shows, except for its frame. Null if not known. */
  version: string | null;
  site: SiteState;
  closures: ReadonlySet<string>;
};

/** Whether a page exists, in which version, and what its frame says: one query, whatever the size of the database. */
export async function findPageState(db: Db, { thing, scope }: Shown): Promise<FoundPage> {
  const held = thing && heldAs(thing);
  const find =
    scope === "operations"
      ? ofOperations
      : held && scope === "thing"
        ? ofThing[held.kind]
        : ofRecord[held?.kind ?? "nothing"];
  const [found] = await find(db).execute({ name: held?.name ?? null, place: held?.place ?? null });
  return {
    isThere: thing === null || (held !== null && found?.isThere === true),
    version: found?.version ?? null,
    site: siteStateOf(found?.site),
    closures: closuresOf(found?.closures ?? null),
  };
}

type Kind = "filing" | "row" | "note" | "insider" | "issuer" | "symbol";
type Held = { kind: Kind; name: string; place?: string };

/** A row, or a note with an id that no other note of its filing has. */
const PLACE = /^(?:I{1,2}-[1-9]\d{0,5}|F\d{1,6}|remarks)$/;

/** What to look for under the name of a thing in an address; null if nothing can have that name. */
function heldAs({ directory, name, place }: NonNullable<Shown["thing"]>): Held | null {
  if (directory === "filings") {
    const number = parseAccessionNumber(name);
    if (number === null || place === undefined) return number && { kind: "filing", name: number };
    return PLACE.test(place) ? { kind: place.startsWith("I") ? "row" : "note", name: number, place } : null;
  }
  const cik = parseCik(name);
  if (cik) return { kind: directory === "issuers" ? "issuer" : "insider", name: cik };
  // PostgreSQL accepts no NUL, and no symbol has control characters.
  return directory === "issuers" && !/\p{Cc}/u.test(name) ? { kind: "symbol", name: name.toUpperCase() } : null;
}

const NAME = sql`${sql.placeholder("name")}::text`;
const IN_FILING = sql`${sql.placeholder("place")}::text`;

/** What a filing has under its new number is looked for after the redirect. */
const HAS_MOVED = sql`exists (select from former_address where local_number = ${NAME})`;

const IS_THERE: Record<Kind, SQL> = {
  filing: sql`exists (select from filing where accession_number = ${NAME}) or ${HAS_MOVED}`,
  row: sql`exists (select from filing_row
    where accession_number = ${NAME} and table_number || '-' || line = ${IN_FILING}) or ${HAS_MOVED}`,
  note: sql`exists (select from footnote where accession_number = ${NAME} and footnote_id = ${IN_FILING})
    or (${IN_FILING} = 'remarks' and exists (select from filing where accession_number = ${NAME} and remarks is not null))
    or ${HAS_MOVED}`,
  insider: sql`exists (select from owner where cik = ${NAME})`,
  issuer: sql`exists (select from issuer where cik = ${NAME})`,
  symbol: sql`exists (select from issuer_name where upper(trading_symbol) = ${NAME})`,
};

const OF_FILING = sql`select coalesce(issuer_cik, accession_number) from filing where accession_number = ${NAME}`;

/** The issuers, and filings without one, whose changes show on the page of a thing. The page of a symbol redirects. */
const SUBJECTS: Record<Kind, SQL> = {
  filing: OF_FILING,
  row: OF_FILING,
  note: OF_FILING,
  // What an insider reports is compared with what others report on the same issuers. A filing has no seat until it is derived.
  insider: sql`select coalesce(issuer_cik, accession_number) from owner_seat where cik = ${NAME}
    union select coalesce(issuer_cik, accession_number) from filing_owner mine
      join filing_to_derive using (accession_number) join filing using (accession_number) where mine.cik = ${NAME}`,
  issuer: sql`select ${NAME}`,
  symbol: sql`select ${NAME}`,
};

const OF_SUBJECTS = sql`subject = any(array(select subject from subjects))`;
const OF_RECORD = { kept: sql`subject = ${RECORD}`, added: sql`subject <> ${OPERATIONS}` };
const OF_OPERATIONS = { kept: sql`subject in (${RECORD}, ${OPERATIONS})`, added: sql`true` };

type Scope = Kind | "record" | "operations";

/** The statement for what to look for and whose version to find. */
function statement(kind: Kind | "nothing", scope: Scope) {
  const isOfThing = scope !== "record" && scope !== "operations";
  const { kept, added } = isOfThing
    ? { kept: OF_SUBJECTS, added: OF_SUBJECTS }
    : { record: OF_RECORD, operations: OF_OPERATIONS }[scope];
  const subjects = isOfThing
    ? sql`with subjects as materialized (select ${sql.raw(`'${EVERYTHING}'`)} as subject union ${SUBJECTS[scope]})`
    : sql``;
  return prepared((db) =>
    db
      .select({
        isThere: kind === "nothing" ? sql<boolean>`true` : sql<boolean>`${IS_THERE[kind]}`,
        version: sql<string>`(
          ${subjects} select bit_xor(stamp)::text from (
            select stamp from page_version where ${kept} union all select stamp from page_change where ${added}) as stamps)`,
        site: sql<SiteStateRow>`to_json(site)`,
        closures: sql<string | null>`${CLOSURES}`,
      })
      .from(sql`(${SITE_STATE}) as site`)
      .prepare(`page_state_${kind}_${scope}`),
  );
}

const ofThing = {
  filing: statement("filing", "filing"),
  row: statement("row", "row"),
  note: statement("note", "note"),
  insider: statement("insider", "insider"),
  issuer: statement("issuer", "issuer"),
  symbol: statement("symbol", "symbol"),
};
const ofRecord = {
  filing: statement("filing", "record"),
  row: statement("row", "record"),
  note: statement("note", "record"),
  insider: statement("insider", "record"),
  issuer: statement("issuer", "record"),
  symbol: statement("symbol", "record"),
  nothing: statement("nothing", "record"),
};
const ofOperations = statement("nothing", "operations");
