import { RosterTable } from "@/components/issuer/roster-table";
import { SectionHead } from "@/components/site/section-head";
import { insidersUrl } from "@/lib/urls";

type IssuerRosterProps = {
  cik: string;
  name: string;
  roster: { insiders: Parameters<typeof RosterTable>[0]["insiders"]; inAll: number };
};

/** The insiders who filed last, with their latest holdings, and the way to all of them. */
export const IssuerRoster = ({ cik, name, roster: { insiders, inAll } }: IssuerRosterProps) => (
  <section className="section" aria-labelledby="insiders">
    <SectionHead
      id="insiders"
      title="Insiders and latest holdings"
      note={`${insiders.length === inAll ? inAll : `${insiders.length} of ${inAll}`}, those who filed last first`}
      aside={<a href={`${insidersUrl()}?issuer=${cik}`}>All insiders by name</a>}
    />
    <RosterTable caption={`Insiders of ${name} with their latest reported holdings`} insiders={insiders} />
    <div className="table-foot">
      <span>
        Holdings are as of each insider’s last report and may have changed since; no filter applies to them. — not
        reported, 0 reported as none. Joint owners of one filing each stand with all it reports.
      </span>
    </div>
  </section>
);
