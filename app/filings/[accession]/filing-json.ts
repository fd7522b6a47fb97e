import { siteUrl } from "@/app/site-url";
import type { FilingView } from "@/components/filing/filing-view";
import type { FilingAnswer } from "@/lib/answers/filing";
import { documentFromRecord } from "@/lib/edgar/document-from-record";
import { withUnread } from "@/lib/edgar/unread";
import { REMARKS } from "@/lib/footnotes/filed-notes";
import { publishedFacts } from "@/lib/footnotes/published-facts";
import { rowRecord } from "@/lib/representations/row-columns";
import { filingUrl, inFormat, paperFileUrl } from "@/lib/urls";
import type { Neighbour } from "@/lib/views/filing";

/** A filing's page as data: the document as filed, and what we derived from it. */
export function filingJson(view: FilingView): Omit<FilingAnswer, "ignored"> {
  const { entry, record, unread, url, title, headline, versions, problems, rows, amendment, neighbours, paper } = view;
  const { filing } = entry;
  return {
    title,
    url: siteUrl() + url,
    headline,
    accessionNumber: filing.accessionNumber,
    document: withUnread(documentFromRecord(record), unread),
    unread,
    /** For a filing read from paper: JSON Pointers and lines of its source, as `read-form` prints them. */
    uncertain: paper?.uncertain ?? [],
    doubts: paper?.doubts ?? {},
    places: paper?.places ?? {},
    checks: paper?.checks ?? [],
    corrections: paper?.corrections ?? [],
    names: paper?.names ?? [],
    original: view.paperFile === null ? null : siteUrl() + paperFileUrl(filing.accessionNumber),
    source: filing.source,
    isSample: filing.isSample,
    filedAt: filing.filedAt,
    filingDate: filing.filingDate,
    owners: filing.owners,
    issuer: filing.issuer,
    versions: versions.map((version) => ({
      ...version,
      url: filing.source === "xml" ? `${siteUrl()}${inFormat(url, "xml")}?version=${version.version}` : null,
    })),
    problems,
    amendment: {
      amends: entry.derived.amendment?.amends ?? null,
      basis: entry.derived.amendment?.basis ?? null,
      amendedBy: entry.derived.amendedBy,
    },
    lateness: entry.derived.lateness,
    /** False while the filing waits to be derived. Until then stated facts and derived values may be missing. */
    isDerived: !view.isWaiting,
    /** If this is an amendment and we have its original: what it changed, cell by cell. */
    comparison: amendment.comparison?.differences ?? null,
    /** For each owner, the filings on the same issuer immediately before and after this one. */
    previous: neighbours.previous.map(withUrl),
    next: neighbours.next.map(withUrl),
    /** Every footnote with the cells that cite it and what it states, and the remarks. */
    notes: [
      ...view.notes.map(({ anchor, footnoteId, text, uses, repeatsId }) => ({
        id: footnoteId,
        url: `${siteUrl()}${url}#${anchor}`,
        text,
        uses,
        ...publishedFacts(text, (repeatsId ? undefined : view.facts.get(footnoteId ?? "")) ?? {}),
      })),
      ...(filing.remarks === null
        ? []
        : [
            {
              id: REMARKS,
              url: `${siteUrl()}${url}#${REMARKS}`,
              text: filing.remarks,
              uses: [],
              ...publishedFacts(filing.remarks, view.facts.get(REMARKS) ?? {}),
            },
          ]),
    ],
    leftOut: { implausible: view.implausible.size, implausibleAtLeast: view.implausible.size },
    rows: rows.map(({ row, otherSide }) => ({ ...rowRecord(entry, row, siteUrl()), otherSide })),
  };
}

const withUrl = (neighbour: Neighbour) => ({ ...neighbour, url: siteUrl() + filingUrl(neighbour.accessionNumber) });
