import { Choice, FilterField } from "@/components/listing/filter-field";
import { FACT_GROUPS } from "@/lib/footnotes/fact-groups";
import { describeFactKind, FACT_VALUES, type FactKind, printFactKind } from "@/lib/footnotes/fact-kinds";
import { FACT_NAMES, type FactNames } from "@/lib/footnotes/fact-names";

type FactFieldProps = {
  asked: readonly FactKind[];
  /** The address without facts, and without any filter. */
  clearHref: string;
  clearAllHref: string;
};

const NAMES = new Map(FACT_NAMES.map((names) => [names.name, names]));

/** Checkboxes for every fact that a footnote can state, by group. Some have their possible values below. */
export const FactField = ({ asked, clearHref, clearAllHref }: FactFieldProps) => {
  const checked = new Set(asked.map(printFactKind));
  return (
    <FilterField
      id="fact"
      label="Fact"
      value={asked.length > 0 ? asked.map(describeFactKind).join(", ") : null}
      clearHref={clearHref}
      clearAllHref={clearAllHref}
      isWide
    >
      <p className="secondary">Footnotes that explicitly state one of these</p>
      <div className="choice-columns fact-checks">
        {FACT_GROUPS.map(({ label, facts }) => (
          <fieldset key={label}>
            <legend>{label}</legend>
            {facts.map(({ name }) => {
              const names = NAMES.get(name);
              return names && <FactChecks key={name} names={names} checked={checked} />;
            })}
          </fieldset>
        ))}
      </div>
    </FilterField>
  );
};

const FactChecks = ({ names: { key, words }, checked }: { names: FactNames; checked: ReadonlySet<string> }) => (
  <div className="fact-choice">
    <FactCheck kind={{ key, value: null }} words={words} checked={checked} />
    {Object.entries(FACT_VALUES[key] ?? {}).map(([value, called]) => (
      <FactCheck key={value} kind={{ key, value }} words={called} checked={checked} />
    ))}
  </div>
);

type FactCheckProps = { kind: FactKind; words: string; checked: ReadonlySet<string> };

const FactCheck = ({ kind, words, checked }: FactCheckProps) => {
  const printed = printFactKind(kind);
  return (
    <Choice
      name="fact"
      value={printed}
      isChecked={checked.has(printed)}
      label={kind.value === null ? undefined : describeFactKind(kind)}
      className={kind.value === null ? "check" : "check is-value"}
    >
      {words}
    </Choice>
  );
};
