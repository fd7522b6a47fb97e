"use client";

import { usePathname } from "next/navigation";
import { askedPath } from "@/lib/requests/page-address";
import { dataUrl, footnotesUrl, insidersUrl, issuersUrl, latestUrl } from "@/lib/urls";

type Section = { label: string; href: string; holds: RegExp; className?: string };

const sections: readonly Section[] = [
  { label: "Latest", href: latestUrl(), holds: /^\/($|index|transactions|filings)/ },
  { label: "Insiders", href: insidersUrl(), holds: /^\/insiders/ },
  { label: "Issuers", href: issuersUrl(), holds: /^\/issuers/ },
  // A phone's bar has no room for it. There, the footer and the search page link to it.
  { label: "Footnotes", href: footnotesUrl(), holds: /^\/footnotes/, className: "not-phone" },
  { label: "Data", href: dataUrl(), holds: /^\/about\/data/ },
];

/** The sections of the site. A filing page belongs to the latest filings, other pages to none. */
export const MainNav = () => {
  const path = askedPath(usePathname());
  return (
    <nav aria-label="Main">
      {sections.map(({ label, href, holds, className }) => (
        <a
          key={href}
          href={href}
          className={className}
          aria-current={path === href ? "page" : holds.test(path) ? "true" : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
};
