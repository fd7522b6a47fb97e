import { describe, expect, test } from "vitest";
import { readAlertsFile } from "@/lib/alerts/alerts-file";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const OTHER = `whsec_${Buffer.alloc(24, 9).toString("base64")}`;

const read = (text: string, allowPrivate = false) => readAlertsFile(text, { today: "2026-11-27", allowPrivate });

/** A file with its alerts on lines of their own, from line 3 on. */
const file = (...alerts: object[]) =>
  `{\n  "alerts": [\n${alerts.map((alert) => `    ${JSON.stringify(alert)}`).join(",\n")}\n  ]\n}\n`;

const WEBHOOK = { name: "CFO purchases", view: "/transactions?code=P&role=cfo", webhook: "https://a.example/hook" };
const MAIL = { name: "Gifts", view: "/footnotes?q=gift", mail: "desk@example.org", rate: "daily" };

test("reads webhooks with one secret or several, and mail with its rate", () => {
  expect(read(file({ ...WEBHOOK, secret: SECRET }, MAIL, { ...WEBHOOK, name: "2", secret: [SECRET, OTHER] }))).toEqual({
    alerts: [
      {
        id: "file:CFO purchases",
        name: "CFO purchases",
        view: "/transactions?role=cfo&code=P",
        channel: "webhook",
        target: "https://a.example/hook",
        rate: "immediate",
        secrets: [SECRET],
      },
      {
        id: "file:Gifts",
        name: "Gifts",
        view: "/footnotes?q=gift",
        channel: "mail",
        target: "desk@example.org",
        rate: "daily",
        secrets: [],
      },
      expect.objectContaining({ name: "2", secrets: [SECRET, OTHER] }),
    ],
  });
});

test("an empty list of alerts is right", () => {
  expect(read('\uFEFF{ "alerts": [] }\r\n')).toEqual({ alerts: [] });
});

describe("a file that is not JSON names the line", () => {
  test.each([
    [
      '{\n "alerts": [\n  { "name": "a",\n    "view": "/",\n  }\n ]\n}',
      "Line 5: expected a name in double quotes, but found }.",
    ],
    ['{\n "alerts": [ {} {} ]\n}', "Line 2: expected a comma or ], but found {."],
    ['{\n "alerts": [\n', "Line 3: expected a value, but found the end of the file."],
    ["", "Line 1: expected a value, but found the end of the file."],
    ["{\n 'alerts': []\n}", "Line 2: expected a name in double quotes, but found '."],
    ['{\n "alerts": []\n}\n{}', "Line 4: expected nothing more, but found {."],
    ['{ "alerts": [ "a\nb" ] }', 'Line 1: expected a value, but found ".'],
    ['{\n "alerts": [],\n "alerts": []\n}', 'Line 3: "alerts" is given twice.'],
    [`{ "alerts": ${"[".repeat(60)}`, "Line 1: the values are nested too deeply."],
  ])("%j", (text, problem) => {
    expect(read(text)).toEqual({ problems: [problem] });
  });
});

describe("a wrong alert names the line", () => {
  const problemsOf = (...alerts: object[]) => {
    const found = read(file(...alerts));
    return "problems" in found ? found.problems : [];
  };

  test("for every problem at once, and nothing is read", () => {
    expect(problemsOf({ ...MAIL, rate: "hourly" }, { ...MAIL, name: "x", mail: "desk at example.org" })).toEqual([
      'Line 3: the rate must be one of immediate, daily, weekly, not "hourly".',
      "Line 4: the email address must be a single one, such as desk@example.org.",
    ]);
  });

  test.each([
    [
      { ...MAIL, name: undefined },
      'the alert has no "name". Add a name of your choice, by which pages and commands refer to it',
    ],
    [{ ...MAIL, name: "a\u0007" }, "the name must have at most 100 characters, all of them visible"],
    [
      { ...MAIL, view: undefined },
      'the alert has no "view". Add the address of a list, such as "/transactions?code=P"',
    ],
    [
      { ...MAIL, view: "/transactions?code=QQ" },
      "the view /transactions?code=QQ has code=QQ, which is not a transaction code such as P or S",
    ],
    [{ ...MAIL, mail: undefined }, 'an alert must have either a "webhook" or a "mail" address'],
    [
      { ...MAIL, mail: "a@b.example\r\nBcc: c@d.example" },
      "the email address must be a single one, such as desk@example.org",
    ],
    [{ ...MAIL, mail: "a@b.example, c@d.example" }, "the email address must be a single one, such as desk@example.org"],
    [{ ...MAIL, mail: 7 }, '"mail" must be text in double quotes'],
    [{ ...MAIL, rates: "daily" }, '"rates" is not known. An alert has name, view, webhook, secret, mail, rate'],
    [{ ...MAIL, secret: SECRET }, 'only a webhook has a "secret". Remove it'],
    [
      { ...WEBHOOK, secret: SECRET, webhook: "http://a.example" },
      "the webhook must be an https address without a user name or password. To allow http, set ALERT_ALLOW_PRIVATE=1",
    ],
    [
      { ...WEBHOOK, secret: SECRET, webhook: "https://me:pass@a.example" },
      "the webhook must be an https address without a user name or password",
    ],
  ])("%j", (alert, problem) => {
    expect(problemsOf(alert)).toEqual([`Line 3: ${problem}.`]);
  });

  test("two alerts with one name", () => {
    expect(problemsOf(MAIL, MAIL)).toEqual(['Line 4: the name "Gifts" is already used on line 3. Choose another.']);
  });

  test("the error for a webhook without a secret, or with one that is too short, says how to make one", () => {
    expect(problemsOf(WEBHOOK, { ...WEBHOOK, name: "b", secret: "whsec_c2hvcnQ=" })).toEqual([
      expect.stringMatching(/^Line 3: a webhook needs a "secret".*randomBytes/),
      expect.stringMatching(/^Line 4: a secret must be whsec_ and 24 to 64 bytes in base64.*randomBytes/),
    ]);
  });

  test("http is right if private addresses are allowed", () => {
    expect(read(file({ ...WEBHOOK, webhook: "http://10.0.0.7:8080/hook", secret: SECRET }), true)).toHaveProperty(
      "alerts",
    );
  });

  test("a file without a list of alerts", () => {
    expect(read("[]")).toMatchObject({
      problems: [expect.stringContaining('Line 1: the file has no list named "alerts"')],
    });
    expect(read('{ "alerts": {},\n "other": 1 }')).toEqual({
      problems: [
        'Line 1: "alerts" must be a list in square brackets.',
        'Line 2: "other" is not known here. Remove it.',
      ],
    });
  });
});
