import { DIRECTORY_FILTERS, DIRECTORY_PAGE_SIZE, directoryUrl } from "@/app/directory-view";
import { DirectoryTable } from "@/components/listing/directory-table";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { UnknownParties } from "@/components/listing/unknown-parties";
import { ViewAddress } from "@/components/listing/view-address";
import { PageLead } from "@/components/site/page-lead";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { findReadingNames } from "@/db/queries/reading-names";
import { database } from "@/db/server/client";
import { describeCount } from "@/lib/values/counts";
import type { DirectoryView } from "@/lib/views/directory";

/** The page of both directories, insiders and issuers. */
export const DirectoryPage = async ({ view, query }: { view: DirectoryView; query: [string, string][] }) => {
  const { directory, filter, page, words } = view;
  const path = directoryUrl(directory);
  const names = await findReadingNames(
    database(),
    directory === "insiders" ? page.entries : page.entries.flatMap(({ others }) => others),
  );
  const counted = describeCount(page.count, directory === "insiders" ? "insider" : "issuer");
  return (
    <>
      <PageLead
        eyebrow={directory === "insiders" ? "Reporting owners" : "Companies with insider filings"}
        title={directory === "insiders" ? "Insiders" : "Issuers"}
        standfirst={
          <>
            <b>{counted}</b>
            {words === "" ? "" : ` with filings under this filter: ${words}`}, by name as filed.{" "}
            {directory === "insiders"
              ? "Roles are from the newest filing, and balances are those after the last trade."
              : "Last trades are from the newest filing with a transaction."}
          </>
        }
      />
      <FilterForm action={path} filter={filter} names={view.names} only={DIRECTORY_FILTERS} />
      <ViewAddress url={view.url} formats={["csv", "json", "ndjson"]} />
      <IgnoredList ignored={view.ignored} path={path} query={query} />
      <UnknownParties unknown={view.unknown} />
      {page.entries.length === 0 ? (
        <EmptyState
          title={words === "" ? `No ${directory} yet` : `No ${directory} found: ${words}`}
          relaxed={view.relaxed}
          clearHref={view.url === path && view.isFirstPage ? undefined : path}
        />
      ) : (
        <>
          <DirectoryTable
            directory={directory}
            entries={page.entries}
            names={names}
            caption={`${view.title}, by name`}
          />
          <Pager summary={`${page.entries.length} of ${counted}`} nextHref={view.next} pageSize={DIRECTORY_PAGE_SIZE} />
        </>
      )}
    </>
  );
};
