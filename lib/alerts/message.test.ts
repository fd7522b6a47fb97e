import { describe, expect, test } from "vitest";
import { type MatchToSend, type MessageAlert, makeMessages } from "@/lib/alerts/message";
import { matchForTest } from "@/testing/match-for-test";

const ALERT: MessageAlert = {
  name: "large purchases",
  view: "/transactions?code=P",
  title: "Purchases",
  channel: "webhook",
  rate: "immediate",
};
const WHERE = { siteUrl: "https://section16.example", at: Date.UTC(2026, 10, 24, 23) };
const of = (accessionNumber: string, id: number): MatchToSend => {
  const match = matchForTest(id);
  return { ...match, what: { ...match.what, filing: { ...match.what.filing, accessionNumber } } };
};
const digest = { ...ALERT, rate: "daily" } as const;
const mail = { ...ALERT, channel: "mail" } as const;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe("a message", () => {
  test("says which alert it is for and what was found, with addresses", () => {
    const [{ message, matchIds } = expect.fail("no message")] = makeMessages(ALERT, [matchForTest()], WHERE);
    expect(matchIds).toEqual([1]);
    expect(message).toMatchObject({
      type: "filing.matched",
      timestamp: "2026-11-24T23:00:00.000Z",
      data: {
        alert: { name: "large purchases", view: "https://section16.example/transactions?code=P", rate: "immediate" },
        leftOut: 0,
        matches: [
          {
            id: 1,
            kind: "new",
            url: "https://section16.example/filings/0001365555-26-000001#I-1",
            filing: { accessionNumber: "0001365555-26-000001" },
            transaction: { value: "62500", stated: { pricePerShare: "12.50" } },
            isCut: false,
          },
        ],
      },
    });
  });

  test("of a webhook is about one filing, and of a digest about many", () => {
    const matches = [of("a", 1), of("a", 2), of("b", 3)];
    expect(makeMessages(ALERT, matches, WHERE).map(({ matchIds }) => matchIds)).toEqual([[1, 2], [3]]);
    expect(makeMessages(digest, matches, WHERE).map(({ matchIds }) => matchIds)).toEqual([[1, 2, 3]]);
  });

  test("is under 20 kB, and every match is in one", () => {
    const matches = Array.from({ length: 500 }, (_, index) => matchForTest(index + 1));
    const made = makeMessages(digest, matches, WHERE);
    expect(made.flatMap(({ matchIds }) => matchIds)).toEqual(matches.map(({ id }) => id));
    expect(made.flatMap(({ message }) => message.data.matches.map(({ id }) => id))).toHaveLength(500);
    expect(Math.max(...made.map(({ message }) => bytes(message)))).toBeLessThan(20_000);
    // A match takes some 900 bytes, so that about 20 fit.
    expect(made.length).toBeLessThan(40);
  });

  test("of a mail has everything, but lists 100 matches and says how many it leaves out", () => {
    const matches = Array.from({ length: 130 }, (_, index) => of(String(index), index + 1));
    const made = makeMessages(mail, matches, WHERE);
    expect(made).toHaveLength(1);
    expect(made[0]?.matchIds).toHaveLength(130);
    expect(made[0]?.message.data.matches).toHaveLength(100);
    expect(made[0]?.message.data.leftOut).toBe(30);
  });

  test("of nothing is none", () => {
    expect(makeMessages(ALERT, [], WHERE)).toEqual([]);
  });
});

describe("a match that is too long", () => {
  const only = (match: MatchToSend) => {
    const made = makeMessages(ALERT, [match], WHERE);
    expect(made).toHaveLength(1);
    expect(bytes(made[0]?.message)).toBeLessThan(20_000);
    return made[0]?.message.data.matches[0];
  };

  test("has the beginning of its footnote, and says that it is cut", () => {
    const sent = only(matchForTest(1, { what: { footnote: { id: "F1", text: "x".repeat(20_000) } } }));
    expect(sent?.footnote?.text).toBe(`${"x".repeat(2_000)}…`);
    expect(sent?.isCut).toBe(true);
    expect(sent?.transaction).not.toBeNull();
  });

  test("of a filing with very many owners has some of them", () => {
    const { what } = matchForTest();
    const owners = Array(1_000).fill(what.filing.owners[0]);
    const sent = only(matchForTest(1, { what: { filing: { ...what.filing, owners } } }));
    expect(sent?.filing.owners).toHaveLength(20);
    expect(sent?.isCut).toBe(true);
  });

  test("in every part has its title and its address", () => {
    const { what } = matchForTest();
    const issuer = { ...what.filing.issuer, name: "ж".repeat(20_000) };
    const sent = only(matchForTest(1, { what: { title: "ж".repeat(20_000), filing: { ...what.filing, issuer } } }));
    expect(sent).toMatchObject({
      title: `${"ж".repeat(1_000)}…`,
      url: "https://section16.example/filings/0001365555-26-000001#I-1",
      filing: { accessionNumber: "0001365555-26-000001" },
      transaction: null,
      isCut: true,
    });
  });
});
