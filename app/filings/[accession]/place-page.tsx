import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { cardAnswer } from "@/app/cards/card-answer";
import { placeCard } from "@/app/filings/[accession]/card";
import { findPlaceInFiling } from "@/app/filings/[accession]/place";
import { ShownFiling } from "@/app/filings/[accession]/shown-filing";
import { findFiling } from "@/app/filings/[accession]/view";
import { movedTo } from "@/app/moved-to";
import { sharedMetadata, viewMetadata } from "@/app/view-metadata";
import { errorAnswer } from "@/lib/representations/answers";
import { cardUrl } from "@/lib/requests/card-address";
import { placePageUrl } from "@/lib/urls";

type Props = { params: Promise<{ accession: string; place: string }> };

/** The filing at a row or note. Its canonical address is that of the filing. */
export async function generatePlaceMetadata({ params }: Props): Promise<Metadata> {
  const { accession, place } = await params;
  const found = await findFiling(accession);
  const at = found.outcome === "found" ? findPlaceInFiling(found.view, place) : null;
  if (found.outcome !== "found" || at === null) return { title: "Filing" };
  const { view } = found;
  const page = { title: `${view.title}, ${at.name}`, url: placePageUrl(accession, at.place) };
  const shared = await sharedMetadata(page, placeCard(view, at), []);
  const { canonical, types } = viewMetadata(view, ["json", "atom"]).alternates ?? {};
  return { ...shared, alternates: { canonical, types: { ...types, ...shared.alternates?.types } } };
}

export async function PlacePage({ params }: Props) {
  const { accession, place } = await params;
  const found = await findFiling(accession);
  if (found.outcome === "moved") permanentRedirect(placePageUrl(found.accessionNumber, place));
  const at = found.outcome === "found" ? findPlaceInFiling(found.view, place) : null;
  if (found.outcome === "unknown" || at === null) notFound();
  return <ShownFiling view={found.view} at={at} />;
}

export const placeCardAnswer = (request: Request, { params }: Props) =>
  cardAnswer(request, async () => {
    const { accession, place } = await params;
    const found = await findFiling(accession);
    if (found.outcome === "moved") return movedTo(cardUrl(placePageUrl(found.accessionNumber, place)), 308);
    const at = found.outcome === "found" ? findPlaceInFiling(found.view, place) : null;
    return found.outcome === "found" && at !== null
      ? placeCard(found.view, at)
      : errorAnswer(404, `Filing ${accession} has no row or footnote ${place}, or is not in this database.`);
  });
