import { dataUrl, footnotesUrl, insidersUrl, issuersUrl, latestUrl, transactionsUrl, viewsUrl } from "@/lib/urls";

/** The bar of a tablet or phone has no room for all sections. The others are in its menu. */
type Room = "phone" | "tablet" | "wide";

type Section = { label: string; href: string; holds: RegExp; from: Room };

const sections: readonly Section[] = [
  { label: "Latest", href: latestUrl(), holds: /^\/($|index|filings)/, from: "phone" },
  { label: "Screener", href: transactionsUrl(), holds: /^\/transactions/, from: "phone" },
  { label: "Views", href: viewsUrl(), holds: /^\/(?:views|watch|clusters)/, from: "wide" },
  { label: "Insiders", href: insidersUrl(), holds: /^\/insiders/, from: "tablet" },
  { label: "Issuers", href: issuersUrl(), holds: /^\/issuers/, from: "tablet" },
  { label: "Footnotes", href: footnotesUrl(), holds: /^\/footnotes/, from: "wide" },
  { label: "Data", href: dataUrl(), holds: /^\/about\/data/, from: "wide" },
];

/** The sections of the site. A filing page belongs to the latest filings, other pages to none. */
export const MainNav = ({ path }: { path: string }) => {
  const link = ({ label, href, holds, from }: Section) => (
    <a
      key={href}
      href={href}
      className={`from-${from}`}
      aria-current={path === href ? "page" : holds.test(path) ? "true" : undefined}
    >
      {label}
    </a>
  );
  return (
    <nav aria-label="Main">
      {sections.map(link)}
      <button type="button" className="menu-opener" popoverTarget="menu">
        Menu
      </button>
      <div id="menu" className="menu" popover="auto">
        {sections.map(link)}
      </div>
    </nav>
  );
};
