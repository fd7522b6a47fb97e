import { describeFacts } from "@/lib/footnotes/describe-facts";
import type { NoteUse } from "@/lib/footnotes/note-uses";
import type { RunningNote } from "@/lib/footnotes/running-notes";
import type { StatedFacts } from "@/lib/record/stated-facts";
import { joinedSpans, type Span, statedSpans } from "@/lib/record/stated-spans";
import type { Note } from "@/lib/views/note";

type Read = {
  /** The facts read in it, with the places of their words. */
  facts: StatedFacts;
  /** Other words from which we read something. */
  words?: ReadonlySet<string>;
  uses?: readonly NoteUse[];
  running?: RunningNote;
  /** Whether its filing is still waiting to be derived. */
  isWaiting?: boolean;
};

/** A footnote with the facts read in it. Empty parts are omitted, because a page can have hundreds of footnotes. */
export function openableNote(text: string, { facts, words = new Set(), uses = [], running, isWaiting }: Read): Note {
  const note: Note = { text };
  const spans: Span[] = Object.values(facts).flatMap((fact) => fact.spans);
  const stated = joinedSpans([...spans, ...statedSpans(text, words)]);
  const described = describeFacts(facts).map(({ label, words: value }) =>
    value === null ? label : `${label}: ${value}`,
  );
  if (stated.length > 0) note.stated = stated;
  if (described.length > 0) note.facts = described;
  else if (isWaiting) note.isWaiting = true;
  if (uses.length > 0) note.uses = [...uses];
  if (running && running.after.length > 0) note.goesOnIn = running.after;
  if (running?.before) note.goesOnFrom = running.before;
  return note;
}
