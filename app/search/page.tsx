import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Ignored } from "@/app/ignored-names";
import { loadSearchView, readSearchQuery } from "@/app/search/view";
import { askedParams } from "@/app/search-params";
import { ViewAddress } from "@/components/listing/view-address";
import { SearchForms } from "@/components/search/search-forms";
import { searchHeadline } from "@/components/search/search-headline";
import { SearchResults } from "@/components/search/search-results";
import { PageLead } from "@/components/site/page-lead";
import { SearchField } from "@/components/site/search-field";
import { findReadingNames } from "@/db/queries/reading-names";
import { database } from "@/db/server/client";
import { searchUrl } from "@/lib/urls";

export async function generateMetadata(): Promise<Metadata> {
  const { query } = readSearchQuery(await askedParams());
  return { title: query.text === "" ? "Search" : `Search: ${query.text.slice(0, 60)}`, robots: { index: false } };
}

export default async function SearchPage() {
  const view = await loadSearchView(readSearchQuery(await askedParams()));
  if (view.goesTo) redirect(view.goesTo);
  const names = await findReadingNames(database(), [
    ...view.insiders.hits,
    ...view.filings.entries.flatMap(({ filing }) => filing.owners),
  ]);
  return (
    <>
      <PageLead eyebrow="Search" title={searchHeadline(view)} />
      <div className="work">
        <SearchField q={view.query.kind === "too long" ? undefined : view.query.text} />
        <Ignored ignored={view.ignored} path={searchUrl()} />
        {view.query.kind !== "empty" && <ViewAddress url={view.url} formats={["json"]} />}
        {view.query.kind === "empty" ? <SearchForms view={view} /> : <SearchResults view={view} names={names} />}
      </div>
    </>
  );
}
