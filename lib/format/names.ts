/** Words that no person's name holds. Short ones that could be a surname ("Co", "Sa", "Se", "Ag") are left out. */
const entityWords = new Set(
  `LLC LLP LLLP LP INC INCORPORATED CORP CORPORATION COMPANY LTD LIMITED PLC GMBH TRUST TRUSTS FOUNDATION FUND FUNDS PARTNERS
  PARTNERSHIP CAPITAL HOLDINGS HOLDCO GROUP BANCORP VENTURES MANAGEMENT ADVISORS ADVISERS INVESTMENTS INVESTORS ASSOCIATES ESTATE
  SECURITIES ACQUISITION ENTERPRISES`.split(/\s+/),
);

const plain = (word: string) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’`]/g, "'").replaceAll(".", "").toUpperCase();

/** True only where a name surely is that of a company, fund or trust; false says nothing. */
export const isEntityName = (name: string): boolean =>
  /[&\d]|\/[A-Z]{2,}\/?/.test(name) || name.split(/[\s,]+/).some((word) => entityWords.has(plain(word)));

const suffixes = new Set(["JR", "SR", "II", "III", "IV", "V", "MD", "PHD", "ESQ", "CPA"]);

type Word = { text: string; plain: string; start: number; end: number };

const words = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’`.-]*/gu), ({ 0: word, index }) => {
    const trimmed = word.replace(/[-'’`]+$/, "");
    return { text: trimmed, plain: plain(trimmed), start: index, end: index + trimmed.length };
  });

const initialOf = (a: string, b: string) => (a.length === 1 || b.length === 1) && a[0] === b[0];

/** Middle names of the signature must be those of the filing, in order, or an initial that the filing leaves out. */
const middlesAgree = (signed: string[], filed: string[]): boolean => {
  let next = 0;
  return signed.every((middle) => {
    const at = filed.findIndex((name, index) => index >= next && (name === middle || initialOf(name, middle)));
    if (at >= 0) next = at + 1;
    return at >= 0 || (filed.length === 0 && middle.length === 1);
  });
};

/** Words of a name stand side by side: only blanks between them. */
const adjacent = (text: string, run: Word[]) =>
  run.every((word, index) => {
    const before = run[index - 1];
    return !before || /^\s+$/.test(text.slice(before.end, word.start));
  });

const maxMiddles = 3;

/** The stretch of a signature that reads `given` (middles) `surname`, with the suffix if one follows. */
const stretch = (signature: string, given: string[], surname: string[]): string | null => {
  const signed = words(signature);
  for (let start = 0; start < signed.length; start++) {
    if (signed[start]?.plain !== given[0]) continue;
    for (let middles = 0; middles <= maxMiddles; middles++) {
      const end = start + 1 + middles + surname.length;
      const run = signed.slice(start, end);
      const tail = run.slice(1 + middles).map((word) => word.plain);
      if (run.length < 1 + middles + surname.length || tail.join(" ") !== surname.join(" ")) continue;
      const between = run.slice(1, 1 + middles).map((word) => word.plain);
      if (!adjacent(signature, run) || !middlesAgree(between, given.slice(1))) continue;
      const suffix = signed[end];
      const stop = suffix && suffixes.has(suffix.plain) ? suffix.end : (run.at(-1)?.end ?? 0);
      return signature.slice(signed[start]?.start ?? 0, stop);
    }
  }
  return null;
};

/**
 * A person's name in reading order ("Saxon Michael J" gives "Michael J. Saxon"), only where a signature of the filing spells
 * it so; else `null`, and the name stands as filed. EDGAR's form is surname first, but nothing marks where the surname
 * ends, and filers break the rule, so the order is never guessed.
 */
export const readingName = (nameAsFiled: string, signatures: readonly string[]): string | null => {
  if (isEntityName(nameAsFiled)) return null;
  const filed = words(nameAsFiled)
    .map((word) => word.plain)
    .filter((word) => !suffixes.has(word));
  if (filed.length < 2) return null;
  // Surname of one word first, then of two and three; last, a name that was filed in reading order already.
  const splits = Array.from({ length: Math.min(3, filed.length - 1) }, (_, index) => index + 1);
  const candidates = splits.map((size) => ({ given: filed.slice(size), surname: filed.slice(0, size) }));
  candidates.push({ given: filed.slice(0, -1), surname: filed.slice(-1) });
  for (const signature of signatures) {
    const text = signature.replaceAll(/\/s\//gi, "   ");
    for (const { given, surname } of candidates) {
      const found = stretch(text, given, surname);
      if (found) return found.replaceAll(/\s+/g, " ");
    }
  }
  return null;
};

const legalSuffix =
  /[\s,]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|l\.?l\.?c|lp|l\.?p|plc|p\.l\.c|n\.v|s\.a|a\.g|s\.e)\.?$/i;

/** EDGAR's own mark after a name, for the state or to tell namesakes apart: "/DE/", "/NEW/". */
const edgarMark = /\s*\/[A-Z ]{2,10}\/?$/i;

/** An issuer's name without its legal form, for lists: "Kestrel Grid Systems, Inc." gives "Kestrel Grid Systems". */
export const shortIssuerName = (name: string): string => {
  let short = name.trim().replace(edgarMark, "");
  for (;;) {
    const next = short.replace(legalSuffix, "");
    // "Merck & Co." and a name that is nothing but a legal form keep it.
    if (next === short || next === "" || /(?:&|\band)$/i.test(next)) return short;
    short = next;
  }
};
