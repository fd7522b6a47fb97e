import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FootnoteMarkers } from "./footnote-markers";
import { NotesInPlace } from "./notes-in-place";
import { NotesList } from "./notes-list";
import { OpenNotesRow } from "./open-notes-row";

const accessionNumber = "9999000001-25-000001";
const notes = { [`${accessionNumber}#F3`]: { text: "Sold in several trades.\nDetails on request." } };
const F3 = { anchor: "F3", footnoteId: "F3", repeatsId: false, uses: [{ place: "price", rows: ["I-2"] }] };
const markers = <FootnoteMarkers accessionNumber={accessionNumber} row="I-2" footnotes={["F3"]} />;

describe("a footnote marker, as the server sends it", () => {
  it("links to the footnote on the filing's page", () => {
    const html = renderToStaticMarkup(<NotesInPlace notes={notes}>{markers}</NotesInPlace>);
    expect(html).toContain(`href="/filings/${accessionNumber}#F3"`);
    expect(html).toContain('aria-label="Footnote 3"');
  });

  it("links within the page on the filing's own page", () => {
    const here = <FootnoteMarkers accessionNumber={accessionNumber} row="I-2" footnotes={["F3"]} isHere />;
    expect(renderToStaticMarkup(here)).toContain('href="#F3"');
  });

  it("shows one or two markers in a column; one link opens three or more", () => {
    const column = (ids: string[]) =>
      renderToStaticMarkup(<FootnoteMarkers accessionNumber={accessionNumber} row="I-2" footnotes={ids} inColumn />);
    expect(column(["F1", "F2"])).not.toContain("data-opens-notes");
    const three = column(["F1", "F2", "F3"]);
    expect(three).toContain(`href="/filings/${accessionNumber}#I-2" data-opens-notes="row">3 footnotes</a>`);
    // The hidden markers stay in the page, because the link and the key `n` open their footnotes.
    expect(three.match(/<span hidden="">.*data-footnote="F1".*data-footnote="F3"/)).not.toBeNull();
  });

  it("is not rendered for a field without footnotes", () => {
    const none = <FootnoteMarkers accessionNumber={accessionNumber} row="I-2" footnotes={[]} />;
    expect(renderToStaticMarkup(<NotesInPlace notes={notes}>{none}</NotesInPlace>)).toBe("<div></div>");
  });
});

it("sends the text of a footnote once, although it can open in several places", () => {
  const html = renderToStaticMarkup(
    <NotesInPlace notes={notes} here={accessionNumber}>
      <table>
        <tbody>
          <OpenNotesRow accessionNumber={accessionNumber} row="I-2" columns={5} />
        </tbody>
      </table>
      <NotesList accessionNumber={accessionNumber} footnotes={[F3]} />
    </NotesInPlace>,
  );
  expect(html.split("Sold in several trades.\nDetails on request.")).toHaveLength(2);
  expect(html).toContain('<li id="F3">');
  expect(html).toContain('<a href="#I-2">row I·2</a>');
});
