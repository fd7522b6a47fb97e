import { Limits, Source } from "@/components/about/method";
import { FACT_NAMES } from "@/lib/footnotes/fact-names";

const factNames = new Intl.ListFormat("en-GB").format(FACT_NAMES.map(({ words }) => words.toLowerCase()));

export const FactsMethod = () => (
  <>
    <p>
      We read footnotes and remarks for what they state explicitly: {factNames}. Each fact has a place in the text, and
      its words are underlined when you open the footnote. We take numbers and dates only as written, and calculate
      nothing from them. Something that a footnote denies, or says about a transaction other than those reported, is not
      a fact.
    </p>
    <p>
      EDGAR limits a footnote to 1,000 characters. If one was cut at the limit and continues in the next, we read them
      together. Identical texts state identical facts, so we store facts once for each text.
    </p>
    <Source>
      the text of footnotes and remarks, one at a time. We never use the tables or other filings for these facts.
    </Source>
    <Limits>
      <li>
        Facts depend on wording alone. We miss a fact whose wording we do not know, and may misread an unusual sentence.
        The footnote itself is shown with every fact.
      </li>
      <li>The text is shown as filed, and never corrected.</li>
      <li>
        A fact in a footnote belongs to one of the rows that cite it, but not necessarily to all of them. The filter
        facts=with finds every row that cites a footnote with a fact, in any cell; facts=without finds all others.
      </li>
    </Limits>
  </>
);

export const PriceRangesMethod = () => (
  <>
    <p>
      A price is marked “avg” if a footnote to it says that it is an average. We show the range with it only if the
      footnotes to that price state one low and one high and no others, and the price lies between them.
    </p>
    <p>
      We mark ranges in US dollars that are wider than $1. The SEC staff’s letter of June 25, 2008 allows trades made on
      one day to be reported in one row at their average price if their prices are within $1 of each other.
    </p>
    <Source>the footnotes to transactionPricePerShare.</Source>
    <Limits>
      <li>
        If the price is outside its range, perhaps because of a typing error, we read the range in the footnote but do
        not show it with the price.
      </li>
      <li>
        A range wider than $1 does not mean that a rule was broken. The row may also contain trades that the letter does
        not cover.
      </li>
    </Limits>
  </>
);

export const CoversMethod = () => (
  <>
    <p>
      We mark a sale (code S) as made to cover tax or the exercise price if one of the row’s own footnotes says that
      shares were sold for that purpose.
    </p>
    <Source>all footnotes of the row.</Source>
    <Limits>
      <li>Not every share in the row was necessarily sold for that purpose: some footnotes say “partly”.</li>
    </Limits>
  </>
);

export const FootnoteSearchMethod = () => (
  <>
    <p>
      You can search every footnote and all remarks. We compare the words of the filing by their stems, so “vesting”
      also finds “vests”. “Best first” ranks the newest 10,000 footnotes with your words by how often the words occur
      and how close together they are.
    </p>
    <Source>the text of footnotes and remarks.</Source>
    <Limits>
      <li>
        Words that are in every text, such as “the”, “of” and “and”, are ignored, except for their position in a phrase.
      </li>
      <li>The search also finds footnotes of rows that an amendment has replaced, and marks them.</li>
    </Limits>
  </>
);
