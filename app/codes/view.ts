import { countCodes } from "@/db/queries/count-codes";
import { database } from "@/db/server/client";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import {
  codeGroups,
  earlyReportFlag,
  markFill,
  type TransactionCode,
  transactionCode,
  transactionCodes,
} from "@/lib/record/transaction-codes";
import { codesUrl, codeUrl, transactionsUrl } from "@/lib/urls";
import type { Count } from "@/lib/values/counts";
import type { CodeFacts, CodesView, CodeView } from "@/lib/views/codes";

const NONE: Count = { count: 0, countAtLeast: 0 };

const facts = (code: TransactionCode, counts: Map<string, Count>): CodeFacts => ({
  ...code,
  url: codeUrl(code.code),
  transactions: {
    ...(counts.get(code.code) ?? NONE),
    url: filterUrl(transactionsUrl(), { ...NO_FILTER, code: [code.code] }),
  },
});

export async function loadCodesView(): Promise<CodesView> {
  const letters = transactionCodes.map(({ code }) => code);
  const counts = await countCodes(database(), letters, { others: true });
  return {
    title: "Transaction codes",
    url: codesUrl(),
    groups: codeGroups.map(({ group, label }) => ({
      group,
      label,
      codes: transactionCodes.filter((code) => code.group === group).map((code) => facts(code, counts)),
    })),
    flag: { ...earlyReportFlag, url: codeUrl(earlyReportFlag.flag) },
    unknown: [...counts]
      .filter(([code]) => transactionCode(code) === null)
      .map(([code, transactions]) => ({ code, transactions })),
  };
}

/** Whether a code or flag has a page. The address has the letter in upper case. */
export const hasCodePage = (code: string) => transactionCode(code) !== null || code === earlyReportFlag.flag;

/** Null for a code that Forms 3, 4 and 5 do not use. */
export async function loadCodeView(letter: string): Promise<CodeView | null> {
  if (letter === earlyReportFlag.flag) {
    const flag = { ...earlyReportFlag, url: codeUrl(earlyReportFlag.flag) };
    return { kind: "flag", title: `Flag ${flag.flag}: ${flag.word}`, flag };
  }
  const code = transactionCode(letter);
  if (!code) return null;
  const family = transactionCodes.filter(({ group }) => group === code.group);
  const counts = await countCodes(
    database(),
    family.map((other) => other.code),
  );
  return {
    kind: "code",
    title: `Code ${code.code}: ${code.word}`,
    group: codeGroups.find(({ group }) => group === code.group)?.label ?? "",
    fill: markFill(code.group, false),
    code: facts(code, counts),
    neighbours: family.filter((other) => other !== code).map((other) => facts(other, counts)),
  };
}
