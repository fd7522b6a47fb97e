import { SectionHead } from "@/components/site/section-head";
import { insidersUrl, methodUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import { RosterTable } from "./roster-table";

type Insiders = Parameters<typeof RosterTable>[0]["insiders"];

type IssuerRosterProps = {
  cik: string;
  name: string;
  roster: { insiders: Insiders; inAll: number };
  /** Those whose last filing has the exit box checked; `insiders` is null where they were not asked for. */
  former: { insiders: Insiders | null; inAll: number };
  /** This page with the former insiders open, and with them closed. */
  formerHref: string;
  nowHref: string;
  /** The last day of the twelve months; null where no filing has a date. */
  until: string | null;
};

/** The insiders who filed last, with what they hold, bought and sold; those who have left on demand. */
export const IssuerRoster = ({ cik, name, roster, former, formerHref, nowHref, until }: IssuerRosterProps) => (
  <>
    <section className="section" aria-labelledby="insiders">
      <SectionHead
        id="insiders"
        title="Insiders and latest holdings"
        note={shownOf(roster.insiders, roster.inAll, "now")}
        aside={
          <>
            {former.inAll > 0 && former.insiders === null && (
              <a href={`${formerHref}#former`}>
                {former.inAll.toLocaleString("en-US")} former {former.inAll === 1 ? "insider" : "insiders"}
              </a>
            )}
            <a href={`${insidersUrl()}?issuer=${cik}`}>All insiders by name</a>
          </>
        }
      />
      {roster.insiders.length === 0 ? (
        <p className="muted">Every insider’s last filing has the exit box checked.</p>
      ) : (
        <RosterTable caption={`Insiders of ${name} with their latest reported holdings`} insiders={roster.insiders} />
      )}
      <div className="table-foot">
        <p>
          Holdings are as of each insider’s last report and may have changed since; no filter applies to them. — not
          reported, 0 reported as none. Joint owners of one filing each stand with all it reports, and so does everyone
          who reports the same block on a filing of their own.
          {until !== null && ` Bought and sold: code P and S on Table I, the 12 months to ${formatDate(until)}.`}{" "}
          <a href={methodUrl("holding-lines")}>Holding lines</a>
        </p>
      </div>
    </section>
    {former.insiders !== null && (
      <section className="section" aria-labelledby="former">
        <SectionHead
          id="former"
          title="Former insiders"
          note={
            former.inAll === 0
              ? "No insider’s last filing has the exit box checked"
              : shownOf(former.insiders, former.inAll, "whose last filing has the exit box checked")
          }
          aside={<a href={`${nowHref}#insiders`}>Close the list</a>}
        />
        {former.insiders.length > 0 && (
          <RosterTable
            caption={`Former insiders of ${name} with their last reported holdings`}
            insiders={former.insiders}
          />
        )}
      </section>
    )}
  </>
);

const shownOf = ({ length }: Insiders, inAll: number, words: string): string => {
  const all = inAll.toLocaleString("en-US");
  return length === inAll ? `${all} ${words}` : `${length} of ${all} ${words}, those who filed last`;
};
