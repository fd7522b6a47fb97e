import type { WrittenMethod } from "@/app/about/methods/methods";

/** What is derived of people and companies. */
export const PARTY_METHODS: readonly WrittenMethod[] = [
  {
    id: "names",
    title: "Names in reading order",
    text: "EDGAR has the surname first (“Saxon Michael J”), without a mark where it ends. Headlines give a name in reading order only where a signature of the person’s filings spells it so; everywhere else it stands as filed. A company, fund or trust is never given a first name.",
    source: "rptOwnerName and the signatures. A name is a company’s where a word of it says so, such as LLC or Trust.",
    limits: ["A person for whom only others sign keeps the order of the filing."],
  },
  {
    id: "roles",
    title: "Roles over time, now and former",
    text: "What an owner is to an issuer is said anew on every filing. Roles are put together day by day: one that a single day’s filings leave out between two that have it goes on, spellings of one title count as one, and a title that the form’s field cut at 30 characters is completed from one that begins the same. “Since” is the first filing that names a role. A former insider is one whose last day of filings has the exit box checked; whoever files another Form 3 after that has come back.",
    source:
      "isDirector, isOfficer, isTenPercentOwner, isOther, officerTitle, otherText, notSubjectToSection16; remarks only where the title points to them and they read like a title.",
    limits: [
      "The first filing that names a role may come long after it began.",
      "Only the exit box says that somebody has left. Who stopped filing without it stays among the insiders of now, however long ago that was.",
      "A joint filing has one exit box, which speaks for all its owners.",
    ],
  },
  {
    id: "search",
    title: "Search",
    text: "Every word looked for must begin a word of one name, of today or of before; the order does not matter. An exact accession number, CIK or ticker leads straight to its page, where it means one thing only.",
    source: "all names and symbols that filings held here were made under.",
    limits: [
      "Symbols are as filed: they may be wrong, old, or used by another company today.",
      "Addresses are not searched.",
    ],
  },
];
