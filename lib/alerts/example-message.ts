import type { FileAlert } from "@/lib/alerts/alerts-file";
import { type Message, makeMessages } from "@/lib/alerts/message";

/** A message as an alert would send it, about a filing that does not exist and says so. */
export function exampleMessage(alert: FileAlert, where: { siteUrl: string; at: number }): Message {
  const accessionNumber = "0000000000-26-000000";
  const [made] = makeMessages(
    { ...alert, title: alert.name },
    [
      {
        id: 0,
        kind: "new",
        matchedAt: new Date(where.at).toISOString(),
        changes: null,
        what: {
          subject: "transaction",
          path: `/filings/${accessionNumber}#I-1`,
          title:
            "EXAMPLE INSIDER, Example Issuer: bought 1,000 shares of Common Stock at $10.00 (code P). This is a test of the alert.",
          filing: {
            accessionNumber,
            form: "4",
            filedAt: new Date(where.at).toISOString(),
            filingDate: null,
            issuer: { cik: null, name: "Example Issuer", symbol: null },
            owners: [{ cik: null, name: "EXAMPLE INSIDER", relationship: "Director" }],
          },
          transaction: {
            tableNumber: "I",
            line: 1,
            value: "10000",
            stated: {
              securityTitle: "Common Stock",
              transactionCode: "P",
              acquiredDisposedCode: "A",
              transactionShares: "1000",
              pricePerShare: "10.00",
            },
            currency: null,
            implausible: null,
            isUnderPlan: false,
          },
          footnote: null,
          isInView: true,
        },
      },
    ],
    where,
  );
  if (made === undefined) throw new Error("The example is empty.");
  return made.message;
}
