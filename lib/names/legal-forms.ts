/** Legal forms by the words that express them, longest first. The last name is used for comparison. */
const SPELLINGS: readonly (readonly [words: readonly string[], form: string])[] = [
  [["limited", "liability", "limited", "partnership"], "lllp"],
  [["limited", "liability", "company"], "llc"],
  [["limited", "liability", "partnership"], "llp"],
  [["l", "l", "l", "p"], "lllp"],
  [["l", "l", "c"], "llc"],
  [["l", "l", "p"], "llp"],
  [["limited", "partnership"], "lp"],
  [["ltd", "partnership"], "lp"],
  [["l", "p"], "lp"],
  [["incorporated"], "inc"],
  [["corporation"], "corp"],
  [["company"], "co"],
  [["limited"], "ltd"],
];

const LEGAL_FORMS = new Set("lp llc llp lllp pllc inc corp co ltd mhc plc pte gmbh ag sa nv bv sarl kg".split(" "));

export const isLegalForm = (plain: string): boolean => LEGAL_FORMS.has(plain);

const FIRST_WORDS = new Set(SPELLINGS.map(([words]) => words[0]));

/** The legal form that begins at a word, and its number of words; null if there is none. */
export function spelledForm(plainAt: (offset: number) => string | undefined): { form: string; words: number } | null {
  if (!FIRST_WORDS.has(plainAt(0))) return null;
  const found = SPELLINGS.find(([words]) => words.every((word, offset) => plainAt(offset) === word));
  return found ? { form: found[1], words: found[0].length } : null;
}
