import { type ClusterRule, clusterRuleParams, describeRule } from "@/lib/clusters/cluster-rule";
import { methodUrl } from "@/lib/urls";

type ClusterRuleFormProps = {
  /** Where the form is sent: the path of this page. */
  action: string;
  rule: ClusterRule;
  /** Other parameters of the address, which the form keeps. */
  kept: readonly (readonly [string, string])[];
};

/** The rule in words, with a plain GET form to change it. */
export const ClusterRuleForm = ({ action, rule, kept }: ClusterRuleFormProps) => {
  const isChanged = clusterRuleParams(rule).length > 0;
  return (
    <div className="cluster-rule">
      <p>
        A cluster is {describeRule(rule)}. Owners who file together count as one insider.{" "}
        <a className="nowrap" href={methodUrl("clusters")}>
          How we find clusters
        </a>
      </p>
      <details open={isChanged}>
        <summary>Change the rule</summary>
        <form action={action} method="get">
          {kept.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <div className="fields">
            <label className="field">
              <span>Trades</span>
              <select className="input" name="cluster-code" defaultValue={rule.code}>
                <option value="P">purchases</option>
                <option value="S">sales</option>
              </select>
            </label>
            <label className="field">
              <span>Minimum insiders</span>
              <input
                className="input"
                type="number"
                name="cluster-insiders"
                min="2"
                max="20"
                defaultValue={rule.insiders}
              />
            </label>
            <label className="field">
              <span>Within (days)</span>
              <input className="input" type="number" name="cluster-days" min="1" max="365" defaultValue={rule.days} />
            </label>
            <label className="field">
              <span>Minimum total in dollars</span>
              <input
                className="input"
                type="text"
                inputMode="decimal"
                name="cluster-floor"
                defaultValue={rule.floor === "0" ? "" : rule.floor}
                placeholder="any"
                autoComplete="off"
              />
            </label>
            <label className="field">
              <span>Trades under 10b5-1 plans</span>
              <select className="input" name="cluster-plan" defaultValue={rule.plan ? "in" : "out"}>
                <option value="in">included</option>
                <option value="out">excluded</option>
              </select>
            </label>
          </div>
          <p className="buttons">
            <button className="button is-primary" type="submit">
              Apply
            </button>
            {isChanged && (
              <a className="button" href={hrefOf(action, kept)}>
                Reset
              </a>
            )}
          </p>
        </form>
      </details>
    </div>
  );
};

function hrefOf(path: string, params: ClusterRuleFormProps["kept"]): string {
  const text = new URLSearchParams(params.map(([name, value]) => [name, value])).toString();
  return text === "" ? path : `${path}?${text}`;
}
