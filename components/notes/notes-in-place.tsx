"use client";

import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { notesInFragment, openNotesFragment } from "@/components/ui/address-on-screen";
import { canBeSingleKey } from "@/components/ui/shortcuts";
import { keyInFiling, partsOfKey } from "@/lib/record/row-key";
import type { Notes } from "@/lib/views/note";
import { type OpenNote, openNoteId } from "./open-note";
import { OpenNotes } from "./open-notes";

/** Rows in which footnotes open. Remark rows also name the row they belong to, but are always shown. */
const NOTE_ROWS = "tr.note-row";

/** "3 footnotes": opens or closes all footnotes of its row or, in a list on a phone, of its filing. */
const OPENS_GROUP = "a[data-opens-notes]";

/** "Open all footnotes", for all tables inside. */
const OPENS_ALL = "button[data-opens-all-notes]";

const groupOf = (link: HTMLElement) => link.closest(link.dataset.opensNotes === "row" ? "tr" : "tbody");

/** We leave the address alone until the reader opens or closes a footnote, because it may name footnotes already. */
const NONE_YET: readonly OpenNote[] = [];

const NotesContext = createContext<Notes | null>(null);

export const useNotes = (): Notes => {
  const notes = useContext(NotesContext);
  if (!notes) throw new Error("Components that list footnotes belong inside <NotesInPlace>.");
  return notes;
};

const same = (a: OpenNote, b: OpenNote) => a.row === b.row && a.footnoteId === b.footnoteId;

/** The footnote of a marker or open footnote, from its `data-row` and `data-footnote`. */
const noteOf = (element: HTMLElement): OpenNote | null => {
  const { row, footnote } = element.dataset;
  return row && footnote ? { row, footnoteId: footnote } : null;
};

const markersIn = (element: Element): OpenNote[] => {
  const found: OpenNote[] = [];
  for (const marker of element.querySelectorAll<HTMLElement>("a[data-footnote]")) {
    const note = noteOf(marker);
    if (note && !found.some((other) => same(other, note))) found.push(note);
  }
  return found;
};

/** An open footnote in an address: `I-2.F3` on the page of its filing, elsewhere with the accession number before it. */
const printOpenNote = ({ row, footnoteId }: OpenNote, here: string | undefined): string => {
  const { accessionNumber, id } = partsOfKey(row);
  return [...(accessionNumber === here ? [] : [accessionNumber]), id, footnoteId].join(".");
};

const openNotesOf = (fragment: string, here: string | undefined): OpenNote[] =>
  notesInFragment(fragment).flatMap((text) => {
    const [, accessionNumber = here, rowId, footnoteId] = /^(?:([\w-]+)\.)?(I{1,2}-\d+)\.(.+)$/.exec(text) ?? [];
    return accessionNumber && rowId && footnoteId ? [{ row: keyInFiling(accessionNumber, rowId), footnoteId }] : [];
  });

/** The footnotes of the row or group under the cursor, otherwise of the row that has the focus. */
const notesOfCurrentRow = (root: HTMLElement, target: EventTarget | null): OpenNote[] => {
  const cursor = root.querySelector('[aria-current="true"]');
  if (cursor && (!root.contains(target as Node | null) || cursor.contains(target as Node))) return markersIn(cursor);
  const row = target instanceof Element && root.contains(target) ? target.closest<HTMLElement>("tr") : null;
  const openUnder = row?.dataset.notesOf;
  if (openUnder) return markersIn(root).filter((note) => note.row === openUnder);
  return row ? markersIn(row) : [];
};

type NotesInPlaceProps = {
  notes: Notes;
  /** Accession number, if this is the page of a filing. */
  here?: string;
  children: React.ReactNode;
};

/**
 * Lets footnote markers open their footnotes below their rows. Without JavaScript a marker is a plain link. Esc closes the
 * footnote that has the focus; `n` opens or closes all footnotes of the current row. The address says which are open.
 */
export const NotesInPlace = ({ notes, here, children }: NotesInPlaceProps) => {
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<readonly OpenNote[]>(NONE_YET);
  const isFromAddress = useRef(false);

  const isOpen = useCallback((note: OpenNote) => open.some((other) => same(other, note)), [open]);

  const toggle = useCallback((note: OpenNote) => {
    setOpen((before) =>
      before.some((other) => same(other, note)) ? before.filter((other) => !same(other, note)) : [...before, note],
    );
  }, []);

  const close = useCallback((note: OpenNote) => {
    setOpen((before) => before.filter((other) => !same(other, note)));
    const markers = root.current?.querySelectorAll<HTMLElement>("a[data-footnote]") ?? [];
    for (const marker of markers) {
      const at = noteOf(marker);
      // A row can have one marker for wide and one for narrow windows. The visible one gets the focus.
      if (at && same(at, note) && marker.getClientRects().length > 0) return marker.focus();
    }
    // Where there are no markers, one link opens all footnotes of a row or filing.
    const at = root.current?.querySelector(`${NOTE_ROWS}[data-notes-of="${CSS.escape(note.row)}"]`);
    const links = [at?.previousElementSibling, at?.closest("tbody")].flatMap((around) => [
      ...(around?.querySelectorAll<HTMLElement>(OPENS_GROUP) ?? []),
    ]);
    links.find((link) => link.getClientRects().length > 0)?.focus();
  }, []);

  const toggleGroup = useCallback((all: readonly OpenNote[]) => {
    setOpen((before) => {
      const others = before.filter((note) => !all.some((other) => same(other, note)));
      if (others.length < before.length) return others;
      // A footnote that several rows cite opens once, below the first.
      return [...others, ...new Map(all.toReversed().map((note) => [note.footnoteId, note])).values()];
    });
  }, []);

  const toggleAll = useCallback(() => {
    const all = root.current ? markersIn(root.current) : [];
    setOpen((before) => (before.length > 0 ? [] : all));
  }, []);

  useEffect(() => {
    const asked = openNotesOf(window.location.hash, here);
    const known = root.current ? markersIn(root.current) : [];
    const opened = known.filter((note) => asked.some((other) => same(other, note)));
    if (opened.length === 0) return;
    setOpen(opened);
    isFromAddress.current = true;
  }, [here]);

  useEffect(() => {
    if (open === NONE_YET) return;
    // A page can have several tables, each with its own open footnotes.
    const onPage = [...document.querySelectorAll<HTMLElement>(`${NOTE_ROWS} [data-footnote].note`)];
    const fragment = openNotesFragment(
      onPage.flatMap((element) => noteOf(element) ?? []).map((note) => printOpenNote(note, here)),
    );
    const { pathname, search } = window.location;
    window.history.replaceState(null, "", `${pathname}${search}${fragment}`);
    if (isFromAddress.current) onPage[0]?.closest("tr")?.previousElementSibling?.scrollIntoView();
    isFromAddress.current = false;
  }, [open, here]);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      // With a modifier key the reader wants the link itself: a new tab, a window, a download.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const clicked = event.target instanceof Element ? event.target : null;
      if (root.current?.contains(clicked?.closest(OPENS_ALL) ?? null)) return toggleAll();
      const link = clicked?.closest<HTMLElement>(OPENS_GROUP);
      const group = link && groupOf(link);
      if (group && root.current?.contains(group)) {
        event.preventDefault();
        return toggleGroup(markersIn(group));
      }
      const marker = clicked?.closest<HTMLElement>("a[data-footnote]") ?? null;
      const note = marker && noteOf(marker);
      if (!note || !root.current?.contains(marker)) return;
      event.preventDefault();
      toggle(note);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [toggle, toggleGroup, toggleAll]);

  // Markers and footnote rows are server markup that React does not render in the browser, so update them in the DOM.
  useLayoutEffect(() => {
    for (const marker of root.current?.querySelectorAll<HTMLElement>("a[data-footnote]") ?? []) {
      const note = noteOf(marker);
      if (!note) continue;
      const expanded = isOpen(note);
      marker.setAttribute("aria-expanded", String(expanded));
      if (expanded) marker.setAttribute("aria-controls", openNoteId(note));
      else marker.removeAttribute("aria-controls");
    }
    for (const link of root.current?.querySelectorAll<HTMLElement>(OPENS_GROUP) ?? []) {
      const group = groupOf(link);
      link.setAttribute("aria-expanded", String(group !== null && markersIn(group).some(isOpen)));
    }
    for (const button of root.current?.querySelectorAll(OPENS_ALL) ?? []) {
      button.textContent = open.length > 0 ? "Close all footnotes" : "Open all footnotes";
    }
    for (const row of root.current?.querySelectorAll<HTMLElement>(NOTE_ROWS) ?? []) {
      row.hidden = !open.some((note) => note.row === row.dataset.notesOf);
    }
  }, [open, isOpen]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (!root.current || event.defaultPrevented) return;
      if (event.key === "Escape" && target instanceof Element && root.current.contains(target)) {
        const at = target.closest<HTMLElement>("[data-footnote]");
        const note = at && noteOf(at);
        if (note && isOpen(note)) close(note);
      }
      if (event.key === "n" && canBeSingleKey(event)) {
        const row = notesOfCurrentRow(root.current, target);
        if (row.length === 0) return;
        event.preventDefault();
        toggleGroup(row);
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOpen, close, toggleGroup]);

  return (
    <NotesContext value={notes}>
      <div ref={root}>{children}</div>
      {[...new Set(open.map(({ row }) => row))].map((row) => {
        const cell = root.current?.querySelector(`${NOTE_ROWS}[data-notes-of="${CSS.escape(row)}"] > td:last-child`);
        const opened = open.filter((note) => note.row === row);
        return (
          cell && createPortal(<OpenNotes notes={notes} open={opened} here={here ?? null} onClose={close} />, cell, row)
        );
      })}
    </NotesContext>
  );
};
