import type { HolderKind } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";
import type { FoundHolder } from "./named-holders";

const retirement = pattern("i")`
  \b (?:
    iras? | i\.r\.a\.? | 401\s?\(?k\)? | pension | profit[- ]sharing | k?esop | ksop | employee\ stock\ ownership |
    retirement | defined\ (?:benefit|contribution) | keogh | sep | 403\(?b\)? | (?:savings|thrift)\b[^,;]{0,40}?\bplan
  ) (?![\w])
`;
const trustCompany = /\btrust (?:company|co\b|corp|bank)|\bbank\b|\bcustodian\b|\bbrokerage\b/i;
const limitedLiability = /(?:\bl\.?\s?l\.?\s?c\.?|\blimited liability compan(?:y|ies))[\s.,]*$/i;
const corporate = pattern("i")`
  (?:
    \binc(?:orporated)? | \bcorp(?:oration)?s? | \bcompan(?:y|ies) | \bco | \bltd | \blimited | \bplc | \bgmbh |
    \bs\.?a\.? | \bn\.?v\.? | \bb\.?v\.? | \ba\.?g\.? | \bpte
  ) [\s.,]*$
`;

const legalForm = /(?:\bl\.?\s?l?\.?l?\.?\s?p\.?|\bl\.?\s?l\.?\s?c\.?|\binc\.?|\bcorp\.?|\bltd\.?)[\s.,]*$/i;

/** "Roe Fund L.P. 3A", "Roe Partners LP Jersey Branch" */
const afterForm = /(?<form>\b(?:l\.?l?\.?p\.?|l\.?l\.?c\.?|plc|ltd\.?|inc\.?)) (?:\d{1,2}[a-z]?|[a-z]+ branch)$/i;

/** The kind of a holder by name, with the kinds in order of precedence. */
export function holderKind({ relation }: FoundHolder, name: string, note: string): HolderKind {
  if (relation) return relation;
  const dated = name
    .replace(/,?\s*(?:\(?\bu\/?[atd]|\bdated\b|dtd\b|under (?:agreement|declaration|trust)).*$/i, "")
    .replace(afterForm, "$<form>");
  if (retirement.test(name)) return "retirement_plan";
  const isPlan = retirement.test(note) && !legalForm.test(dated);
  if (isPlan && /\b(?:funds?|plans?|accounts?|master trust|plan trust)$/i.test(dated)) return "retirement_plan";
  if (
    trustCompany.test(name) &&
    /\b(?:fbo|f\/b\/o|custodian|company|co\.?|bank)\b/i.test(name) &&
    !/\btrust\b(?! (?:company|co\b|bank))/i.test(name)
  ) {
    return "other";
  }
  if (/\bfoundations?\b/i.test(name)) return "foundation";
  if (limitedLiability.test(dated)) return "llc";
  if (/(?:\b(?:l\.?\s?){1,3}p\.?|\blimited partnerships?|\bpartnerships?(?:,?\s+ltd)?|\bflp)[\s.,]*$/i.test(dated))
    return "partnership";
  if (corporate.test(dated)) return "corporation";
  if (/\b(?:(?:uni)?trusts?|grats?|cruts?|crats?|slats?|clats?|qprts?|ilits?)\b/i.test(name)) return "trust";
  if (/\bfunds?\b/i.test(name)) return "fund";
  return called(name, note) ?? "other";
}

const CALLED = ["trust", "fund", "foundation", "partnership", "corporation"] as const;

/** The kind by which the note describes it: "Juniper, a trust for …", "the 401(k) Plan". */
function called(name: string, note: string): HolderKind | null {
  const at = note.indexOf(name);
  const after = at < 0 ? "" : note.slice(at + name.length, at + name.length + 60);
  const kind = /^,?\s+(?:which is\s+)?an?\s+(?:[\w-]+\s+){0,3}?(trust|fund|foundation|partnership|corporation)\b/i
    .exec(after)?.[1]
    ?.toLowerCase();
  return CALLED.find((each) => each === kind) ?? null;
}
