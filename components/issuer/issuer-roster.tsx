import { SectionHead } from "@/components/site/section-head";
import type { ReadingNames } from "@/lib/record/filing-names";
import { insidersUrl, methodUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import type { IssuerView, RosterInsider } from "@/lib/views/issuer";
import { RosterTable } from "./roster-table";

/** The insiders who filed most recently, with what they own, bought and sold. Former insiders are shown on request. */
export const IssuerRoster = ({ roster, names }: { roster: IssuerView["roster"]; names: ReadingNames }) => {
  const { cik, name, now, former, formerHref, nowHref, until } = roster;
  return (
    <>
      <section className="section" aria-labelledby="insiders">
        <SectionHead
          id="insiders"
          title="Insiders and latest holdings"
          note={shownOf(now.insiders, now.inAll, "now")}
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
        {now.insiders.length === 0 ? (
          <p className="muted">All insiders checked the exit box on their last filing.</p>
        ) : (
          <RosterTable
            caption={`Insiders of ${name} with their latest reported holdings`}
            insiders={now.insiders}
            names={names}
          />
        )}
        <div className="table-foot">
          <p>
            Holdings are as of each insider’s last report, and may have changed since. Filters do not apply to them. “—”
            means not reported; 0 means reported as zero. Joint owners are each listed with everything their filing
            reports, and so is anyone who reports the same block in a filing of their own, so the columns can add up to
            more than the totals above.
            {until !== null && ` Bought and sold: codes P and S in Table I, in the 12 months to ${formatDate(until)}.`}{" "}
            <a href={methodUrl("holding-lines")}>How we follow holdings</a>
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
                ? "No insider checked the exit box on their last filing"
                : shownOf(former.insiders, former.inAll, "who checked the exit box on their last filing")
            }
            aside={<a href={`${nowHref}#insiders`}>Close the list</a>}
          />
          {former.insiders.length > 0 && (
            <RosterTable
              caption={`Former insiders of ${name} with their last reported holdings`}
              insiders={former.insiders}
              names={names}
            />
          )}
        </section>
      )}
    </>
  );
};

const shownOf = ({ length }: readonly RosterInsider[], inAll: number, words: string): string => {
  const all = inAll.toLocaleString("en-US");
  return length === inAll ? `${all} ${words}` : `${length} of ${all} ${words}, most recent filers first`;
};
