import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { filingJson } from "@/app/filings/[accession]/filing-json";
import { findFiling } from "@/app/filings/[accession]/view";
import { readListQuery } from "@/app/filtered-list";
import { readInsiderQuery } from "@/app/insiders/[cik]/query";
import { loadInsiderView } from "@/app/insiders/[cik]/view";
import { readIssuerQuery } from "@/app/issuers/[cik]/query";
import { loadIssuerView } from "@/app/issuers/[cik]/view";
import { loadTransactionsView } from "@/app/transactions/view";
import { entryNotes } from "@/components/notes/entry-notes";
import { FactsOfNote } from "@/components/notes/facts-of-note";
import { notesToOpen } from "@/components/notes/notes-to-open";
import type { FilingEntry } from "@/lib/record/filing";
import { noteKey } from "@/lib/views/note";
import { filingForTest, KESTREL, TOLLEFSEN } from "@/testing/ingested-filing-for-test";
import { serveFilings } from "@/testing/serve-for-test";

const NUMBER = "9999000001-25-000001";
const GIFT = "The shares were given to a donor advised fund, and no consideration was received.";
const HELD = "The shares are held by the Marrow Family Trust, of which the reporting person is trustee.";

const FILINGS = [
  filingForTest({
    n: 1,
    filed: "2025-06-03",
    notes: { F1: GIFT, F2: HELD },
    remarks: HELD,
    rows: [
      { code: "G", letter: "D", date: "2025-06-02", shares: "5", price: "0", priceNote: "F1", held: "90" },
      { held: "412", nature: "See footnote", natureNote: "F2" },
    ],
  }),
];

describe("stated facts on pages", () => {
  const database = serveFilings(FILINGS);

  const store = (text: string, facts: object) =>
    database().pool.query("update stated_facts set facts = $2 where text_md5 = md5($1)::uuid", [text, facts]);
  const filing = async () => {
    const found = await findFiling(NUMBER);
    if (found.outcome !== "found") throw new Error(found.outcome);
    return found.view;
  };
  /** The first footnote as each page that lists filings shows it when opened. */
  const listedNotes = async () => {
    const transactions = await loadTransactionsView(readListQuery(new URLSearchParams()));
    const insider = await loadInsiderView(TOLLEFSEN[0], readInsiderQuery(new URLSearchParams()), "2025-07-01");
    const issuer = await loadIssuerView(KESTREL[0], readIssuerQuery(new URLSearchParams()));
    const entries = [transactions.page.entries[0], insider?.transactions.lines[0]?.entry, issuer?.latest.entries[0]];
    return entries.map((entry) => entry && noteOf(entry));
  };
  const noteOf = (entry: FilingEntry) => entryNotes(entry, entry.rows)[noteKey(NUMBER, "F1")];

  const READ = "Gift: to a donor-advised fund";
  const STORED = "Gift: to family";

  test("are read when a filing is derived", async () => {
    const view = await filing();
    expect(filingJson(view).notes.map(({ facts }) => Object.keys(facts))).toEqual([["gift"], ["holder"], ["holder"]]);
    expect((await listedNotes()).map((note) => note?.facts)).toEqual([[READ], [READ], [READ]]);
  });

  test("are the stored ones on every page and in its data", async () => {
    await store(GIFT, { gift: { value: { to: "family" }, spans: [[4, 10]] } });
    const view = await filing();
    expect(notesToOpen(NUMBER, view.notes, view)[noteKey(NUMBER, "F1")]).toMatchObject({
      facts: [STORED],
      stated: [[4, 10]],
    });
    expect(filingJson(view).notes[0]).toMatchObject({ facts: { gift: { to: "family" } }, spans: { gift: [[4, 10]] } });
    expect((await listedNotes()).map((note) => note?.facts)).toEqual([[STORED], [STORED], [STORED]]);
  });

  test("give a holding its name on the pages of the insider and the issuer", async () => {
    const names = async () => {
      const insider = await loadInsiderView(TOLLEFSEN[0], readInsiderQuery(new URLSearchParams()), "2025-07-01");
      const issuer = await loadIssuerView(KESTREL[0], readIssuerQuery(new URLSearchParams()));
      return [
        insider?.balances.flatMap(({ vehicleName }) => vehicleName ?? []),
        issuer?.roster.now.insiders.flatMap(({ holdings }) =>
          holdings.indirect.flatMap(({ lines }) => lines[0]?.vehicle),
        ),
      ];
    };
    expect(await names()).toEqual([["Marrow Family Trust"], ["Marrow Family Trust"]]);
    await store(HELD, { holders: { value: [{ name: "Alder LLC", kind: "llc", role: null }], spans: [[0, 3]] } });
    expect(await names()).toEqual([["Alder LLC"], ["Alder LLC"]]);
  });

  test("are not read from the text while a filing waits to be derived, and the page says so", async () => {
    expect(filingJson(await filing()).isDerived).toBe(true);
    // Another filing with the same texts may be derived first.
    await database().pool.query("insert into filing_to_derive (accession_number) values ($1)", [NUMBER]);
    const view = await filing();
    expect(filingJson(view)).toMatchObject({ isDerived: false, notes: [{ facts: {} }, { facts: {} }, { facts: {} }] });
    const notes = [notesToOpen(NUMBER, view.notes, view)[noteKey(NUMBER, "F1")], ...(await listedNotes())];
    for (const note of notes) {
      expect(note).toMatchObject({ text: GIFT, isWaiting: true });
      expect(renderToStaticMarkup(note && <FactsOfNote note={note} />)).toContain(
        "We have not read its footnotes yet.",
      );
    }
  });
});
