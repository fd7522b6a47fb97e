import { CalendarDate } from "@/components/ui/calendar-date";
import { listedDay } from "@/lib/record/order-day";
import type { MentionedFiling } from "@/lib/views/party";

const WORDS = { filed: "", signed: "signed ", period: "period of report " };

/** The day that a list sorts a filing by. If it is not the filing date, we say which it is. */
export const ListedDay = ({
  filing,
  inWords = false,
}: {
  filing: Omit<MentionedFiling, "accessionNumber" | "documentType">;
  inWords?: boolean;
}) => {
  const { day, is } = listedDay(filing);
  if (day === null) return "date not known";
  return (
    <>
      {WORDS[is]}
      <CalendarDate date={day} inWords={inWords} />
    </>
  );
};
