import { type FilingFilter, filterParams, filterUrl } from "@/lib/filters/filing-filter";
import { GROUPS, type Group, type Grouping, groupedBy, groupingParams, groupsUrl } from "@/lib/filters/grouping";
import { columnParams, type ListColumn, withColumns } from "@/lib/filters/list-columns";
import { transactionsUrl } from "@/lib/urls";

export const GROUP_LABELS: Record<Group, string> = {
  issuer: "Issuer",
  insider: "Insider",
  "issuer-day": "Issuer and day",
  industry: "Industry",
  role: "Role",
  month: "Month",
};

type GroupBarProps = { filter: FilingFilter; grouping: Grouping | null; columns: readonly ListColumn[] };

/** How a list of transactions is grouped, and which groups it leaves out: links, and a plain GET form. */
export const GroupBar = ({ filter, grouping, columns }: GroupBarProps) => (
  <div className="group-bar">
    <p className="group-links">
      <span>Group by</span>
      <a
        href={withColumns(filterUrl(transactionsUrl(), filter), columns)}
        aria-current={grouping === null ? "true" : undefined}
      >
        None
      </a>
      {GROUPS.map((by) => (
        <a
          key={by}
          href={withColumns(groupsUrl(transactionsUrl(), filter, groupedBy(by, filter, grouping)), columns)}
          aria-current={grouping?.by === by ? "true" : undefined}
        >
          {GROUP_LABELS[by]}
        </a>
      ))}
    </p>
    {grouping && (
      <form action={transactionsUrl()} method="get">
        {[...filterParams(filter), ...kept(filter, grouping), ...columnParams(columns)].map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label>
          At least{" "}
          <input
            className="input"
            type="number"
            name="insiders-from"
            min="1"
            defaultValue={grouping.insidersFrom === 1 ? "" : grouping.insidersFrom}
            placeholder="1"
          />{" "}
          insiders
        </label>
        <label>
          and{" "}
          <input
            className="input is-amount"
            type="text"
            inputMode="numeric"
            name="total-from"
            defaultValue={grouping.totalFrom === "0" ? "" : grouping.totalFrom}
            placeholder="any"
            autoComplete="off"
          />{" "}
          dollars in total
        </label>
        <button className="button" type="submit">
          Apply
        </button>
      </form>
    )}
  </div>
);

const kept = (filter: FilingFilter, grouping: Grouping) =>
  groupingParams(filter, { ...grouping, insidersFrom: 1, totalFrom: "0", after: 0 });
