import { PageLead } from "@/components/site/page-lead";
import { SectionHead } from "@/components/site/section-head";
import { CodeChip } from "@/components/ui/code-chip";
import { Mark } from "@/components/ui/mark";
import { Unbroken } from "@/components/ui/unbroken";
import { codesUrl, inFormat } from "@/lib/urls";
import { describeCount } from "@/lib/values/counts";
import type { CodeView } from "@/lib/views/codes";

/** A code, or the flag that can appear next to one. */
export const OneCode = ({ view }: { view: CodeView }) =>
  view.kind === "flag" ? <Flag view={view} /> : <Code view={view} />;

const Eyebrow = () => <a href={codesUrl()}>Transaction codes</a>;

const Code = ({ view: { code, group, fill, neighbours } }: { view: Extract<CodeView, { kind: "code" }> }) => (
  <>
    <PageLead
      eyebrow={<Eyebrow />}
      title={
        <span className="code-title">
          <Mark group={code.group} fill={fill} size={26} /> {code.code}:{" "}
          {code.code === "M" ? "exercise or conversion" : code.word.toLowerCase()}
        </span>
      }
      standfirst={`${code.meaning}.`}
    />
    <div className="work">
      <dl className="facts code-facts">
        <div>
          <dt>Group</dt>
          <dd>{group}</dd>
        </div>
        <div>
          <dt>Rule</dt>
          <dd>{code.rule ?? "None"}</dd>
        </div>
        <div>
          <dt>Used in</dt>
          <dd>{code.derivativeOnly ? "Table II (derivatives) only" : "Table I or Table II"}</dd>
        </div>
        <div>
          <dt>Commonly misread</dt>
          <dd>
            <Unbroken>{code.misreading}</Unbroken>
          </dd>
        </div>
        <div>
          <dt>In this database</dt>
          <dd>
            <a href={code.transactions.url}>{describeCount(code.transactions, "transaction")}</a>
          </dd>
        </div>
      </dl>
      {code.code === "M" && (
        <p className="section prose">
          M covers both exercises and conversions. We call a row an exercise if Table II reports an exercise price, and
          otherwise a conversion.
        </p>
      )}
      {neighbours.length > 0 && (
        <section className="section" aria-labelledby="neighbours">
          <SectionHead id="neighbours" title="In the same group" />
          <ul className="results">
            {neighbours.map((other) => (
              <li key={other.code}>
                <CodeChip code={other.code} hasExercisePrice />
                <span className="small muted">{describeCount(other.transactions, "transaction")}</span>
                <span className="under">
                  <Unbroken>{other.meaning}</Unbroken>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="section small muted">
        <a href={inFormat(code.url, "json")}>JSON of this page</a>
      </p>
    </div>
  </>
);

const Flag = ({ view: { flag } }: { view: Extract<CodeView, { kind: "flag" }> }) => (
  <>
    <PageLead
      eyebrow={<Eyebrow />}
      title={`${flag.flag}: a flag next to a code, “${flag.word}”`}
      standfirst={`${flag.meaning}.`}
    />
    <div className="work">
      <dl className="facts code-facts">
        <div>
          <dt>Commonly misread</dt>
          <dd>{flag.misreading}</dd>
        </div>
        <div>
          <dt>In the XML</dt>
          <dd>
            <span className="id">transactionTimeliness</span>: E for early, L for late, empty for on time
          </dd>
        </div>
      </dl>
    </div>
  </>
);
