import type { Metadata } from "next";
import { readersMaySubscribe } from "@/app/alerts/alert-answers";
import { notesCard } from "@/app/footnotes/card";
import { loadNotesPage, NOTES_ON_PAGE } from "@/app/footnotes/view";
import { Ignored } from "@/app/ignored-names";
import { SharePage } from "@/app/share-page";
import { sharedMetadata } from "@/app/view-metadata";
import { ListedNotes } from "@/components/footnotes/listed-notes";
import { NoteFilters } from "@/components/footnotes/note-filters";
import { NoteSearchExamples } from "@/components/footnotes/note-search-examples";
import { NotesLead } from "@/components/footnotes/notes-lead";
import { UnknownParties } from "@/components/listing/unknown-parties";
import { ViewAddress } from "@/components/listing/view-address";
import { findReadingNames } from "@/db/queries/reading-names";
import { database } from "@/db/server/client";
import { isSearched } from "@/lib/note-search/note-query";
import { footnotesUrl } from "@/lib/urls";

export async function generateMetadata(): Promise<Metadata> {
  const view = await loadNotesPage();
  // Searches are not indexed, because their number is endless.
  const robots = isSearched(view.query.search) ? { index: false } : undefined;
  return { ...(await sharedMetadata(view, notesCard(view), ["json", "csv", "ndjson", "atom"])), robots };
}

export default async function FootnotesPage() {
  const view = await loadNotesPage();
  const names = await findReadingNames(
    database(),
    view.page.notes.flatMap(({ entry }) => entry.filing.owners.slice(0, 1)),
  );
  return (
    <>
      <NotesLead view={view} />
      <NoteFilters view={view} />
      <ViewAddress
        url={view.url}
        byMail={readersMaySubscribe()}
        share={<SharePage url={view.url} title={view.title} />}
        saved={{ name: view.title }}
      />
      <Ignored ignored={view.ignored} path={footnotesUrl()} />
      <UnknownParties unknown={view.unknown} />
      {!isSearched(view.query.search) && view.isFirstPage && <NoteSearchExamples />}
      <ListedNotes view={view} names={names} pageSize={NOTES_ON_PAGE} />
    </>
  );
}
