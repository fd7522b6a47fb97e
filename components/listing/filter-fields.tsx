import { DOCUMENT_TYPES } from "@/lib/edgar/document-rules";
import { IMPLAUSIBLE_WORDS, type PartyNames, PLAN_WORDS, PRICE_RANGE_WORDS } from "@/lib/filters/describe-filter";
import {
  type FilingFilter,
  type FilterName,
  IMPLAUSIBLE_FILTERS,
  NO_FILTER,
  PLAN_FILTERS,
  PRICE_RANGE_FILTERS,
} from "@/lib/filters/filing-filter";
import { describeParty, type Party, printParty } from "@/lib/filters/party";
import { formatDateRange } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";
import { CodeChecks, MARKET_TRADES } from "./code-checks";
import { Choice, FilterField } from "./filter-field";

/** A field of the strip. */
type Field = {
  id: string;
  label: string;
  /** The filters that it sets. A page has the field if it has the first of them. */
  sets: readonly [FilterName, ...FilterName[]];
  /** The current filter in words, as short as possible; null if it is not set. */
  words: (filter: FilingFilter, names: PartyNames) => string | null;
  presets?: readonly { label: string; set: Partial<FilingFilter> }[];
  isWide?: boolean;
  inputs: (filter: FilingFilter, names: PartyNames) => React.ReactNode;
};

const FIELDS: readonly Field[] = [
  {
    id: "issuer",
    label: "Issuer",
    sets: ["issuer"],
    words: ({ issuer }, { issuers }) => partiesInWords(issuer, issuers),
    inputs: ({ issuer }, { issuers }) => (
      <PartyInputs name="issuer" parties={issuer} names={issuers} label="Name, CIK, or tickers such as F, GM" />
    ),
  },
  {
    id: "insider",
    label: "Insider",
    sets: ["insider"],
    words: ({ insider }, { insiders }) => partiesInWords(insider, insiders),
    inputs: ({ insider }, { insiders }) => (
      <PartyInputs name="insider" parties={insider} names={insiders} label="Name or CIK" />
    ),
  },
  {
    id: "filed",
    label: "Filed",
    sets: ["filedFrom", "filedTo"],
    words: ({ filedFrom, filedTo }) => formatDateRange(filedFrom, filedTo, "short"),
    inputs: ({ filedFrom, filedTo }) => <DateInputs name="filed" from={filedFrom} to={filedTo} />,
  },
  {
    id: "traded",
    label: "Traded",
    sets: ["tradedFrom", "tradedTo"],
    words: ({ tradedFrom, tradedTo }) => formatDateRange(tradedFrom, tradedTo, "short"),
    inputs: ({ tradedFrom, tradedTo }) => <DateInputs name="traded" from={tradedFrom} to={tradedTo} />,
  },
  {
    id: "transaction",
    label: "Transaction",
    sets: ["code"],
    words: ({ code }) => listed(code),
    presets: [{ label: "Market trades only", set: { code: MARKET_TRADES } }],
    isWide: true,
    inputs: ({ code }) => <CodeChecks checked={code} />,
  },
  {
    id: "form",
    label: "Form",
    sets: ["form"],
    words: ({ form }) => listed(form),
    inputs: ({ form }) => (
      <fieldset>
        <legend>Form type</legend>
        {DOCUMENT_TYPES.map((type) => (
          <Choice key={type} name="form" value={type} isChecked={form.includes(type)}>
            Form {type}
          </Choice>
        ))}
      </fieldset>
    ),
  },
  {
    id: "plan",
    label: "10b5-1 plan",
    sets: ["plan", "adoptedFrom", "adoptedTo", "adoptedDaysFrom", "adoptedDaysTo"],
    words: (filter) => planInWords(filter),
    inputs: (filter) => <PlanInputs filter={filter} />,
  },
  {
    id: "price",
    label: "Price",
    sets: ["priceRange", "implausible"],
    words: ({ priceRange, implausible }) =>
      listed([
        ...priceRange.map((range) => PRICE_RANGE_WORDS[range]),
        ...implausible.map((asked) => IMPLAUSIBLE_WORDS[asked]),
      ]),
    inputs: ({ priceRange, implausible }) => (
      <>
        <fieldset>
          <legend>Range of an average price, as stated in a footnote</legend>
          {PRICE_RANGE_FILTERS.map((range) => (
            <Choice key={range} name="price-range" value={range} isChecked={priceRange.includes(range)}>
              {upperFirst(PRICE_RANGE_WORDS[range])}
            </Choice>
          ))}
        </fieldset>
        <fieldset>
          <legend>Price or number of shares contradicted by a footnote, balances or other trades</legend>
          {IMPLAUSIBLE_FILTERS.map((asked) => (
            <Choice key={asked} name="implausible" value={asked} isChecked={implausible.includes(asked)}>
              {upperFirst(IMPLAUSIBLE_WORDS[asked])}
            </Choice>
          ))}
        </fieldset>
      </>
    ),
  },
];

type FilterFieldsProps = {
  filter: FilingFilter;
  /** Names of the parties that the filter identifies by CIK. */
  names?: PartyNames;
  /** The filters that this page has. */
  only: readonly FilterName[];
  /** For filters that limit the page even if they are not set: the limit in words. */
  unset?: Partial<Record<FilterName, string>>;
  hrefOf: (filter: FilingFilter) => string;
  clearAllHref: string;
};

/** The fields of a filter, for a form around them. */
export const FilterFields = ({
  filter,
  names = { issuers: {}, insiders: {} },
  only,
  unset = {},
  hrefOf,
  clearAllHref,
}: FilterFieldsProps) =>
  FIELDS.filter(({ sets: [first] }) => only.includes(first)).map(
    ({ id, label, sets, words, presets = [], isWide, inputs }) => (
      <FilterField
        key={id}
        id={id}
        label={label}
        value={words(filter, names)}
        unset={unset[sets[0]]}
        clearHref={hrefOf({ ...filter, ...Object.fromEntries(sets.map((name) => [name, NO_FILTER[name]])) })}
        clearAllHref={clearAllHref}
        presets={presets.map(({ label, set }) => ({ label, href: hrefOf({ ...filter, ...set }) }))}
        isWide={isWide}
      >
        {inputs(filter, names)}
      </FilterField>
    ),
  );

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
        <Choice key={plan} name="plan" value={plan} isChecked={filter.plan.includes(plan)}>
          {upperFirst(PLAN_WORDS[plan])}
        </Choice>
      ))}
    </fieldset>
    <fieldset>
      <legend>Plan adopted, as stated in a footnote</legend>
      <DateInputs name="adopted" from={filter.adoptedFrom} to={filter.adoptedTo} />
    </fieldset>
    <fieldset>
      <legend>Days from adoption to the trade</legend>
      <div className="date-range">
        <DaysInput label="At least" name="adopted-days-from" days={filter.adoptedDaysFrom} />
        <DaysInput label="At most" name="adopted-days-to" days={filter.adoptedDaysTo} />
      </div>
    </fieldset>
  </>
);

const DaysInput = ({ label, name, days }: { label: string; name: string; days: string | null }) => (
  <label className="field">
    <span>{label}</span>
    <input className="input" type="number" min="0" name={name} defaultValue={days ?? ""} />
  </label>
);

const listed = (values: string[]) => (values.length > 0 ? values.join(", ") : null);

const partiesInWords = (parties: Party[], names: Record<string, string>) =>
  listed(parties.map((party) => describeParty(party, names)));

type PartyInputsProps = { name: string; parties: Party[]; names: Record<string, string>; label: string };

/** Checkboxes for the parties already in the filter, and a field to add one. */
const PartyInputs = ({ name, parties, names, label }: PartyInputsProps) => (
  <>
    {parties.map((party) => (
      <Choice key={printParty(party)} name={name} value={printParty(party)} isChecked>
        {describeParty(party, names)}
      </Choice>
    ))}
    <label className="field">
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
