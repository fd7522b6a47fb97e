import { listKnownIssuers, listKnownOwners } from "@/db/queries/known-parties";
import type { Db } from "@/db/server/client";
import { parseCik } from "@/lib/record/cik";
import type { PaperReading } from "@/paper/form/paper-reading";
import { matchIssuer, namesInPaper, readIssuer, textAt } from "@/paper/parties/match-issuer";
import { matchOwner, readOwner } from "@/paper/parties/match-owner";
import type { NameFinding } from "@/paper/parties/name-finding";
import type { Parties } from "@/paper/parties/with-ciks";

/** The evidence for a CIK that somebody gave, and how an earlier release stored it. */
const GIVEN = "entered when the file was loaded";
const GIVEN_EARLIER = "given when the file was taken in";

export const isGiven = ({ evidence }: NameFinding): boolean => evidence === GIVEN || evidence === GIVEN_EARLIER;

/** Identifies the parties of a paper form, with the evidence: a given CIK, a printed one, or earlier filings. */
export async function identifyParties(
  db: Db,
  reading: PaperReading,
  given: Parties,
): Promise<{ parties: Parties; names: NameFinding[] }> {
  const issuer = stated("/issuer", given.issuer, textAt(reading.document, ["issuer", "issuerCik"]));
  const found = await findIssuer(db, reading);
  // Even if the CIK is known, a degraded name needs the one that the paper spells out.
  const names = issuer === null ? found : [...issuer, ...found.filter(({ cik }) => cik === null)];
  const owners: (string | null)[] = [];
  for (const [index, owner] of reading.document.reportingOwner.entries()) {
    const pointer = `/reportingOwner/${index}`;
    const printed = textAt(owner, ["reportingOwnerId", "rptOwnerCik"]);
    const ofOwner = stated(pointer, given.owners[index] ?? null, printed) ?? (await findOwner(db, reading, index));
    owners.push(knownCik(ofOwner));
    names.push(...ofOwner);
  }
  const parties = { issuer: knownCik(names.filter(({ pointer }) => pointer === "/issuer")), owners };
  return {
    parties,
    names: names.map((finding) => ({ ...finding, asRead: finding.asRead ?? asRead(reading, finding) })),
  };
}

const knownCik = (findings: NameFinding[]) => findings.find(({ outcome }) => outcome === "known")?.cik ?? null;

const asRead = (reading: PaperReading, { pointer }: NameFinding): string | null =>
  pointer === "/issuer" ? readIssuer(reading).asRead : readOwner(reading, Number(pointer.split("/").at(-1))).asRead;

/** A given CIK takes precedence over a printed one. */
function stated(pointer: string, given: string | null, printed: string | null): NameFinding[] | null {
  const cik = given ?? (printed === null ? null : parseCik(printed));
  if (cik === null) return null;
  const evidence = given === null ? "the paper states the CIK" : GIVEN;
  return [{ pointer, asRead: null, outcome: "known", cik, name: null, evidence }];
}

async function findIssuer(db: Db, reading: PaperReading): Promise<NameFinding[]> {
  const { name, symbol } = readIssuer(reading);
  const names = [...(name === null ? [] : [name]), ...namesInPaper(reading)];
  return matchIssuer(reading, await listKnownIssuers(db, symbol, names));
}

async function findOwner(db: Db, reading: PaperReading, index: number): Promise<NameFinding[]> {
  const { name } = readOwner(reading, index);
  return name === null ? [] : matchOwner(reading, index, await listKnownOwners(db, name));
}
