import { NEAR } from "@/lib/footnotes/vocabulary/words";
import { pattern } from "@/lib/values/pattern";

const named = pattern("i")`
  ^[^;]{0,${NEAR}}?\b (?:shares?|units?) \s+of\s+ (?:the\s+)? (?:(?:issuer|company|corporation|registrant)['’]s\s+)?
  (
    [\w!'’.-]+ (?:
      \s+ (?!
        (?:
          of | upon | at | on | in | and | or | for | subject | immediately | following | when | that | which |
          held | having | if | par | to | as | by | with | was | were | is | are | will | shall | has | have
        ) \b
      ) [\w!'’.-]+
    ){0,5}
  )
`;
const titled = /^(?:\S+)\s+((?:[A-Z][\w-]*\s+){0,4}(?:[Ss]hares?|ADSs?|[Ww]arrants?|[Uu]nits?))/;
const intoWhat = pattern("i")`
  \b (?:into|for|in) \s+ (?:shares?\s+of\s+|units?\s+of\s+)? (?:the\s+)?
  (?:(?:issuer|company|corporation|registrant)['’]s\s+)? ((?:[\w!'’.-]+\s+){0,4}(?:stock|shares?|units?)) \b
`;

/** The security after a number. */
export function securityIn(text: string): string {
  const name = named.exec(text.slice(0, 160))?.[1] ?? titled.exec(text.slice(0, 100))?.[1] ?? "shares";
  if (/(?:issuer|company|corporation|registrant)$/i.test(name)) return "shares";
  return name.replace(/[.,]+$/, "").replace(/\s+/g, " ");
}

/** The security into which a sentence says that another is converted. */
export const intoSecurity = (text: string): string => intoWhat.exec(text)?.[1]?.replace(/\s+/g, " ") ?? "shares";
