import { isLegalForm } from "@/lib/names/legal-forms";
import { wordsOf } from "@/lib/names/words-of";
import { pattern } from "@/lib/values/pattern";
import { type DefinedNames, definedNames, type FullName, nameKey } from "./defined-names";
import { isOfKind, isVehicleWord } from "./name-words";
import type { NameInNote, NoteNames } from "./names-in-note";
import { type UnnamedVehicle, unnamedAt } from "./unnamed-vehicles";

/** Who holds, by the words that name the holder in full. */
export type FoundHolder = FullName & { relation: "spouse" | "child" | "family" | null };

type HolderList = { holders: FoundHolder[]; end: number };

type Item = { holders: FoundHolder[]; end: number; isInsider: boolean };

const itemLead = pattern("iy")`
  (?:the\s+following(?:\s+(?:entities|funds|persons|holders))?\s*:?\s*)?
  (?:(?:each|either|both|all)\s+of\s+|both\s+)? (?:\(?(?:[ivx]{1,4}|[a-h]|\d)\)\s*)?
  (?:[\d,]+\s+(?:(?:shares|units)\s+)?(?:(?:are|is)\s+)?(?:held\s+)?(?=by\b|in\b))?
  (?:(?:directly\s+|indirectly\s+|of\s+record\s+)?(?:by|in|through)\s+)? (?:each\s+of\s+)? (?:
    (?:an?|the|his|her|(?:the\s+)?reporting\s+(?:person|owner)['’]s) \s+ (?:individual\s+|separate\s+)?
    accounts?\s+ (?:in|under|within|with) \s+
  )? ["“]?
`;
const insider = pattern("iy")`
  (?:
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
    [,;]\s* | &\s+ | \+\s* | (?=[A-Z(])
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
  ,?\s* (?:
    is\b | may\b | has\b | acts?\b | serves?\b | disclaims?\b | are\s+(?:the|managing|each|members|general) |
    controls?\b | exercises?\b | shares?\s+(?:voting|invest|disposit|beneficial) |
    holds?\s+(?:voting|sole|shared) |
    (?:as|in\s+its\s+capacity\s+as)\s+(?:the\s+)?(?:sole\s+)?(?:general|managing|manager|investment) |
    ,?\s* (?:as\s+)?the\s+ (?:sole\s+)?
      (?:general\s+partner|managing\s+member|manager|investment\s+(?:adviser|advisor|manager))
  )
`;
/** "and indirectly by Roe GP LLC as its general partner" */
const asManager = pattern("iy")`
  ,?\s* (?:as|in\s+its\s+capacity\s+as) \s+ (?:its|the|their) \s+ (?:sole\s+)?
  (?:general\s+partner|managing\s+(?:general\s+partner|member)|manager|investment\s+(?:adviser|advisor|manager))
`;

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
const goesOn = /\s*(?:,|,?\s+and|\s+&)\s+(?:the\s+)?(?=\p{Lu})/uy;

/** "Roe Fund I, L.P. - 4,000 shares;" */
const countAfter = /\s*[-–—:]\s*[\d,]{2,}(?:\s+(?:shares|units))?(?=\s*(?:[;,]|and\b|\.?$))/y;
/** "Roe Corp.'s wholly owned …": not itself. */
const possessor = /['’]s?$/;

/** "the funds managed by": a class. */
const managedBy = /\s+(?:(?:that|which)\s+(?:is|are)\s+)?(?:managed|advised|sponsored|affiliated|controlled)\b/iy;

/** Names begin with a capital, or hold a digit: "a16z". */
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
  (?:the\s+)? (?:(?:sole|successor|independent|corporate)\s+)? (?:co-\s?)?trustees?\s+ (?:of|for) \s+
    (?=(?:the\s+)?\p{Lu}|a\s|an\s|his\s|her\s)
`;

const generic = pattern()`
  ^ (?:
    trusts? | funds? | partnerships? | llcs? | lp | lps | foundations? | entity | entities | vehicles? |
    grats? | iras? | plan | accounts? | estate
  ) $
`;
const nobody = pattern()`
  ^ (?:
    co | company | corp | corporation | issuer | registrant | bank | parties | board | committee |
    reporting\ (?:persons?|owners?) | (?:general|managing|limited)\ (?:partners?|members?) | manager |
    trustees? | sellers? | purchasers? | stockholders? | shareholders? | members? | partners? | investors? |
    underwriters? | management | directors? | officers? | executive | employees? | participants? | optionees? |
    grantees? | recipients? | beneficiar(?:y|ies) | grantor | settlor | custodian | church(?:es)? | colleges? |
    schools? | universit(?:y|ies) | charit(?:y|ies) | hospitals? | plan\ administrator | administrator |
    broker | sec | parent | predecessor | successor | clearstream | euroclear | dtc | cede\ and\ co |
    depository\ trust\ co
  ) $
`;

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};

/** Whether what is held "is held by": words that follow then may be a clause of their own. Whether short names count. */
export type ListOptions = { isClause?: boolean; allowShort?: boolean };

export type ListReader = {
  listAt: (at: number, options?: ListOptions) => HolderList | null;
  /** Whom a name, or words that speak of one named before, stand for. */
  resolve: (name: NameInNote, allowShort?: boolean) => FoundHolder[];
  refer: (words: UnnamedVehicle) => FoundHolder[];
};

/** `found` is the list of the holders found so far: "the trust" is one of them. */
export function listReader(names: NoteNames, found: readonly FoundHolder[]): ListReader {
  const { text } = names;
  let read: DefinedNames | null = null;
  const definition = (key: string): readonly FullName[] | undefined => {
    read ??= definedNames(names, (short) => wordsOf(short).map(({ plain }) => plain));
    return read.get(key) ?? read.get(`${key}s`);
  };
  const asHolder = (name: FullName): FoundHolder => ({ ...name, relation: null });

  const refer = (reference: UnnamedVehicle): FoundHolder[] => {
    if (matchAt(managedBy, text, reference.end) !== null) return [];
    const key = reference.head;
    const known = definition(key);
    if (known) return known.map(asHolder);
    const isOne = isOfKind(key);
    const holders = found.filter((holder) => holder.start < reference.start && isOne(holder.words));
    if (holders.length > 0) return reference.isPlural ? holders : holders.slice(-1);
    const before = names.all.filter((name) => name.end <= reference.start && name.isVehicle && isOne(name.words));
    const nearest = before.at(-1);
    if (nearest && !reference.isPlural) return resolve(nearest, false);
    if (nearest && reference.isPlural) {
      const list = before.slice(-8).filter((name, index, all) => {
        const next = all[index + 1];
        return !next || text.slice(name.end, next.start).length < 40;
      });
      if (list.length > 1) return list.flatMap((name) => resolve(name, false));
    }
    if (!/^(?:trusts?|iras?|grats?|estate|foundation|esop|ksop|llc|lp|fund|funds|partnership|401.*)$/.test(key))
      return [];
    return /^(?:the\s)?/i.test(text.slice(reference.start)) &&
      !/^(?:such|this|that|these|those|each|both)/i.test(text.slice(reference.start))
      ? [{ start: reference.nameStart, end: reference.end, words: [key], isUnnamed: true, relation: null }]
      : [];
  };

  const resolve = (name: NameInNote, allowShort = true): FoundHolder[] => {
    const key = nameKey(name.words);
    const known = definition(key);
    if (known && known[0]?.start !== name.start) return known.map(asHolder);
    if (nobody.test(key)) return [];
    if (name.isVehicle && generic.test(key)) {
      const isPlural = key.endsWith("s");
      const nameStart = name.words[0] === "the" ? name.start + 4 : name.start;
      return refer({
        start: name.start,
        end: name.end,
        nameStart,
        headEnd: name.end,
        head: key,
        relation: null,
        isReference: true,
        isPlural,
      });
    }
    if (isOtherPlan(name)) return [];
    if (name.isVehicle) return [fuller(name) ?? { ...name, isUnnamed: false, relation: null }];
    const isNumbered = name.words.length > 1 && name.words.slice(1).some((word) => /^(?:[ivx]+|\d{1,2})$/.test(word));
    return (allowShort || isNumbered) && isShortName(name)
      ? [fuller(name) ?? { ...name, isUnnamed: false, relation: null }]
      : [];
  };

  /** The name in full, of which this one is a shorter form that the note does not define. */
  const fuller = (name: NameInNote): FoundHolder | null => {
    const words = name.words[0] === "the" ? name.words.slice(1) : name.words;
    if (words.some(isLegalForm)) return null;
    const full = names.all.find(
      (other) =>
        other.isVehicle &&
        other.end <= name.start &&
        other.words.length > words.length &&
        other.words.some((word) => isLegalForm(word) || /^trusts?$/.test(word)) &&
        (nameKey(other.words).startsWith(`${words.join(" ")} `) ||
          (/^trusts?$/.test(words.at(-1) ?? "") &&
            words.length > 1 &&
            words.every((word) => other.words.includes(word)))),
    );
    return full ? { ...full, isUnnamed: false, relation: null } : null;
  };

  /** A short name that the note does not define: no person's. */
  const isShortName = (name: NameInNote): boolean => {
    const words = name.words[0] === "the" ? name.words.slice(1) : name.words;
    const written = text.slice(name.start, name.end);
    if (/^(?:mr|mrs|ms|dr|messrs)\b/i.test(written) || words.length === 0 || nobody.test(words.join(" "))) return false;
    if (
      /^(?:\d+|exhibit|table|annex|schedule|part|tranche|item|phase|title|note|form|series|page|column|level|tier)$/.test(
        words[0] ?? "",
      )
    )
      return false;
    if (words.some((word) => /\d/.test(word) || isVehicleWord(word) || (/^[ivx]+$/.test(word) && words.length > 1)))
      return true;
    if (/^(?:\S*[A-Z]\S*[A-Z]\S*)(?:\s|$)/.test(written) && !/[a-z]\s+[A-Z]/.test(written) && written.length < 12)
      return !/^[A-Z]\.\s?[A-Z]/.test(written);
    if (words.length > 1) return false;
    // One word: a surname, if the note has it after a first name or a title.
    const word = written.replace(/[^\w]/g, "");
    return (
      word.length > 2 &&
      !new RegExp(`(?:\\b(?:mr|mrs|ms|dr)\\.?|[A-Z][a-z]+|\\b[A-Z]\\.)\\s+${word}\\b`).test(
        text.replace(/\b(?:by|the|of|and)\b/gi, "_"),
      )
    );
  };

  const itemAt = (from: number, allowShort: boolean): Item | null => {
    const lead = from + (matchAt(itemLead, text, from)?.length ?? 0);
    const role = matchAt(roleBefore, text, lead);
    const item = plainItemAt(lead, allowShort);
    if (role === null || (item && item.holders.length > 0)) return item;
    const called = plainItemAt(lead + role.length, false);
    return called && called.holders.length > 0 ? called : item;
  };

  const plainItemAt = (at: number, allowShort: boolean): Item | null => {
    const self = matchAt(insider, text, at);
    const unnamed = unnamedAt(text, at);
    const article = /^(?:the|each|such)\s+/i.exec(text.slice(at, at + 6))?.[0] ?? "";
    const mayName =
      mayBeginName.test(text.slice(at + article.length, at + article.length + 24)) || /^[A-Z]/.test(article);
    const name = mayName ? (names.at(at) ?? (article === "" ? null : names.at(at + article.length))) : null;
    const known = name ? definition(nameKey(name.words)) : null;
    if (name && known) return { holders: known.map(asHolder), end: name.end, isInsider: false };
    if (self !== null && !(unnamed && unnamed.end > at + self.length))
      return { holders: [], end: at + self.length, isInsider: true };
    if (
      unnamed &&
      !(name?.isVehicle && (name.words.length > 1 ? name.end >= unnamed.headEnd : name.end > unnamed.end))
    ) {
      return relativeOrVehicle(unnamed);
    }
    if (!name) return null;
    if (possessor.test(text.slice(name.end - 2, name.end)) && /^\s+[a-z]/.test(text.slice(name.end, name.end + 3)))
      return { holders: [], end: name.end, isInsider: true };
    const holders = resolve(name, allowShort || article !== "");
    if (holders.length > 0) return { holders, end: name.end, isInsider: false };
    return personAt(name);
  };

  const relativeOrVehicle = (unnamed: UnnamedVehicle): Item => {
    if (unnamed.isReference) return { holders: refer(unnamed), end: unnamed.end, isInsider: false };
    const { nameStart: start, end, head, relation } = unnamed;
    const instead = relation === null ? calledByName(unnamed) : null;
    if (instead) return { ...instead, isInsider: false };
    const space = relation === null ? null : matchAt(namedRelative, text, end);
    const named = space === null ? null : names.at(end + space.length);
    if (named && !named.isVehicle && named.words.length > 1 && !noPerson.test(named.words.join(" "))) {
      return { holders: [{ ...named, isUnnamed: false, relation }], end: named.end, isInsider: false };
    }
    return { holders: [{ start, end, words: [head], isUnnamed: true, relation }], end, isInsider: false };
  };

  /** "his family trust, the Roe Living Trust", "two trusts: the Roe Trust and the Doe Trust" */
  const calledByName = ({ end }: UnnamedVehicle): HolderList | null => {
    const bracket = matchAt(bracketed, text, end);
    const inside = bracket === null ? 0 : end + bracket.length - bracket.replace(/^\s*\((?:the\s+)?/, "").length;
    const only = bracket === null ? null : names.at(inside);
    if (
      bracket !== null &&
      only?.isVehicle &&
      only.words.length > 1 &&
      /^\W?\)$/.test(text.slice(only.end, end + bracket.length))
    ) {
      return { holders: resolve(only, false), end: end + bracket.length };
    }
    const before = matchAt(beforeNames, text, end);
    if (before === null) return null;
    if (!before.startsWith(",")) return listAt(end + before.length);
    const name = names.at(end + before.length);
    if (!name?.isVehicle) return null;
    const behind = name.end + (matchAt(bracketed, text, name.end)?.length ?? 0);
    const more = matchAt(goesOn, text, behind);
    const isList = more !== null && names.at(behind + more.length)?.isVehicle;
    return isList ? null : { holders: resolve(name, false), end: behind };
  };

  const personAt = (name: NameInNote): Item => {
    const lead = matchAt(relativeAfter, text, name.end) ?? matchAt(someonesNext, text, name.end);
    const relative = lead === null ? null : unnamedAt(text, name.end + lead.length);
    if (relative?.relation && name.words.length > 1) {
      return {
        holders: [{ ...name, isUnnamed: false, relation: relative.relation }],
        end: relative.end,
        isInsider: false,
      };
    }
    return { holders: [], end: name.end, isInsider: true };
  };

  const listAt = (start: number, { isClause = false, allowShort = true }: ListOptions = {}): HolderList | null => {
    let holders: FoundHolder[] = [];
    let at = start;
    let end = start;
    for (let count = 0; count < 40; count++) {
      const item = itemAt(at, allowShort);
      if (!item || (count > 0 && /^,\s*$/.test(text.slice(end, at).trimEnd()) && isApposition(item, at))) break;
      let behind = item.end;
      for (let bracket = matchAt(bracketed, text, behind); bracket; bracket = matchAt(bracketed, text, behind))
        behind += bracket.length;
      behind += matchAt(countAfter, text, behind)?.length ?? 0;
      const isSubject =
        count > 0 &&
        (isClause || /(?:[,;]\s*(?:and\s+)?|[.)]\s+)$/.test(text.slice(end - 1, at))) &&
        matchAt(ownClause, text, behind) !== null;
      if (isSubject || (count > 0 && matchAt(asManager, text, behind) !== null)) break;
      holders.push(...item.holders);
      end = behind;
      const instead = insteadOf(item, behind);
      if (instead) {
        holders = matchAt(asTrustee, text, behind) === null ? [...holders, ...instead.holders] : instead.holders;
        end = instead.end;
      }
      const between = matchAt(betweenItems, text, end);
      if (between === null || (between.trim() === "" && !/[.)]$/.test(text.slice(0, end)))) break;
      at = end + between.length;
    }
    return holders.length > 0 ? { holders, end } : null;
  };

  /** "the Roe Foundation, a charitable foundation": the same once more. */
  const isApposition = ({ holders: [holder] }: Item, at: number): boolean =>
    /^an?\s/i.test(text.slice(at, at + 3)) ||
    (holder?.isUnnamed === true && holder.relation === null && holder.start === at);

  /** "by A and B as trustees of the C Trust": the trust. "By the reporting person through the D Fund": the fund. */
  const insteadOf = (item: Item, at: number): HolderList | null => {
    const trustee = matchAt(asTrustee, text, at);
    if (trustee !== null) return listAt(at + trustee.length);
    if (!item.isInsider) return null;
    const other = matchAt(asCustodian, text, at) ?? matchAt(insideOf, text, at);
    return other === null ? null : listAt(at + other.length);
  };

  return { listAt, resolve, refer };
}

const otherPlanWord = pattern()`
  ^ (?:
    purchase | incentive | reinvestment | compensation | trading | option | award | deferral | equity |
    performance | omnibus | directors? | restricted | bonus
  ) $
`;

/** Plans that hold nothing: what they grant stands in the insider's own name. */
const isOtherPlan = ({ words }: NameInNote): boolean =>
  /^plans?$/.test(words.at(-1) ?? "") && words.some((word) => otherPlanWord.test(word));
