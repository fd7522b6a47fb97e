import type { Metadata } from "next";
import { DirectoryPage } from "@/app/directory-page";
import { loadDirectoryView, readDirectoryQuery } from "@/app/directory-view";
import { paramPairs, type SearchParams } from "@/app/search-params";
import { inFormat, insidersUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "Insiders",
  alternates: { canonical: insidersUrl(), types: { "application/json": inFormat(insidersUrl(), "json") } },
};

export default async function InsidersPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await paramPairs(searchParams);
  return <DirectoryPage view={await loadDirectoryView("insiders", readDirectoryQuery(query))} query={query} />;
}
