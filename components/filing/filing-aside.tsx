import { SectionHead } from "@/components/site/section-head";
import { SourceFacts } from "@/components/source/source-facts";
import { formatDate } from "@/lib/values/dates";
import { noteNumber } from "@/lib/views/note";
import { FilingLinks } from "./filing-links";
import type { FilingView } from "./filing-view";
import { LinkToIt } from "./link-to-it";

/** Beside the footnotes: other formats of the filing, how to link to it, and its source. */
export const FilingAside = ({
  view: { entry, form, url, citation, originalHref, rows, notes, versions, paper, paperFile },
  address,
  today,
}: {
  view: FilingView;
  /** Full address of the page. */
  address: string;
  /** The day on which the reader sees it. */
  today: string;
}) => (
  <aside aria-label="This filing">
    <SectionHead id="this-filing" title="This filing" />
    <FilingLinks filing={entry.filing} originalHref={originalHref} versions={versions} paperFile={paperFile} />
    <SectionHead id="link-to-it" title="Link to it" />
    <LinkToIt
      url={url}
      citation={{
        filing: citation,
        address,
        accessed: `accessed ${formatDate(today)}`,
        places: [
          ...rows.map(({ id, row }) => ({ anchor: id, label: `Table ${row.tableNumber}, row ${row.line}` })),
          ...notes.map(({ anchor, footnoteId }) => ({
            anchor,
            label: footnoteId === null ? "footnote without a number" : `footnote ${noteNumber(footnoteId)}`,
          })),
        ],
      }}
      row={rows[0]?.id ?? null}
      note={notes[0]?.anchor ?? null}
    />
    <SectionHead id="source" title="Source" />
    <SourceFacts
      filing={entry.filing}
      paperKind={paper?.kind ?? null}
      schemaVersion={form.schemaVersion}
      linesAreFiled={rows.every(({ row }) => row.lineIsFiled)}
    />
  </aside>
);
