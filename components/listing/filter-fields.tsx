import { Fragment } from "react";
import { DOCUMENT_TYPES } from "@/lib/edgar/document-rules";
import {
  describeSic,
  IMPLAUSIBLE_WORDS,
  OWNERSHIP_WORDS,
  type PartyNames,
  PLAN_WORDS,
  POSITION_WORDS,
  PRICE_RANGE_WORDS,
  ROLE_WORDS,
  SIDE_WORDS,
} from "@/lib/filters/describe-filter";
import { FACET_NAMES, type ShownFacets } from "@/lib/filters/facets";
import {
  FILTER_PARTS,
  type FilingFilter,
  type FilterName,
  IMPLAUSIBLE_FILTERS,
  NO_FILTER,
  OWNERSHIPS,
  PLAN_FILTERS,
  POSITION_FILTERS,
  PRICE_RANGE_FILTERS,
  SIDES,
  TABLES,
  UNKNOWN_SIC,
} from "@/lib/filters/filing-filter";
import { describeParty, type Party, printParty } from "@/lib/filters/party";
import { describeRelativeDates, type RelativeDates } from "@/lib/filters/relative-dates";
import { TRADE_LABELS } from "@/lib/record/derived-filing";
import { ROLES, type Role } from "@/lib/record/role";
import { methodUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatDateRange } from "@/lib/values/dates";
import { formatShares, formatSigned } from "@/lib/values/decimals";
import { newYorkClock } from "@/lib/values/new-york-time";
import { upperFirst } from "@/lib/values/upper-first";
import { CodeChecks, MARKET_TRADES } from "./code-checks";
import { Choice, type CountOf, FilterField } from "./filter-field";

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
  inputs: (filter: FilingFilter, on: Page) => React.ReactNode;
};

type Page = {
  names: PartyNames;
  /** The filters that the page has. */
  only: readonly FilterName[];
  hrefOf: (filter: FilingFilter) => string;
  countOf: CountOf;
};

const FIELDS: readonly Field[] = [
  {
    id: "issuer",
    label: "Issuer",
    sets: ["issuer"],
    words: ({ issuer }, { issuers }) => partiesInWords(issuer, issuers),
    inputs: ({ issuer }, { names: { issuers } }) => (
      <PartyInputs name="issuer" parties={issuer} names={issuers} label="Name, CIK, or tickers such as F, GM" />
    ),
  },
  {
    id: "insider",
    label: "Insider",
    sets: ["insider"],
    words: ({ insider }, { insiders }) => partiesInWords(insider, insiders),
    inputs: ({ insider }, { names: { insiders } }) => (
      <PartyInputs name="insider" parties={insider} names={insiders} label="Name or CIK" />
    ),
  },
  {
    id: "filed",
    label: "Filed",
    sets: ["filedFrom", "filedTo", "filedWithin"],
    words: ({ filedFrom, filedTo, filedWithin }) => datesInWords(filedFrom, filedTo, filedWithin),
    inputs: (filter, on) => (
      <Dates name="filed" from={filter.filedFrom} to={filter.filedTo}>
        {on.only.includes("filedWithin") && (
          <Periods
            name="filed-within"
            within={filter.filedWithin}
            frozenHref={({ from, to }) =>
              on.hrefOf({
                ...filter,
                filedWithin: null,
                filedFrom: laterOf(filter.filedFrom, from),
                filedTo: filter.filedTo ?? to,
              })
            }
          />
        )}
      </Dates>
    ),
  },
  {
    id: "traded",
    label: "Traded",
    sets: ["tradedFrom", "tradedTo", "tradedWithin"],
    words: ({ tradedFrom, tradedTo, tradedWithin }) => datesInWords(tradedFrom, tradedTo, tradedWithin),
    inputs: (filter, on) => (
      <Dates name="traded" from={filter.tradedFrom} to={filter.tradedTo}>
        {on.only.includes("tradedWithin") && (
          <Periods
            name="traded-within"
            within={filter.tradedWithin}
            frozenHref={({ from, to }) =>
              on.hrefOf({
                ...filter,
                tradedWithin: null,
                tradedFrom: laterOf(filter.tradedFrom, from),
                tradedTo: filter.tradedTo ?? to,
              })
            }
          />
        )}
      </Dates>
    ),
  },
  {
    id: "transaction",
    label: "Transaction",
    sets: ["code"],
    words: ({ code }) => listed(code),
    presets: [{ label: "Market trades only", set: { code: MARKET_TRADES } }],
    isWide: true,
    inputs: ({ code }, { countOf }) => <CodeChecks checked={code} countOf={countOf} />,
  },
  {
    id: "role",
    label: "Role",
    sets: ["role"],
    words: ({ role }) => listed(role.map((each) => ROLE_WORDS[each])),
    inputs: ({ role }, { countOf }) => <RoleInputs chosen={role} countOf={countOf} />,
  },
  {
    id: "value",
    label: "Value",
    sets: ["valueFrom", "valueTo"],
    words: ({ valueFrom, valueTo }) => rangeInWords(valueFrom, valueTo, dollars),
    inputs: ({ valueFrom, valueTo }) => (
      <>
        <Range name="value" from={valueFrom} to={valueTo} />
        <p className="field-hint">
          In US dollars, Table I only. Trades without a certain and plausible value match only “any”.
        </p>
      </>
    ),
  },
  {
    id: "change",
    label: "Change",
    sets: ["changeFrom", "changeTo", "position"],
    words: ({ changeFrom, changeTo, position }) =>
      listed([
        ...position.map((each) => upperFirst(POSITION_WORDS[each])),
        ...[rangeInWords(changeFrom, changeTo, percent)].filter((words) => words !== null),
      ]),
    presets: [
      { label: "Up 10% or more", set: { changeFrom: "10", changeTo: null } },
      { label: "Down 50% or more", set: { changeFrom: null, changeTo: "-50" } },
    ],
    inputs: ({ changeFrom, changeTo, position }, { countOf }) => (
      <>
        <fieldset>
          <legend>Percent of the holding before (negative if it fell)</legend>
          <Range name="change" from={changeFrom} to={changeTo} />
        </fieldset>
        <fieldset>
          <legend>Position</legend>
          {POSITION_FILTERS.map((each) => (
            <Choice
              key={each}
              name="position"
              value={each}
              isChecked={position.includes(each)}
              count={countOf("position", each)}
            >
              {upperFirst(POSITION_WORDS[each])}
            </Choice>
          ))}
        </fieldset>
        <p className="field-hint">Trades without a certain balance match only “any”.</p>
      </>
    ),
  },
  {
    id: "plan",
    label: "10b5-1 plan",
    sets: ["plan", "adoptedFrom", "adoptedTo", "adoptedDaysFrom", "adoptedDaysTo"],
    words: (filter) => planInWords(filter),
    inputs: (filter, { countOf }) => <PlanInputs filter={filter} countOf={countOf} />,
  },
];

/** Fields that share one panel, if a page has several of them. */
const RARER: readonly Field[] = [
  {
    id: "form",
    label: "Form",
    sets: ["form"],
    words: ({ form }) => listed(form),
    inputs: ({ form }, { countOf }) => (
      <fieldset>
        <legend>Form type</legend>
        {DOCUMENT_TYPES.map((type) => (
          <Choice key={type} name="form" value={type} isChecked={form.includes(type)} count={countOf("form", type)}>
            Form {type}
          </Choice>
        ))}
      </fieldset>
    ),
  },
  {
    id: "side",
    label: "Acquired or disposed of",
    sets: ["side"],
    words: ({ side }) => listed(side.map((each) => upperFirst(SIDE_WORDS[each]))),
    inputs: ({ side }, { countOf }) => (
      <fieldset>
        <legend>Acquired or disposed of</legend>
        {SIDES.map((each) => (
          <Choice key={each} name="side" value={each} isChecked={side.includes(each)} count={countOf("side", each)}>
            {upperFirst(SIDE_WORDS[each])}
          </Choice>
        ))}
      </fieldset>
    ),
  },
  {
    id: "table",
    label: "Table",
    sets: ["table"],
    words: ({ table }) => listed(table.map((each) => `Table ${each}`)),
    inputs: ({ table }, { countOf }) => (
      <fieldset>
        <legend>Table</legend>
        {TABLES.map((each) => (
          <Choice key={each} name="table" value={each} isChecked={table.includes(each)} count={countOf("table", each)}>
            {each === "I" ? "I, non-derivative" : "II, derivative"}
          </Choice>
        ))}
      </fieldset>
    ),
  },
  {
    id: "ownership",
    label: "Ownership",
    sets: ["ownership"],
    words: ({ ownership }) => listed(ownership.map((each) => upperFirst(OWNERSHIP_WORDS[each]))),
    inputs: ({ ownership }, { countOf }) => (
      <fieldset>
        <legend>Ownership</legend>
        {OWNERSHIPS.map((each) => (
          <Choice
            key={each}
            name="ownership"
            value={each}
            isChecked={ownership.includes(each)}
            count={countOf("ownership", each)}
          >
            {each === "D" ? "Direct" : "Indirect"}
          </Choice>
        ))}
      </fieldset>
    ),
  },
  {
    id: "label",
    label: "Earlier trades",
    sets: ["label", "first"],
    words: ({ label, first }) => listed([...label.map(upperFirst), ...(first.length > 0 ? ["First purchase"] : [])]),
    inputs: ({ label, first }, { countOf }) => (
      <>
        <fieldset>
          <legend>Purchases and sales, by earlier trades</legend>
          {TRADE_LABELS.map((each) => (
            <Choice
              key={each}
              name="label"
              value={each}
              isChecked={label.includes(each)}
              count={countOf("label", each)}
            >
              {upperFirst(each)}
            </Choice>
          ))}
          <p className="field-hint">
            <a href={methodUrl("labels")}>How we classify trades</a>
          </p>
        </fieldset>
        <fieldset>
          <legend>First in our records</legend>
          <Choice name="first" value="1" isChecked={first.length > 0} count={countOf("first", "1")}>
            First purchase
          </Choice>
        </fieldset>
      </>
    ),
  },
  {
    id: "sic",
    label: "Industry",
    sets: ["sic"],
    words: ({ sic }) => listed(sic.map((digits) => (digits === UNKNOWN_SIC ? "Not known" : `SIC ${digits}`))),
    inputs: ({ sic }) => (
      <fieldset>
        <legend>Industry of the issuer</legend>
        {sic
          .filter((digits) => digits !== UNKNOWN_SIC)
          .map((digits) => (
            <Choice key={digits} name="sic" value={digits} isChecked>
              {describeSic(digits)}
            </Choice>
          ))}
        <Choice name="sic" value={UNKNOWN_SIC} isChecked={sic.includes(UNKNOWN_SIC)}>
          Not known
        </Choice>
        <label className="field">
          <span>SIC code, or its first digits</span>
          <input className="input" type="text" inputMode="numeric" name="sic" autoComplete="off" />
        </label>
        <p className="field-hint">
          <a href={methodUrl("industry")}>Where we find the industry</a>
        </p>
      </fieldset>
    ),
  },
  {
    id: "shares",
    label: "Shares",
    sets: ["sharesFrom", "sharesTo"],
    words: ({ sharesFrom, sharesTo }) => rangeInWords(sharesFrom, sharesTo, (shares) => `${figure(shares)} shares`),
    inputs: ({ sharesFrom, sharesTo }) => (
      <fieldset>
        <legend>Shares</legend>
        <Range name="shares" from={sharesFrom} to={sharesTo} />
      </fieldset>
    ),
  },
  {
    id: "amount",
    label: "Price per share",
    sets: ["priceFrom", "priceTo"],
    words: ({ priceFrom, priceTo }) => rangeInWords(priceFrom, priceTo, (price) => `${dollars(price)} a share`),
    inputs: ({ priceFrom, priceTo }) => (
      <fieldset>
        <legend>Price per share, in US dollars</legend>
        <Range name="price" from={priceFrom} to={priceTo} />
      </fieldset>
    ),
  },
  {
    id: "delay",
    label: "Delay",
    sets: ["delayFrom", "delayTo", "late"],
    words: ({ delayFrom, delayTo, late }) =>
      listed([
        ...(late.length > 0 ? ["Late"] : []),
        ...[rangeInWords(delayFrom, delayTo, (days) => `${days} days`)].filter((words) => words !== null),
      ]),
    inputs: ({ delayFrom, delayTo, late }, { countOf }) => (
      <fieldset>
        <legend>Business days from trade to filing</legend>
        <Range name="delay" from={delayFrom} to={delayTo} />
        <Choice name="late" value="1" isChecked={late.length > 0} count={countOf("late", "1")}>
          Late only
        </Choice>
      </fieldset>
    ),
  },
  {
    id: "price",
    label: "Price as stated",
    sets: ["priceRange", "implausible"],
    words: ({ priceRange, implausible }) =>
      listed([
        ...priceRange.map((range) => PRICE_RANGE_WORDS[range]),
        ...implausible.map((asked) => IMPLAUSIBLE_WORDS[asked]),
      ]),
    inputs: ({ priceRange, implausible }, { countOf }) => (
      <>
        <fieldset>
          <legend>Range of an average price, as stated in a footnote</legend>
          {PRICE_RANGE_FILTERS.map((range) => (
            <Choice
              key={range}
              name="price-range"
              value={range}
              isChecked={priceRange.includes(range)}
              count={countOf("price-range", range)}
            >
              {upperFirst(PRICE_RANGE_WORDS[range])}
            </Choice>
          ))}
        </fieldset>
        <fieldset>
          <legend>Price or number of shares contradicted by a footnote, balances or other trades</legend>
          {IMPLAUSIBLE_FILTERS.map((asked) => (
            <Choice
              key={asked}
              name="implausible"
              value={asked}
              isChecked={implausible.includes(asked)}
              count={countOf("implausible", asked)}
            >
              {upperFirst(IMPLAUSIBLE_WORDS[asked])}
            </Choice>
          ))}
        </fieldset>
      </>
    ),
  },
  {
    id: "joint",
    label: "Amended or joint",
    sets: ["amended", "joint"],
    words: ({ amended, joint }) =>
      listed([...(amended.length > 0 ? ["Amended"] : []), ...(joint.length > 0 ? ["Joint"] : [])]),
    inputs: ({ amended, joint }, { countOf }) => (
      <fieldset>
        <legend>Filing</legend>
        <Choice name="amended" value="1" isChecked={amended.length > 0} count={countOf("amended", "1")}>
          Amended filing or amendment
        </Choice>
        <Choice name="joint" value="1" isChecked={joint.length > 0} count={countOf("joint", "1")}>
          By several owners
        </Choice>
      </fieldset>
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
  /** Counts beside the choices. */
  facets?: ShownFacets;
  hrefOf: (filter: FilingFilter) => string;
  clearAllHref: string;
};

/** The fields of a filter, for a form around them. */
export const FilterFields = ({
  filter,
  names = { issuers: {}, insiders: {} },
  only,
  unset = {},
  facets = null,
  hrefOf,
  clearAllHref,
}: FilterFieldsProps) =>
  fieldsOf(only).map(({ id, label, sets, words, presets = [], isWide, unset: without, inputs }) => (
    <FilterField
      key={id}
      id={id}
      label={label}
      value={words(filter, names)}
      unset={unset[sets[0]] ?? without}
      clearHref={hrefOf({ ...filter, ...Object.fromEntries(sets.map((name) => [name, NO_FILTER[name]])) })}
      clearAllHref={clearAllHref}
      presets={presets.map(({ label, set }) => ({ label, href: hrefOf({ ...filter, ...set }) }))}
      isWide={isWide}
      summary={<PanelCounts facets={facets} sets={sets} />}
    >
      {inputs(filter, { names, only, hrefOf, countOf: countIn(facets) })}
    </FilterField>
  ));

const countIn = (facets: ShownFacets): CountOf => {
  if (facets === null || facets === "late") return () => null;
  return (param, value) => {
    const name = FACET_NAMES.find((each) => FILTER_PARTS[each].param === param);
    return (name && facets.facets[name].choices.find((choice) => choice.value === value)?.trades) ?? null;
  };
};

/** How many transactions the list has, and how many it would have without the filter of the panel. */
const PanelCounts = ({ facets, sets }: { facets: ShownFacets; sets: readonly FilterName[] }) => {
  if (facets === null) return null;
  if (facets === "late") return "Counts are not ready yet";
  const ofPanel = FACET_NAMES.filter((name) => sets.includes(name));
  const { trades, filings } = facets.found;
  // Several filters in one panel have no count without all of them.
  const all = ofPanel.length === 1 && ofPanel[0] ? facets.facets[ofPanel[0]].any.trades : trades;
  return (
    <>
      <b>{trades.toLocaleString("en-US")}</b>
      {`${all === trades ? "" : ` of ${all.toLocaleString("en-US")}`} ${all === 1 ? "trade" : "trades"} in ${plural(filings, "filing")}`}
      {facets.asOf && ` as of ${newYorkClock(Date.parse(facets.asOf)).time} ET`}
    </>
  );
};

/** The fields of a page. Several rarer ones share one. */
function fieldsOf(only: readonly FilterName[]): (Field & { unset?: string })[] {
  const isThere = ({ sets: [first] }: Field) => only.includes(first);
  const [fields, rarer] = [FIELDS.filter(isThere), RARER.filter(isThere)];
  const [first] = rarer;
  if (!first || rarer.length === 1) return [...fields, ...rarer];
  const more = {
    id: "more",
    label: "More filters",
    sets: [first.sets[0], ...rarer.flatMap(({ sets }) => sets)] as const,
    words: (filter: FilingFilter, names: PartyNames) =>
      listed(rarer.flatMap(({ words }) => words(filter, names) ?? [])),
    unset: `${rarer.length} fields`,
    isWide: true,
    inputs: (filter: FilingFilter, on: Page) => (
      <div className="choice-columns">
        {rarer.map(({ id, inputs }) => (
          <Fragment key={id}>{inputs(filter, on)}</Fragment>
        ))}
      </div>
    ),
  };
  return [...fields, more];
}

const BOARD: readonly Role[] = ["director", "chair"];
const OWNERS: readonly Role[] = ["ten-percent", "other"];
const ROLE_GROUPS: readonly (readonly [legend: string, roles: readonly Role[]])[] = [
  ["Board", BOARD],
  ["Owner", OWNERS],
  ["Officer", ROLES.filter((role) => !BOARD.includes(role) && !OWNERS.includes(role))],
];

const RoleInputs = ({ chosen, countOf }: { chosen: readonly Role[]; countOf: CountOf }) => (
  <>
    <div className="role-columns">
      {ROLE_GROUPS.map(([legend, roles]) => (
        <fieldset key={legend}>
          <legend>{legend}</legend>
          {roles.map((role) => (
            <Choice key={role} name="role" value={role} isChecked={chosen.includes(role)} count={countOf("role", role)}>
              {ROLE_WORDS[role]}
            </Choice>
          ))}
        </fieldset>
      ))}
    </div>
    <p className="field-hint">
      <a href={methodUrl("titles")}>How we read titles</a>
    </p>
  </>
);

/** "$25,000 or more", "up to 500", "5 to 10" */
function rangeInWords(from: string | null, to: string | null, print: (text: string) => string): string | null {
  if (from !== null && to !== null) return `${print(from)} to ${print(to)}`;
  if (from !== null) return `${print(from)} or more`;
  return to === null ? null : `Up to ${print(to)}`;
}

const figure = (text: string) => formatShares(text) ?? text;
const dollars = (text: string) => `$${figure(text)}`;
const percent = (text: string) => `${formatSigned(text)}%`;

const Range = ({ name, from, to }: { name: string; from: string | null; to: string | null }) => (
  <div className="date-range">
    {(
      [
        ["From", "from", from],
        ["To", "to", to],
      ] as const
    ).map(([label, end, value]) => (
      <label key={end} className="field">
        <span>{label}</span>
        <input
          className="input"
          type="text"
          inputMode="decimal"
          name={`${name}-${end}`}
          defaultValue={value ?? ""}
          placeholder="any"
          autoComplete="off"
        />
      </label>
    ))}
  </div>
);

const PERIODS: readonly (readonly [value: string, label: string])[] = [
  ["", "Any"],
  ["1d", "Today"],
  ["7d", "7 days"],
  ["30d", "30 days"],
  ["90d", "90 days"],
  ["this-year", "This year"],
  ["last-year", "Last year"],
];

type PeriodsProps = {
  name: string;
  within: RelativeDates | null;
  /** The address of the same list with its dates. */
  frozenHref: (dates: RelativeDates) => string;
};

/** Dates relative to today. A period of the address that is not among the usual ones is a further choice. */
const Periods = ({ name, within, frozenHref }: PeriodsProps) => {
  const isUsual = within === null || PERIODS.some(([value]) => value === within.words);
  const periods = isUsual ? PERIODS : [...PERIODS, [within.words, upperFirst(describeRelativeDates(within))] as const];
  return (
    <>
      <fieldset>
        <legend>Relative to today</legend>
        <div className="presets">
          {periods.map(([value, label]) => (
            <label key={value} className="period">
              <input type="radio" name={name} value={value} defaultChecked={value === (within?.words ?? "")} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {within !== null && (
        <p className="field-hint">
          These dates change every day. <a href={frozenHref(within)}>Freeze to these dates</a>
        </p>
      )}
    </>
  );
};

const Dates = ({
  children,
  ...range
}: {
  name: string;
  from: string | null;
  to: string | null;
  children: React.ReactNode;
}) => (
  <>
    {children}
    <DateInputs {...range} />
  </>
);

const datesInWords = (from: string | null, to: string | null, within: RelativeDates | null) =>
  listed([
    ...(within === null ? [] : [upperFirst(describeRelativeDates(within).replace("in the ", ""))]),
    ...[formatDateRange(from, to, "short")].filter((words) => words !== null),
  ]);

const laterOf = (day: string | null, other: string) => (day !== null && day > other ? day : other);

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

const PlanInputs = ({ filter, countOf }: { filter: FilingFilter; countOf: CountOf }) => (
  <>
    <fieldset>
      <legend>Purchases and sales</legend>
      {PLAN_FILTERS.map((plan) => (
        <Choice
          key={plan}
          name="plan"
          value={plan}
          isChecked={filter.plan.includes(plan)}
          count={countOf("plan", plan)}
        >
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
