import { CodeChecks } from "@/components/listing/code-checks";
import { FilterField } from "@/components/listing/filter-field";
import { LiveForm } from "@/components/listing/live-form";
import { DOCUMENT_TYPES } from "@/lib/edgar/document-rules";
import type { PartyNames } from "@/lib/filters/describe-filter";
import { FILTER_PARTS, type FilingFilter, type FilterName, filterUrl, without } from "@/lib/filters/filing-filter";
import { type Party, printParty } from "@/lib/filters/party";
import { formatDateRange } from "@/lib/format/dates";

export type FilterFormProps = {
  /** Where the form leads: the page's own path. */
  action: string;
  filter: FilingFilter;
  names: PartyNames;
  /** The filters that the page has. */
  only?: readonly FilterName[];
  /** What else the address asks for, to be kept. */
  kept?: readonly (readonly [string, string])[];
};

/** The filters of a list in one strip: a plain GET form, which with script also applies each change at once. */
export const FilterForm = ({
  action,
  filter,
  names,
  only = Object.keys(FILTER_PARTS) as FilterName[],
  kept = [],
}: FilterFormProps) => {
  const has = (name: FilterName) => only.includes(name);
  /** The address without what these names say. */
  const clear = (...params: string[]) =>
    filterUrl(
      action,
      params.reduce((rest, param) => without(rest, param), filter),
      Object.fromEntries(kept),
    );
  return (
    <LiveForm action={action} className="filters">
      {has("issuer") && (
        <FilterField label="Issuer" value={partiesInWords(filter.issuer, names.issuers)} clearHref={clear("issuer")}>
          <PartyInputs name="issuer" parties={filter.issuer} names={names.issuers} label="Name, symbol or CIK" />
        </FilterField>
      )}
      {has("insider") && (
        <FilterField
          label="Insider"
          value={partiesInWords(filter.insider, names.insiders)}
          clearHref={clear("insider")}
        >
          <PartyInputs name="insider" parties={filter.insider} names={names.insiders} label="Name or CIK" />
        </FilterField>
      )}
      {has("filedFrom") && (
        <FilterField
          label="Filed"
          value={formatDateRange(filter.filedFrom, filter.filedTo, "short")}
          clearHref={clear("filed-from", "filed-to")}
        >
          <DateInputs name="filed" from={filter.filedFrom} to={filter.filedTo} />
        </FilterField>
      )}
      {has("tradedFrom") && (
        <FilterField
          label="Traded"
          value={formatDateRange(filter.tradedFrom, filter.tradedTo, "short")}
          clearHref={clear("traded-from", "traded-to")}
        >
          <DateInputs name="traded" from={filter.tradedFrom} to={filter.tradedTo} />
        </FilterField>
      )}
      {has("code") && (
        <FilterField label="Transaction" value={listed(filter.code)} clearHref={clear("code")} opensLeft hasColumns>
          <CodeChecks checked={filter.code} />
        </FilterField>
      )}
      {has("form") && (
        <FilterField label="Form" value={listed(filter.form)} clearHref={clear("form")} opensLeft>
          <fieldset>
            <legend>Form type</legend>
            {DOCUMENT_TYPES.map((form) => (
              <label key={form} className="check">
                <input type="checkbox" name="form" value={form} defaultChecked={filter.form.includes(form)} />
                Form {form}
              </label>
            ))}
          </fieldset>
        </FilterField>
      )}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </LiveForm>
  );
};

const listed = (values: string[]) => (values.length > 0 ? values.join(", ") : null);

const partyInWords = (party: Party, names: Record<string, string>) =>
  "cik" in party ? (names[party.cik] ?? `CIK ${party.cik}`) : `“${printParty(party)}”`;

const partiesInWords = (parties: Party[], names: Record<string, string>) =>
  listed(parties.map((party) => partyInWords(party, names)));

type PartyInputsProps = { name: string; parties: Party[]; names: Record<string, string>; label: string };

/** Those already asked for, to be unticked, and a field for one more. */
const PartyInputs = ({ name, parties, names, label }: PartyInputsProps) => (
  <>
    {parties.map((party) => (
      <label key={printParty(party)} className="check">
        <input type="checkbox" name={name} value={printParty(party)} defaultChecked />
        {partyInWords(party, names)}
      </label>
    ))}
    <label key={parties.map(printParty).join()} className="field">
      <span>{label}</span>
      <input className="input" type="text" name={name} autoComplete="off" spellCheck={false} />
    </label>
  </>
);

const DateInputs = ({ name, from, to }: { name: string; from: string | null; to: string | null }) => (
  <div className="date-range">
    <label className="field">
      <span>From</span>
      <input className="input" type="date" name={`${name}-from`} defaultValue={from ?? ""} />
    </label>
    <label className="field">
      <span>To, that day included</span>
      <input className="input" type="date" name={`${name}-to`} defaultValue={to ?? ""} />
    </label>
  </div>
);
