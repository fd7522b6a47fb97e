import { pattern } from "@/lib/values/pattern";

const zone = pattern()`
  ,?\s+\(? (?:
    (?:eastern|central|mountain|pacific|greenwich|local|new\s+york(?:\s+city)?) (?:\s+(?:standard|daylight|mean))? \s+ time | [ECMP][SD]?T\b
  ) \)?
`;
/** "at 12:01 a.m. Eastern time": a time of day, which looks like a ratio and ends like a sentence. */
export const timeOfDay = pattern("gi")`
  (?:\s+(?:as\s+of|at))? \s+ \d{1,2}:\d{2}(?::\d{2})? (?:
    \s?[ap]\.\s?m\. ${zone} | \s?[ap]\.?\s?m\b ${zone} | ${zone} |
    \s?[ap]\.\s?m\.(?=\s*[,;(]|\s+(?:on|in|and|of|with|to|for|under|immediately)\b) | \s?[ap]\.?\s?m\b | (?<=\bat\s+\d{1,2}:0\d)(?![\d:])
  )
`;
