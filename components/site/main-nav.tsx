"use client";

import { usePathname } from "next/navigation";
import { askedPath } from "@/lib/page-address";
import { dataUrl, insidersUrl, issuersUrl, latestUrl } from "@/lib/urls";

const sections = [
  { label: "Latest", href: latestUrl(), holds: /^\/($|index|transactions|filings)/ },
  { label: "Insiders", href: insidersUrl(), holds: /^\/insiders/ },
  { label: "Issuers", href: issuersUrl(), holds: /^\/issuers/ },
  { label: "Data", href: dataUrl(), holds: /^\/about\/data/ },
];

/** The four sections. A filing belongs to the latest ones; other pages to none. */
export const MainNav = () => {
  const path = askedPath(usePathname());
  return (
    <nav aria-label="Main">
      {sections.map(({ label, href, holds }) => (
        <a key={href} href={href} aria-current={path === href ? "page" : holds.test(path) ? "true" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
};
