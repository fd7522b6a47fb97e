import { pattern } from "@/lib/values/pattern";
import { relativeWords } from "./relatives";
import { typingErrors } from "./typing-errors";
import type { WordRule } from "./word-rules";

const whose = pattern()`spouse|wife|husband|mother|father|brother|sister|son|daughter|children|grandchildren|person|owner|filer`;
const owned = pattern()`(?:(?:self-directed|roth|rollover|sep|simple|traditional|own|minor|adult|former|late|family|living|revocable|irrevocable)\s+)*(?:iras?|401|trusts?|accounts?|accts?|estate|names?|keogh|shares|${relativeWords})`;

/** Abbreviations and slips of filers who type their notes by hand. */
export const handTyped: readonly WordRule[] = [
  ...typingErrors,
  [/\bthru\b/gi, "through", ["thru"]],
  [/\bw\/(?=\s|[a-z]{3,})(?!\s?o\b)\s?/gi, "with ", ["w/"]],
  [/\baccts\b(?:\.(?=\s+[a-z]))?/gi, "accounts", ["accts"]],
  [/\b(?:acct\b(?:\.(?=\s+[a-z]))?|a\/c\b)(?!\.\w)/gi, "account", ["acct", "a/c"]],
  [/\bltd\.?\s+(?=(?:partnership|liability)\b)/g, "limited ", ["ltd"]],
  [
    /\b(?:jtwros|jt\.?\s+ten(?:ants|\.)?|jtten)\s+(?=with\b)/gi,
    "held jointly ",
    ["jtwros", "jt ten", "jt. ten", "jtten"],
  ],
  [/\b(?:rec['’]d|recd)\b/gi, "received", ["rec'd", "rec’d", "recd"]],
  [/\b(?:acq['’]d|acqd)\b/gi, "acquired", ["acq'd", "acq’d", "acqd"]],
  [/\b(?:purch['’]d|purchd)\b/gi, "purchased", ["purch'd", "purch’d", "purchd"]],
  [/\b(?:xfer(?:red|['’]d|d)|trf['’]?d|tfr['’]?d|transf['’]d)\b/gi, "transferred", ["xfer", "trf", "tfr", "transf"]],
  [/\b(?:xfer|trf)\b\.?/gi, "transfer", ["xfer", "trf"]],
  [/\bben(?:ef)?\.\s+(?=own)/gi, "beneficial ", ["ben. own", "benef. own"]],
  [/\bgen(?:['’]l|\.)\s+(?=partner)/gi, "general ", ["gen'l", "gen’l", "gen. partner"]],
  [/\brp(?=['’]s\s)/gi, "reporting person", ["rp's", "rp’s"]],
  // "the reporting persons spouse", "wifes IRA"
  [
    pattern(
      "gi",
    )`\b(?<who>${whose})s (?=\s+${owned}\b)(?<=\b(?:reporting\s+(?:person|owner)|spouse|wife|husband|mother|father|brother|sister|son|daughter|children)s)`,
    ({ groups }) => `${groups?.who}'s`,
    [
      "persons ",
      "owners ",
      "spouses ",
      "wifes ",
      "husbands ",
      "childrens ",
      "mothers ",
      "fathers ",
      "sons ",
      "daughters ",
      "brothers ",
      "sisters ",
      "grandchildrens ",
    ],
  ],
];
