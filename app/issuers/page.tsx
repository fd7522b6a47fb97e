import type { Metadata } from "next";
import { DirectoryPage } from "@/app/directory-page";
import { loadDirectoryView, readDirectoryQuery } from "@/app/directory-view";
import { paramPairs, type SearchParams } from "@/app/search-params";
import { inFormat, issuersUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "Issuers",
  alternates: { canonical: issuersUrl(), types: { "application/json": inFormat(issuersUrl(), "json") } },
};

export default async function IssuersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await paramPairs(searchParams);
  return <DirectoryPage view={await loadDirectoryView("issuers", readDirectoryQuery(query))} query={query} />;
}
