import { expect, it } from "vitest";
import { failureAnswer } from "./failure-answer";
import { errorBody } from "./problem";

it("a page whose query was stopped says so in a complete page without scripts", () => {
  const { status, headers, body } = failureAnswer("too slow", "/footnotes", "ab12cd34");
  expect(status).toBe(503);
  expect(headers["retry-after"]).toBe("5");
  expect(headers["content-type"]).toContain("text/html");
  expect(body).toContain("<h1>This page took too long</h1>");
  expect(body).toContain("ab12cd34");
  expect(body).not.toContain("<script");
});

it("a data format says the same in its own error format", () => {
  const { status, body } = failureAnswer("too slow", "/footnotes.csv", "ab12cd34");
  expect(status).toBe(503);
  expect(JSON.parse(body).error).toEqual({
    status: 503,
    message:
      "The database stopped the query because it took too long. Try again in a moment, or narrow the list with a filter. Request ab12cd34.",
  });
});

it("too many questions about past days are a 503 that says when to try again, as a page and as problem details", () => {
  const page = failureAnswer("too many past days", "/insiders/9900416", "ab12cd34");
  expect(page).toMatchObject({ status: 503, headers: { "retry-after": "5", "cache-control": "no-store" } });
  expect(page.body).toContain("<h1>Too many past days are being worked out</h1>");
  const data = failureAnswer("too many past days", "/insiders/9900416.json", "ab12cd34");
  expect(data).toMatchObject({
    status: 503,
    headers: { "retry-after": "5", "content-type": expect.stringContaining("application/problem+json") },
  });
  expect(JSON.parse(data.body)).toMatchObject({
    status: 503,
    detail: expect.stringContaining("only a few readers at once. Try again in a moment. Request ab12cd34."),
  });
});

it("an error of ours is a 500 with an explanation but without its cause", () => {
  const { status, headers, body } = failureAnswer("failed", "/", "ab12cd34");
  expect(status).toBe(500);
  expect(headers).not.toHaveProperty("retry-after");
  expect(body).toContain("Sorry, there is a problem with this page");
});

it.each([
  [403, "Forbidden"],
  [422, "Unprocessable Content"],
  [429, "Too Many Requests"],
])("a problem without a type of its own has the name of its status as its title: %i", (status, title) => {
  expect(errorBody(status, "Why.")).toMatchObject({ type: "about:blank", title, status });
});
