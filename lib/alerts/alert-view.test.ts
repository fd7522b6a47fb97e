import { expect, test } from "vitest";
import { readAlertView, viewTitle } from "@/lib/alerts/alert-view";

const TODAY = "2026-11-27";
const read = (address: string) => readAlertView(address, TODAY);

function viewOf(address: string) {
  const found = read(address);
  if ("problem" in found) throw new Error(found.problem);
  return found.view;
}

test.each([
  ["/transactions?role=cfo&code=P", "/transactions?role=cfo&code=P", "Transactions: by a CFO, code P"],
  ["/transactions?sort=-value&columns=date&code=P&after=x", "/transactions?code=P", "Transactions: code P"],
  ["/transactions?group=issuer&code=P", "/transactions?code=P", "Transactions: code P"],
  ["/filings?form=3", "/filings?form=3", "Filings: Form 3"],
  ["/", "/", "Filings"],
  ["/insiders/0009900416?code=S&sort=date", "/insiders/9900416?code=S", "Insider 9900416: code S"],
  ["/issuers/9900208?roster=former", "/issuers/9900208", "Issuer 9900208"],
  ["/footnotes?q=gift&sort=best&code=G", "/footnotes?q=gift&code=G", "Footnotes that contain “gift”, code G"],
])("%s is the view %s", (address, url, title) => {
  const view = viewOf(address);
  expect(view.url).toBe(url);
  expect(viewTitle(view)).toBe(title);
  // Equal views have equal addresses.
  expect(viewOf(view.url)).toEqual(view);
});

test("the page of a party lists its filings, also those with holdings only, and the list of transactions does not", () => {
  expect(viewOf("/insiders/9900416?code=S")).toMatchObject({
    onlyTransactions: false,
    filter: { insider: [{ cik: "9900416" }], code: ["S"] },
  });
  expect(viewOf("/issuers/9900208")).toMatchObject({
    onlyTransactions: false,
    filter: { issuer: [{ cik: "9900208" }] },
  });
  expect(viewOf("/transactions?code=S")).toMatchObject({ onlyTransactions: true });
});

test("names take the place of numbers in a title", () => {
  const names = { issuers: { 9900208: "Kestrel Grid Systems" }, insiders: { 9900416: "TOLLEFSEN INGRID M" } };
  expect(viewTitle(viewOf("/insiders/9900416?issuer=9900208"), names)).toBe(
    "TOLLEFSEN INGRID M: issuer Kestrel Grid Systems",
  );
});

test("relative dates are those of the day that is given", () => {
  expect(viewOf("/transactions?traded-within=7d")).toMatchObject({ filter: { tradedWithin: { to: TODAY } } });
});

test.each([
  ["https://insiders.example.org/transactions", "is not an address on this site, such as /transactions?code=P"],
  ["//evil.example/transactions", "is not an address on this site, such as /transactions?code=P"],
  ["/transactions?code=QQ", "has code=QQ, which is not a transaction code such as P or S"],
  ["/insiders/9900416?plan=under", "has plan=under, which is not a filter of this page"],
  ["/footnotes?fact=nothing", "has fact=nothing, which is not a fact we search for"],
  ["/?code=P", "has code=P, which is not a filter of this page"],
])("%s cannot be followed: it %s", (address, problem) => {
  expect(read(address)).toEqual({ problem });
});

test.each(["/clusters", "/about/data", "/insiders/0", "/transactions.json", "/insiders"])(
  "%s is not a list that an alert can follow",
  (address) => {
    expect(read(address)).toMatchObject({ problem: expect.stringContaining("is not a list that an alert can follow") });
  },
);
