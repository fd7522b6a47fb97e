import { matchAt } from "@/lib/footnotes/vocabulary/places-of";
import { pattern } from "@/lib/values/pattern";
import { nameKey } from "./defined-names";
import { asHolder, type FoundHolder, type NamedHolders } from "./named-holders";
import type { NameInNote, NoteNames } from "./names-in-note";
import { type UnnamedVehicle, unnamedAt } from "./unnamed-vehicles";

type HolderList = { holders: FoundHolder[]; end: number };

type Item = { holders: FoundHolder[]; end: number; isInsider: boolean };

const itemLead = pattern("iy")`
  (?:(?:each\s+of\s+)?the\s+following(?:\s+(?:entities|funds|persons|holders))?(?:\s+(?:is|are|was|were))?\s*:?\s*)?
  (?:(?:each|either|both|all)\s+of\s+|both\s+)? (?:\(?(?:[ivx]{1,4}|[a-h]|\d)\)\s*)?
  (?:[\d,]+\s+(?:(?:shares|units)\s+)?(?:(?:are|is)\s+)?(?:held\s+)?(?=by\b|in\b))?
  (?:(?:directly\s+|indirectly\s+|of\s+record\s+)?(?:by|in|through)\s+)? (?:each\s+of\s+)? (?:
    (?:an?|the|his|her|(?:the\s+)?reporting\s+(?:person|owner)['’]s) \s+ (?:individual\s+|separate\s+)?
    accounts?\s+ (?:in|under|within|with) \s+
  )? ["“]?
`;
const insider = pattern("iy")`
  (?:
    (?:(?:the\s+)?(?:issuer|company|corporation|registrant)['’]s\s+)? (?:[\w-]+\s+){0,2}?
      (?:chairman|chairwoman|chair|ceo|(?:vice\s+)?president|officer|founder|treasurer|secretary|counsel) |
    (?:the\s+|such\s+)?(?:issuer|company|corporation|registrant) |
    (?:the\s+|such\s+|each\s+|either\s+|any\s+(?:of\s+the\s+)?|a\s+)? (?:
        reporting\s+(?:persons?|owners?|individuals?) | undersigned | holders? | insider | filer |
        filing\s+persons? | director | grantor | settlor | him(?:self)? |
        her(?:self)?(?=[\s,.;)]*(?:$|[^\w\s]|(?:and|or|as|in|through|via|directly|jointly)\b)) | he | she |
        it(?:self)? | them(?:selves)? | they | me | us | (?:my|one)?self
      )
  ) \b (?!['’]s?\s*\w)
`;
const betweenItems = pattern("y")`
  \s* (?:,?\s*respectively\s*)? (?:
    [,;]?\s*(?:and\/or|and|or)\s+(?:also\s+)?(?:(?:held|owned)\s+)?(?:(?:directly|indirectly|of\s+record)\s+)? |
    [,;]\s* | &\s+ | \+\s* | (?!See\b)(?=[A-Z(])
  )
`;
const bracketed = /\s*\((?:[^()]|\([^()]*\)){0,260}\)/y;
const asTrustee = pattern("iy")`
  \s+TTEES?\s+(?:(?:FBO|OF|FOR)\s+)? |
  ,?\s*
    (?:(?:each\s+)?(?:as|acting\s+as|who\s+(?:is|are)|in\s+(?:his|her|its|their)\s+capacit(?:y|ies)\s+as)\s+)?
    (?:(?:the|a|sole|successor|directed|independent|current)\s+)* (?:co-?\s?)?trustees?\s+
    (?:of|for|under|on\s+behalf\s+of|fbo|f\/b\/o) \s+
`;
const asCustodian = pattern("iy")`
  ,?\s* (?:as\s+)? (?:a\s+|the\s+)? (?:\w?[ug]tma\s+)?custodian(?:\s+under\s+(?:the\s+)?\w{3,6})? \s+
  (?:of|for|on\s+behalf\s+of|fbo|f\/b\/o) \s+ (?:the\s+benefit\s+of\s+)?
`;
const insideOf = pattern("iy")`
  ,?\s+ (?:directly\s+|indirectly\s+)? (?:(?:and|or)\s+)?
  (?:in|through|via|by|for\s+the\s+(?:sole\s+)?(?:benefit|account)\s+of|on\s+behalf\s+of) \s+
`;
/** The words before were the subject of another clause. */
const ownClause = pattern("iy")`
  # "is the general partner", "may be deemed", "as the manager"
  ,?\s* (?:
    is\b | may\b | has\b | acts?\b | serves?\b | disclaims?\b | are\s+(?:the|managing|each|members|general) |
    controls?\b | exercises?\b | shares?\s+(?:voting|invest|disposit|beneficial) |
    holds?\s+(?:voting|sole|shared) |
    (?:as|in\s+its\s+capacity\s+as)\s+(?:the\s+)?(?:sole\s+)?(?:general|managing|manager|investment) |
    ,?\s* (?:as\s+)?the\s+ (?:sole\s+)?
      (?:general\s+partner|managing\s+member|manager|investment\s+(?:adviser|advisor|manager))
  )
`;
/** "and indirectly by Roe GP LLC as its general partner", "and Roe Advisors LLC, its investment manager" */
const asManager = pattern("iy")`
  (?:,?\s* (?:as|in\s+its\s+capacity\s+as) \s+ (?:its|the|their)|,\s+(?:its|their)) \s+ (?:sole\s+)?
  (?:general\s+partner|managing\s+(?:general\s+partner|member)|manager|investment\s+(?:adviser|advisor|manager))
`;

const estateOf = /(?:the\s+)?estate\s+of\s+(?:the\s+late\s+)?(?=\p{Lu})/uy;
/** "his wife, Jane Roe" */
const namedRelative = /,?\s+(?=\p{Lu}\p{L}+\s+(?:\p{Lu}\.?\s+)?\p{Lu})/uy;
/** "Jane Roe, the reporting person's spouse" */
const relativeAfter = pattern("iy")`
  ,?\s*\(? (?:who\s+is\s+)? (?:the\s+)?
    (?:(?:reporting\s+(?:person|owner)|insider|holder|(?:mr|mrs|ms|dr)\.?\s+\w+)['’\x60]s|his|her) \s+ |
  ,?\s*\(? (?:who\s+is\s+)? (?:(?:the|an?)\s+)? (?:(?:minor|adult|late|former)\s+)? (?=
      (?:spouse|wife|husband|son|daughter|child|children|mother|father|brother|sister|parent)s?\s+of\s+
      (?:the\s+)?reporting
    ) |
  \s*\(\s*(?:(?:my|his|her)\s+)?(?=(?:spouse|wife|husband|son|daughter|child|mother|father|brother|sister)\s*\))
`;

/** ", Karl Roe's wife" */
const someonesNext = /,\s+(?=(?:\p{Lu}[\p{L}.]*\s+){0,3}\p{Lu}\p{L}+['’]s\s)/uy;
const noPerson = /^(?:mr|mrs|ms|dr)\b|\b(?:stock|award|option|shares|common|class|account|units?)\b/;
const beforeNames = /\s*:\s*|,?\s+(?:namely|consisting\s+of)\s*:?\s+|,\s+(?:the\s+)?(?=\p{Lu})/uy;
/** "held in trust for the benefit of his children by the Roe Children's Trust" */
const byTrust =
  /(?<=\b(?:[Hh]eld|[Oo]wned)\s+(?:\w+\s+){0,2}?in\s+trust\s[^.;,]{0,120}),?\s+(?:by|under|through|pursuant\s+to)\s+(?:the\s+(?:terms\s+of\s+the\s+)?)?(?=\p{Lu}|\d)/uy;
const asParent =
  /,?\s+(?:as\s+)?(?:the|its)\s+(?:sole\s+|general\s+|managing\s+)*(?:members?|partners?|managers?|parent|owner|stockholder|shareholder)\b/iy;
const lastOfList = /,?\s+and\s+(?:by\s+)?(?=(?:the\s+|an?\s+|his\s+|her\s+)?[\p{L}\d])/iuy;
const andUnnamed = /,?\s+and\s+(?=(?:an?|his|her|their|the\s+reporting)\s)/iy;
const goesOn = /\s*(?:,|,?\s+and|\s+&)\s+(?:the\s+)?(?=\p{Lu})/uy;

/** "Roe Fund I, L.P. - 4,000 shares;" */
const countAfter = /\s*[-–—:]\s*[\d,]{2,}(?:\s+(?:shares|units))?(?=\s*(?:[;,]|and\b|\.?$))/y;
/** "Roe Corp.'s wholly owned …": not Roe Corp. itself. */
const possessor = /['’]s?$/;

/** Names begin with a capital, or contain a digit: "a16z". */
const mayBeginName = /^(?:\p{Lu}|\d|[a-z]+\d|[a-z]{1,2}\p{Lu})/u;

/** "the sponsor, Roe LLC", "its wholly owned subsidiary Roe Ltd.", "the trustee of the Roe Trust" */
const roleBefore = pattern("iuy")`
  (?:the|an?|its|his|her|their|(?:\p{Lu}[\w.&-]*\s+){0,6}\p{Lu}[\w.&-]*['’]s?) \s+
    (?:(?!and\b|or\b|of\b|by\b|in\b)[\w'’-]+\s+){0,3}? (?:
      sponsor | purchaser | buyer | seller | transferee | nominee | affiliate | subsidiary |
      (?:record|registered)\s+(?:holder|owner) |
      (?:side|parallel|feeder|annex|master|companion|sister)\s+(?:fund|partnership|vehicle) | employer |
      custodian | parent | (?:stock|share)holder | investor
    ) ,?\s+ (?=\p{Lu}|\d) |
  # "the successor trustee of the Roe Trust"
  (?:the\s+)? (?:(?:sole|successor|independent|corporate)\s+)? (?:co-\s?)?trustees?\s+ (?:of|for) \s+
    (?=(?:the\s+)?\p{Lu}|a\s|an\s|his\s|her\s)
`;

const insidersOwn = /^(?:his|her|their|(?:the\s+)?reporting\s+(?:person|owner)['’]s)\s/i;
const ownedBy = /\b(?:owned|controlled)\b/i;
const andAnother = /^\s*,?\s*(?:and|or|&)\s/i;
/** A name and a description mean one holder only if both match one of these. */
const SAME_KIND = [
  /\btrusts?\b/,
  /\bfoundations?\b/,
  pattern()`
    \b (?:
      llc | l\.?l\.?c\.? | inc | corp | ltd | l\.?p | flp | company | corporation | partnership | entity | vehicle | holdings |
      partners | ab | ag | aps | asa? | bv | gmbh | nv | oyj? | plc | sas? | se | spa | srl
    ) \b
  `,
];

const isSameKind = (head: string, name: string): boolean =>
  SAME_KIND.some((kind) => kind.test(head) && kind.test(name));

/** `isClause`: the verb was "is held by", so that a separate clause may follow. `allowShort`: short names count. */
export type ListOptions = { isClause?: boolean; allowShort?: boolean };

/** Reads the names where a list of holders is possible. */
export class ListReader {
  private readonly text: string;

  constructor(
    private readonly names: NoteNames,
    private readonly known: NamedHolders,
  ) {
    this.text = names.text;
  }

  listAt(start: number, { isClause = false, allowShort = true }: ListOptions = {}): HolderList | null {
    let holders: FoundHolder[] = [];
    let at = start;
    let end = start;
    for (let count = 0; count < 40; count++) {
      const item = this.itemAt(at, allowShort);
      if (
        !item ||
        (count > 0 && /^,\s*$/.test(this.text.slice(end, at).trimEnd()) && this.isApposition(item, at, holders.at(-1)))
      )
        break;
      let behind = item.end;
      for (
        let bracket = matchAt(bracketed, this.text, behind);
        bracket;
        bracket = matchAt(bracketed, this.text, behind)
      )
        behind += bracket.length;
      behind += matchAt(countAfter, this.text, behind)?.length ?? 0;
      const isSubject =
        count > 0 &&
        (isClause || /(?:[,;]\s*(?:and\s+)?|[.)]\s+)$/.test(this.text.slice(end - 1, at))) &&
        matchAt(ownClause, this.text, behind) !== null;
      if (isSubject || (count > 0 && matchAt(asManager, this.text, behind) !== null)) break;
      // "owned directly by Roe Fund LP, and indirectly by Roe GP LLC, the sole member of Roe Fund LP"
      if (/\bindirectly\s+(?:by\s+)?$/i.test(this.text.slice(end, at)) && matchAt(asParent, this.text, behind) !== null)
        break;
      if (!this.isDescription(item, at, holders.at(-1))) holders.push(...item.holders);
      end = behind;
      const instead = this.insteadOf(item, behind);
      if (instead) {
        holders = matchAt(asTrustee, this.text, behind) === null ? [...holders, ...instead.holders] : instead.holders;
        end = instead.end;
      }
      const between = matchAt(betweenItems, this.text, end);
      if (between === null || (between.trim() === "" && !/[.)]$/.test(this.text.slice(0, end)))) break;
      at = end + between.length;
    }
    return holders.length > 0 ? { holders, end } : null;
  }

  private itemAt(from: number, allowShort: boolean): Item | null {
    const lead = from + (matchAt(itemLead, this.text, from)?.length ?? 0);
    const role = matchAt(roleBefore, this.text, lead);
    const item = this.plainItemAt(lead, allowShort);
    if (role === null || (item && item.holders.length > 0)) return item;
    const called = this.plainItemAt(lead + role.length, false);
    return called && called.holders.length > 0 ? called : item;
  }

  private plainItemAt(at: number, allowShort: boolean): Item | null {
    const estate = this.estateAt(at);
    if (estate) return estate;
    const self = matchAt(insider, this.text, at);
    const unnamed = unnamedAt(this.text, at);
    const article = /^(?:the|each|such)\s+/i.exec(this.text.slice(at, at + 6))?.[0] ?? "";
    const mayName =
      mayBeginName.test(this.text.slice(at + article.length, at + article.length + 24)) || /^[A-Z]/.test(article);
    const name = mayName ? (this.names.at(at) ?? (article === "" ? null : this.names.at(at + article.length))) : null;
    const known = name ? this.known.definition(nameKey(name.words)) : null;
    if (name && known) return { holders: known.map(asHolder), end: name.end, isInsider: false };
    if (self !== null && !(unnamed && unnamed.end > at + self.length))
      return { holders: [], end: at + self.length, isInsider: true };
    if (
      unnamed &&
      !(name?.isVehicle && (name.words.length > 1 ? name.end >= unnamed.headEnd : name.end > unnamed.end))
    ) {
      return this.relativeOrVehicle(unnamed);
    }
    if (!name) return null;
    const own = /^['’]s(?=\s)/.exec(this.text.slice(name.end, name.end + 3))?.[0].length ?? 0;
    if (
      (own > 0 || possessor.test(this.text.slice(name.end - 2, name.end))) &&
      /^\s+[a-z]/.test(this.text.slice(name.end + own, name.end + own + 3))
    )
      return { holders: [], end: name.end, isInsider: true };
    const holders = this.known.resolve(name, allowShort || article !== "");
    if (holders.length > 0) return { holders, end: name.end, isInsider: false };
    return this.personAt(name);
  }

  /** "the estate of Leonora Quist" */
  private estateAt(at: number): Item | null {
    const lead = matchAt(estateOf, this.text, at);
    const person = lead === null ? null : this.names.at(at + lead.length);
    if (lead === null || person === null || person.isVehicle) return null;
    const start = at + (/^the\s+/i.exec(lead)?.[0].length ?? 0);
    return {
      holders: [{ start, end: person.end, words: ["estate", "of", ...person.words], isUnnamed: false, relation: null }],
      end: person.end,
      isInsider: false,
    };
  }

  private relativeOrVehicle(unnamed: UnnamedVehicle): Item {
    if (unnamed.isReference) return { holders: this.known.refer(unnamed), end: unnamed.end, isInsider: false };
    const { nameStart: start, end, head, relation } = unnamed;
    const instead = relation === null ? this.calledByName(unnamed) : null;
    if (instead) return { ...instead, isInsider: false };
    const space = relation === null ? null : matchAt(namedRelative, this.text, end);
    const named = space === null ? null : this.names.at(end + space.length);
    if (named && !named.isVehicle && named.words.length > 1 && !noPerson.test(named.words.join(" "))) {
      return { holders: [{ ...named, isUnnamed: false, relation }], end: named.end, isInsider: false };
    }
    return { holders: [{ start, end, words: [head], isUnnamed: true, relation }], end, isInsider: false };
  }

  /** "his family trust, the Roe Living Trust", "two trusts: the Roe Trust and the Doe Trust" */
  private calledByName({ end, head }: UnnamedVehicle): HolderList | null {
    const bracket = matchAt(bracketed, this.text, end);
    const inside = bracket === null ? 0 : end + bracket.length - bracket.replace(/^\s*\((?:the\s+)?/, "").length;
    const only = bracket === null ? null : this.names.at(inside);
    if (
      bracket !== null &&
      only?.isVehicle &&
      only.words.length > 1 &&
      /^\W?\)$/.test(this.text.slice(only.end, end + bracket.length))
    ) {
      return { holders: this.known.resolve(only, false), end: end + bracket.length };
    }
    const by = /\btrust$/i.test(head) ? matchAt(byTrust, this.text, end) : null;
    const holding = by === null ? null : this.names.at(end + by.length);
    if (holding?.isVehicle && /^trusts?$/.test(holding.words.at(-1) ?? ""))
      return { holders: this.known.resolve(holding, false), end: holding.end };
    const before = matchAt(beforeNames, this.text, end);
    if (before === null) return null;
    if (!before.startsWith(",")) return this.listAt(end + before.length);
    const name = this.names.at(end + before.length);
    if (!name?.isVehicle) return null;
    const behind = name.end + (matchAt(bracketed, this.text, name.end)?.length ?? 0);
    const more = matchAt(goesOn, this.text, behind);
    const isList =
      (more !== null && this.names.at(behind + more.length)?.isVehicle) ||
      (matchAt(andUnnamed, this.text, behind) !== null && !isSameKind(head, name.words.join(" ")));
    return isList ? null : { holders: this.known.resolve(name, false), end: behind };
  }

  private personAt(name: NameInNote): Item {
    const lead = matchAt(relativeAfter, this.text, name.end) ?? matchAt(someonesNext, this.text, name.end);
    const relative = lead === null ? null : unnamedAt(this.text, name.end + lead.length);
    if (relative?.relation && name.words.length > 1) {
      return {
        holders: [{ ...name, isUnnamed: false, relation: relative.relation }],
        end: relative.end,
        isInsider: false,
      };
    }
    return { holders: [], end: name.end, isInsider: true };
  }

  /** "the Roe Foundation, a charitable foundation": the same holder again. */
  private isApposition({ holders: [holder], end }: Item, at: number, named: FoundHolder | undefined): boolean {
    const isDescribed =
      /^an?\s/i.test(this.text.slice(at, at + 3)) ||
      (holder?.isUnnamed === true && holder.relation === null && holder.start === at);
    // "the Roe 401(k) Plan, a family partnership and the Doe Trust": three holders
    const isListed =
      holder !== undefined &&
      named !== undefined &&
      matchAt(lastOfList, this.text, end) !== null &&
      !isSameKind(holder.words.at(-1) ?? "", named.words.join(" "));
    return isDescribed && !isListed;
  }

  /** "Roe LLC, his wholly owned company": the holder just named. "Roe LLC, his company and his wife" may be three. */
  private isDescription({ holders: [holder], end }: Item, at: number, named: FoundHolder | undefined): boolean {
    if (!named || named.isUnnamed || !holder?.isUnnamed || holder.relation !== null) return false;
    if (!/,\s*$/.test(this.text.slice(Math.max(0, at - 3), at)) || !insidersOwn.test(this.text.slice(at, end)))
      return false;
    return (
      isSameKind(holder.words.at(-1) ?? "", named.words.join(" ")) &&
      (ownedBy.test(this.text.slice(holder.start, end)) || !andAnother.test(this.text.slice(end)))
    );
  }

  /** "by A and B as trustees of the C Trust": the trust. "By the reporting person through the D Fund": the fund. */
  private insteadOf(item: Item, at: number): HolderList | null {
    const trustee = matchAt(asTrustee, this.text, at);
    if (trustee !== null) {
      const list = this.listAt(at + trustee.length);
      // "by his spouse as trustee for their children": the spouse
      const isForRelatives = list?.holders.every(({ relation }) => relation !== null);
      return isForRelatives && item.holders.length > 0 ? null : list;
    }
    if (!item.isInsider) return null;
    const other = matchAt(asCustodian, this.text, at) ?? matchAt(insideOf, this.text, at);
    return other === null ? null : this.listAt(at + other.length);
  }
}
