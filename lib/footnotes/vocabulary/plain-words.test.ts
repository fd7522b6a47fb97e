import { expect, test } from "vitest";
import { inPlainWords } from "./plain-words";

test.each([
  ["(1) Includes 500 shares.", "Includes 500 shares."],
  ["(1) Includes 500 shares. (2) Held by Roe LLC.", "(i) Includes 500 shares. (ii) Held by Roe LLC."],
  ["In addition, these shares vest.", "These shares vest."],
  ['500 shares (the "Shares") were sold.', "500 shares were sold."],
  ['The Roe Trust (the "Trust") sold.', 'The Roe Trust (the "Trust") sold.'],
  ["Common stock, par value $0.01 per share, of the issuer", "Common stock of the issuer"],
  ["Held, as of May 1, 2021, by Roe LLC.", "Held by Roe LLC."],
  ["They vest, subject to continued employment, on May 1.", "They vest on May 1."],
  ["They vest, subject to the performance goals, on May 1.", "They vest, subject to the performance goals, on May 1."],
  ["It split at 12:01 a.m. on May 1, 2020.", "It split on May 1, 2020."],
  ["It split as of 5:01 p.m., Eastern Time, on May 1, 2020.", "It split, on May 1, 2020."],
  ["It split at 4:15 PM (EST).", "It split."],
  ["It split at 5:01 p.m. The ratio is 2:1.", "It split. The ratio is 2:1."],
  ["It converts at 1:10 and split at 12:01.", "It converts at 1:10 and split."],
  ["Gift, on May 1, 2021, by his wife", "Gift on May 1, 2021 by his wife"],
  ["The amount takes in 500 shares.", "The amount includes 500 shares."],
  ["Roe Trust - 500 shares; Doe Trust - 40 shares", "Roe Trust (500 shares); Doe Trust (40 shares)"],
  ["Shs. w/h for taxes at $4.10/sh.", "shares withheld for taxes at $4.10 per share"],
  ["Not exercisable until May 1, 2021.", "exercisable on May 1, 2021."],
  ["Mr. Roe sold the shares.", "The reporting person sold the shares."],
  ["His wife, Ms. Roe, sold the shares.", "His wife, Ms. Roe, sold the shares."],
  ["Mr. Roe and Ms. Doe sold shares.", "Mr. Roe and Ms. Doe sold shares."],
  ["Held by the director.", "Held by the reporting person."],
  ["The director compensation plan", "The director compensation plan"],
])("%s", (text, plain) => {
  expect(inPlainWords(text).text).toBe(plain);
});
