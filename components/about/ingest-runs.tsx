import { SectionHead } from "@/components/site/section-head";
import { ClockTime } from "@/components/ui/clock-time";
import { ColumnHeads } from "@/components/ui/column-heads";
import { tableRoles } from "@/components/ui/table-roles";
import type { IngestRun } from "@/lib/views/data";

const RUN_COUNTS = [
  { label: "Read", count: "read" },
  { label: "Stored", count: "stored" },
  { label: "Already there", count: "alreadyThere" },
  { label: "With problems", count: "withProblems" },
  { label: "Refused", count: "refused" },
] as const;

/** The ingest runs and their results. */
export const IngestRuns = ({ runs }: { runs: IngestRun[] }) => (
  <section className="section" aria-labelledby="runs">
    <SectionHead id="runs" title="Ingest runs" note={runs.length === 0 ? "None yet" : "The last 20, newest first"} />
    {runs.length > 0 && <RunsTable runs={runs} />}
  </section>
);

const RunsTable = ({ runs }: { runs: IngestRun[] }) => (
  <table {...tableRoles.table} className="plain stack runs">
    <caption className="visually-hidden">Ingest runs, newest first</caption>
    <ColumnHeads
      columns={[["Began"], ["Ended"], ["Read from"], ...RUN_COUNTS.map(({ label }) => [label, "num"] as const)]}
    />
    <tbody {...tableRoles.rowGroup}>
      {runs.map((run) => (
        <tr key={run.ingestRunId} {...tableRoles.row}>
          <th {...tableRoles.rowHeader}>
            <ClockTime instant={run.startedAt} inFull />
          </th>
          <td {...tableRoles.cell} data-label="Ended">
            {run.finishedAt ? <ClockTime instant={run.finishedAt} inFull /> : "running or interrupted"}
          </td>
          <td {...tableRoles.cell} data-label="Read from">
            {run.source}
          </td>
          {RUN_COUNTS.map(({ label, count }) => (
            <td key={label} {...tableRoles.cell} className="num" data-label={label}>
              {run[count].toLocaleString("en-US")}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
