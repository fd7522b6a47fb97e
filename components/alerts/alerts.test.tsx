import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AskForAlert } from "./ask-for-alert";
import { ManageAlert } from "./manage-alert";

const ALERT = {
  view: "/transactions?code=P",
  title: "Purchases of <Acme> & Sons",
  rate: "daily",
  state: "active",
} as const;
const manage = (state: "active" | "unconfirmed" | "stopped") =>
  renderToStaticMarkup(<ManageAlert alert={{ ...ALERT, state }} action="/alerts/a/change?key=k" />);

test("an alert that is not confirmed can only be confirmed, and not by opening its page", () => {
  const html = manage("unconfirmed");
  expect(html).toContain('<form class="buttons" action="/alerts/a/change?key=k" method="post">');
  expect(html.match(/<button[^>]*>/g)).toEqual([
    '<button class="button is-primary" type="submit" value="confirm" name="change">',
  ]);
});

test("an alert that is on has its rate and a button to stop it", () => {
  const html = manage("active");
  expect(html).toContain('<input type="radio" name="change" checked="" value="daily"/>Once a day, at 7:00 am ET');
  expect(html).toContain('value="stop" name="change">Stop this alert</button>');
  expect(manage("stopped")).toContain("Start this alert again");
  expect(html).toContain("Purchases of &lt;Acme&gt; &amp; Sons");
});

test("without a list, the form says how to get to one, and why an address is none", () => {
  const html = renderToStaticMarkup(<AskForAlert view={{ address: "/about", problem: "is not a list" }} />);
  expect(html).toContain("The address /about is not a list.");
  expect(html).not.toContain("<form");
});
