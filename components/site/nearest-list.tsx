import { issuerLabel } from "@/lib/record/issuer-label";
import { describeCount, plural } from "@/lib/values/counts";
import type { Suggestion } from "@/lib/views/suggestions";

type NearestListProps = { section: string | null; suggestions: Suggestion[] };

/** What a reader may have meant by an unknown address. */
export const NearestList = ({ section, suggestions }: NearestListProps) =>
  section === null && suggestions.length === 0 ? null : (
    <section aria-labelledby="nearest">
      <h2 id="nearest">Did you mean …</h2>
      <ul>
        {section !== null && (
          <li>
            <a className="id" href={section}>
              {section}
            </a>
          </li>
        )}
        {suggestions.map((row) => {
          const [label, detail] = inWords(row);
          return (
            <li key={row.url}>
              <a href={row.url}>{label}</a> <span className="muted">{detail}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );

const issuerName = (issuer: { name: string | null; tradingSymbol: string | null }) =>
  issuerLabel({ cik: null, ...issuer }) ?? "an unnamed issuer";

function inWords(row: Suggestion): [label: string, detail: string] {
  switch (row.kind) {
    case "issuer":
      return [row.name ?? `CIK ${row.cik}`, ["issuer", row.tradingSymbol].filter(Boolean).join(" ")];
    case "insider":
      return [
        row.nameInReadingOrder ?? row.name ?? `CIK ${row.cik}`,
        row.newest ? `${row.newest.role ?? "insider"} at ${issuerName(row.newest.issuer)}` : "insider",
      ];
    case "filing":
      return [
        row.accessionNumber,
        `Form ${row.documentType ?? "?"}, ${row.nameInReadingOrder ?? row.insider ?? issuerName(row.issuer)}`,
      ];
    case "tickers":
      return [`Transactions at ${plural(row.issuers.length, "issuer")}`, row.issuers.map(issuerName).join(", ")];
    case "view":
      return [row.title, "view"];
    case "nearest":
      return [`Search for “${row.words}”`, "the nearest name"];
    case "footnotes":
      return [`Footnotes with “${wordsOf(row.url)}”`, describeCount(row.count, "footnote")];
  }
}

/** What the search at this address looks for. */
const wordsOf = (url: string) => new URLSearchParams(url.split("?")[1]).get("q");
