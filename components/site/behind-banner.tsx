import { dataUrl } from "@/lib/urls";

/** On every page, when EDGAR was not read for more than a business day. */
export const BehindBanner = ({ what, so }: { what: string; so: string }) => (
  <div className="behind-banner">
    <p>
      <b>{what}</b> {so} <a href={`${dataUrl()}#freshness`}>Why, and what to do</a>
    </p>
  </div>
);
