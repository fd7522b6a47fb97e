import type { CoveredDay } from "@/lib/coverage/coverage";
import { dayInWords, listIncompleteDays } from "@/lib/coverage/coverage-in-words";
import { plural } from "@/lib/values/counts";
import { formatMonth } from "@/lib/values/dates";
import { daysBefore } from "@/lib/values/days-before";
import { CoverageMark } from "./coverage-mark";

const WEEKS = 53;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"] as const;
/** A longer list would be taller than the calendar. */
const LISTED = 24;

/** One column for each week of the last 12 months. Narrow windows show only the latest weeks. */
export const DayCoverage = ({ days }: { days: CoveredDay[] }) => {
  const monday = days[0]?.day;
  if (monday === undefined) return null;
  const byDay = new Map(days.map((day) => [day.day, day]));
  const weeks = Array.from({ length: WEEKS }, (_, week) => daysBefore(monday, -7 * week));
  const incomplete = listIncompleteDays(days);
  return (
    <>
      <table className="coverage-days">
        <caption className="visually-hidden">
          Business days of the last 12 months, one column a week: what is stored of what EDGAR lists
        </caption>
        <thead>
          <tr>
            <td />
            {weeks.map((week, index) => {
              const month = monthLabel(week, index, weeks);
              return month === null ? (
                <td key={week} />
              ) : (
                <th key={week} scope="col">
                  <span>{month}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday, n) => (
            <tr key={weekday}>
              <th scope="row">{weekday}</th>
              {weeks.map((week) => {
                const day = byDay.get(daysBefore(week, -n));
                return (
                  <td key={week}>{day && <CoverageMark state={day.state} size="day" label={dayInWords(day)} />}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {incomplete.length > 0 && (
        <ul className="incomplete-days" aria-label="Incomplete days">
          {incomplete.slice(-LISTED).map(({ from, words }) => (
            <li key={from}>{words}</li>
          ))}
          {incomplete.length > LISTED && (
            <li>and {plural(incomplete.length - LISTED, "earlier entry", "earlier entries")}</li>
          )}
        </ul>
      )}
    </>
  );
};

/** Labels the first week of each month. The first column and January also have the year, where it fits. */
function monthLabel(week: string, index: number, weeks: string[]): string | null {
  const month = week.slice(0, 7);
  if (weeks[index - 1]?.slice(0, 7) === month) return null;
  // A partial month at the left edge has no room for its label before the next one.
  if (index === 0 && weeks[2]?.slice(0, 7) !== month) return null;
  const label = formatMonth(month, "short");
  const withYear = (index === 0 || month.endsWith("-01")) && index < weeks.length - 2;
  return withYear ? label : label.slice(0, 3);
}
