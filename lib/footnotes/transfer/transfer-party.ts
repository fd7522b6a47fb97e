import { relatives } from "@/lib/footnotes/vocabulary/relatives";
import type { TransferKind } from "@/lib/record/stated-facts";
import { pattern } from "@/lib/values/pattern";

/** The other side of a transfer. */
export type Party = "issuer" | "self" | "strangers" | "trust" | "family" | "entity" | "owners" | "joint" | "other";

/** Excludes possessives: "the children's trust" is a trust. */
const notPossessive = pattern()`(?!['’]s?\b|['’])`;

/** "the Roe Descendants Trust" is a trust. */
const notInName = pattern()`
  (?!\s+(?:(?:family|gift|irrevocable|revocable|education|\d{4})\s+){0,3}(?:trusts?|foundation|fund|partnership|l\.?l\.?c|l\.?p)\b)
`;

/** The first of these in the text decides: "a trust for the benefit of his children". */
const PARTIES: readonly [Party, RegExp][] = [
  [
    "strangers",
    pattern("i")`
      \b (?:
        (?:anchor|third[\s-]party|outside|unaffiliated|unrelated|private|new|institutional|accredited)\s+investors |
        (?:(?:unaffiliated|unrelated|independent)\s+)?third\s+part(?:y|ies) | lenders?
      ) \b
    `,
  ],
  ["joint", /\bjoint(?:ly)?\b|\btenants?\s+(?:in\s+common|by)|\btenancy\b|\bcommunity\s+property\b/i],
  [
    "owners",
    pattern("i")`
      \b (?:
        (?:limited|general|its|their|respective|former|certain|equity|all) \s+ (?:and\s+(?:general|limited)\s+)?
        (?:\w+\s+)?
      )? (?:
        partners?\b(?!,?\s*(?:l\.?\s?p|l\.?l|ltd|inc|[IVX]+\b|\d|fund)) |
        members\b(?!\s+of\s+(?:(?:the\s+)?reporting|his|her|the\s+\w+\s+family)) | beneficiar(?:y|ies) |
        (?:share|stock|unit|interest|security|equity)[\s-]?holders |
        investors\b(?!,?\s*(?:l\.?\s?p|l\.?l|ltd|inc|[IVX]+\b|\d|fund)) | owners\b
      )
    `,
  ],
  [
    "trust",
    pattern("i")`
      \b (?:trusts?|trustees?|GRATs?|unitrusts?|SLATs?|QPRTs?) \b ${notPossessive}
      (?!\s+(?:company|co\b|bank|LLC|department))
    `,
  ],
  [
    "family",
    pattern("i")`
      \b (?:
        (?!parent\s+(?:company|corporation|entity|fund|partnership)|sister\s+(?:company|fund|entity|partnership))(?:${relatives}) | members\s+of\s+(?:his|her|(?:the\s+)?reporting\s+persons?['’]s?)\s+(?:immediate\s+)?family | in-laws?
      ) \b ${notPossessive} ${notInName}
    `,
  ],
  [
    "entity",
    pattern("i")`
      (?:
        \bL\.?\s?L\.?\s?C\b | \bL\.?\s?L?\.?\s?P\b | \bL\.\s?P\. | \b(?:limited\s+)?partnerships?\b | \bInc\b |
        \bCorp(?:oration)?s?\b | \bLtd\b | \bGmbH\b | \bS\.A\. | \bN\.V\. | \bB\.V\. | \blimited\s+liability\b |
        \bestate\s+planning\b | \b(?:investment\s+)?vehicles?\b | \bentit(?:y|ies)\b | \bfunds?\b(?!\s+trust) |
        \b(?<!direct\s)holding(?:s|\s+company)\b | \baffiliates?\b | \bfoundation\b | \bsubsidiary\b | \bthe\s+sponsor\b |
        \bcompan(?:y|ies)\b | \b(?:holdco|topco|bidco|midco|aggregator|plc|pte|pty|sarl|scsp|b\.?v|oyj?|a\/s|s\.?p\.?a)\b | \bS\.?\s?[àa]\.?\s?r\.?\s?l\b |
        \b[A-Z]\w+\s+(?:Capital|Ventures?|Partners|Investors|Investments?|Associates|Management|Advisors)\b
      )
    `,
  ],
  [
    "self",
    pattern("i")`
      ^(?:its|the)\s+sole\s+(?:member|shareholder|stockholder|owner)\b | \b (?:
        reporting\s+(?:person|owner)s? | undersigned | him | himself | herself | her(?=\s*(?:$|[.,;)])) |
        (?:his|her|own|individual|personal)\s+(?:own\s+)?(?:name|account|ownership) | individually |
        direct(?:ly)?(?:\s+(?:ownership|holdings?))?
      ) \b (?!['’])
    `,
  ],
];

const issuer =
  /^(?:the\s+|its\s+)?(?:issuer|registrant|company|corporation)\b(?!\s+(?:\w+\s+)?(?:LLC|trust|fund))(?!['’])/i;

/** "to himself as trustee of the Roe Trust" */
const asTrustee =
  /^\s*(?:himself|herself|the\s+reporting\s+person|his\s+wife|her\s+husband)(?:\s+and\s+(?:himself|herself|(?:his|her)\s+(?:wife|husband|spouse)))?\s*,?\s+as\s+(?:\w+\s+)?(?:co-)?trustees?\b/i;

/** The party in the words after "to" or "from". */
export function partyOf(words: string): Party {
  if (issuer.test(words.trim())) return "issuer";
  if (asTrustee.test(words)) return "trust";
  let first: { party: Party; at: number } | null = null;
  for (const [party, pattern] of PARTIES) {
    const at = pattern.exec(words)?.index ?? -1;
    if (at >= 0 && (!first || at < first.at)) first = { party, at };
  }
  return first?.party ?? "other";
}

export function targetKind(party: Party | undefined): TransferKind | null {
  if (party === "trust") return "to_trust";
  if (party === "family") return "to_family";
  if (party === "entity") return "to_entity";
  if (party === "strangers") return "other";
  return party === "owners" ? "distribution" : null;
}

export function sourceKind(party: Party | undefined): TransferKind | null {
  if (party === "trust") return "from_trust";
  return party === "entity" ? "from_entity" : null;
}
