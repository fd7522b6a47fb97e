import { expect, test } from "vitest";
import { CountedLines } from "@/db/copy/counted-lines";
import { FacetClasses } from "@/db/copy/facet-classes";
import { dayKey, GroupKey } from "@/db/copy/group-keys";

const CIKS = [7n, 70n, 700n, 71n, 8n, 320193n, 1318605n, 1318606n, 9999999999n, 1n, 10n];

test("groups of parties are in the order of their CIKs as text, and days of one issuer in the order of days", () => {
  const lines = new CountedLines();
  lines.parties.add([
    {
      numbers: Int32Array.from(CIKS, (_, at) => at + 1),
      issuers: BigInt64Array.from(CIKS),
      owners: BigInt64Array.from(CIKS.toReversed()),
    },
  ]);
  const inOrder = CIKS.map(String).sort();
  const numbers = CIKS.map((_, at) => at + 1);
  for (const by of ["issuer", "insider"] as const) {
    const key = new GroupKey(by, lines, new FacetClasses());
    expect(numbers.toSorted((one, other) => key.compare(one, other)).map((number) => key.print(number))).toEqual(
      inOrder,
    );
  }
  const key = new GroupKey("issuer-day", lines, new FacetClasses());
  const days = numbers.flatMap((issuer) => [dayKey(issuer, 20), dayKey(issuer, -3)]);
  expect(
    days.sort((one, other) => key.compare(one, other)).map((day) => `${key.print(day)} ${key.dayOf(day)}`),
  ).toEqual(inOrder.flatMap((cik) => [`${cik} -3`, `${cik} 20`]));
});
