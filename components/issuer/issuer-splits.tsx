import { SectionHead } from "@/components/site/section-head";
import { splitName } from "@/lib/holdings/describe-split";
import type { Split } from "@/lib/holdings/splits";
import { partsOfKey } from "@/lib/record/row-key";
import { methodUrl, placeUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";

/** More rows add no evidence. */
const MOST_ROWS = 6;

/** The splits inferred from balances or stated in footnotes, newest first, each with its evidence. */
export const IssuerSplits = ({ splits }: { splits: readonly Split[] }) =>
  splits.length === 0 ? null : (
    <section className="section" aria-labelledby="splits">
      <SectionHead
        id="splits"
        title="Stock splits"
        note="Inferred from footnotes and balances. They adjust charts only; all numbers are as filed"
        aside={<a href={methodUrl("splits")}>How we find splits</a>}
      />
      <ul className="splits">
        {splits.toReversed().map((split) => (
          <li key={`${split.until} ${split.ratio.new}:${split.ratio.old}`}>
            <p>
              <b>{splitName(split)}</b>, {whenOf(split)}
            </p>
            {split.words !== null && split.from !== null && (
              <blockquote>
                “{split.words}” <a href={placeUrl(split.from)}>{placeName(split.from)}</a>
              </blockquote>
            )}
            <p className="muted small">
              Evidence: {split.evidence.length === 1 ? "the balance of" : `${split.evidence.length} balances, in`}{" "}
              {split.evidence.slice(0, MOST_ROWS).map((row, index) => (
                <span key={row}>
                  {index > 0 && ", "}
                  <a href={placeUrl(row)}>{rowName(row)}</a>
                </span>
              ))}
              {split.evidence.length > MOST_ROWS && ` and ${split.evidence.length - MOST_ROWS} more`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );

const whenOf = ({ date, after, until }: Split): string =>
  date === null ? `between ${formatDate(after)} and ${formatDate(until)}` : (formatDate(date) ?? date);

const rowName = (key: string): string => key.replace("#", " ").replace(/(I{1,2})-(\d+)$/, "$1·$2");

const placeName = (place: string): string => {
  const { accessionNumber, id: where } = partsOfKey(place);
  return `${where === "remarks" ? "Remarks" : `Footnote ${where}`} of ${accessionNumber}`;
};
