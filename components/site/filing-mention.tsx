import { orderDay } from "@/lib/record/order-day";
import { filingUrl } from "@/lib/urls";
import { formatDate } from "@/lib/values/dates";
import type { MentionedFiling } from "@/lib/views/party";

/** A filing within a sentence: "Form 4, June 12, 2025". If the filing date is not known, the day it is sorted by, labelled so. */
export const FilingMention = ({ mention }: { mention: MentionedFiling }) => {
  const { accessionNumber, documentType, filingDate, orderedAt } = mention;
  const day = filingDate ?? orderDay(orderedAt);
  return (
    <a
      href={filingUrl(accessionNumber)}
      title={
        filingDate === null
          ? "Filing date not known; this is the date of the signature or the period of report"
          : undefined
      }
    >
      {documentType === null ? "Form not stated" : `Form ${documentType}`}
      {day !== null && `, ${filingDate === null ? "signed " : ""}${formatDate(day)}`}
    </a>
  );
};
