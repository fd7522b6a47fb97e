import type { Metadata } from "next";
import { DirectoryPage } from "@/app/directory-page";
import { loadDirectoryView, readDirectoryQuery } from "@/app/directory-view";
import { askedParams } from "@/app/search-params";
import { inFormat, issuersUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "Issuers",
  alternates: { canonical: issuersUrl(), types: { "application/json": inFormat(issuersUrl(), "json") } },
};

export default async function IssuersPage() {
  const query = await askedParams();
  return <DirectoryPage view={await loadDirectoryView("issuers", readDirectoryQuery(query))} query={query} />;
}
