import { ApplyForm } from "@/components/listing/apply-form";
import { FilterFields } from "@/components/listing/filter-fields";
import { KeptInputs } from "@/components/listing/kept-inputs";
import { CopyLink } from "@/components/ui/copy-link";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { type FilingFilter, NO_FILTER } from "@/lib/filters/filing-filter";
import { printParty } from "@/lib/filters/party";
import { issuerLabel } from "@/lib/record/issuer-label";
import { monthsBefore } from "@/lib/series/sparkline";
import { askForAlertUrl, inFormat, issuersUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import type { InsiderHref, InsiderIssuer, InsiderView } from "@/lib/views/insider";

type InsiderToolbarProps = {
  toolbar: InsiderView["toolbar"];
  hasFeed: boolean;
  path: string;
  /** Address of the view. */
  url: string;
  hrefTo: InsiderHref;
  /** Whether readers can get email about it. */
  byMail: boolean;
};

const FIELDS = ["traded-from", "traded-to", "filed-from", "filed-to", "code"];
const PERIODS = [1, 3, 5];
const MOST_ISSUERS = 8;

/** Narrows an insider's page: issuer and period with links, dates and codes with a plain form. */
export const InsiderToolbar = ({ toolbar, path, url, hrefTo, hasFeed, byMail }: InsiderToolbarProps) => {
  const { cik, filter, issuers, lastDay } = toolbar;
  const hrefOf = (other: FilingFilter) => hrefTo({ filter: other });
  return (
    <ApplyForm className="toolbar" action={path} applied={url}>
      <DrawnOnce>
        <KeptInputs url={url} fields={FIELDS} />
        {issuers.length > 1 && <IssuerSwitch cik={cik} issuers={issuers} filter={filter} hrefOf={hrefOf} />}
        {lastDay !== null && <Periods lastDay={lastDay} filter={filter} hrefOf={hrefOf} />}
        <span className="date-range">
          <DateInput name="traded-from" label="Traded from" day={filter.tradedFrom} />
          <span className="muted">to</span>
          <DateInput name="traded-to" label="Traded to" day={filter.tradedTo} />
          <button className="button" type="submit">
            Set dates
          </button>
        </span>
        <FilterFields filter={filter} only={["code", "filedFrom"]} hrefOf={hrefOf} clearAllHref={hrefOf(NO_FILTER)} />
      </DrawnOnce>
      <span className="aside">
        <CopyLink href={url} />
        <a className="link-button" href={inFormat(url, "csv")}>
          CSV
        </a>
        <a className="link-button" href={inFormat(url, "json")}>
          JSON
        </a>
        <a className="link-button" href={inFormat(url, "ndjson")}>
          NDJSON
        </a>
        {hasFeed && (
          <a className="link-button" href={inFormat(url, "atom")}>
            Feed
          </a>
        )}
        {byMail && (
          <a className="link-button" href={askForAlertUrl(url)}>
            Email alerts
          </a>
        )}
      </span>
    </ApplyForm>
  );
};

const DateInput = ({ name, label, day }: { name: string; label: string; day: string | null }) => (
  <input className="input" type="date" name={name} aria-label={label} defaultValue={day ?? ""} />
);

/** @property hrefOf address of the page with another filter */
type Choice = { filter: FilingFilter; hrefOf: (filter: FilingFilter) => string };

const IssuerSwitch = ({ cik, issuers, filter, hrefOf }: Choice & { cik: string; issuers: InsiderIssuer[] }) => {
  const chosen = filter.issuer.map(printParty);
  const known = issuers.filter((issuer) => issuer.cik !== null);
  return (
    <nav className="segments" aria-label="Issuer">
      <a href={hrefOf({ ...filter, issuer: [] })} aria-current={chosen.length === 0 ? "true" : undefined}>
        All
      </a>
      {known.slice(0, MOST_ISSUERS).map((issuer) => (
        <a
          key={issuer.cik}
          href={hrefOf({ ...filter, issuer: [{ cik: issuer.cik ?? "" }] })}
          aria-current={chosen.includes(issuer.cik ?? "") ? "true" : undefined}
          title={issuer.name ?? undefined}
        >
          {issuerLabel(issuer)}
          <span>
            {issuer.filings}
            <span className="visually-hidden"> {issuer.filings === 1 ? "filing" : "filings"}</span>
          </span>
        </a>
      ))}
      {known.length > MOST_ISSUERS && (
        <a href={`${issuersUrl()}?insider=${cik}`}>{plural(known.length - MOST_ISSUERS, "more issuer")}</a>
      )}
    </nav>
  );
};

const Periods = ({ lastDay, filter, hrefOf }: Choice & { lastDay: string }) => (
  <nav className="segments" aria-label="Period up to the last filing">
    {PERIODS.map((years) => {
      const from = monthsBefore(lastDay, 12 * years);
      const isChosen = filter.tradedFrom === from && filter.tradedTo === null;
      return (
        <a
          key={years}
          href={hrefOf({ ...filter, tradedFrom: from, tradedTo: null })}
          aria-current={isChosen ? "true" : undefined}
          title={`Traded since ${from}, ${plural(years, "year")} before the last filing`}
        >
          {years}y
        </a>
      );
    })}
    <a
      href={hrefOf({ ...filter, tradedFrom: null, tradedTo: null })}
      aria-current={filter.tradedFrom === null && filter.tradedTo === null ? "true" : undefined}
    >
      All
    </a>
  </nav>
);
