import { inDollars, PLAN_WORDS, POSITION_WORDS, ROLE_WORDS } from "@/lib/filters/describe-filter";
import { type FilingFilter, PLAN_FILTERS, POSITION_FILTERS } from "@/lib/filters/filing-filter";
import { ROLES, type Role } from "@/lib/record/role";
import { methodUrl } from "@/lib/urls";
import { formatSigned } from "@/lib/values/decimals";
import { upperFirst } from "@/lib/values/upper-first";
import { CodeChecks, MARKET_TRADES } from "./code-checks";
import { Choices, type CountOf, type StripField } from "./filter-field";
import { DateRange, PartyInputs, Periods, Range } from "./filter-inputs";
import { datesInWords, listed, partiesInWords, planInWords, rangeInWords } from "./filter-words";

/** The fields of the strip itself, in its order. */
export const STRIP_FIELDS: readonly StripField[] = [
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
  dateField("filed", "Filed"),
  dateField("traded", "Traded"),
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
    words: ({ valueFrom, valueTo }) => rangeInWords(valueFrom, valueTo, inDollars),
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
        rangeInWords(changeFrom, changeTo, (percent) => `${formatSigned(percent)}%`),
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
          <Choices
            name="position"
            values={POSITION_FILTERS}
            chosen={position}
            words={(each) => upperFirst(POSITION_WORDS[each])}
            countOf={countOf}
          />
        </fieldset>
        <p className="field-hint">Trades without a certain balance match only “any”.</p>
      </>
    ),
  },
  {
    id: "plan",
    label: "10b5-1 plan",
    sets: ["plan", "adoptedFrom", "adoptedTo", "adoptedDaysFrom", "adoptedDaysTo"],
    words: planInWords,
    inputs: (filter, { countOf }) => <PlanInputs filter={filter} countOf={countOf} />,
  },
];

/** The dates of a filter, relative to today if the page has those. */
function dateField(id: "filed" | "traded", label: string): StripField {
  const sets = [`${id}From`, `${id}To`, `${id}Within`] as const;
  const [from, to, within] = sets;
  return {
    id,
    label,
    sets,
    words: (filter) => datesInWords(filter[from], filter[to], filter[within]),
    inputs: (filter, { only, hrefOf, countOf }) => (
      <>
        {only.includes(within) && (
          <Periods
            name={`${id}-within`}
            within={filter[within]}
            countOf={countOf}
            frozenHref={(dates) =>
              hrefOf({
                ...filter,
                [within]: null,
                [from]: laterOf(filter[from], dates.from),
                [to]: filter[to] ?? dates.to,
              })
            }
          />
        )}
        <DateRange name={id} from={filter[from]} to={filter[to]} />
      </>
    ),
  };
}

const laterOf = (day: string | null, other: string) => (day !== null && day > other ? day : other);

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
          <Choices name="role" values={roles} chosen={chosen} words={(role) => ROLE_WORDS[role]} countOf={countOf} />
        </fieldset>
      ))}
    </div>
    <p className="field-hint">
      <a href={methodUrl("titles")}>How we read titles</a>
    </p>
  </>
);

const PlanInputs = ({ filter, countOf }: { filter: FilingFilter; countOf: CountOf }) => (
  <>
    <fieldset>
      <legend>Purchases and sales</legend>
      <Choices
        name="plan"
        values={PLAN_FILTERS}
        chosen={filter.plan}
        words={(plan) => upperFirst(PLAN_WORDS[plan])}
        countOf={countOf}
      />
    </fieldset>
    <fieldset>
      <legend>Plan adopted, as stated in a footnote</legend>
      <DateRange name="adopted" from={filter.adoptedFrom} to={filter.adoptedTo} />
    </fieldset>
    <fieldset>
      <legend>Days from adoption to the trade</legend>
      <Range
        name="adopted-days"
        from={filter.adoptedDaysFrom}
        to={filter.adoptedDaysTo}
        labels={["At least", "At most"]}
        input={{ type: "number", min: "0" }}
      />
    </fieldset>
  </>
);
