import { Icon } from "@/components/ui/icon";
import type { FreshnessWords } from "@/lib/coverage/freshness";
import { dataUrl, latestUrl, searchUrl } from "@/lib/urls";
import { MainNav } from "./main-nav";
import { SearchInput } from "./search-input";
import { ThemeSwitch } from "./theme-switch";

type TopBarProps = {
  /** The path as the reader requested it. */
  path: string;
  /** How current the data is. Null if it is not known. */
  freshness: FreshnessWords | null;
  /** Set if EDGAR has not been read for more than a business day. */
  banner: { what: string; so: string } | null;
};

/** The bar at the top of every page. */
export const TopBar = ({ path, freshness, banner }: TopBarProps) => (
  <header className="top-bar">
    <div className="top-bar-inner">
      <a className="wordmark" href={latestUrl()} aria-label="§16, Section 16, latest filings">
        §16
      </a>
      <MainNav path={path} />
      <search className="find">
        <form action={searchUrl()} method="get">
          <button type="submit" title="Search">
            <Icon name="search" />
            <span className="visually-hidden">Search</span>
          </button>
          <SearchInput placeholder="Name, ticker, CIK or accession number" />
          <kbd className="needs-script">/</kbd>
        </form>
      </search>
      <a className="find-link" href={searchUrl()} title="Search">
        <Icon name="search" size={16} />
        <span className="visually-hidden">Search</span>
      </a>
      {freshness && <FreshnessLink words={freshness} className="freshness" />}
      <ThemeSwitch />
    </div>
    {freshness && !banner && (
      <p className="freshness-line">
        <FreshnessLink words={freshness} className="freshness-in-line" />
      </p>
    )}
    {banner && <BehindBanner {...banner} />}
  </header>
);

/** Shown on every page if EDGAR has not been read for more than a business day. */
const BehindBanner = ({ what, so }: { what: string; so: string }) => (
  <div className="behind-banner">
    <p>
      <b>{what}</b> {so} <a href={`${dataUrl()}#freshness`}>Why, and what to do</a>
    </p>
  </div>
);

/** How current the data is, linked to the page with details. */
const FreshnessLink = ({ words, className }: { words: FreshnessWords; className: string }) => (
  <a className={words.isBehind ? `${className} is-behind` : className} href={dataUrl()}>
    <b>
      {words.where && <span className="freshness-more">{words.where}</span>}
      {words.strong}
    </b>
    {words.more && <span className="freshness-more">{words.more}</span>}
  </a>
);
