import { filingsInView, type InsiderLines, insiderLines } from "@/app/insiders/[cik]/lines";
import { listAllFilings } from "@/db/queries/all-filings";
import { findOwner, insiderOf } from "@/db/queries/insider";
import { type InsiderFiling, listInsiderFilings, listTimelinessMarks } from "@/db/queries/insider-filings";
import { findSplitsByIssuer } from "@/db/queries/list-splits";
import { findPartyNames } from "@/db/queries/party-names";
import { findReadingNames } from "@/db/queries/reading-names";
import type { Db } from "@/db/server/client";
import { describeFilter } from "@/lib/filters/describe-filter";
import type { Split } from "@/lib/holdings/splits";
import type { FilingEntry } from "@/lib/record/filing";
import { listedName } from "@/lib/record/filing-names";
import { issuerLabel } from "@/lib/record/issuer-label";
import type { Insider, InsiderIssuer, InsiderQuery, IssuerLabels } from "@/lib/views/insider";

/** If an insider has more filings than this, the page shows the newest. The CSV has all. */
const MOST_FILINGS = 1_000;

/** The data for the sections of an insider's page, read once for all of them. */
export type InsiderReading = InsiderLines & {
  asked: InsiderQuery;
  insider: Insider;
  name: string;
  words: string;
  wordsBesidesIssuers: string;
  /** All filings, without their rows. */
  filings: InsiderFiling[];
  /** The filer's own lateness marks, by accession number. */
  timeliness: ReadonlyMap<string, string[]>;
  /** The filings in view, with their rows. Limited if there are too many. */
  entries: FilingEntry[];
  isCut: boolean;
  /** The issuers in view, those with the most filings first. */
  issuers: InsiderIssuer[];
  labels: IssuerLabels;
  splits: ReadonlyMap<string | null, Split[]>;
};

/** Null when no filing names this CIK as an owner. */
export async function readInsider(db: Db, cik: string, asked: InsiderQuery): Promise<InsiderReading | null> {
  const owner = await findOwner(db, cik);
  if (!owner) return null;
  const { filter } = asked;
  const [filings, { entries, isCut }, readingNames, names, timeliness] = await Promise.all([
    listInsiderFilings(db, cik),
    listAllFilings(db, filingsInView(cik, filter), { limit: MOST_FILINGS }),
    findReadingNames(db, [{ cik, name: owner.name }]),
    findPartyNames(db, filter),
    listTimelinessMarks(db, cik),
  ]);
  const insider = insiderOf(cik, owner, filings);
  const issuers = issuersInView(insider, entries);
  const ciks = issuers.flatMap((issuer) => issuer.cik ?? []);
  return {
    ...insiderLines(entries, asked),
    asked,
    insider,
    name: listedName(insider, readingNames) ?? `CIK ${cik}`,
    words: describeFilter(filter, names),
    wordsBesidesIssuers: describeFilter({ ...filter, issuer: [] }, names),
    filings,
    timeliness,
    entries,
    isCut,
    issuers,
    labels: new Map(issuers.map((issuer) => [issuer.cik, issuerLabel(issuer) ?? "unnamed issuer"])),
    splits: await findSplitsByIssuer(db, ciks),
  };
}

function issuersInView(insider: Insider, entries: FilingEntry[]): InsiderIssuer[] {
  const seen = new Set(entries.map(({ filing: { issuer } }) => issuer.cik ?? `name ${issuer.name}`));
  return insider.issuers.filter(({ cik, name }) => seen.has(cik ?? `name ${name}`));
}
