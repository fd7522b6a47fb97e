import type { PlaceInFiling } from "@/app/filings/[accession]/place";
import type { FilingView } from "@/components/filing/filing-view";
import type { Card } from "@/lib/cards/card";
import { codesOf, filingRows } from "@/lib/cards/transaction-rows";
import { transactionLines } from "@/lib/lists/transaction-lines";
import { shortIssuerName } from "@/lib/names/names";
import { filedOn } from "@/lib/record/filing-names";
import { formatDate } from "@/lib/values/dates";
import { upperFirst } from "@/lib/values/upper-first";

/** The card of a filing: its headline, and the walk of its holding or its first rows. */
export function filingCard(view: FilingView): Card {
  const { entry, headline, walk } = view;
  const lines = transactionLines([{ entry, rows: entry.rows }]);
  return {
    ...filingHead(view),
    headline,
    sentence: null,
    body: walk ? { kind: "walk", walk, legend: codesOf(lines) } : filingRows(lines),
  };
}

/** The card of a row or note: what it says, and the row, or those that cite the note. */
export function placeCard(view: FilingView, { name, words, rows }: PlaceInFiling): Card {
  const { eyebrow, amended } = filingHead(view);
  const [issuer, form = "", ...filed] = eyebrow;
  return {
    eyebrow: [issuer, `${form}, ${name}`, ...filed],
    headline: words,
    sentence: null,
    amended,
    body: filingRows(transactionLines([{ entry: view.entry, rows }])),
  };
}

/** The same in an embed, where the heading is a link. A note may have thousands of letters, so its name is the heading there. */
export function placeInEmbed(view: FilingView, at: PlaceInFiling): Card {
  const card = placeCard(view, at);
  if (!at.isNote) return card;
  return { ...card, eyebrow: filingHead(view).eyebrow, headline: upperFirst(at.name), sentence: at.words };
}

/** What the cards of a filing and of its rows and notes have in common. */
function filingHead({ entry: { filing }, amendment }: FilingView): Pick<Card, "eyebrow" | "amended"> {
  const day = filedOn(filing);
  const { name } = filing.issuer;
  return {
    eyebrow: [
      name === null ? "Issuer not stated" : shortIssuerName(name),
      filing.documentType === null ? "Form not stated" : `Form ${filing.documentType}`,
      ...(day === null ? [] : [`filed ${formatDate(day)}`]),
    ],
    amended: amendedOn(amendment),
  };
}

function amendedOn({ amendedBy }: FilingView["amendment"]): string | null {
  const last = amendedBy.at(-1);
  if (last === undefined) return null;
  const day = filedOn(last);
  return day === null ? "Amended later" : `Amended ${formatDate(day)}`;
}
