import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST as postChange } from "@/app/alerts/[id]/change/route";
import { GET as getStop, POST as postStop } from "@/app/alerts/[id]/stop/route";
import { alertLeadsSomewhere, whyNoAlert } from "@/app/alerts/leads-somewhere";
import { POST as postSubscribe } from "@/app/alerts/subscribe/route";
import { findAskedView } from "@/app/alerts/view";
import { ReaderDesk } from "@/db/alerts/serve-readers";
import { manageAlertPath, unsubscribeAlertPath } from "@/lib/alerts/signed-links";
import { changeAlertUrl } from "@/lib/urls";
import { serveFrom } from "@/testing/serve-for-test";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

const SITE = "http://localhost:3000";
const SECRET = "0123456789abcdef0123456789abcdef";
const folder = mkdtempSync(join(tmpdir(), "section16-alerts-"));

let database: TestDatabase;
let server: Server;
beforeAll(async () => {
  database = await createTestDatabase();
  serveFrom(database);
  const socket = join(folder, "alerts.sock");
  server = await new ReaderDesk(database, SECRET).listen(socket);
  vi.stubEnv("SECTION16_ALERTS_SOCKET", socket);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((closed) => server.close(closed));
  await database.drop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await database.pool.query("delete from alert");
});

const posted = (path: string, fields: Record<string, string>, origin = SITE) =>
  new Request(SITE + path, {
    method: "POST",
    headers: { host: "localhost:3000", ...(origin && { origin }) },
    body: new URLSearchParams(fields),
  });
const FORM = { view: "/transactions?code=P&sort=-value", email: "Ada@Example.org", rate: "weekly" };
const subscribe = (fields: Partial<typeof FORM> = {}, origin?: string) =>
  postSubscribe(posted("/alerts/subscribe", { ...FORM, ...fields }, origin));
const alerts = async () =>
  (await database.pool.query("select alert_id as id, view, target, rate, state, channel from alert")).rows;
const context = (id: string) => ({ params: Promise.resolve({ id }) });
const keyOf = (id: string) => new URL(SITE + manageAlertPath(id, SECRET)).searchParams.get("key") ?? "";

/** An alert of a reader who has confirmed it. */
async function confirmed() {
  await subscribe();
  const [{ id }] = await alerts();
  const url = changeAlertUrl(id, keyOf(id));
  const answer = await postChange(posted(url, { change: "confirm" }), context(id));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, manageAlertPath(id, SECRET)]);
  return id as string;
}

test("a plain form asks for an alert on the list as anyone would see it, whatever its order", async () => {
  const answer = await subscribe();
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/alerts?asked=1"]);
  expect(await alerts()).toEqual([
    {
      id: expect.stringMatching(/^[\w-]{22}$/),
      view: "/transactions?code=P",
      target: "ada@example.org",
      rate: "weekly",
      state: "unconfirmed",
      channel: "mail",
    },
  ]);
});

test.each([
  [{ email: "ada@example.org\r\nBcc: eve@example.org" }, 400, "This is not an email address"],
  [{ email: "" }, 400, "This is not an email address"],
  [{ view: "https://evil.example/" }, 400, "There are no alerts for this page"],
  [{ view: "/transactions?code=BUY" }, 400, "There are no alerts for this page"],
  [{ view: "/about/data" }, 400, "There are no alerts for this page"],
])("stores nothing for %j", async (fields, status, title) => {
  const answer = await subscribe(fields);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(`<h1>${title}</h1>`);
  expect(await alerts()).toEqual([]);
});

test("refuses a form of another site, and one that is too large", async () => {
  expect((await subscribe({}, "https://evil.example")).status).toBe(403);
  expect((await subscribe({ view: `/transactions?q=${"x".repeat(30_000)}` })).status).toBe(400);
  expect(await alerts()).toEqual([]);
});

test("a mail program stops an alert with one click, from another site and without a redirect", async () => {
  const id = await confirmed();
  const path = unsubscribeAlertPath(id, SECRET);
  const answer = await postStop(posted(path, { "List-Unsubscribe": "One-Click" }, "https://mail.example"), context(id));
  expect([answer.status, await answer.text()]).toEqual([
    200,
    "The alert is stopped. You will get no more email about it.\n",
  ]);
  expect(await alerts()).toMatchObject([{ state: "stopped" }]);
});

test("a program that opens every link of a mail stops and confirms nothing", async () => {
  const id = await confirmed();
  const answer = await getStop(new Request(SITE + unsubscribeAlertPath(id, SECRET)), context(id));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, manageAlertPath(id, SECRET)]);
  expect(await alerts()).toMatchObject([{ state: "active" }]);
});

test("without the key of an alert, its page does not exist, and nobody changes it", async () => {
  const id = await confirmed();
  const key = keyOf(id);
  expect(await alertLeadsSomewhere(`/alerts/${id}`, `?key=${key}`)).toBe(true);
  expect(await alertLeadsSomewhere("/alerts/subscribe", "")).toBe(true);
  expect(await alertLeadsSomewhere(`/alerts/${id}`, "?key=wrong")).toBe(false);
  expect(await alertLeadsSomewhere("/alerts/other", `?key=${key}`)).toBe(false);
  expect(await whyNoAlert("/alerts/other", `?key=${key}`)).toBe("wrong link");
  expect((await postChange(posted(changeAlertUrl(id, "wrong"), { change: "stop" }), context(id))).status).toBe(404);
  expect((await postStop(posted(`/alerts/${id}/stop?key=wrong`, {}), context(id))).status).toBe(404);
  expect(await alerts()).toMatchObject([{ state: "active" }]);
});

test("the links of a deleted alert have expired, and a mail program that uses one to unsubscribe still gets a 200", async () => {
  const id = await confirmed();
  const key = keyOf(id);
  await database.pool.query("delete from alert");
  expect(await alertLeadsSomewhere(`/alerts/${id}`, `?key=${key}`)).toBe(false);
  expect(await whyNoAlert(`/alerts/${id}`, `?key=${key}`)).toBe("deleted");
  const answer = await postChange(posted(changeAlertUrl(id, key), { change: "confirm" }), context(id));
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining("This link has expired")]);
  expect((await postStop(posted(unsubscribeAlertPath(id, SECRET), {}), context(id))).status).toBe(200);
  expect(await whyNoAlert("/transactions", "")).toBeNull();
});

test("the form says which list it is for, or why there can be no alert", async () => {
  expect(await findAskedView("/transactions?code=P&after=x")).toEqual({
    url: "/transactions?code=P",
    title: expect.stringContaining("Transactions"),
  });
  expect(await findAskedView("/nowhere")).toMatchObject({ address: "/nowhere", problem: expect.any(String) });
});

test("nothing exists under /alerts unless readers may subscribe", async () => {
  const socket = process.env.SECTION16_ALERTS_SOCKET ?? "";
  try {
    vi.stubEnv("SECTION16_ALERTS_SOCKET", "");
    expect(await alertLeadsSomewhere("/alerts", "")).toBe(false);
    expect(await alertLeadsSomewhere("/alerts/subscribe", "")).toBe(false);
    expect(await whyNoAlert("/alerts", "")).toBe("off");
    expect(await alertLeadsSomewhere("/transactions", "")).toBeNull();
  } finally {
    vi.stubEnv("SECTION16_ALERTS_SOCKET", socket);
  }
});

test("if the alert process does not answer, we ask the reader to try again", async () => {
  const socket = process.env.SECTION16_ALERTS_SOCKET ?? "";
  const log = vi.spyOn(console, "error").mockReturnValue();
  try {
    vi.stubEnv("SECTION16_ALERTS_SOCKET", join(folder, "nobody.sock"));
    const answer = await subscribe();
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining("try again in a minute")]);
    expect(await alertLeadsSomewhere("/alerts/some", "?key=x"), "the page says so").toBe(true);
    expect(log.mock.calls.flat().join()).not.toContain("example.org");
  } finally {
    log.mockRestore();
    vi.stubEnv("SECTION16_ALERTS_SOCKET", socket);
  }
});
