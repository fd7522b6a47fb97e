import { describe, expect, test } from "vitest";
import { mailText } from "@/lib/alerts/mail-text";
import { type MatchToSend, type MessageAlert, makeMessages } from "@/lib/alerts/message";
import { matchForTest } from "@/testing/match-for-test";

const ALERT: MessageAlert = {
  name: null,
  view: "/transactions?code=P",
  title: "Purchases",
  channel: "mail",
  rate: "daily",
};
const mailOf = (matches: MatchToSend[], alert = ALERT, manageUrl: string | null = null) => {
  const where = { siteUrl: "https://section16.example", at: Date.UTC(2026, 10, 24, 23) };
  return mailText(makeMessages(alert, matches, where)[0]?.message ?? expect.fail("no message"), manageUrl);
};

describe("a mail", () => {
  test("says what is new in which view, where it is, and how to stop it", () => {
    const { subject, text } = mailOf([matchForTest(1)], ALERT, "https://section16.example/alerts/one?key=x");
    expect(subject).toBe("Purchases: 1 new transaction");
    expect(text).toBe(`1 new transaction in the view “Purchases”:

1. DOE JANE, Acme Corp: bought 5,000 shares of Common Stock at $12.50 on November 20, 2026 (code P)
   Form 4, filed November 24, 2026, 5:52 pm ET
   https://section16.example/filings/0001365555-26-000001#I-1

Values are those of the filings. Amendments may change them later.

The view: https://section16.example/transactions?code=P
Change or stop this alert: https://section16.example/alerts/one?key=x
`);
  });

  test("says what an amendment changed", () => {
    const changed = matchForTest(2, {
      kind: "changed",
      changes: [
        { field: "pricePerShare", from: "12.50", to: "12.60" },
        { field: "natureOfOwnership", from: null, to: "By spouse" },
      ],
      what: { isInView: false },
    });
    const { subject, text } = mailOf([matchForTest(1), changed]);
    expect(subject).toBe("Purchases: 1 new transaction and 1 change");
    expect(
      text,
    ).toContain(`2. Changed: DOE JANE, Acme Corp: bought 5,000 shares of Common Stock at $12.50 on November 20, 2026 (code P)
   Price: 12.60, previously 12.50
   Nature of indirect ownership: By spouse, previously not reported
   The view no longer includes it.
   Form 4,`);
    expect(mailOf([changed]).subject).toBe("Purchases: 1 changed transaction");
  });

  test("quotes a footnote", () => {
    const footnote = { id: "F1", text: "Shares held\n by the Doe Family Trust." };
    const { subject, text } = mailOf([matchForTest(1, { what: { subject: "footnote", footnote } })]);
    expect(subject).toBe("Purchases: 1 new footnote");
    expect(text).toContain("\n   “Shares held by the Doe Family Trust.”\n");
  });

  test("says that it is cut", () => {
    const { subject, text, html } = mailOf(Array.from({ length: 1_100 }, (_, index) => matchForTest(index + 1)));
    expect(subject).toBe("Purchases: 1,100 new items and changes");
    const notice = "This email lists 100 items and leaves out 1,000. The view has all of them.";
    expect(text).toContain(notice);
    expect(html).toContain(notice);
  });
});

describe("words of a filing", () => {
  const HOSTILE = "A\r\nBcc: x@y.example\u2028<script>alert(1)</script>\n\n1. “Fake” & https://evil.example\u0000";

  test("stay in their line of the text", () => {
    const { text, subject } = mailOf([matchForTest(1, { what: { title: HOSTILE } })], { ...ALERT, name: HOSTILE });
    expect(text.split("\n").filter((line) => /^(Bcc|1\. “Fake”)/.test(line))).toEqual([]);
    expect(text).toContain("1. A Bcc: x@y.example <script>alert(1)</script> 1. “Fake” & https://evil.example\uFFFD\n");
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test("are escaped in HTML", () => {
    const { html } = mailOf([matchForTest(1, { what: { title: HOSTILE } })], { ...ALERT, title: HOSTILE });
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html.match(/<a href="([^"]*)"/g)).toEqual([
      '<a href="https://section16.example/filings/0001365555-26-000001#I-1"',
      '<a href="https://section16.example/transactions?code=P"',
    ]);
  });
});
