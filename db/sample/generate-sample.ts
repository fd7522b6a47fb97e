import { yearOf } from "@/db/sample/calendar";
import { Cast } from "@/db/sample/cast";
import type { Filing } from "@/db/sample/filing";
import { Houses } from "@/db/sample/houses";
import { type Issuer, issuerFrom } from "@/db/sample/issuer";
import { issuerProfiles } from "@/db/sample/issuer-profiles";
import { addOddShapes } from "@/db/sample/odd-shapes";
import { playIssuer } from "@/db/sample/play-issuer";
import { LAST_DAY } from "@/db/sample/span";
import { submissionText } from "@/db/sample/submission-text";

export type SampleSubmission = { fileName: string; text: string };

/** A filing of the sample before it is written out. */
export type SampleFiling = { accessionNumber: string; filing: Filing; issuer: Issuer };

/** A submitter's number outside those that the SEC gives out. */
const SUBMITTER = "9999000001";

/** All filings of the sample in the order in which they were accepted. The same in every run. */
export function sampleFilings(): SampleFiling[] {
  const cast = new Cast();
  const houses = new Houses(cast);
  const played = issuerProfiles.flatMap((profile, index) => {
    const issuer = issuerFrom(profile, index, cast.attorney());
    return playIssuer(issuer, cast, houses).map((filing) => ({ filing, issuer }));
  });
  const filed = played
    .filter(({ filing }) => filing.filed <= LAST_DAY)
    .sort((a, b) => a.filing.filed - b.filing.filed || a.filing.acceptedAt - b.filing.acceptedAt);
  addOddShapes(filed.map(({ filing }) => filing));
  const counts = new Map<number, number>();
  return filed.map(({ filing, issuer }) => {
    const year = yearOf(filing.filed);
    const count = (counts.get(year) ?? 0) + 1;
    counts.set(year, count);
    const accessionNumber = `${SUBMITTER}-${String(year).slice(-2)}-${String(count).padStart(6, "0")}`;
    return { accessionNumber, filing, issuer };
  });
}

/** How many filings the sample has: told without making them, for a progress bar. */
export const sampleSize = (): number => 8480;

/** The sample as EDGAR full submissions, oldest first. */
export function* generateSample(): Generator<SampleSubmission> {
  for (const { accessionNumber, filing, issuer } of sampleFilings()) {
    yield { fileName: `${accessionNumber}.txt`, text: submissionText(filing, accessionNumber, issuer) };
  }
}
