/** Words of a note and their place in it. */
export type Words = { text: string; start: number; end: number };

export const wordsAt = (text: string, start: number, end: number): Words => ({
  text: text.slice(start, end),
  start,
  end,
});
