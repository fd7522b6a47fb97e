import { expect, test } from "vitest";
import { isKeyOfAlert, manageAlertPath, unsubscribeAlertPath } from "./signed-links";

const SECRET = "0123456789abcdef0123456789abcdef";
const keyIn = (path: string) => path.split("=")[1] ?? "";

test("the links in a mail open its alert, and no other", () => {
  const path = manageAlertPath("one", SECRET);
  expect(path).toMatch(/^\/alerts\/one\?key=[\w-]{43}$/);
  expect(unsubscribeAlertPath("one", SECRET)).toBe(`/alerts/one/stop?key=${keyIn(path)}`);
  expect(isKeyOfAlert(keyIn(path), "one", SECRET)).toBe(true);
  expect(isKeyOfAlert(keyIn(path), "two", SECRET)).toBe(false);
});

test("a link signed with another secret, cut or extended opens nothing", () => {
  const key = keyIn(manageAlertPath("one", SECRET));
  const others = [keyIn(manageAlertPath("one", `${SECRET}0`)), key.slice(0, -1), `${key}A`, "", "ä".repeat(43)];
  expect(others.filter((other) => isKeyOfAlert(other, "one", SECRET))).toEqual([]);
});
