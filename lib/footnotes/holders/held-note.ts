import { placesOf } from "@/lib/footnotes/vocabulary/places-of";
import type { Span } from "@/lib/record/stated-spans";
import { remembered } from "@/lib/values/remembered";
import { excludedParts } from "./excluded-parts";
import { type ListOptions, ListReader } from "./holder-lists";
import { type FoundHolder, NamedHolders } from "./named-holders";
import { NoteNames } from "./names-in-note";

/** If no usual reader finds a holder, the clauses of the same note are read later, after the other notes that are read together. */
const namesOf = remembered((text) => new NoteNames(text), 600);

/** A note whose names are looked up only if the words around them require it. */
export class HeldNote {
  readonly found: FoundHolder[] = [];
  private readNames: NoteNames | null = null;
  private readNamed: NamedHolders | null = null;
  private readLists: ListReader | null = null;
  private excluded: readonly Span[] | null = null;

  constructor(
    readonly text: string,
    readonly lower: string,
  ) {}

  /** The matches of a pattern, except in text that the note says is not part of the report. */
  placesOf(pattern: RegExp): RegExpExecArray[] {
    return [...placesOf(this.text, pattern)].filter(({ index }) => !this.isExcluded(index));
  }

  /** Whether a place is in text that the note says is not part of the report. */
  isExcluded(place: number): boolean {
    this.excluded ??= excludedParts(this.text, this.lower);
    return this.excluded.some(([start, end]) => start <= place && place < end);
  }

  get names(): NoteNames {
    this.readNames ??= namesOf(this.text);
    return this.readNames;
  }

  get lists(): ListReader {
    this.readLists ??= new ListReader(this.names, this.named);
    return this.readLists;
  }

  get named(): NamedHolders {
    this.readNamed ??= new NamedHolders(this.names, this.found);
    return this.readNamed;
  }

  holdersAt(place: number, options?: ListOptions): FoundHolder[] {
    return this.lists.listAt(place, options)?.holders ?? [];
  }

  /** The text up to the end of the sentence. A full stop within a name does not end it. */
  restOfSentence(from: number): string {
    return (
      /^(?:[^.;]|\.(?=[,)\w]|\s+(?:[a-z(]|(?:TO|BY|AND|OF|FROM)\s))){0,300}/.exec(
        this.text.slice(from, from + 300),
      )?.[0] ?? ""
    );
  }
}
