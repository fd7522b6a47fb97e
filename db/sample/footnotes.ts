/** The notes of one filing, numbered in order of first use. The same text is one footnote. */
export class Footnotes {
  readonly #numbers = new Map<string, number>();

  idsOf(notes: readonly string[]): string[] {
    return notes.map((text) => {
      const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
      this.#numbers.set(text, number);
      return `F${number}`;
    });
  }

  all(): { id: string; text: string }[] {
    return [...this.#numbers].map(([text, number]) => ({
      id: `F${number}`,
      text: text.replaceAll("{self}", String(number)),
    }));
  }
}
