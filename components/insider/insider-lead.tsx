import { cikFact, filingsSince, lastFilingFact, PartyLead } from "@/components/site/party-lead";
import { describeLatenessRecord } from "@/lib/lateness/describe-lateness";
import type { Insider, InsiderView } from "@/lib/views/insider";
import { insiderScope } from "./insider-scope";
import { InsiderStandfirst } from "./insider-standfirst";
import { RolesList } from "./roles-list";

type Lead = InsiderView["lead"];

/** Who the insider is, and a summary of the view. */
export const InsiderLead = ({ lead }: { lead: Lead }) => (
  <PartyLead
    kind="Insider"
    name={lead.name}
    standfirst={
      <InsiderStandfirst
        scope={insiderScope(lead)}
        sums={lead.sums}
        leftOut={lead.leftOut}
        held={lead.issuers.length === 1 ? lead.held : null}
        derivatives={lead.openDerivatives}
        then={lead.heldThen}
        until={lead.until}
        undated={lead.undated}
      />
    }
    facts={factsOf(lead)}
  >
    <RolesList insiderCik={lead.insider.cik} roles={lead.roles} />
  </PartyLead>
);

function factsOf({ insider, name, lateness }: Lead) {
  const late = describeLatenessRecord(lateness);
  const otherNames = insider.names.filter((other) => other !== insider.name);
  return [
    lastFilingFact(insider.last),
    { term: "Filings", value: filingsInWords(insider) },
    ...(late === null
      ? []
      : [{ term: "Filed late", value: lateness.filings.length > 0 ? <a href="#filed-late">{late}</a> : late }]),
    cikFact(insider.cik, "This filer on EDGAR"),
    ...(insider.name !== null && insider.name !== name ? [{ term: "Name as filed", value: insider.name }] : []),
    ...(otherNames.length > 0 ? [{ term: "Previously filed as", value: otherNames.join("; ") }] : []),
  ];
}

/** "41 since March 2018, 2 amended". */
function filingsInWords({ first, filings, amended, amendments }: Insider): string {
  const count = filingsSince(filings, first);
  if (amended > 0) return `${count}, ${amended.toLocaleString("en-US")} amended`;
  if (amendments === 0) return count;
  return `${count}, ${amendments.toLocaleString("en-US")} ${amendments === 1 ? "amendment" : "amendments"}`;
}
