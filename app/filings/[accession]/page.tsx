import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { filingCard } from "@/app/filings/[accession]/card";
import { ShownFiling } from "@/app/filings/[accession]/shown-filing";
import { findFiling } from "@/app/filings/[accession]/view";
import { askedSearch } from "@/app/search-params";
import { sharedMetadata } from "@/app/view-metadata";
import { filingUrl } from "@/lib/urls";

type Props = { params: Promise<{ accession: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findFiling((await params).accession);
  return found.outcome === "found"
    ? sharedMetadata(found.view, filingCard(found.view), ["json", "atom"])
    : { title: "Filing" };
}

export default async function FilingPage({ params }: Props) {
  const found = await findFiling((await params).accession);
  if (found.outcome === "moved") permanentRedirect(filingUrl(found.accessionNumber) + (await askedSearch()));
  if (found.outcome === "unknown") notFound();
  return <ShownFiling view={found.view} />;
}
