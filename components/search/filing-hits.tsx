import { ListedDay } from "@/components/site/listed-day";
import { MarkedWords } from "@/components/ui/marked-words";
import { shortIssuerName } from "@/lib/names/names";
import { hasExercisePrice } from "@/lib/record/exercise-price";
import type { FilingEntry } from "@/lib/record/filing";
import { listedName, type ReadingNames } from "@/lib/record/filing-names";
import { chipWord } from "@/lib/record/transaction-codes";
import { filingUrl } from "@/lib/urls";

const OWNERS_NAMED = 3;

type FilingHitsProps = { entries: FilingEntry[]; words: readonly string[]; names: ReadingNames };

/** Filings found by a search: form, owners, issuer, what they report, and when they were filed. */
export const FilingHits = ({ entries, words, names }: FilingHitsProps) => (
  <ul className="results">
    {entries.map((entry) => (
      <li key={entry.filing.accessionNumber}>
        <a href={filingUrl(entry.filing.accessionNumber)}>
          <MarkedWords text={filingInWords(entry, names)} words={words} />
        </a>
        <span className="small muted">
          <ListedDay filing={entry.filing} inWords />
        </span>
        <span className="under">
          <span className="id">{entry.filing.accessionNumber}</span> · {reportedInWords(entry)}
        </span>
      </li>
    ))}
  </ul>
);

function filingInWords({ filing: { documentType, owners, issuer } }: FilingEntry, names: ReadingNames): string {
  const ownersInWords = owners.map(
    (owner) => listedName(owner, names) ?? (owner.cik === null ? "unnamed owner" : `CIK ${owner.cik}`),
  );
  const more = ownersInWords.length - OWNERS_NAMED;
  return [
    documentType === null ? "Form not stated" : `Form ${documentType}`,
    ...ownersInWords.slice(0, OWNERS_NAMED),
    ...(more > 0 ? [`${more} more owners`] : []),
    issuer.name === null ? "issuer not stated" : shortIssuerName(issuer.name),
  ].join(", ");
}

function reportedInWords({ rows }: FilingEntry): string {
  const transactions = rows.filter(({ kind }) => kind === "transaction");
  if (transactions.length === 0) return rows.length === 0 ? "no securities" : "holdings only";
  const words = transactions.map((row) =>
    row.transactionCode === null
      ? "no code"
      : chipWord(row.transactionCode, { hasExercisePrice: hasExercisePrice(row, rows) }),
  );
  return [...new Set(words)].join(", ").toLowerCase();
}
