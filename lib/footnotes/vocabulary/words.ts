/** Words of a note and their place in it. */
export type Words = { text: string; start: number; end: number };

export const wordsAt = (text: string, start: number, end: number): Words => ({
  text: text.slice(start, end),
  start,
  end,
});

/** How far apart the words of one statement may be, in characters. Words farther away belong to another statement. */
export const NEAR = 60;
export const CLAUSE = 120;
export const SENTENCE = 200;

/** The last characters before a place, and the first ones from it on. */
export const lettersBefore = (text: string, at: number, most: number): string => text.slice(Math.max(0, at - most), at);
export const lettersFrom = (text: string, at: number, most: number): string => text.slice(at, at + most);
