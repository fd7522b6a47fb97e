import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SharePanel } from "./share-panel";

const SITE = "https://insiders.example.org";
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

it("offers a filing's link, citations, embed code, picture and data, without script", () => {
  const html = renderToStaticMarkup(<SharePanel url="/filings/1" site={SITE} filing={{ accessionNumber: "1" }} />);
  expect(html).toContain(`${SITE}/filings/1<`);
  expect(html).toContain(`&lt;iframe src=&quot;${SITE}/embed/filings/1&quot;`);
  expect(hrefs(html)).toEqual([
    "/filings/1/citation/text",
    "/filings/1/citation/bibtex",
    "/filings/1/citation/ris",
    "/filings/1/citation/csl-json",
    "/filings/1/citation/wiki",
    "/embed/filings/1",
    "/filings/1/card.png",
    "/filings/1.json",
    "/filings/1.csv",
  ]);
});

it("offers a citation and an embed of the row that a link led to", () => {
  const filing = { accessionNumber: "1", place: "I-2" };
  const html = renderToStaticMarkup(<SharePanel url="/filings/1/rows/I-2" site={SITE} filing={filing} />);
  expect(hrefs(html)).toEqual(
    expect.arrayContaining(["/filings/1/citation/ris?row=I-2", "/embed/filings/1?row=I-2", "/filings/1.csv"]),
  );
});

it("cites any other page by its title and the day, and has the query of the page in its link, picture and data", () => {
  const cited = { title: "Transactions: code P", isPast: false, day: "2026-11-28" };
  const html = renderToStaticMarkup(<SharePanel url="/transactions?code=P" site={SITE} cited={cited} />);
  expect(html.replace(/<[^>]+>/g, "")).toContain(
    `Section 16, “Transactions: code P”, as of November 28, 2026. ${SITE}/transactions?code=P`,
  );
  expect(hrefs(html)).toEqual([
    "/transactions/card.png?code=P",
    "/transactions.json?code=P",
    "/transactions.csv?code=P",
  ]);
});

it("cites a page as of a past day with that day in its title, and the day on which it was read as such", () => {
  const cited = { title: "Tollefsen, as known on February 19, 2024", isPast: true, day: "2026-11-28" };
  const html = renderToStaticMarkup(<SharePanel url="/insiders/7?as_of=2024-02-19" site={SITE} cited={cited} />);
  expect(html.replace(/<[^>]+>/g, "")).toContain(
    `Section 16, “Tollefsen, as known on February 19, 2024”, accessed November 28, 2026. ${SITE}/insiders/7?as_of=2024-02-19`,
  );
  expect(hrefs(html)).toContain("/embed/insiders/7?as_of=2024-02-19");
});

it("offers an embed of an insider, and no picture where nothing can be drawn", () => {
  expect(hrefs(renderToStaticMarkup(<SharePanel url="/insiders/7" site={SITE} />))).toContain("/embed/insiders/7");
  const html = renderToStaticMarkup(<SharePanel url="/transactions?group=issuer" site={SITE} hasCard={false} />);
  expect(html).not.toContain("Picture");
});
