import { listedDay } from "@/lib/record/order-day";
import { filingUrl } from "@/lib/urls";
import type { MentionedFiling } from "@/lib/views/party";
import { ListedDay } from "./listed-day";

/** A filing within a sentence: "Form 4, June 12, 2025". If the filing date is not known, it names the day by which the filing is sorted, and says so. */
export const FilingMention = ({ mention }: { mention: MentionedFiling }) => {
  const { accessionNumber, documentType } = mention;
  const { day, is } = listedDay(mention);
  return (
    <a href={filingUrl(accessionNumber)} title={is === "filed" ? undefined : "Filing date not known"}>
      {documentType === null ? "Form not stated" : `Form ${documentType}`}
      {day !== null && ", "}
      {day !== null && <ListedDay filing={mention} inWords />}
    </a>
  );
};
