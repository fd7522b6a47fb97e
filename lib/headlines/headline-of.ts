import type { NoteFacts } from "@/lib/record/derived-filing";
import type { Implausible } from "@/lib/record/implausible";
import type { ReportedRow } from "@/lib/record/reported-row";

/** What the headline of a filing is made from. */
export type HeadlineOf = {
  /** The names of the reporting owners for a sentence, and how many owners there are. */
  names: readonly string[];
  owners: number;
  /** "director", of the only owner; null if there are several or it is not stated. */
  role: string | null;
  /** The issuer's name without its legal form; null if it is not stated. */
  issuer: string | null;
  documentType: string | null;
  noSecuritiesOwned: boolean | null;
  rows: readonly ReportedRow[];
  facts: NoteFacts;
  /** By row id: the figures that the sentence must not repeat. */
  implausible: ReadonlyMap<string, Implausible>;
  /** By row id: the currencies of prices that are not in US dollars. */
  currencies: ReadonlyMap<string, string>;
  /** Row ids of prices that are averages, according to a footnote. */
  averages: ReadonlySet<string>;
  /** The remarks as filed. */
  remarks: string | null;
};
