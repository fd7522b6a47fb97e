import { Limits, Source } from "@/components/about/method";

export const NamesMethod = () => (
  <>
    <p>
      EDGAR puts the surname first (“Saxon Michael J”), and does not mark where it ends. Headlines, lists and search
      results give a name in reading order only if a signature in the person’s filings spells it that way. On the filing
      itself and in data, names are as filed. We never reorder the name of a company, fund or trust.
    </p>
    <Source>
      rptOwnerName and the signatures. We take a name to be a company’s if it contains a word such as LLC or Trust.
    </Source>
    <Limits>
      <li>If only others sign for a person, the name stays in the order of the filing.</li>
      <li>We read the signatures on a person’s 20 newest filings on each issuer.</li>
    </Limits>
  </>
);

export const HoldersMethod = () => (
  <>
    <p>
      A row marked I is held indirectly: by a trust, a fund, a company or a relative, and the owner who files it merely
      reports it. Headlines, lists and feeds then name the holder. If every row of a filing has the same holder, we name
      the holder first, and then the owner who reports it. If some rows are direct, we name the owner first, and the
      holder on its row. If the filing does not name a holder, we say “held indirectly”, with the nature of ownership as
      filed, and do not say who traded.
    </p>
    <p>
      A move between the owner and such a holder is a transfer, even if its code is G, for a gift: we pair the two rows
      as described under <a href="#pairs">pairs</a>, or follow a footnote that mentions a transfer and no gift. A sale
      is called part of an underwritten offering if one of its own footnotes says so.
    </p>
    <Source>
      natureOfOwnership, if it names a vehicle; otherwise the holders that the footnotes on directOrIndirectOwnership
      and natureOfOwnership state. If several footnotes name holders, we use the one that names the fewest. “Disclaims
      ownership” comes from the row’s footnotes. JSON has all of this under <code>holder</code>.
    </Source>
    <Limits>
      <li>If the nature of ownership and the footnotes name different holders, we name neither.</li>
      <li>A holder described only by words such as “spouse” or “family trust” is not named.</li>
      <li>On a joint filing, we do not say which of the owners disclaims ownership.</li>
    </Limits>
  </>
);

export const RolesMethod = () => (
  <>
    <p>
      Every filing states again what the owner is to the issuer. We put these statements together day by day. A role
      continues if only one day’s filings omit it, and those before and after have it. Different spellings of a title
      count as one, and a title that was cut off at the form’s limit of 30 characters is completed from another that
      begins with the same words. “Since” is the month of the first filing that states the role, and “last stated” that
      of the last.
    </p>
    <p>
      A former insider is one whose filings have the exit box checked on their last day. Anyone who files another Form 3
      after that has returned.
    </p>
    <Source>
      isDirector, isOfficer, isTenPercentOwner, isOther, officerTitle, otherText and notSubjectToSection16. We use the
      remarks only if the title refers to them and they read like a title.
    </Source>
    <Limits>
      <li>The first filing that states a role may come long after the role began.</li>
      <li>
        Only the exit box says that someone has left. Insiders who stopped filing without checking it are still listed
        as current, however long ago that was.
      </li>
      <li>A joint filing has one exit box, which applies to all its owners.</li>
    </Limits>
  </>
);

export const TitlesMethod = () => (
  <>
    <p>
      The filter on roles finds a filing if any of its owners has the role. Director, officer, 10% owner and other are
      boxes of the form. The other roles are read from the officer’s title, office by office: “EVP & CFO” is a vice
      president and a CFO, and a vice president is never a president, nor a vice chair a chair.
    </p>
    <ul>
      <li>
        <b>Of the issuer:</b> a CEO, CFO, COO, president, general counsel or chair counts only if the title does not
        limit the office to a part of the issuer. “President, North America”, “Division President”, “CEO of the Bank”
        and “Chair of the Audit Committee” do not count. Interim, acting and joint holders do.
      </li>
      <li>
        <b>Held now:</b> former, retired and designated holders do not count.
      </li>
      <li>
        <b>Vice presidents</b> count whatever their rank and field. Assistants to an officer and deputies do not count
        as that officer.
      </li>
    </ul>
    <Source>
      isDirector, isOfficer, isTenPercentOwner, isOther and officerTitle, or the remarks if the title refers to them and
      they read like a title. JSON and CSV list the roles of each row.
    </Source>
    <Limits>
      <li>
        A chief legal officer is not counted as general counsel, nor a principal financial officer as CFO, unless the
        title says so.
      </li>
      <li>
        A title that names the issuer itself, as in “CEO, Kestrel Grid”, reads like the title of a part, and does not
        count.
      </li>
    </Limits>
  </>
);

export const IndustryMethod = () => (
  <>
    <p>
      The SEC gives each company a code of the Standard Industrial Classification (SIC). EDGAR states it in the header
      of every submission, and in its list of a company’s filings. We use the newest statement that we have, and say
      where it comes from: “filed”, with the filing date, or “EDGAR”, with the day on which we read the list.
    </p>
    <Source>
      “Standard industrial classification” in the issuer’s part of the header, and <code>sic</code> in the list that{" "}
      <code>npm run ingest -- issuer</code> reads.
    </Source>
    <Limits>
      <li>
        The SEC’s data sets and bare XML documents have no codes. Until we have a submission or a list, the industry is
        not known. We never infer it.
      </li>
      <li>One code applies to the company and all its filings, including those made when it had another.</li>
    </Limits>
  </>
);

export const NameSearchMethod = () => (
  <>
    <p>
      Each word you enter must match the beginning of a word in one name, current or former, in any order. If you enter
      an exact accession number, CIK or ticker, you go straight to its page, unless it could mean more than one thing.
    </p>
    <Source>all names and symbols that appear in the filings in this database.</Source>
    <Limits>
      <li>Symbols are as filed: they may be wrong, out of date, or used by another company today.</li>
      <li>Addresses are not searched.</li>
    </Limits>
  </>
);
