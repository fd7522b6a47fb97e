import { CalendarDate } from "@/components/ui/calendar-date";
import { listedDay } from "@/lib/record/order-day";
import type { MentionedFiling } from "@/lib/views/party";

const WORDS = { filed: "", signed: "signed ", period: "period of report " };

/** The day under which a filing is listed, said to be another one if the filing date is not known. */
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
