import { formatDate } from "@/lib/values/dates";
import { Missing } from "./missing";

/** A calendar date: ISO in cells, or in words with `inWords`, for sentences. */
export const CalendarDate = ({ date, inWords = false }: { date: string | null; inWords?: boolean }) =>
  date === null ? (
    <Missing />
  ) : (
    <time dateTime={date} className={inWords ? undefined : "nowrap"}>
      {inWords ? formatDate(date) : date}
    </time>
  );
