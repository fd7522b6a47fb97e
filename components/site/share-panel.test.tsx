import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SharePanel } from "./share-panel";

const CITATION = "Tollefsen, Ingrid M. Form 4: Kestrel Grid Systems, Inc.";
const SITE = "https://insiders.example.org";
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);

it("offers a filing's link, citations, embed code, picture and data, without script", () => {
  const html = renderToStaticMarkup(
    <SharePanel url="/filings/1" site={SITE} citation={CITATION} filing={{ accessionNumber: "1" }} />,
  );
  expect(html).toContain(`${SITE}/filings/1<`);
  expect(html).toContain(`>${CITATION}<`);
  expect(html).toContain(`&lt;iframe src=&quot;${SITE}/embed/filings/1&quot;`);
  expect(hrefs(html)).toEqual([
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

it("is opened and closed by buttons that name it", () => {
  const html = renderToStaticMarkup(<SharePanel url="/transactions" site={SITE} citation={CITATION} />);
  const [, id] = html.match(/<div id="([^"]*)" popover="auto"/) ?? [];
  expect(id).toBeTruthy();
  expect(html.match(/popoverTarget="([^"]*)"/gi)).toEqual([`popoverTarget="${id}"`, `popoverTarget="${id}"`]);
});

it("offers a citation and an embed of the row that a link led to", () => {
  const filing = { accessionNumber: "1", place: "I-2" };
  const html = renderToStaticMarkup(
    <SharePanel url="/filings/1/rows/I-2" site={SITE} of="row I·2" citation={CITATION} filing={filing} />,
  );
  expect(html).toContain("<b>Share row I·2</b>");
  expect(hrefs(html)).toEqual(
    expect.arrayContaining(["/filings/1/citation/ris?row=I-2", "/embed/filings/1?row=I-2", "/filings/1.csv"]),
  );
});

it("has the query of any other page in its link, picture and data, and buttons that copy link and citation", () => {
  const html = renderToStaticMarkup(<SharePanel url="/transactions?code=P" site={SITE} citation={CITATION} />);
  expect([...html.matchAll(/ value="([^"]*)"/g)].map(([, text]) => text)).toEqual([
    `${SITE}/transactions?code=P`,
    CITATION,
  ]);
  expect(hrefs(html)).toEqual([
    "/transactions/card.png?code=P",
    "/transactions.json?code=P",
    "/transactions.csv?code=P",
  ]);
});

it("offers the embed of a page as of a past day with that day", () => {
  const html = renderToStaticMarkup(<SharePanel url="/insiders/7?as_of=2024-02-19" site={SITE} citation={CITATION} />);
  expect(hrefs(html)).toContain("/embed/insiders/7?as_of=2024-02-19");
});

it("names the frame of an insider or issuer as filed", () => {
  const html = renderToStaticMarkup(
    <SharePanel url="/issuers/1318605" name="Tesla, Inc." site={SITE} citation={CITATION} />,
  );
  expect(html).toContain("title=&quot;Tesla, Inc., Section 16&quot;");
});

it("offers an embed of an insider, and no picture where nothing can be drawn", () => {
  expect(hrefs(renderToStaticMarkup(<SharePanel url="/insiders/7" site={SITE} citation={CITATION} />))).toContain(
    "/embed/insiders/7",
  );
  const html = renderToStaticMarkup(
    <SharePanel url="/transactions?group=issuer" site={SITE} citation={CITATION} hasCard={false} />,
  );
  expect(html).not.toContain("Picture");
});
