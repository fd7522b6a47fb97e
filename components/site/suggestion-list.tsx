import { CalendarDate } from "@/components/ui/calendar-date";
import { MarkedWords } from "@/components/ui/marked-words";
import { nameWords } from "@/lib/filters/party";
import { shortIssuerName } from "@/lib/names/names";
import { printCik } from "@/lib/record/cik";
import { issuerUrl, suggestionsUrl } from "@/lib/urls";
import { describeCount, plural } from "@/lib/values/counts";
import type { SuggestedIssuer, Suggestion, SuggestionsView } from "@/lib/views/suggestions";

type SuggestionListProps = {
  id: string;
  /** What the suggestions are for. */
  text: string;
  rows: Suggestion[];
  active: number | null;
  optionId: (index: number) => string;
  allHref: string;
};

const TITLES = {
  issuer: "Issuers",
  insider: "Insiders",
  filing: "Filings",
  tickers: "A list of tickers",
  view: "Views",
  none: "",
} as const;

const groupOf = ({ kind }: Suggestion): keyof typeof TITLES =>
  kind === "nearest" || kind === "footnotes" ? "none" : kind;

/** Suggestions under a search field, grouped by kind. Each is a link, chosen by arrow keys or the pointer. */
export default function SuggestionList({ id, text, rows, active, optionId, allHref }: SuggestionListProps) {
  const words = nameWords(text);
  const groups = [...new Set(rows.map(groupOf))];
  const unknown = rows.flatMap((row) => (row.kind === "tickers" ? row.unknown : []));
  return (
    <div className="suggestions">
      <div id={id} role="listbox" aria-label="Suggestions">
        {groups.map((group) => {
          const title = TITLES[group] || `No name or ticker matches “${text}”`;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is not a fieldset
            <div key={group} role="group" aria-label={title}>
              <h3 role="presentation">{title}</h3>
              {rows.map(
                (row, index) =>
                  groupOf(row) === group && (
                    <a
                      key={row.url}
                      id={optionId(index)}
                      role="option"
                      aria-selected={index === active}
                      tabIndex={-1}
                      href={row.url}
                      // The field would lose the focus, and the list would close before the click.
                      onMouseDown={(event) => event.preventDefault()}
                    >
                      <Suggested row={row} text={text} words={words} />
                    </a>
                  ),
              )}
            </div>
          );
        })}
      </div>
      {unknown.map(({ symbol, nearest }) => (
        <p key={symbol} className="suggestions-unknown">
          <span>
            <b className="ticker">{symbol}</b> is not a ticker in this database.
          </span>
          {nearest?.cik && (
            <span>
              Did you mean{" "}
              <a href={issuerUrl(nearest.cik)}>
                <Issuer issuer={nearest} />
              </a>
              ?
            </span>
          )}
        </p>
      ))}
      <p>
        <span className="not-phone">
          <kbd>↑</kbd> <kbd>↓</kbd> move
        </span>
        <span className="not-phone">
          <kbd>Enter</kbd> open
        </span>
        <a href={allHref}>All results</a>
      </p>
    </div>
  );
}

const Suggested = ({ row, text, words }: { row: Suggestion; text: string; words: string[] }) => {
  switch (row.kind) {
    case "issuer":
      return (
        <>
          <span>{row.name === null ? "Name not stated" : <MarkedWords text={row.name} words={words} />}</span>
          <LastFiled day={row.lastFiled} />
          <span className="under">
            {row.tradingSymbol && (
              <>
                <b className="ticker">
                  <MarkedWords text={row.tradingSymbol} words={words} />
                </b>{" "}
                ·{" "}
              </>
            )}
            <Cik {...row} words={words} />
          </span>
        </>
      );
    case "insider":
      return (
        <>
          <span>
            {row.name === null ? (
              "Name not stated"
            ) : (
              <MarkedWords text={row.nameInReadingOrder ?? row.name} words={words} />
            )}
          </span>
          <LastFiled day={row.lastFiled} />
          <span className="under">
            {row.newest && (
              <>
                {row.newest.role ?? "Reporting person"} at <Issuer issuer={row.newest.issuer} /> ·{" "}
              </>
            )}
            <Cik {...row} words={words} />
          </span>
        </>
      );
    case "filing":
      return (
        <>
          <span>
            {row.documentType === null ? "Form not stated" : `Form ${row.documentType}`}
            {row.insider !== null && `, ${row.nameInReadingOrder ?? row.insider}`}
          </span>
          <span className="muted small">{row.filingDate && <CalendarDate date={row.filingDate} />}</span>
          <span className="under">
            <span className="id">{row.accessionNumber}</span> · <Issuer issuer={row.issuer} />
          </span>
        </>
      );
    case "tickers":
      return (
        <>
          <span>Transactions at {plural(row.issuers.length, "issuer")}</span>
          <span className="under">
            {row.issuers.map(({ cik, tradingSymbol }) => (
              <b key={cik} className="ticker">
                {tradingSymbol}{" "}
              </b>
            ))}
          </span>
        </>
      );
    case "view":
      return (
        <span>
          <MarkedWords text={row.title} words={words} />
        </span>
      );
    case "nearest":
      return (
        <span>
          Did you mean <mark>{row.words}</mark>?
        </span>
      );
    case "footnotes":
      return (
        <>
          <span>Search footnotes for “{text}”</span>
          <span className="muted small">{describeCount(row.count, "footnote")}</span>
        </>
      );
  }
};

const LastFiled = ({ day }: { day: string }) => (
  <span className="muted small">
    last filing <CalendarDate date={day} />
  </span>
);

const Cik = ({ cik, matchedName, words }: { cik: string; matchedName: string | null; words: string[] }) => (
  <>
    CIK <span className="id">{printCik(cik)}</span>
    {matchedName && (
      <>
        {" · also filed under "}
        <MarkedWords text={matchedName} words={words} />
      </>
    )}
  </>
);

const Issuer = ({ issuer: { tradingSymbol, name } }: { issuer: SuggestedIssuer }) => (
  <>
    {tradingSymbol && <b className="ticker">{tradingSymbol} </b>}
    {name === null ? "an issuer whose name is not stated" : shortIssuerName(name)}
  </>
);

export const countInWords = (rows: Suggestion[]) => plural(rows.length, "suggestion");

/** Null if there is no answer. The field still works as a form. */
export async function fetchSuggestions(q: string, signal: AbortSignal): Promise<Suggestion[] | null> {
  try {
    const answer = await fetch(suggestionsUrl(q), { signal });
    if (!answer.ok) return null;
    const { rows }: SuggestionsView = await answer.json();
    // The links begin with SITE_URL, which may not be the address that this reader uses.
    return rows.map((row) => ({ ...row, url: row.url.replace(/^[a-z]+:\/\/[^/]+/, "") }));
  } catch {
    return null;
  }
}
