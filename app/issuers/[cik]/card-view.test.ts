import { expect, test } from "vitest";
import { issuerCard } from "@/app/issuers/[cik]/card";
import { loadIssuerCardView } from "@/app/issuers/[cik]/card-view";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { type Card, MOST_ROWS } from "@/lib/cards/card";
import { filingForTest, KESTREL, transactionForTest as row } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const VANCE: [string, string] = ["9900501", "Vance Ada"];

// Seven filings with transactions, one of them from before the last twelve months, and one with a holding only.
serveFilings([
  filingForTest({ n: 1, filed: "2022-08-02", rows: [row("P", "A", "2022-08-01", "10", "1", "1000")] }),
  filingForTest({ n: 2, owner: VANCE, filed: "2025-03-04", rows: [row("P", "A", "2025-03-03", "20", "2", "20")] }),
  ...[3, 4, 5, 6].map((n) =>
    filingForTest({ n, filed: `2025-05-0${n}`, rows: [row("S", "D", `2025-05-0${n}`, "10", "5", "900")] }),
  ),
  filingForTest({ n: 7, owner: VANCE, filed: "2025-06-03", rows: [row("F", "D", "2025-06-02", "5", "5", "15")] }),
  filingForTest({ n: 8, form: "3", filed: "2025-06-05", rows: [{ held: "500" }] }),
]);

/** A card with only the rows that it has room for. */
const shown = (card: Card) =>
  card.body?.kind === "rows" ? { ...card, body: { ...card.body, rows: card.body.rows.slice(0, MOST_ROWS) } } : card;

test.each(["", "code=P", "code=S", "traded-from=2022-01-01", "filed-to=2025-05-04", "as_of=2025-05-05", "code=W"])(
  "the card of an issuer says what its page says: %s",
  async (search) => {
    const query = readIssuerQuery(new URLSearchParams(search));
    const [page, card] = [await loadIssuerView(KESTREL[0], query), await loadIssuerCardView(KESTREL[0], query)];
    if (!page || !card) throw new Error("There is an issuer.");
    expect(shown(issuerCard(card))).toEqual(shown(issuerCard(page)));
  },
);

test("there is no card of an issuer without filings", async () => {
  expect(await loadIssuerCardView("1234567", readIssuerQuery(new URLSearchParams()))).toBeNull();
});
