import { ListedDay } from "@/components/site/listed-day";
import { MarkedWords } from "@/components/ui/marked-words";
import { shortIssuerName } from "@/lib/names/names";
import { hasExercisePrice } from "@/lib/record/exercise-price";
import type { FilingEntry } from "@/lib/record/filing";
import { chipWord } from "@/lib/record/transaction-codes";
import { filingUrl } from "@/lib/urls";

const OWNERS_NAMED = 3;

/** Filings found by a search: form, owners, issuer, what they report, and when they were filed. */
export const FilingHits = ({ entries, words }: { entries: FilingEntry[]; words: readonly string[] }) => (
  <ul className="results">
    {entries.map((entry) => (
      <li key={entry.filing.accessionNumber}>
        <a href={filingUrl(entry.filing.accessionNumber)}>
          <MarkedWords text={filingInWords(entry)} words={words} />
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

function filingInWords({ filing: { documentType, owners, issuer } }: FilingEntry): string {
  const names = owners.map(({ name, cik }) => name ?? (cik === null ? "unnamed owner" : `CIK ${cik}`));
  const more = names.length - OWNERS_NAMED;
  return [
    documentType === null ? "Form not stated" : `Form ${documentType}`,
    ...names.slice(0, OWNERS_NAMED),
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
