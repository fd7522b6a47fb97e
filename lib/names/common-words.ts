import { isLegalForm } from "./legal-forms";

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Words that do not identify a fund family: common names of funds, trusts and companies, and words for who holds for whom. */
const COMMON = setOf(`
  a access account accounts accumulation advisers advisors affiliate affiliated affiliates aggregator agreement an and
  annuity april as associates at august beneficial beneficially beneficiaries beneficiary benefit brother by capital
  charitable child children clat common community companies controlled corporate credit crt crut custodial custodian
  dated daughter daughters december deferred descendants direct directly director directors domestic dynasty entities
  entity equity estate exempt family father fbo february first flp footnote footnotes for foundation from fund funds
  general generation gift global grandchildren grantor grat group growth gst held holding holdings household husband
  immediate in indirect indirectly insurance inter international investment investments investor investors ira
  irrevocable issuer january joint jointly jtwros july june life limited living llp managed management manager
  managing march marital master may member minor mother new non nonexempt note notes november october of offshore on
  opportunities opportunity or other own owned ownership parent parents partner partners partnership partnerships
  person personal plan planning principals private property proprietorship qprt qtip remainder reporting residence
  residuary retained revocable revokable second see self separate september series settlement shared shares sibling
  sister skipping slat sole son sons spousal spouse stock successor tenants testamentary the to trust trustee trustees
  trusts u ugma under unitrust uta utma vehicle vehicles venture ventures vivos voting wholly wife with wros
`);

const romanNumeral = /^(?=.)[ivx]+$/;

/** Whether a word identifies the family, firm or company. */
export const isDistinctive = (plain: string): boolean =>
  plain.length > 1 && !COMMON.has(plain) && !isLegalForm(plain) && !/^\d/.test(plain) && !romanNumeral.test(plain);

/** Words that may follow a person's name in the name of a trust. */
const TRUST_WORDS = setOf(`
  annuity charitable descendants estate exempt family foundation grantor gst irrevocable living retained revocable revokable
  trust trusts
`);

export const isTrustWord = (plain: string): boolean => TRUST_WORDS.has(plain);

/** Words for shares that a plan, an account or a broker holds for many people at once. */
const PLAN_WORDS = setOf(`
  401k 401 403b plan plans esop espp ira savings saving retirement pension employee employees thrift deferred compensation
  keogh sep roth rollover rabbi profit sharing custodian broker brokerage bonus incentive nonqualified
`);

export const isPlanWord = (plain: string): boolean => PLAN_WORDS.has(plain);

/** Capitalised words that may directly precede a name without being part of it. */
const LEADING = setOf(`
  adviser advisor all and because both by chairman chief certain consists dr director each either executive for from held
  if in includes issuer manager member messrs mr mrs ms of officer on or partner person persons president reflects
  represents secretary securities shares since spouse stock such that the through to trustee under upon via when which while
  with
`);

export const mayLead = (plain: string): boolean => LEADING.has(plain) || isLegalForm(plain);

/** Other words in a sentence that are not part of a name next to them. "a" is not listed: "a growth fund LP" can be any fund. */
const ORDINARY = setOf(`
  all also and any are as at award awards be because been before being beneficially both but by can controlled controls
  did directly disclaim disclaimed disclaims do does during each earned either except filed files for from grant granted
  grants had has have he held her hers herself him himself his hold holding holds if in indirectly into is it its jointly
  made may not now on only or other others over own owned owns price pursuant received receives reported reporting reports
  sale sell sells serve served serves shall share she since so sold solely than that the their them then these they this
  those through to transferred under until upon was were when where which while who whom whose will with
`);

/** In text all in capitals, only these words show where a name begins and ends. */
export const isOrdinary = (plain: string): boolean => ORDINARY.has(plain);

/** Words that are not capitalised inside a name. */
const CONNECTING = setOf("of and the for de a");

export const isConnecting = (plain: string): boolean => CONNECTING.has(plain);
