import type { FilingRecord } from "@/lib/edgar/filing-record";
import { likeness } from "@/lib/values/likeness";
import { isCompanyEnding } from "./company-names";
import type { PaperFiling } from "./is-same-filing";

/**
 * Whether a paper form cannot be the stored filing with the number given for it, because issuer, period or an owner contradict
 * it. A value that either side lacks is no contradiction.
 * @param paper with what is uncertain among what is unread, as in `held`
 */
export function isOtherFiling(
  { record: paper, unread: unsure }: PaperFiling,
  { record: held, unread: unsureOfHeld }: PaperFiling,
): boolean {
  const isKnown = (pointer: string) => !unsure.includes(pointer) && !unsureOfHeld.includes(pointer);
  const issuer = ({ filing: { issuerCik, issuerName } }: FilingRecord): Party => ({
    cik: issuerCik,
    name: isKnown("/issuer/issuerName") ? issuerName : null,
  });
  const owners = ({ owners }: FilingRecord, unsure: readonly string[]): Party[] =>
    owners.map(({ cik, name }, index) => ({
      cik,
      name: unsure.includes(`/reportingOwner/${index}/reportingOwnerId/rptOwnerName`) ? null : name,
    }));
  const theirs = owners(held, unsureOfHeld);
  return (
    isOtherParty(issuer(paper), issuer(held)) ||
    (isKnown("/periodOfReport") && isOther(paper.filing.periodOfReport, held.filing.periodOfReport)) ||
    (!unsureOfHeld.includes("/reportingOwner") &&
      theirs.length > 0 &&
      owners(paper, unsure).some((owner) => theirs.every((other) => isOtherParty(owner, other))))
  );
}

type Party = { cik: string | null; name: string | null };

const isOther = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

/** If both sides have a CIK, it decides; otherwise the names must have no word in common. */
const isOtherParty = (one: Party, other: Party): boolean =>
  one.cik !== null && other.cik !== null ? one.cik !== other.cik : haveNoWordInCommon(one.name, other.name);

/** Paper may spell a name out or damage a letter, while EDGAR reverses and shortens it. */
function haveNoWordInCommon(one: string | null, other: string | null): boolean {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  if (ones.length === 0 || others.length === 0) return false;
  return ones.every((word) => others.every((another) => likeness(word, another) < ALIKE));
}

const ALIKE = 0.7;

/** Initials, and the endings of company names, distinguish nobody. */
const wordsOf = (name: string | null): string[] =>
  (name ?? "")
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3 && !isCompanyEnding(word) && word !== "THE" && word !== "AND");
