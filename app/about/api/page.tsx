import "@/components/about/api.css";
import type { Metadata } from "next";
import { loadApiView } from "@/app/about/api/view";
import { IgnoredNames } from "@/app/ignored-names";
import { ApiReference } from "@/components/about/api-reference";
import { PageLead } from "@/components/site/page-lead";
import { apiUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "API and feeds",
  description: "Every page as JSON, CSV, NDJSON or a feed: addresses, parameters and answers.",
  alternates: { canonical: apiUrl() },
};

export default async function ApiPage() {
  return (
    <>
      <PageLead
        eyebrow="API and feeds"
        title="Every page is also data"
        standfirst="Add .json to the path of a page or, where it lists something, .csv, .ndjson or .atom. Filters are the same as on the page. No key is needed."
      />
      <IgnoredNames path={apiUrl()} />
      <ApiReference {...(await loadApiView())} />
    </>
  );
}
