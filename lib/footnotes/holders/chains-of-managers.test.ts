import { expect, test } from "vitest";
import { readFact } from "@/lib/footnotes/read-facts";

/** A fund (F), its general partner (G) and who manages that (M): only the fund holds the shares. */
const CHAINS = [
  "The shares are held directly by {F}. {G} is the general partner of {F} and {M} is the managing member of {G}.",
  'The shares are held directly by {F} ("Fund"). {G} ("GP") is the general partner of Fund. The Reporting Person is a managing member of GP.',
  "{F} is the record holder of the shares. {G} is its general partner.",
  "{G} is the general partner of {F}, which holds the shares.",
  "{G}, the general partner of {F}, may be deemed to beneficially own the shares held by {F}.",
  "{G}, as general partner of {F}, has voting and dispositive power over the shares held by {F}.",
  "{M} is the investment manager of {F} and has voting power over the shares it holds.",
  "{M} serves as investment adviser to {F}, the owner of the shares.",
  "The Reporting Person is the managing member of {G}, which is the general partner of {F}, the record holder of the shares.",
  "The Reporting Person is a member of {G}, the general partner of {F}. {F} purchased the shares.",
  "The Reporting Person is the sole member of {M}, the manager of {G}, which is the general partner of {F}, and may be deemed to own the shares held by {F}.",
  "Shares held by {F}, whose general partner is {G}, whose manager is {M}.",
  "Shares held by {F}, of which {G} is the general partner and {M} is the manager.",
  "Shares held by {F}. The general partner of {F} is {G}. The managing member of {G} is {M}. The Reporting Person controls {M}.",
  "Shares held by {F}. {G} and {M} may be deemed to share voting power with respect to such shares.",
  "Shares held by {F}. Each of {G} and {M} disclaims beneficial ownership of such shares except to the extent of its pecuniary interest therein.",
  "These securities are owned directly by {F} and indirectly by {G}, its general partner, and {M}, the manager of {G}.",
  "Represents securities held by {F}, an affiliate of {M}.",
  "Represents securities held by {F}, a wholly owned subsidiary of {M}.",
  "Represents securities held by {F}, which is controlled by {M}.",
  "Represents securities held by {F}, an investment fund managed by {M}.",
  "Represents securities held by {F}. {F} is managed by {M}.",
  "{F} is a wholly owned subsidiary of {M}. The shares are held by {F}.",
  "{M} owns 100% of {G}, which owns 100% of {F}, which holds the shares.",
  "{M} controls {F}, and {F} holds the shares.",
  "By virtue of its control of {F}, {M} may be deemed to own the shares owned by {F}.",
  "As a result of its position as general partner of {F}, {G} may be deemed to beneficially own the shares held by {F}.",
  "The Reporting Person is an employee of {M} and disclaims beneficial ownership of the shares held by {F}.",
  "The Reporting Person is a managing director of {M}, which advises {F}, and may be deemed to have an interest in the shares held by {F}.",
  "{F} sold the shares. {G} is the general partner of {F}.",
  "{F}, acting through its general partner, {G}, sold the shares.",
  "On May 1, 2020, {F} sold 5,000 shares. {M}, as manager of {F}, may be deemed to own the remaining shares.",
  "The shares were purchased by {F}, for which {M} acts as investment adviser.",
  "The shares were purchased by {F} for $10.00 per share. {G} is the general partner of {F}; {M} manages {G}.",
  "Voting and investment power over the shares held by {F} is exercised by {G}, its general partner.",
  "Decisions regarding the shares held by {F} are made by {M}.",
  "The directors of {M}, the general partner of {F}, share voting power over the shares held by {F}.",
  "Consists of shares held by {F}. {G}, as the general partner of {F}, and {M}, as the managing member of {G}, may be deemed to beneficially own the shares.",
  "(1) This report is filed by {F}, {G} and {M}. (2) The shares are held by {F}. {G} is the general partner of {F}. {M} is the managing member of {G}.",
  "The reporting persons are {F}, {G} and {M}. The shares are owned directly by {F}.",
  "The filing of this report shall not be deemed an admission that {G} or {M} is the beneficial owner of the shares held by {F}.",
  "{G} and {M} disclaim beneficial ownership of the shares held by {F}.",
  "{M} disclaims beneficial ownership of the securities owned by {F}.",
  "{M}, which manages {F}, disclaims beneficial ownership of the shares, which are held by {F}.",
  "In its capacity as manager of {F}, {M} has the power to vote the shares of {F}.",
  "{M} is the sole shareholder of {G}. {G} is the general partner of {F}. {F} owns the shares directly.",
  "The shares are held by {F}, a Delaware limited partnership. {G}, a Delaware limited liability company, is the general partner of {F}. {M}, a Delaware corporation, is the manager of {G}.",
  "{F}, a Delaware limited partnership, holds the shares. {G}, a Delaware limited liability company, is its general partner.",
  "The securities reported are held for the account of {F}. {M} serves as its investment manager.",
  "The securities may be deemed to be beneficially owned by {M}, the investment manager of {F}, the direct owner.",
  "{F} directly owns the securities; {G}, its general partner, and {M}, its manager, do not own any securities directly.",
  "{G} does not directly own any shares. {F} holds all of the shares reported.",
  "Each of {G} and {M} may be deemed to control {F}, and so to own the shares that {F} holds.",
  "The Reporting Person serves on the investment committee of {M}, which controls {G}, the general partner of {F}. {F} holds the shares.",
  "Pursuant to an agreement with {M}, the Reporting Person holds the option for the benefit of {F}.",
  "The Reporting Person, an affiliate of {M}, has no interest in the shares held by {F}.",
  "The Reporting Person has a limited partner interest in {G}, which is the general partner of {F}. The shares are held by {F}.",
  "The shares are held of record by {F}, and voting control over them is shared by {G} and {M}.",
  "The shares are held of record by {F}; {G} is the sole general partner of {F}; {M} is the sole member of {G}.",
];

const NAMES = [
  ["Harlan Fund IV, L.P.", "Harlan GP IV, LLC", "Harlan Management Corp."],
  ["Tern Master Fund, Ltd.", "Tern Partners GP, L.P.", "Tern Advisors LLC"],
  ["ABX Holdings, LLC", "ABX Group, Inc.", "Moss Capital, L.P."],
  ["Alder Ventures", "Alder Associates", "Alder Capital Partners"],
] as const;

const bare = (name: string) => name.replace(/\.$/, "");

test.each(CHAINS)("reads only the fund in “%s”", (chain) => {
  for (const [fund, partner, manager] of NAMES) {
    const text = chain
      .replaceAll("{F}", fund)
      .replaceAll("{G}", partner)
      .replaceAll("{M}", manager)
      .replace(/\.\.(?=\s|$)/g, ".");
    const read = (readFact("holders", text)?.value ?? []).map(({ name }) => bare(name));
    expect(read, text).toEqual([bare(fund)]);
  }
});
