import { Formula, Limits, Source } from "@/components/about/method";

export const AmendmentsMethod = () => (
  <>
    <p>
      An amendment gives the date of the original filing, but not its number. We link it to an earlier filing on the
      same issuer and form, by the same owners, whose dates fit best. We try these in turn: the original date and the
      period; the original date alone; the period alone; the period, with rows in common. If several filings fit, we
      take the one with the most rows in common, or none.
    </p>
    <p>
      Each row of the amendment then replaces the row that it restates, one for one. The two must be in the same table
      and of the same kind; they must agree in security, date, code, letter and form of ownership, and also in shares,
      price or balance. If the amendment corrects only one of these, the balances, or equal numbers of rows, must
      support the match. Rows that are not restated still apply, because an amendment may contain a single row, holdings
      alone, or something that had been left out. A chain of amendments ends at the last one.
    </p>
    <ul>
      <li>
        <b>Original not found:</b> no filing in this database fits. The amendment’s rows count alongside all others.
      </li>
      <li>
        <b>Several filings fit:</b> their rows do not show which one is meant, so nothing is replaced.
      </li>
    </ul>
    <Source>
      documentType, dateOfOriginalSubmission, periodOfReport, and the owners and rows of both filings. If the values do
      not decide, we look at what the remarks and footnotes say about additions.
    </Source>
    <Limits>
      <li>
        Nothing is deleted. Replaced rows are left out of lists, charts and totals, and remain on the page of their
        filing.
      </li>
      <li>We do not link an amendment if none of its owners has a CIK, or if none of them filed the original.</li>
      <li>If an amendment withdraws a row without putting another in its place, the row still counts.</li>
    </Limits>
  </>
);

export const SameTradesMethod = () => (
  <>
    <p>
      Joint owners often report the same trade in filings of their own. We treat rows of several filings as one trade if
      they agree in issuer, table, security, date, code, letter, shares, price and balance (for derivatives, also in
      exercise price and expiry date) and if something connects the filings. That is either a shared owner, or a
      footnote, remark or nature of ownership in one filing that names an owner or vehicle of the other.
    </p>
    <p>
      Every total counts such a trade once, and lists all its filings and owners as evidence. The report that EDGAR
      accepted first is the one that counts; if the times are equal, the one with the lowest accession number. The rows
      of a joint filing are a single report to begin with.
    </p>
    <Source>
      the rows, owners, footnotes, remarks and natures of ownership of filings on one issuer. Agreement alone is not
      enough: the grants to a whole board agree in everything.
    </Source>
    <Limits>
      <li>Rows of one filing are never treated as one trade, even if they are identical: they are tranches.</li>
      <li>
        Two reports of one trade that state different balances or prices are counted as two trades, unless they agreed
        before an amendment changed one of them.
      </li>
      <li>
        Names are matched word by word. An owner who is mentioned only by role, or under another name, is not a
        connection. A name made of common words (“Growth Capital Partners LLC”) must appear in full.
      </li>
    </Limits>
  </>
);

export const TotalsMethod = () => (
  <>
    <Formula>{`purchases = Σ value of rows in Table I with code P and letter A
sales = Σ value of rows in Table I with code S and letter D`}</Formula>
    <p>
      Each trade counts once, as last amended. Lists add up trades by filing date, and the charts of insiders and
      issuers by trade date. We never net purchases against sales. An insider’s totals at an issuer include every trade
      in the insider’s filings, including joint ones, so the totals of all insiders do not add up to the issuer’s.
      Purchases and sales of derivatives (Table II) are added up separately and shown next to the totals. Each lane of
      an insider’s chart counts the trades in both tables. If that differs from the totals, a line below the chart
      explains the difference.
    </p>
    <Source>the selected rows of Forms 4 and 5, and of any Form 3 that contains a transaction.</Source>
    <Limits>
      <li>Codes P and S cover private trades as well as trades on a market.</li>
      <li>
        A row without shares or a price is counted but adds nothing to the value. We state the number of such rows next
        to the total.
      </li>
      <li>
        Three kinds of row are counted separately and are not part of either total: those whose letter contradicts their
        code, those whose price, according to a footnote, is in another currency, and those with an{" "}
        <a href="#implausible">implausible price or number of shares</a>.
      </li>
      <li>
        We recognise currencies only from footnotes to the price. If a price is in another currency and no footnote says
        so, we treat it as dollars.
      </li>
    </Limits>
  </>
);

export const GroupsMethod = () => (
  <>
    <Formula>buy ratio = (purchases − sales) ÷ (purchases + sales), counted in trades</Formula>
    <p>
      Any list of transactions can be grouped by issuer, insider, issuer and day, industry, role or month. Purchases,
      sales and their values follow the rules for <a href="#totals">totals</a>. A trade that several filings report
      counts once in a group, so the list behind a group can have more transactions than the group has trades.
    </p>
    <ul>
      <li>
        <b>Insiders:</b> the owners of one filing count as one insider, the first that the filing names.
      </li>
      <li>
        <b>By insider or role:</b> a trade is in the group of each owner of its filing, or of each role that any of them
        has. These groups do not add up to a total.
      </li>
      <li>
        <b>By industry:</b> the major group, which is the first two digits of the issuer’s SIC code. Issuers whose code
        we do not know are a group of their own.
      </li>
      <li>
        <b>By day or month:</b> the trade date or, if it is missing or later than the filing date, the filing date.
      </li>
    </ul>
    <Source>the transactions that meet the filters of the list. Holdings are not grouped.</Source>
    <Limits>
      <li>
        A group’s values leave out purchases and sales without a price or a number of shares, and those that totals
        count separately. If no purchase in a group has a value, we show “—” for what was bought; the same applies to
        sales.
      </li>
      <li>
        An insider whom one filing names first and another second counts as two. An owner without a CIK is not counted.
      </li>
      <li>
        We say how many transactions are in no group, because what they are grouped by is not known. The minimum number
        of insiders and the minimum total leave out whole groups.
      </li>
    </Limits>
  </>
);

export const ClustersMethod = () => (
  <>
    <Formula>
      cluster = all purchases between two trade dates at most D days apart, by at least N insiders, for at least F
      dollars
    </Formula>
    <p>
      A purchase is a row of Table I with code P and letter A. Clusters of sales (cluster-code=S) are found in the same
      way, from rows with code S and letter D. Each trade counts once, as last amended. Unless you change them, N is
      three, D is 30 and F is zero; you can include or exclude trades under 10b5-1 plans. Owners who have ever filed a
      purchase together, or who report the same trade, count as one insider.
    </p>
    <p>
      A cluster is as long as the rule allows. If such periods overlap, we keep the one with the most insiders, then the
      one with the larger value, then the earlier one. We then examine what lies before and after it separately.
    </p>
    <Source>
      all purchases of the issuer’s shares, regardless of the other filters on the page; dates only select which
      clusters are shown. The parameters are cluster-code, cluster-insiders, cluster-days, cluster-floor and
      cluster-plan.
    </Source>
    <Limits>
      <li>Insiders who buy at about the same time are not necessarily acting together.</li>
      <li>
        On an issuer’s page we look at the newest 5,000 purchases. On the page for all issuers, the dates are limited to
        one year, and we look back three years to see who files together. Both pages say when a limit applies.
      </li>
      <li>
        The average price is value divided by shares, for the rows that state both. It is not adjusted for splits.
      </li>
    </Limits>
  </>
);

export const PatternsMethod = () => (
  <>
    <p>You can limit a list to trades that form one of these patterns with other trades in the same issuer:</p>
    <ul>
      <li>
        <b>Exercise and sale on the same day:</b> an owner exercised options or warrants (code M, X or O) and, on the
        same trade date, sold shares (code S in Table I); shares withheld for taxes or the exercise price (code F) are
        not a sale. An exercise counts only if its price is above zero: the price per share in Table I, or the exercise
        price in Table II. Restricted stock units that vest have code M too, but cost nothing. All rows of the exercise
        and of the sale are found, each of them once; group them by issuer and day to see each event as one.
      </li>
      <li>
        <b>Gift before a fall in the holding:</b> an owner gave away shares (code G in Table I), and within 90 days
        after that day disposed of more shares of the same <a href="#holding-lines">holding</a> than were acquired,
        other gifts aside. If one of these does not state how many shares, we do not say that the holding fell. This is
        about the number of shares held. We have no prices, so we do not know whether the share price fell.
      </li>
      <li>
        <b>Cluster:</b> the purchase is in a <a href="#clusters">cluster</a> of at least so many insiders who bought
        within 30 days, for any amount, under a plan or not. Sales form clusters by the same rule, from all sales with
        code S and letter D. All reports of a trade are in its cluster.
      </li>
    </ul>
    <p>
      Two filings have the same owner if one CIK is among the owners of both. Only rows as last amended count, and a
      trade date after the filing date is a typing error, so such a row forms no pattern.
    </p>
    <Source>
      transactionCode, transactionAcquiredDisposedCode, transactionDate, transactionPricePerShare,
      conversionOrExercisePrice, transactionShares, rptOwnerCik and issuerCik. JSON has <code>pattern</code> and{" "}
      <code>clusterInsiders</code>; CSV has them with the prefix <code>derived_</code>. The parameters are pattern and
      cluster-from.
    </Source>
    <Limits>
      <li>We know only the filings in this database. A fall that is not reported yet, or never, is not found.</li>
      <li>An exercise and a sale on the same day may have different reasons.</li>
      <li>
        Rows whose figures <a href="#implausible">are implausible</a> are in no cluster.
      </li>
    </Limits>
  </>
);

export const PlansMethod = () => (
  <>
    <p>
      The box on the form applies to the whole document; a footnote applies to the rows that cite it. If a row’s own
      footnote places any purchase or sale in the document under a plan, only rows with such a footnote are under a
      plan. Otherwise, a checked box covers all rows with codes P and S, except those whose own footnote denies it. If
      the box is not checked, the remarks or a footnote about the whole form decide.
    </p>
    <p>
      Rows with other codes are never shown as under a plan. We give an adoption date only if exactly one is stated.
    </p>
    <ul>
      <li>
        <b>Box:</b> the box is checked, and no footnote says otherwise about the row.
      </li>
      <li>
        <b>Footnote:</b> the box is not checked, or the form has none. We name the footnote.
      </li>
      <li>
        <b>Not indicated:</b> neither the box nor a footnote says so. There may still have been a plan.
      </li>
      <li>
        <b>No box on this form:</b> the box was added to the forms in April 2023. Before that, only footnotes can say.
      </li>
    </ul>
    <Source>aff10b5One, the footnotes of the row, and the remarks (Rule 10b5-1(c)).</Source>
    <Limits>
      <li>
        Only the wording distinguishes a footnote that denies a plan, or is about another trade, from one that states a
        plan.
      </li>
      <li>
        Trades under plans with the same adoption date are listed as one plan. If no date is stated, they may belong to
        several.
      </li>
    </Limits>
  </>
);

export const LabelsMethod = () => (
  <>
    <p>
      Some insiders buy or sell at the same time every year, whatever they know. We follow the definition of Lauren
      Cohen, Christopher Malloy and Lukasz Pomorski (“Decoding Inside Information”, Journal of Finance 67:3, 2012). For
      each owner and issuer, we look on January 1 at the three years before. What we find there applies to all the
      owner’s purchases and sales in the new year.
    </p>
    <ul>
      <li>
        <b>Unclassified:</b> the owner did not trade in each of the three years. Most trades are unclassified; this does
        not make them opportunistic.
      </li>
      <li>
        <b>Routine:</b> in at least one calendar month, the owner traded in all three years. We name the months.
      </li>
      <li>
        <b>Opportunistic:</b> the owner traded in each of the three years, but never in the same month of all three.
      </li>
    </ul>
    <p>
      A trade is a row of Table I with code P and letter A, or code S and letter D, as last amended. Purchases and sales
      count alike. Only trades reported before January 1 count, so a label never depends on what became known later: a
      sale on December 30 that was reported on January 3 does not count. An amended trade counts from its first report.
    </p>
    <p>
      A <b>first purchase</b> is made on the day of the owner’s earliest purchase of the issuer’s shares in this
      database. If there are several on that day, all of them are first purchases. A <b>first purchase in two years</b>{" "}
      is one before which the owner made none for two years; every first purchase is also one of these. The day two
      years earlier is not part of the two years.
    </p>
    <p>
      If several owners file together, a trade has the label of those who can be classified, if they agree; otherwise it
      is unclassified. It is a first purchase if none of the owners bought before. If several filings report one trade,
      each has the label of its own owners.
    </p>
    <Source>
      transactionCode, transactionAcquiredDisposedCode, transactionDate, rptOwnerCik, issuerCik and filing dates. JSON
      has <code>label</code>, <code>labelMonths</code>, <code>first</code> and <code>firstInTwoYears</code>; CSV has
      them with the prefix <code>derived_</code>.
    </Source>
    <Limits>
      <li>
        We know only the filings in this database. If it lacks earlier years, trades are unclassified for lack of
        history, and a first purchase may not be the first.
      </li>
      <li>
        Prices and numbers of shares do not matter here. Trades that <a href="#totals">totals</a> leave out because of
        their price or currency still count.
      </li>
      <li>
        A trade whose date is missing, or later than its filing, has no label and does not count. The same is true if
        its owner has no CIK, or if its date, code or letter may have been misread from paper.
      </li>
      <li>
        Routine does not mean under a plan. See <a href="#plans">trades under a 10b5-1 plan</a>.
      </li>
    </Limits>
  </>
);

export const LatenessMethod = () => (
  <>
    <Formula>days = business days after the trade up to and including the filing date</Formula>
    <p>
      A filing is as late as the row that was due first. Business days exclude weekends, federal holidays, and days on
      which EDGAR was closed; days of a government shutdown count. Filers can mark a transaction as early or late (E,
      L). We show that mark, but it does not affect our count.
    </p>
    <ul>
      <li>
        <b>Form 4</b> is due on the second business day after the trade, or after the deemed execution date if that is
        later (Rule 16a-3(g)). For trades before August 29, 2002, it was due on the tenth day of the following month.
      </li>
      <li>
        <b>Form 3</b> is due ten days after the event that is its period (Rule 16a-3(a)). In an initial public offering
        it is due sooner, but the form does not show that there was one, so we allow ten days.
      </li>
      <li>
        <b>Form 5</b> is due 45 days after the end of the fiscal year that is its period (Rule 16a-3(f)). If one of its
        rows is marked as late for Form 4, we apply the rule for Form 4. We also do so for gifts made since February 27,
        2023.
      </li>
      <li>
        <b>Not due:</b> holdings, rows reported before they were required, codes on a Form 4 that belong on Form 5, rows
        that an amendment repeats, and trades made before the owner had to report.
      </li>
    </ul>
    <p>
      Filters on delay and late reports use the due date of each row. Dates relative to today, such as the last 7 days,
      include today and use the day in New York.
    </p>
    <p>
      The pages of issuers and insiders show the filers’ own marks beside our count. A filer can mark a row as early (E)
      or late (L). Where the two differ, we show both and correct neither.
    </p>
    <Source>
      transactionDate, deemedExecutionDate, transactionFormType, transactionTimeliness, periodOfReport and the filing
      date.
    </Source>
    <Limits>
      <li>
        If the filing date or a trade date is missing, or the trade date is after the filing date, we do not know
        whether the filing was late.
      </li>
      <li>
        A deadline that falls on a closed day moves to the next business day (Rule 0-3). Our calendar has the EDGAR
        closures that are known.
      </li>
      <li>We do not measure performance awards if a footnote gives a later date than the row.</li>
      <li>A late filing may be excused, and its date says nothing about the reason.</li>
    </Limits>
  </>
);

export const OrderMethod = () => (
  <>
    <p>
      Filings are sorted by the time at which EDGAR accepted them. If that is not known, we use the filing date, then
      the last date of signature, then the period of report; filings that are still equal are sorted by accession
      number. Times are New York times.
    </p>
    <Source>the header of the submission (ACCEPTANCE-DATETIME), the signatures and periodOfReport.</Source>
    <Limits>
      <li>
        A document loaded without its header has no filing date. We sort it by the date of its signature or, if there is
        none, by its period of report, and say which next to the date. Filters on the filing date leave out such filings
        and say how many. If most of the newest filings have no filing date, the headline of the front page uses trade
        dates.
      </li>
    </Limits>
  </>
);
