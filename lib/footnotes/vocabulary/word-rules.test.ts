import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { abbreviations } from "./abbreviations";
import { MAIN_RULES } from "./main-words";
import { PLAIN_RULES } from "./plain-words";
import { RewrittenText } from "./rewritten-text";
import { applyRules, asNeeded, type WordRule } from "./word-rules";

const notes = readFileSync(new URL("../filers-notes.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" → ")[0] ?? "");

/** Words that the notes above do not have. */
const OTHERS = [
  "Held as follows: by his wife, 500 shares; by his son, 40 shares.",
  'Common stock (the "Shares"), par value $0.01 per share, of the issuer split at 12:01 a.m. on the 12th day of May, 2020.',
  "Roe Trust - 500 shares; Doe Trust - 40 shares; by Roe LLC, 600; Doe LP, as to 600 shares, and the Doe Trust as to 700 shares.",
  "Sold as follows: the Roe Trust (500 shares). The holders of the shares are as follows: * Roe LLC, 6,000 shares.",
  "They vest, subject to\ncontinued  employment, on May 1, and vest under the award agreement on June 1, and vested, and 500 shares will be issued, on July 1.",
  "Held, as of May 1, 2021, by Roe LLC, and owned , directly , in equal shares by his sons, or owned equally by them.",
  "Roe LP as to 60%, and Doe LP as to 40%. In a securities account at Roe Bank jointly with his wife, not by him but by her.",
  "Given to, and are now held by, Roe LP on, May 1, 2021, by his wife, and, on May 1, 2022, vested; by and through it, by, or for the account of, him.",
  "The total is the sum of 500 shares. Counted in this total are 40 units, which are part of this total. Aggregate of 500, 40 in all, were sold.",
  "The total does include 500 re-invested shares in connections with one unrestricted, fully transferable share for each unit.",
  "Donee: a school. He made a present of it. Not exercisable until May 1. Exercisability: May 1. Each is entitled to a share; a share will be issued.",
  "In respect of each unit, held in custody by Roe Bank for the account of his wife, this is the joint holding of both, standing in the name of Roe LLC.",
  "The amount takes in 500 shares as well as 40 units, and a right to be paid one share. Shs. w/h for taxes at $4.10/sh. incl. 500 of the rptg. person.",
  "The trust, as before, is the owner - of 720 in number - by gift. It was the trust that sold. The fund is the person who holds them.",
  "Roe LP and an account for which Doe LLC acts as adviser hold the shares. Doe LP, by its general partner Doe Corp., sold 500 units.",
  "Held thru his wifes IRA acct. w/ spouse, a/c of the Roe ltd. partnership. JTWROS with wife. Rec'd 500 sh, acq'd 40, purch'd 60; held in two accts.",
  "The shares were xferred by trf. to his childrens trust; the ben. ownership of the gen. partner and the RP's wife is shown. He exercised his right to reacquire 500 shares.",
  "Roe LP, Roe Ltd. and certain separately managed accounts, which own the shares, are advised by him.",
  "Roe Fund, L.P., a Delaware limited partnership, holds them. Doe Inc., a Nevada corporation, and the Roe Trust, each a Texas trust.",
  "What each holder gets is one share. Nobody but his wife holds the shares. Roe I, L.P. bought the notes, and Roe II, L.P. the warrants.",
];

test.each([
  ["abbreviated", abbreviations],
  ["plain", PLAIN_RULES],
  ["main", MAIN_RULES],
] as const)("no rule for %s words changes a note without a text that it needs", (_, rules) => {
  const changed = new Set<WordRule>();
  for (const note of [...notes, ...OTHERS]) {
    let text = RewrittenText.of(note);
    for (const rule of rules) {
      const [words, by, needs] = rule;
      const next = text.replace(words, by);
      if (next !== text) {
        changed.add(rule);
        const looked = asNeeded(text.text);
        expect(needs?.some((need) => looked.includes(need)) ?? true, `${words} in ${text.text}`).toBe(true);
      }
      text = next;
    }
    expect(applyRules(RewrittenText.of(note), rules).text).toBe(text.text);
  }
  expect(rules.filter((rule) => rule[2] !== undefined && !changed.has(rule)).map(([words]) => words.source)).toEqual(
    [],
  );
});
