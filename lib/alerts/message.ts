import type { AlertChannel, AlertRate, MatchChange, Matched, MatchKind } from "@/lib/alerts/alert";

/** A match that is to be sent. */
export type MatchToSend = {
  id: number;
  kind: MatchKind;
  matchedAt: string;
  what: Matched;
  changes: MatchChange[] | null;
};

/** Who a message is for. */
export type MessageAlert = {
  /** Its name in the operator's file; null for a reader's own. */
  name: string | null;
  view: string;
  /** The view in words. */
  title: string;
  channel: AlertChannel;
  rate: AlertRate;
};

/** What is sent: the body of a webhook, and what the text of an email is made from. */
export type Message = {
  type: "filing.matched";
  /** When the message was made. */
  timestamp: string;
  data: {
    alert: { name: string | null; title: string; view: string; rate: AlertRate };
    matches: SentMatch[];
    /** How many matches this message leaves out. They are in the view. */
    leftOut: number;
  };
};

type SentMatch = {
  id: number;
  kind: MatchKind;
  matchedAt: string;
  title: string;
  url: string;
  subject: Matched["subject"];
  filing: Partial<Matched["filing"]>;
  transaction: Matched["transaction"];
  footnote: Matched["footnote"];
  isInView: boolean;
  changes: MatchChange[] | null;
  /** Whether texts of this match were too long and have been cut, or left out. */
  isCut: boolean;
};

/** Standard Webhooks recommends messages of less than 20 kB. */
const MOST_BYTES = 19_000;
const MOST_BYTES_OF_MATCH = 12_000;
const LONGEST_FOOTNOTE = 2_000;
const LONGEST_TITLE = 1_000;
const MOST_OWNERS = 20;
/** An email lists at most this many matches, and says how many there are. */
const MOST_IN_MAIL = 100;

type Made = { message: Message; matchIds: number[] };

/**
 * Puts matches of an alert into as few messages as needed. All matches of an email are in one. A webhook has one for each filing, or if it
 * is a digest, as many as its size requires.
 */
export function makeMessages(
  alert: MessageAlert,
  matches: readonly MatchToSend[],
  { siteUrl, at }: { siteUrl: string; at: number },
): Made[] {
  const messageOf = (some: readonly MatchToSend[], sent: SentMatch[]): Made => ({
    message: {
      type: "filing.matched",
      timestamp: new Date(at).toISOString(),
      data: {
        alert: { name: alert.name, title: alert.title, view: siteUrl + alert.view, rate: alert.rate },
        matches: sent,
        leftOut: some.length - sent.length,
      },
    },
    matchIds: some.map(({ id }) => id),
  });
  const sentOf = (match: MatchToSend) => fitting(match, siteUrl);
  if (alert.channel === "mail") return [messageOf(matches, matches.slice(0, MOST_IN_MAIL).map(sentOf))];
  const made: Made[] = [];
  let some: MatchToSend[] = [];
  let sent: SentMatch[] = [];
  const room = MOST_BYTES - bytesOf(messageOf([], []).message);
  let used = 0;
  const close = () => {
    if (some.length > 0) made.push(messageOf(some, sent));
    some = [];
    sent = [];
    used = 0;
  };
  for (const match of matches) {
    const one = sentOf(match);
    const bytes = bytesOf(one) + 1;
    const isOfOtherFiling = some[0] !== undefined && accessionOf(some[0]) !== accessionOf(match);
    if (used + bytes > room || (alert.rate === "immediate" && isOfOtherFiling)) close();
    some.push(match);
    sent.push(one);
    used += bytes;
  }
  close();
  return made;
}

const accessionOf = ({ what }: MatchToSend) => what.filing.accessionNumber;
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`);

/** A match as it is sent. If its texts are very long, they are cut or left out; the page has all of them. */
function fitting({ id, kind, matchedAt, what, changes }: MatchToSend, siteUrl: string): SentMatch {
  const { path, title, subject, filing, transaction, footnote, isInView } = what;
  const url = siteUrl + path;
  const whole = {
    id,
    kind,
    matchedAt,
    title,
    url,
    subject,
    filing,
    transaction,
    footnote,
    isInView,
    changes,
    isCut: false,
  };
  if (bytesOf(whole) <= MOST_BYTES_OF_MATCH) return whole;
  const shorter = {
    ...whole,
    title: cut(title, LONGEST_TITLE),
    filing: { ...filing, owners: filing.owners.slice(0, MOST_OWNERS) },
    footnote: footnote && { ...footnote, text: cut(footnote.text, LONGEST_FOOTNOTE) },
    changes:
      changes?.map(({ field, from, to }) => ({
        field,
        from: from && cut(from, LONGEST_TITLE),
        to: to && cut(to, LONGEST_TITLE),
      })) ?? null,
    isCut: true,
  };
  if (bytesOf(shorter) <= MOST_BYTES_OF_MATCH) return shorter;
  const { accessionNumber, form, filedAt, filingDate } = filing;
  return {
    ...shorter,
    filing: { accessionNumber, form, filedAt, filingDate },
    transaction: null,
    footnote: null,
    changes: null,
  };
}
