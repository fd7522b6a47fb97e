import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { edgarClient } from "@/db/edgar/edgar-client";
import { EdgarFailure } from "@/db/edgar/edgar-failure";
import { dailyIndexAddress, folderListAddress, submissionAddress } from "@/lib/edgar/addresses";
import { isIndexFile } from "@/lib/edgar/index-file";
import { madeUpFiling, testClock, testSlots } from "@/testing/filings-for-test";
import { type StandIn, startStandIn } from "@/testing/stand-in";

// A busy machine may be slow.
vi.setConfig({ testTimeout: 30_000 });

const MINUTE = 60_000;
const filing = madeUpFiling(1, { day: "2026-11-20" });
const address = submissionAddress("9900208", filing.accessionNumber);
const index = dailyIndexAddress("2026-11-20", "form");
const missing = dailyIndexAddress("2026-11-26", "form");
const PATH = /\/data\//;
const anIndex = (bytes: Buffer) => (isIndexFile(bytes.toString()) ? null : "it is no index");

let edgar: StandIn;
beforeAll(async () => {
  edgar = await startStandIn([filing]);
});
afterAll(() => edgar.stop());
afterEach(() => {
  edgar.log.length = 0;
});

function open(stallMs = 5_000) {
  const clock = testClock("2026-11-20T20:00:00Z");
  const slots = testSlots(clock);
  const tell = vi.fn();
  const place = { contact: "Kestrel Research admin@example.org", baseUrl: edgar.url, dataUrl: edgar.url };
  return { ...edgarClient({ ...place, slots, clock, tell, stallMs }), pauses: slots.pauses, tell };
}

const failure = (work: Promise<unknown>): Promise<EdgarFailure> =>
  work.then(
    () => expect.fail("it did not fail"),
    (error) => (error instanceof EdgarFailure ? error : Promise.reject(error)),
  );

test("every request names the user and accepts compressed answers", async () => {
  const answer = await open().get(address);
  expect(answer).toMatchObject({ outcome: "page", bytes: Buffer.from(filing.text) });
  expect(edgar.log).toMatchObject([{ status: 200, userAgent: "Kestrel Research admin@example.org", isGzipped: true }]);
});

test("an unchanged page is not sent again", async () => {
  const client = open();
  const first = await client.get(index);
  if (first.outcome !== "page") throw new Error(first.outcome);
  expect(await client.get(index, { validators: first.validators })).toEqual({ outcome: "not modified" });
  expect(edgar.log.map(({ status }) => status)).toEqual([200, 304]);
});

test("a file that the archive's store refuses is missing, and causes no pause", async () => {
  const client = open();
  expect(await client.get(missing)).toEqual({ outcome: "absent", status: 403 });
  expect(await client.get(submissionAddress("1", filing.accessionNumber))).toEqual({ outcome: "absent", status: 404 });
  expect(client.pauses).toEqual([]);
});

test("429 and a block pause all requests for minutes, longer each time, and are reported", async () => {
  const client = open();
  edgar.misbehave({ on: PATH, kind: "429", times: 2 });
  edgar.misbehave({ on: PATH, kind: "too fast", times: 1 });
  expect(await client.get(address)).toMatchObject({ outcome: "page" });
  expect(client.pauses).toEqual([
    { ms: 2 * MINUTE, reason: "EDGAR asks for fewer requests (429)" },
    { ms: 5 * MINUTE, reason: "EDGAR asks for fewer requests (429)" },
    { ms: 30 * MINUTE, reason: "EDGAR says that too many requests came from this address" },
  ]);
});

test("a longer pause that EDGAR asks for is kept", async () => {
  const client = open();
  edgar.misbehave({ on: PATH, kind: "429", times: 1, retryAfter: 900 });
  await client.get(address);
  expect(client.pauses).toMatchObject([{ ms: 15 * MINUTE }]);
});

test("requests that were refused together count as one refusal", async () => {
  const client = open();
  edgar.misbehave({ on: PATH, kind: "429", times: 4 });
  const answers = await Promise.all([1, 2, 3, 4].map(() => client.get(address)));
  expect(answers.map(({ outcome }) => outcome)).toEqual(["page", "page", "page", "page"]);
  expect(client.pauses).toHaveLength(1);
});

test("after three pauses, a lasting refusal ends with a message", async () => {
  const client = open();
  edgar.misbehave({ on: PATH, kind: "undeclared", times: 4 });
  const error = await failure(client.get(address));
  expect(error.kind).toBe("refused");
  expect(error.message).toMatch(/must be a name and an email address.*We tried again 3 times, with pauses/);
  expect(client.pauses).toHaveLength(3);
});

test("a refusal with status 200 is a refusal too", async () => {
  const client = open();
  edgar.misbehave({ on: PATH, kind: "undeclared with 200", times: 1 });
  expect(await client.get(address)).toMatchObject({ outcome: "page" });
  expect(client.pauses).toMatchObject([{ ms: 10 * MINUTE }]);
  edgar.misbehave({ on: PATH, kind: "undeclared with 200", times: 4 });
  expect(await failure(client.get(address))).toMatchObject({ kind: "refused" });
});

test("a 403 without a reason causes a pause; then the folder shows whether the file is only missing", async () => {
  const client = open();
  edgar.misbehave({ on: /form\.20261126/, kind: "forbidden", times: 2 });
  expect(await client.get(missing, { folder: folderListAddress(missing) })).toEqual({ outcome: "absent", status: 403 });
  expect(client.pauses).toHaveLength(1);
  expect(edgar.log.map(({ path }) => path.split("/").at(-1))).toEqual([
    "form.20261126.idx",
    "form.20261126.idx",
    "index.json",
  ]);
  edgar.misbehave({ on: /form\.20261120/, kind: "forbidden", times: 2 });
  expect(await client.get(index, { folder: folderListAddress(index) })).toMatchObject({ outcome: "page" });
});

test.each(["503", "refused connection", "cut", "silent", "web page"] as const)("%s is tried again", async (kind) => {
  const client = open(kind === "silent" ? 200 : undefined);
  edgar.misbehave({ on: /form\.20261120/, kind, times: 2 });
  expect(await client.get(index, { check: anIndex })).toMatchObject({ outcome: "page" });
  expect(edgar.log).toHaveLength(3);
  // 1 s, then 2 s, each between half of it and all of it.
  expect(client.tell.mock.calls.map(([{ seconds }]) => seconds)).toEqual([0.8, 1.5]);
});

test("a slow answer is read as long as data keeps coming", async () => {
  edgar.misbehave({ on: PATH, kind: "slow", times: 1 });
  expect(await open().get(address)).toMatchObject({ bytes: Buffer.from(filing.text) });
  expect(edgar.log).toHaveLength(1);
});

test("six errors in a row end the attempt, and so do three wrong pages", async () => {
  edgar.misbehave({ on: PATH, kind: "503", times: 6 });
  const down = await failure(open().get(address));
  expect(down).toMatchObject({
    kind: "unreachable",
    message: expect.stringMatching(/after 6 attempts: EDGAR answers 503/),
  });
  edgar.misbehave({ on: /form\.20261120/, kind: "web page", times: 3 });
  const wrong = await failure(open().get(index, { check: anIndex }));
  expect(wrong).toMatchObject({ kind: "wrong page", message: expect.stringMatching(/it is no index/) });
  expect(edgar.log).toHaveLength(9);
});

test("a redirection waits for its turn", async () => {
  edgar.misbehave({ on: PATH, kind: "elsewhere", times: 1 });
  expect(await open().get(address)).toMatchObject({ outcome: "page" });
  expect(edgar.log.map(({ status }) => status)).toEqual([301, 200]);
});

test("an interruption ends a silent answer at once", async () => {
  edgar.misbehave({ on: PATH, kind: "silent", times: 1 });
  const interrupt = new AbortController();
  setTimeout(() => interrupt.abort(), 30);
  await expect(open().get(address, { signal: interrupt.signal })).rejects.toThrow(/abort/i);
});
