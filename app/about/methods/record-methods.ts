import type { WrittenMethod } from "@/app/about/methods/methods";

/** What is derived of filings: what amends what, what is one trade, under which plan, how late. */
export const RECORD_METHODS: readonly WrittenMethod[] = [
  {
    id: "amendments",
    title: "Amendments and what they replace",
    text: "The forms give the date of the original and never its number. An amendment is linked to the filing before it on the same issuer and form whose owners are the same and whose dates fit best: first original date and period, then the original date, then the period, then the period with rows in common. Of several the one with most rows in common is taken, or none. A row of the amendment then takes the place of the row it restates, one to one: of the same table and kind, agreeing in security, date, code, letter and way of holding, and then in shares, price or balance; one that only corrects one of these needs the balances, or equal numbers of rows, to bear it out. Rows that it does not restate stand: an amendment may hold a single row, holdings alone, or what had been left out. A chain ends at its last amendment.",
    cases: [
      { name: "Original not held", meaning: "no filing held here fits; its rows count beside all others." },
      { name: "Several filings fit", meaning: "and their rows do not tell which; nothing is replaced." },
    ],
    source:
      "documentType, dateOfOriginalSubmission, periodOfReport, owners and rows of both filings, and, where values do not tell, what remarks and notes say of additions.",
    limits: [
      "Nothing is deleted. Replaced rows leave lists, charts and totals, and stay on their filing’s page.",
      "An amendment by owners none of whom has a CIK, or none of whom filed the original, is not linked.",
      "A row that an amendment takes back without putting another in its place stands.",
    ],
  },
  {
    id: "events",
    title: "One trade in several filings",
    text: "Rows of several filings report one trade if they agree in issuer, table, security, date, code, letter, shares, price and balance (of derivatives also exercise price and expiry), and if something ties the filings: a shared owner, or a note, remark or nature of ownership in one that names an owner or vehicle of the other. It is counted once in every total, with all its filings and owners as evidence; the report that EDGAR accepted first counts, then that with the lowest accession number. A joint filing’s rows are one report already.",
    source:
      "the rows, owners, footnotes, remarks and natures of ownership of filings on one issuer. Agreement alone is not enough: the grants of a whole board agree in everything.",
    limits: [
      "Rows of one filing are never one trade, however equal: they are tranches.",
      "Two reports of one trade that state different balances or prices stay two, unless they agreed before an amendment changed one of them.",
      "Names are matched word by word. An owner who is named only by a role, or by another name, is no tie; one whose name is made of common words (“Growth Capital Partners LLC”) has to be named by all of it.",
    ],
  },
  {
    id: "totals",
    title: "Sums of purchases and sales",
    formula:
      "purchases = Σ value of rows in Table I with code P and letter A\nsales = Σ value of rows in Table I with code S and letter D",
    text: "Each trade once, as last amended. Lists sum by filing date, the charts of an insider and of an issuer by trade date. Purchases and sales are never netted. An insider’s sums at an issuer hold every trade that a filing of theirs reports, joint ones too; they do not add up to the issuer’s.",
    source: "the rows in view of Forms 4 and 5, and of Form 3 where one holds a transaction.",
    limits: [
      "Codes P and S cover private trades as well as those on a market.",
      "A row without shares or price is counted, and adds nothing to the value; how many these are is said beside the sum.",
      "A row whose letter contradicts its code, and one whose price a note states in another currency, are in neither sum and are counted apart.",
      "Currencies are told by notes to the price alone: a price in another currency that no note speaks of is taken for dollars.",
    ],
  },
  {
    id: "clusters",
    title: "Clusters of purchases",
    formula:
      "cluster = all purchases between two trade dates at most D days apart, by at least N insiders, for at least F dollars",
    text: "A purchase is a row of Table I with code P and letter A, each trade once, as last amended. N is three, D is thirty and F is nothing unless the reader asks for others; trades under 10b5-1 plans are in or out. Owners who ever filed a purchase together, or report one trade together, count as one insider. A cluster is as long as the rule lets it be. Where such stretches overlap, the one with the most insiders stands, then the one of the larger value, then the earlier; what lies before and after it is then looked at by itself.",
    source:
      "all purchases of the issuer, whatever the other filters of the page; dates only choose which clusters are shown. The parameters are cluster-insiders, cluster-days, cluster-floor and cluster-plan.",
    limits: [
      "Buying close together says nothing of acting together.",
      "On an issuer’s page the newest 5,000 purchases are looked at. On the page of all issuers the dates are cut to a year, and who files with whom is told from three years before; each says so where it cuts.",
      "The average price is value over shares of the rows that state both. Splits do not change it.",
    ],
  },
  {
    id: "plans",
    title: "Under a 10b5-1 plan",
    text: "The box on the form speaks for the whole document, notes for their rows. If the own note of some purchase or sale puts it under a plan, only such rows are; else a checked box counts for all rows of codes P and S but those whose own note denies it. Without a checked box, remarks or a note that speaks of the whole form do. Other codes are never shown as under a plan. The day of adoption is given only where one day and no other is stated.",
    cases: [
      { name: "Box", meaning: "the box is checked, and no note says otherwise of the row." },
      { name: "Note", meaning: "the box is not checked, or not there; the note is named." },
      { name: "Not indicated", meaning: "neither says so. That is not to say that there was no plan." },
      { name: "No box on this form", meaning: "forms have had the box since April 2023; before, only notes can tell." },
    ],
    source: "aff10b5One, the footnotes of the row, the remarks (Rule 10b5-1(c)).",
    limits: [
      "A note that denies a plan, or speaks of another trade’s, is told from one that states it by its wording alone.",
      "Trades under a plan of one day of adoption are listed as one plan; where no day is stated they may be of several.",
    ],
  },
  {
    id: "lateness",
    title: "Days from trade to filing",
    formula: "days = business days after the trade up to and including the filing date",
    text: "A filing is as late as its row that was due first. Business days leave out weekends, federal holidays by rule, and days on which EDGAR was closed; days of a government shutdown count. The filer’s own mark for early or late (E, L) stands beside it and changes nothing.",
    cases: [
      {
        name: "Form 4",
        meaning:
          "due on the second business day after the trade, or after the deemed execution date where that is later (Rule 16a-3(g)). For trades before August 29, 2002: on the tenth day of the next month.",
      },
      {
        name: "Form 3",
        meaning:
          "due ten days after the event that is its period (Rule 16a-3(a)). In an initial public offering it was due sooner, which no form states.",
      },
      {
        name: "Form 5",
        meaning:
          "due 45 days after the end of the fiscal year that is its period (Rule 16a-3(f)). A row on it that is marked as late for Form 4 is measured by Form 4’s rule, and so are gifts made since February 27, 2023.",
      },
      {
        name: "Not due",
        meaning:
          "holdings, rows reported earlier than required, codes that belong on Form 5 on a Form 4, what an amendment says again, and trades before the owner had to report.",
      },
    ],
    source:
      "transactionDate, deemedExecutionDate, transactionFormType, transactionTimeliness, periodOfReport, filing date.",
    limits: [
      "Not known where the filing date or a trade date is not known, or lies after the filing.",
      "A day due on a closed day is due on the next business day (Rule 0-3). The calendar of EDGAR’s closures holds those that are known.",
      "An award for performance that a note dates to a later day than its row is not measured.",
      "A late filing may be excused, and the day of filing says nothing of the reason.",
    ],
  },
  {
    id: "order",
    title: "Newest first",
    text: "Filings are ordered by the time at which EDGAR accepted them; where that is not known, by the filing date, else the last date of signature, else the period of report; then by accession number. Times are those of New York.",
    source: "the header of the submission (ACCEPTANCE-DATETIME), the signatures and periodOfReport.",
    limits: [
      "A document that was ingested without its header has no filing date. It is placed by its signature, says so, and filters on the filing date leave it out and say how many.",
    ],
  },
];
