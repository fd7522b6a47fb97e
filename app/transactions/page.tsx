import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { LISTED_ON_PAGE } from "@/app/filtered-list";
import { Ignored } from "@/app/ignored-names";
import { loadListExtras } from "@/app/list-extras";
import { SharePage } from "@/app/share-page";
import { groupsCard, transactionsCard } from "@/app/transactions/card";
import { GROUPS_A_PAGE, loadGroupsPage } from "@/app/transactions/groups";
import { loadTransactionsPage } from "@/app/transactions/view";
import { sharedMetadata, viewMetadata } from "@/app/view-metadata";
import { FilterForm } from "@/components/listing/filter-form";
import { GroupBar } from "@/components/listing/group-bar";
import { GroupTable } from "@/components/listing/group-table";
import { GroupsLead } from "@/components/listing/groups-lead";
import { ListColumns } from "@/components/listing/list-columns";
import { ListedFilings } from "@/components/listing/listed-filings";
import { TradesLead } from "@/components/listing/trades-lead";
import { UnknownParties } from "@/components/listing/unknown-parties";
import { newestIn, ViewAddress } from "@/components/listing/view-address";
import { EmptyState, EndOfList } from "@/components/ui/empty-state";
import { MOST_PARTIES } from "@/db/queries/read-parties";
import { filterUrl } from "@/lib/filters/filing-filter";
import { groupingParams, groupsUrl } from "@/lib/filters/grouping";
import { columnParams, withColumns } from "@/lib/filters/list-columns";
import { isNewestFirst, type ListOrder } from "@/lib/filters/list-order";
import { rangesTurnedRound } from "@/lib/filters/relaxed-filters";
import { printSortOrder } from "@/lib/filters/sort-order";
import { transactionsUrl } from "@/lib/urls";
import { upperFirst } from "@/lib/values/upper-first";
import type { GroupsView } from "@/lib/views/groups";

export async function generateMetadata() {
  const groups = await loadGroupsPage();
  if (groups) {
    const card = groupsCard(groups);
    return card
      ? sharedMetadata(groups, card, ["json", "csv", "ndjson"])
      : viewMetadata(groups, ["json", "csv", "ndjson"]);
  }
  const view = await loadTransactionsPage();
  return sharedMetadata(view, transactionsCard(view), ["json", "csv", "ndjson", "atom"]);
}

export default async function TransactionsPage() {
  const groups = await loadGroupsPage();
  return groups ? <GroupsPage view={groups} /> : <ListPage />;
}

async function ListPage() {
  const view = await loadTransactionsPage();
  return (
    <>
      <TradesLead view={view} />
      <FilterForm
        action={transactionsUrl()}
        filter={view.filter}
        names={view.names}
        facets={view.facets}
        kept={[...sortParams(view.order), ...columnParams(view.columns)]}
      />
      <ViewAddress
        url={view.url}
        byMail={readersMaySubscribe()}
        share={<SharePage url={view.url} title={view.title} />}
        saved={{
          name: upperFirst(view.words) || view.title,
          newest: isNewestFirst(view.order) ? newestIn(view) : undefined,
        }}
      />
      <Ignored ignored={view.ignored} path={transactionsUrl()} />
      <UnknownParties unknown={view.unknown} />
      <div className="list-bar">
        {view.facets !== null && <GroupBar filter={view.filter} grouping={null} columns={view.columns} />}
        <ListColumns
          url={view.url}
          columns={view.columns}
          standardHref={filterUrl(transactionsUrl(), view.filter, Object.fromEntries(sortParams(view.order)))}
        />
      </div>
      <ListedFilings
        view={view}
        listed="transactions"
        extras={await loadListExtras(view.page.entries, { withIndustries: view.columns.includes("industry") })}
        pageSize={LISTED_ON_PAGE}
      />
    </>
  );
}

const sortParams = (order: ListOrder): [string, string][] =>
  isNewestFirst(order) ? [] : [["sort", printSortOrder(order)]];

const GroupsPage = ({ view }: { view: GroupsView }) => (
  <>
    <GroupsLead view={view} />
    <FilterForm
      action={transactionsUrl()}
      filter={view.filter}
      names={view.names}
      facets={view.facets}
      kept={[...groupingParams(view.filter, { ...view.grouping, after: 0 }), ...columnParams(view.columns)]}
    />
    <ViewAddress
      url={view.url}
      formats={["csv", "json", "ndjson"]}
      share={<SharePage url={view.url} title={view.title} hasCard={view.found !== null} />}
      saved={{ name: view.title }}
    />
    <Ignored ignored={view.ignored} path={transactionsUrl()} />
    <GroupBar filter={view.filter} grouping={view.grouping} columns={view.columns} />
    <Groups view={view} />
  </>
);

const Groups = ({ view }: { view: GroupsView }) => {
  const { found, missing, grouping, url } = view;
  if (missing === "no-copy")
    return (
      <EmptyState title="This site does not group transactions">
        Groups need a copy of the transactions, which this site does not keep (<code>SCREENER_COPY</code>).
      </EmptyState>
    );
  if (missing === "too-many-parties")
    return (
      <EmptyState title="Too many names match">
        More than {MOST_PARTIES.toLocaleString("en-US")} issuers or insiders match a name in the filter, which is too
        many to group. Enter more of the name, or a CIK.
      </EmptyState>
    );
  if (found === null)
    return (
      <EmptyState title="Groups are not ready yet">
        The screener copy, from which we make groups, is being filled or is busy. Try again in a minute.
      </EmptyState>
    );
  if (found.groups.length > 0) return <GroupTable view={view} found={found} pageSize={GROUPS_A_PAGE} />;
  if (grouping.after > 0) return <EndOfList firstPageHref={url} />;
  return (
    <EmptyState
      title="What to try"
      relaxed={rangesTurnedRound(view.filter).map(({ label, filter }) => ({
        label,
        href: withColumns(groupsUrl(transactionsUrl(), filter, grouping), view.columns),
        count: "",
      }))}
    >
      Remove a filter, or lower the number of insiders or the total.
    </EmptyState>
  );
};
