import { Formula, Limits, Source } from "@/components/about/method";
import { filterUrl, NO_FILTER } from "@/lib/filters/filing-filter";
import { DAYS_APART } from "@/lib/implausible/outlying-prices";
import { transactionsUrl } from "@/lib/urls";

export const ValueMethod = () => (
  <>
    <Formula>value = shares × price per share</Formula>
    <p>
      The value is exact, and is not shown if either figure is missing. A row of Table II may state a total value
      instead. We show that total as filed, and use it as the value in lists and charts.
    </p>
    <Source>
      the shares and price of the row itself (transactionShares, transactionPricePerShare, transactionTotalValue).
    </Source>
    <Limits>
      <li>We do not use a price that is stated only in a footnote. The value of that row is not known.</li>
      <li>
        Where the filer reports an average price, we use it as the price. Its range is covered under{" "}
        <a href="#price-ranges">average prices and price ranges</a>.
      </li>
      <li>
        Some filers enter a total where the price per share belongs. Where other evidence shows this, we mark the price
        as <a href="#implausible">implausible</a> and leave the row out of totals.
      </li>
      <li>
        We convert nothing. If a footnote to the price says that it is in a currency other than US dollars, the row is
        left out of every sum.
      </li>
      <li>
        Filters on value, and lists sorted by value, use only Table I, and leave out values that are implausible,
        uncertain or in another currency.
      </li>
    </Limits>
  </>
);

export const ChangeMethod = () => (
  <>
    <Formula>{`balance before = balance after − shares acquired, or + shares disposed of
change = (balance after − balance before) ÷ balance before`}</Formula>
    <p>
      The change is a percentage, with one decimal place below 100 and none above. A holding that starts from a balance
      of zero is marked “new”.
    </p>
    <Source>the row’s own shares, its letter A or D, and its balance after the transaction.</Source>
    <Limits>
      <li>The balance covers one security held in one way, not everything that the insider holds.</li>
      <li>
        We show no change if the balance before would be negative, if any part of the calculation is not reported or is
        implausible, or if a filing states one balance for several rows, because it is right for only one of them.
      </li>
      <li>
        The filter on change takes a fall as a negative number: −50 or less finds those who disposed of half or more. A
        holding that starts from zero has no percentage. It is a new position.
      </li>
    </Limits>
  </>
);

export const HoldingLinesMethod = () => (
  <>
    <p>
      A holding line is a chain of balances that belong together. They have the same group of owners, issuer, table and
      security, and are held directly or through the same vehicle; for derivatives, the exercise price and expiry date
      must match as well. When we compare titles, we ignore par value, capital letters, and singular and plural. The
      vehicle is the nature of ownership as stated. If that only points to a footnote (“See footnote”), we compare the
      text of the footnote rather than its number.
    </p>
    <p>
      Names change: a joint owner joins or leaves, or a vehicle or title is reworded. A row under a new name continues
      another line only if its balance follows exactly from the last balance of that line, and of no other. A line is
      named after the row at which it begins. The latest holding is its last balance, and a total is the sum of the
      lines listed with it.
    </p>
    <p>
      A total does not include a line if a later filing by the same owner reports the same holding on another line: the
      same security through the same named holder or, of a class of shares in Table II, the insider’s own. The insider’s
      page lists such a line and links to the later filing. It says “may be” if the later name only goes on to say whose
      account it is, or if a grant of units leaves a balance of more units than were granted and does not say which.
    </p>
    <Source>
      securityTitle, directOrIndirectOwnership, natureOfOwnership, conversionOrExercisePrice, expirationDate, the text
      of their footnotes, and the balances (sharesOwnedFollowingTransaction).
    </Source>
    <Limits>
      <li>
        A balance that was reported jointly is marked “joint”. It may belong to any of the owners, and is shown for each
        of them.
      </li>
      <li>If several insiders report the same block in filings of their own, each of them has a line for it.</li>
      <li>If a vehicle is renamed and its balance changes without a report, a new line begins.</li>
      <li>A line ends at its last report. We do not know whether the holding is still the same today.</li>
      <li>
        Rows that state a value rather than a number of shares are not part of any line, and nor are rows that an
        amendment replaced.
      </li>
    </Limits>
  </>
);

export const ChecksMethod = () => (
  <>
    <Formula>{`expected = previous balance of the line + shares acquired − shares disposed of
difference = reported − expected`}</Formula>
    <p>
      We check each balance against the one before it on its holding line. The result is “first”, “consistent”, a gap
      with its signed difference, or “not comparable”. If either balance has a fraction, we treat a difference of less
      than 1 as rounding. Rows are taken in order of trade date. If the rows of one filing only add up in another order,
      we use the order that their balances prove. A row restated by an amendment takes the place of the original.
    </p>
    <p>
      Where a footnote or another row gives a reason for a gap, we show it. If the reason comes from a text, we quote
      the words.
    </p>
    <ul>
      <li>
        <b>Employee plan, dividend reinvestment:</b> a footnote mentions purchases under an employee plan or reinvested
        dividends, which are exempt from reporting (Rules 16b-3 and 16a-11), and the missing number. This applies only
        if the balance is higher than expected.
      </li>
      <li>
        <b>Split:</b> see <a href="#splits">stock splits</a>.
      </li>
      <li>
        <b>Transfer:</b> a footnote says that shares moved to another form of ownership (Rule 16a-13), or exactly one
        other line of the same owners and security has the opposite difference between the same days.
      </li>
      <li>
        <b>Amendment:</b> a footnote mentions a correction and its number, or the balance follows from what the previous
        row stated before it was amended.
      </li>
      <li>
        <b>Reported later:</b> an earlier trade was filed only after this row. Without that trade, the balance follows.
      </li>
      <li>
        <b>Reversed by an adjacent balance:</b> the next or previous balance on the line is out by the same amount in
        the other direction. One of the two may be a typing error.
      </li>
      <li>
        <b>Missing filing:</b> one of the owners filed an amendment whose original is not in this database, and either
        it contains one of the two balances or its period falls between them. What the original reported is missing.
      </li>
      <li>
        <b>One balance for several rows:</b> every row of the line in that filing states the balance after the last of
        them.
      </li>
      <li>
        <b>Stated in a footnote:</b> a footnote of the row itself gives the exact number in other words, such as
        “includes 412 restricted units”.
      </li>
    </ul>
    <Source>
      the balances, shares and letters of the line’s rows in this database; then the row’s footnotes, the filing’s other
      footnotes and its remarks. A footnote counts if it states the exact number or, with no number, if it is attached
      to the balance and names the cause. A footnote that states a different number explains nothing.
    </Source>
    <Limits>
      <li>
        A row is not comparable if it has no balance, shares or letter, or if a transaction before it states no balance
        of its own.
      </li>
      <li>
        A gap without a reason does not mean that anyone made a mistake. Much need not be reported, and we can compare
        only the filings in this database.
      </li>
      <li>
        Reasons are read from the wording of the filing. If we cannot read one, the gap is left unexplained; we never
        guess.
      </li>
    </Limits>
  </>
);

export const ImplausibleMethod = () => (
  <>
    <p>
      Filers sometimes type a total in the price column, lose a decimal point, swap price and shares, or report another
      currency as dollars. A row is implausible if one of these contradicts its price or its number of shares:
    </p>
    <ul>
      <li>
        <b>The footnote on the price:</b> it says that the amount is a total, not a price per share; it calls exactly
        this amount a total; it states a price per share, and the filed price is the total at that price, or 100, 1,000
        … times that price; or it states a range of prices, and the filed price is at least 20 times the highest.
      </li>
      <li>
        <b>The exercise price:</b> shares received by exercise cost exactly 100, 1,000 … times the exercise price, or
        the total at that price. Likewise, if an option or a warrant is priced at $10,000 or more, and at least 1,000
        times its exercise price, the price is that of the whole instrument. A preferred share that converts into many
        shares is compared by the price of each of these.
      </li>
      <li>
        <b>The balances:</b> the holding changed by a different number of shares, and the filed number is exactly 100,
        1,000 … times that number, or that number times the price, or the price and the number are in each other’s
        column.
      </li>
      <li>
        <b>Other trades:</b> the price is at least 50 times that of every other purchase, sale or withholding of the
        same security of the issuer within {DAYS_APART} days, on other filings. One such trade is enough if the price
        divided by the number of shares, or the number of shares itself, is about the price of the others. Otherwise at
        least two must agree to within a factor of three. To rule out a split, they must come from both before and after
        the trade, or the row’s balance must follow from the one before. For a derivative we compare the price of each
        underlying share.
      </li>
      <li>
        <b>Another report:</b> another filing reports the same trade, and its own footnote, exercise price or balances
        contradict it.
      </li>
    </ul>
    <p>
      Such a row is shown as filed, with the reason and what we compared it with. It is left out of headlines, totals,
      charts of values and clusters, and the number of such rows is stated next to every total that leaves them out,
      with a link to <a href={filterUrl(transactionsUrl(), { ...NO_FILTER, implausible: ["yes"] })}>these rows</a>. We
      correct nothing: the likely cause is a guess, and is labelled “probably”. In CSV and JSON these rows have a value
      in <code>implausible</code>, while <code>derived_counted</code> (<code>counted</code> in JSON) may still be true:
      it says only that a row is not superseded, and is the report by which its trade counts. To add up rows yourself,
      leave out those with <code>implausible</code>.
    </p>
    <Source>
      the price, the number of shares and the balances of rows in this database, the footnotes on the price, and the
      exercise price. Evidence in a later filing can mark a row as implausible, or clear it.
    </Source>
    <Limits>
      <li>
        We would rather miss a wrong price than mark a correct one. A price is not implausible because it is high, but
        because something contradicts it; if nothing does, it stays in the totals.
      </li>
      <li>
        Prices that are too low are not marked, because shares often change hands at nominal prices. If the currency is
        worth more than a fiftieth of a dollar, as the Danish krone is, we cannot distinguish it from a change in price.
      </li>
      <li>
        A mistake that an issuer’s filings repeat within {DAYS_APART} days is not found, because those filings agree.
      </li>
      <li>
        We do not compare a price with trades that, according to a footnote, are in another currency, or with rows that
        an amendment replaced.
      </li>
    </Limits>
  </>
);

export const SplitsMethod = () => (
  <>
    <Formula>balance after = balance before × new ÷ old, to within one share</Formula>
    <p>
      We infer a split of an issuer’s shares in two ways. Either a footnote or remark states its ratio and a balance
      fits it; or the balances of at least two insiders who have never filed together changed by the same simple ratio
      between the same days, and the odds of that happening by chance are less than one in 10,000. Simple ratios are
      whole numbers up to 100 for one, one for up to 1,000, and 3:2, 4:3, 5:2, 5:3 and 5:4.
    </p>
    <p>
      The date of the split is the one stated in the footnote; otherwise we give the days between which it happened.
      Each split lists the rows that show it.
    </p>
    <Source>
      <a href="#checks">gaps in balances</a>, and the footnotes and remarks of the issuer’s insiders.
    </Source>
    <Limits>
      <li>
        A split adjusts only the charted line before it, and only on holding lines that run through it. It changes no
        number that was filed.
      </li>
      <li>Balances of fewer than 100 shares are not evidence, and equal grants to a whole board count once.</li>
      <li>We do not infer a split that no footnote states and only one insider shows.</li>
    </Limits>
  </>
);

export const PairsMethod = () => (
  <>
    <p>
      An exercise or conversion is reported twice: in Table I as shares received, and in Table II as the derivative
      given up. We treat rows with the same code, date and number of shares as its two sides; if there are several, we
      pair those with the same price. Whatever is left with the same code and date is one exercise if the sums agree.
    </p>
    <p>
      Similarly, rows of one filing with code G, W, Z or J are the two legs of a transfer between holding lines if they
      have the same date and number of shares, opposite letters and different forms of ownership. Charts draw each pair
      once; tables show every row. In a chart of an insider’s trades, trades of one kind that would overlap are added up
      by day, month or quarter, and the caption says so. Balances change at most once a day, by the sum of the day’s
      rows. Code M covers both exercises and conversions. We call a row an exercise if Table II reports an exercise
      price, and otherwise a conversion.
    </p>
    <Source>
      the code, date, shares and letter of the rows of one filing, and the exercise price and underlying shares of Table
      II.
    </Source>
    <Limits>
      <li>Rows are paired only if their shares agree, either one by one or in total.</li>
      <li>
        If two grants are equal, and neither the exercise price nor the expiry date distinguishes them, we cannot tell
        which one was exercised.
      </li>
    </Limits>
  </>
);
