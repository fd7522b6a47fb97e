import { ClockTime } from "@/components/ui/clock-time";
import { filingUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import { endSentence } from "@/lib/values/end-sentence";
import type { UnderivableFiling } from "@/lib/views/data";

const times = (n: number) => (n === 1 ? "once" : n === 2 ? "twice" : `${n.toLocaleString("en-US")} times`);

/** Filings whose totals, checks and links we could not derive, with the reason. */
export const UnderivableList = ({ filings }: { filings: UnderivableFiling[] }) => (
  <ul className="underivable">
    {filings.map(({ accessionNumber, documentType, issuerName, filingDate, failures, lastFailure, lastFailedAt }) => (
      <li key={accessionNumber}>
        <a className="id" href={filingUrl(accessionNumber)}>
          {accessionNumber}
        </a>
        <p>
          {endSentence(
            [
              documentType ? `Form ${documentType}` : "Form not stated",
              issuerName,
              filingDate && `filed ${formatDate(filingDate)}`,
            ]
              .filter(Boolean)
              .join(", "),
          )}{" "}
          {lastFailure ? endSentence(`Last error: ${lastFailure}`) : "Every attempt was interrupted."} Tried{" "}
          {times(failures)}
          {lastFailedAt && (
            <>
              , last on <ClockTime instant={lastFailedAt} inFull />
            </>
          )}
          .
        </p>
      </li>
    ))}
  </ul>
);
