import { cardAnswer } from "@/app/cards/card-answer";
import { notesCard } from "@/app/footnotes/card";
import { loadNotesView } from "@/app/footnotes/view";
import { cardParams } from "@/app/search-params";
import { readNoteQuery } from "@/lib/note-search/note-query";
import { unreadableAnswer } from "@/lib/representations/answers";

export const GET = (request: Request) =>
  cardAnswer(request, async () => {
    const asked = readNoteQuery(cardParams(request));
    return unreadableAnswer(asked.ignored) ?? notesCard(await loadNotesView(asked));
  });
