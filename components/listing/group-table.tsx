import { Fragment } from "react";
import { TradeBars } from "@/components/charts/trade-bars";
import { DrawnOnce } from "@/components/ui/drawn-once";
import { Missing } from "@/components/ui/missing";
import { Money } from "@/components/ui/money";
import { Pager } from "@/components/ui/pager";
import { tableRoles } from "@/components/ui/table-roles";
import { buyRatio, type GroupSort, groupId, groupsUrl, netValue, openGroupUrl } from "@/lib/filters/grouping";
import { withColumns } from "@/lib/filters/list-columns";
import { TOTALS_COVER } from "@/lib/headlines/trades-headline";
import { type BarAxis, barAxis, describeBarAxis } from "@/lib/series/trade-bars";
import { methodUrl, transactionsUrl } from "@/lib/urls";
import { plural } from "@/lib/values/counts";
import { minus } from "@/lib/values/decimals";
import { formatValue } from "@/lib/values/money";
import type { GroupsView, NamedGroup } from "@/lib/views/groups";
import { CutColumns } from "./cut-columns";
import { GROUP_LABELS } from "./group-bar";
import { GroupRows } from "./group-rows";
import { SortLink } from "./sort-link";

type Found = NonNullable<GroupsView["found"]>;
type GroupTableProps = { view: GroupsView; found: Found; pageSize: number };

const BARS = "Over time";

type Column = {
  label: string;
  sort?: GroupSort["column"];
  /** The width of the widest window that has no room for it. */
  cutAt?: "1260" | "1000";
  of: (group: NamedGroup, axis: BarAxis | null) => React.ReactNode;
};

const classOf = (cutAt: Column["cutAt"]) => (cutAt === undefined ? "num" : `num is-to-${cutAt}`);

const COLUMNS: readonly Column[] = [
  { label: "Bought by", of: (group) => <Insiders group={group} count={group.buyers} /> },
  { label: "Sold by", of: (group) => <Insiders group={group} count={group.sellers} /> },
  { label: "Insiders", sort: "insiders", of: (group) => <Insiders group={group} count={group.insiders} /> },
  {
    label: "Trades",
    sort: "trades",
    of: ({ trades, rowsUrl }) =>
      rowsUrl === null ? (
        trades.toLocaleString("en-US")
      ) : (
        <a className="quiet-link" href={rowsUrl}>
          {trades.toLocaleString("en-US")}
        </a>
      ),
  },
  { label: "Bought", sort: "bought", of: ({ bought }) => <Money text={formatValue(bought)} strong /> },
  { label: "Sold", sort: "sold", of: ({ sold }) => <Money text={formatValue(sold)} strong /> },
  { label: "Net", sort: "net", cutAt: "1000", of: (group) => <Net group={group} /> },
  { label: "Buy ratio", sort: "ratio", cutAt: "1260", of: (group) => <Ratio group={group} /> },
  {
    label: BARS,
    cutAt: "1260",
    of: ({ months }, axis) => (months === null || axis === null ? null : <TradeBars axis={axis} months={months} />),
  },
  { label: "First", sort: "first", cutAt: "1260", of: ({ first }) => first ?? <Missing /> },
  { label: "Last", sort: "last", of: ({ last }) => last ?? <Missing /> },
];

/** One line for each group, what it bought and sold side by side. */
export const GroupTable = ({ view, found, pageSize }: GroupTableProps) => {
  const { grouping, filter, columns: listColumns, next, title, opened } = view;
  const { groups, count } = found;
  const axis = barAxis(groups);
  const columns = COLUMNS.filter(({ label }) => label !== BARS || axis !== null);
  return (
    <>
      <DrawnOnce>
        <table {...tableRoles.table} className="group-table stack has-sticky-head">
          <caption className="visually-hidden">{title}</caption>
          <thead {...tableRoles.rowGroup}>
            <tr {...tableRoles.row}>
              <th {...tableRoles.columnHeader}>{GROUP_LABELS[grouping.by]}</th>
              {columns.map(({ label, sort, cutAt }) => (
                <th
                  key={label}
                  {...tableRoles.columnHeader}
                  className={classOf(cutAt)}
                  aria-sort={
                    sort === grouping.sort.column ? (grouping.sort.descending ? "descending" : "ascending") : undefined
                  }
                >
                  {sort === undefined ? (
                    label
                  ) : (
                    <SortLink
                      column={sort}
                      label={label}
                      sort={grouping.sort}
                      href={(order) =>
                        withColumns(
                          groupsUrl(transactionsUrl(), filter, {
                            ...grouping,
                            sort: { ...order, column: sort },
                            after: 0,
                          }),
                          listColumns,
                        )
                      }
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...tableRoles.rowGroup}>
            {groups.map((group) => {
              const id = groupId(group);
              const isOpen = opened?.id === id;
              return (
                <Fragment key={id}>
                  <tr id={`group-${id}`} {...tableRoles.row} className={isOpen ? "is-open" : undefined}>
                    <th {...tableRoles.rowHeader} className="col-group">
                      {group.rowsUrl !== null && (
                        <a
                          className="open-group"
                          href={withColumns(openGroupUrl(transactionsUrl(), filter, grouping, id, isOpen), listColumns)}
                          aria-expanded={isOpen}
                        >
                          <svg viewBox="0 0 16 16" width="11" height="11" aria-hidden="true">
                            <path d="M6 3l5 5-5 5" />
                          </svg>
                          <span className="visually-hidden">Newest trades</span>
                        </a>
                      )}
                      {group.tradingSymbol && (
                        <>
                          <b className="id">{group.tradingSymbol}</b>{" "}
                        </>
                      )}
                      {group.href === null ? (
                        <span className="name">{group.name}</span>
                      ) : (
                        <a className="name" href={group.href}>
                          {group.name}
                        </a>
                      )}
                      {group.day && (
                        <>
                          {" "}
                          <span className="group-day muted">{group.day}</span>
                        </>
                      )}
                    </th>
                    {columns.map(({ label, cutAt, of }) => (
                      <td key={label} {...tableRoles.cell} className={classOf(cutAt)} data-label={label}>
                        {of(group, axis)}
                      </td>
                    ))}
                  </tr>
                  {isOpen && (
                    <tr {...tableRoles.row} className="group-rows">
                      <td {...tableRoles.cell} colSpan={columns.length + 1}>
                        <GroupRows
                          opened={opened}
                          caption={`Newest trades: ${group.name}${group.day === null ? "" : `, ${group.day}`}`}
                          allHref={group.rowsUrl}
                          hasIssuer={grouping.by !== "issuer" && grouping.by !== "issuer-day"}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
        <CutColumns
          cut={(["1260", "1000"] as const).map((window) => ({
            window,
            labels: columns.filter(({ cutAt }) => cutAt === window).map(({ label }) => label),
          }))}
        />
      </DrawnOnce>
      <Pager
        summary={`${(grouping.after + 1).toLocaleString("en-US")} to ${(grouping.after + groups.length).toLocaleString("en-US")} of ${plural(count, "group")}`}
        nextHref={next}
        pageSize={pageSize}
      >
        {axis && (
          <span className="is-to-1260">
            {BARS}: purchases above the line and sales below it, {describeBarAxis(axis)}, counted in trades; each group
            has its own scale.
            {axis.notDrawn > 0 && ` ${plural(axis.notDrawn, "earlier trade is", "earlier trades are")} not drawn.`}
          </span>
        )}
        <span className="is-to-1260">Buy ratio: (purchases − sales) ÷ (purchases + sales), counted in trades.</span>
        <span>{TOTALS_COVER}</span>
        {grouping.by === "insider" || grouping.by === "role" ? (
          <span>
            A trade reported jointly is counted once for each {grouping.by === "role" ? "role" : "owner"}, so the groups
            do not add up.
          </span>
        ) : (
          <span>The owners of one filing count as one insider.</span>
        )}
        <a href={methodUrl("groups")}>How we group trades</a>
      </Pager>
    </>
  );
};

/** If no owner in the group has a CIK, we do not know how many insiders there are. */
const Insiders = ({ group: { insiders }, count }: { group: NamedGroup; count: number }) =>
  insiders === 0 ? <Missing /> : count.toLocaleString("en-US");

const Net = ({ group }: { group: NamedGroup }) => {
  const net = netValue(group);
  const text = formatValue(net);
  return <Money text={net !== null && !net.startsWith("-") && net !== "0" ? `+${text}` : text} />;
};

/** A bar from the middle: to the right for purchases, to the left for sales. */
const Ratio = ({ group }: { group: NamedGroup }) => {
  const ratio = buyRatio(group);
  if (ratio === null) return <Missing />;
  const [from, to] = [Number(ratio), 0].sort((a, b) => a - b) as [number, number];
  return (
    <span className="buy-ratio">
      <svg viewBox="-1 0 2 1" preserveAspectRatio="none" aria-hidden="true">
        <path className="axis" d="M-1 0.5H1" />
        <path className="bar" d={`M${from} 0.2H${to}V0.8H${from}Z`} />
      </svg>
      {ratio.startsWith("-") ? ratio.replace("-", minus) : ratio === "0.00" ? ratio : `+${ratio}`}
    </span>
  );
};
