import { DrawnOnce } from "@/components/ui/drawn-once";
import { AS_OF_PARAM } from "@/lib/filters/page-filters";
import { methodUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import type { AsOf } from "@/lib/views/party";
import { KeptInputs } from "./kept-inputs";

type PastDayProps = {
  path: string;
  /** Address of the view, whose other parameters are kept. */
  url: string;
  /** The past day that the page shows; null for the present. */
  asOf: AsOf | null;
  /** In New York. */
  today: string;
};

/** Chooses the day at whose end the page shows what was known. A plain form, closed beside the Share panel. */
export const PastDay = ({ path, url, asOf, today }: PastDayProps) => (
  <DrawnOnce>
    <details className="past-day not-printed">
      <summary>{asOf === null ? "As known on a past day" : `As known on ${formatDate(asOf.day)}`}</summary>
      <form action={path}>
        <KeptInputs url={url} fields={[AS_OF_PARAM]} />
        <label htmlFor="past-day">As known on</label>
        <input
          id="past-day"
          className="input"
          type="date"
          name={AS_OF_PARAM}
          max={today}
          defaultValue={asOf?.day}
          required
        />
        <button className="button" type="submit">
          Show
        </button>
        {asOf && <a href={asOf.presentUrl}>Show what is known today</a>}
      </form>
      <p>
        Shows this page from only the filings that EDGAR had accepted by the end of that day, without what later filings
        added or corrected. <a href={methodUrl("past-days")}>How we show past days</a>
      </p>
    </details>
  </DrawnOnce>
);
