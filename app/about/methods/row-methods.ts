import type { WrittenMethod } from "@/app/about/methods/methods";

/** What is derived of rows: values, balances, and what belongs together. */
export const ROW_METHODS: readonly WrittenMethod[] = [
  {
    id: "value",
    title: "Value of a transaction",
    formula: "value = shares × price per share",
    text: "Exact, and not shown where either is missing. A row of Table II may state a total value instead: that stands as filed, and lists and charts take it for the value.",
    source:
      "the number and the price of the row itself (transactionShares, transactionPricePerShare, transactionTotalValue).",
    limits: [
      "A price that only a footnote states is not read: the value is then not known.",
      "An average is taken as the price, as the filer did; its range is another matter (Averages and price ranges).",
      "Some filers put a total where a price per share belongs. The product is then far too large, and is shown all the same.",
      "Nothing is converted. Where a footnote to the price says that it is in another currency than US dollars, the row is in no sum.",
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
    id: "holding-lines",
    title: "Holding lines and latest holdings",
    text: "A holding line is a chain of balances that belong together: one group of owners, issuer, table and security, held directly or through one vehicle; of a derivative also exercise price and expiry. Titles are compared without par value, capitals, and singular or plural. The vehicle is the nature of ownership, or the footnote that it only points to (“See footnote”), by its text and not by its number. A row under a new name – a joint owner joined or left, a vehicle or a title was reworded – continues another line only if its balance follows exactly from that line’s last one and from no other’s. A line is named by the row at which it begins; the latest holding is its last balance, and a total is the sum of the lines it lists.",
    source:
      "securityTitle, directOrIndirectOwnership, natureOfOwnership, conversionOrExercisePrice, expirationDate, the texts of their footnotes, and the balances (sharesOwnedFollowingTransaction).",
    limits: [
      "A balance that was reported with others is marked “joint”: it may be that of any of them, and stands with each.",
      "The same block on the filings of several insiders is a line of each of them.",
      "A vehicle that was renamed while its balance changed without a report begins a new line.",
      "A line ends at its last report. Nothing says that the holding is still the same today.",
      "Rows that state a value and not a number of shares are on no line, and neither are rows that an amendment replaced.",
    ],
  },
  {
    id: "checks",
    title: "Check of a balance, and reasons for gaps",
    formula:
      "expected = prior balance of the line + shares acquired − shares disposed of\ndifference = reported − expected",
    text: "Every row with a balance is checked against the one before it on its line: first, consistent, a gap with its signed difference, or not comparable. If either balance has a fraction, a difference under 1 is rounding and agrees. Rows stand by trade date; where the rows of one filing follow each other only in another order, they stand in the order that their balances prove. What an amendment restates stands where its original stood. A gap carries a reason where a note or a row gives one, with the words it was read from:",
    cases: [
      {
        name: "Employee plan, dividend reinvestment",
        meaning:
          "a note names purchases under an employee plan or dividends reinvested, exempt from reporting (Rules 16b-3 and 16a-11), and the number that is missing; only where shares were added.",
      },
      { name: "Split", meaning: "see below." },
      {
        name: "Transfer",
        meaning:
          "a note says that shares moved to another form of ownership (Rule 16a-13), or exactly one other line of the same owners and security has the opposite difference between the same days.",
      },
      {
        name: "Amendment",
        meaning:
          "a note speaks of a correction and its number, or the balance follows from what the row before said until it was amended.",
      },
      {
        name: "Reported later",
        meaning: "a trade before it was filed only after it: without that trade the balance follows.",
      },
      {
        name: "Next balance makes good",
        meaning: "the difference beside it is the same with the other sign: one of the two may be a slip of the pen.",
      },
      {
        name: "Missing filing",
        meaning:
          "an amendment of the same owners, on either side or with a period between the two, whose original is not held: what that one reported is missing.",
      },
      {
        name: "One balance for several rows",
        meaning: "every row of the line in that filing states the balance after the last of them.",
      },
      {
        name: "Stated in a note",
        meaning:
          "a note of the row itself says the exact number in other words, such as “includes 412 restricted units”.",
      },
    ],
    source:
      "the balances, shares and letters of the line’s rows in filings held here, then the notes of the row, the other notes, and the remarks. A note counts by the exact number, or, without one, if it belongs to the balance and names the cause; a note that states another number explains nothing.",
    limits: [
      "Not comparable is a row without balance, shares or letter, and one before which a transaction states no balance of its own.",
      "A gap without a reason is not an error of anybody’s: much need not be reported, and only filings that are held can be compared.",
      "Reasons are read from wording. What is not read leaves the gap unexplained; it is never explained by guess.",
    ],
  },
  {
    id: "splits",
    title: "Splits told from balances",
    formula: "balance after = balance before × new ÷ old, to less than one share",
    text: "A split of an issuer’s shares is taken as such if a note or remark states its ratio and a balance fits it, or if the balances of at least two insiders who have filed nothing together changed by the same simple ratio between the same days, so that chance would bring it about less often than once in ten thousand. Simple are whole numbers up to 100 for one and one for up to 1,000, and 3:2, 4:3, 5:2, 5:3 and 5:4. The day is that of the note; else the days between which it happened are given. Each split lists the rows that show it.",
    source: "gaps of balances (see above), footnotes and remarks of the issuer’s insiders.",
    limits: [
      "A split adjusts the drawn line of holdings before it, and only of lines that go through it. No number that was filed is changed.",
      "Balances under 100 shares prove nothing, and equal grants to a whole board count once.",
      "A split that no note states and that one insider alone shows is not told.",
    ],
  },
  {
    id: "pairs",
    title: "Pairs: exercises, conversions and transfers",
    text: "An exercise or conversion stands in Table I as shares received and in Table II as the derivative given up: rows of one code, day and number of shares are its two sides, of several those with the same price; what is left over of a code and day is one exercise if the sums agree. Rows of code G, W, Z or J of one filing, day and number of shares with opposite letters, held in different ways, are the two legs of a transfer between lines. Charts draw each once; tables show every row. Code M stands for both: a row is called an exercise where Table II reports an exercise price, else a conversion.",
    source:
      "code, date, shares and letter of the rows of one filing; exercise price and underlying shares of Table II.",
    limits: [
      "Rows are paired only where their shares agree, one by one or as a whole.",
      "Which of two equal grants was exercised is not told where neither price nor expiry says it.",
    ],
  },
];
