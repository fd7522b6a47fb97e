import { Icon } from "@/components/ui/icon";
import { latestUrl, searchUrl } from "@/lib/urls";
import { MainNav } from "./main-nav";
import { ThemeSwitch } from "./theme-switch";

const fieldLabel = "Name, ticker, CIK or accession number";

/** First thing on every page. `sample`: the data is the invented sample, and says so. */
export const TopBar = ({ sample }: { sample: boolean }) => (
  <header className="top-bar">
    <div className="top-bar-inner">
      <a className="wordmark" href={latestUrl()} aria-label="§16, Section 16, latest filings">
        §16
      </a>
      <MainNav />
      <search className="find">
        <form action={searchUrl()} method="get">
          <button type="submit" title="Search">
            <Icon name="search" />
            <span className="visually-hidden">Search</span>
          </button>
          <input type="search" name="q" aria-label={fieldLabel} placeholder={fieldLabel} autoComplete="off" />
        </form>
      </search>
      <a className="find-link" href={searchUrl()} title="Search">
        <Icon name="search" size={16} />
        <span className="visually-hidden">Search</span>
      </a>
      {sample && <span className="sample-label">Sample data</span>}
      <ThemeSwitch />
    </div>
    {sample && <p className="sample-line">Sample data</p>}
  </header>
);
