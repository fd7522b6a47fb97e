import { expect, it } from "vitest";
import type { IgnoredValue } from "@/lib/filters/filing-filter";
import { ASKED_QUERY } from "@/lib/requests/passed-on-headers";
import { ignoredNames, oneParam, paramsOf } from "./search-params";

const said = (ignored: IgnoredValue[]) => ignored.map(({ kind, name, value }) => `${kind} ${name}=${value}`);

it("treats names of JavaScript's built-in properties as ordinary parameters", () => {
  const query = "?toString=1&__proto__=x&constructor=&hasOwnProperty=2";
  const request = new Request("http://localhost/codes.json", { headers: { [ASKED_QUERY]: query } });
  expect(said(ignoredNames(paramsOf(request)))).toEqual([
    "name toString=1",
    "name __proto__=x",
    "name hasOwnProperty=2",
  ]);
});

it("lists the further values of a parameter that takes one", () => {
  const ignored: IgnoredValue[] = [];
  const params = new URLSearchParams("after=&after= a &after=b&after=a&sort=c");
  expect(oneParam(params, "after", ignored)).toBe("a");
  expect(said(ignored)).toEqual(["value after=b"]);
  expect(oneParam(params, "columns", ignored)).toBeUndefined();
});
