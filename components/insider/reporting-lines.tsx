import Big from "big.js";
import { SectionHead } from "@/components/site/section-head";
import { CalendarDate } from "@/components/ui/calendar-date";
import { securityNoun } from "@/lib/headlines/security-words";
import type { LineStep, MissingBalance, MissingStep, ReportingLine } from "@/lib/people/reporting-line";
import { issuerLabel } from "@/lib/record/issuer-label";
import { filingUrl, placeUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { formatShares } from "@/lib/values/decimals";
import type { FiledIssuer } from "@/lib/views/party";

type Line = Pick<ReportingLine, "steps" | "missing"> & { label: FiledIssuer };

/** Longer lists are folded. */
const MOST_OPEN = 12;
const MOST_STEPS = 60;
const MOST_LINES = 8;

/** Everything filed on each issuer from the first report to the exit, and the steps that are missing. */
export const ReportingLines = ({ lines }: { lines: readonly Line[] }) => {
  if (lines.length === 0) return null;
  return (
    <section className="section" aria-labelledby="form-3-to-exit">
      <SectionHead
        id="form-3-to-exit"
        title="From Form 3 to exit"
        note="The filings in this database, oldest first. A balance that we cannot explain is a missing step"
      />
      {lines.slice(0, MOST_LINES).map(({ label, steps, missing }) => (
        <div key={label.cik ?? label.name} className="reporting-line">
          {lines.length > 1 && <h3 className="id">{issuerLabel(label) ?? "Issuer not named"}</h3>}
          <Steps steps={steps} missing={missing} />
        </div>
      ))}
      {lines.length > MOST_LINES && (
        <p className="small muted">
          The JSON has {plural(lines.length - MOST_LINES, "more issuer")}. To see one here, select it above.
        </p>
      )}
    </section>
  );
};

const Steps = ({ steps, missing }: Pick<Line, "steps" | "missing">) => {
  const list = (
    <ol className="line-steps">
      {steps.slice(0, MOST_STEPS).map((step) => (
        <li key={keyOf(step)} className={isMissing(step) ? "is-missing" : undefined}>
          <Step step={step} />
        </li>
      ))}
      {steps.length > MOST_STEPS && <li>The JSON has {plural(steps.length - MOST_STEPS, "more step")}.</li>}
    </ol>
  );
  if (steps.length <= MOST_OPEN) return list;
  return (
    <details className="folded">
      <summary>
        {steps.length} steps: {endsInWords(steps)}, {missing === 0 ? "all balances explained" : unexplained(missing)}
      </summary>
      {list}
    </details>
  );
};

const unexplained = (missing: number): string =>
  missing === 1 ? "1 unexplained balance" : `${missing} unexplained balances`;

const isMissing = ({ kind }: LineStep): boolean => ["missing", "no form 3", "original not held"].includes(kind);

/** How a long line begins and ends, for the summary of its fold. */
function endsInWords(steps: readonly LineStep[]): string {
  const begins = steps[0]?.kind === "form 3" ? "begins with a Form 3" : "no Form 3 found";
  const exit = steps.find((step) => step.kind === "exit");
  return `${begins}, ${exit?.kind === "exit" ? `exit box checked${exit.on === null ? "" : ` ${exit.isFiled ? "" : "signed "}${exit.on}`}` : "no exit reported"}`;
}

function keyOf(step: LineStep): string {
  if (step.kind === "missing") return `missing ${step.balances[0]?.row} ${step.from}`;
  if (step.kind === "reports") return `reports ${step.first.filing}`;
  return "filing" in step ? `${step.kind} ${step.filing}` : step.kind;
}

type Named = { filing: string; on: string | null; isFiled: boolean };

const Filed = ({ step, children }: { step: Named; children: React.ReactNode }) => (
  <>
    <a href={filingUrl(step.filing)}>{children}</a>
    {step.on !== null && (
      <>
        , {!step.isFiled && "signed "}
        <CalendarDate date={step.on} />
      </>
    )}
  </>
);

const Step = ({ step }: { step: LineStep }) => {
  switch (step.kind) {
    case "form 3":
      return <Filed step={step}>Form 3</Filed>;
    case "no form 3":
      return "No Form 3 found";
    case "reports":
      return <Reports {...step} />;
    case "original not held":
      return (
        <>
          <Filed step={step}>Form {step.form ?? "not stated"}</Filed>: {BASIS[step.basis] ?? step.basis}
        </>
      );
    case "missing":
      return <Missing step={step} />;
    case "exit":
      return <Filed step={step}>Exit: box checked on Form {step.form ?? "(not stated)"}</Filed>;
    case "no exit":
      return "No exit reported";
  }
};

const BASIS: Record<string, string> = {
  "original not held": "the filing it amends is not in this database",
  "several filings fit": "it could amend several filings",
};

const Reports = ({ forms, amendments, first, last }: Extract<LineStep, { kind: "reports" }>) => {
  const counts = [
    ...forms.map(({ form, count }) => (count === 1 ? `1 Form ${form}` : `${count} Forms ${form}`)),
    ...(amendments > 0 ? [amendments === 1 ? "1 amendment" : `${amendments} amendments`] : []),
  ];
  return (
    <>
      {counts.join(", ")}
      <span className="muted">
        , <FirstOrLast named={first} />
        {last.filing !== first.filing && last.on !== first.on && (
          <>
            {" "}
            to <FirstOrLast named={last} />
          </>
        )}
      </span>
    </>
  );
};

const FirstOrLast = ({ named }: { named: Named }) => (
  <a className="quiet-link" href={filingUrl(named.filing)}>
    {named.on !== null && !named.isFiled && "signed "}
    {named.on === null ? "undated" : <CalendarDate date={named.on} />}
  </a>
);

/** "Between 2021-06-04 and 2021-12-01, something is missing: 17,818 shares of Common Stock came in without a report". */
const Missing = ({ step: { from, to, balances, jointOwners } }: { step: MissingStep }) => {
  const [first] = balances;
  if (!first) return null;
  const isStretch = from !== null && from !== to;
  return (
    <>
      {isStretch ? (
        <>Between {first.before === null ? from : <a href={placeUrl(first.before)}>{from}</a>} and </>
      ) : from === null ? (
        "Before "
      ) : (
        "On "
      )}
      <a href={placeUrl(first.row)}>{to ?? "an unknown date"}</a>, something is missing:{" "}
      {balances.slice(0, MOST_BALANCES).map((balance, index) => (
        <span key={balance.row}>
          {index > 0 && "; "}
          <Balance balance={balance} isFirst={index === 0} />
        </span>
      ))}
      {balances.length > MOST_BALANCES && `; and ${balances.length - MOST_BALANCES} more`}
      {jointOwners > 0 && (
        <span className="muted">
          {" "}
          (reported jointly with {jointOwners} {jointOwners === 1 ? "other" : "others"})
        </span>
      )}
    </>
  );
};

const MOST_BALANCES = 8;

const Balance = ({ balance, isFirst }: { balance: MissingBalance; isFirst: boolean }) => {
  const { difference, security, ownership, row, reason } = balance;
  const size = difference.replace("-", "");
  const amount = <b>{formatShares(size)}</b>;
  return (
    <>
      {isFirst ? amount : <a href={placeUrl(row)}>{amount}</a>}{" "}
      {security === null ? "of an untitled security" : securityNoun(new Big(size), security)}
      {ownership === "I" && ", indirect,"} {difference.startsWith("-") ? "went out" : "came in"}
      {isFirst && " without a report"}
      {reason !== null && "; a filing between the two dates is not in this database"}
    </>
  );
};
