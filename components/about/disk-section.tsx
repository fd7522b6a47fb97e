import { SectionHead } from "@/components/site/section-head";
import { ColumnHeads } from "@/components/ui/column-heads";
import { formatBytes } from "@/lib/values/bytes";
import type { DatabaseView, DiskUse } from "@/lib/views/data";

const CONTENT: Record<DiskUse["content"], string> = {
  filed: "Filings, rows, footnotes",
  names: "Names of insiders and issuers",
  documents: "Original documents",
  derived: "Derived from filings",
  "footnote search": "Footnote facts and search",
  rebuild: "Rebuild in progress",
  other: "Counts, lists, queues",
};

/** What takes up disk space, largest first. */
export const DiskSection = ({ disk }: Pick<DatabaseView, "disk">) => (
  <section className="section" aria-labelledby="disk">
    <SectionHead id="disk" title="Disk" />
    <table className="plain">
      <caption className="visually-hidden">Disk space by use</caption>
      <ColumnHeads columns={[["For"], ["Rows", "num"], ["Indexes", "num"]]} />
      <tbody>
        {disk.map(({ content, rowBytes, indexBytes }) => (
          <tr key={content}>
            <th scope="row">{CONTENT[content]}</th>
            <td className="num">{formatBytes(rowBytes)}</td>
            <td className="num">{formatBytes(indexBytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
