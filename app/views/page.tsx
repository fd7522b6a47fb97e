import "@/components/listing/ready-views.css";
import { IgnoredNames } from "@/app/ignored-names";
import { viewMetadata } from "@/app/view-metadata";
import { loadReadyViews } from "@/app/views/view";
import { ReadyViews } from "@/components/listing/ready-views";
import { SavedViews } from "@/components/listing/saved-views";
import { PageLead } from "@/components/site/page-lead";
import { insidersUrl, issuersUrl, viewsUrl, watchUrl } from "@/lib/urls";

export const metadata = viewMetadata(
  {
    title: "Views",
    description: "Lists of insiders’ purchases, sales and filings that answer the most common questions.",
    url: viewsUrl(),
  },
  ["json"],
);

export default async function ViewsPage() {
  return (
    <>
      <PageLead
        eyebrow="Views"
        title="Common questions, as lists that stay current"
        standfirst="Each is a link to a list. Open it, change its filters, and save it, copy the link or follow its feed."
      />
      <IgnoredNames path={viewsUrl()} />
      <div className="work">
        <SavedViews
          listUrl={watchUrl()}
          howTo={
            <>
              To watch an <a href={insidersUrl()}>insider</a> or an <a href={issuersUrl()}>issuer</a>, choose the star
              on their page.
            </>
          }
        />
        <ReadyViews view={await loadReadyViews()} />
      </div>
    </>
  );
}
