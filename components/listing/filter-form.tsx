import { DOCUMENT_TYPES } from "@/lib/edgar/document-rules";
import { type PartyNames, PLAN_WORDS, PRICE_RANGE_WORDS } from "@/lib/filters/describe-filter";
import {
  FILTER_PARTS,
  type FilingFilter,
  type FilterName,
  filterUrl,
  PLAN_FILTERS,
  PRICE_RANGE_FILTERS,
  without,
} from "@/lib/filters/filing-filter";
import { type Party, printParty } from "@/lib/filters/party";
import { formatDateRange } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";
import { CodeChecks } from "./code-checks";
import { FilterField } from "./filter-field";
import { LiveForm } from "./live-form";

export type FilterFormProps = {
  /** Where the form is sent: the path of this page. */
  action: string;
  filter: FilingFilter;
  /** Names of the parties that the filter identifies by CIK. */
  names?: PartyNames;
  /** The filters that this page has. */
  only?: readonly FilterName[];
  /** Other parameters of the address, which the form keeps. */
  kept?: readonly (readonly [string, string])[];
  /** Builds the address of the page with another filter. Needed if `kept` is not enough, as with repeated parameters. */
  hrefOf?: (filter: FilingFilter) => string;
  /** Fields of this page only, after those of all lists. */
  children?: React.ReactNode;
};

/** The filters of a list in one strip: a plain GET form. With JavaScript, each change also applies at once. */
export const FilterForm = ({
  action,
  filter,
  names = { issuers: {}, insiders: {} },
  only = Object.keys(FILTER_PARTS) as FilterName[],
  kept = [],
  hrefOf = (other) => filterUrl(action, other, Object.fromEntries(kept)),
  children,
}: FilterFormProps) => {
  const has = (name: FilterName) => only.includes(name);
  /** The address without these parameters. */
  const clear = (...params: string[]) => hrefOf(params.reduce((rest, param) => without(rest, param), filter));
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
      {has("plan") && (
        <FilterField
          label="10b5-1 plan"
          value={planInWords(filter)}
          clearHref={clear("plan", "adopted-from", "adopted-to", "adopted-days-from", "adopted-days-to")}
          opensLeft
        >
          <PlanInputs filter={filter} />
        </FilterField>
      )}
      {has("priceRange") && (
        <FilterField
          label="Price range"
          value={listed(filter.priceRange.map((range) => PRICE_RANGE_WORDS[range]))}
          clearHref={clear("price-range")}
          opensLeft
        >
          <fieldset>
            <legend>Range of an average price, as stated in a footnote</legend>
            {PRICE_RANGE_FILTERS.map((range) => (
              <label key={range} className="check">
                <input
                  type="checkbox"
                  name="price-range"
                  value={range}
                  defaultChecked={filter.priceRange.includes(range)}
                />
                {upperFirst(PRICE_RANGE_WORDS[range])}
              </label>
            ))}
          </fieldset>
        </FilterField>
      )}
      {children}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </LiveForm>
  );
};

/** A short description of the plan filters. */
const planInWords = ({ plan, adoptedFrom, adoptedTo, adoptedDaysFrom, adoptedDaysTo }: FilingFilter) => {
  const adopted = formatDateRange(adoptedFrom, adoptedTo, "short");
  const days =
    adoptedDaysFrom === null && adoptedDaysTo === null ? null : `${adoptedDaysFrom ?? 0}–${adoptedDaysTo ?? "…"} days`;
  return listed([
    ...plan.map((asked) => PLAN_WORDS[asked]),
    ...(adopted === null ? [] : [`adopted ${adopted}`]),
    ...(days === null ? [] : [`traded after ${days}`]),
  ]);
};

const PlanInputs = ({ filter }: { filter: FilingFilter }) => (
  <>
    <fieldset>
      <legend>Purchases and sales</legend>
      {PLAN_FILTERS.map((plan) => (
        <label key={plan} className="check">
          <input type="checkbox" name="plan" value={plan} defaultChecked={filter.plan.includes(plan)} />
          {upperFirst(PLAN_WORDS[plan])}
        </label>
      ))}
    </fieldset>
    <fieldset>
      <legend>Plan adopted, as stated in a footnote</legend>
      <DateInputs name="adopted" from={filter.adoptedFrom} to={filter.adoptedTo} />
    </fieldset>
    <fieldset>
      <legend>Days from adoption to the trade</legend>
      <div className="date-range">
        <label className="field">
          <span>At least</span>
          <input
            className="input"
            type="number"
            min="0"
            name="adopted-days-from"
            defaultValue={filter.adoptedDaysFrom ?? ""}
          />
        </label>
        <label className="field">
          <span>At most</span>
          <input
            className="input"
            type="number"
            min="0"
            name="adopted-days-to"
            defaultValue={filter.adoptedDaysTo ?? ""}
          />
        </label>
      </div>
    </fieldset>
  </>
);

const listed = (values: string[]) => (values.length > 0 ? values.join(", ") : null);

const partyInWords = (party: Party, names: Record<string, string>) =>
  "cik" in party ? (names[party.cik] ?? `CIK ${party.cik}`) : `“${printParty(party)}”`;

const partiesInWords = (parties: Party[], names: Record<string, string>) =>
  listed(parties.map((party) => partyInWords(party, names)));

type PartyInputsProps = { name: string; parties: Party[]; names: Record<string, string>; label: string };

/** Checkboxes for the parties already in the filter, and a field to add one. */
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
      <span>To (inclusive)</span>
      <input className="input" type="date" name={`${name}-to`} defaultValue={to ?? ""} />
    </label>
  </div>
);
