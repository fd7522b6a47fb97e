"use client";

import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Notes } from "./note";

/** One note opened under one row: the same note may be open under several. */
export type OpenNote = { row: string; footnoteId: string };

type NotesState = {
  notes: Notes;
  /** The filing whose page this is: its markers link within the page. */
  here: string | null;
  open: readonly OpenNote[];
  isOpen: (note: OpenNote) => boolean;
  toggle: (note: OpenNote) => void;
  /** Closes a note and gives the focus back to its marker. */
  close: (note: OpenNote) => void;
  toggleAll: () => void;
};

const NotesContext = createContext<NotesState | null>(null);

export const useNotes = (): NotesState => {
  const state = useContext(NotesContext);
  if (!state) throw new Error("Footnote markers and open notes belong inside <NotesInPlace>.");
  return state;
};

const same = (a: OpenNote, b: OpenNote) => a.row === b.row && a.footnoteId === b.footnoteId;

/** What a marker or an open note stands for, read from its `data-row` and `data-footnote`. */
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

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The notes of the row that has the focus, or else of the row or group under the cursor. */
const notesOfCurrentRow = (root: HTMLElement, target: EventTarget | null): OpenNote[] => {
  const row = target instanceof Element && root.contains(target) ? target.closest<HTMLElement>("tr") : null;
  const openUnder = row?.dataset.notesOf;
  if (openUnder) return markersIn(root).filter((note) => note.row === openUnder);
  const current = row ?? root.querySelector('[aria-current="true"]');
  return current ? markersIn(current) : [];
};

type NotesInPlaceProps = {
  notes: Notes;
  /** Accession number, on the page of a filing. */
  here?: string;
  children: React.ReactNode;
};

/**
 * Lets footnote markers open their notes under their rows. Without script a marker is a plain link to its note. Esc closes
 * the note at the focus; `n` opens and closes all notes of the current row, never while typing in a field.
 */
export const NotesInPlace = ({ notes, here, children }: NotesInPlaceProps) => {
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<readonly OpenNote[]>([]);

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
      // A row may hold a marker for wide and one for narrow windows: the one in sight takes the focus.
      if (at && same(at, note) && marker.getClientRects().length > 0) return marker.focus();
    }
  }, []);

  const toggleAll = useCallback(() => {
    const all = root.current ? markersIn(root.current) : [];
    setOpen((before) => (before.length > 0 ? [] : all));
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (!root.current || event.defaultPrevented || isField(target)) return;
      if (event.key === "Escape" && target instanceof Element && root.current.contains(target)) {
        const at = target.closest<HTMLElement>("[data-footnote]");
        const note = at && noteOf(at);
        if (note && isOpen(note)) close(note);
      }
      if (event.key === "n" && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const row = notesOfCurrentRow(root.current, target);
        if (row.length === 0) return;
        event.preventDefault();
        const allOpen = row.every(isOpen);
        setOpen((before) => {
          const others = before.filter((note) => !row.some((other) => same(other, note)));
          return allOpen ? others : [...others, ...row];
        });
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOpen, close]);

  const state = useMemo(
    () => ({ notes, here: here ?? null, open, isOpen, toggle, close, toggleAll }),
    [notes, here, open, isOpen, toggle, close, toggleAll],
  );
  return (
    <NotesContext value={state}>
      <div ref={root}>{children}</div>
    </NotesContext>
  );
};
