/** The insider's role in a holder, in the words of the note; null where it states none. */
export function holderRole(_text: string, _name: { start: number; end: number }): string | null {
  return null;
}
