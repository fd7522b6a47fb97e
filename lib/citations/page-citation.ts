import { formatDate } from "@/lib/values/dates";

type CitedPage = {
  title: string;
  /** Whether the page shows a past day, which its title states. It then stays the same. */
  isPast: boolean;
  /** The day on which it is read. */
  day: string;
  address: string;
};

/** A citation of a page that is not a filing. */
export const pageCitation = ({ title, isPast, day, address }: CitedPage) =>
  `Section 16, “${title.replaceAll("“", "‘").replaceAll("”", "’")}”, ${isPast ? "accessed" : "as of"} ${formatDate(day)}. ${address}`;
