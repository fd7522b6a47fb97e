import type { MethodProps } from "@/components/about/method";

/** Every derived figure of the product, in the order of the page. */
export const METHODS: (Omit<MethodProps, "children"> & { text: React.ReactNode })[] = [
  {
    id: "value",
    title: "Value of a transaction",
    formula: "value = shares × price per share",
    text: "Exact, and not shown where either is missing. A row of Table II may state a total value instead: that stands as filed, and lists and charts take it for the value.",
    source:
      "the number and the price of the row itself (transactionShares, transactionPricePerShare, transactionTotalValue).",
    limits: [
      "A price that only a footnote states is not read: the value is then not known.",
      "A weighted average is taken as the price, as the filer did.",
      "Some filers put a total where a price per share belongs. The product is then far too large, and is shown all the same.",
    ],
  },
  {
    id: "change",
    title: "Change of a holding",
    formula:
      "balance before = balance after − shares acquired, or + shares disposed of\nchange = (balance after − balance before) ÷ balance before",
    text: "In percent with one decimal under 100 and none above; “new” from a balance of zero.",
    source: "the row’s own shares, its letter A or D, and its balance after the transaction.",
    limits: [
      "The balance is that of one security held in one way, and not all that the insider holds.",
      "It is not shown where the balance before would be negative, or where a part is not reported.",
    ],
  },
  {
    id: "lines",
    title: "Holding lines",
    text: "Rows whose balances belong together: one issuer, table, security, form of ownership and vehicle; of a derivative also exercise price and expiry. Securities are compared without par value, capitals, and singular or plural. The vehicle is the nature of ownership, or the footnote that it only points to (“See footnote”). A row under a new name continues another line of the security if its balance follows exactly from that line’s last one, and from no other’s.",
    source:
      "securityTitle, directOrIndirectOwnership, natureOfOwnership, the texts of their footnotes, and the balances.",
    limits: [
      "A vehicle that was renamed while its balance changed without a report begins a new line.",
      "A line ends at its last report. Nothing says that the holding is still the same today.",
      "Rows in which a balance is stated as a value and not in shares are on no line.",
    ],
  },
  {
    id: "balance",
    title: "Check of a balance",
    formula:
      "expected = prior balance of the line + shares acquired − shares disposed of\ndifference = reported − expected",
    text: "A row agrees if the difference is zero. If either balance has a fraction, a difference under 1 is taken for the filer’s rounding and agrees too. The first row of a line has nothing to be compared with; one without shares, letter or balance cannot be.",
    source:
      "the balances of the line’s consecutive reports (sharesOwnedFollowingTransaction), and the shares and letter of the row.",
    limits: [
      "A difference is not an error: splits, purchases by plan, dividends reinvested and transfers between vehicles need not be reported, and are often explained in a footnote.",
      "Only filings that are held here can be compared. Where one is missing, the next shows a difference.",
      "Where no prior balance is known, the opening balance of a line is worked back from its first row, and said to be implied.",
      "Amendments are left out of lines.",
    ],
  },
  {
    id: "sums",
    title: "Sums of purchases and sales",
    formula:
      "purchases = Σ value of rows in Table I with code P and letter A\nsales = Σ value of rows in Table I with code S and letter D",
    text: "Of original filings only. An amendment restates what its original says, so amendments are left out, and nothing is counted twice. Lists sum by filing date, the charts of an insider and of an issuer by trade date. Purchases and sales are never netted.",
    source: "the rows of Forms 4 and 5 in view, and of Form 3 where one holds a transaction.",
    limits: [
      "Codes P and S cover private trades as well as those on a market.",
      "A row without shares or price is counted, and adds nothing to the value; how many these are is said beside the sum.",
      "A row whose letter contradicts its code is in neither sum.",
      "What an amendment corrects stays wrong in the sum.",
      "One filing by several owners is counted once. Where several filings report the same trade, as the members of a group may, each is counted.",
      "Prices in different currencies are added up as if they were one.",
    ],
  },
  {
    id: "plan",
    title: "Under a 10b5-1 plan",
    text: "The box on the form speaks for the whole document. If a footnote of some purchase or sale in it names such a plan, only the rows with such a footnote count as under a plan; else a checked box counts for all rows of codes P and S. Other codes are never shown as under a plan.",
    source: "aff10b5One, and the footnotes of the row. Forms have had the box since April 2023.",
    limits: [
      "Before April 2023 only footnotes can tell: a row without one is “not indicated”, which does not mean that there was no plan.",
      "A footnote that denies a plan is told from one that states it by its wording alone.",
      "The plan part of sums over the lists of filings goes by the box alone.",
    ],
  },
  {
    id: "exercise",
    title: "Exercise or conversion, and trades drawn once",
    text: "Code M stands for both: a row is called an exercise where Table II reports an exercise price, else a conversion. An exercise stands in both tables and is drawn as one mark, and so is a gift that is reported as given and as received. In the tables every row stands by itself.",
    source: "code, date and shares of the rows of one filing; exercise price and underlying shares of Table II.",
    limits: ["Rows are paired only where their shares agree, one by one or as a whole."],
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
  {
    id: "names",
    title: "Names in reading order",
    text: "EDGAR has the surname first (“Saxon Michael J”), without a mark where it ends. Headlines give a name in reading order only where a signature of the person’s filings spells it so; everywhere else it stands as filed.",
    source: "rptOwnerName and the signatures.",
    limits: ["A person for whom only others sign keeps the order of the filing."],
  },
  {
    id: "search",
    title: "Search",
    text: "Every word looked for must begin a word of one name, of today or of before; the order does not matter. An exact accession number, CIK or ticker leads straight to its page, where it means one thing only.",
    source: "all names and symbols that filings held here were made under.",
    limits: [
      "Symbols are as filed: they may be wrong, old, or used by another company today.",
      "Addresses are not searched.",
    ],
  },
];
