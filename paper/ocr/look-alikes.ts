/** Letters of other alphabets that look like a Latin one. If OCR writes one of them, the Latin letter is meant. */
const LATIN: Record<string, string> = {
  А: "A",
  В: "B",
  С: "C",
  Е: "E",
  Н: "H",
  І: "I",
  Ј: "J",
  К: "K",
  М: "M",
  О: "O",
  Р: "P",
  Ѕ: "S",
  Т: "T",
  Х: "X",
  У: "Y",
  а: "a",
  с: "c",
  е: "e",
  і: "i",
  ј: "j",
  о: "o",
  р: "p",
  ѕ: "s",
  х: "x",
  у: "y",
  Α: "A",
  Β: "B",
  Ε: "E",
  Ζ: "Z",
  Η: "H",
  Ι: "I",
  Κ: "K",
  Μ: "M",
  Ν: "N",
  Ο: "O",
  Ρ: "P",
  Τ: "T",
  Υ: "Y",
  Χ: "X",
  ο: "o",
};

/** The same text in Latin letters, character for character. */
export const latin = (text: string) => [...text].map((letter) => LATIN[letter] ?? letter).join("");

/** The one digit that a letter within a number can be. Letters that could be two digits are left out. */
const DIGIT: Record<string, string> = {
  O: "0",
  o: "0",
  Q: "0",
  D: "0",
  l: "1",
  I: "1",
  "|": "1",
  "!": "1",
  i: "1",
  Z: "2",
  z: "2",
  S: "5",
  s: "5",
  b: "6",
  G: "6",
  B: "8",
  g: "9",
  q: "9",
};

const LETTERS = /[A-Za-z|!]/g;

/** `1B.14` as `18.14`, if exactly one character is a letter and it can be only one digit. */
export function withDigit(text: string): string | null {
  const letters = text.match(LETTERS) ?? [];
  const [letter] = letters;
  const digit = letter === undefined ? undefined : DIGIT[letter];
  return letters.length === 1 && letter !== undefined && digit !== undefined ? text.replace(letter, digit) : null;
}

/** True if the only letter in a number is a stroke or a ring, like the digits 1 and 0. */
export const isDrawnAsDigit = (text: string) => {
  const letters = latin(text).match(LETTERS) ?? [];
  return letters.length === 1 && /^[OoIl|]$/.test(letters[0] ?? "");
};
