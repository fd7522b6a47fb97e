import type { earlyReportFlag, MarkFill, TransactionCode } from "@/lib/record/transaction-codes";
import type { Count } from "@/lib/values/counts";

export type CodeFacts = TransactionCode & {
  url: string;
  transactions: Count & { url: string };
};

export type CodesView = {
  title: string;
  url: string;
  groups: { group: TransactionCode["group"]; label: string; codes: CodeFacts[] }[];
  flag: typeof earlyReportFlag & { url: string };
  /** Codes in rows that are not on the form. */
  unknown: { code: string; transactions: Count }[];
};

export type CodeView =
  | { kind: "code"; title: string; group: string; fill: MarkFill; neighbours: CodeFacts[]; code: CodeFacts }
  | { kind: "flag"; title: string; flag: CodesView["flag"] };
