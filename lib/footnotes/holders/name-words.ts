import { relativeWords } from "@/lib/footnotes/vocabulary/relatives";
import { isLegalForm } from "@/lib/names/legal-forms";
import { pattern } from "@/lib/values/pattern";

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that mark a name as that of a vehicle. Legal forms are separate (`lib/names/legal-forms`). */
const VEHICLE_WORDS = setOf(`
  account accounts angels syndicate consortium cooperative advisers advisors affiliates aggregator annex associates bancorp bank capital charitable charities church clat clut
  co-invest coinvest crat crt crut custodian endowment enterprises entities entity entrepreneurs equities equity estate esop family
  esot esots jv mhc ksop academy archdiocese association clinic club college conservancy diocese feeder flp foundation hospice hospital library museum orchestra parish
  school seminary society symphony synagogue temple foundations fund funds funding group gmbh grat grats gst guaranty holdco midco bidco finco luxco opco holding holdings ila ilit inc
  fondation fundacion fundacao nominees stichting stiftung familienstiftung institute insurance investco invest investment investments investors ira iras keogh kg lllp management master ministries offshore onshore
  overseas parallel partner partners partnership partnerships pension plan plans pool principals properties realty revocable
  sarl sep-ira settlement slat spe spv pty sponsor subtrust topco trust trusts unitrust university utma ugma venture ventures vehicle vehicles qprt
`);

export const isVehicleWord = (plain: string): boolean => VEHICLE_WORDS.has(plain);

/** Words that end a name if only "and" or a comma follows. */
const ENDS = setOf(`
  account accounts affiliates annuity bank crat crut endowment entities entity entrepreneurs esop estate foundation foundations fund funds
  grat grats holdings ilit investments investors ira iras partners partnership partnerships plan plans principals qprt settlement slat sponsor
  trust trusts unitrust university ventures vehicle vehicles
`);

export const isNameEnd = (plain: string): boolean => ENDS.has(plain);

/** Capitalised words that never occur in the name of a vehicle: titles of securities, laws, and the parties of every form. */
const NEVER = setOf(`
  common ordinary class section rule form issuer reporting edgar rsu rsus psu psus prices footnote footnotes nasdaq nyse
`);

export const isNeverInName = (plain: string): boolean => NEVER.has(plain);

/** Capitalised words that may begin a sentence or precede a name without being part of it. */
const BEFORE = setOf(`
  a accordingly until following during between after all also although an and any as at because before both but by certain consists consisting date each either effective
  for former formerly from general had has have he her his held however if immediately in include includes including into is it its
  jointly managing member messrs mr mrs ms dr my name neither no none nor of on only or other our owned owner owners partner person
  persons previously prior president director represents represent reflects reflecting same securities share shares she
  since sole some such that the their then there therefore these they this those through thus to total trustee trustees
  under upon via voting was were when which while who whose with without messr amount balance shares distribution transfer
  purchase sale sales sold acquired received beneficial beneficially direct directly indirect indirectly
`);

export const standsBefore = (plain: string): boolean => BEFORE.has(plain);

/** Words that are not part of a name in a note all in capitals. */
const PLAIN = setOf(`
  also and any are as at be because been being beneficial beneficially but by can children common control controlled could date
  deemed direct directly disclaims dispositive do does each either except extent filed filing following forth from had has have he held her
  his if in indirect indirectly interest into is issuer it its jointly made may member members not number of on one or other
  our over own owned owner owners owns pecuniary per person power purchase purchased purposes pursuant record report reported reporting
  respect said sale sales section securities set shall share shares she shown sold sole solely spouse stock such that their them then there
  thereafter therein these they this those through to total transaction transactions transfer transferred trustee trustees under
  upon range ranges separate price prices regarding multiple several information request within weighted average full each sales trades staff undertakes provide
  upon was were when where which who whom whose wife will with would
  for since effected effective executed escrow remainder beneficiaries beneficiary subsidiary annual equal quarterly installments
  beginning commencing include includes including consideration monthly purchases granted vested vest vesting broker
  january february march april june july august september october november december awarded which during until between three four five not do does except respective applicable
`);

export const isPlainInCapitals = (plain: string): boolean => PLAIN.has(plain);

/** Whether words name something that a reference such as "the trust" can mean. */
export function isOfKind(head: string): (words: readonly string[]) => boolean {
  const one = head.replace(/ies$/, "y").replace(/s$/, "");
  const kinds: Record<string, RegExp> = {
    trust: /^(?:(?:uni)?trusts?|grats?|slats?|cruts?|qprts?|ilits?)$/,
    grat: /^(?:trusts?|grats?)$/,
    fund: /^(?:funds?|lp)$/,
    partnership: /^(?:lp|llp|partnerships?|partners)$/,
    "limited partnership": /^(?:lp|llp|partnerships?|partners)$/,
    llc: /^(?:llc|limited liability company)$/,
    "limited liability company": /^llc$/,
    foundation: /^foundations?$/,
    estate: /^estate$/,
    ira: /^iras?$/,
    plan: /^(?:plans?|401\(?k\)?.*|esops?)$/,
    corporation: /^(?:corp|inc|corporation)$/,
    company: /^(?:co|corp|inc|llc|ltd)$/,
  };
  const kind = kinds[one];
  if (kind) return (words) => words.some((word) => kind.test(word));
  return /^(?:entity|vehicle)$/.test(one)
    ? (words) => words.some((word) => isLegalForm(word) || isVehicleWord(word))
    : () => false;
}

const vehicleNouns = pattern()`
  (?:uni)?trusts? | grats? | crats? | cruts? | qprts? | ilits? | iras? | i\.r\.a\. | 401[-\s]?\(?k\)? | k?eso[pt]s? | ksop | foundations? |
  funds? | llcs? | estates? | partnerships? | corporations? | compan(?:y|ies) | keogh | plans? | accounts? |
  entit(?:y|ies) | vehicles? | offices? | flp | slats? | utma | ugma | endowment | investment\s+clubs?
`;
const relativeNouns = relativeWords.map((word) => word.split(" ").at(-1) ?? "");

/** Whether words may end with an unnamed holder. */
export const endsUnnamed = pattern("i")`\b (?:${vehicleNouns}|${relativeNouns}) $`;

/** Whether words may contain a vehicle or a relative at all. */
export const vehicleNear = pattern("i")`
  \b (?:
    ${vehicleNouns} | ${relativeNouns} | master | feeder | offshore | onshore | aggregator | sponsor | holdco | topco | nominees | settlement | stiftung | stichting | angels | syndicate | l\.?\s?l\.?\s?c | l\.?\s?p | llp | inc | corp | co | ltd | limited |
    partners | holdings | ventures | capital | bank | custodian | properties | associates | investments? |
    group | family | enterprises | self | gmbh | pty | pte | plc | s\.?\s?a | n\.?v | b\.?v | a\.?g | ab | aps | oyj? | kg | sarl | srl | spa
  ) \b
`;
