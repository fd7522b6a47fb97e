import { afterAll, beforeAll, expect, test } from "vitest";
import { storeAlert } from "@/testing/alerts-for-test";
import { startProgram } from "@/testing/program";
import { createTestDatabase, type TestDatabase } from "@/testing/test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await storeAlert(database.db, "file:Apple", { name: "Apple", target: "https://a.example" });
  await storeAlert(database.db, "file:Gone", { name: "Gone", target: "https://b.example", state: "disabled" });
});
afterAll(() => database.drop());

async function run(...args: string[]) {
  const program = startProgram(["db/command/alerts.ts", ...args], { DATABASE_URL: database.url });
  const code = await program.ended;
  return { code, said: program.errors().trim() };
}

test.each([
  [
    ["relpay", "2026-11-20"],
    /^There is no command "relpay"\. Did you mean "replay"\? Known: "test", "replay", "resume"\./,
  ],
  [["replay", "20.11.2026"], /'20\.11\.2026'.* It must be a day, such as 2026-11-20\.$/],
  [["replay", "2026-02-30"], /It must be a day, such as 2026-11-20\.$/],
  [["replay"], /missing required argument 'day'/],
  [
    ["replay", "2026-11-20", "appel"],
    /^There is no alert named "appel"\. Did you mean "Apple"\? Known: "Apple", "Gone"\.$/,
  ],
  [["replay", "2026-11-20", "Gone"], /^Gone is disabled, so its messages are not sent\. .* resume "Gone"$/],
  [["resume", "Gon"], /^No alert named "Gon" is paused or disabled\. Did you mean "Gone"\?/],
])("npm run alerts -- %j ends with 2 and says what to do", async (args, said) => {
  expect(await run(...args)).toEqual({ code: 2, said: expect.stringMatching(said) });
});

test("a day without messages is sent again without any", async () => {
  expect(await run("replay", "2026-11-20", "Apple")).toEqual({ code: 0, said: "" });
});
