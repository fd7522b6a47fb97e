import { formatInstant, formatTime } from "@/lib/values/dates";

/** A time in New York: "5:52 pm" beside a date, or "June 12, 2025, 5:52 pm ET" with `inFull`. */
export const ClockTime = ({ instant, inFull = false }: { instant: Date | string; inFull?: boolean }) => (
  <time
    dateTime={typeof instant === "string" ? instant : instant.toISOString()}
    title={inFull ? undefined : formatInstant(instant)}
  >
    {inFull ? formatInstant(instant) : formatTime(instant)}
  </time>
);
