import { tableRoles } from "@/components/ui/table-roles";
import type { CoveredQuarter } from "@/lib/coverage/coverage";
import { quarterInWords } from "@/lib/coverage/coverage-in-words";
import { CoverageMark } from "./coverage-mark";

const QUARTERS = [1, 2, 3, 4] as const;

/** "65.2K". Numbers under 1,000 are printed in full. */
const short = (n: number) => (n < 1_000 ? String(n) : `${(n / 1_000).toFixed(n < 1_000_000 ? 1 : 0)}K`);

/** One row for each quarter of the year and one column for each year, transposed in narrow windows. */
export const QuarterCoverage = ({ quarters }: { quarters: CoveredQuarter[] }) => {
  const byName = new Map(quarters.map((quarter) => [quarter.quarter, quarter]));
  const years = [...new Set(quarters.map(({ quarter }) => quarter.slice(0, 4)))];
  return (
    <table {...tableRoles.table} className={years.length > 14 ? "coverage-quarters is-long" : "coverage-quarters"}>
      <caption className="visually-hidden">Quarters stored, with the number of filings in each</caption>
      <thead {...tableRoles.rowGroup}>
        <tr {...tableRoles.row}>
          <td {...tableRoles.cell} />
          {years.map((year) => (
            <th key={year} {...tableRoles.columnHeader}>
              {year}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.rowGroup}>
        {QUARTERS.map((n) => (
          <tr key={n} {...tableRoles.row}>
            <th {...tableRoles.rowHeader}>Q{n}</th>
            {years.map((year) => {
              const quarter = byName.get(`${year}q${n}`);
              return (
                <td key={year} {...tableRoles.cell} title={quarter && quarterInWords(quarter)}>
                  {quarter && <Quarter quarter={quarter} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Quarter = ({ quarter }: { quarter: CoveredQuarter }) => (
  <span>
    <CoverageMark state={quarter.state} size="quarter" />
    <span className="visually-hidden">{quarter.state}, </span>
    {quarter.stored === 0 ? "none" : short(quarter.stored)}
  </span>
);
