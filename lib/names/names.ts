/**
 * Words that do not occur in a person's name. Short ones that could be a surname or initials ("Co", "Sa", "Se", "Ag", "Nv") are
 * left out.
 */
const entityWords = new Set(
  `LLC LLP LLLP LP INC INCORPORATED CORP CORPORATION COMPANY LTD LIMITED PLC GMBH KGAA SARL PTE PTY ULC LTDA
  TRUST TRUSTS TRUSTEE TRUSTEES TTEE TR FBO UTD DTD FAMILY REVOCABLE IRREVOCABLE TESTAMENTARY CHARITABLE GRAT GRATS CRUT ESTATE
  DESCENDANTS GRANDCHILDREN FOUNDATION ENDOWMENT FUND FUNDS PENSION PARTNERS PARTNERSHIP CAPITAL HOLDINGS HOLDCO TOPCO GROUP BANCORP
  BANCSHARES BANKSHARES BANC-CORP VENTURES MANAGEMENT ADVISORS ADVISERS ADVISORY INVESTMENT INVESTMENTS INVESTORS ASSOCIATES
  ASSOCIATION SECURITIES EQUITY EQUITIES CREDIT ASSET ASSETS FINANCIAL ACQUISITION ACQUISITIONS ENTERPRISE ENTERPRISES INDUSTRIES
  INTERNATIONAL GLOBAL AMERICAN STRATEGIC OPPORTUNITY OPPORTUNITIES OFFSHORE TECHNOLOGY TECHNOLOGIES SOLUTIONS SERVICES
  PROPERTIES REALTY RESOURCES ENERGY HEALTHCARE PHARMACEUTICALS THERAPEUTICS INSURANCE UNIVERSITY GOVERNMENT AUTHORITY`.split(
    /\s+/,
  ),
);

/** Words that are a legal form only at the end of a name, because a surname comes first. */
const legalFormAtEnd = /\s(?:CO\.?|SAS|S\.A\.)$/i;

const plain = (word: string) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’`]/g, "'").replaceAll(".", "").toUpperCase();

/** True only if a name is certainly that of a company, fund or trust. False is inconclusive. */
export const isEntityName = (name: string): boolean =>
  /[&\d]|\/[A-Z]{2,}\/?/.test(name) ||
  legalFormAtEnd.test(name.trim()) ||
  name.split(/[\s,()]+/).some((word) => entityWords.has(plain(word)));

const suffixes = new Set(["JR", "SR", "II", "III", "IV", "V", "MD", "PHD", "ESQ", "CPA"]);

type Word = { text: string; plain: string; start: number; end: number };

const words = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}][\p{L}\p{M}'’`.]*/gu), ({ 0: word, index }) => {
    const trimmed = word.replace(/['’`]+$/, "");
    return { text: trimmed, plain: plain(trimmed), start: index, end: index + trimmed.length };
  });

const initialOf = (a: string, b: string) => (a.length === 1 || b.length === 1) && a[0] === b[0];

/**
 * How many middle names of the filing, besides initials, the signature omits; null if it has one that the filing does not. Those
 * of the signature must be those of the filing, in order, or an initial that the filing omits.
 */
const middlesLeftOut = (signed: string[], filed: string[]): number | null => {
  let next = 0;
  let leftOut = filed.filter((name) => name.length > 1).length;
  for (const middle of signed) {
    const at = filed.findIndex((name, index) => index >= next && (name === middle || initialOf(name, middle)));
    if (at < 0) {
      if (filed.length > 0 || middle.length > 1) return null;
      continue;
    }
    next = at + 1;
    if (filed[at] !== undefined && filed[at].length > 1) leftOut--;
  }
  return leftOut;
};

/** The words of a name are adjacent: only spaces or a hyphen between them, and no hyphen to a word outside. */
const isWhole = (text: string, run: Word[]) =>
  !/\p{L}-$/u.test(text.slice(0, run[0]?.start)) &&
  !/^-\p{L}/u.test(text.slice(run.at(-1)?.end)) &&
  run.every((word, index) => {
    const before = run[index - 1];
    return !before || /^(?:\s+|-)$/.test(text.slice(before.end, word.start));
  });

/** "By: … , Managing Member", "…, Trustee": the signer may act for a company or trust whose name begins like the signer's. */
const signsForAnother = (before: string, after: string) =>
  /\bby\s*:?\s*$/i.test(before) || !/^\W*(?:$|(?:by|through|under|pursuant)\b)/i.test(after);

const maxMiddles = 3;
const mostSurnames = 4;

/** The part of a signature with `given` (middle names) `surname`, and the suffix if there is one. */
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
      const leftOut = middlesLeftOut(between, given.slice(1));
      if (!isWhole(signature, run) || leftOut === null || leftOut > 1) continue;
      const suffix = signed[end];
      const stop = suffix && suffixes.has(suffix.plain) ? suffix.end : (run.at(-1)?.end ?? 0);
      const begin = signed[start]?.start ?? 0;
      if (leftOut === 1 && signsForAnother(signature.slice(0, begin), signature.slice(stop))) continue;
      return signature.slice(begin, stop);
    }
  }
  return null;
};

/**
 * A person's name in reading order ("Saxon Michael J" becomes "Michael J. Saxon"), but only if a signature of the filing spells
 * it that way. Otherwise `null`, and the name is shown as filed. EDGAR puts the surname first, but nothing marks where it ends, and
 * filers break the rule, so the order is never guessed.
 */
export const readingName = (nameAsFiled: string, signatures: readonly string[]): string | null => {
  if (isEntityName(nameAsFiled)) return null;
  const filed = words(nameAsFiled)
    .map((word) => word.plain)
    .filter((word) => !suffixes.has(word));
  if (filed.length < 2) return null;
  // First a surname of one word, then longer ones; last, a name already filed in reading order.
  const splits = Array.from({ length: Math.min(mostSurnames, filed.length - 1) }, (_, index) => index + 1);
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

/** EDGAR's own mark after a name, for the state or to distinguish namesakes: "/DE/", "/NEW/". */
const edgarMark = /\s*\/[A-Z ]{2,10}\/?$/i;

/** An issuer's name without its legal form, for lists: "Kestrel Grid Systems, Inc." gives "Kestrel Grid Systems". */
export const shortIssuerName = (name: string): string => {
  let short = name.trim().replace(edgarMark, "");
  for (;;) {
    const next = short.replace(legalSuffix, "");
    // "Merck & Co." keeps its legal form, and so does a name that is only a legal form.
    if (next === short || next === "" || /(?:&|\band)$/i.test(next)) return short;
    short = next;
  }
};
