import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import type { Span } from "@/lib/record/stated-spans";
import { excludedParts } from "./excluded-parts";
import { type FoundHolder, type ListOptions, type ListReader, listReader } from "./holder-lists";
import { type NoteNames, namesInNote } from "./names-in-note";

/** A note whose names are looked for when words before or after them ask for it. */
export class HeldNote {
  readonly found: FoundHolder[] = [];
  private readNames: NoteNames | null = null;
  private readLists: ListReader | null = null;
  private excluded: readonly Span[] | null = null;

  constructor(
    readonly text: string,
    private readonly lower: string,
  ) {}

  /** The places of a pattern, but for those in what the note says is no part of the report. */
  placesOf(pattern: RegExp): RegExpExecArray[] {
    const places = [...placesOf(this.text, pattern)];
    if (places.length === 0) return places;
    this.excluded ??= excludedParts(this.text, this.lower);
    const { excluded } = this;
    return excluded.length === 0
      ? places
      : places.filter(({ index }) => !excluded.some(([start, end]) => start <= index && index < end));
  }

  get names(): NoteNames {
    this.readNames ??= namesInNote(this.text);
    return this.readNames;
  }

  get lists(): ListReader {
    this.readLists ??= listReader(this.names, this.found);
    return this.readLists;
  }

  holdersAt(place: number, options?: ListOptions): FoundHolder[] {
    return this.lists.listAt(place, options)?.holders ?? [];
  }
}
