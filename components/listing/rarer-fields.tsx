import { DOCUMENT_TYPES } from "@/lib/edgar/document-rules";
import {
  describeSic,
  FACTS_WORDS,
  FIRST_WORDS,
  grouped,
  IMPLAUSIBLE_WORDS,
  inDollars,
  OWNERSHIP_WORDS,
  PATTERN_WORDS,
  PRICE_RANGE_WORDS,
  SIDE_WORDS,
} from "@/lib/filters/describe-filter";
import {
  FACTS_FILTERS,
  FIRST_FILTERS,
  IMPLAUSIBLE_FILTERS,
  OWNERSHIPS,
  PRICE_RANGE_FILTERS,
  SIDES,
  TABLES,
  UNKNOWN_SIC,
  YES,
} from "@/lib/filters/filing-filter";
import { ROW_PATTERNS, TRADE_LABELS } from "@/lib/record/derived-filing";
import { INDUSTRY_GROUPS, industryGroup } from "@/lib/record/industry";
import { methodUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { upperFirst } from "@/lib/values/upper-first";
import { Choice, Choices, type StripField } from "./filter-field";
import { Range } from "./filter-inputs";
import { listed, rangeInWords } from "./filter-words";

/** Fields that share one panel, if a page has several of them. */
export const RARER_FIELDS: readonly StripField[] = [
  {
    id: "form",
    label: "Form",
    sets: ["form"],
    words: ({ form }) => listed(form),
    inputs: ({ form }, { countOf }) => (
      <fieldset>
        <legend>Form type</legend>
        <Choices name="form" values={DOCUMENT_TYPES} chosen={form} words={(type) => `Form ${type}`} countOf={countOf} />
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
        <Choices
          name="side"
          values={SIDES}
          chosen={side}
          words={(each) => upperFirst(SIDE_WORDS[each])}
          countOf={countOf}
        />
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
        <Choices
          name="table"
          values={TABLES}
          chosen={table}
          words={(each) => (each === "I" ? "I, non-derivative" : "II, derivative")}
          countOf={countOf}
        />
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
        <Choices
          name="ownership"
          values={OWNERSHIPS}
          chosen={ownership}
          words={(each) => (each === "D" ? "Direct" : "Indirect")}
          countOf={countOf}
        />
      </fieldset>
    ),
  },
  {
    id: "label",
    label: "Earlier trades",
    sets: ["label", "first"],
    words: ({ label, first }) =>
      listed([...label.map(upperFirst), ...first.map((each) => upperFirst(FIRST_WORDS[each]))]),
    inputs: ({ label, first }, { countOf }) => (
      <>
        <fieldset>
          <legend>Purchases and sales, by earlier trades</legend>
          <Choices
            name="label"
            values={TRADE_LABELS}
            chosen={label}
            words={(each) => upperFirst(each)}
            countOf={countOf}
          />
          <p className="field-hint">
            <a href={methodUrl("labels")}>How we classify trades</a>
          </p>
        </fieldset>
        <fieldset>
          <legend>First purchases</legend>
          <Choices
            name="first"
            values={FIRST_FILTERS}
            chosen={first}
            words={(each) => upperFirst(FIRST_WORDS[each])}
            countOf={countOf}
          />
        </fieldset>
      </>
    ),
  },
  {
    id: "pattern",
    label: "Together with other trades",
    sets: ["pattern", "clusterFrom"],
    words: ({ pattern, clusterFrom }) =>
      listed([
        ...pattern.map((each) => upperFirst(PATTERN_WORDS[each])),
        clusterFrom && `Cluster of ${clusterFrom} insiders or more`,
      ]),
    inputs: ({ pattern, clusterFrom }, { countOf }) => (
      <fieldset>
        <legend>Together with other trades</legend>
        <Choices
          name="pattern"
          values={ROW_PATTERNS}
          chosen={pattern}
          words={(each) => upperFirst(PATTERN_WORDS[each])}
          countOf={countOf}
        />
        <label className="field">
          <span>In a cluster of at least this many insiders</span>
          <input
            className="input"
            type="number"
            min="2"
            name="cluster-from"
            defaultValue={clusterFrom ?? ""}
            placeholder="any"
          />
        </label>
        <p className="field-hint">
          <a href={methodUrl("patterns")}>How we find these trades</a>
        </p>
      </fieldset>
    ),
  },
  {
    id: "facts",
    label: "Footnotes",
    sets: ["citesFacts"],
    words: ({ citesFacts }) => listed(citesFacts.map((each) => upperFirst(FACTS_WORDS[each]))),
    inputs: ({ citesFacts }, { countOf }) => (
      <fieldset>
        <legend>Footnotes</legend>
        <Choices
          name="facts"
          values={FACTS_FILTERS}
          chosen={citesFacts}
          words={(each) => upperFirst(FACTS_WORDS[each])}
          countOf={countOf}
        />
        <p className="field-hint">
          <a href={methodUrl("footnotes")}>Facts that we read from footnotes</a>
        </p>
      </fieldset>
    ),
  },
  {
    id: "sic",
    label: "Industry",
    sets: ["sic"],
    words: ({ sic }) => listed(sic.map((digits) => (digits === UNKNOWN_SIC ? "Not known" : `SIC ${digits}`))),
    inputs: ({ sic }, { countOf }) => (
      <fieldset>
        <legend>Industry of the issuer</legend>
        {sic
          .filter((digits) => digits !== UNKNOWN_SIC && !INDUSTRY_GROUPS.includes(digits))
          .map((digits) => (
            <Choice key={digits} name="sic" value={digits} isChecked>
              {describeSic(digits)}
            </Choice>
          ))}
        <Choice
          name="sic"
          value={UNKNOWN_SIC}
          isChecked={sic.includes(UNKNOWN_SIC)}
          count={countOf("sic", UNKNOWN_SIC)}
        >
          Not known
        </Choice>
        <details className="all-choices" open={sic.some((digits) => INDUSTRY_GROUPS.includes(digits))}>
          <summary>All industries</summary>
          <Choices
            name="sic"
            values={INDUSTRY_GROUPS}
            chosen={sic}
            words={(digits) => `${digits} ${industryGroup(digits)}`}
            countOf={countOf}
          />
        </details>
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
    words: ({ sharesFrom, sharesTo }) => rangeInWords(sharesFrom, sharesTo, (shares) => `${grouped(shares)} shares`),
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
    words: ({ priceFrom, priceTo }) => rangeInWords(priceFrom, priceTo, (price) => `${inDollars(price)} a share`),
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
        ...late.map(() => "Late"),
        rangeInWords(delayFrom, delayTo, (days) => plural(Number(days), "business day")),
      ]),
    inputs: ({ delayFrom, delayTo, late }, { countOf }) => (
      <fieldset>
        <legend>Business days from trade to filing</legend>
        <Range name="delay" from={delayFrom} to={delayTo} />
        <Choices name="late" values={YES} chosen={late} words={() => "Late only"} countOf={countOf} />
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
          <Choices
            name="price-range"
            values={PRICE_RANGE_FILTERS}
            chosen={priceRange}
            words={(range) => upperFirst(PRICE_RANGE_WORDS[range])}
            countOf={countOf}
          />
        </fieldset>
        <fieldset>
          <legend>Price or number of shares contradicted by a footnote, balances or other trades</legend>
          <Choices
            name="implausible"
            values={IMPLAUSIBLE_FILTERS}
            chosen={implausible}
            words={(asked) => upperFirst(IMPLAUSIBLE_WORDS[asked])}
            countOf={countOf}
          />
        </fieldset>
      </>
    ),
  },
  {
    id: "joint",
    label: "Amended or joint",
    sets: ["amended", "joint"],
    words: ({ amended, joint }) => listed([...amended.map(() => "Amended"), ...joint.map(() => "Joint")]),
    inputs: ({ amended, joint }, { countOf }) => (
      <fieldset>
        <legend>Filing</legend>
        <Choices
          name="amended"
          values={YES}
          chosen={amended}
          words={() => "Amended filing or amendment"}
          countOf={countOf}
        />
        <Choices name="joint" values={YES} chosen={joint} words={() => "By several owners"} countOf={countOf} />
      </fieldset>
    ),
  },
];
