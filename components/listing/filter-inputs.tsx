import { PERIODS } from "@/lib/filters/facets";
import { describeParty, type Party, printParty } from "@/lib/filters/party";
import { describeRelativeDates, type RelativeDates } from "@/lib/filters/relative-dates";
import { plural } from "@/lib/values/counts";
import { upperFirst } from "@/lib/values/upper-first";
import { Choice, type CountOf } from "./filter-field";

type RangeProps = {
  name: string;
  from: string | null;
  to: string | null;
  labels?: readonly [from: string, to: string];
  /** What kind of input each end is. */
  input?: React.InputHTMLAttributes<HTMLInputElement>;
};

const FIGURE: RangeProps["input"] = { type: "text", inputMode: "decimal", placeholder: "any", autoComplete: "off" };

/** The two ends of a range, of figures unless stated otherwise. */
export const Range = ({ name, from, to, labels: [first, last] = ["From", "To"], input = FIGURE }: RangeProps) => (
  <div className="date-range">
    {(
      [
        [first, "from", from],
        [last, "to", to],
      ] as const
    ).map(([label, end, value]) => (
      <label key={end} className="field">
        <span>{label}</span>
        <input className="input" name={`${name}-${end}`} defaultValue={value ?? ""} {...input} />
      </label>
    ))}
  </div>
);

export const DateRange = (range: Pick<RangeProps, "name" | "from" | "to">) => (
  <Range {...range} labels={["From", "To (inclusive)"]} input={{ type: "date" }} />
);

const PERIOD_WORDS: Record<(typeof PERIODS)[number], string> = {
  "1d": "Today",
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
  "this-year": "This year",
  "last-year": "Last year",
};
const USUAL: readonly (readonly [value: string, label: string])[] = [
  ["", "Any"],
  ...PERIODS.map((period) => [period, PERIOD_WORDS[period]] as const),
];

type PeriodsProps = {
  name: string;
  within: RelativeDates | null;
  /** The address of the same list with its dates. */
  frozenHref: (dates: RelativeDates) => string;
  countOf: CountOf;
};

/** Dates relative to today. A period of the address that is not among the usual ones is a further choice. */
export const Periods = ({ name, within, frozenHref, countOf }: PeriodsProps) => {
  const isUsual = within === null || USUAL.some(([value]) => value === within.words);
  const periods = isUsual ? USUAL : [...USUAL, [within.words, upperFirst(describeRelativeDates(within))] as const];
  return (
    <>
      <fieldset>
        <legend>Relative to today</legend>
        <div className="presets">
          {periods.map(([value, label]) => (
            <Period
              key={value}
              name={name}
              value={value}
              isChosen={value === (within?.words ?? "")}
              count={countOf(name, value)}
            >
              {label}
            </Period>
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

type PeriodProps = { name: string; value: string; isChosen: boolean; count: number | null; children: React.ReactNode };

const Period = ({ name, value, isChosen, count, children }: PeriodProps) => (
  <label className={count === 0 ? "period is-zero" : "period"}>
    <input
      type="radio"
      name={name}
      value={value}
      defaultChecked={isChosen}
      aria-description={count === null ? undefined : plural(count, "trade")}
    />
    <span>
      {children}
      {count !== null && (
        <span className="count" aria-hidden="true">
          {count.toLocaleString("en-US")}
        </span>
      )}
    </span>
  </label>
);

type PartyInputsProps = { name: string; parties: Party[]; names: Record<string, string>; label: string };

/** Checkboxes for the parties already in the filter, and a field to add one. */
export const PartyInputs = ({ name, parties, names, label }: PartyInputsProps) => (
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
