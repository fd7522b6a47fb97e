import { SectionHead } from "@/components/site/section-head";
import { CalendarDate } from "@/components/ui/calendar-date";
import { ColumnHeads } from "@/components/ui/column-heads";
import type { AlertsView } from "@/lib/views/alerts";

/** How many messages were made on each day, and what became of them. */
export const AlertDays = ({ days }: { days: AlertsView["days"] }) => (
  <section className="section" aria-labelledby="alert-days">
    <SectionHead
      id="alert-days"
      title="Messages by day"
      note={days.length === 0 ? "None in the last 30 days" : "The last 14 days with messages, in New York"}
    />
    {days.length > 0 && (
      <table className="plain">
        <caption className="visually-hidden">Messages by day, newest first</caption>
        <ColumnHeads columns={[["Day"], ["Delivered", "num"], ["Waiting", "num"], ["Failed", "num"]]} />
        <tbody>
          {days.map(({ day, delivered, waiting, failed }) => (
            <tr key={day}>
              <th scope="row">
                <CalendarDate date={day} />
              </th>
              <td className="num">{delivered.toLocaleString("en-US")}</td>
              <td className="num">{waiting.toLocaleString("en-US")}</td>
              <td className="num">{failed.toLocaleString("en-US")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
);
