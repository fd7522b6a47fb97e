import { DIRECTORY_FILTERS, DIRECTORY_PAGE_SIZE, directoryUrl } from "@/app/directory-view";
import { DirectoryTable } from "@/components/listing/directory-table";
import { FilterForm } from "@/components/listing/filter-form";
import { IgnoredList } from "@/components/listing/ignored-list";
import { ViewAddress } from "@/components/listing/view-address";
import { PageLead } from "@/components/site/page-lead";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { describeCount } from "@/lib/values/counts";
import type { DirectoryView } from "@/lib/views/directory";

/** The page of both directories, insiders and issuers. */
export const DirectoryPage = ({ view, query }: { view: DirectoryView; query: [string, string][] }) => {
  const { directory, filter, page, words } = view;
  const path = directoryUrl(directory);
  const counted = describeCount(page.count, directory === "insiders" ? "insider" : "issuer");
  return (
    <>
      <PageLead
        eyebrow={
          directory === "insiders" ? "Reporting owners, by name as filed" : "Companies with insider filings, by name"
        }
        title={directory === "insiders" ? "Insiders" : "Issuers"}
        standfirst={
          <>
            <b>{counted}</b>
            {words === "" ? " in all." : ` with filings under this filter: ${words}.`}
          </>
        }
      />
      <FilterForm action={path} filter={filter} names={view.names} only={DIRECTORY_FILTERS} />
      <ViewAddress url={view.url} formats={["json", "csv"]} />
      <IgnoredList ignored={view.ignored} path={path} query={query} />
      {page.entries.length === 0 ? (
        <EmptyState
          title={words === "" ? `No ${directory} yet` : `No ${directory} found: ${words}`}
          clearHref={view.url === path && view.isFirstPage ? undefined : path}
        />
      ) : (
        <>
          <DirectoryTable directory={directory} entries={page.entries} caption={`${view.title}, by name`} />
          <Pager summary={`${page.entries.length} of ${counted}`} nextHref={view.next} pageSize={DIRECTORY_PAGE_SIZE} />
        </>
      )}
    </>
  );
};
