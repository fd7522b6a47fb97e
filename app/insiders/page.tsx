import type { Metadata } from "next";
import { DirectoryPage } from "@/app/directory-page";
import { loadDirectoryView, readDirectoryQuery } from "@/app/directory-view";
import { askedParams } from "@/app/search-params";
import { inFormat, insidersUrl } from "@/lib/urls";

export const metadata: Metadata = {
  title: "Insiders",
  alternates: { canonical: insidersUrl(), types: { "application/json": inFormat(insidersUrl(), "json") } },
};

export default async function InsidersPage() {
  const query = await askedParams();
  return <DirectoryPage view={await loadDirectoryView("insiders", readDirectoryQuery(query))} query={query} />;
}
