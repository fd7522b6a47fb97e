import { expect, test } from "vitest";
import { RewrittenText } from "./rewritten-text";

/** Where some words of the rewritten text are in the text as filed. */
const filed = (text: string, rewritten: RewrittenText, words: string): string => {
  const start = rewritten.text.indexOf(words);
  return text.slice(...rewritten.toFiled([start, start + words.length]));
};

test("knows the place of words that moved, and of words that replace others", () => {
  const text = "Shares standing in the name of Roe LLC.";
  const rewritten = RewrittenText.of(text).replace(/standing in the name of/g, "held by");
  expect(rewritten.text).toBe("Shares held by Roe LLC.");
  expect(filed(text, rewritten, "Roe LLC")).toBe("Roe LLC");
  expect(filed(text, rewritten, "held by")).toBe("standing in the name of");
});

test("includes words that were left out only between others", () => {
  const text = "Held, as of May 1, by Roe LLC.";
  const rewritten = RewrittenText.of(text).replace(/, as of May 1,/g, "");
  expect(rewritten.text).toBe("Held by Roe LLC.");
  expect(filed(text, rewritten, "Held")).toBe("Held");
  expect(filed(text, rewritten, "Held by Roe")).toBe("Held, as of May 1, by Roe");
});

test("rewrites a rewritten text again", () => {
  const text = "Held by and through Mr. Roe.";
  const rewritten = RewrittenText.of(text)
    .replace(/by and through/g, "by")
    .replace(/Mr\. Roe/g, "the reporting person");
  expect(rewritten.text).toBe("Held by the reporting person.");
  expect(filed(text, rewritten, "reporting person.")).toBe("Mr. Roe.");
});

test("keeps the places of letters that become capitals", () => {
  const text = "In addition, the shares vest.";
  const rewritten = RewrittenText.of(text).replace(/In addition, t/g, "T");
  expect(filed(text, rewritten, "The shares")).toBe("the shares");
});

test("keeps a text in capitals in capitals", () => {
  const text = RewrittenText.of("HELD BY THE ROE TRUST, OF WHICH MR. ROE IS TRUSTEE").replace(
    /MR\. ROE/g,
    "the reporting person",
  );
  expect(text.text).toBe("HELD BY THE ROE TRUST, OF WHICH THE REPORTING PERSON IS TRUSTEE");
  expect(RewrittenText.of("Held by MR. ROE").replace(/MR\. ROE/g, "him").text).toBe("Held by him");
});
