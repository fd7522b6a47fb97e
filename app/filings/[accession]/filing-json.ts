import type { FilingView } from "@/app/filings/[accession]/view";
import { siteUrl } from "@/app/site-url";
import { documentFromRecord } from "@/lib/edgar/document-from-record";
import { withUnread } from "@/lib/edgar/unread";
import { rowRecord } from "@/lib/representations/row-columns";
import { inFormat } from "@/lib/urls";

/** A filing's page as data: the document as filed, and what is ours beside it. */
export function filingJson({ entry, record, unread, url, title, headline, versions, problems, rows }: FilingView) {
  const { filing } = entry;
  return {
    title,
    url: siteUrl() + url,
    headline,
    accessionNumber: filing.accessionNumber,
    document: withUnread(documentFromRecord(record), unread),
    unread,
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
    rows: rows.map(({ row, check }) => ({
      ...rowRecord(entry, row, siteUrl()),
      check: check && {
        state: check.state,
        expected: check.expected,
        reported: check.reported,
        difference: check.difference,
        reason: check.reason,
      },
    })),
  };
}
