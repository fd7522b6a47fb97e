"use client";

import { addressOnScreen } from "./address-on-screen";
import { CopyText } from "./copy-text";
import { LinkIcon } from "./link-icon";

type CopyLinkProps = {
  /** Path or fragment (`/filings/…#I-2`, `#F3`) of which the full address is copied. */
  href: string;
  children?: React.ReactNode;
};

/** Copies the address of a view, filing, row or footnote. Hidden without JavaScript. */
export const CopyLink = ({ href, children = "Copy link" }: CopyLinkProps) => (
  <CopyText
    text={() => addressOnScreen(href, window.location.href)}
    ask="Copy this link"
    before={<LinkIcon />}
    data-copies={href}
  >
    {children}
  </CopyText>
);
