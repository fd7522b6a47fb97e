import { pattern } from "@/lib/values/pattern";
import { relativeWords } from "./relatives";
import type { WordRule } from "./word-rules";

const whose = pattern()`spouse|wife|husband|mother|father|brother|sister|son|daughter|children|grandchildren|person|owner|filer`;
const owned = pattern()`(?:(?:self-directed|roth|rollover|sep|simple|traditional|own|minor|adult|former|late|family|living|revocable|irrevocable)\s+)*(?:iras?|401|trusts?|accounts?|accts?|estate|names?|keogh|shares|${relativeWords})`;

/** The usual words for those that are often mistyped: "pursuamt to", "in accordence with", "a plan adapted on", "his wifes IRA". */
export const typingErrors: readonly WordRule[] = [
  [
    pattern("gi")`\b (?!pursuant\b) p (?=\w*s) (?=\w{5,8}\b) [ue]? r? s? u? s? [ua]{0,2} [aemnt]{1,3} (?=\s+to\b)`,
    "pursuant",
    ["purs", "pers", "pus", "purus", "pru"],
  ],
  [/\bin (?!accordance\b)ac{1,2}or[a-z]{2,7}(?= with\b)/gi, "in accordance", [" acc", " aco"]],
  [/\bre-(?=invest)/gi, "re", ["re-invest"]],
  [/\bany another\b/gi, "any other", ["any another"]],
  [/\bin connections (?=with\b)/gi, "in connection ", ["connections with"]],
  [/\b10b-1(?= (?:[a-z-]+ ){0,3}plan)/gi, "10b5-1", ["10b-1"]],
  [/\bright to receive on (?=share\b)/gi, "right to receive one ", ["receive on "]],
  [/\b(?:pland|plna|paln|palne|pplan)(?=s?\b)/gi, "plan", ["pland", "plna", "paln", "pplan"]],
  [
    pattern(
      "gi",
    )`\b (?:adapted|adpoted|addopted|adoped|adoptd|adotped|adopeted) \b (?<=\bplan\b[^.;]{0,40}) (?=\s+(?:by|on|in|as\s+of|pursuant|under|\w+\s+\d))`,
    "adopted",
    ["adapted", "adpoted", "addopted", "adoped", "adoptd", "adotped", "adopeted"],
  ],
  [/\b(?!established)(?:estab|estb|esta)[a-z]{3,8}ed\b(?=\s+(?:by|on|in|\w+ \d))/gi, "established", ["estab", "estb"]],
  [/\b(?:recieve|recive|receieve|recevie)(?=[sd]?\b)/gi, "receive", ["reciev", "reciv", "receiev", "recevi"]],
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
