import type { Matched } from "@/lib/alerts/alert";
import type { MatchToSend } from "@/lib/alerts/message";

/** A purchase that an alert found. */
export const matchForTest = (
  id = 1,
  { what = {}, ...others }: Partial<Omit<MatchToSend, "what">> & { what?: Partial<Matched> } = {},
): MatchToSend => ({
  id,
  kind: "new",
  matchedAt: "2026-11-24T22:53:00.000Z",
  changes: null,
  ...others,
  what: {
    subject: "transaction",
    path: "/filings/0001365555-26-000001#I-1",
    title: "DOE JANE, Acme Corp: bought 5,000 shares of Common Stock at $12.50 on November 20, 2026 (code P)",
    filing: {
      accessionNumber: "0001365555-26-000001",
      form: "4",
      filedAt: "2026-11-24T22:52:00.000Z",
      filingDate: "2026-11-24",
      issuer: { cik: "0000000016", name: "Acme Corp", symbol: "ACME" },
      owners: [{ cik: "0000000017", name: "DOE JANE", relationship: "Director" }],
    },
    transaction: {
      tableNumber: "I",
      line: 1,
      value: "62500",
      currency: null,
      implausible: null,
      isUnderPlan: false,
      stated: { securityTitle: "Common Stock", transactionShares: "5000", pricePerShare: "12.50" },
    },
    footnote: null,
    isInView: true,
    ...what,
  },
});
